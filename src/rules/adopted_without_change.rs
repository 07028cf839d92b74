//! In: drafts with comments, and what came of them. Out: comments that were adopted although their clauses read as
//! before.

use crate::changes::reasons::reasons;
use crate::diagnostic::{Diagnostics, Problem};

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "adopted-without-change",
    checks: "A comment that was adopted has changed one of the clauses that it is about.",
    why: "Whoever sent the comment will look for the change; where it is missing, either the text or the answer is wrong.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let plans = case.site.plans.iter().enumerate();
    let with_comments =
        plans.filter(|(_, plan)| plan.rounds.iter().any(|round| !round.submissions.is_empty()));
    for (at, plan) in with_comments {
        let Some(reasons) = reasons(case.site, at) else { continue };
        let after = case.site.lineage.final_of(at).map(|after| &case.site.plans[after]);
        for (round, place) in reasons.without_change {
            let problem = Problem::AdoptedWithoutChange {
                plan: after.map_or_else(String::new, |after| after.id.to_string()),
            };
            found.report(problem, plan.rounds[round].submissions[place].span);
        }
    }
}
