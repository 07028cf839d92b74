//! In: lines of a text and of its translation. Out: sentences that have none in their place in the other language.
//!
//! How long a translation is hardly depends on what is said: sentences are set beside each other by their lengths and
//! their figures, as Gale and Church do ("A Program for Aligning Sentences in Bilingual Corpora", 1993), once with all of
//! them and once without some. Where the lengths fit much better without, these have been left out of the translation.

use std::ops::Range;

use crate::language::WordList;

use super::lengths::{Scale, letters, numbers};
use super::quantity::{Measure, Quantity, Strength};
use super::sentence::{points, sentences};
use super::{Reader, Which};

/// Sentences of a text that its translation lacks, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Whether the authoritative text has them.
    pub in_source: bool,
    /// Where they are in the text that has them.
    pub range: Range<usize>,
    /// Where they belong in the other one.
    pub at: usize,
}

/// Texts with more sentences are not looked at.
const MOST: usize = 40;

/// Nor texts with more figures.
const MOST_FIGURES: usize = 300;

/// So many sentences of the one language may stand for one of the other.
const JOINED: usize = 7;

/// What each sentence more costs that stands for the same one, or for none.
const PRICE: f64 = 2.5;

/// What a figure that both have is worth.
const FIGURE: f64 = 1.0;

/// So many letters a figure stands for, with its unit.
const FIGURE_LETTERS: f64 = 8.0;

/// So many sentences in a row may be left out.
const LEFT_OUT: usize = 3;

/// How much more likely it has to be, as a logarithm, that a translation leaves out sentences.
const SURE: f64 = 2.0;

/// The same for sentences that only the translation has: seldom does anybody add one, but often cut one in several.
const SURER: f64 = 3.7;

/// The sentences that one of two lines most likely lacks.
pub fn omitted(
    (text, reader): (&str, Option<Reader>),
    (other, other_reader): (&str, Option<Reader>),
    scale: Scale,
) -> Option<Omitted> {
    let (ranges, other_ranges) = (sentences(text), sentences(other));
    let (n, m) = (ranges.len(), other_ranges.len());
    if n + m < 3 || n.min(m) == 0 || n.max(m) > MOST {
        return None;
    }
    let ours = Side::new(text, &ranges, scale.source);
    let theirs = Side::new(other, &other_ranges, scale.target);
    // Nearly all lines fit as they are; then no figure is read.
    if !Costs::may_be_less(&ours, &theirs) {
        return None;
    }
    let ours = ours.with_figures(text, reader, scale.source)?;
    let theirs = theirs.with_figures(other, other_reader, scale.target)?;
    let costs = Costs::new(&ours, &theirs);
    if costs.before[n][m].is_infinite() {
        return None;
    }
    let likely = |gap: &Gap| gap.gain > if gap.in_source { SURE } else { SURER };
    let gap = costs.gaps().filter(likely).max_by(|one, two| one.gain.total_cmp(&two.gain))?;
    let (has, lacks, whole, short) =
        if gap.in_source { (&ours, &theirs, text, other) } else { (&theirs, &ours, other, text) };
    let range = has.ranges[gap.sentences.start].start..has.ranges[gap.sentences.end - 1].end;
    // What introduces a list may go on from the sentence before it.
    let introduces = range.end == whole.len() && whole.trim_end().ends_with(['：', ':']);
    let one = Omitted { in_source: gap.in_source, at: lacks.start(gap.at), range };
    // A sentence in brackets is there where the other text has as many of them.
    let bracketed = is_aside(&whole[one.range.clone()])
        && asides(short, lacks.ranges) >= asides(whole, has.ranges);
    // 。…； is one sentence in the other text where that has as many semicolons.
    let joined = ends_with_semicolon(&whole[..one.range.start])
        || ends_with_semicolon(&whole[one.range.clone()]);
    // 甲；不得乙。 may be joined by a word where the other text forbids as much.
    let in_words = || bans(&whole[one.range.clone()]) > 0 && english_bans(short) >= bans(whole);
    let joined = gap.in_source && joined && (semicolons(short) >= semicolons(whole) || in_words());
    // Where both count as many points, none of them is missing.
    let counted = points(&whole[one.range.clone()]) > 0 && points(whole) == points(short);
    let in_place = introduces || bracketed || joined || counted;
    let left_out = !in_place && has.may_be_without(&one.range, lacks);
    left_out.then_some(one)
}

