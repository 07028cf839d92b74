//! In: the indicators of a plan. Out: a row for every figure: baseline, target, superseded target, actual; of
//! the whole area, of parts and of areas.

use jiff::civil::Date;

use crate::language::Text;
use crate::model::indicator::{Actual, Division, Indicator};
use crate::model::quantity::Quantity;
use crate::model::{Area, Key, Plan};

use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "plan_status",
    "indicator",
    "indicator_name",
    "part",
    "part_name",
    "area",
    "area_name",
    "kind",
    "year",
    "as_of",
    "reported",
    "bound",
    "value",
    "value_to",
    "unit",
    "source",
    "url",
    "note",
];

/// The figures of a plan, or of its indicator with the place `only`.
pub fn table<'s>(scene: &'s Scene<'s>, plan: usize, only: Option<usize>) -> Table<'s> {
    let plan = &scene.site.plans[plan];
    let indicators = plan.indicators().enumerate();
    let wanted = indicators.filter(move |(at, _)| only.is_none_or(|only| only == *at));
    let rows = move |(_, indicator)| Rows { scene, plan, indicator, only: None }.all();
    Table::new(COLUMNS, wanted.flat_map(rows))
}

/// The figures of an area, in all plans.
pub fn of_area<'s>(scene: &'s Scene<'s>, area: Key<Area>) -> Table<'s> {
    let rows = scene.site.owed.indicators(area).iter().flat_map(move |place| {
        let plan = &scene.site.plans[place.plan];
        let indicator = plan.indicators().nth(place.indicator).into_iter();
        indicator.flat_map(move |one| Rows { scene, plan, indicator: one, only: Some(area) }.all())
    });
    Table::new(COLUMNS, rows)
}

struct Rows<'s> {
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    indicator: &'s Indicator,
    /// The area that is wanted alone.
    only: Option<Key<Area>>,
}

/// What tells one figure from the others.
#[derive(Default)]
struct Figure<'s> {
    kind: &'static str,
    division: Option<&'s Division>,
    area: Option<Key<Area>>,
    year: Option<i16>,
    as_of: Option<Date>,
    reported: Option<Date>,
    source: Option<&'s Text>,
    url: Option<&'s str>,
    note: Option<&'s Text>,
}

impl<'s> Rows<'s> {
    fn all(&self) -> Vec<Vec<Cell<'s>>> {
        let mut rows = Vec::new();
        if self.only.is_none() {
            self.whole(&mut rows);
        }
        for division in &self.indicator.divisions {
            self.division(division, &mut rows);
        }
        for actual in &self.indicator.actuals {
            self.actual(actual, &mut rows);
        }
        rows
    }

    /// What the indicator has for the whole area of the plan.
    fn whole(&self, rows: &mut Vec<Vec<Cell<'s>>>) {
        if let Some(baseline) = &self.indicator.baseline {
            let place = Figure { kind: "baseline", year: baseline.year, ..Figure::default() };
            rows.push(self.row(place, baseline.value));
        }
        for revision in &self.indicator.revisions {
            let place = Figure {
                kind: "superseded-target",
                year: Some(revision.year.value),
                as_of: Some(revision.date.value),
                note: Some(&revision.reason),
                ..Figure::default()
            };
            rows.push(self.row(place, revision.old.value));
        }
        for (year, quantity) in &self.indicator.target {
            let place = Figure { kind: "target", year: Some(*year), ..Figure::default() };
            rows.push(self.row(place, quantity.value));
        }
    }

    fn wants(&self, area: Key<Area>) -> bool {
        self.only.is_none_or(|only| only == area)
    }

    fn division(&self, division: &'s Division, rows: &mut Vec<Vec<Cell<'s>>>) {
        let target = |area, year: &i16| Figure {
            kind: "target",
            division: Some(division),
            area,
            year: Some(*year),
            ..Figure::default()
        };
        if division.part.is_some() && self.only.is_none() {
            for (year, quantity) in &division.total {
                rows.push(self.row(target(None, year), quantity.value));
            }
        }
        for (area, years) in division.areas.iter().filter(|(area, _)| self.wants(*area)) {
            for (year, quantity) in years {
                rows.push(self.row(target(Some(*area), year), quantity.value));
            }
        }
    }

    fn actual(&self, actual: &'s Actual, rows: &mut Vec<Vec<Cell<'s>>>) {
        let place = |area| Figure {
            kind: "actual",
            area,
            year: Some(actual.as_of.value.year()),
            as_of: Some(actual.as_of.value),
            reported: actual.reported,
            source: Some(&actual.source),
            url: actual.url.as_deref(),
            note: actual.note.as_ref(),
            ..Figure::default()
        };
        if self.only.is_none() {
            rows.push(self.row(place(None), actual.value.value));
        }
        for (area, quantity) in actual.areas.iter().filter(|(area, _)| self.wants(*area)) {
            rows.push(self.row(place(Some(*area)), quantity.value));
        }
    }

    fn row(&self, figure: Figure<'s>, quantity: Quantity) -> Vec<Cell<'s>> {
        let lang = self.scene.voice.lang;
        let part = figure.division.and_then(|division| division.part.as_ref());
        // Without an area of its own, a figure is that of the whole plan.
        let area = figure.area.or(self.plan.area).map(|area| &self.scene.site.areas[area]);
        let text = |text: Option<&'s Text>| Cell::maybe(text.map(|text| text.get(lang)));
        let [bound, value, end] = Cell::quantity(Some(quantity));
        vec![
            Cell::text(self.plan.id.as_str()),
            Cell::text(self.plan.status.code()),
            Cell::text(self.indicator.id.as_str()),
            Cell::text(self.indicator.name.get(lang)),
            Cell::maybe(part.map(|part| part.id.as_str())),
            Cell::maybe(part.map(|part| part.name.get(lang))),
            Cell::maybe(area.map(|area| area.id.as_str())),
            Cell::maybe(area.map(|area| area.name.get(lang))),
            Cell::text(figure.kind),
            figure.year.map_or(Cell::Empty, Cell::count),
            Cell::maybe(figure.as_of.map(|date| date.to_string())),
            Cell::maybe(figure.reported.map(|date| date.to_string())),
            bound,
            value,
            end,
            Cell::text(self.indicator.unit.get(lang)),
            text(figure.source),
            Cell::maybe(figure.url),
            text(figure.note),
        ]
    }
}
