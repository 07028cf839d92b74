//! In: what stands for a name in the other language, and a text of that language. Out: whether it stands there: as it is
//! written, with its words in other forms, or with its words apart.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::language::is_cjk;

use super::simple::{Simple, beginnings, goes_on, searched};

/// What stands for a name in the other language. What it is looked for with is only made when a text asks: most names of
/// a plan stand in none of its clauses.
#[derive(Clone, Debug)]
pub struct Other {
    pub written: String,
    plainly: OnceLock<Plain>,
    /// As `searched` gives it.
    in_words: OnceLock<Box<str>>,
}

/// A name as it is written; but the case of its first letter does not count, nor, in most names, an `s` behind the last.
#[derive(Clone, Debug)]
struct Plain {
    /// Whether it is of a language with spaces, and only counts between words.
    spaced: bool,
    first: Option<u8>,
    /// What is behind the first letter.
    rest: Sought,
    plural: bool,
}

/// A text that is looked for. Getting ready for a long one takes longer than looking for it once or twice, so it is found by
/// its beginning.
#[derive(Clone, Debug)]
struct Sought {
    whole: Box<str>,
    beginning: Finder<'static>,
}

#[derive(Clone, Debug)]
pub struct Phrase {
    written: String,
    /// Beginnings of words that together will do, in any order.
    words: OnceLock<Vec<String>>,
}

impl Sought {
    /// The longest beginning, in bytes.
    const BEGINNING: usize = 32;

    fn new(whole: &str) -> Self {
        let beginning = &whole.as_bytes()[..whole.len().min(Self::BEGINNING)];
        Self { whole: whole.into(), beginning: Finder::new(beginning).into_owned() }
    }

    /// Where it stands in a text.
    fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let places = self.beginning.find_iter(text.as_bytes());
        places.filter(|at| text.as_bytes()[*at..].starts_with(self.whole.as_bytes()))
    }

    fn is_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }
}

impl Other {
    pub fn new(written: &str) -> Self {
        let (plainly, in_words) = Default::default();
        Self { written: written.to_owned(), plainly, in_words }
    }

    fn plainly(&self) -> &Plain {
        self.plainly.get_or_init(|| Plain::new(&self.written))
    }

    /// Whether it stands in a text, found without taking the text apart. In a language with spaces this is a first
    /// glance: what it finds is also found in the text as `searched` gives it, which takes longer to make.
    pub fn is_in(&self, text: &str) -> bool {
        self.plainly().is_in(text)
    }

    /// The same for the words of a text.
    pub fn is_in_words(&self, text: &Simple<'_>) -> bool {
        text.has(self.in_words.get_or_init(|| searched(&self.written).into()))
    }

    /// Whether it is looked for in the words of a text, too.
    pub fn has_words(&self) -> bool {
        self.plainly().spaced
    }
}

impl Plain {
    fn new(written: &str) -> Self {
        let spaced = !written.contains(is_cjk);
        let letter = match written.as_bytes() {
            [letter, _, ..] if spaced && letter.is_ascii_alphabetic() => Some(*letter),
            _ => None,
        };
        let rest = &written[usize::from(letter.is_some())..];
        // Only the last word can tell.
        let last = written.rsplit(|c: char| !goes_on(c)).next().unwrap_or(written);
        let plural = searched(&format!("{last}s")) == searched(last);
        Self { spaced, first: letter, rest: Sought::new(rest), plural }
    }

    fn is_in(&self, text: &str) -> bool {
        if !self.spaced {
            return self.rest.is_in(text);
        }
        let ends = |rest: &str| !rest.starts_with(goes_on);
        self.rest.places(text).any(|at| {
            let (before, behind) = (&text[..at], &text[at + self.rest.whole.len()..]);
            let before = match self.first {
                Some(first) => before
                    .strip_suffix(|c: char| c.is_ascii() && first.eq_ignore_ascii_case(&(c as u8))),
                None => Some(before),
            };
            let begins = before.is_some_and(|before| !before.ends_with(goes_on));
            let plural = self.plural.then(|| behind.strip_prefix('s')).flatten();
            begins && (ends(behind) || plural.is_some_and(ends))
        })
    }
}

impl Phrase {
    pub fn new(written: &str) -> Self {
        Self { written: written.to_owned(), words: OnceLock::new() }
    }

    /// Whether its words stand in a text: both of two, half of more, or their initials, as general practitioners are called GPs.
    pub fn is_in_words(&self, text: &Simple<'_>) -> bool {
        let words = self.words.get_or_init(|| beginnings(&self.written));
        let has = |word: &str| {
            let other = OTHER_WORDS.iter().find(|(one, _)| *one == word);
            text.has(word)
                || other.is_some_and(|(_, others)| others.iter().any(|one| text.has(one)))
        };
        let needed = if words.len() < 3 { words.len() } else { words.len().div_ceil(2) };
        let initials: String = words.iter().filter_map(|word| word.chars().nth(1)).collect();
        let by_initials = || has(&format!(" {initials} ")) || has(&format!(" {initials}s "));
        !words.is_empty()
            && (words.iter().filter(|word| has(word)).count() >= needed
                || (words.len() > 1 && by_initials()))
    }
}

/// What sentences say in place of a word of a name, as `beginnings` gives it: the pass rate in quality checks is the share
/// that met the standards when sampled.
const OTHER_WORDS: [(&str, &[&str]); 4] = [
    (
        " pass",
        &[" met the ", " meet the ", " meet standard", " comply", " complie", " up to standard"],
    ),
    (" compl", &[" met the ", " meet the ", " meet standard", " pass"]),
    (" quali", &[" standard", " requirement"]),
    (" check", &[" sampl", " test", " inspect"]),
];
