//! In: rounds with comments. Out: those that list comments without an outcome.

use crate::diagnostic::{Diagnostics, Level, Problem};

use crate::model::consultation::Round;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-outcome",
    family: Family::Consultations,
    level: Level::Error,
    checks: "Comments are listed together with the outcome of the consultation.",
    why: "What became of the comments is published on a day, and readers see the list from that day on.",
    fixed: None,
    fails: &[
        (
            "consultation.toml",
            r#"[[round]]
start = 2025-11-01
end   = 2025-12-01"#,
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
published = 2025-12-20"#,
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
    let without = |round: &Round| round.outcome.is_none() && !round.outcome_broken;
    for (_, round) in case.site.rounds().filter(|(_, round)| without(round)) {
        if let Some(first) = round.submissions.first() {
            found.report(Problem::NoOutcome, first.span);
        }
    }
}
