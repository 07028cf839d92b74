//! In: the responsibility division of a plan. Out: a row for every task.

use crate::language::Lang;
use crate::model::Plan;
use crate::model::acknowledged::About;
use crate::model::plan::{Task, TaskGroup, Unit};

use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "group",
    "task",
    "task_name",
    "clauses",
    "lead",
    "lead_name",
    "joint_leads",
    "joint_lead_names",
    "responsible",
    "responsible_names",
    "indicators",
    "due",
    "note",
];

pub fn table<'s>(scene: &'s Scene<'s>, plan: usize) -> Table<'s> {
    let plan = &scene.site.plans[plan];
    let groups = plan.duties.iter().flat_map(|duties| &duties.groups);
    let rows = groups
        .flat_map(move |group| group.tasks.iter().map(move |one| row(scene, plan, group, one)));
    Table::new(COLUMNS, rows)
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    group: &'s TaskGroup,
    task: &'s Task,
) -> Vec<Cell<'s>> {
    let lang = scene.voice.lang;
    let organisations = &scene.site.organisations;
    let ids = |units: &'s [Unit]| -> Cell<'s> {
        joined(units.iter().map(|one| organisations[one.key].id.as_str()))
    };
    let names = |units: &'s [Unit]| -> Cell<'s> {
        joined(units.iter().map(|one| one.name(organisations, lang)))
    };
    let (first, joint) = task.lead.split_at(task.lead.len().min(1));
    let indicators = plan.indicators_of(task).map(|one| one.id.as_str());
    vec![
        Cell::text(plan.id.as_str()),
        Cell::text(group.name.get(lang)),
        Cell::count(task.number),
        Cell::text(task.name.get(lang)),
        joined(task.clauses.iter().map(|clause| clause.as_str())),
        ids(first),
        names(first),
        ids(joint),
        names(joint),
        ids(&task.responsible),
        names(&task.responsible),
        joined(indicators),
        Cell::when(task.due),
        notes(plan, task, lang),
    ]
}

/// What the editor says about a task, in one cell.
fn notes<'s>(plan: &'s Plan, task: &'s Task, lang: Lang) -> Cell<'s> {
    let notes = plan.notes(&About::Task(task.number), task.note.as_ref());
    match notes.as_slice() {
        [] => Cell::Empty,
        [one] => Cell::text(one.get(lang)),
        several => {
            let texts: Vec<&str> = several.iter().map(|note| note.get(lang)).collect();
            Cell::text(texts.join(" "))
        }
    }
}

/// Several values in one cell.
pub fn joined<'v>(mut values: impl Iterator<Item = &'v str>) -> Cell<'v> {
    let first = values.next().unwrap_or("");
    let Some(second) = values.next() else { return Cell::text(first) };
    let mut all = format!("{first};{second}");
    values.for_each(|value| all.extend([";", value]));
    Cell::text(all)
}
