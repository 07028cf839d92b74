//! In: a short list of words. Out: whether a text begins or ends with one of them, has one, and where. Readers ask this of
//! every clause of every text, and nearly always the answer is no: three bytes of the text tell it before any word is held
//! against it.

use std::sync::OnceLock;

use aho_corasick::Span;
use aho_corasick::packed::Searcher;

/// Words, and a first glance at them. Longer words stand before those that they contain.
#[derive(Debug)]
pub struct WordList<const N: usize> {
    words: [&'static str; N],
    /// The first three bytes of the words, and the last three: those of a Chinese character.
    begins: Glance,
    ends: Glance,
    /// Looks for all words at once, many bytes at a time; of those that begin at one place, for the first of the list. `None`
    /// where the machine cannot.
    searcher: OnceLock<Option<Searcher>>,
}

/// The last six bits of three bytes, of all words; all bits where a word has too few bytes.
#[derive(Clone, Copy, Debug)]
struct Glance([u64; 3]);

impl Glance {
    const fn with(self, [one, two, three]: [u8; 3]) -> Self {
        let Self([first, second, third]) = self;
        Self([first | 1 << (one & 63), second | 1 << (two & 63), third | 1 << (three & 63)])
    }

    fn may(self, [one, two, three]: [u8; 3]) -> bool {
        let Self([first, second, third]) = self;
        first >> (one & 63) & second >> (two & 63) & third >> (three & 63) & 1 == 1
    }

    const NONE: Self = Self([0; 3]);
    const ALL: Self = Self([u64::MAX; 3]);
}

impl<const N: usize> WordList<N> {
    pub const fn new(words: [&'static str; N]) -> Self {
        let (mut begins, mut ends) = (Glance::NONE, Glance::NONE);
        let mut at = 0;
        while at < N {
            match words[at].as_bytes() {
                [one, two, three, ..] => begins = begins.with([*one, *two, *three]),
                _ => begins = Glance::ALL,
            }
            match words[at].as_bytes() {
                [.., one, two, three] => ends = ends.with([*one, *two, *three]),
                _ => ends = Glance::ALL,
            }
            at += 1;
        }
        Self { words, begins, ends, searcher: OnceLock::new() }
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// Whether a text is one of the words.
    pub fn contains(&self, text: &str) -> bool {
        self.ending(text).is_some() && self.words.contains(&text)
    }

    /// The first word of the list that a text begins with.
    pub fn beginning(&self, text: &str) -> Option<&'static str> {
        self.at(text.as_bytes())
    }

    /// The first word of the list that a text ends with.
    pub fn ending(&self, text: &str) -> Option<&'static str> {
        if let Some(last) = text.as_bytes().last_chunk()
            && !self.ends.may(*last)
        {
            return None;
        }
        self.words.iter().find(|word| text.ends_with(**word)).copied()
    }

    /// Whether one of the words stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }

    /// All words in a text, with their places; none within another.
    pub fn find_all<'t>(
        &self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, &'static str)> + use<'_, 't, N> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, word) = self.find(text, from)?;
            from = at + word.len();
            Some((at, word))
        })
    }

    /// The first word from a place on, and where it stands.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, &'static str)> {
        let bytes = text.as_bytes();
        match self.searcher.get_or_init(|| Searcher::new(self.words)) {
            Some(searcher) if bytes.len() >= from + searcher.minimum_len() => {
                let found = searcher.find_in(bytes, Span::from(from..bytes.len()))?;
                Some((found.start(), self.words[found.pattern().as_usize()]))
            }
            _ => (from..bytes.len()).find_map(|at| Some((at, self.at(&bytes[at..])?))),
        }
    }

    fn at(&self, bytes: &[u8]) -> Option<&'static str> {
        if let Some(first) = bytes.first_chunk()
            && !self.begins.may(*first)
        {
            return None;
        }
        self.words.iter().find(|word| bytes.starts_with(word.as_bytes())).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::WordList;

    static CHINESE: WordList<4> = WordList::new(["力争达到", "达到", "达", "每年"]);
    static MIXED: WordList<3> = WordList::new(["a", "éclair", "𠀀"]);

    #[test]
    fn glances_miss_no_word() {
        assert_eq!(CHINESE.beginning("达到了"), Some("达到"));
        assert_eq!(CHINESE.beginning("达"), Some("达"));
        assert_eq!(CHINESE.beginning("到达"), None);
        assert_eq!(CHINESE.ending("力争达到"), Some("力争达到"));
        assert_eq!(CHINESE.ending("将达到"), Some("达到"));
        assert_eq!(CHINESE.ending(""), None);
        assert!(CHINESE.is_in("规模每年增加") && !CHINESE.is_in("规模每月增加"));
        assert_eq!(CHINESE.find("达到，每年达到", 3), Some((9, "每年")));
        assert!(CHINESE.contains("每年") && !CHINESE.contains("在每年"));
    }

    #[test]
    fn words_of_every_length_are_found() {
        assert_eq!(MIXED.beginning("a"), Some("a"));
        assert_eq!(MIXED.ending("🙂a"), Some("a"));
        assert_eq!(MIXED.find("🙂 é éclair", 0), Some((8, "éclair")));
        assert_eq!(MIXED.find("规划𠀀", 0), Some((6, "𠀀")));
        assert_eq!(MIXED.find("规划", 0), None);
    }

    proptest! {
        /// Many bytes at a time, words are found where they are found one place after the other.
        #[test]
        fn long_texts_have_the_words_of_short_ones(
            parts in proptest::collection::vec(proptest::sample::select(vec![
                "达到", "达", "到", "力争", "每", "年", "每年", "a", "é", "éclair", "规划", " ", "𠀀", "🙂",
            ]), 0..60),
            from in 0..8usize,
        ) {
            let text = parts.concat();
            let from = text.floor_char_boundary(from);
            let one_by_one = |list: &dyn Fn(&str) -> Option<&'static str>| {
                let places = text.char_indices().filter(|(at, _)| *at >= from);
                places.map(|(at, _)| at).find_map(|at| Some((at, list(&text[at..])?)))
            };
            prop_assert_eq!(CHINESE.find(&text, from), one_by_one(&|rest| CHINESE.beginning(rest)));
            prop_assert_eq!(MIXED.find(&text, from), one_by_one(&|rest| MIXED.beginning(rest)));
        }
    }
}
