//! In: a table of words. Out: those that may stand at a place, found by one character of it. Readers ask at every number, and
//! hold only a few words against the text in place of the whole table. And a first glance at a character, for what is asked
//! at every character of every text.

use rustc_hash::FxHashMap;

use super::Characters;
use super::characters::{Numbers, code_at, first_eight, two_of_three_bytes};

/// Words with what they mean, by their first or by their last character; those of one character in the order of the table.
pub struct Lookup<T> {
    words: FxHashMap<char, List<T>>,
}

/// Words that begin, or end, with one character.
struct List<T> {
    words: Vec<(&'static str, T)>,
    /// Their first bytes and their last ones: they tell nearly always whether a word stands at a place.
    glances: Vec<(Glance, Glance)>,
}

/// The bytes of a word, eight at most, as one number, and which bytes of eight these are.
#[derive(Clone, Copy)]
struct Glance {
    bytes: u64,
    mask: u64,
}

impl Glance {
    fn of(bytes: u64, word: &str) -> Self {
        let mask = u64::MAX.checked_shl(8 * word.len() as u32).map_or(u64::MAX, |others| !others);
        Self { bytes, mask }
    }

    /// For the beginning of a text: its first byte is the lowest one.
    fn at_beginning(word: &str) -> Self {
        Self::of(first_eight(word.as_bytes()), word)
    }

    /// For the end of a text: its last byte is the lowest one.
    fn at_end(word: &str) -> Self {
        Self::of(last_eight(word.as_bytes()), word)
    }

    fn fits(self, bytes: u64) -> bool {
        (self.bytes ^ bytes) & self.mask == 0
    }
}

/// The last eight bytes, the last one lowest; nothing in place of those that are not there.
fn last_eight(bytes: &[u8]) -> u64 {
    let few = || bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    bytes.last_chunk().map_or_else(few, |eight| u64::from_be_bytes(*eight))
}

impl<T: Clone> Lookup<T> {
    pub fn by_first(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        Self::by(words, |word| word.chars().next())
    }

    pub fn by_last(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        Self::by(words, |word| word.chars().next_back())
    }

    /// Capitals of the alphabet and small letters are one character here.
    fn by(
        list: impl Iterator<Item = (&'static str, T)>,
        character: fn(&str) -> Option<char>,
    ) -> Self {
        let mut words: FxHashMap<char, List<T>> = FxHashMap::default();
        for (word, meaning) in list {
            if let Some(c) = character(word) {
                let nothing = || List { words: Vec::new(), glances: Vec::new() };
                let of_character = words.entry(c.to_ascii_lowercase()).or_insert_with(nothing);
                of_character.words.push((word, meaning));
                of_character.glances.push((Glance::at_beginning(word), Glance::at_end(word)));
            }
        }
        Self { words }
    }

    /// The words with which a text may begin, of a table by their first character.
    pub fn may_begin(&self, text: &str) -> &[(&'static str, T)] {
        self.with(text.chars().next()).map_or(&[], |list| &list.words)
    }

    fn with(&self, c: Option<char>) -> Option<&List<T>> {
        self.words.get(&c?.to_ascii_lowercase())
    }

    /// The words with which a text begins, in the order of the table.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = (&'static str, T)> {
        let first = first_eight(text.as_bytes());
        let list = self.with(text.chars().next()).into_iter();
        let words = list.flat_map(|list| list.words.iter().zip(&list.glances));
        let stands = move |word: &str, glance: Glance| {
            glance.fits(first) && (word.len() <= 8 || text.starts_with(word))
        };
        words
            .filter(move |((word, _), (glance, _))| stands(word, *glance))
            .map(|(word, _)| word.clone())
    }

    /// The words with which a text ends, in the order of the table.
    pub fn ending(&self, text: &str) -> impl Iterator<Item = (&'static str, T)> {
        let last = last_eight(text.as_bytes());
        let list = self.with(text.chars().next_back()).into_iter();
        let words = list.flat_map(|list| list.words.iter().zip(&list.glances));
        let stands = move |word: &str, glance: Glance| {
            glance.fits(last) && (word.len() <= 8 || text.ends_with(word))
        };
        words
            .filter(move |((word, _), (_, glance))| stands(word, *glance))
            .map(|(word, _)| word.clone())
    }
}

/// How names begin. A first glance at the bytes of a text tells nearly always that none of them begins there; what it lets pass
/// is looked at again.
#[derive(Clone, Debug, Default)]
pub struct Beginnings {
    /// Numbers made of the first bytes.
    long: Numbers,
    /// The first characters of names that have fewer bytes, if there are any.
    short: Characters,
    has_short: bool,
}

impl Beginnings {
    /// Two Chinese characters.
    const BYTES: usize = 6;

    pub fn add(&mut self, name: &str) {
        match Self::number(name.as_bytes()) {
            Some(number) => self.long.add(number),
            None => {
                self.has_short = true;
                name.chars().take(1).for_each(|c| self.short.add(c));
            }
        }
    }

    /// Whether a name may stand at the beginning of a text, to whose first character Unicode gives this number.
    #[inline]
    pub fn may_begin(&self, text: &str, first: u32) -> bool {
        Self::number(text.as_bytes()).is_some_and(|number| self.long.has(number))
            || self.has_short && self.short.has_code(first)
    }

