//! In: words of an English text. Out: those that are misspelled, and those that are spelled as the rest of the text is
//! not: as in American English among British spellings, and the other way round. Only words of the lists get here.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::english::English;
use crate::diagnostic::prose::Prose;

use super::Flaw;
use super::misspelled::{self, Misspelled};
use super::systems::{ISE, STEMS, WORDS};
use super::walk::Walk;

/// In which of the two a word is written.
#[derive(Clone, Copy)]
struct Sign {
    pair: usize,
    side: Side,
}

/// In which English a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    British,
    American,
}

/// A word in British and in American English.
struct Pair {
    forms: [String; 2],
    /// British English writes `organise` or `organize`, whatever else it does, but not both in one text.
    ise: bool,
}

/// All words that are signs of one of the two.
#[derive(Default)]
struct Table {
    words: FxHashMap<String, Sign>,
    pairs: Vec<Pair>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for pair in WORDS.split_whitespace() {
        // `=` where each form is a sign, `>` or `<` where only the British or the American one is.
        let Some((at, sign)) = pair.char_indices().find(|(_, c)| !c.is_ascii_alphabetic()) else {
            continue;
        };
        table.add_pair(&pair[..at], &pair[at + 1..], (sign != '<', sign != '>'), false);
    }
    for stem in STEMS.split_whitespace() {
        for ending in ISE {
            let form = |c: char| format!("{stem}i{c}{ending}");
            table.add_pair(&form('s'), &form('z'), (true, true), true);
        }
    }
    table
});

impl Table {
    fn add_pair(&mut self, british: &str, american: &str, signs: (bool, bool), ise: bool) {
        let pair = self.pairs.len();
        if signs.0 {
            self.words.insert(british.to_owned(), Sign { pair, side: Side::British });
        }
        if signs.1 {
            self.words.insert(american.to_owned(), Sign { pair, side: Side::American });
        }
        self.pairs.push(Pair { forms: [british.to_owned(), american.to_owned()], ise });
    }
}

/// Whether a word in small letters is a sign of one of the two.
pub fn is_sign(word: &str) -> bool {
    TABLE.words.contains_key(word)
}

/// The spellings of a text that belong to one of the two kinds of English.
#[derive(Default)]
pub struct Seen(Vec<Met>);

struct Met {
    part: usize,
    range: Range<usize>,
    pair: usize,
    side: Side,
}

/// Shorter words of the list are names and abbreviations, too, when they have a capital.
const SHORT: usize = 5;

/// A word of letters that is in one of the lists; `before` is the one right before it.
pub fn word(walk: &mut Walk<'_>, before: &str, word: Range<usize>) {
    let text = &walk.text[word.clone()];
    if let Some(sign) = TABLE.words.get(&text.to_ascii_lowercase()).copied() {
        // With a capital it is a name, and in quotation marks others wrote it.
        let small = text.bytes().all(|byte| byte.is_ascii_lowercase());
        if small
            && !is_part(walk, &word)
            && !walk.is_quoted()
            && is_meant(text, before, walk, &word)
        {
            let Sign { pair, side } = sign;
            walk.sheet.spellings.0.push(Met { part: walk.part, range: word, pair, side });
        }
    } else if let Some(found) = misspelled::look(text)
        && may_be_misspelled(walk, &word, found)
    {
        let right = like(text, found.right);
        let fix = if found.sure { vec![(word.clone(), right.clone())] } else { Vec::new() };
        let problem = English::Misspelled { written: text.to_owned(), right, sure: found.sure };
        walk.report(word, Prose::English(problem), fix);
    }
}

/// Whether a word that is no right one is meant as one: it is no name, no part of an address, and nobody says [sic].
fn may_be_misspelled(walk: &Walk<'_>, word: &Range<usize>, found: Misspelled) -> bool {
    let text = &walk.text[word.clone()];
    let small = text.bytes().all(|byte| byte.is_ascii_lowercase());
    let begins = walk.text[walk.sentence.min(word.start)..word.start].trim().is_empty();
    let may = small || if found.listed { word.len() > SHORT } else { begins };
    let behind = walk.text[word.end..].trim_start_matches([' ', '[', '(', '”']);
    may && !is_part(walk, word) && !behind.starts_with("sic")
}

