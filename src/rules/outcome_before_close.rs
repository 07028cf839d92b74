//! In: rounds with an outcome. Out: outcomes that are dated before the round has closed.

use jiff::ToSpan;

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::consultation::Limit;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "outcome-before-close",
    family: Family::Consultations,
    level: Level::Error,
    checks: "The outcome of a consultation is not dated before its close.",
    why: "An outcome before the close would mean that comments were decided on before they came in.",
    fixed: None,
    fails: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-11-20
counts    = {}"#,
    )],
    passes: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-12-20
counts    = {}"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds() {
        let Some(outcome) = &round.outcome else { continue };
        let end @ Limit { date: close, time } = round.period.end;
        // A day without an hour is open to its end.
        let early = if time.is_some() { close } else { close.saturating_add(1.day()) };
        if outcome.published.value < early {
            let published = outcome.published.value.to_string();
            let problem = Problem::OutcomeBeforeClose { published, close: end.to_string() };
            let diagnostic = Diagnostic::new(problem, outcome.published.span);
            found.push(diagnostic.with_related(round.period.span));
        }
    }
}