fn ends_with_semicolon(text: &str) -> bool {
    text.trim_end().ends_with(['；', ';'])
}

fn semicolons(text: &str) -> usize {
    text.matches(['；', ';']).count()
}

/// How often a Chinese text forbids something.
fn bans(text: &str) -> usize {
    static BANS: WordList<3> = WordList::new(["不得", "严禁", "禁止"]);
    BANS.find_all(text).count()
}

/// How often an English text does.
fn english_bans(text: &str) -> usize {
    static BANS: WordList<6> = WordList::new([
        "may not",
        "must not",
        "shall not",
        "forbidden",
        "prohibited",
        "not allowed",
    ]);
    BANS.find_all(text).count()
}

/// Whether a sentence stands in brackets.
fn is_aside(sentence: &str) -> bool {
    sentence.trim_start().starts_with(['（', '('])
}

fn asides(text: &str, sentences: &[Range<usize>]) -> usize {
    sentences.iter().filter(|range| is_aside(&text[(*range).clone()])).count()
}

/// Sentences that may have been left out.
struct Gap {
    in_source: bool,
    sentences: Range<usize>,
    /// The sentence of the other text in front of which they belong.
    at: usize,
    /// How much better the others fit without them.
    gain: f64,
}

/// The sentences of a line.
struct Side<'r> {
    ranges: &'r [Range<usize>],
    /// The length of all sentences in front of each, and of all.
    lengths: Vec<f64>,
    /// Of each sentence.
    figures: Vec<Vec<Quantity>>,
    end: usize,
}

impl<'r> Side<'r> {
    /// The sentences with what digits they have.
    fn new(text: &str, ranges: &'r [Range<usize>], scale: f64) -> Self {
        let length =
            |text: &str| letters(text) as f64 * scale + numbers(text) as f64 * FIGURE_LETTERS;
        let mut all = 0.0;
        let mut lengths = vec![0.0];
        lengths.extend(ranges.iter().map(|range| {
            all += length(&text[range.clone()]);
            all
        }));
        Self { ranges, lengths, figures: vec![Vec::new(); ranges.len()], end: text.len() }
    }

    /// The same with its figures as a reader understands them; `None` where there are too many.
    fn with_figures(mut self, text: &str, reader: Option<Reader>, scale: f64) -> Option<Self> {
        let Some(reader) = reader else { return Some(self) };
        let quantities = reader.quantities(text, Which::Sure);
        if quantities.len() > MOST_FIGURES {
            return None;
        }
        let mut all = 0.0;
        for (at, range) in self.ranges.iter().enumerate() {
            let mut start = range.start;
            for quantity in quantities.iter().filter(|one| range.contains(&one.range.start)) {
                let (begin, end) = (quantity.range.start, quantity.range.end.min(range.end));
                if begin >= start {
                    all += letters(&text[start..begin]) as f64 * scale + FIGURE_LETTERS;
                    start = end;
                }
                self.figures[at].push(quantity.clone());
            }
            all += letters(&text[start..range.end]) as f64 * scale;
            self.lengths[at + 1] = all;
        }
        Some(self)
    }

    fn length(&self, sentences: Range<usize>) -> f64 {
        self.lengths[sentences.end] - self.lengths[sentences.start]
    }

    /// Whether sentences may be missing on the other side: it lacks one of their figures, if they have any.
    fn may_be_without(&self, range: &Range<usize>, other: &Self) -> bool {
        let is_left_out =
            |one: &Quantity| one.strength == Strength::Digits && range.contains(&one.range.start);
        let all: Vec<&Quantity> = self.figures.iter().flatten().collect();
        let others: Vec<&Quantity> = other.figures.iter().flatten().collect();
        let how_often = |list: &[&Quantity], figure: &Quantity| {
            list.iter().filter(|one| is_same(one, figure)).count()
        };
        let mut left_out = all.iter().filter(|one| is_left_out(one)).peekable();
        left_out.peek().is_none()
            || left_out.any(|one| how_often(&all, one) > how_often(&others, one))
    }

