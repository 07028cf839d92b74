//! In: the indicators of every plan. Out: a finding where the first target is equal to the baseline, or on the wrong side
//! of it.

use std::cell::LazyCell;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::WordList;
use crate::model::Plan;
use crate::model::document::{Block, Document};
use crate::model::indicator::{Direction, Indicator, Measure};
use crate::model::line::Line;
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
    for plan in case.site.plans.iter() {
        let kept = LazyCell::new(|| kept(plan));
        for indicator in plan.indicators() {
            check(indicator, &|value| kept.contains(value), found);
        }
    }
}

fn check(indicator: &Indicator, is_kept: &dyn Fn(&str) -> bool, found: &mut Diagnostics) {
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
    let problem = if equal && !flow && !held && !is_kept(&value) {
        Figures::TargetEqualsBaseline { year, value }
    } else if (to < from) != less && to != from && !is_meant(indicator, less) {
        Figures::TargetBehindBaseline { year, value, baseline: baseline.value.to_string(), less }
    } else {
        return;
    };
    found.push(Diagnostic::new(Problem::Figures(problem), target.span).with_related(baseline.span));
}

/// The values that the texts of a plan say are to be kept for a time: 85 in 2027年保持85%，2028年达到90%.
fn kept(plan: &Plan) -> FxHashSet<String> {
    static KEPT: WordList<5> = WordList::new(["保持在", "保持", "稳定在", "维持在", "维持"]);
    let mut values = FxHashSet::default();
    let blocks = plan.texts.iter().flat_map(Document::passages).flat_map(|one| one.blocks);
    for html in blocks.filter_map(Block::html) {
        let lines = html.lines(|_| String::new());
        for text in lines.iter().flat_map(Line::texts) {
            for (at, word) in KEPT.find_all(text) {
                let number = &text[at + word.len()..];
                let end = number.find(|c: char| !c.is_ascii_digit() && c != '.');
                values.insert(number[..end.unwrap_or(number.len())].to_owned());
            }
        }
    }
    values
}

/// Whether the targets are meant to be worse than the baseline for a time, or to become worse only so far: a peak that is
/// reached some years later and passed (2880, 2920, 2960, 2935), or a cap on what still grows (1320, 1352, 1400以内).
fn is_meant(indicator: &Indicator, less: bool) -> bool {
    let Some(baseline) = &indicator.baseline else { return false };
    let values = indicator.target.values().map(|one| one.value);
    let values: Option<Vec<Decimal>> =
        std::iter::once(baseline.value).chain(values).map(|one| best(one, less)).collect();
    let capped = indicator.target.values().next_back().is_some_and(|last| match last.value.bound {
        Bound::AtMost | Bound::LessThan => less,
        Bound::AtLeast | Bound::MoreThan => !less,
        _ => false,
    });
    values.is_some_and(|values| is_peak(&values, less, capped))
}

/// Whether figures become worse for two years at least and then better again, or worse up to a cap. A single year that is
/// out of line is a slip.
fn is_peak(values: &[Decimal], less: bool, capped: bool) -> bool {
    let is_worse = |pair: &[Decimal]| (pair[1] > pair[0]) == less && pair[1] != pair[0];
    let worse = values.windows(2).take_while(|pair| is_worse(pair)).count();
    let better = values.get(worse..).unwrap_or_default();
    let passed = better.len() > 1 && better.windows(2).all(|pair| !is_worse(pair));
    worse > 1 && (passed || (capped && better.len() == 1))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_and_caps_are_meant() {
        let is = |values: &[i64], less, capped| {
            let values: Vec<Decimal> = values.iter().copied().map(Decimal::from).collect();
            is_peak(&values, less, capped)
        };
        assert!(is(&[510, 524, 531, 529, 520], true, false));
        assert!(is(&[510, 524, 531, 540], true, true));
        // What is to be kept may become less, down to a floor, or for a time.
        assert!(is(&[88, 87, 86], false, true));
        assert!(is(&[88, 85, 84, 86, 90], false, false));
        // One year is out of line, or the baseline is.
        assert!(!is(&[510, 542, 500, 490], true, true));
        assert!(!is(&[510, 542], true, true));
        assert!(!is(&[510, 524, 531, 540], true, false));
        assert!(!is(&[501, 560, 550, 540], true, true));
        assert!(!is(&[510, 524, 531, 519, 540], true, true));
    }
}
