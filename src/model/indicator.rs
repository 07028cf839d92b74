//! In: the target table of a plan and what was reported since, resolved. Out: its indicators, each with its
//! baseline, targets, breakdown by area, revisions and actuals.

use std::cmp::Reverse;

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::area::Area;
use super::document::Address;
use super::quantity::{Bound, Quantity};
use super::register::{Id, Key};

/// Quantities by year.
pub type ByYear = super::years::Years<Spanned<Quantity>>;

/// The target table of a plan.
#[derive(Clone, Debug)]
pub struct Targets {
    pub title: Text,
    pub note: Option<Text>,
    pub indicators: Vec<Indicator>,
    /// How often figures are reported.
    pub every: Interval,
    /// What the editor says about the reported figures as a whole.
    pub progress_note: Option<Text>,
}

/// Something measured.
#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: Id,
    pub name: Text,
    /// What exactly is measured, where the document says so.
    pub definition: Option<Text>,
    pub unit: Text,
    pub direction: Direction,
    pub measure: Measure,
    /// How progress is judged; the site's choice where the author makes none.
    pub method: Option<Method>,
    pub baseline: Option<Baseline>,
    /// For the whole area of the plan, by year.
    pub target: ByYear,
    /// How the target divides: one division, or one for each part (省级, 市级).
    pub divisions: Vec<Division>,
    /// The clauses that promise it.
    pub clauses: Vec<Address>,
    pub note: Option<Text>,
    /// What was changed in the targets since they were first published, in the author's order.
    pub revisions: Vec<Revision>,
    /// What was reported, the oldest first.
    pub actuals: Vec<Actual>,
    pub span: Span,
}

/// Whether more or less of it is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    MoreIsBetter,
    LessIsBetter,
}

impl Direction {
    /// A value as one number: "at least 500" is 500 where more is better. A range, or a bound against the
    /// direction, leaves the number open.
    pub fn known(self, value: Quantity) -> Option<Decimal> {
        match (value.bound, self) {
            (Bound::Exactly | Bound::About, _)
            | (Bound::AtLeast | Bound::MoreThan, Self::MoreIsBetter)
            | (Bound::AtMost | Bound::LessThan, Self::LessIsBetter) => Some(value.value),
            _ => None,
        }
    }
}

/// Whether a figure says how things stand, or how much came in during a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A stock or a rate: 600 enterprises, 1.8%.
    Level,
    /// Counted anew from 1 January every year: 80 new enterprises a year.
    YearlyFlow,
}

impl Measure {
    pub const ALL: [Self; 2] = [Self::Level, Self::YearlyFlow];

    /// In kebab-case, as authors write it and as data names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::YearlyFlow => "yearly-flow",
        }
    }
}

/// Whether a figure that stands for a day says how a whole year went: nothing of the year is left after its last day.
pub fn is_over(year: i16, as_of: Date) -> bool {
    let day = (as_of.year(), as_of.month(), as_of.day());
    day >= (year, 12, 31)
}

/// How progress is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The actual of a year against the target of that year.
    YearlyMilestone,
    /// 序时进度: the share done against the share of the time that has passed.
    TimeProportional,
    /// The growth so far against the growth that leads to the target (Open SDG 2.4).
    GrowthRate,
}

impl Method {
    /// In kebab-case, as authors write it and as data names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::YearlyMilestone => "yearly-milestone",
            Self::TimeProportional => "time-proportional",
            Self::GrowthRate => "growth-rate",
        }
    }
}

/// How often figures are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// A target that was changed after it was published.
#[derive(Clone, Debug)]
pub struct Revision {
    pub date: Spanned<Date>,
    /// The year whose target was changed.
    pub year: Spanned<i16>,
    pub old: Spanned<Quantity>,
    pub new: Spanned<Quantity>,
    pub reason: Text,
}

/// A figure that was reported.
#[derive(Clone, Debug)]
pub struct Actual {
    pub value: Spanned<Quantity>,
    /// The day whose state the figure shows.
    pub as_of: Spanned<Date>,
    pub reported: Option<Date>,
    /// Where it was reported.
    pub source: Text,
    pub url: Option<String>,
    pub note: Option<Text>,
    /// The areas that were reported with it.
    pub areas: Vec<(Key<Area>, Spanned<Quantity>)>,
}

/// Where an indicator starts.
#[derive(Clone, Debug)]
pub struct Baseline {
    pub value: Quantity,
    pub span: Span,
    /// Unknown where the document does not say. The value is that of the end of the year.
    pub year: Option<i16>,
}