    /// Where a sentence begins.
    fn start(&self, at: usize) -> usize {
        self.ranges.get(at).map_or(self.end, |range| range.start)
    }
}

/// The least cost of setting sentences beside each other.
struct Costs {
    /// Of the first so many of both.
    before: Vec<Vec<f64>>,
    /// Of all from so many on.
    behind: Vec<Vec<f64>>,
}

impl Costs {
    fn new(ours: &Side<'_>, theirs: &Side<'_>) -> Self {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        let before = Self::before(ours, theirs, f64::INFINITY);
        let mut behind = vec![vec![f64::INFINITY; m + 1]; n + 1];
        behind[n][m] = 0.0;
        for i in (0..=n).rev() {
            for j in (0..=m).rev() {
                for (a, b) in moves(n - i, m - j) {
                    let known = behind[i + a][j + b];
                    let most = behind[i][j] - known;
                    let here = known + Self::of(ours, theirs, (i, j), (a, b), most);
                    behind[i][j] = behind[i][j].min(here);
                }
            }
        }
        Self { before, behind }
    }

    /// Of the first so many of both; what costs more than `most` is not looked at.
    fn before(ours: &Side<'_>, theirs: &Side<'_>, most: f64) -> Vec<Vec<f64>> {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        let mut before = vec![vec![f64::INFINITY; m + 1]; n + 1];
        before[0][0] = 0.0;
        for i in 0..=n {
            for j in 0..=m {
                if before[i][j] >= most {
                    continue;
                }
                for (a, b) in moves(n - i, m - j) {
                    let (known, there) = (before[i][j], before[i + a][j + b]);
                    let here = known + Self::of(ours, theirs, (i, j), (a, b), there - known);
                    before[i + a][j + b] = there.min(here);
                }
            }
        }
        before
    }

    /// Whether it may cost much less without some sentences, as far as lengths tell.
    fn may_be_less(ours: &Side<'_>, theirs: &Side<'_>) -> bool {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        // What is left has to be joined, too, so that there are as many of both.
        let joined = |many: usize, few: usize| {
            PRICE * if many > few { many - few } else { few - many + 2 } as f64
        };
        let least = (SURE + joined(n, m)).min(SURER + joined(m, n));
        let pairs =
            || (0..n).map(|i| Self::of(ours, theirs, (i, i), (1, 1), f64::INFINITY)).sum::<f64>();
        !(n == m && pairs() < least) && Self::before(ours, theirs, least)[n][m] >= least
    }

    /// What it costs to take so many sentences from a place on for each other; anything as large where it costs at least
    /// `most`.
    fn of(
        ours: &Side<'_>,
        theirs: &Side<'_>,
        (i, j): (usize, usize),
        (a, b): (usize, usize),
        most: f64,
    ) -> f64 {
        let ((one, i), (two, j)) = ((ours, i..i + a), (theirs, j..j + b));
        let cost =
            PRICE * (a + b - 2) as f64 + unlike(one.length(i.clone()), two.length(j.clone()));
        // Figures make it less, each by as much.
        let figures = |side: &Side<'_>, range: &Range<usize>| {
            side.figures[range.clone()].iter().map(Vec::len).sum::<usize>()
        };
        let shared = figures(one, &i).min(figures(two, &j));
        if shared == 0 || cost - FIGURE * shared as f64 >= most {
            return cost;
        }
        cost - FIGURE * self::shared(&one.figures[i], &two.figures[j]) as f64
    }

    /// Every way to leave out a few sentences of one text, and not all of them.
    fn gaps(&self) -> impl Iterator<Item = Gap> {
        let (n, m) = (self.before.len() - 1, self.before[0].len() - 1);
        let places = (0..=n).flat_map(move |i| (0..=m).map(move |j| (i, j)));
        let of = move |(i, j): (usize, usize), many: usize, in_source: bool| {
            let (at, sentences, all) =
                if in_source { (j, i..i + many, n) } else { (i, j..j + many, m) };
            let behind = if in_source { (i + many, j) } else { (i, j + many) };
            (sentences.end <= all && many < all).then(|| {
                let without = self.before[i][j] + self.behind[behind.0][behind.1];
                let gain = self.before[n][m] - without - PRICE * many as f64;
                Gap { in_source, sentences, at, gain }
            })
        };
        places
            .flat_map(move |place| {
                (1..=LEFT_OUT).flat_map(move |many| [true, false].map(|side| of(place, many, side)))
            })
            .flatten()
    }
}

