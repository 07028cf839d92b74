//! In: an indicator with what was reported. Out: where its promise stands, by one of three published
//! methods, with the method, the inputs and the as-of date; what is due next; and what is missing.
//! "No data yet" and "not assessable" are answers, too.

mod due;
mod growth;
mod milestone;
mod missing;
mod months;
mod proportional;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::model::indicator::{Actual, Direction, Indicator, Measure, Method, is_over};
use crate::model::quantity::{Bound, Quantity};

pub use due::{Due, due};
pub use missing::{Missing, missing};

/// Where a promise stands. The first six call for attention, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Growth rate: away from the target.
    MovingAway,
    /// Yearly milestone: the year is over and its target was not reached.
    NotReached,
    /// 未达序时进度
    Behind,
    /// Growth rate: R below 0.60.
    Limited,
    /// Growth rate: R from 0.60, below 0.95.
    Moderate,
    NotAssessable,
    NoData,
    /// Yearly milestone: the year of the target is not over.
    UnderWay,
    /// 达序时进度
    OnSchedule,
    /// Growth rate: R of 0.95 and more.
    OnTrack,
    /// 超序时进度
    Ahead,
    /// Yearly milestone and growth rate.
    Reached,
    /// 已完成
    Completed,
}

/// Every status, those that call for attention first.
pub const STATUSES: [Status; 13] = [
    Status::MovingAway,
    Status::NotReached,
    Status::Behind,
    Status::Limited,
    Status::Moderate,
    Status::NotAssessable,
    Status::NoData,
    Status::UnderWay,
    Status::OnSchedule,
    Status::OnTrack,
    Status::Ahead,
    Status::Reached,
    Status::Completed,
];

impl Status {
    /// Whether somebody should look at the indicator.
    pub fn needs_attention(self) -> bool {
        self <= Self::Moderate
    }

    /// In kebab-case, for words, styles and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::MovingAway => "moving-away",
            Self::NotReached => "not-reached",
            Self::Behind => "behind",
            Self::Limited => "limited",
            Self::Moderate => "moderate",
            Self::NotAssessable => "not-assessable",
            Self::NoData => "no-data",
            Self::UnderWay => "under-way",
            Self::OnSchedule => "on-schedule",
            Self::OnTrack => "on-track",
            Self::Ahead => "ahead",
            Self::Reached => "reached",
            Self::Completed => "completed",
        }
    }
}

/// Why no status can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    NoBaseline,
    BaselineYearUnknown,
    ZeroBaseline,
    /// The value changes from positive to negative or the other way round.
    SignChange,
    NoTarget,
    /// A yearly flow, and its year has no target.
    NoTargetForYear,
    /// The target equals the baseline or lies on its wrong side.
    TargetNotBeyondBaseline,
    /// A range, or a bound that leaves open whether the target is reached.
    Vague,
    /// The figure is as of the time of the baseline, so that no time has passed.
    NoTimePassed,
    /// A yearly flow whose year is not over cannot be held against that of a whole year.
    YearNotOver,
    /// Beyond what can be computed exactly.
    OutOfRange,
}

impl Reason {
    /// In kebab-case, for words and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoBaseline => "no-baseline",
            Self::BaselineYearUnknown => "baseline-year-unknown",
            Self::ZeroBaseline => "zero-baseline",
            Self::SignChange => "sign-change",
            Self::NoTarget => "no-target",
            Self::NoTargetForYear => "no-target-for-year",
            Self::TargetNotBeyondBaseline => "target-not-beyond-baseline",
            Self::Vague => "vague",
            Self::NoTimePassed => "no-time-passed",
            Self::YearNotOver => "year-not-over",
            Self::OutOfRange => "out-of-range",
        }
    }
}

/// What a method found, with its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    NoData,
    NotAssessable(Reason),
    Milestone {
        status: Status,
        /// How much of the target is reached, in per cent to one decimal; absent where a share means
        /// nothing (a target of zero, less is better without a baseline).
        share: Option<Decimal>,
    },
    Proportional {
        status: Status,
        /// In per cent, to one decimal, as are the shares of time.
        done: Decimal,
        time: Decimal,
        months: i32,
        of_months: i32,
    },
    Growth {
        status: Status,
        /// Growth so far over growth needed, rounded down to two decimals; absent where the target was
        /// reached and needs no ratio.
        ratio: Option<Decimal>,
    },
}

/// Where one indicator stands: status, method and inputs.
#[derive(Debug)]
pub struct Assessment<'i> {
    pub method: Method,
    pub outcome: Outcome,
    /// The latest actual.
    pub actual: Option<&'i Actual>,
    /// The target that the method compares with.
    pub target: Option<(i16, Quantity)>,
}

impl Assessment<'_> {
    pub fn status(&self) -> Status {
        match self.outcome {
            Outcome::NoData => Status::NoData,
            Outcome::NotAssessable(_) => Status::NotAssessable,
            Outcome::Milestone { status, .. }
            | Outcome::Proportional { status, .. }
            | Outcome::Growth { status, .. } => status,
        }
    }
}

/// Judges an indicator by its own method, else by the site's, else by the one that its targets allow.
pub fn assess(indicator: &Indicator, site_method: Option<Method>) -> Assessment<'_> {
    let method = indicator.method.or(site_method).unwrap_or_else(|| default_method(indicator));
    let actual = indicator.latest();
    let target = target(indicator, method, actual);
    let outcome = match (actual, target) {
        (None, _) => Outcome::NoData,
        (Some(_), None) => Outcome::NotAssessable(no_target(indicator)),
        (Some(actual), Some(target)) => {
            judge(indicator, method, actual, target).unwrap_or_else(Outcome::NotAssessable)
        }
    };
    Assessment { method, outcome, actual, target }
}

