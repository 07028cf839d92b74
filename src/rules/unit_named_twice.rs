//! In: every task. Out: a finding for each unit that one of its two lists names twice.

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unit-named-twice",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "No unit is named twice among the lead units or among the responsible units of a task.",
    why: "Two names of one body look like two bodies to readers; often another unit was meant.",
    fixed: None,
    fails: &[(
        "duties.toml",
        r#"[[group]]
[[group.task]]
responsible = ["finance", "财政局"]"#,
    )],
    passes: &[(
        "duties.toml",
        r#"[[group]]
[[group.task]]
responsible = ["finance", "各县政府"]"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for task in case.site.plans.iter().flat_map(|plan| plan.tasks()) {
        for (list, leads) in [(&task.lead, true), (&task.responsible, false)] {
            for (at, unit) in list.iter().enumerate() {
                if let Some(first) = list[..at].iter().find(|one| one.key == unit.key) {
                    let id = case.site.organisations[unit.key].id.to_string();
                    let problem = Problem::UnitNamedTwice { id, leads };
                    found.push(Diagnostic::new(problem, unit.span).with_related(first.span));
                }
            }
        }
    }
}
