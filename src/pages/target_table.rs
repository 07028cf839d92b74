//! In: an indicator. Out: its target table: areas down, years across, with the target of the whole area, and
//! the parts of an indicator side by side within each year.

use serde::Serialize;

use crate::language::WordArg;
use crate::model::indicator::{Division, Indicator, TotalRule};
use crate::model::{Area, Key, Plan};

use super::Context;
use super::unit_parts::area_path;

/// A table whose every cell has a header.
#[derive(Serialize)]
pub struct TargetTable {
    caption: String,
    years: Vec<String>,
    /// The parts under every year; empty where an indicator has none.
    parts: Vec<String>,
    rows: Vec<Row>,
    totals: Vec<Row>,
}

#[derive(Serialize)]
pub struct Row {
    header: String,
    /// The page of the area.
    url: Option<String>,
    /// How many columns each of its figures takes.
    columns: usize,
    /// `None` where the document gives no figure.
    figures: Vec<Option<String>>,
}

/// The table of an indicator: areas down, years across.
pub fn target_table(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> TargetTable {
    let years = indicator.years();
    let divisions = &indicator.divisions;
    let parts: Vec<String> = divisions
        .iter()
        .filter_map(|division| Some(division.part.as_ref()?.name.get(cx.lang).to_owned()))
        .collect();
    let name = indicator.name.get(cx.lang);
    let args =
        [("indicator", WordArg::Text(name)), ("unit", WordArg::Text(indicator.unit.get(cx.lang)))];
    TargetTable {
        caption: cx.word_with(
            if divisions.is_empty() { "table-caption" } else { "table-caption-areas" },
            &args,
        ),
        rows: area_rows(cx, divisions, &years),
        totals: totals(cx, plan, indicator, &years, parts.len()),
        years: years.iter().map(ToString::to_string).collect(),
        parts,
    }
}

/// One row for every area that any part names, in the order of the tables.
fn area_rows(cx: &Context<'_>, divisions: &[Division], years: &[i16]) -> Vec<Row> {
    let mut areas: Vec<Key<Area>> = Vec::new();
    for (area, _) in divisions.iter().flat_map(|division| &division.areas) {
        if !areas.contains(area) {
            areas.push(*area);
        }
    }
    let figure = |area: Key<Area>, year: i16, division: &Division| {
        let values = division.areas.iter().find(|(key, _)| *key == area).map(|(_, values)| values);
        let quantity = values.and_then(|values| values.get(&year));
        quantity.map(|quantity| cx.quantity(quantity.value))
    };
    areas
        .into_iter()
        .map(|area| Row {
            header: cx.site.areas[area].short.get(cx.lang).to_owned(),
            url: cx.link(&area_path(cx.site, area)),
            columns: 1,
            figures: years
                .iter()
                .flat_map(|year| divisions.iter().map(move |one| figure(area, *year, one)))
                .collect(),
        })
        .collect()
}

/// The target of the whole area and, under it, the totals of the parts.
fn totals(
    cx: &Context<'_>,
    plan: &Plan,
    indicator: &Indicator,
    years: &[i16],
    parts: usize,
) -> Vec<Row> {
    let place = place(cx, plan);
    let sums = indicator
        .divisions
        .iter()
        .any(|division| division.part.is_none() && division.rule == TotalRule::Sum);
    let word = if sums { "total-of-area" } else { "target-of-area" };
    let whole = Row {
        header: cx.word_with(word, &[("area", WordArg::Text(&place))]),
        url: None,
        columns: parts.max(1),
        figures: years
            .iter()
            .map(|year| indicator.target.get(year).map(|quantity| cx.quantity(quantity.value)))
            .collect(),
    };
    let mut rows = vec![whole];
    let has_totals = indicator.divisions.iter().any(|division| !division.total.is_empty());
    if parts > 0 && has_totals {
        let figure = |year: &i16, division: &Division| {
            division.total.get(year).map(|quantity| cx.quantity(quantity.value))
        };
        rows.push(Row {
            header: cx.word("totals-of-parts"),
            url: None,
            columns: 1,
            figures: years
                .iter()
                .flat_map(|year| indicator.divisions.iter().map(move |one| figure(year, one)))
                .collect(),
        });
    }
    rows
}

/// The area that a plan is for, as totals name it.
pub fn place(cx: &Context<'_>, plan: &Plan) -> String {
    plan.area.map_or_else(
        || cx.word("whole-area"),
        |area| cx.site.areas[area].name.get(cx.lang).to_owned(),
    )
}