    /// The same for a text with at least eight bytes, given as one number, the first one lowest.
    #[inline]
    pub fn may_begin_with(&self, eight: u64, first: u32) -> bool {
        self.long.has(Self::spread(eight)) || self.has_short && self.short.has_code(first)
    }

    /// The first place from `from` on where a name may begin, and its first character.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let bytes = text.as_bytes();
        let found = |at: usize| Some((at, text[at..].chars().next()?));
        let mut at = from;
        while let Some(eleven) = bytes.get(at..).and_then(<[u8]>::first_chunk::<11>) {
            let ([first @ .., _, _, _], [_, _, _, second @ ..]) = (*eleven, *eleven);
            let (first, second) = (u64::from_le_bytes(first), u64::from_le_bytes(second));
            // Most characters of a text are Chinese, as those before and behind them.
            if two_of_three_bytes(first) {
                let is = |eight: u64| {
                    let short = self.has_short && self.short.begins(eight);
                    self.long.has(Self::spread(eight)) | short
                };
                let (is_first, is_second) = (is(first), is(second));
                if is_first | is_second {
                    return found(if is_first { at } else { at + 3 });
                }
                at += 6;
                continue;
            }
            let (code, length) = code_at(&bytes[at..]);
            if self.may_begin_with(first, code) {
                return found(at);
            }
            at += length;
        }
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let (code, length) = code_at(rest);
            if self.may_begin(&text[at..], code) {
                return found(at);
            }
            at += length;
        }
        None
    }

    /// A number below 2¹⁶; `None` where there are too few bytes.
    fn number(bytes: &[u8]) -> Option<usize> {
        let [a, b, c, d, e, f] = *bytes.first_chunk::<{ Self::BYTES }>()?;
        Some(Self::spread(u64::from_le_bytes([a, b, c, d, e, f, 0, 0])))
    }

    /// The number of the first bytes of eight, the first one lowest.
    #[inline]
    fn spread(eight: u64) -> usize {
        const BITS: u64 = (1 << (8 * Beginnings::BYTES)) - 1;
        // As Knuth spreads numbers: by the golden ratio.
        let number = (eight & BITS).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::try_from(number >> 48).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Beginnings, Lookup};

    #[test]
    fn words_are_found_at_both_ends() {
        let words = ["家", "家次", "％", "%", "分之一的面积", "m", "km", "平方公里以上的面积"];
        let first = Lookup::by_first(words.into_iter().map(|word| (word, ())));
        let last = Lookup::by_last(words.into_iter().map(|word| (word, ())));
        for text in [
            "",
            "家",
            "家次的",
            "次家",
            "家次",
            "%",
            "％",
            "分之一的面积",
            "分之一的面",
            "之一的面积",
            "km",
            "m",
            "kmm",
            "mk",
            "平方公里以上的面积",
            "平方公里以上的",
            "里以上的面积",
            "是平方公里以上的面积",
            "平方公里以上的面积是",
        ] {
            let begin: Vec<_> = words.into_iter().filter(|word| text.starts_with(word)).collect();
            let end: Vec<_> = words.into_iter().filter(|word| text.ends_with(word)).collect();
            assert_eq!(
                first.beginning(text).map(|(word, ())| word).collect::<Vec<_>>(),
                begin,
                "{text}"
            );
            assert_eq!(last.ending(text).map(|(word, ())| word).collect::<Vec<_>>(), end, "{text}");
        }
    }

    #[test]
    fn beginnings_miss_no_name() {
        let names = ["企业", "市科技局", "区", "é", "km", "Water Bureau", "🙂🙂"];
        let mut beginnings = Beginnings::default();
        names.iter().for_each(|name| beginnings.add(name));
        let begins =
            |text: &str| beginnings.may_begin(text, text.chars().next().map_or(0, u32::from));
        for name in names {
            assert!(begins(name) && begins(&format!("{name}的")), "{name}");
        }
        assert!(!begins("企鹅") && !begins("的") && !begins("Waters"));
        assert_eq!(beginnings.find("的🙂🙂é企业", 0), Some((3, '🙂')));
        assert_eq!(beginnings.find("的🙂é企业", 0), Some((7, 'é')));
        assert_eq!(beginnings.find("企鹅企业", 0), Some((6, '企')));
        assert_eq!(beginnings.find("企业企鹅", 6), None);
    }
    proptest! {
        #[test]
        fn beginnings_are_found_where_they_stand(
            names in proptest::collection::vec("(市|局|é|1|a|🙂){1,3}", 0..4),
            text in "(市|局|é|1|a|🙂|水|、){0,40}",
        ) {
            let mut beginnings = Beginnings::default();
            names.iter().for_each(|name| beginnings.add(name));
            let may = |(at, c): &(usize, char)| {
                beginnings.may_begin(&text[*at..], u32::from(*c))
            };
            for from in text.char_indices().map(|(at, _)| at) {
                let first = text.char_indices().filter(|(at, _)| *at >= from).find(may);
                prop_assert_eq!(beginnings.find(&text, from), first);
            }
        }
    }
}
