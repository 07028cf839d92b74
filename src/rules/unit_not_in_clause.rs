//! In: the tasks of a plan and the notes that name units in their Chinese clauses. Out: a finding for each unit of a task that
//! its clause does not name, neither in its note nor anywhere else.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Spanned};
use crate::model::document::Clause;
use crate::model::plan::{Task, Unit};
use crate::model::register::Named;
use crate::model::{Key, Organisation};

use super::lead_differs::holds;
use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unit-not-in-clause",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "Where a Chinese clause names the units that are responsible in a note at its end (责任单位：…), the units of its task are among them.",
    why: "The table makes a unit responsible for what the document gives to another one.",
    fixed: None,
    fails: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["finance"]"#,
        ),
        ("text.zh.md", "修复管道。（责任单位：水利局）"),
    ],
    passes: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["finance"]"#,
        ),
        ("text.zh.md", "修复管道。（责任单位：水利局、财政局）"),
    ],
    run: Run::Plan(run),
};

/// How notes begin that name units.
const NOTES: [&str; 10] = [
    "责任单位",
    "责任部门",
    "牵头单位",
    "牵头部门",
    "配合单位",
    "配合部门",
    "实施单位",
    "落实单位",
    "责任主体",
    "主责单位",
];

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first && one.chinese) {
        for task in reading.plan.tasks() {
            check(task, reading, case, found);
        }
    }
}

fn check(task: &Task, reading: &Reading<'_>, case: &PlanCase<'_>, found: &mut Diagnostics) {
    let clauses: Option<Vec<&Clause>> =
        task.clauses.iter().map(|address| reading.document.clause(address)).collect();
    // Where one of the clauses has no note, its units may stand nowhere.
    let Some(clauses) = clauses.filter(|all| all.iter().all(|one| notes(one).next().is_some()))
    else {
        return;
    };
    let all: Vec<&Spanned<String>> = clauses.iter().copied().flat_map(notes).collect();
    let (Some(first), Some(clause)) = (all.first(), clauses.first()) else { return };
    let noted = |unit: &Unit| is_named(unit, all.iter().map(|note| &*note.value), reading, case);
    let missing: Vec<&Unit> = task.units().filter(|unit| !noted(unit)).collect();
    // A note that names none of them is about something else.
    if missing.len() == task.units().count() {
        return;
    }
    let is_of_task = |one: &Clause| task.clauses.contains(&one.address);
    let paragraphs =
        reading.paragraphs.iter().filter(|paragraph| paragraph.clause.is_some_and(is_of_task));
    let texts = paragraphs.map(|paragraph| paragraph.prose.text());
    for unit in missing {
        if !is_named(unit, texts.clone(), reading, case) {
            let body = unit.name(&case.site.organisations, reading.lang).to_owned();
            let problem = Agreement::Unit { body, clause: clause.address.to_string() };
            let problem = Problem::Agreement(problem);
            found.push(Diagnostic::new(problem, unit.span).with_related(first.span));
        }
    }
}

/// The notes of a clause that name units.
fn notes(clause: &Clause) -> impl Iterator<Item = &Spanned<String>> {
    let names = |note: &&Spanned<String>| {
        let text = note.value.trim_start_matches(['*', '_', ' ']);
        NOTES.iter().any(|word| text.starts_with(word))
    };
    clause.notes.iter().filter(names)
}

/// Whether one of some texts names a unit: by a name of its own, or by that of a group that it belongs to or of a member that it
/// has.
fn is_named<'t>(
    unit: &Unit,
    texts: impl Iterator<Item = &'t str> + Clone,
    reading: &Reading<'_>,
    case: &PlanCase<'_>,
) -> bool {
    let (register, first) = (&case.site.organisations, case.site.config.languages.first());
    let is_in = |name: &str| texts.clone().any(|text| text.contains(name));
    let is = |key: Key<Organisation>| register[key].names(reading.lang, first).any(is_in);
    let groups = || register.keys().filter(|key| holds(*key, unit.key, case.site));
    // Nearly all are called by a name of their own.
    is_in(unit.name(register, reading.lang))
        || is(unit.key)
        || register[unit.key].members.iter().copied().any(is)
        || groups().any(is)
}
