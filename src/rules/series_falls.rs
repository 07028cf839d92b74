//! In: the indicators of every plan. Out: a finding where a figure of a target, a part or an area is worse than the one of
//! the year before.

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::indicator::{ByYear, Direction, Indicator, Measure};

use super::target_not_above_baseline::best;
use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "series-falls",
    family: Family::Figures,
    level: Level::Warning,
    checks: "The figures of an indicator, of its parts and its areas do not get worse from year to year.",
    why: "Where a plan does not say that something may get worse, a figure is wrong or stands in the wrong column.",
    fixed: None,
    fails: &[(
        "targets.toml",
        "[[indicator]]\ntotal = \"none\"\n[indicator.areas]\nnorth = { 2026 = 4.0, 2028 = 3 }",
    )],
    passes: &[(
        "targets.toml",
        "[[indicator]]\ntotal = \"none\"\n[indicator.areas]\nnorth = { 2026 = 4.0, 2028 = 4 }",
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let levels = case.site.indicators().map(|(_, indicator)| indicator);
    // What comes in during a year may be less than in the year before; but of what has to become less, a step upwards on the
    // way down is a slip.
    let is_series = |one: &&Indicator| {
        let goes_down = || {
            let mut figures = one.target.iter().map(|(_, target)| best(target.value, true));
            let first = figures.next();
            figures.next_back() < first
        };
        let less = one.direction == Direction::LessIsBetter;
        one.measure == Measure::Level || (less && goes_down())
    };
    // What the plan lets grow for a time, such as emissions before their peak, falls only later.
    let grows = |one: &&Indicator| {
        let first = one.target.iter().next().and_then(|(_, target)| best(target.value, true));
        let before = one.baseline.as_ref().map(|baseline| baseline.value.value);
        let above = first.zip(before).is_some_and(|(first, before)| first > before);
        one.direction == Direction::LessIsBetter && above
    };
    for indicator in levels.filter(is_series).filter(|one| !grows(one)) {
        series(indicator, &indicator.target, found);
        for division in &indicator.divisions {
            // Without parts, the total is the target itself.
            if division.part.is_some() {
                series(indicator, &division.total, found);
            }
            division.areas.iter().for_each(|(_, years)| series(indicator, years, found));
        }
    }
}

fn series(indicator: &Indicator, years: &ByYear, found: &mut Diagnostics) {
    let less = indicator.direction == Direction::LessIsBetter;
    for ((year_before, before), (year, now)) in years.iter().zip(years.iter().skip(1)) {
        let (Some(one), Some(two)) = (best(before.value, less), best(now.value, less)) else {
            continue;
        };
        if one != two && (two < one) != less {
            let problem = Figures::Series {
                year: *year,
                value: now.value.to_string(),
                year_before: *year_before,
                before: before.value.to_string(),
                less,
            };
            found.push(
                Diagnostic::new(Problem::Figures(problem), now.span).with_related(before.span),
            );
        }
    }
}
