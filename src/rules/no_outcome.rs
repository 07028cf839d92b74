//! In: rounds with comments. Out: those that list comments without an outcome.

use crate::diagnostic::{Diagnostics, Problem};

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "no-outcome",
    checks: "Comments are listed together with the outcome of the consultation.",
    why: "What became of the comments is published on a day, and readers see the list from that day on.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds().filter(|(_, round)| round.outcome.is_none()) {
        if let Some(first) = round.submissions.first() {
            found.report(Problem::NoOutcome, first.span);
        }
    }
}