/// How many sentences may be taken for each other, where so many are left.
fn moves(left: usize, other_left: usize) -> impl Iterator<Item = (usize, usize)> {
    let joined = (2..=JOINED).flat_map(|many| [(1, many), (many, 1)]);
    let all = [(1, 1), (2, 2)].into_iter().chain(joined);
    all.filter(move |(a, b)| *a <= left && *b <= other_left)
}

/// What it costs to take sentences for each other's translation: the negative logarithm of how often translations are so
/// much longer or shorter, but for a constant. `one` and `two` are their lengths.
fn unlike(one: f64, two: f64) -> f64 {
    /// Short texts differ more: a word more or less is much for them.
    const WORD: f64 = 6.0;
    /// How much the logarithms of the lengths differ between long texts, and how that grows when texts become shorter.
    const SPREAD: f64 = 0.12;
    const BY_LENGTH: f64 = 1.3;
    let ratio = ((two + WORD) / (one + WORD)).ln();
    let spread = SPREAD * SPREAD + BY_LENGTH / ((one + two) / 2.0).max(1.0);
    ratio * ratio / (2.0 * spread)
}

/// Whether two figures say the same, whatever their bounds.
fn is_same(one: &Quantity, two: &Quantity) -> bool {
    // 第17项任务, `Task 17`
    let rank = |one: &Quantity| matches!(one.measure, Measure::Ordinal | Measure::Number);
    let count = |one: &Quantity| one.measure == Measure::Count;
    let ranked = (rank(one) && count(two)) || (count(one) && rank(two));
    one.value == two.value && (one.measure == two.measure || ranked)
}

/// How many figures of sentences are the same, each taken once.
fn shared(ours: &[Vec<Quantity>], theirs: &[Vec<Quantity>]) -> usize {
    let mut left: Vec<&Quantity> = theirs.iter().flatten().collect();
    let mut take = |one: &Quantity| {
        let at = left.iter().position(|two| is_same(one, two))?;
        Some(left.swap_remove(at))
    };
    ours.iter().flatten().filter(|one| take(one).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::super::lengths::{Lengths, Scale};
    use super::omitted;

    #[test]
    fn what_is_left_out_and_where_it_belongs() {
        let chinese = "供水企业逐条街道更换老旧管道，并提前告知沿街全部居民。确需停水的，免费向每户居民送去饮用水。居民发现漏水的，可以全天随时报告。";
        let first = "Water companies replace old pipes street by street and tell all residents of the street in good time.";
        let second = "Where the supply has to be cut off, they bring drinking water to every household without charge.";
        let third = "People who notice a leak can report it at any hour of the day or night.";
        let scale = Scale::of(Lengths { source: 1000, target: 3900 }).unwrap();
        let found = |english: &str| {
            let one = (chinese, Some(Reader::Chinese));
            omitted(one, (english, Some(Reader::English)), scale)
        };
        assert_eq!(found(&format!("{first} {second} {third}")), None);
        let english = format!("{first} {third}");
        let one = found(&english).unwrap();
        assert!(one.in_source);
        assert_eq!(&chinese[one.range], "确需停水的，免费向每户居民送去饮用水。");
        assert_eq!(english[one.at..].trim(), third);
        let more = "Each household is told by letter, by telephone and on the website of the company of the city.";
        let one = found(&format!("{first} {second} {third} {more}")).unwrap();
        assert!(!one.in_source && one.at == chinese.len());
        // One sentence is made of two, and two of one.
        let joined = format!(
            "{first} {} {third}",
            "They bring drinking water to every household. They do so whenever the supply has to be cut off."
        );
        assert_eq!(found(&joined), None);
    }
}
