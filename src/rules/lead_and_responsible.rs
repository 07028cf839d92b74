//! In: every task. Out: a finding for each unit that both leads and shares in one task.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "lead-and-responsible",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "No unit is lead unit and responsible unit of the same task.",
    why: "Readers ask the lead unit; a unit named twice is usually a slip in filling in the table.",
    fixed: None,
    fails: &[(
        "duties.toml",
        r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["water", "finance"]"#,
    )],
    passes: &[(
        "duties.toml",
        r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["finance"]"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for task in case.site.plans.iter().flat_map(|plan| plan.tasks()) {
        let leads = |key| task.lead.iter().any(|unit| unit.key == key);
        for unit in task.responsible.iter().filter(|unit| leads(unit.key)) {
            let id = case.site.organisations[unit.key].id.to_string();
            found.report(Problem::LeadAndResponsible { id }, unit.span);
        }
    }
}
