//! In: an id or a name as a document writes it, and where and when it is used. Out: the entry of the register that
//! is meant. 市科技局 is another body in every city, and in some years none: the place and the date decide.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::{Lang, Languages, Text, key_begin, name_key};
use crate::model::register::{Alias, Named};
use crate::model::{Area, Key, Register};

use super::names::Known;

/// Where and when a name is used.
#[derive(Clone, Copy, Debug, Default)]
pub struct Here {
    pub area: Option<Key<Area>>,
    pub date: Option<Date>,
}

/// The distance of a place that neither lies in the plan's area nor has it within.
const ELSEWHERE: u8 = 4;

/// Finds entries of a register by id or by name.
pub struct Finder<'r, T> {
    known: &'r Known<T>,
    register: &'r Register<T>,
    areas: &'r Register<Area>,
    languages: &'r Languages,
    names: FxHashMap<String, Vec<Key<T>>>,
    /// How many characters they have, by the first one.
    lengths: FxHashMap<char, Lengths>,
}

/// How many characters some names have.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    longest: usize,
    /// A bit for each length; the last one for all that are longer.
    bits: u128,
}

impl Lengths {
    fn bit(length: usize) -> u128 {
        1 << length.min(127)
    }

    fn add(&mut self, length: usize) {
        self.longest = self.longest.max(length);
        self.bits |= Self::bit(length);
    }

    fn has(self, length: usize) -> bool {
        self.bits & Self::bit(length) != 0
    }
}

/// How many characters a name has without its blanks.
fn length(name: &str) -> usize {
    name.chars().filter(|c| !c.is_whitespace()).count()
}

impl<'r, T: Named> Finder<'r, T> {
    /// Reports names that two entries of one place and time claim.
    pub fn new(
        known: &'r Known<T>,
        register: &'r Register<T>,
        areas: &'r Register<Area>,
        languages: &'r Languages,
        found: &mut Diagnostics,
    ) -> Self {
        let (names, lengths) = Default::default();
        let mut finder = Self { known, register, areas, languages, names, lengths };
        let mut places: FxHashMap<(String, usize), Span> = FxHashMap::default();
        let mut reported: Vec<(Key<T>, Key<T>)> = Vec::new();
        for key in register.keys() {
            for (name, span) in self::names(&register[key], languages) {
                let name_key = name_key(name);
                if let Some(first) = name_key.chars().next() {
                    finder.lengths.entry(first).or_default().add(length(&name_key));
                }
                let others = finder.names.entry(name_key.clone()).or_default();
                if others.contains(&key) {
                    continue;
                }
                let rival = others.iter().copied().find(|other| rivals(register, key, *other));
                others.push(key);
                places.insert((name_key.clone(), key.index()), span);
                // Two bodies of one name have it in every language.
                if let Some(rival) = rival.filter(|rival| !reported.contains(&(key, *rival))) {
                    reported.push((key, rival));
                    let (name, first) = (name.to_owned(), register[rival].id().to_string());
                    let problem = Problem::NameClaimedTwice { name, first, place: T::PLACE };
                    let place = places[&(name_key, rival.index())];
                    found.push(Diagnostic::new(problem, span).with_related(place));
                }
            }
        }
        finder
    }

    /// The entry that an id or a name means.
    pub fn find(
        &self,
        name: &Spanned<String>,
        here: Here,
        found: &mut Diagnostics,
    ) -> Option<Key<T>> {
        if let Some(key) = self.known.key(&name.value) {
            return Some(key);
        }
        let (meant, elsewhere) = self.meant(&name.value, here);
        match meant[..] {
            [] if !elsewhere.is_empty() => {
                let ids = self.ids(&elsewhere);
                found.report(Problem::NameElsewhere { name: name.value.clone(), ids }, name.span);
                None
            }
            [] => {
                let names = self.register.iter().flat_map(|entry| names(entry, self.languages));
                self.known.report_missing(name, names.map(|(name, _)| name), found);
                None
            }
            [key] => Some(key),
            ref several => {
                // Rivals have been reported where the register names them.
                if !rivals(self.register, several[0], several[1]) {
                    let ids = self.ids(several);
                    let problem = Problem::AmbiguousName { name: name.value.clone(), ids };
                    found.report(problem, name.span);
                }
                // Whoever counts the units of the row is not misled by one that is missing.
                several.first().copied()
            }
        }
    }

    /// Whether something is called so.
    pub fn knows(&self, name: &str) -> bool {
        let lengths = key_begin(name).map(|first| (first, self.lengths.get(&first)));
        let may_be = match lengths {
            // A leading "the" does not count.
            Some(('t', _)) => true,
            Some((_, lengths)) => lengths.is_some_and(|lengths| lengths.has(length(name))),
            None => false,
        };
        may_be && self.names.contains_key(&name_key(name))
    }

