//! In: rounds with an outcome. Out: counts that differ from the list of comments, and outcomes that count nothing.

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::consultation::{Adoption, Counts};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "outcome-counts",
    family: Family::Consultations,
    level: Level::Error,
    checks: "An outcome says how many comments came in, and its counts agree with the list of comments.",
    why: "The counts are the first thing that readers and newspapers take from an outcome.",
    fixed: None,
    fails: &[
        (
            "consultation.toml",
            r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-12-20
counts    = { not-adopted = 2 }"#,
        ),
        (
            "submissions.csv",
            r#"date,channel,clauses,gist-zh,gist-en,result,reason-zh,reason-en
2025-11-20,email,1,目标偏低,The target is low,not-adopted,资金不足,There is not enough money"#,
        ),
    ],
    passes: &[
        (
            "consultation.toml",
            r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2025-12-20
counts    = { not-adopted = 1 }"#,
        ),
        (
            "submissions.csv",
            r#"date,channel,clauses,gist-zh,gist-en,result,reason-zh,reason-en
2025-11-20,email,1,目标偏低,The target is low,not-adopted,资金不足,There is not enough money"#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds().filter(|(_, round)| !round.damaged) {
        let Some(outcome) = &round.outcome else { continue };
        let Some(first) = round.submissions.first() else {
            if outcome.counts.is_none() {
                found.report(Problem::OutcomeNotCounted, outcome.span);
            }
            continue;
        };
        let Some(counts) = &outcome.counts else { continue };
        let listed: Counts = round.submissions.iter().map(|one| one.adoption).collect();
        for adoption in Adoption::ALL {
            let (counted, listed) = (counts.value.of(adoption), listed.of(adoption));
            if counted != listed {
                let adoption = adoption.code();
                let problem = Problem::OutcomeCounts { counted, listed, adoption };
                found.push(Diagnostic::new(problem, counts.span).with_related(first.span));
            }
        }
    }
}
