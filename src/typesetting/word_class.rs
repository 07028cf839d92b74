//! In: an English word. Out: which of the lists it may be in that words of texts are held against. Each word is looked up
//! once: from then on its classes are told by its hash. Most words have none.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::language::{SMALL_LETTERS as SMALL, first_eight, letters_end, short_word};

use super::{grammar, misspelled, spelling, words};

/// What a word may be, capitals or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u8);

impl Classes {
    /// Misspelled, or spelled in the way of one of the two kinds of English.
    const SPELLED: u8 = 1;
    /// What something may not follow.
    const LEADS: u8 = 2;
    /// What may not follow something.
    const FOLLOWS: u8 = 4;
    /// A small word that never stands twice.
    const SMALL: u8 = 8;
    /// Masked letters, or a note that something is still to be written.
    const UNFINISHED: u8 = 16;

    pub fn is_spelled(self) -> bool {
        self.0 & Self::SPELLED != 0
    }

    /// Whether nothing can be wrong with a word behind one of these classes, as is so for most words. Small words are
    /// wrong behind one of their length.
    pub fn are_right_behind(self, before: Self, same_length: bool) -> bool {
        self.0 & !Self::SMALL == 0 && !(self.is_small() && same_length) && !before.lead()
    }

    /// Whether something may not follow the word.
    fn lead(self) -> bool {
        self.0 & Self::LEADS != 0
    }

    /// Whether two words, the second of which has these classes, may be a pair that never stands so.
    pub fn may_be_pair(self, before: Self) -> bool {
        self.0 & Self::FOLLOWS != 0 || before.lead()
    }

    pub fn is_small(self) -> bool {
        self.0 & Self::SMALL != 0
    }

    fn look_up(word: &str) -> Self {
        let word = word.to_ascii_lowercase();
        let all = [
            (Self::SPELLED, spelling::is_sign(&word) || misspelled::look(&word).is_some()),
            (Self::LEADS, grammar::leads(&word)),
            (Self::FOLLOWS, grammar::follows(&word)),
            (Self::SMALL, words::SMALL.contains(&&*word)),
            (Self::UNFINISHED, words::may_be_unfinished(&word)),
        ];
        Self(all.into_iter().filter(|(_, is)| *is).fold(0, |classes, (class, _)| classes | class))
    }
}

/// Words that were looked up: in each place the hash of one, but for its last byte, which has its classes; eight places for
/// each beginning of a hash. A newer word takes the place of another where there are more.
static KNOWN: [[AtomicU64; 8]; 1 << 11] = [const { [const { AtomicU64::new(0) }; 8] }; 1 << 11];

/// Set in every place that is taken.
const TAKEN: u64 = 0x80;

/// Where the word of letters and digits ends that begins at a place, and its classes.
pub fn word_at(text: &str, at: usize) -> (usize, Classes) {
    let bytes = text.as_bytes();
    let (end, hash) = match short_word(&bytes[at..], true) {
        Some((length, word)) => (at + length, hash_short(word, length)),
        None => {
            let end = letters_end(bytes, at);
            (end, hash(&bytes[at..end]))
        }
    };
    let classes = if bytes[at].is_ascii_digit() {
        // Every end that may be odd is looked at.
        Classes(Classes::UNFINISHED)
    } else {
        classes(hash, || &text[at..end])
    };
    (end, classes)
}

/// The classes of a word with this hash.
fn classes<'w>(hash: u64, word: impl FnOnce() -> &'w str) -> Classes {
    let places = &KNOWN[usize::try_from(hash >> 53).unwrap_or(0)];
    for place in places {
        let known = place.load(Ordering::Relaxed);
        if (known ^ hash) >> 8 == 0 && known & TAKEN != 0 {
            return Classes((known & (TAKEN - 1)) as u8);
        }
    }
    let classes = Classes::look_up(word());
    let free = places.iter().find(|place| place.load(Ordering::Relaxed) == 0);
    let other = &places[usize::try_from(hash >> 8 & 7).unwrap_or(0)];
    let known = hash >> 8 << 8 | TAKEN | u64::from(classes.0);
    free.unwrap_or(other).store(known, Ordering::Relaxed);
    classes
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash of a word, whether in capitals or not: of its first and last letters and its length, and of the others.
fn hash(word: &[u8]) -> u64 {
    let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) else {
        return hash_short(first_eight(word), word.len());
    };
    let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    let within = word.get(8..word.len().saturating_sub(8)).unwrap_or(&[]);
    let others = within
        .iter()
        .fold(0, |sum: u64, byte| (sum.rotate_left(5) ^ u64::from(byte | 0x20)).wrapping_mul(MIX));
    let mixed = (first | SMALL) ^ (last | SMALL).rotate_left(29) ^ word.len() as u64 ^ others;
    mixed.wrapping_mul(MIX)
}

/// The same of a word of less than eight bytes, given as one number.
fn hash_short(word: u64, length: usize) -> u64 {
    ((word | SMALL) ^ length as u64).wrapping_mul(MIX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(word: &str) -> Classes {
        word_at(word, 0).1
    }

    #[test]
    fn words_end_where_their_letters_do() {
        for word in ["a", "plans", "Zone7x", "ABCxyz9", "abcdefgh", "government", "2030年度"] {
            for rest in ["", " ", ", and more", "的", "`", "{", "@", "[", "/", ":", "年的县市"]
            {
                let text = format!("({word}{rest}");
                let end = letters_end(text.as_bytes(), 1);
                assert_eq!(word_at(&text, 1).0, end, "{text}");
                let alone = &text[1..end];
                let short = short_word(&text.as_bytes()[1..], true);
                let same = short.is_none_or(|(length, word)| {
                    hash_short(word, length) == hash(alone.as_bytes())
                });
                assert!(same, "{text}");
            }
        }
    }

    #[test]
    fn words_have_their_classes_again_and_again() {
        for _ in 0..2 {
            assert!(classes("organise").is_spelled() && classes("Organize").is_spelled());
            assert!(classes("recieve").is_spelled() && classes("teh").is_spelled());
            assert!(classes("The").is_small() && classes("their").is_small());
            assert_eq!(classes("government"), Classes::default());
            assert_eq!(classes("2030"), Classes(Classes::UNFINISHED));
            assert_eq!(classes("todo"), classes("XX"));
            assert!(classes("accordance").may_be_pair(classes("will")));
            assert!(classes("this").may_be_pair(classes("accordance")));
            assert!(!classes("plan").may_be_pair(classes("the")));
        }
    }
}
