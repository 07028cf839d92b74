//! In: names and terms in both languages, and a text with its translation. Out: the names of the text that the
//! translation does not give as they are registered.

use std::cell::LazyCell;
use std::sync::OnceLock;

use memchr::memmem::{self, Finder};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Beginnings, Start, is_cjk};

use super::endings;
use super::simple::{beginnings, goes_on, searched};

/// Names and terms, and what stands for each in the other language.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    /// By their first character, the longest first.
    names: FxHashMap<char, Vec<Entry>>,
    begins: Beginnings,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    /// What may stand for it.
    other: Vec<Other>,
    /// What stands for it where its words will do, too.
    phrases: Vec<Phrase>,
}

/// What stands for a name in the other language. What it is looked for with is only made when a text asks: most names of
/// a plan stand in none of its clauses.
#[derive(Clone, Debug)]
struct Other {
    written: String,
    plainly: OnceLock<Plain>,
    /// As `searched` gives it.
    in_words: OnceLock<Finder<'static>>,
}

/// A name as it is written; but the case of its first letter does not count, nor, in most names, an `s` behind the last.
#[derive(Clone, Debug)]
struct Plain {
    /// Whether it is of a language with spaces, and only counts between words.
    spaced: bool,
    first: Option<u8>,
    /// What is behind the first letter.
    rest: Finder<'static>,
    plural: bool,
}

#[derive(Clone, Debug)]
struct Phrase {
    written: String,
    /// Beginnings of words that together will do, in any order.
    words: OnceLock<Vec<String>>,
}

/// A name that the translation lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub name: String,
    /// Where it stands in the text, in bytes.
    pub at: usize,
    /// What was expected, one of these.
    pub expected: Vec<String>,
}

impl Dictionary {
    /// Adds the name of a thing that sentences take apart: of 公共交通出行比例, `Share of trips made by public transport`,
    /// a sentence may make `45% of trips will be made by public transport`. Its words will do, in any order.
    pub fn add_phrase(&mut self, name: &str, other: &str) {
        let Some(entry) = self.entry(name) else { return };
        entry.add(other);
        entry.phrases.push(Phrase { written: other.to_owned(), words: OnceLock::new() });
    }

    /// Adds a name with what may stand for it. Several entries may have one name: then each will do.
    pub fn add<'w>(&mut self, name: &str, other: impl Iterator<Item = &'w str>) {
        if let Some(entry) = self.entry(name) {
            other.for_each(|word| entry.add(word));
        }
    }

    /// The entry of a name, which is made where there is none.
    fn entry(&mut self, name: &str) -> Option<&mut Entry> {
        let name = name.trim();
        let list = self.names.entry(name.chars().next()?).or_default();
        let known = list.iter().position(|entry| entry.name == name);
        let at = known.unwrap_or_else(|| {
            self.begins.add(name);
            let (other, phrases) = Default::default();
            let longer =
                |entry: &Entry| (name.len(), entry.name.as_str()) < (entry.name.len(), name);
            let at = list.partition_point(longer);
            list.insert(at, Entry { name: name.to_owned(), other, phrases });
            at
        });
        list.get_mut(at)
    }

    /// The longest name at the beginning of a text, whose first character this is.
    fn at(&self, text: &str, first: char, before: Option<char>) -> Option<&Entry> {
        let list = self.names.get(&first)?;
        list.iter().find(|entry| {
            // They begin with one character; the bytes behind it tell most of them apart at a glance.
            let behind =
                |name: &str, by: usize| name.as_bytes().get(first.len_utf8() + by).copied();
            let differs = |by| {
                let there = behind(&entry.name, by);
                there.is_some() && there != behind(text, by)
            };
            if differs(1) || differs(2) {
                return false;
            }
            let Some(rest) = text.strip_prefix(entry.name.as_str()) else { return false };
            let begins = entry.name.starts_with(is_cjk) || before.is_none_or(|c| !is_letter(c));
            begins && is_word_end(&entry.name, rest)
        })
    }
}

impl Entry {
    fn add(&mut self, word: &str) {
        let word = word.trim();
        if !word.is_empty() && !self.other.iter().any(|known| known.written == word) {
            let (plainly, in_words) = Default::default();
            // Nearly all have one, and it is large.
            self.other.reserve_exact(1);
            self.other.push(Other { written: word.to_owned(), plainly, in_words });
        }
    }
}

