//! In: an indicator, how often it is reported, and the day. Out: the figure that is due next.

use jiff::civil::{Date, date};

use crate::model::Plan;
use crate::model::indicator::{Indicator, Interval};
use crate::model::plan::Status as PlanStatus;

use super::months::completed;

/// The next figure of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day whose state it will show.
    pub as_of: Date,
    /// Whether that day is over.
    pub overdue: bool,
}

/// The end of the first reporting period behind the latest figure, up to the year of the last target; `None`
/// where everything was reported, where there are no targets, and for a draft, which binds nobody yet.
pub fn due(plan: &Plan, indicator: &Indicator, today: Date) -> Option<Due> {
    if plan.status == PlanStatus::Draft {
        return None;
    }
    let every = plan.targets.as_ref()?.every;
    let first = *indicator.target.keys().next()?;
    let last = *indicator.target.keys().next_back()?;
    let known = indicator.latest().map_or(i32::from(first) * 12, |actual| {
        // A figure from within a period closes no period.
        completed(actual.as_of.value).max(i32::from(first) * 12)
    });
    let length = months(every);
    let end = (known / length + 1) * length;
    let as_of = last_day(end)?;
    (as_of.year() <= last).then_some(Due { as_of, overdue: as_of < today })
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
    Some(date(year, month, 1).last_of_month())
}
