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

/// A set of characters that may take others for its own: it only looks at a part of their number. It tells nearly always
/// and fast that nothing is to be found, and what it lets pass is looked at again.
#[derive(Clone, Debug)]
pub struct Glance(Box<[bool; Self::SIZE]>);

impl Glance {
    const SIZE: usize = 4096;

    pub fn add(&mut self, c: char) {
        self.0[c as usize % Self::SIZE] = true;
    }

    pub fn may_have(&self, c: char) -> bool {
        self.0[c as usize % Self::SIZE]
    }
}

impl Default for Glance {
    fn default() -> Self {
        Self(Box::new([false; Self::SIZE]))
    }
}

impl FromIterator<char> for Glance {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut glance = Self::default();
        characters.into_iter().for_each(|c| glance.add(c));
        glance
    }
}
