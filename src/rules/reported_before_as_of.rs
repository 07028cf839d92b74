//! In: the actuals of every indicator. Out: a finding for each that was reported before the day whose state
//! it shows.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "reported-before-as-of",
    family: Family::Figures,
    level: Level::Error,
    checks: "A figure is reported on or after the day whose state it shows.",
    why: "Nobody can know on 1 June how things stood on 30 June; one of the dates is wrong.",
    fixed: None,
    fails: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2026-01-15
reported  = 2026-01-10
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
    )],
    passes: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2026-01-10
reported  = 2026-01-15
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, actual) in case.site.actuals() {
        if let Some(reported) = actual.reported.filter(|reported| *reported < actual.as_of.value) {
            let as_of = actual.as_of.value.to_string();
            let problem = Problem::ReportedBeforeAsOf { reported: reported.to_string(), as_of };
            found.report(problem, actual.as_of.span);
        }
    }
}
