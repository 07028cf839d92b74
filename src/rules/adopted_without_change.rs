//! In: drafts with comments, and what came of them. Out: comments that were adopted although their clauses read as
//! before.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "adopted-without-change",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "A comment that was adopted has changed one of the clauses that it is about.",
    why: "Whoever sent the comment will look for the change; where it is missing, either the text or the answer is wrong.",
    fixed: None,
    fails: &[],
    passes: &[],
    run: Some(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let site = case.site;
    for (at, plan) in site.plans.iter().enumerate() {
        let Some(after) = site.lineage.final_of(at) else { continue };
        let comparison = site.lineage.comparison(after);
        for (round, place) in comparison.iter().flat_map(|one| &one.without_change) {
            let problem = Problem::AdoptedWithoutChange { plan: site.plans[after].id.to_string() };
            found.report(problem, plan.rounds[*round].submissions[*place].span);
        }
    }
}
