//! In: nothing. Out: the words at which a quantity may begin, and whether a word may be one of them.

use std::sync::LazyLock;

use crate::language::numeral::{ENGLISH_MONTHS, ENGLISH_ONES, ENGLISH_TENS};
use crate::parity::Which;
use crate::parity::numerals::RANKS;

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
type Lengths = [[u32; LETTERS]; LETTERS];

static SURE: LazyLock<Lengths> = LazyLock::new(|| {
    let mut lengths = [[0; LETTERS]; LETTERS];
    let tens = ENGLISH_TENS.iter().map(|ten| ten.replace("y", "ieth"));
    let words = [&CLAUSE[..], &ENGLISH_MONTHS, &RANKS, &ENGLISH_ONES, &ENGLISH_TENS].concat();
    let words = words.into_iter().chain(TIMES.iter().flat_map(|(words, _)| *words));
    let folds = ENGLISH_ONES.iter().chain(&ENGLISH_TENS).map(|word| format!("{word}fold"));
    let words = words.map(str::to_owned).chain(tens).chain(folds);
    words.for_each(|word| add(&word, &mut lengths));
    lengths
});

static ALL: LazyLock<Lengths> = LazyLock::new(|| {
    let mut lengths = *SURE;
    LATENT.iter().for_each(|(word, _)| add(word, &mut lengths));
    lengths
});

fn add(word: &str, lengths: &mut Lengths) {
    let (first, second) = beginning(word.as_bytes());
    lengths[first][second] |= 1 << word.len();
}

fn lengths(which: Which) -> &'static Lengths {
    match which {
        Which::Sure => &SURE,
        Which::All => &ALL,
    }
}

/// All letters of the alphabet, and a place for everything else.
const LETTERS: usize = 27;

/// The places of the first two letters in the alphabet.
fn beginning(word: &[u8]) -> (usize, usize) {
    let place = |at: usize| match word.get(at).map(u8::to_ascii_lowercase) {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a'),
        _ => LETTERS - 1,
    };
    (place(0), place(1))
}

/// Whether a quantity may begin at a word. This is only a first glance, for which two letters and the length are enough: it
/// takes some words for others, but passes over none of those.
pub fn may_be(word: &str, which: Which) -> bool {
    is_in(word.as_bytes(), lengths(which))
}

fn is_in(word: &[u8], lengths: &Lengths) -> bool {
    let (first, second) = beginning(word);
    word.len() < 32 && lengths[first][second] & (1 << word.len()) != 0
}

/// Whether a quantity may begin anywhere in a text: at such a word, at a digit, or at an address, which has no digits.
pub fn any(text: &str, which: Which) -> bool {
    let (bytes, lengths) = (text.as_bytes(), lengths(which));
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let rest = &bytes[at..];
                let end = rest.iter().position(|byte| !byte.is_ascii_alphabetic());
                let word = &rest[..end.unwrap_or(rest.len())];
                if is_in(word, lengths) {
                    return true;
                }
                at += word.len();
            }
            // Digits of full width begin with this byte, too.
            b'0'..=b'9' | b'@' | 0xef => return true,
            _ => at += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{any, may_be};
    use crate::parity::Which;

    #[test]
    fn a_glance_tells_most_words_from_numbers() {
        for word in
            ["Clauses", "May", "Third", "twentieth", "ninetieth", "a", "both", "SEVEN", "doubled"]
        {
            assert!(may_be(word, Which::All), "{word}");
        }
        for word in ["a", "both"] {
            assert!(!may_be(word, Which::Sure), "{word}");
        }
        for word in ["the", "and", "of", "enterprises", "b", "", "é", "省"] {
            assert!(!may_be(word, Which::All), "{word}");
        }
    }

    #[test]
    fn texts_without_quantities_are_passed_over() {
        for text in ["by May", "of ten", "in 2020", "a@b.cn", "２０", "third-party", "(Clause"] {
            assert!(any(text, Which::Sure), "{text}");
        }
        for text in ["", "a plan for the city’s enterprises, both large and small", "tennis"] {
            assert!(!any(text, Which::Sure), "{text}");
        }
    }
}