/// The yearly milestone where every year up to the last target has one, else the time-proportional method.
pub fn default_method(indicator: &Indicator) -> Method {
    let (first, last) = (indicator.target.keys().next(), indicator.target.keys().next_back());
    let yearly = match (first, last) {
        (Some(first), Some(last)) => {
            let years = usize::try_from(last - first).unwrap_or(0) + 1;
            indicator.target.len() == years && years > 1
        }
        _ => false,
    };
    if yearly { Method::YearlyMilestone } else { Method::TimeProportional }
}

/// The target that a method compares with the actual. A yearly flow has only that of its own year; a level
/// is held against the next milestone, or against the last target.
fn target(
    indicator: &Indicator,
    method: Method,
    actual: Option<&Actual>,
) -> Option<(i16, Quantity)> {
    let years = &indicator.target;
    let last = years.last_key_value();
    let entry = match actual.map(|actual| actual.as_of.value.year()) {
        None => match method {
            Method::YearlyMilestone => years.first_key_value(),
            _ => last,
        },
        Some(year) if indicator.measure == Measure::YearlyFlow => years.get_key_value(&year),
        Some(year) => match method {
            Method::YearlyMilestone => years.from(year).or(last),
            Method::TimeProportional | Method::GrowthRate => last,
        },
    };
    entry.map(|(year, quantity)| (*year, quantity.value))
}

fn no_target(indicator: &Indicator) -> Reason {
    if indicator.target.is_empty() { Reason::NoTarget } else { Reason::NoTargetForYear }
}

fn judge(
    indicator: &Indicator,
    method: Method,
    actual: &Actual,
    target: (i16, Quantity),
) -> Result<Outcome, Reason> {
    let direction = indicator.direction;
    let case = Case {
        indicator,
        direction,
        as_of: actual.as_of.value,
        value: known(actual.value.value, direction)?,
        beyond: matches!(actual.value.value.bound, Bound::MoreThan | Bound::LessThan),
        year: target.0,
        target: target.1,
        goal: goal(target.1, direction),
    };
    match method {
        Method::YearlyMilestone => milestone::judge(&case),
        Method::TimeProportional => proportional::judge(&case),
        Method::GrowthRate => growth::judge(&case),
    }
}

/// What the methods look at.
struct Case<'i> {
    indicator: &'i Indicator,
    direction: Direction,
    as_of: jiff::civil::Date,
    value: Decimal,
    /// The figure is reported as more (or less) than its value.
    beyond: bool,
    year: i16,
    target: Quantity,
    /// The value at which the target is reached.
    goal: Decimal,
}

impl Case<'_> {
    /// Whether the year of the target is over.
    fn over(&self) -> bool {
        is_over(self.year, self.as_of)
    }

    /// Whether the figure is one of a year that must not exceed the target: less of a yearly flow is better.
    fn is_limit(&self) -> bool {
        self.indicator.measure == Measure::YearlyFlow && self.direction == Direction::LessIsBetter
    }

    /// Whether the figure may still exceed the limit of its year.
    fn is_open(&self) -> bool {
        self.is_limit() && !self.over()
    }

    /// Whether the target is reached. A limit is only kept when its year is over.
    fn reached(&self) -> bool {
        self.fits() && !self.is_open()
    }

    /// Whether the figure is one with which the target is reached.
    fn fits(&self) -> bool {
        match (self.target.bound, self.direction) {
            (Bound::MoreThan | Bound::LessThan, _) if self.beyond && self.value == self.goal => {
                true
            }
            (Bound::MoreThan, _) => self.value > self.goal,
            (Bound::LessThan, _) => self.value < self.goal,
            (Bound::AtLeast, _) => self.value >= self.goal,
            (Bound::AtMost, _) => self.value <= self.goal,
            (_, Direction::MoreIsBetter) => self.value >= self.goal,
            (_, Direction::LessIsBetter) => self.value <= self.goal,
        }
    }

    /// The baseline as a number.
    fn baseline(&self) -> Result<Decimal, Reason> {
        let baseline = self.indicator.baseline.as_ref().ok_or(Reason::NoBaseline)?;
        known(baseline.value, self.direction)
    }

    /// The year at whose end the baseline was measured.
    fn baseline_year(&self) -> Result<i16, Reason> {
        let baseline = self.indicator.baseline.as_ref().ok_or(Reason::NoBaseline)?;
        baseline.year.ok_or(Reason::BaselineYearUnknown)
    }

    /// Whether the goal lies where progress leads to.
    fn goal_beyond(&self, baseline: Decimal) -> bool {
        match self.direction {
            Direction::MoreIsBetter => self.goal > baseline,
            Direction::LessIsBetter => self.goal < baseline,
        }
    }
}

/// The number that a target is reached at: of a range, the end that comes first.
fn goal(target: Quantity, direction: Direction) -> Decimal {
    match (target.bound, direction) {
        (Bound::To(end), Direction::LessIsBetter) => end,
        _ => target.value,
    }
}

/// A reported value as one number.
fn known(value: Quantity, direction: Direction) -> Result<Decimal, Reason> {
    direction.known(value).ok_or(Reason::Vague)
}

/// A share in per cent, rounded to one decimal. What is not whole is never rounded up to 100.
fn percent(part: Decimal, whole: Decimal) -> Result<Decimal, Reason> {
    let share = part
        .checked_div(whole)
        .and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED))
        .ok_or(Reason::OutOfRange)?;
    let rounded =
        share.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    let almost = Decimal::new(999, 1);
    Ok(if share < Decimal::ONE_HUNDRED && rounded > almost { almost } else { rounded })
}
