//! In: entries with ids. Out: a list in the author's order in which every id is known once, and keys
//! that can only point at an entry that exists.

use std::marker::PhantomData;
use std::ops::Index;

use jiff::civil::Date;

use crate::diagnostic::Span;
use crate::language::Text;

/// A lower-case word that names something in files and web addresses: letters, digits, hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// `None` where the text cannot be an id.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let good = text.chars().all(allowed) && text.starts_with(|c: char| c != '-');
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
pub struct Key<T>(usize, PhantomData<fn() -> T>);

impl<T> Key<T> {
    /// The key of the entry at this place; only `resolve` makes keys, while it makes the register.
    pub(crate) fn at(index: usize) -> Self {
        Self(index, PhantomData)
    }

    /// The place of the entry in its register.
    pub fn index(self) -> usize {
        self.0
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
}

impl<T> Index<Key<T>> for Register<T> {
    type Output = T;

    fn index(&self, key: Key<T>) -> &T {
        &self.entries[key.0]
    }
}

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationKind {
    Party,
    Government,
    Department,
    Committee,
    LeadingGroup,
    Institution,
    Enterprise,
    /// Several organisations under one name, such as 各县（市、区）政府.
    Group,
}

/// A department, government or other body that plans name.
#[derive(Debug)]
pub struct Organisation {
    pub id: Id,
    pub name: Text,
    /// As documents write it: 市科技局.
    pub short: Text,
    pub aliases: Vec<String>,
    pub kind: OrganisationKind,
    pub parent: Option<Key<Organisation>>,
    pub area: Option<Key<Area>>,
    /// Empty for a single organisation, and for a group whose members nobody can list.
    pub members: Vec<Key<Organisation>>,
    pub contact: Contact,
    pub note: Option<Text>,
}

/// How to reach somebody. What is not known is absent.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub email: Option<String>,
    pub telephone: Option<String>,
    pub address: Option<Text>,
}

/// What kind of place an area is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaKind {
    Province,
    City,
    CountyLevelCity,
    County,
    AutonomousCounty,
    District,
    DevelopmentZone,
}

/// A place that targets are broken down to.
#[derive(Debug)]
pub struct Area {
    pub id: Id,
    pub name: Text,
    /// As tables print it.
    pub short: Text,
    pub kind: AreaKind,
    pub parent: Option<Key<Area>>,
}

/// The first and the last day or year of something, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period<T> {
    pub start: T,
    pub end: T,
    pub span: Span,
}

/// Days from the first to the last, both included.
pub type Days = Period<Date>;
