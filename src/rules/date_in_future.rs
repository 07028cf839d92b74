//! In: the dates of actuals and revisions, and the day of the build. Out: a finding for each that has not
//! come yet.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "date-in-future",
    family: Family::Figures,
    level: Level::Error,
    checks: "Reported figures and changes of targets are not dated after the day of the build.",
    why: "What has not happened yet cannot have been reported; most often the year is mistyped.",
    fixed: None,
    fails: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2062-01-15
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
    )],
    passes: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value     = 2
as-of     = 2026-01-15
source    = { zh = "市水利局月报", en = "Monthly report of the Water Bureau" }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let actuals = case.site.actuals().map(|(_, actual)| &actual.as_of);
    let revisions = case.site.indicators().flat_map(|(_, indicator)| &indicator.revisions);
    for date in actuals.chain(revisions.map(|revision| &revision.date)) {
        if date.value > case.today {
            let (today, date_text) = (case.today.to_string(), date.value.to_string());
            found.report(Problem::DateInFuture { date: date_text, today }, date.span);
        }
    }
}
