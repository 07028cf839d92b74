//! In: comments with a date. Out: those that came before the round opened or after it closed.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "submission-outside-period",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "Comments came in while the consultation was open.",
    why: "A date outside the period is mostly a slip in the year or the month.",
    fixed: None,
    fails: &[],
    passes: &[],
    run: Some(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds() {
        for date in round.submissions.iter().filter_map(|one| one.date.as_ref()) {
            if date.value < round.period.start.date || date.value > round.period.end.date {
                let problem = Problem::SubmissionOutsidePeriod { date: date.value.to_string() };
                found.report(problem, date.span);
            }
        }
    }
}
