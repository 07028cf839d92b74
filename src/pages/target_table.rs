//! In: an indicator. Out: its target table: areas down, years across, with the target of the whole area, and
//! the parts of an indicator side by side within each year, as HTML.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::language::WordArg;
use crate::model::indicator::{Division, Indicator, TotalRule};
use crate::model::quantity::Quantity;
use crate::model::{Area, Key, Plan};

use super::Context;
use super::markup::text;

struct Row<'r> {
    header: Cow<'r, str>,
    /// The page of the area.
    url: Option<&'r str>,
    /// How many columns each of its figures takes.
    columns: usize,
    /// `None` where the document gives no figure.
    figures: Vec<Option<Quantity>>,
}

/// The table of an indicator: areas down, years across; every cell has a header. `id` is what no other table of the page
/// is called.
pub fn target_table(cx: &Context<'_>, plan: &Plan, indicator: &Indicator, id: &str) -> Markup {
    let years = indicator.years();
    let divisions = &indicator.divisions;
    let parts: Vec<&str> = divisions
        .iter()
        .filter_map(|division| Some(division.part.as_ref()?.name.get(cx.lang)))
        .collect();
    let areas = area_rows(cx, divisions, &years);
    let totals = totals(cx, plan, indicator, &years, parts.len());
    html! {
        section class="table-scroll" tabindex="0" aria-labelledby={ (id) "_table" } { "\n"
            table class="numbers" { "\n"
                caption id={ (id) "_table" } { (caption(cx, indicator)) } "\n"
                @if !parts.is_empty() {
                    colgroup {} "\n"
                    @for _ in &years { colgroup span=(parts.len()) {} "\n" }
                }
                (head(cx, &years, &parts)) "\n"
                @if areas.is_empty() {
                    tbody { (rows(cx, &totals)) "\n" } "\n"
                } @else {
                    tbody { (rows(cx, &areas)) "\n" } "\n"
                    tfoot { (rows(cx, &totals)) "\n" } "\n"
                }
            } "\n"
        }
    }
}

fn caption(cx: &Context<'_>, indicator: &Indicator) -> String {
    let args = [
        ("indicator", WordArg::Text(indicator.name.get(cx.lang))),
        ("unit", WordArg::Text(indicator.unit.get(cx.lang))),
    ];
    let areas = !indicator.divisions.is_empty();
    cx.word_with(if areas { "table-caption-areas" } else { "table-caption" }, &args)
}

/// The years, and below each of them the parts.
fn head(cx: &Context<'_>, years: &[i16], parts: &[&str]) -> Markup {
    let named = |year: &i16| cx.word_with("year", &[("year", WordArg::Text(&year.to_string()))]);
    html! {
        thead { "\n"
            tr { "\n"
                th scope="col" rowspan=[(!parts.is_empty()).then_some(2)] { (cx.word("area")) } "\n"
                @for year in years {
                    @if parts.is_empty() {
                        th scope="col" { (named(year)) } "\n"
                    } @else {
                        th scope="colgroup" colspan=(parts.len()) { (named(year)) } "\n"
                    }
                }
            } "\n"
            @if !parts.is_empty() {
                tr { "\n"
                    @for _ in years { @for part in parts { th scope="col" { (part) } "\n" } }
                } "\n"
            }
        }
    }
}

fn rows(cx: &Context<'_>, rows: &[Row<'_>]) -> Markup {
    let missing = cx.word("no-figure");
    html! {
        @for row in rows {
            "\n" tr { "\n"
                th scope="row" {
                    @if let Some(url) = row.url {
                        a href=(text(url)) { (text(&row.header)) }
                    } @else {
                        (text(&row.header))
                    }
                } "\n"
                @for figure in &row.figures {
                    td colspan=[(row.columns > 1).then_some(row.columns)] {
                        @if let Some(figure) = figure {
                            (text(&cx.quantity(*figure)))
                        } @else {
                            span aria-hidden="true" { "–" }
                            span class="visually-hidden" { (missing) }
                        }
                    } "\n"
                }
            }
        }
    }
}

/// One row for every area that any part names, in the order of the tables.
fn area_rows<'r>(cx: &'r Context<'_>, divisions: &[Division], years: &[i16]) -> Vec<Row<'r>> {
    let mut areas: Vec<Key<Area>> = Vec::new();
    for (area, _) in divisions.iter().flat_map(|division| &division.areas) {
        if !areas.contains(area) {
            areas.push(*area);
        }
    }
    let figure = |area: Key<Area>, year: i16, division: &Division| {
        let values = division.areas.iter().find(|(key, _)| *key == area).map(|(_, values)| values);
        let quantity = values.and_then(|values| values.get(&year));
        quantity.map(|quantity| quantity.value)
    };
    areas
        .into_iter()
        .map(|area| Row {
            header: cx.site.areas[area].short.get(cx.lang).into(),
            url: cx.area_url(area),
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
) -> Vec<Row<'static>> {
    let place = place(cx, plan);
    let sums = indicator
        .divisions
        .iter()
        .any(|division| division.part.is_none() && division.rule == TotalRule::Sum);
    let word = if sums { "total-of-area" } else { "target-of-area" };
    let whole = Row {
        header: cx.word_with(word, &[("area", WordArg::Text(&place))]).into(),
        url: None,
        columns: parts.max(1),
        figures: years
            .iter()
            .map(|year| indicator.target.get(year).map(|quantity| quantity.value))
            .collect(),
    };
    let mut rows = vec![whole];
    let has_totals = indicator.divisions.iter().any(|division| !division.total.is_empty());
    if parts > 0 && has_totals {
        let figure = |year: &i16, division: &Division| {
            division.total.get(year).map(|quantity| quantity.value)
        };
        rows.push(Row {
            header: cx.word("totals-of-parts").into(),
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
