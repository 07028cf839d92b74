//! In: baseline, target and latest actual. Out: the growth so far against the growth that leads to the target
//! (method 3; Open SDG 2.4, after Statistics Canada and Eurostat).
//!
//! g(a, b, n) = (a/b)^(1/n) − 1 and R = d · g(y, y₀, t − t₀) / |g(y_T, y₀, t_T − t₀)|, time in years counted
//! by months. Powers are computed in decimals, so that every machine gets the same last digit.

use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

use crate::model::indicator::{Direction, Measure};

use super::months::{completed, end_of};
use super::{Case, Outcome, Reason, Status};

/// Growth rates are compared to this many decimals; what lies beyond is the error of the power series.
const DECIMALS: u32 = 12;

pub fn judge(case: &Case<'_>) -> Result<Outcome, Reason> {
    let baseline = case.baseline()?;
    let start = end_of(case.baseline_year()?);
    if baseline.is_zero() {
        return Err(Reason::ZeroBaseline);
    }
    let crosses = |value: Decimal| {
        !value.is_zero() && value.is_sign_negative() != baseline.is_sign_negative()
    };
    if crosses(case.value) || crosses(case.goal) {
        return Err(Reason::SignChange);
    }
    let (passed, whole) = (completed(case.as_of) - start, end_of(case.year) - start);
    if passed <= 0 || whole <= 0 {
        return Err(Reason::NoTimePassed);
    }
    if !case.goal_beyond(baseline) {
        return Err(Reason::TargetNotBeyondBaseline);
    }
    let reached = case.reached();
    if case.indicator.measure == Measure::YearlyFlow && !case.over() && !reached {
        return Err(Reason::YearNotOver);
    }
    if reached {
        let ratio = ratio(case, baseline, passed, whole).ok();
        return Ok(Outcome::Growth { status: Status::Reached, ratio });
    }
    let ratio = ratio(case, baseline, passed, whole)?;
    let status = if ratio >= Decimal::new(95, 2) {
        Status::OnTrack
    } else if ratio >= Decimal::new(60, 2) {
        Status::Moderate
    } else if ratio >= Decimal::ZERO {
        Status::Limited
    } else {
        Status::MovingAway
    };
    Ok(Outcome::Growth { status, ratio: Some(ratio) })
}

/// R, rounded down to two decimals: so what is printed is on the same side of 0.95, 0.60 and 0 as R itself.
fn ratio(case: &Case<'_>, baseline: Decimal, passed: i32, whole: i32) -> Result<Decimal, Reason> {
    let so_far = growth(case.value, baseline, passed)?;
    let needed = growth(case.goal, baseline, whole)?;
    // Of negative values the quotient falls when the value rises.
    let up = (case.direction == Direction::MoreIsBetter) == baseline.is_sign_positive();
    let ratio = so_far.checked_div(needed.abs()).ok_or(Reason::OutOfRange)?;
    let ratio = if up { ratio } else { -ratio };
    Ok(ratio.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity))
}

/// g(a, b, n) with n in months.
fn growth(a: Decimal, b: Decimal, months: i32) -> Result<Decimal, Reason> {
    let quotient = a.checked_div(b).ok_or(Reason::OutOfRange)?;
    let power = if quotient.is_zero() {
        Decimal::ZERO
    } else {
        let exponent = Decimal::from(12) / Decimal::from(months);
        quotient.checked_powd(exponent).ok_or(Reason::OutOfRange)?
    };
    Ok((power - Decimal::ONE).round_dp(DECIMALS))
}
