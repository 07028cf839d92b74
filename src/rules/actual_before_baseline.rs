//! In: the actuals of every indicator. Out: a finding for each that is not later than the baseline.

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "actual-before-baseline",
    family: Family::Figures,
    level: Level::Error,
    checks: "A reported figure is later than the year of the baseline.",
    why: "Progress is counted from the baseline; a figure from before it would count backwards.",
    fixed: None,
    fails: &[
        (
            "targets.toml",
            r#"[[indicator]]
baseline = { value = 1.5, year = 2026 }"#,
        ),
        (
            "progress.toml",
            r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2026-01-15
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
        ),
    ],
    passes: &[
        (
            "targets.toml",
            r#"[[indicator]]
baseline = { value = 1.5, year = 2025 }"#,
        ),
        (
            "progress.toml",
            r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2026-01-15
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (indicator, actual) in case.site.actuals() {
        let Some(year) = indicator.baseline.as_ref().and_then(|baseline| baseline.year) else {
            continue;
        };
        if actual.as_of.value.year() <= year {
            let (date, year) = (actual.as_of.value.to_string(), year.to_string());
            let problem = Problem::ActualBeforeBaseline { date, year };
            found.push(Diagnostic::new(problem, actual.as_of.span).with_related(indicator.span));
        }
    }
}
