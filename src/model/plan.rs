//! In: the files of one plan folder, resolved. Out: a plan with its texts, targets, duties and
//! consultations, every reference pointing at something that exists.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::consultation::Round;
use super::document::{Address, Document};
use super::quantity::Quantity;
use super::register::{Area, Id, Key, Organisation, Period};

/// Quantities by year.
pub type ByYear = BTreeMap<i16, Spanned<Quantity>>;

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 征求意见稿
    Draft,
    /// 现行有效
    InForce,
    Ended,
    Superseded,
    Unknown,
}

/// One published document with its tables.
#[derive(Debug)]
pub struct Plan {
    pub id: Id,
    pub title: Text,
    /// For navigation; the title where the author gives no shorter one.
    pub short: Text,
    pub summary: Text,
    pub issuer: Key<Organisation>,
    pub area: Option<Key<Area>>,
    pub status: Status,
    pub published: Date,
    pub signed: Option<Date>,
    pub document_number: Option<String>,
    pub index_number: Option<String>,
    pub subject: Option<Text>,
    pub validity: Option<Text>,
    pub period: Option<Period<i16>>,
    /// By language, in the order of the languages.
    pub keywords: Vec<Vec<String>>,
    pub source: Option<Provenance>,
    /// The text in every language of the site, in the order of the languages.
    pub texts: Vec<Document>,
    pub targets: Option<Targets>,
    pub duties: Option<Duties>,
    pub rounds: Vec<Round>,
    /// The files under `files/`, published as they are.
    pub files: Vec<Attachment>,
    pub span: Span,
}

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name below `files/`, with `/`.
    pub name: String,
    pub disk: PathBuf,
}

/// Where a document was taken from, and what was done to it.
#[derive(Debug)]
pub struct Provenance {
    pub name: Text,
    pub url: Option<String>,
    pub note: Option<Text>,
}

/// The target table of a plan.
#[derive(Debug)]
pub struct Targets {
    pub title: Text,
    pub note: Option<Text>,
    pub indicators: Vec<Indicator>,
}

/// Something measured.
#[derive(Debug)]
pub struct Indicator {
    pub id: Id,
    pub name: Text,
    pub unit: Text,
    pub baseline: Option<Baseline>,
    /// For the whole area of the plan, by year.
    pub target: ByYear,
    /// How the target divides: one division, or one for each part (省级, 市级).
    pub divisions: Vec<Division>,
    /// The clauses that promise it.
    pub clauses: Vec<Address>,
    pub note: Option<Text>,
}

/// Where an indicator starts.
#[derive(Debug)]
pub struct Baseline {
    pub value: Quantity,
    /// Unknown where the document does not say.
    pub year: Option<i16>,
}

/// A breakdown of an indicator by area.
#[derive(Debug)]
pub struct Division {
    /// Only where the indicator has several parts.
    pub part: Option<Part>,
    pub rule: TotalRule,
    /// The totals that the areas are held against: those of the part, or of the indicator.
    pub total: ByYear,
    /// Whether every row of the author's table could be read; the sum of an incomplete table means
    /// nothing.
    pub complete: bool,
    /// In the order of the author's table.
    pub areas: Vec<(Key<Area>, ByYear)>,
}

/// A named part of an indicator.
#[derive(Debug)]
pub struct Part {
    pub id: Id,
    pub name: Text,
}

/// Whether areas add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalRule {
    /// The areas add up to the target.
    Sum,
    /// They do not, and are not meant to: a rate, a ratio, or a table with other rules.
    None,
}

impl Indicator {
    /// Every year that any figure of the indicator has, in order.
    pub fn years(&self) -> Vec<i16> {
        let areas = self.divisions.iter().flat_map(|division| {
            division.total.keys().chain(division.areas.iter().flat_map(|(_, values)| values.keys()))
        });
        let mut years: Vec<i16> = self.target.keys().chain(areas).copied().collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

/// The responsibility division of a plan.
#[derive(Debug)]
pub struct Duties {
    pub title: Text,
    pub note: Option<Text>,
    pub groups: Vec<TaskGroup>,
}

/// Tasks under one heading of the division.
#[derive(Debug)]
pub struct TaskGroup {
    pub name: Text,
    pub clause: Option<Address>,
    pub tasks: Vec<Task>,
}

/// A row of the responsibility division.
#[derive(Debug)]
pub struct Task {
    pub number: u32,
    pub name: Text,
    pub clauses: Vec<Address>,
    /// The first leads; the others lead jointly.
    pub lead: Vec<Key<Organisation>>,
    pub responsible: Vec<Spanned<Key<Organisation>>>,
    pub note: Option<Text>,
}
