//! In: every unit that a plan names. Out: a finding for each that had been replaced before the plan was made.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::model::register::When;
use crate::model::{Key, Organisation};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unit-after-successor",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "A plan names no unit that had been replaced or abolished when the plan was signed or published.",
    why: "An old name in a new document is usually copied from an earlier one, and readers then ask a body that no longer exists.",
    fixed: None,
    fails: &[
        (
            "organisations.toml",
            r#"[[organisation]]
id       = "farming"
name     = { zh = "农业局", en = "Agriculture Bureau" }
kind     = "department"
replaced = { on = 2019-01-14, by = ["rural"] }

[[organisation]]
id   = "rural"
name = { zh = "农业农村局", en = "Agriculture and Rural Affairs Bureau" }
kind = "department""#,
        ),
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
responsible = ["农业局"]"#,
        ),
    ],
    passes: &[
        (
            "organisations.toml",
            r#"[[organisation]]
id       = "farming"
name     = { zh = "农业局", en = "Agriculture Bureau" }
kind     = "department"
replaced = { on = 2019-01-14, by = ["rural"] }

[[organisation]]
id   = "rural"
name = { zh = "农业农村局", en = "Agriculture and Rural Affairs Bureau" }
kind = "department""#,
        ),
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
responsible = ["农业农村局"]"#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for plan in &case.site.plans {
        // The page that a plan was taken from may be much younger than the plan.
        if let Some(date) = plan.made() {
            let units = plan.tasks().flat_map(|task| task.units());
            for unit in units {
                check(case, unit.key, unit.span, date, found);
            }
            check(case, plan.issuer.value, plan.issuer.span, date, found);
        }
        for round in &plan.rounds {
            let date = round.announced(plan.appeared());
            check(case, round.organiser.value, round.organiser.span, date, found);
        }
    }
}

fn check(case: &Case<'_>, key: Key<Organisation>, span: Span, date: Date, found: &mut Diagnostics) {
    let organisations = &case.site.organisations;
    let unit = &organisations[key];
    let Some(replaced) = unit.replaced.as_ref().filter(|one| one.on.value.has_passed(date)) else {
        return;
    };
    let on = match replaced.on.value {
        When::Year(year) => format!("in {year}"),
        When::Day(day) => format!("on {day}"),
    };
    let current = organisations.current(key, date).into_iter().filter(|one| *one != key);
    let successors = current.map(|key| organisations[key].id.to_string()).collect();
    let id = unit.id.to_string();
    found.push(
        Diagnostic::new(Problem::UnitAfterSuccessor { id, on, successors }, span)
            .with_related(replaced.on.span),
    );
}
