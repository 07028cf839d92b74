//! In: the figures of indicators in per cent. Out: a finding for each that is far more than a hundred, where all others are
//! not.

use rust_decimal::Decimal;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem, Span};
use crate::model::indicator::Indicator;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "share-above-whole",
    family: Family::Figures,
    level: Level::Warning,
    checks: "No figure in % is more than twice as large as all others of its indicator, where these are at most 100%.",
    why: "752% for 75.2% is a decimal point that was lost, and the chart of the indicator shows nothing else any more.",
    fixed: None,
    fails: &[(
        "targets.toml",
        r#"[[indicator]]
unit   = { zh = "%", en = "%" }
target = { 2026 = 76, 2028 = 825 }"#,
    )],
    passes: &[(
        "targets.toml",
        r#"[[indicator]]
unit   = { zh = "%", en = "%" }
target = { 2026 = 76, 2028 = 82.5 }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let shares = case.site.indicators().map(|(_, indicator)| indicator);
    for indicator in shares.filter(|one| matches!(one.unit.get(first), "%" | "％")) {
        check(indicator, found);
    }
}

fn check(indicator: &Indicator, found: &mut Diagnostics) {
    let (whole, many) = (Decimal::ONE_HUNDRED, Decimal::TWO);
    let (within, above): (Vec<_>, Vec<_>) = figures(indicator).partition(|(one, _)| *one <= whole);
    let Some(most) = within.iter().map(|(one, _)| *one).max() else { return };
    // Growth of more than a hundred per cent is real; one lost point among many figures is not.
    if above.len() > 1 {
        return;
    }
    for (value, span) in above.into_iter().filter(|(one, _)| *one > most * many) {
        let (value, most) = (value.to_string(), most.to_string());
        found.report(Problem::Agreement(Agreement::AboveWhole { value, most }), span);
    }
}

/// The baseline, the targets and what was reported.
fn figures(indicator: &Indicator) -> impl Iterator<Item = (Decimal, Span)> {
    let baseline = indicator.baseline.iter().map(|one| (one.value.value, one.span));
    let parts = indicator.divisions.iter().filter(|one| one.part.is_some());
    let totals = parts.flat_map(|one| one.total.values());
    let areas = indicator.divisions.iter().flat_map(|one| &one.areas);
    let of_areas = areas.flat_map(|(_, years)| years.values());
    let actuals = indicator.actuals.iter().map(|one| &one.value);
    let others = indicator.target.values().chain(totals).chain(of_areas).chain(actuals);
    baseline.chain(others.map(|one| (one.value.value, one.span)))
}
