//! In: the target table of a plan and what was reported since, resolved. Out: its indicators, each with its
//! baseline, targets, breakdown by area, revisions and actuals.

use std::collections::BTreeMap;

use crate::diagnostic::Spanned;
use crate::language::Text;

use super::document::Address;
use super::quantity::Quantity;
use super::register::{Area, Id, Key};

/// Quantities by year.
pub type ByYear = BTreeMap<i16, Spanned<Quantity>>;

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
