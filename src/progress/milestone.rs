//! In: the actual of a year and the target of that year. Out: reached or not, and the share that was reached
//! (method 1, yearly milestone).

use rust_decimal::Decimal;

use crate::model::indicator::Direction;

use super::months::{completed, end_of};
use super::{Case, Outcome, Reason, Status, percent};

/// Where the year of the target is not over, what is not reached yet is under way.
pub fn judge(case: &Case<'_>) -> Result<Outcome, Reason> {
    let over = completed(case.as_of) >= end_of(case.year);
    let status = match (case.reached(), over) {
        (true, _) => Status::Reached,
        (false, true) => Status::NotReached,
        (false, false) => Status::UnderWay,
    };
    Ok(Outcome::Milestone { status, share: share(case) })
}

/// Where more is better, y / y_T; where less is better, the way from the baseline, (y₀ − y) / (y₀ − y_T).
fn share(case: &Case<'_>) -> Option<Decimal> {
    match case.direction {
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
