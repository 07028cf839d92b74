//! In: an entry of `organisations.toml`, resolved. Out: a department, government or other body that plans name.

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::area::Area;
use super::register::{Alias, Id, Key, Named, Register, Replaced, named};
use super::telephone::Telephone;

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

/// Every kind, in the order of lists.
pub const ORGANISATION_KINDS: [OrganisationKind; 8] = [
    OrganisationKind::Party,
    OrganisationKind::Government,
    OrganisationKind::Committee,
    OrganisationKind::LeadingGroup,
    OrganisationKind::Department,
    OrganisationKind::Institution,
    OrganisationKind::Enterprise,
    OrganisationKind::Group,
];

impl OrganisationKind {
    /// In kebab-case, as authors write it; also for words and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Government => "government",
            Self::Department => "department",
            Self::Committee => "committee",
            Self::LeadingGroup => "leading-group",
            Self::Institution => "institution",
            Self::Enterprise => "enterprise",
            Self::Group => "group",
        }
    }
}

/// A department, government or other body that plans name.
#[derive(Debug)]
pub struct Organisation {
    pub id: Id,
    pub name: Text,
    /// As documents write it: 市科技局.
    pub short: Text,
    pub aliases: Vec<Spanned<Alias>>,
    pub kind: OrganisationKind,
    pub parent: Option<Key<Organisation>>,
    pub area: Option<Key<Area>>,
    /// Empty for a single organisation, and for a group whose members nobody can list.
    pub members: Vec<Key<Organisation>>,
    pub contact: Contact,
    pub note: Option<Text>,
    /// `None` while it exists.
    pub replaced: Option<Replaced<Organisation>>,
    /// Its id in the author's file.
    pub span: Span,
}

named!(Organisation, "area", |organisation, _own| organisation.area);

/// How to reach somebody. What is not known is absent.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub email: Option<String>,
    pub telephone: Option<Telephone>,
    pub address: Option<Text>,
}

impl Register<Organisation> {
    /// The members of a group, and of the groups in it, each once; empty for a single organisation.
    pub fn members(&self, key: Key<Organisation>) -> Vec<Key<Organisation>> {
        let mut all = Vec::new();
        let mut open = vec![key];
        let mut seen = vec![key];
        while let Some(group) = open.pop() {
            for member in &self[group].members {
                if seen.contains(member) {
                    continue;
                }
                seen.push(*member);
                if self[*member].members.is_empty() {
                    all.push(*member);
                } else {
                    open.push(*member);
                }
            }
        }
        all
    }
}
