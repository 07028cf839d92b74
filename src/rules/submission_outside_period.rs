//! In: comments with a date. Out: those that came before the round opened or after it closed.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "submission-outside-period",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "Comments came in while the consultation was open.",
    why: "A date outside the period is mostly a slip in the year or the month.",
    fixed: None,
    fails: &[
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
2024-11-20,email,1,目标偏低,The target is low,not-adopted,资金不足,There is not enough money"#,
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
    for (_, round) in case.site.rounds() {
        for date in round.submissions.iter().filter_map(|one| one.date.as_ref()) {
            if date.value < round.period.start.date || date.value > round.period.end.date {
                let problem = Problem::SubmissionOutsidePeriod { date: date.value.to_string() };
                found.report(problem, date.span);
            }
        }
    }
}
