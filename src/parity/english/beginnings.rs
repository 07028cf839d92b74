//! In: nothing. Out: the words at which a quantity may begin, and whether a word may be one of them.

use std::sync::LazyLock;

use crate::language::numeral::{ENGLISH_MONTHS, ENGLISH_ONES, ENGLISH_TENS};
use crate::language::{Lookup, short_word, word_length};
use crate::parity::Which;
use crate::parity::numerals::RANKS;

use super::amount::LATENT;

/// Words that name a clause.
pub const CLAUSE: [&str; 4] = ["clause", "clauses", "section", "sections"];

/// Words for so many times as much.
const TIMES: [(&[&str], u32); 3] = [
    (&["double", "doubles", "doubled", "doubling", "twice"], 2),
    (&["triple", "triples", "tripled", "tripling", "thrice"], 3),
    (&["quadruple", "quadruples", "quadrupled", "quadrupling"], 4),
];

static TIMES_WORDS: LazyLock<Lookup<u32>> = LazyLock::new(|| {
    let words = TIMES.iter().flat_map(|(words, times)| words.iter().map(|word| (*word, *times)));
    Lookup::by_first(words)
});

/// How many times as much a word in small letters says.
pub fn times(word: &str) -> Option<u32> {
    TIMES_WORDS.may_begin(word).iter().find(|(one, _)| *one == word).map(|(_, times)| *times)
}

/// The words at which a quantity may begin, by their first two letters.
#[derive(Clone)]
struct Words {
    /// How long they are: a bit for each length. Nearly every other word is told from them by this.
    lengths: [[u32; LETTERS]; LETTERS],
    words: Vec<Vec<String>>,
}

static SURE: LazyLock<Words> = LazyLock::new(|| {
    let nothing = vec![Vec::new(); LETTERS * LETTERS];
    let mut all = Words { lengths: [[0; LETTERS]; LETTERS], words: nothing };
    let tens = ENGLISH_TENS.iter().map(|ten| ten.replace("y", "ieth"));
    let words = [&CLAUSE[..], &ENGLISH_MONTHS, &RANKS, &ENGLISH_ONES, &ENGLISH_TENS].concat();
    let words = words.into_iter().chain(TIMES.iter().flat_map(|(words, _)| words.iter().copied()));
    let folds = ENGLISH_ONES.iter().chain(&ENGLISH_TENS).map(|word| format!("{word}fold"));
    let words = words.map(str::to_owned).chain(tens).chain(folds).chain(["half".to_owned()]);
    words.for_each(|word| all.add(word));
    all
});

static ALL: LazyLock<Words> = LazyLock::new(|| {
    let mut all = SURE.clone();
    LATENT.iter().for_each(|(word, _)| all.add((*word).to_owned()));
    all
});

impl Words {
    fn add(&mut self, word: String) {
        let (first, second) = beginning(word.as_bytes());
        self.lengths[first][second] |= 1 << word.len();
        self.words[first * LETTERS + second].push(word);
    }

    /// Whether one of them begins so and is as long as a word, which is given as `short_word` does.
    fn may_have(&self, word: u64, length: usize) -> bool {
        let letter = |byte: u64| usize::try_from(byte % LETTERS as u64).unwrap_or(0);
        self.lengths[letter(word)][letter(word >> 8)] & (1 << length) != 0
    }

    /// Whether a word is one of them, in capitals or not.
    fn has(&self, word: &[u8]) -> bool {
        let (first, second) = beginning(word);
        let may_be = word.len() < 32 && self.lengths[first][second] & (1 << word.len()) != 0;
        let is = |one: &String| one.as_bytes().eq_ignore_ascii_case(word);
        may_be && self.words[first * LETTERS + second].iter().any(is)
    }
}

fn words(which: Which) -> &'static Words {
    match which {
        Which::Sure => &SURE,
        Which::All => &ALL,
    }
}

/// Letters of the alphabet have different numbers in their last five bits, capitals and small letters the same.
const LETTERS: usize = 32;

/// The first two letters, capitals or not; what is no letter counts as any of them.
fn beginning(word: &[u8]) -> (usize, usize) {
    let place = |at: usize| word.get(at).map_or(0, |byte| usize::from(byte % 32));
    (place(0), place(1))
}

/// Whether a quantity may begin at a word.
pub fn may_be(word: &str, which: Which) -> bool {
    words(which).has(word.as_bytes())
}

/// The first place of a text, from another one on, where a quantity may begin: such a word, a digit, or the sign of an
/// address, which has no digits.
pub fn first(text: &str, from: usize, which: Which) -> Option<usize> {
    let (bytes, words) = (text.as_bytes(), words(which));
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let rest = &bytes[at..];
                if let Some((length, word)) = short_word(rest, false) {
                    if words.may_have(word, length) && words.has(&rest[..length]) {
                        return Some(at);
                    }
                    at += length;
                    continue;
                }
                let word = &rest[..word_length(rest, false)];
                if words.has(word) {
                    return Some(at);
                }
                at += word.len();
            }
            // Digits of full width begin with this byte, too.
            b'0'..=b'9' | b'@' | 0xef => return Some(at),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{first, may_be};
    use crate::parity::Which;

    #[test]
    fn words_are_told_from_numbers() {
        for word in
            ["Clauses", "May", "Third", "twentieth", "ninetieth", "a", "both", "SEVEN", "doubled"]
        {
            assert!(may_be(word, Which::All), "{word}");
        }
        for word in ["a", "both"] {
            assert!(!may_be(word, Which::Sure), "{word}");
        }
        for word in ["the", "and", "of", "service", "enterprises", "b", "", "é", "省"] {
            assert!(!may_be(word, Which::All), "{word}");
        }
    }

    #[test]
    fn texts_without_quantities_are_passed_over() {
        for text in ["by May", "of ten", "in 2020", "a@b.cn", "２０", "third-party", "(Clause"] {
            assert!(first(text, 0, Which::Sure).is_some(), "{text}");
        }
        for text in ["", "a plan for the city’s enterprises, both large and small", "tennis"] {
            assert_eq!(first(text, 0, Which::Sure), None, "{text}");
        }
    }
}
