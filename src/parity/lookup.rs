//! In: a table of words. Out: those that may stand at a place, found by one character of it. Readers ask at every number, and
//! hold only a few words against the text in place of the whole table. And a first glance at a character, for what is asked
//! at every character of every text.

use rustc_hash::FxHashMap;

/// Words with what they mean, by their first or by their last character; those of one character in the order of the table.
pub struct Lookup<T> {
    words: FxHashMap<char, Vec<(&'static str, T)>>,
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
        let mut words: FxHashMap<char, Vec<(&'static str, T)>> = FxHashMap::default();
        for (word, meaning) in list {
            if let Some(c) = character(word) {
                words.entry(c.to_ascii_lowercase()).or_default().push((word, meaning));
            }
        }
        Self { words }
    }

    /// The words with which a text may begin, of a table by their first character.
    pub fn may_begin(&self, text: &str) -> &[(&'static str, T)] {
        self.with(text.chars().next())
    }

    /// The words with which a text may end, of a table by their last character.
    pub fn may_end(&self, text: &str) -> &[(&'static str, T)] {
        self.with(text.chars().next_back())
    }

    fn with(&self, c: Option<char>) -> &[(&'static str, T)] {
        c.and_then(|c| self.words.get(&c.to_ascii_lowercase())).map_or(&[], Vec::as_slice)
    }

    /// The words with which a text begins, in the order of the table.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = (&'static str, T)> {
        self.may_begin(text).iter().filter(move |(word, _)| text.starts_with(word)).cloned()
    }

    /// The words with which a text ends, in the order of the table.
    pub fn ending(&self, text: &str) -> impl Iterator<Item = (&'static str, T)> {
        self.may_end(text).iter().filter(move |(word, _)| text.ends_with(word)).cloned()
    }
}

/// The characters at which something may begin. Those of the first plane, among them all that texts are written with, are told
/// from each other exactly, the others are never in it.
#[derive(Clone, Debug)]
pub struct Characters(Box<[u64; Self::WORDS]>);

impl Characters {
    const WORDS: usize = 0x1_0000 / 64;

    pub fn add(&mut self, c: char) {
        if let Some(word) = self.0.get_mut(c as usize / 64) {
            *word |= 1 << (c as usize % 64);
        }
    }

    pub fn has(&self, c: char) -> bool {
        self.has_number(c as usize)
    }

    fn has_number(&self, c: usize) -> bool {
        self.0.get(c / 64).is_some_and(|word| word >> (c % 64) & 1 == 1)
    }

    /// The first place from `from` on where one of them stands.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        // Characters are put together from their bytes without a look at how many there are: this is asked of every
        // character of every text.
        let low = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(byte & 0x3f));
        while let Some(byte) = bytes.get(at) {
            let first = usize::from(*byte);
            let (c, length) = match byte {
                0xe0..=0xef => ((first & 0xf) << 12 | low(at + 1) << 6 | low(at + 2), 3),
                0..=0x7f => (first, 1),
                0xc0..=0xdf => ((first & 0x1f) << 6 | low(at + 1), 2),
                _ => (usize::MAX, 4),
            };
            if self.has_number(c) {
                return Some(at);
            }
            at += length;
        }
        None
    }
}

impl Default for Characters {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut set = Self::default();
        characters.into_iter().for_each(|c| set.add(c));
        set
    }
}

/// How names begin. A first glance at the bytes of a text tells nearly always that none of them begins there; what it lets pass
/// is looked at again.
#[derive(Clone, Debug)]
pub struct Beginnings {
    /// Numbers made of the first bytes.
    long: Box<[u64; Self::WORDS]>,
    /// The first characters of names that have fewer bytes.
    short: Characters,
}

impl Beginnings {
    /// Two Chinese characters.
    const BYTES: usize = 6;
    const WORDS: usize = 0x1_0000 / 64;

    pub fn add(&mut self, name: &str) {
        match Self::number(name.as_bytes()) {
            Some(number) => self.long[number / 64] |= 1 << (number % 64),
            None => self.short.extend(name.chars().next()),
        }
    }

    /// Whether a name may stand at the beginning of a text, whose first character is `c`.
    pub fn may_begin(&self, text: &str, c: char) -> bool {
        let long = |number: usize| self.long[number / 64] >> (number % 64) & 1 == 1;
        Self::number(text.as_bytes()).is_some_and(long) || self.short.has(c)
    }

    /// A number below 2¹⁶; `None` where there are too few bytes.
    fn number(bytes: &[u8]) -> Option<usize> {
        let [a, b, c, d, e, f] = *bytes.first_chunk::<{ Self::BYTES }>()?;
        let number = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
        // As Knuth spreads numbers: by the golden ratio.
        usize::try_from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48).ok()
    }
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { long: Box::new([0; Self::WORDS]), short: Characters::default() }
    }
}

impl Extend<char> for Characters {
    fn extend<I: IntoIterator<Item = char>>(&mut self, characters: I) {
        characters.into_iter().for_each(|c| self.add(c));
    }
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, Characters};

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
        assert_eq!(set.find("1和1", 1), Some(4));
    }

    #[test]
    fn beginnings_miss_no_name() {
        let names = ["企业", "市科技局", "区", "é", "km", "Water Bureau", "🙂🙂"];
        let mut beginnings = Beginnings::default();
        names.iter().for_each(|name| beginnings.add(name));
        let begins = |text: &str| beginnings.may_begin(text, text.chars().next().unwrap_or(' '));
        for name in names {
            assert!(begins(name) && begins(&format!("{name}的")), "{name}");
        }
        assert!(!begins("企鹅") && !begins("的") && !begins("Waters"));
    }
}
