//! In: characters that somebody looks for. Out: whether one of them stands at a place of a text, told at a glance: this is
//! asked of every character of every text.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::Span;
use aho_corasick::packed::Searcher;
use memchr::memchr_iter;

use super::any_byte;

/// Numbers below 2¹⁶, a bit for each. Larger ones are never in it.
#[derive(Clone, Debug)]
pub struct Numbers(Box<[u64; Self::WORDS]>);

impl Numbers {
    const WORDS: usize = 0x1_0000 / 64;

    pub fn add(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Sixty-four numbers from this multiple of sixty-four on, the first one lowest.
    fn row(&self, place: usize) -> u64 {
        self.0[place % Self::WORDS]
    }

    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// All of them, from the smallest on.
    fn iter(&self) -> impl Iterator<Item = usize> {
        (0..Self::WORDS * 64).filter(|number| self.has(*number))
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

/// Characters of the first plane, among them all that texts are written with. Others are never in it.
#[derive(Clone, Debug, Default)]
pub struct Characters {
    set: Numbers,
    /// Looks at many bytes at a time for a few Chinese characters; `None` for others.
    searcher: OnceLock<Option<Searcher>>,
}

impl Characters {
    pub fn add(&mut self, c: char) {
        self.set.add(c as usize);
        self.searcher.take();
    }

    pub fn has(&self, c: char) -> bool {
        self.has_code(u32::from(c))
    }

    /// The same by the number that Unicode gives a character.
    pub fn has_code(&self, code: u32) -> bool {
        self.set.has(code as usize)
    }

    /// The same for the character of three bytes that stands in the lowest ones of a number.
    #[inline]
    pub(super) fn begins(&self, bytes: u64) -> bool {
        self.set.row(((bytes & 0xf) << 6 | bytes >> 8 & 0x3f) as usize) >> (bytes >> 16 & 0x3f) & 1
            == 1
    }

    /// Where they stand in a text.
    pub fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.find(text, from)?;
            from = at + text[at..].chars().next().map_or(1, char::len_utf8);
            Some(at..from)
        })
    }

    /// The first place from `from` on where one of them stands.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if let Some(searcher) = self.searcher.get_or_init(|| searcher(&self.set))
            && bytes.len() >= from + searcher.minimum_len()
        {
            return Some(searcher.find_in(bytes, Span::from(from..bytes.len()))?.start());
        }
        let mut at = from;
        while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            let eight = u64::from_le_bytes(*eight);
            // Most characters of a text are Chinese, as those before and behind them.
            if two_of_three_bytes(eight) {
                let (first, second) = (self.begins(eight), self.begins(eight >> 24));
                if first | second {
                    return Some(if first { at } else { at + 3 });
                }
                at += 6;
                continue;
            }
            let (code, length) = code_at(&bytes[at..]);
            if self.has_code(code) {
                return Some(at);
            }
            at += length;
        }
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let (code, length) = code_at(rest);
            if self.has_code(code) {
                return Some(at);
            }
            at += length;
        }
        None
    }
}

/// Whether eight bytes of a text, the first one lowest, begin with two characters of three bytes each, as Chinese ones are.
#[inline]
pub(super) fn two_of_three_bytes(eight: u64) -> bool {
    eight & 0xf000_00f0 == 0xe000_00e0
}

/// The number that Unicode gives the first character, and its bytes, which are put together without a look at how many there
/// are; beyond the first plane, a number of no character.
#[inline]
pub fn code_at(bytes: &[u8]) -> (u32, usize) {
    match bytes {
        [a @ 0xe0..=0xef, b, c, ..] => (low(*a, 4) << 12 | low(*b, 6) << 6 | low(*c, 6), 3),
        [a @ 0..=0x7f, ..] => (u32::from(*a), 1),
        [a @ 0xc0..=0xdf, b, ..] => (low(*a, 5) << 6 | low(*b, 6), 2),
        _ => (u32::MAX, 4),
    }
}

/// For characters of three bytes each; of more of them, many places would have to be looked at twice.
fn searcher(set: &Numbers) -> Option<Searcher> {
    const FEW: usize = 16;
    let all: Vec<char> =
        set.iter().take(FEW + 1).filter_map(|code| char::from_u32(code as u32)).collect();
    let chinese = all.len() <= FEW && all.iter().all(|c| c.len_utf8() == 3);
    let words = all.iter().map(char::to_string);
    chinese.then(|| Searcher::new(words)).flatten()
}

