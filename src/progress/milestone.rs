//! In: the actual of a year and the target of that year. Out: reached or not, and the share that was reached
//! (method 1, yearly milestone).

use rust_decimal::Decimal;

use crate::model::indicator::Direction;

use super::{Case, Outcome, Reason, Status, percent};

/// Where the year of the target is not over, what is not reached yet is under way; but a limit that is exceeded is not kept
/// any more.
pub fn judge(case: &Case<'_>) -> Result<Outcome, Reason> {
    let lost = case.over() || case.is_limit() && !case.fits();
    let status = match (case.reached(), lost) {
        (true, _) => Status::Reached,
        (false, true) => Status::NotReached,
        (false, false) => Status::UnderWay,
    };
    Ok(Outcome::Milestone { status, share: share(case) })
}

/// Where more is better, y / y_T; where less is better, the way from the baseline, (y₀ − y) / (y₀ − y_T). What came in during
/// a part of a year is no way from a whole one.
fn share(case: &Case<'_>) -> Option<Decimal> {
    match case.direction {
        _ if case.is_open() => None,
        Direction::MoreIsBetter if case.goal > Decimal::ZERO && case.value >= Decimal::ZERO => {
            percent(case.value, case.goal).ok()
        }
        Direction::MoreIsBetter => None,
        Direction::LessIsBetter => {
            let baseline = case.baseline().ok().filter(|baseline| case.goal_beyond(*baseline))?;
            let way = baseline.checked_sub(case.value)?;
            percent(way, baseline.checked_sub(case.goal)?).ok()
        }
    }
}