/// A breakdown of an indicator by area.
#[derive(Clone, Debug)]
pub struct Division {
    /// Only where the indicator has several parts.
    pub part: Option<Part>,
    pub rule: TotalRule,
    /// How far the sum may be from the total: figures that were rounded do not add up to the last digit.
    pub tolerance: Decimal,
    /// The totals that the areas are held against: those of the part, or of the indicator.
    pub total: ByYear,
    /// Whether every row of the author's table could be read; the sum of an incomplete table means
    /// nothing.
    pub complete: bool,
    /// In the order of the author's table.
    pub areas: Vec<(Key<Area>, ByYear)>,
}

/// A named part of an indicator.
#[derive(Clone, Debug)]
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

impl Division {
    /// The years for which any area has a figure, in order.
    pub fn years(&self) -> Vec<i16> {
        sorted(self.areas.iter().flat_map(|(_, years)| years.keys().copied()))
    }

    /// The figures of an area.
    pub fn row(&self, area: Key<Area>) -> Option<&ByYear> {
        self.areas.iter().find(|(key, _)| *key == area).map(|(_, years)| years)
    }

    /// How much of the total of a year falls to an area, in per cent to one decimal. `None` where the areas are
    /// not meant to add up, or where the figures leave open how large they are.
    pub fn share(&self, area: Key<Area>, year: i16) -> Option<Decimal> {
        let (part, total) = (self.row(area)?.get(&year)?.value, self.total.get(&year)?.value);
        let exact = !matches!(part.bound, Bound::To(_)) && part.bound == total.bound;
        let sums = self.rule == TotalRule::Sum && exact;
        let all_positive = self.sizes(year)?.iter().all(|size| *size >= Decimal::ZERO);
        if !sums || !all_positive || total.value <= Decimal::ZERO {
            return None;
        }
        let share = part.value.checked_div(total.value)?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The rank of an area by the size of its figure of a year, the largest first. `None` where it means nothing:
    /// with a single figure, with figures that are all equal, or with bounds that cannot be compared.
    pub fn rank(&self, area: Key<Area>, year: i16) -> Option<Rank> {
        let own = self.row(area)?.get(&year)?.value.value;
        let sizes = self.sizes(year)?;
        if sizes.iter().all(|size| *size == own) {
            return None;
        }
        let place = sizes.iter().filter(|size| **size > own).count() + 1;
        let shared = sizes.iter().filter(|size| **size == own).count() > 1;
        Some(Rank { place, of: sizes.len(), shared })
    }

    /// The figures of all areas of a year, where all are meant in the same way.
    fn sizes(&self, year: i16) -> Option<Vec<Decimal>> {
        let figures = self.areas.iter().filter_map(|(_, years)| years.get(&year));
        let mut bound = None;
        let mut sizes = Vec::new();
        for figure in figures {
            let quantity = figure.value;
            let same = *bound.get_or_insert(quantity.bound) == quantity.bound;
            if !same || matches!(quantity.bound, Bound::To(_)) {
                return None;
            }
            sizes.push(quantity.value);
        }
        Some(sizes)
    }
}

/// The rank of an area among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    pub place: usize,
    /// How many areas have a figure.
    pub of: usize,
    /// Whether others have the same figure.
    pub shared: bool,
}

impl Indicator {
    /// The actual with the latest as-of date.
    pub fn latest(&self) -> Option<&Actual> {
        self.actuals.last()
    }

    /// The targets as they were first issued, before any of them was changed.
    pub fn issued(&self) -> ByYear {
        let mut revisions: Vec<&Revision> = self.revisions.iter().collect();
        revisions.sort_by_key(|revision| Reverse(revision.date.value));
        // Of several changes of a year, the first one counts, which comes last.
        let before = revisions.iter().map(|one| (one.year.value, one.old.clone()));
        let now = self.target.iter().map(|(year, figure)| (*year, figure.clone()));
        now.chain(before).collect()
    }

    /// Every year that any figure of the indicator has, in order.
    pub fn years(&self) -> Vec<i16> {
        let areas = self.divisions.iter().flat_map(|division| {
            division.total.keys().chain(division.areas.iter().flat_map(|(_, values)| values.keys()))
        });
        sorted(self.target.keys().chain(areas).copied())
    }
}

/// Every year once, in order. There are a handful of them, which many areas have.
fn sorted(years: impl Iterator<Item = i16>) -> Vec<i16> {
    let mut sorted: Vec<i16> = Vec::new();
    for year in years {
        if let Err(at) = sorted.binary_search(&year) {
            sorted.insert(at, year);
        }
    }
    sorted
}