impl Other {
    fn plainly(&self) -> &Plain {
        self.plainly.get_or_init(|| Plain::new(&self.written))
    }

    /// Whether it stands in a text, found without taking the text apart. In a language with spaces this is a first
    /// glance: what it finds is also found in the text as `searched` gives it, which takes longer to make.
    fn is_in(&self, text: &str) -> bool {
        self.plainly().is_in(text)
    }

    /// The same for a text as `searched` gives it.
    fn is_in_words(&self, searched_text: &str) -> bool {
        let finder =
            self.in_words.get_or_init(|| Finder::new(&searched(&self.written)).into_owned());
        finder.find(searched_text.as_bytes()).is_some()
    }

    /// Whether it is looked for in the words of a text, too.
    fn has_words(&self) -> bool {
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
        let plural = searched(&format!("{written}s")) == searched(written);
        Self { spaced, first: letter, rest: Finder::new(rest).into_owned(), plural }
    }

    fn is_in(&self, text: &str) -> bool {
        if !self.spaced {
            return self.rest.find(text.as_bytes()).is_some();
        }
        let ends = |rest: &str| !rest.starts_with(goes_on);
        self.rest.find_iter(text.as_bytes()).any(|at| {
            let (before, behind) = (&text[..at], &text[at + self.rest.needle().len()..]);
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
    /// Whether its words stand in a text as `searched` gives it: both of two, half of more, or their initials, as general
    /// practitioners are called GPs.
    fn is_in_words(&self, searched_text: &str) -> bool {
        let words = self.words.get_or_init(|| beginnings(&self.written));
        let stands = |word: &str| memmem::find(searched_text.as_bytes(), word.as_bytes()).is_some();
        let has = |word: &str| {
            let other = OTHER_WORDS.iter().find(|(one, _)| *one == word);
            stands(word) || other.is_some_and(|(_, others)| others.iter().any(|one| stands(one)))
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

/// A letter of a language that puts spaces between words.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

/// A name of a language with spaces ends where no letter follows.
fn is_word_end(name: &str, rest: &str) -> bool {
    if name.ends_with(is_cjk) {
        endings::ends(name, rest)
    } else {
        rest.chars().next().is_none_or(|c| !is_letter(c))
    }
}

/// The names of a text that its translation does not give, each once. Of names within each other the longest counts;
/// the dictionaries are looked through in their order.
pub fn missing(dictionaries: &[&Dictionary], text: &str, translation: &str) -> Vec<Missing> {
    let searched = LazyCell::new(|| searched(translation));
    let mut found: Vec<Missing> = Vec::new();
    let mut judged: FxHashSet<&str> = FxHashSet::default();
    let (mut at, mut before) = (0, None);
    while let Some(c) = text[at..].chars().next() {
        let (rest, start) = (&text[at..], Start::of(&text[at..], c));
        let begins = dictionaries.iter().any(|one| one.begins.may_begin_with(start));
        let entries = || dictionaries.iter().filter_map(|one| one.at(rest, c, before));
        let entries: Vec<&Entry> = if begins { entries().collect() } else { Vec::new() };
        let Some(length) = entries.iter().map(|entry| entry.name.len()).max() else {
            (at, before) = (at + c.len_utf8(), Some(c));
            continue;
        };
        let name = &text[at..at + length];
        if judged.insert(name) {
            let same = || entries.iter().filter(|entry| entry.name.len() == length);
            let others = || same().flat_map(|entry| &entry.other);
            let mut phrases = same().flat_map(|entry| &entry.phrases);
            let literally = others().any(|other| other.is_in(translation));
            if !literally
                && !others().any(|other| other.has_words() && other.is_in_words(&searched))
                && !phrases.any(|phrase| phrase.is_in_words(&searched))
            {
                let expected = others().map(|other| other.written.clone()).collect();
                found.push(Missing { name: name.to_owned(), at, expected });
            }
        }
        before = name.chars().next_back();
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dictionary(entries: &[(&str, &[&str])]) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for (name, other) in entries {
            dictionary.add(name, other.iter().copied());
        }
        dictionary
    }

    fn names(entries: &[(&str, &[&str])], text: &str, translation: &str) -> Vec<String> {
        let dictionary = dictionary(entries);
        missing(&[&dictionary], text, translation).into_iter().map(|one| one.name).collect()
    }

    const NAMES: &[(&str, &[&str])] = &[
        ("市委", &["Municipal Party Committee"]),
        ("市委组织部", &["Organisation Department of the CPC Langfang Municipal Committee"]),
        ("市科技局", &["Municipal Science and Technology Bureau"]),
        ("市科技局", &["Bureau of Science of the City of Tangshan"]),
        ("高新区", &["high-tech zone"]),
        ("企业", &["enterprise", "business"]),
    ];

    #[test]
    fn registered_names_are_expected() {
        let found = |text, translation| names(NAMES, text, translation);
        assert_eq!(
            found("由市科技局负责", "by the Langfang Municipal Science and Technology Bureau"),
            [""; 0]
        );
        assert_eq!(
            found("由市科技局负责", "by the Bureau of Science of the City of Tangshan"),
            [""; 0]
        );
        assert_eq!(found("由市科技局负责", "by the Municipal Technology Bureau"), ["市科技局"]);
        assert_eq!(found("市科技局和市科技局", "nobody"), ["市科技局"]);
    }

    #[test]
    fn a_name_within_another_word_does_not_count() {
        let entries: &[(&str, &[&str])] = &[("科技部", &["Ministry of Science and Technology"])];
        assert_eq!(names(entries, "上级科技部门", "higher authorities"), [""; 0]);
        assert_eq!(names(entries, "科技部和上级科技部门", "higher authorities"), ["科技部"]);
        // Of names within each other, the longest that ends there.
        let entries: &[(&str, &[&str])] =
            &[("唐山市", &["Tangshan"]), ("唐山", &["the city of Tangshan"])];
        assert_eq!(names(entries, "唐山市民", "people of the city of Tangshan"), [""; 0]);
    }

    #[test]
    fn the_longest_name_counts() {
        let english = "the Organisation Department of the CPC Langfang Municipal Committee";
        assert_eq!(names(NAMES, "市委组织部", english), [""; 0]);
        assert_eq!(names(NAMES, "市委", english), ["市委"]);
    }

    #[test]
    fn words_are_found_in_every_form() {
        assert_eq!(names(NAMES, "高新区", "High-Tech Zones"), [""; 0]);
        assert_eq!(names(NAMES, "企业", "Businesses"), [""; 0]);
        assert_eq!(names(NAMES, "企业", "enterprising"), ["企业"]);
    }

    proptest! {
        #[test]
        fn a_first_glance_finds_nothing_that_is_not_there(
            name in "(A|a|b|s|x|ie|ss|’|&|-| |é|” ?|甲){1,4}",
            text in "(A|a|b|s|x|ie|ss|’|'|&|-| |,|é|” ?|甲|s ){0,24}",
        ) {
            let mut entry = Dictionary::default();
            entry.add("名", std::iter::once(name.as_str()));
            for other in entry.names.values().flatten().flat_map(|entry| &entry.other) {
                let found = other.is_in(&text);
                let is = if other.written.contains(is_cjk) {
                    text.contains(&other.written)
                } else {
                    other.is_in_words(&searched(&text))
                };
                prop_assert!(!found || is, "{:?} in {:?}", other.written, text);
            }
        }
    }

    #[test]
    fn sentences_take_phrases_apart() {
        let mut dictionary = Dictionary::default();
        dictionary.add_phrase("公共交通出行比例", "Share of trips made by public transport");
        let found =
            |translation| missing(&[&dictionary], "公共交通出行比例达到45%", translation).len();
        assert_eq!(found("45% of trips will be made by public transport"), 0);
        assert_eq!(found("45% of journeys will be made by public transport"), 0);
        assert_eq!(found("45% of residents will take the bus"), 1);
        assert_eq!(found("The share of trips made by public transport will be 45%"), 0);
    }

    #[test]
    fn the_authoritative_text_may_be_english() {
        let entries: &[(&str, &[&str])] = &[("Water Bureau", &["水利局"])];
        assert_eq!(names(entries, "The Water Bureau leads.", "由水利局牵头。"), [""; 0]);
        assert_eq!(names(entries, "The Water Bureau leads.", "由财政局牵头。"), ["Water Bureau"]);
        assert_eq!(names(entries, "The Water Bureaucracy", "由财政局牵头。"), [""; 0]);
    }
}
