//! In: the responsibility division of a plan. Out: a row for every task.

use crate::model::plan::{Task, TaskGroup};
use crate::model::{Key, Organisation, Plan};

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
    "note",
];

pub fn table<'s>(scene: &'s Scene<'s>, plan: usize) -> Table<'s> {
    let plan = &scene.site.plans[plan];
    let groups = plan.duties.iter().flat_map(|duties| &duties.groups);
    let rows = groups.flat_map(|group| group.tasks.iter().map(|one| row(scene, plan, group, one)));
    Table { columns: COLUMNS, rows: rows.collect() }
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    group: &'s TaskGroup,
    task: &'s Task,
) -> Vec<Cell<'s>> {
    let lang = scene.voice.lang;
    let unit = |key: &Key<Organisation>| &scene.site.organisations[*key];
    let list = |units: &[Key<Organisation>], name: bool| {
        let names = units
            .iter()
            .map(unit)
            .map(|one| if name { one.short.get(lang) } else { one.id.as_str() });
        Cell::text(names.collect::<Vec<_>>().join(";"))
    };
    let (first, joint) = task.lead.split_at(task.lead.len().min(1));
    let responsible: Vec<_> = task.responsible.iter().map(|unit| unit.value).collect();
    let clauses: Vec<&str> = task.clauses.iter().map(|clause| clause.as_str()).collect();
    vec![
        Cell::text(plan.id.as_str()),
        Cell::text(group.name.get(lang)),
        Cell::count(task.number),
        Cell::text(task.name.get(lang)),
        Cell::text(clauses.join(";")),
        list(first, false),
        list(first, true),
        list(joint, false),
        list(joint, true),
        list(&responsible, false),
        list(&responsible, true),
        Cell::maybe(task.note.as_ref().map(|note| note.get(lang))),
    ]
}
