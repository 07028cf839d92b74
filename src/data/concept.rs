//! In: a concept. Out: a row for each figure of its plans: baseline, target by year, latest actual; as the plan has it and
//! in the unit of the concept.

use jiff::civil::Date;

use crate::model::concept::{Compared, Concept};
use crate::model::quantity::Quantity;

use super::tasks::joined;
use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "area_kind",
    "area",
    "area_name",
    "plan",
    "plan_name",
    "indicator",
    "indicator_name",
    "part",
    "part_name",
    "clauses",
    "measure",
    "kind",
    "year",
    "as_of",
    "bound",
    "value",
    "value_to",
    "unit",
    "concept_value",
    "concept_value_to",
    "concept_unit",
    "note",
];

pub fn table<'s>(scene: &'s Scene<'s>, concept: usize) -> Table<'s> {
    let concept = &scene.site.concepts[concept];
    let rows = concept.indicators.iter().flat_map(move |one| Rows { scene, concept, one }.all());
    Table::new(COLUMNS, rows)
}

struct Rows<'s> {
    scene: &'s Scene<'s>,
    concept: &'s Concept,
    one: &'s Compared,
}

impl<'s> Rows<'s> {
    fn all(&self) -> Vec<Vec<Cell<'s>>> {
        let site = self.scene.site;
        let baseline = self.one.baseline(site);
        let mut rows: Vec<Vec<Cell<'s>>> = Vec::new();
        rows.extend(baseline.map(|one| self.row("baseline", one.year, None, one.value)));
        let targets = self.one.target(site).iter();
        rows.extend(targets.map(|(year, one)| self.row("target", Some(*year), None, one.value)));
        rows.extend(self.one.latest(site).map(|latest| {
            let date = latest.as_of.value;
            self.row("actual", Some(date.year()), Some(date), latest.value.value)
        }));
        rows
    }

    fn row(
        &self,
        kind: &'static str,
        year: Option<i16>,
        as_of: Option<Date>,
        quantity: Quantity,
    ) -> Vec<Cell<'s>> {
        let (site, lang) = (self.scene.site, self.scene.voice.lang);
        let (plan, indicator) = (self.one.plan(site), self.one.indicator(site));
        let area = plan.area.map(|area| &site.areas[area]);
        let part = self.one.division(site).and_then(|division| division.part.as_ref());
        let [bound, value, value_to] = Cell::quantity(Some(quantity));
        let [_, concept_value, concept_value_to] = Cell::quantity(self.one.converted(quantity));
        vec![
            Cell::maybe(area.map(|area| area.kind.code())),
            Cell::maybe(area.map(|area| area.id.as_str())),
            Cell::maybe(area.map(|area| area.name.get(lang))),
            Cell::text(plan.id.as_str()),
            Cell::text(plan.short.get(lang)),
            Cell::text(indicator.id.as_str()),
            Cell::text(indicator.name.get(lang)),
            Cell::maybe(part.map(|part| part.id.as_str())),
            Cell::maybe(part.map(|part| part.name.get(lang))),
            joined(indicator.clauses.iter().map(|clause| clause.as_str())),
            Cell::text(indicator.measure.code()),
            Cell::text(kind),
            year.map_or(Cell::Empty, Cell::count),
            Cell::maybe(as_of.map(|date| date.to_string())),
            bound,
            value,
            value_to,
            Cell::text(indicator.unit.get(lang)),
            concept_value,
            concept_value_to,
            Cell::text(self.concept.unit.get(lang)),
            Cell::maybe(self.one.note.as_ref().map(|note| note.get(lang))),
        ]
    }
}
