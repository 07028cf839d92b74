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
    } else if (to < from) != less && to != from {
        Figures::TargetBehindBaseline { year, value, baseline: baseline.value.to_string(), less }
    } else {
        return;
    };
    found.push(Diagnostic::new(Problem::Figures(problem), target.span).with_related(baseline.span));
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