/// Whether it is a part of an address, of the name of a file or of a word with other letters.
fn is_part(walk: &Walk<'_>, word: &Range<usize>) -> bool {
    let (before, after) = (walk.before(word.start), walk.after(word.end));
    let joins = |c: char| c.is_alphabetic() || "/_@#\\".contains(c);
    let extension =
        after == Some('.') && walk.after(word.end + 1).is_some_and(|c| c.is_ascii_alphanumeric());
    before.is_some_and(|c| joins(c) || c == '.') || after.is_some_and(joins) || extension
}

/// Words that are British or American only among some others: a meter is a device, and a program runs on computers.
fn is_meant(text: &str, before: &str, walk: &Walk<'_>, word: &Range<usize>) -> bool {
    let is = |words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(before));
    let hyphen = walk.before(word.start) == Some('-');
    match text {
        "meter" | "meters" => {
            let digits = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
            digits
                || is(&["square", "cubic", "linear", "hundred", "thousand", "million", "billion"])
        }
        "program" | "programs" => {
            let software =
                ["computer", "software", "mini", "applet", "app", "online", "wechat", "source"];
            !(hyphen || is(&software))
        }
        _ => true,
    }
}

/// A word with capitals where another one has them.
fn like(written: &str, right: &str) -> String {
    let mut letters = written.bytes();
    if letters.clone().all(|byte| byte.is_ascii_uppercase()) {
        return right.to_ascii_uppercase();
    }
    let mut right = right.to_owned();
    if letters.next().is_some_and(|byte| byte.is_ascii_uppercase()) {
        right[..1].make_ascii_uppercase();
    }
    right
}

/// The rarer spellings of a text: one finding for each word of a paragraph.
pub fn settle(seen: Seen) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    // Where there are as many of both, only a word in two spellings is mixed up: it goes by its first place.
    let mut first: FxHashMap<usize, Side> = FxHashMap::default();
    for met in &seen.0 {
        first.entry(met.pair).or_insert(met.side);
    }
    for ise in [false, true] {
        let all = seen.0.iter().filter(|met| TABLE.pairs[met.pair].ise == ise);
        let british = all.clone().filter(|met| met.side == Side::British).count();
        let american = all.clone().count() - british;
        if british > 0 && american > 0 {
            let rarer = all.filter(|met| match british.cmp(&american) {
                std::cmp::Ordering::Equal => first[&met.pair] != met.side,
                order => (met.side == Side::British) == order.is_lt(),
            });
            flaws.extend(findings(rarer, ise));
        }
    }
    flaws
}

fn findings<'m>(rarer: impl Iterator<Item = &'m Met>, ise: bool) -> Vec<Flaw> {
    let mut by_word: BTreeMap<(usize, usize), Vec<&Met>> = BTreeMap::new();
    for met in rarer {
        by_word.entry((met.part, met.pair)).or_default().push(met);
    }
    let flaw = |((part, pair), all): ((usize, usize), Vec<&Met>)| {
        let forms = &TABLE.pairs[pair].forms;
        let side = all[0].side;
        let (written, right) = match side {
            Side::British => (&forms[0], &forms[1]),
            Side::American => (&forms[1], &forms[0]),
        };
        let usual = match (side, ise) {
            (Side::British, false) => "American",
            (Side::American, false) => "British",
            (Side::British, true) => "-ize",
            (Side::American, true) => "-ise",
        };
        let (written, right) = (written.clone(), right.clone());
        let fix = all.iter().map(|met| (met.range.clone(), right.clone())).collect();
        let problem = Prose::English(English::OtherSpelling { written, right, usual });
        Flaw { part, range: all[0].range.clone(), problem, fix }
    };
    by_word.into_iter().map(flaw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_words_are_not_misspelled() {
        for word in TABLE.words.keys() {
            assert!(is_sign(word), "{word}");
            assert_eq!(misspelled::look(word), None, "{word}");
        }
        assert!(!is_sign("government") && !is_sign("a"));
    }
}
