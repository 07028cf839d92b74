//! In: entries with ids. Out: a list in the author's order in which every id is known once, and keys
//! that can only point at an entry that exists.

use std::marker::PhantomData;
use std::ops::Index;

use jiff::civil::Date;

use crate::diagnostic::{Span, Spanned};
use crate::language::{Lang, Text};

use super::area::Area;
use super::limits;

/// A lower-case word that names something in files and web addresses: letters, digits, hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// `None` where the text cannot be an id.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let good = text.chars().all(allowed)
            && text.starts_with(|c: char| c != '-')
            && text.len() <= limits::ID;
        good.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Points at an entry of a register.
#[derive(Debug)]
pub struct Key<T>(u32, PhantomData<fn() -> T>);

impl<T> Key<T> {
    /// The key of the entry at this place; only `resolve` makes keys, while it makes the register.
    pub(crate) fn at(index: usize) -> Self {
        Self(u32::try_from(index).expect("no register is so long"), PhantomData)
    }

    /// The place of the entry in its register.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Key<T> {}

/// Entries in the author's order, each with an id of its own.
#[derive(Debug)]
pub struct Register<T> {
    entries: Vec<T>,
}

impl<T> Register<T> {
    pub fn new(entries: Vec<T>) -> Self {
        Self { entries }
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    pub fn keys(&self) -> impl Iterator<Item = Key<T>> + use<T> {
        (0..self.entries.len()).map(Key::at)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// An entry, what it belongs to, what that belongs to, and so on. Circles have been reported; a site that has one is
    /// still checked.
    pub fn upwards(
        &self,
        key: Key<T>,
        parent: impl Fn(&T) -> Option<Key<T>>,
    ) -> impl Iterator<Item = Key<T>> {
        std::iter::successors(Some(key), move |key| parent(&self[*key])).take(self.len())
    }
}

impl<T> Index<Key<T>> for Register<T> {
    type Output = T;

    fn index(&self, key: Key<T>) -> &T {
        &self.entries[key.index()]
    }
}

/// Another name of an entry, as documents write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alias {
    /// In the first language; the others have no name that corresponds to it.
    One(String),
    Each(Text),
}

impl Alias {
    /// The name in a language, if it has one. `first` is the first language of the site.
    pub fn get(&self, lang: Lang, first: Lang) -> Option<&str> {
        match self {
            Self::One(name) => (lang == first).then_some(name),
            Self::Each(names) => Some(names.get(lang)),
        }
    }
}

/// When something happened, as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Year(i16),
    Day(Date),
}

impl When {
    /// Whether it has happened by `date`. Of a year alone that is only certain when it is over.
    pub fn has_passed(self, date: Date) -> bool {
        match self {
            Self::Year(year) => date.year() > year,
            Self::Day(day) => date >= day,
        }
    }

    /// How exactly it is known, for words: `year` or `day`.
    pub fn precision(self) -> &'static str {
        match self {
            Self::Year(_) => "year",
            Self::Day(_) => "day",
        }
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Day(day) => day,
        }
    }
}

/// What became of an entry that no longer exists.
#[derive(Clone, Debug)]
pub struct Replaced<T> {
    pub on: Spanned<When>,
    /// Who took over: several where it was divided.
    pub by: Vec<Key<T>>,
    pub note: Option<Text>,
}

/// An entry that documents name, at a place and for a time.
pub trait Named: Sized {
    /// The key by which authors say where it is.
    const PLACE: &'static str;
    fn id(&self) -> &Id;
    fn name(&self) -> &Text;
    fn short(&self) -> &Text;
    fn aliases(&self) -> &[Spanned<Alias>];
    /// Everything that it is called in a language: its name, its short name and its aliases. `first` is the first language.
    fn names(&self, lang: Lang, first: Lang) -> impl Iterator<Item = &str> {
        let aliases = self.aliases().iter().filter_map(move |alias| alias.value.get(lang, first));
        [self.name().get(lang), self.short().get(lang)].into_iter().chain(aliases)
    }
    /// Where its name needs no further word: 市科技局 is that of Langfang in Langfang. `own` is its key.
    fn home(&self, own: Key<Self>) -> Option<Key<Area>>;
    fn replaced(&self) -> Option<&Replaced<Self>>;
    fn span(&self) -> Span;
}

/// Makes a type of entry `Named`; its fields are called as the methods are.
macro_rules! named {
    ($type:ty, $place:literal, |$entry:ident, $own:ident| $home:expr) => {
        impl Named for $type {
            const PLACE: &'static str = $place;
            fn id(&self) -> &Id {
                &self.id
            }
            fn name(&self) -> &Text {
                &self.name
            }
            fn short(&self) -> &Text {
                &self.short
            }
            fn aliases(&self) -> &[Spanned<Alias>] {
                &self.aliases
            }
            fn home(&self, $own: Key<Self>) -> Option<Key<Area>> {
                let $entry = self;
                $home
            }
            fn replaced(&self) -> Option<&Replaced<Self>> {
                self.replaced.as_ref()
            }
            fn span(&self) -> Span {
                self.span
            }
        }
    };
}

pub(super) use named;

impl<T: Named> Register<T> {
    /// Whether `one` took over, directly or by way of others, what `other` was.
    pub fn succeeds(&self, one: Key<T>, other: Key<T>) -> bool {
        self.successors(other).iter().any(|(key, _)| *key == one)
    }

    /// Everybody who took over from an entry, each with the last change that led there: those who took over
    /// directly before those who took over from them.
    pub fn successors(&self, key: Key<T>) -> Vec<(Key<T>, When)> {
        let mut all: Vec<(Key<T>, When)> = Vec::new();
        let mut open = vec![key];
        while let Some(replaced) = open.pop().and_then(|key| self[key].replaced()) {
            for next in &replaced.by {
                if *next != key && !all.iter().any(|(known, _)| known == next) {
                    all.push((*next, replaced.on.value));
                    open.insert(0, *next);
                }
            }
        }
        all
    }

    /// Those who stand for an entry on a day: itself, or who has taken over by then.
    pub fn current(&self, key: Key<T>, date: Date) -> Vec<Key<T>> {
        if !self.is_replaced(key, date) {
            return vec![key];
        }
        let later = self.successors(key).into_iter();
        let later = later.filter(|(_, on)| on.has_passed(date)).map(|(key, _)| key);
        later.filter(|key| !self.is_replaced(*key, date)).collect()
    }

    /// Whether others have taken over from an entry by a day.
    pub fn is_replaced(&self, key: Key<T>, date: Date) -> bool {
        let replaced = self[key].replaced();
        replaced.is_some_and(|one| !one.by.is_empty() && one.on.value.has_passed(date))
    }
}

/// The first and the last day or year of something, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period<T> {
    pub start: T,
    pub end: T,
    pub span: Span,
}