/// The last bits of a byte.
fn low(byte: u8, bits: u32) -> u32 {
    u32::from(byte) & ((1 << bits) - 1)
}

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut set = Self::default();
        characters.into_iter().for_each(|c| set.add(c));
        set
    }
}

/// The first bytes of some characters: nearly all of a text is passed over by them.
pub struct FirstBytes([bool; 256]);

impl FirstBytes {
    pub const fn of(list: &[u8]) -> Self {
        let mut bytes = [false; 256];
        let mut at = 0;
        while at < list.len() {
            bytes[list[at] as usize] = true;
            at += 1;
        }
        Self(bytes)
    }

    /// The characters of a text that begin with one of them, from a place on, each with its place. The other bytes of a
    /// character are none with which one begins.
    pub fn characters<'t>(
        &self,
        text: &'t str,
        mut from: usize,
    ) -> impl Iterator<Item = (usize, char)> + use<'_, 't> {
        std::iter::from_fn(move || {
            let begins = |byte: &u8| self.0[usize::from(*byte)];
            let at = from + text.as_bytes().get(from..)?.iter().position(begins)?;
            from = at + 1;
            Some((at, text[at..].chars().next()?))
        })
    }
}

/// Whether a figure in digits can stand in a text. Every text and nearly every piece of one is asked.
pub fn has_digit(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last two bytes of ０ to ９ behind the first one; other characters may have them, too.
    let wide = |at| matches!(bytes.get(at - 1..at + 2), Some([0xef, 0xbc, 0x90..=0x99]));
    any_byte(text, |byte| byte.is_ascii_digit())
        || memchr_iter(0xbc, bytes).any(|at| at > 0 && wide(at))
}

/// Every digit of an English keyboard in a text. Every text is asked, so blocks of bytes are looked at as a whole.
pub fn digits(text: &str) -> impl Iterator<Item = usize> {
    const BLOCK: usize = 32;
    let blocks = text.as_bytes().chunks(BLOCK).enumerate();
    let with_digit = blocks
        .filter(|(_, block)| block.iter().fold(false, |any, byte| any | byte.is_ascii_digit()));
    with_digit.flat_map(|(at, block)| {
        let digits = block.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
        digits.map(move |(place, _)| at * BLOCK + place)
    })
}

/// Where the letters and digits of an English keyboard end that begin at a place.
pub fn letters_end(bytes: &[u8], start: usize) -> usize {
    start + word_length(&bytes[start..], true)
}

/// How many letters, or letters and digits, a text begins with.
pub fn word_length(bytes: &[u8], digits: bool) -> usize {
    let mut length = 0;
    while let Some(eight) = bytes[length..].first_chunk() {
        match letters_of(*eight, digits) {
            8 => length += 8,
            more => return length + more,
        }
    }
    let is = |byte: &&u8| byte.is_ascii_alphabetic() || digits && byte.is_ascii_digit();
    length + bytes[length..].iter().take_while(is).count()
}

/// The length of the word of less than eight letters, or letters and digits, with which a text begins, and its bytes as one
/// number, the first one lowest; `None` where it is longer, or where the text has less than eight bytes.
#[inline]
pub fn short_word(bytes: &[u8], digits: bool) -> Option<(usize, u64)> {
    let eight = *bytes.first_chunk()?;
    let length = letters_of(eight, digits);
    (length < 8).then(|| (length, u64::from_le_bytes(eight) & ((1 << (8 * length)) - 1)))
}

/// How many letters, or letters and digits, eight bytes begin with. All eight are looked at together.
#[inline]
fn letters_of(bytes: [u8; 8], digits: bool) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let eight = u64::from_le_bytes(bytes);
    // What is added to a byte carries into its highest bit where the byte is large enough, and never into the next one.
    let from = |bytes: u64, first: u8| (bytes & !HIGH) + u64::from(0x80 - first) * EACH;
    let small = eight | SMALL_LETTERS;
    let letters = from(small, b'a') & !from(small, b'z' + 1);
    let figures = if digits { from(eight, b'0') & !from(eight, b'9' + 1) } else { 0 };
    let others = !((letters | figures) & !eight) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// The first eight bytes, the first one lowest; nothing in place of those that are not there.
