//! In: drafts with comments, and what came of them. Out: comments that were adopted although their clauses read as
//! before.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "adopted-without-change",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "A comment that was adopted has changed one of the clauses that it is about.",
    why: "Whoever sent the comment will look for the change; where it is missing, either the text or the answer is wrong.",
    fixed: None,
    fails: &[
        ("plan.toml", r#"status = "draft""#),
        (
            "consultation.toml",
            r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2026-01-10

[[round.submission]]
clauses = ["1"]
gist    = { zh = "目标不清楚", en = "The goal is not clear" }
result  = "adopted"
reason  = { zh = "已写明", en = "It has been made clear" }"#,
        ),
        (
            "content/plans/final/plan.toml",
            r#"title     = { zh = "节水规划", en = "Water Saving Plan" }
summary   = { zh = "节水。", en = "Saving water." }
issuer    = "water"
status    = "in-force"
published = 2026-01-10
draft     = "water"
keywords  = { zh = ["节水"], en = ["water"] }"#,
        ),
        (
            "content/plans/final/text.zh.md",
            r#"## 一、目标

节水。"#,
        ),
        (
            "content/plans/final/text.en.md",
            r#"## I. Goals

Save water."#,
        ),
    ],
    passes: &[
        ("plan.toml", r#"status = "draft""#),
        (
            "consultation.toml",
            r#"[[round]]
start = 2025-11-01
end   = 2025-12-01

[round.outcome]
published = 2026-01-10

[[round.submission]]
clauses = ["1"]
gist    = { zh = "目标不清楚", en = "The goal is not clear" }
result  = "adopted"
reason  = { zh = "已写明", en = "It has been made clear" }"#,
        ),
        (
            "content/plans/final/plan.toml",
            r#"title     = { zh = "节水规划", en = "Water Saving Plan" }
summary   = { zh = "节水。", en = "Saving water." }
issuer    = "water"
status    = "in-force"
published = 2026-01-10
draft     = "water"
keywords  = { zh = ["节水"], en = ["water"] }"#,
        ),
        (
            "content/plans/final/text.zh.md",
            r#"## 一、目标

不再漏水。"#,
        ),
        (
            "content/plans/final/text.en.md",
            r#"## I. Goals

Pipes no longer leak."#,
        ),
    ],
    run: Run::Site(run),
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
