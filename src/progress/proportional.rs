//! In: baseline, target and latest actual. Out: the share done against the share of the time that has passed,
//! by months (method 2, 序时进度).

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::model::indicator::Measure;

use super::months::{completed, end_of, start_of};
use super::{Case, Outcome, Reason, Status, percent};

/// A level: (y − y₀) / (y_T − y₀), from the end of the baseline's year. A yearly flow: y / y_T, from 1 January.
/// The two shares are compared as they are printed, to one decimal. Of a limit, less than the share of time is ahead.
pub fn judge(case: &Case<'_>) -> Result<Outcome, Reason> {
    let (done, start) = match case.indicator.measure {
        Measure::Level => {
            let baseline = case.baseline()?;
            if !case.goal_beyond(baseline) {
                return Err(Reason::TargetNotBeyondBaseline);
            }
            let (way, whole) = (case.value.checked_sub(baseline), case.goal.checked_sub(baseline));
            let done = percent(way.ok_or(Reason::OutOfRange)?, whole.ok_or(Reason::OutOfRange)?)?;
            (done, end_of(case.baseline_year()?))
        }
        Measure::YearlyFlow => {
            if case.goal <= Decimal::ZERO {
                return Err(Reason::TargetNotBeyondBaseline);
            }
            (percent(case.value, case.goal)?, start_of(case.year))
        }
    };
    let of_months = end_of(case.year) - start;
    if of_months <= 0 {
        return Err(Reason::TargetNotBeyondBaseline);
    }
    let months = (completed(case.as_of) - start).clamp(0, of_months);
    let time = percent(months.into(), of_months.into())?;
    let (larger, smaller) = if case.is_limit() {
        (Status::Behind, Status::Ahead)
    } else {
        (Status::Ahead, Status::Behind)
    };
    let status = match done.cmp(&time) {
        _ if case.reached() => Status::Completed,
        Ordering::Greater => larger,
        Ordering::Equal => Status::OnSchedule,
        Ordering::Less => smaller,
    };
    Ok(Outcome::Proportional { status, done, time, months, of_months })
}
