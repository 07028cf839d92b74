//! In: the target tables of a draft and of what came of it. Out: for each indicator whose figures changed, a small table
//! of years: the whole and its parts, and the areas in a table of their own, which may be long.

use serde::Serialize;

use crate::changes::targets::{FigureChange, FigurePlace, IndicatorChange, compare};
use crate::language::WordArg;
use crate::model::Plan;

use super::Context;
use super::plan_parts::Label;
use super::unit_parts::{NameLink, indicator_link};

/// An indicator whose figures changed.
#[derive(Serialize)]
pub struct ChangedIndicator {
    indicator: NameLink,
    unit: String,
    /// Whether it came new or was taken out.
    kind: Option<Label>,
    /// Baseline and years.
    columns: Vec<String>,
    /// The whole and its parts.
    rows: Vec<Row>,
    areas: Vec<Row>,
    /// How many figures of areas changed.
    area_figures: usize,
}

/// The figures of the whole, of a part or of an area.
#[derive(Serialize)]
struct Row {
    name: String,
    /// One for each column; `None` for a figure that stayed.
    cells: Vec<Option<Cell>>,
}

/// A figure as it was and as it is.
#[derive(Serialize)]
struct Cell {
    before: Option<String>,
    after: Option<String>,
}

pub fn changed_targets(cx: &Context<'_>, draft: &Plan, now: &Plan) -> Vec<ChangedIndicator> {
    compare(draft, now).iter().filter_map(|change| indicator(cx, draft, now, change)).collect()
}

fn indicator(
    cx: &Context<'_>,
    draft: &Plan,
    now: &Plan,
    change: &IndicatorChange<'_>,
) -> Option<ChangedIndicator> {
    let label = |code: &'static str| Label { code, text: cx.word(&format!("change-{code}")) };
    let (plan, one, kind) = match (change.draft, change.now) {
        (Some(_), Some(one)) => (now, one, None),
        (None, one) => (now, one?, Some(label("added"))),
        (Some(one), None) => (draft, one, Some(label("removed"))),
    };
    let mut columns: Vec<Option<i16>> =
        change.figures.iter().map(|one| column(one.place)).collect();
    columns.sort_unstable();
    columns.dedup();
    let of_area =
        |one: &&FigureChange<'_>| matches!(one.place, FigurePlace::Division { area: Some(_), .. });
    let (areas, whole): (Vec<_>, Vec<_>) = change.figures.iter().partition(of_area);
    Some(ChangedIndicator {
        indicator: indicator_link(cx, plan, one),
        unit: one.unit.get(cx.lang).to_owned(),
        kind,
        columns: columns.iter().map(|column| head(cx, *column)).collect(),
        rows: rows(cx, &whole, &columns),
        areas: rows(cx, &areas, &columns),
        area_figures: areas.len(),
    })
}

/// The year of a figure; `None` for the baseline, which comes first.
fn column(place: FigurePlace<'_>) -> Option<i16> {
    match place {
        FigurePlace::Baseline => None,
        FigurePlace::Target(year) | FigurePlace::Division { year, .. } => Some(year),
    }
}

fn head(cx: &Context<'_>, column: Option<i16>) -> String {
    match column {
        None => cx.word("baseline"),
        Some(year) => cx.word_with("year", &[("year", WordArg::Text(&year.to_string()))]),
    }
}

/// Figures of one row follow each other.
fn rows(cx: &Context<'_>, figures: &[&FigureChange<'_>], columns: &[Option<i16>]) -> Vec<Row> {
    let same = |one: &&FigureChange<'_>, other: &&FigureChange<'_>| {
        name(cx, one.place) == name(cx, other.place)
    };
    let cell = |figure: &&FigureChange<'_>| Cell {
        before: figure.before.map(|value| cx.quantity(value)),
        after: figure.after.map(|value| cx.quantity(value)),
    };
    let row = |figures: &[&FigureChange<'_>]| Row {
        name: name(cx, figures[0].place),
        cells: columns
            .iter()
            .map(|year| figures.iter().find(|one| column(one.place) == *year).map(cell))
            .collect(),
    };
    figures.chunk_by(same).map(row).collect()
}

/// `北区、中小学`; the whole is called by what it is.
fn name(cx: &Context<'_>, place: FigurePlace<'_>) -> String {
    let FigurePlace::Division { part, area, .. } = place else { return cx.word("goal-label") };
    let part = part.map(|part| part.name.get(cx.lang));
    let area = area.map(|area| cx.site.areas[area].short.get(cx.lang));
    let names: Vec<&str> = area.into_iter().chain(part).collect();
    cx.voice().list(&names)
}
