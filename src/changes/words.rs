//! In: two sentences. Out: the words that changed, and how much alike the two are.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::language::is_cjk;

use super::Part;

/// What a text consists of, for comparing many: its pairs of neighbouring characters, sorted.
pub struct Shape {
    pairs: Vec<(char, char)>,
}

impl Shape {
    pub fn new(text: &str) -> Self {
        Self::from_pairs(pairs(text).collect())
    }

    pub fn of_lines(lines: &[String]) -> Self {
        Self::from_pairs(lines.iter().flat_map(|line| pairs(line)).collect())
    }

    fn from_pairs(mut pairs: Vec<(char, char)>) -> Self {
        pairs.sort_unstable();
        Self { pairs }
    }

    pub fn size(&self) -> usize {
        self.pairs.len()
    }

    /// The share of pairs that both have (Dice's coefficient): 1 for the same text, 0 for nothing in common.
    #[expect(clippy::cast_precision_loss, reason = "texts have fewer than 2^52 characters")]
    pub fn likeness(&self, other: &Self) -> f64 {
        let all = self.pairs.len() + other.pairs.len();
        if all == 0 {
            return 1.0;
        }
        let (mut one, mut two, mut common) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (self.pairs.get(one), other.pairs.get(two)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => one += 1,
                std::cmp::Ordering::Greater => two += 1,
                std::cmp::Ordering::Equal => (one, two, common) = (one + 1, two + 1, common + 1),
            }
        }
        2.0 * common as f64 / all as f64
    }
}

/// Neighbouring characters; a text of one character is a pair with nothing.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let letters = || text.chars().filter(|c| !c.is_whitespace());
    let seconds = letters().skip(1).map(Some).chain([None]);
    let single = letters().take(2).count() == 1;
    letters().zip(seconds).filter_map(move |(one, next)| match next {
        Some(next) => Some((one, next)),
        None => single.then_some((one, ' ')),
    })
}

/// The sentence in parts. Texts of which little stays are shown one after the other, as a whole.
pub fn compare(old: &str, new: &str) -> Vec<Part> {
    if old == new {
        return if new.is_empty() { Vec::new() } else { vec![Part::Same(new.to_owned())] };
    }
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old_tokens, &new_tokens);
    let mut runs: Vec<Run> = Vec::new();
    for op in ops {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        let (before, after) = (old_tokens[old_range].concat(), new_tokens[new_range].concat());
        match op {
            DiffOp::Equal { .. } => runs.push(Run::Same(before)),
            _ => push_change(&mut runs, &before, &after),
        }
    }
    let runs = without_crumbs(runs);
    let kept: usize = runs.iter().map(Run::kept).sum();
    if kept * 4 < old.chars().count().max(new.chars().count()) {
        return parts(vec![Run::Changed(old.to_owned(), new.to_owned())]);
    }
    parts(runs)
}

/// A stretch of a sentence.
enum Run {
    Same(String),
    /// Before and after.
    Changed(String, String),
}

impl Run {
    fn kept(&self) -> usize {
        match self {
            Self::Same(text) => text.chars().count(),
            Self::Changed(..) => 0,
        }
    }

    /// Whether so little stays the same between two changes that readers see one change better.
    fn is_crumb(&self) -> bool {
        let Self::Same(text) = self else { return false };
        // Cells of a table stay apart.
        if text.contains(" | ") {
            return false;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        let chinese = text.chars().any(is_cjk);
        letters.count() < if chinese { 2 } else { 4 }
    }
}

fn push_change(runs: &mut Vec<Run>, before: &str, after: &str) {
    if let Some(Run::Changed(old, new)) = runs.last_mut() {
        old.push_str(before);
        new.push_str(after);
    } else {
        runs.push(Run::Changed(before.to_owned(), after.to_owned()));
    }
}

/// Takes what stays the same between two changes into them where it is next to nothing.
fn without_crumbs(runs: Vec<Run>) -> Vec<Run> {
    let last = runs.len().saturating_sub(1);
    let mut out: Vec<Run> = Vec::new();
    for (at, run) in runs.into_iter().enumerate() {
        let between = at > 0 && at < last && matches!(out.last(), Some(Run::Changed(..)));
        match run {
            Run::Same(text) if between && Run::Same(text.clone()).is_crumb() => {
                push_change(&mut out, &text, &text);
            }
            Run::Changed(before, after) => push_change(&mut out, &before, &after),
            same @ Run::Same(_) => out.push(same),
        }
    }
    out
}

fn parts(runs: Vec<Run>) -> Vec<Part> {
    let mut parts = Vec::new();
    for run in runs {
        match run {
            Run::Same(text) => parts.push(Part::Same(text)),
            Run::Changed(before, after) => {
                parts.extend((!before.is_empty()).then_some(Part::Removed(before)));
                parts.extend((!after.is_empty()).then_some(Part::Added(after)));
            }
        }
    }
    parts
}

/// Words and numbers as a whole, everything else character by character: Chinese has no spaces, and a dictionary
/// of its words would be larger than the rest of lantu's data.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            number_length(rest)
        } else if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, more) = rest.split_at(length);
        tokens.push(token);
        rest = more;
    }
    tokens
}

/// A letter of a language that puts spaces between words.
fn is_word(c: char) -> bool {
    c.is_alphabetic() && !is_cjk(c)
}

/// The length of the number at the start: `1,600`, `31.6亿`, `10%`, `5‰`.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let inside = c.is_ascii_digit()
            || (matches!(c, '.' | ',')
                && text[at + 1..].starts_with(|next: char| next.is_ascii_digit()));
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    let unit =
        text[end..].chars().take_while(|c| matches!(c, '万' | '亿' | '%' | '‰' | '％')).take(2);
    end + unit.map(char::len_utf8).sum::<usize>()
}
