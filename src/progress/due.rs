//! In: an indicator, how often it is reported, and the day. Out: the figures that are due.

use jiff::civil::Date;

use crate::model::Plan;
use crate::model::indicator::{Indicator, Interval};
use crate::model::plan::Status as PlanStatus;

use super::months::{completed, start_of};

/// The next figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day whose state it will show.
    pub as_of: Date,
    /// Whether that day is over.
    pub overdue: bool,
}

/// The figures that are due next: the end of each reporting period behind the latest figure, from the start of the
/// plan to the year of the last target. Nothing is due of a draft, which binds nobody yet, and of an indicator
/// without targets.
fn periods(plan: &Plan, indicator: &Indicator) -> impl Iterator<Item = Date> + use<> {
    let every = plan.targets.as_ref().map_or(Interval::Year, |targets| targets.every);
    let first = indicator.target.keys().next().copied();
    let last = indicator.target.keys().next_back().copied();
    let last = last.filter(|_| plan.status != PlanStatus::Draft).unwrap_or(i16::MIN);
    let start = plan.period.and_then(|period| period.start).or(first).unwrap_or(i16::MAX);
    let known = indicator.latest().map_or(start_of(start), |actual| {
        // A figure from within a period closes no period.
        completed(actual.as_of.value).max(start_of(start))
    });
    let length = months(every);
    let next = known / length + 1;
    (next..)
        .map_while(move |period| last_day(period * length))
        .take_while(move |date| date.year() <= last)
}

/// The figure that is due next; `None` where everything was reported.
pub fn due(plan: &Plan, indicator: &Indicator, today: Date) -> Option<Due> {
    periods(plan, indicator).next().map(|as_of| Due { as_of, overdue: as_of < today })
}

/// The days whose figures should be there by `today` and are not, the earliest first.
pub fn overdue(plan: &Plan, indicator: &Indicator, today: Date) -> Vec<Date> {
    periods(plan, indicator).take_while(|date| *date < today).collect()
}

fn months(every: Interval) -> i32 {
    match every {
        Interval::Month => 1,
        Interval::Quarter => 3,
        Interval::HalfYear => 6,
        Interval::Year => 12,
    }
}

/// The last day of the month that closes so many months since year 0.
fn last_day(months: i32) -> Option<Date> {
    let month = months - 1;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    Some(Date::new(year, month, 1).ok()?.last_of_month())
}
