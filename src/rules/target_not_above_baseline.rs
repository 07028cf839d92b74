//! In: the indicators of every plan. Out: a finding where the first target is equal to the baseline, or on the wrong side
//! of it.

use rust_decimal::Decimal;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::indicator::{Direction, Indicator, Measure};
use crate::model::quantity::{Bound, Quantity};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "target-not-above-baseline",
    family: Family::Figures,
    level: Level::Warning,
    checks: "The first target is better than the baseline.",
    why: "A target that was reached before the plan began promises nothing; often the two measure different things.",
    fixed: None,
    fails: &[("targets.toml", "[[indicator]]\nbaseline = { value = 12 }")],
    passes: &[("targets.toml", "[[indicator]]\nbaseline = { value = 2 }")],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, indicator) in case.site.indicators() {
        check(indicator, found);
    }
}

fn check(indicator: &Indicator, found: &mut Diagnostics) {
    let Some(baseline) = &indicator.baseline else { return };
    let Some((year, target)) = indicator.target.first_key_value() else { return };
    let less = indicator.direction == Direction::LessIsBetter;
    let (Some(from), Some(to)) = (best(baseline.value, less), best(target.value, less)) else {
        return;
    };
    let (year, value) = (*year, target.value.to_string());
    // What came in during a year may be the same every year; how things stand is meant to change.
    let flow = indicator.measure == Measure::YearlyFlow;
    // Where all targets are equal to the baseline, the plan means to hold it.
    let held = indicator.target.values().all(|one| one.value == baseline.value);
    let equal = to == from && baseline.value.bound == target.value.bound;
    let problem = if equal && !flow && !held {
        Figures::TargetEqualsBaseline { year, value }
    } else if (to < from) != less && to != from && !is_meant(indicator, less) {
        Figures::TargetBehindBaseline { year, value, baseline: baseline.value.to_string(), less }
    } else {
        return;
    };
    found.push(Diagnostic::new(Problem::Figures(problem), target.span).with_related(baseline.span));
}

/// Whether the targets are meant to be worse than the baseline for a time, or to become worse only so far: a peak that is
/// reached some years later and passed (2880, 2920, 2960, 2935), or a cap on what still grows (1320, 1352, 1400以内).
fn is_meant(indicator: &Indicator, less: bool) -> bool {
    let Some(baseline) = &indicator.baseline else { return false };
    let values = indicator.target.values().map(|one| one.value);
    let values: Option<Vec<Decimal>> =
        std::iter::once(baseline.value).chain(values).map(|one| best(one, less)).collect();
    let Some(values) = values.filter(|values| values.len() > 2) else { return false };
    let is_worse = |pair: &[Decimal]| (pair[1] > pair[0]) == less && pair[1] != pair[0];
    let rising = values.windows(2).take_while(|pair| is_worse(pair)).count();
    let bounds =
        if less { [Bound::AtMost, Bound::LessThan] } else { [Bound::AtLeast, Bound::MoreThan] };
    let capped =
        indicator.target.values().next_back().is_some_and(|one| bounds.contains(&one.value.bound));
    // A single year that is out of line is a slip.
    let turns = values[rising..].windows(2).all(|pair| !is_worse(pair));
    rising > 1 && turns && (rising + 1 < values.len() || capped)
}

/// The best that a figure promises; `None` where it has no limit on the better side but may be worse.
pub fn best(quantity: Quantity, less: bool) -> Option<Decimal> {
    match quantity.bound {
        Bound::To(end) => Some(if less { quantity.value } else { end }),
        Bound::AtMost | Bound::LessThan if !less => None,
        Bound::AtLeast | Bound::MoreThan if less => None,
        _ => Some(quantity.value),
    }
}
