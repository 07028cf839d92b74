//! In: the registers of a site. Out: a row for every organisation, with how many tasks it leads and shares in;
//! a row for every area.

use crate::model::owed::Role;
use crate::model::register::Named;
use crate::model::{Key, Register};

use super::tasks::joined;
use super::{Cell, Scene, Table};

const ORGANISATIONS: &[&str] = &[
    "organisation",
    "organisation_name",
    "short_name",
    "aliases",
    "type",
    "parent",
    "area",
    "members",
    "replaced_on",
    "replaced_by",
    "tasks_led",
    "tasks_shared",
];

const AREAS: &[&str] =
    &["area", "area_name", "short_name", "aliases", "type", "parent", "replaced_on", "replaced_by"];

pub fn organisations<'s>(scene: &'s Scene<'s>) -> Table<'s> {
    let register = &scene.site.organisations;
    let row = move |key: Key<_>| {
        let one = &register[key];
        let tasks = scene.site.owed_tasks(key, scene.today);
        let leads = tasks.clone().filter(|task| task.role != Role::Responsible).count();
        let area = one.area.map(|area| scene.site.areas[area].id.as_str());
        let [id, name, short, aliases] = names(scene, one);
        let [on, by] = replaced(register, one);
        vec![
            id,
            name,
            short,
            aliases,
            Cell::text(one.kind.code()),
            Cell::maybe(one.parent.map(|parent| register[parent].id.as_str())),
            Cell::maybe(area),
            joined(one.members.iter().map(|member| register[*member].id.as_str())),
            on,
            by,
            Cell::count(leads as u64),
            Cell::count((tasks.count() - leads) as u64),
        ]
    };
    Table::new(ORGANISATIONS, register.keys().map(row))
}

pub fn areas<'s>(scene: &'s Scene<'s>) -> Table<'s> {
    let register = &scene.site.areas;
    let row = move |key: Key<_>| {
        let one = &register[key];
        let [id, name, short, aliases] = names(scene, one);
        let [on, by] = replaced(register, one);
        let kind = Cell::text(one.kind.code());
        let parent = Cell::maybe(one.parent.map(|parent| register[parent].id.as_str()));
        vec![id, name, short, aliases, kind, parent, on, by]
    };
    Table::new(AREAS, register.keys().map(row))
}

fn names<'s, T: Named>(scene: &'s Scene<'s>, entry: &'s T) -> [Cell<'s>; 4] {
    let (lang, first) = (scene.voice.lang, scene.site.config.languages.first());
    let aliases = entry.aliases().iter().filter_map(|alias| alias.value.get(lang, first));
    [
        Cell::text(entry.id().as_str()),
        Cell::text(entry.name().get(lang)),
        Cell::text(entry.short().get(lang)),
        joined(aliases),
    ]
}

/// When an entry was replaced, and by whom.
fn replaced<'s, T: Named>(register: &'s Register<T>, entry: &T) -> [Cell<'s>; 2] {
    let replaced = entry.replaced();
    let by = replaced.iter().flat_map(|one| &one.by).map(|key| register[*key].id().as_str());
    [Cell::when(replaced.map(|one| one.on.value)), joined(by)]
}