pub fn first_eight(bytes: &[u8]) -> u64 {
    let few = || bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
    bytes.first_chunk().map_or_else(few, |eight| u64::from_le_bytes(*eight))
}

/// Turns capitals into small letters, in eight bytes; digits stay what they are.
pub const SMALL_LETTERS: u64 = 0x2020_2020_2020_2020;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Characters, FirstBytes, digits, has_digit, short_word, word_length};

    #[test]
    fn characters_are_found_by_their_first_bytes() {
        let marks = FirstBytes::of(b".\n\xe3\xef");
        let found = |from| marks.characters("规划。plan.，é\n🙂三", from).collect::<Vec<_>>();
        assert_eq!(found(0), [(6, '。'), (13, '.'), (14, '，'), (19, '\n')]);
        assert_eq!(found(14), [(14, '，'), (19, '\n')]);
        assert_eq!(found(30), []);
    }

    #[test]
    fn digits_of_both_widths_are_seen() {
        for text in ["1", "规划2", "第０条", "９", "，１", &("规划，".repeat(40) + "8")]
        {
            assert!(has_digit(text), "{text}");
        }
        for text in
            ["", "规划，", "（plan）", "\u{7bc}\u{95}", "\u{bc}\u{91}", &"规划：".repeat(40)]
        {
            assert!(!has_digit(text), "{text}");
        }
    }

    #[test]
    fn every_digit_is_found() {
        let text = format!("2030年{}1,5和{}9", "规划，".repeat(9), "plan ".repeat(13));
        let all: Vec<_> = text.match_indices(|c: char| c.is_ascii_digit()).collect();
        assert_eq!(
            digits(&text).collect::<Vec<_>>(),
            all.iter().map(|(at, _)| *at).collect::<Vec<_>>()
        );
        assert_eq!(digits("规划").next(), None);
    }

    #[test]
    fn words_are_measured_eight_bytes_at_a_time() {
        let number = |word: &[u8]| word.iter().rev().fold(0, |sum, b| sum << 8 | u64::from(*b));
        for byte in 0..=u8::MAX {
            for length in 0..8 {
                let text = [&b"Plan9zA"[..length], &[byte; 9]].concat();
                for digits in [false, true] {
                    let is = |b: &u8| b.is_ascii_alphabetic() || digits && b.is_ascii_digit();
                    let end = text.iter().position(|b| !is(b)).unwrap_or(text.len());
                    let word = (end < 8).then(|| (end, number(&text[..end])));
                    assert_eq!(short_word(&text, digits), word, "{text:?}");
                    assert_eq!(word_length(&text, digits), end, "{text:?}");
                }
            }
        }
        assert_eq!(short_word(b"plan", true), None);
    }

    proptest! {
        #[test]
        fn characters_are_found_where_they_stand(
            set in "(1|é|三|３|市|、|年){0,4}",
            text in "(1|é|三|３|市|、|年|a|🙂|规|划){0,40}",
        ) {
            let set: Characters = set.chars().collect();
            let is = |(_, c): &(usize, char)| set.has(*c);
            let places: Vec<usize> = text.char_indices().filter(is).map(|(at, _)| at).collect();
            prop_assert_eq!(set.places(&text).map(|place| place.start).collect::<Vec<_>>(), places);
        }
    }

    #[test]
    fn characters_of_every_length_are_found() {
        let set: Characters = "1é三３\u{ffff}".chars().collect();
        for (text, at) in [
            ("规划1", Some(6)),
            ("plan é", Some(5)),
            ("🙂规划三", Some(10)),
            ("𠀀３", Some(4)),
            ("\u{ffff}", Some(0)),
            ("规划，plan 🙂 ä", None),
            ("", None),
        ] {
            assert_eq!(set.find(text, 0), at, "{text}");
        }
        let few: Characters = "三市县".chars().collect();
        for (text, at) in [
            ("规划plan市", Some(10)),
            ("在全省各地的所有行政区域内，各县都", Some(45)),
            ("在全省各地的所有行政区域内，各地都", None),
            ("𠀀三", Some(4)),
        ] {
            assert_eq!(few.find(text, 0), at, "{text}");
        }
        assert_eq!(few.find("县里的所有行政区域，包括三个县", 3), Some(36));
        assert_eq!(set.find("1和1", 1), Some(4));
        assert_eq!(set.places("1和三🙂é").collect::<Vec<_>>(), [0..1, 4..7, 11..13]);
    }
}
