//! In: the words in front of a number, at which the text ends. Out: bounds that have other words between them and the number,
//! and limits that a number is compared with.

use crate::language::WordList;
use crate::model::quantity::Bound;

use super::tokens::{ends_with, is_letter};

/// The bound with a verb or a noun between it and the number, at which `text` ends, and whether it may be none: `will at
/// least support 50`, `a maximum award of CNY 500,000`, `within a walk of 500 metres`.
pub fn further_bound(text: &str) -> Option<(Bound, bool)> {
    const BOUNDS: [Bound; 5] =
        [Bound::AtLeast, Bound::AtMost, Bound::AtLeast, Bound::AtMost, Bound::AtMost];
    static WORDS: WordList<5> =
        WordList::new(["at least ", "at most ", "minimum ", "maximum ", "within "]);
    // Few texts have any of them before a number.
    WORDS.find(text, 0)?;
    let whole = |at: &usize| !text[..*at].ends_with(is_letter);
    let found = WORDS
        .iter()
        .zip(BOUNDS)
        .filter_map(|(word, bound)| Some((text.rfind(word).filter(whole)?, word, bound)));
    let (at, word, bound) = found.max_by_key(|(at, ..)| *at)?;
    let words: Vec<&str> = text[at + word.len()..].split(' ').collect();
    let plain = words.len() <= 4
        && words
            .iter()
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic()));
    // `at least every 3 years`
    const OTHER: [&str; 14] = [
        "every", "each", "in", "within", "of", "per", "and", "or", "to", "by", "from", "for",
        "with", "on",
    ];
    let last = words.last().copied().unwrap_or("");
    match word {
        "minimum " | "maximum " => (words.len() <= 3 && last == "of").then_some(true),
        // `within a 15-minute walk` is said of what takes 15 minutes, too.
        "within " => (matches!(&*words, ["a" | "an"]) || is_extent(&words)).then_some(true),
        _ => (words.len() <= 2 && !OTHER.contains(&last)).then_some(false),
    }
    .filter(|_| plain)
    .map(|or_exactly| (bound, or_exactly))
}

/// Without what is put between a verb and its number: `may not exceed, per head,`.
pub fn without_aside(text: &str) -> &str {
    /// Longer words are another thought.
    const LONGEST: usize = 32;
    let aside = text.strip_suffix(',').and_then(|words| Some(&words[..words.rfind(',')?]));
    let verb = aside.filter(|verb| text.len() - verb.len() <= LONGEST && verb.ends_with("exceed"));
    verb.unwrap_or(text)
}

/// Whether a number is said to lie below a limit, which is no bound of another one.
pub fn is_compared_limit(text: &str) -> bool {
    const LIMITS: [&str; 4] = ["maximum of", "limit of", "ceiling of", "cap of"];
    if !matches!(text.as_bytes(), [.., b'o', b'f']) {
        return false;
    }
    let before = LIMITS.iter().find_map(|limit| text.strip_suffix(limit)).map(str::trim_end);
    before.is_some_and(|before| {
        ["below the", "under the", "less than the", "short of the"]
            .iter()
            .any(|words| ends_with(before, words))
    })
}

/// `a walk of`, `walking distance of`, `a time limit of`
fn is_extent(words: &[&str]) -> bool {
    const EXTENTS: [&str; 14] = [
        "walk", "ride", "drive", "distance", "radius", "range", "period", "term", "limit", "time",
        "span", "circle", "reach", "total",
    ];
    matches!(words, [.., extent, "of"] if EXTENTS.contains(extent))
}
