//! In: a table of words. Out: those that may stand at a place, found by one character of it. Readers ask at every number, and
//! hold only a few words against the text in place of the whole table. And a first glance at a character, for what is asked
//! at every character of every text.

use rustc_hash::FxHashMap;

use super::Characters;
use super::characters::{Numbers, code_at};

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

/// How names begin. A first glance at the bytes of a text tells nearly always that none of them begins there; what it lets pass
/// is looked at again.
#[derive(Clone, Debug, Default)]
pub struct Beginnings {
    /// Numbers made of the first bytes.
    long: Numbers,
    /// The first characters of names that have fewer bytes.
    short: Characters,
}

impl Beginnings {
    /// Two Chinese characters.
    const BYTES: usize = 6;

    pub fn add(&mut self, name: &str) {
        match Self::number(name.as_bytes()) {
            Some(number) => self.long.add(number),
            None => name.chars().take(1).for_each(|c| self.short.add(c)),
        }
    }

    /// Adds the names of another one.
    pub fn join(&mut self, other: &Self) {
        self.long.join(&other.long);
        self.short.join(&other.short);
    }

    /// Whether a name may stand at the beginning of a text, to whose first character Unicode gives this number.
    pub fn may_begin(&self, text: &str, first: u32) -> bool {
        Self::number(text.as_bytes()).is_some_and(|number| self.long.has(number))
            || self.short.has_code(first)
    }

    /// The first place from `from` on where a name may begin, and its first character.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, char)> {
        let bytes = text.as_bytes();
        let mut at = from;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let (code, length) = code_at(rest);
            if self.may_begin(&text[at..], code) {
                return Some((at, text[at..].chars().next()?));
            }
            at += length;
        }
        None
    }

    /// A number below 2¹⁶; `None` where there are too few bytes.
    fn number(bytes: &[u8]) -> Option<usize> {
        let [a, b, c, d, e, f] = *bytes.first_chunk::<{ Self::BYTES }>()?;
        let number = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
        // As Knuth spreads numbers: by the golden ratio.
        usize::try_from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Beginnings;

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

    #[test]
    fn names_of_two_lists_are_found_together() {
        let mut one = Beginnings::default();
        one.add("企业");
        let mut other = Beginnings::default();
        ["市科技局", "区"].iter().for_each(|name| other.add(name));
        one.join(&other);
        let places = ["的企业", "的市科技局", "的区"].map(|text| one.find(text, 0));
        assert_eq!(places, [Some((3, '企')), Some((3, '市')), Some((3, '区'))]);
    }
}
