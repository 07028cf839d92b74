//! In: nothing. Out: the words at which a quantity may begin, and whether a word may be one of them.

use std::sync::LazyLock;

use crate::language::numeral::{ENGLISH_ONES, ENGLISH_TENS};
use crate::parity::numerals::{MONTHS, RANKS};

use super::amount::LATENT;

/// Words that name a clause.
pub const CLAUSE: [&str; 4] = ["clause", "clauses", "section", "sections"];

/// Words for so many times as much.
pub const TIMES: [([&str; 4], u32); 3] = [
    (["double", "doubles", "doubled", "doubling"], 2),
    (["triple", "triples", "tripled", "tripling"], 3),
    (["quadruple", "quadruples", "quadrupled", "quadrupling"], 4),
];

/// For the first two letters of a word, how long the words are at which a quantity may begin: a bit for each length.
static LENGTHS: LazyLock<[[u32; LETTERS]; LETTERS]> = LazyLock::new(|| {
    let mut lengths = [[0; LETTERS]; LETTERS];
    let tens = ENGLISH_TENS.iter().map(|ten| ten.replace("y", "ieth"));
    let words = [&CLAUSE[..], &MONTHS, &RANKS, &ENGLISH_ONES, &ENGLISH_TENS].concat();
    let words = words.into_iter().chain(TIMES.iter().flat_map(|(words, _)| *words));
    let folds = ENGLISH_ONES.iter().chain(&ENGLISH_TENS).map(|word| format!("{word}fold"));
    let words = words.chain(LATENT.iter().map(|(word, _)| *word)).map(str::to_owned);
    for word in words.chain(tens).chain(folds) {
        let (first, second) = beginning(&word);
        lengths[first][second] |= 1 << word.len();
    }
    lengths
});

/// All letters of the alphabet, and a place for everything else.
const LETTERS: usize = 27;

/// The places of the first two letters in the alphabet.
fn beginning(word: &str) -> (usize, usize) {
    let place = |at: usize| match word.as_bytes().get(at).map(u8::to_ascii_lowercase) {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a'),
        _ => LETTERS - 1,
    };
    (place(0), place(1))
}

/// Whether a quantity may begin at a word. This is only a first glance, for which two letters and the length are enough: it
/// takes some words for others, but passes over none of those.
pub fn may_be(word: &str) -> bool {
    let (first, second) = beginning(word);
    word.len() < 32 && LENGTHS[first][second] & (1 << word.len()) != 0
}

#[cfg(test)]
mod tests {
    use super::may_be;

    #[test]
    fn a_glance_tells_most_words_from_numbers() {
        for word in
            ["Clauses", "May", "Third", "twentieth", "ninetieth", "a", "both", "SEVEN", "doubled"]
        {
            assert!(may_be(word), "{word}");
        }
        for word in ["the", "and", "of", "enterprises", "b", "", "é", "省"] {
            assert!(!may_be(word), "{word}");
        }
    }
}
