//! In: an organisation. Out: a row for every task that it owes, in all plans.

use crate::model::owed::{By, OwedTask, Role};
use crate::model::{Key, Organisation};

use super::tasks::joined;
use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "organisation",
    "organisation_name",
    "plan",
    "plan_name",
    "plan_status",
    "task",
    "task_name",
    "clauses",
    "role",
    "named_as",
    "named_as_name",
    "lead",
    "lead_name",
    "due",
];

pub fn table<'s>(scene: &'s Scene<'s>, organisation: Key<Organisation>) -> Table<'s> {
    let tasks = scene.site.owed_tasks(organisation, scene.today);
    let rows = tasks.filter_map(move |owed| row(scene, organisation, owed));
    Table::new(COLUMNS, rows)
}

fn row<'s>(scene: &'s Scene<'s>, key: Key<Organisation>, owed: &OwedTask) -> Option<Vec<Cell<'s>>> {
    let lang = scene.voice.lang;
    let organisations = &scene.site.organisations;
    let (plan, task) = owed.find(&scene.site.plans)?;
    let named = match owed.by {
        By::Itself => key,
        By::Other { unit, .. } => unit,
    };
    let unit = task.units().find(|unit| unit.key == named);
    let role = match owed.role {
        Role::Lead => "lead",
        Role::JointLead => "joint-lead",
        Role::Responsible => "responsible",
    };
    let lead = || task.lead.iter();
    Some(vec![
        Cell::text(organisations[key].id.as_str()),
        Cell::text(organisations[key].name.get(lang)),
        Cell::text(plan.id.as_str()),
        Cell::text(plan.short.get(lang)),
        Cell::text(plan.status.code()),
        Cell::count(task.number),
        Cell::text(task.name.get(lang)),
        joined(task.clauses.iter().map(|clause| clause.as_str())),
        Cell::text(role),
        Cell::text(organisations[named].id.as_str()),
        Cell::maybe(unit.map(|unit| unit.name(organisations, lang))),
        joined(lead().map(|unit| organisations[unit.key].id.as_str())),
        joined(lead().map(|unit| unit.name(organisations, lang))),
        Cell::when(task.due),
    ])
}
