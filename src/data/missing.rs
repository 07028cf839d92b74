//! In: the site. Out: a row for every figure that is missing.

use crate::model::Plan;
use crate::model::indicator::Indicator;
use crate::model::plan::indicators_of;
use crate::progress::{Missing, missing};

use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "plan_name",
    "indicator",
    "indicator_name",
    "missing",
    "missing_name",
    "part",
    "area",
    "area_name",
    "year",
    "as_of",
    "figures",
];

pub fn table<'s>(scene: &'s Scene<'s>) -> Table<'s> {
    let rows = indicators_of(scene.site.counted_plans()).flat_map(move |(plan, indicator)| {
        let list = missing(plan, indicator, scene.today);
        list.into_iter().map(move |one| row(scene, plan, indicator, one))
    });
    Table::new(COLUMNS, rows)
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    indicator: &'s Indicator,
    missing: Missing<'s>,
) -> Vec<Cell<'s>> {
    let lang = scene.voice.lang;
    let code = missing.code();
    let (area, part, year, as_of) = match missing {
        Missing::Baseline | Missing::BaselineYear | Missing::Targets => (None, None, None, None),
        Missing::Area { area, year, division } => {
            (Some(area), division.part.as_ref(), Some(year), None)
        }
        Missing::Total { year } => (None, None, Some(year), None),
        Missing::Actuals { first, .. } => (None, None, Some(first.year()), Some(first)),
    };
    let area = area.map(|area| &scene.site.areas[area]);
    vec![
        Cell::text(plan.id.as_str()),
        Cell::text(plan.short.get(lang)),
        Cell::text(indicator.id.as_str()),
        Cell::text(indicator.name.get(lang)),
        Cell::text(code),
        Cell::text(scene.voice.word(&format!("missing-{code}"))),
        Cell::maybe(part.map(|part| part.id.as_str())),
        Cell::maybe(area.map(|area| area.id.as_str())),
        Cell::maybe(area.map(|area| area.name.get(lang))),
        year.map_or(Cell::Empty, Cell::count),
        Cell::maybe(as_of.map(|date| date.to_string())),
        Cell::count(missing.figures()),
    ]
}
