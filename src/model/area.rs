//! In: an entry of `areas.toml`, resolved. Out: a place that targets are broken down to.

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::register::{Alias, Id, Key, Named, Register, Replaced, named};

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

/// Every kind, in the order of lists.
pub const AREA_KINDS: [AreaKind; 7] = [
    AreaKind::Province,
    AreaKind::City,
    AreaKind::District,
    AreaKind::CountyLevelCity,
    AreaKind::County,
    AreaKind::AutonomousCounty,
    AreaKind::DevelopmentZone,
];

impl AreaKind {
    /// In kebab-case, as authors write it; also for words and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::CountyLevelCity => "county-level-city",
            Self::County => "county",
            Self::AutonomousCounty => "autonomous-county",
            Self::District => "district",
            Self::DevelopmentZone => "development-zone",
        }
    }
}

/// A place that targets are broken down to.
#[derive(Debug)]
pub struct Area {
    pub id: Id,
    pub name: Text,
    /// As tables print it.
    pub short: Text,
    pub aliases: Vec<Spanned<Alias>>,
    pub kind: AreaKind,
    pub parent: Option<Key<Area>>,
    /// The author says that the place is invented; `is_demonstration` also knows the areas below it.
    pub demonstration: bool,
    /// `None` while it exists.
    pub replaced: Option<Replaced<Area>>,
    /// Its id in the author's file.
    pub span: Span,
}

named!(Area, "parent", |area, own| area.parent.or(Some(own)));

impl Register<Area> {
    /// Whether a place is invented, or lies in one that is.
    pub fn is_demonstration(&self, key: Key<Area>) -> bool {
        self.upwards(key, |area| area.parent).any(|key| self[key].demonstration)
    }

    /// Whether `inner` lies in `outer`, by way of its parents.
    pub fn lies_in(&self, inner: Key<Area>, outer: Key<Area>) -> bool {
        self.upwards(inner, |area| area.parent).skip(1).any(|area| area == outer)
    }
}
