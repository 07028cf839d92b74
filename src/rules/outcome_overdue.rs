//! In: closed rounds without a published outcome. Out: those whose outcome was due, by their own promise or by the number of
//! days that the site sets. Where the rule came later than the round, that is only information.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Level, Problem, Span};
use crate::model::Site;
use crate::model::consultation::{Outcome, Round};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "outcome-overdue",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "The outcome of a closed consultation is published in time.",
    why: "Whoever took the trouble to comment wants to know what became of it; since September 2019 the adoption of comments has to be explained.",
    fixed: None,
    fails: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01
outcome-due = 2026-01-15"#,
    )],
    passes: &[(
        "consultation.toml",
        r#"[[round]]
start = 2025-11-01
end   = 2025-12-01
outcome-due = 2026-01-15

[round.outcome]
published = 2026-01-12
counts    = {}"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let without = |round: &Round| {
        let published = |one: &Outcome| one.published.value <= case.today;
        !round.outcome.as_ref().is_some_and(published) && !round.outcome_broken
    };
    for (_, round) in case.site.rounds().filter(|(_, round)| without(round)) {
        let Some((due, span)) = due(case.site, round) else { continue };
        if case.today > due {
            let profile = case.site.profile(round);
            let own = round.outcome_due.is_some();
            let binding =
                own || profile.is_none_or(|profile| profile.binds(round.period.start.date));
            let days = case.site.config.consultations.outcome_days.filter(|_| !own);
            found.report(Problem::OutcomeOverdue { due: due.to_string(), days, binding }, span);
        }
    }
}

/// The last day for the outcome, and where it is written.
fn due(site: &Site, round: &Round) -> Option<(Date, Span)> {
    if let Some(due) = &round.outcome_due {
        return Some((due.value, due.span));
    }
    let days = site.config.consultations.outcome_days?;
    let due = round.period.end.date.saturating_add(i64::from(days).days());
    Some((due, round.period.span))
}