    /// Whether a text is as short as names that begin like it. Where it is not, what begins with it is no name, either.
    pub fn may_know(&self, text: &str) -> bool {
        let most = match key_begin(text) {
            // A leading "the" does not count.
            Some('t') => {
                self.lengths.values().map(|all| all.longest).max().map(|most| most + "the".len())
            }
            Some(c) => self.lengths.get(&c).map(|all| all.longest),
            None => Some(0),
        };
        most.is_some_and(|most| text.chars().filter(|c| !c.is_whitespace()).nth(most).is_none())
    }

    /// What rows of a language print that does not name the entry itself.
    pub fn short(&self, key: Key<T>, lang: Lang) -> &'r str {
        self.register[key].short().get(lang)
    }

    /// What a row prints where it names the entry by a name other than its short one.
    pub fn written(&self, key: Key<T>, name: &str) -> Option<Text> {
        let entry = &self.register[key];
        let wanted = name_key(name);
        let is = |text: &str| name_key(text) == wanted;
        let anywhere = |text: &Text| self.languages.iter().any(|lang| is(text.get(lang)));
        if name == entry.id().as_str() || anywhere(entry.short()) {
            return None;
        }
        if anywhere(entry.name()) {
            return Some(entry.name().clone());
        }
        let first = self.languages.first();
        entry.aliases().iter().find_map(|alias| match &alias.value {
            Alias::Each(text) => anywhere(text).then(|| text.clone()),
            Alias::One(alias) => is(alias).then(|| {
                let text = |lang: Lang| if lang == first { alias } else { entry.short().get(lang) };
                Text::new(self.languages.iter().map(|lang| text(lang).to_owned()).collect())
            }),
        })
    }

    fn ids(&self, keys: &[Key<T>]) -> Vec<String> {
        keys.iter().map(|key| self.register[*key].id().to_string()).collect()
    }

    /// Those who can be meant by a name: of all who are called so, those who existed on the date; of those, the
    /// nearest to the place. Second, those who are called so elsewhere: a plan of one city that says 市科技局 never
    /// means that of another, unless it writes the full name.
    fn meant(&self, name: &str, here: Here) -> (Vec<Key<T>>, Vec<Key<T>>) {
        let wanted = name_key(name);
        let all = self.names.get(&wanted).cloned().unwrap_or_default();
        let full = |key: &Key<T>| {
            let name = self.register[*key].name();
            self.languages.iter().any(|lang| name_key(name.get(lang)) == wanted)
        };
        let (mut keys, elsewhere): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|key| self.distance(*key, here) < ELSEWHERE || full(key));
        let gone = |key: &Key<T>| match (self.register[*key].replaced(), here.date) {
            (Some(replaced), Some(date)) => replaced.on.value.has_passed(date),
            _ => false,
        };
        if keys.iter().any(|key| !gone(key)) {
            keys.retain(|key| !gone(key));
        }
        let nearest = keys.iter().map(|key| self.distance(*key, here)).min();
        keys.retain(|key| Some(self.distance(*key, here)) == nearest);
        let rest = keys.clone();
        keys.retain(|key| !rest.iter().any(|other| self.register.succeeds(*key, *other)));
        (keys, elsewhere)
    }

    fn distance(&self, key: Key<T>, here: Here) -> u8 {
        match (self.register[key].home(key), here.area) {
            (Some(home), Some(area)) if home == area => 0,
            (Some(home), Some(area)) if self.areas.lies_in(home, area) => 1,
            (Some(home), Some(area)) if self.areas.lies_in(area, home) => 2,
            (None, _) | (_, None) => 3,
            _ => ELSEWHERE,
        }
    }
}

/// Every name of an entry, in every language, with its place.
fn names<'e, T: Named>(
    entry: &'e T,
    languages: &'e Languages,
) -> impl Iterator<Item = (&'e str, Span)> {
    let first = languages.first();
    languages.iter().flat_map(move |lang| {
        let own = [entry.name(), entry.short()].map(|text| (text.get(lang), entry.span()));
        let aliases = entry.aliases().iter();
        let aliases =
            aliases.filter_map(move |alias| Some((alias.value.get(lang, first)?, alias.span)));
        own.into_iter().chain(aliases)
    })
}

/// Whether two entries could be meant by one name at one place and time: not where one took over from the other.
fn rivals<T: Named>(register: &Register<T>, one: Key<T>, other: Key<T>) -> bool {
    let home = |key: Key<T>| register[key].home(key);
    home(one) == home(other) && !register.succeeds(one, other) && !register.succeeds(other, one)
}
