//! In: every breakdown by area whose rule is `sum`. Out: a finding for each year in which the areas do
//! not add up to the target.

use rust_decimal::Decimal;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::indicator::{Division, TotalRule};
use crate::model::quantity::Bound;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "areas-add-up",
    family: Family::Figures,
    level: Level::Error,
    checks: "The areas of a year add up to the target of that year, where the indicator says `total = \"sum\"`; they may differ by its `tolerance`.",
    why: "A table that does not add up is the first thing a reader finds, and nobody trusts the rest.",
    fixed: None,
    fails: &[(
        "targets.toml",
        r#"[[indicator]]
total  = "sum"
target = { 2026 = 10 }
[indicator.areas]
north = { 2026 = 4.0 }
south = { 2026 = 5.5 }"#,
    )],
    passes: &[(
        "targets.toml",
        r#"[[indicator]]
total  = "sum"
target = { 2026 = 10 }
[indicator.areas]
north = { 2026 = 4.0 }
south = { 2026 = 6.0 }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let divisions = case.site.indicators().flat_map(|(_, indicator)| &indicator.divisions);
    for division in divisions.filter(|one| one.rule == TotalRule::Sum && one.complete) {
        check(division, found);
    }
}

fn check(division: &Division, found: &mut Diagnostics) {
    for (year, total) in &division.total {
        let Some(sum) = sum(division, *year) else {
            continue;
        };
        // Areas of "at least 5" can be held against a target of "at least 60", but not against a range.
        if matches!(total.value.bound, Bound::To(_))
            || (sum - total.value.value).abs() <= division.tolerance
        {
            continue;
        }
        let difference = sum - total.value.value;
        found.report(
            Problem::Figures(Figures::Areas {
                year: *year,
                sum: sum.normalize().to_string(),
                total: total.value.value.to_string(),
                difference: difference.normalize().to_string(),
                tolerance: (!division.tolerance.is_zero())
                    .then(|| division.tolerance.normalize().to_string()),
            }),
            total.span,
        );
    }
}

/// The sum of a year; `None` where no area has a figure, or one of them is a range.
fn sum(division: &Division, year: i16) -> Option<Decimal> {
    let values: Vec<_> = division.areas.iter().filter_map(|(_, years)| years.get(&year)).collect();
    if values.is_empty() || values.iter().any(|one| matches!(one.value.bound, Bound::To(_))) {
        return None;
    }
    values.into_iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.value.value))
}
