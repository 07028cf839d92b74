//! In: names and terms in both languages, and a text with its translation. Out: the names of the text that the
//! translation does not give as they are registered.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Beginnings, is_cjk};

use super::endings;
use super::other_name::{Other, Phrase};
use super::simple::Simple;

/// Names and terms, and what stands for each in the other language.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    /// By their first two characters, the longest first.
    names: FxHashMap<Start, Vec<Entry>>,
    /// Whether there are names of one character.
    has_short: bool,
    begins: Beginnings,
}

/// The first two characters of a name; the second one is `None` in a name of one character.
type Start = (char, Option<char>);

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    /// What may stand for it.
    other: Vec<Other>,
    /// What stands for it where its words will do, too.
    phrases: Vec<Phrase>,
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
    /// An empty one that is looked through behind another one.
    pub fn beside(first: &Self) -> Self {
        // It knows how the names of both begin, so that a text is looked through once.
        Self { begins: first.begins.clone(), ..Self::default() }
    }

    /// Adds the name of a thing that sentences take apart: of 公共交通出行比例, `Share of trips made by public transport`,
    /// a sentence may make `45% of trips will be made by public transport`. Its words will do, in any order.
    pub fn add_phrase(&mut self, name: &str, other: &str) {
        let Some(entry) = self.entry(name) else { return };
        entry.add(other);
        entry.phrases.push(Phrase::new(other));
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
        let mut start = name.chars();
        let start = (start.next()?, start.next());
        self.has_short |= start.1.is_none();
        let list = self.names.entry(start).or_default();
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
        let stands = |entry: &&Entry| {
            text.strip_prefix(entry.name.as_str()).is_some_and(|rest| {
                let begins = entry.name.starts_with(is_cjk) || before.is_none_or(|c| !is_letter(c));
                begins && is_word_end(&entry.name, rest)
            })
        };
        let second = text[first.len_utf8()..].chars().next();
        let of = |second: Option<char>| self.names.get(&(first, second)).into_iter().flatten();
        let found = of(second).find(stands);
        if found.is_none() && self.has_short { of(None).find(stands) } else { found }
    }
}

impl Entry {
    fn add(&mut self, word: &str) {
        let word = word.trim();
        if !word.is_empty() && !self.other.iter().any(|known| known.written == word) {
            // Nearly all have one, and it is large.
            self.other.reserve_exact(1);
            self.other.push(Other::new(word));
        }
    }
}

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

/// One or two dictionaries, which are looked through in their order.
pub struct Dictionaries<'d> {
    first: &'d Dictionary,
    second: Option<&'d Dictionary>,
    /// How the names of both of them begin.
    begins: &'d Beginnings,
}

impl<'d> Dictionaries<'d> {
    pub fn one(dictionary: &'d Dictionary) -> Self {
        Self { first: dictionary, second: None, begins: &dictionary.begins }
    }

    /// A dictionary, and one that was made to be `beside` it.
    pub fn two(first: &'d Dictionary, second: &'d Dictionary) -> Self {
        Self { first, second: Some(second), begins: &second.begins }
    }

    /// The names of a text that its translation does not give, each once. Of names within each other the longest counts.
    pub fn missing(&self, text: &str, translation: &str) -> Vec<Missing> {
        let simple = Simple::new(translation);
        let mut found: Vec<Missing> = Vec::new();
        let mut judged: FxHashSet<&str> = FxHashSet::default();
        let mut from = 0;
        while let Some((at, c)) = self.begins.find(text, from) {
            from = at + c.len_utf8();
            let before = text[..at].chars().next_back();
            let entry = |one: &'d Dictionary| one.at(&text[at..], c, before);
            let entries = [entry(self.first), self.second.and_then(entry)];
            let entries = || entries.iter().flatten();
            let Some(length) = entries().map(|entry| entry.name.len()).max() else { continue };
            from = at + length;
            let name = &text[at..from];
            if !judged.insert(name) {
                continue;
            }
            let same = || entries().filter(|entry| entry.name.len() == length);
            let others = || same().flat_map(|entry| &entry.other);
            let mut phrases = same().flat_map(|entry| &entry.phrases);
            let literally = others().any(|other| other.is_in(translation));
            if !literally
                && !others().any(|other| other.has_words() && other.is_in_words(&simple))
                && !phrases.any(|phrase| phrase.is_in_words(&simple))
            {
                let expected = others().map(|other| other.written.clone()).collect();
                found.push(Missing { name: name.to_owned(), at, expected });
            }
        }
        found
    }
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
        Dictionaries::one(&dictionary)
            .missing(text, translation)
            .into_iter()
            .map(|one| one.name)
            .collect()
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
    fn names_of_two_dictionaries() {
        let first = dictionary(&[("水利局", &["Water Bureau"])]);
        let mut second = Dictionary::beside(&first);
        second.add("水利", ["irrigation"].into_iter());
        second.add("节水率", ["water-saving rate"].into_iter());
        let found = Dictionaries::two(&first, &second).missing("水利局负责节水率和水利", "nothing");
        let names: Vec<String> = found.into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["水利局", "节水率", "水利"]);
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
                    other.is_in_words(&Simple::new(&text))
                };
                prop_assert!(!found || is, "{:?} in {:?}", other.written, text);
            }
        }
    }

    #[test]
    fn sentences_take_phrases_apart() {
        let mut dictionary = Dictionary::default();
        dictionary.add_phrase("公共交通出行比例", "Share of trips made by public transport");
        let names = Dictionaries::one(&dictionary);
        let found = |translation| names.missing("公共交通出行比例达到45%", translation).len();
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
