//! In: the targets of a plan. Out: a table for each indicator: areas down, years across, with the
//! target of the whole area, and the parts of an indicator side by side within each year.

use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::indicator::{Baseline, Division, Indicator, TotalRule};
use crate::model::{Area, Key, Plan, Site};

use super::plan_parts::{ClauseLink, Head, clause_links, head, page_title, publisher, tags};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct TargetsPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    title: String,
    note: Option<String>,
    indicators: Vec<IndicatorView>,
}

#[derive(Serialize)]
struct IndicatorView {
    id: String,
    name: String,
    unit: String,
    baseline: Option<String>,
    /// The target of the last year, in a sentence with its year.
    goal: Option<String>,
    clauses: Vec<ClauseLink>,
    note: Option<String>,
    table: Table,
}

/// A table whose every cell has a header.
#[derive(Serialize)]
struct Table {
    caption: String,
    years: Vec<String>,
    /// The parts under every year; empty where an indicator has none.
    parts: Vec<String>,
    rows: Vec<Row>,
    totals: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    header: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// `None` where the document gives no figure.
    text: Option<String>,
    columns: usize,
}

impl PageKind for TargetsPage {
    fn name(&self) -> &'static str {
        "targets"
    }
    fn about(&self) -> &'static str {
        "The target tables of a plan, by area and year."
    }
    fn subjects(&self, site: &Site) -> Vec<Subject> {
        plans_with(site, |plan| plan.targets.is_some())
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        format!("plans/{}/targets/", subject.plan(site).id)
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-targets")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-targets")
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        let targets = subject.plan(site).targets.iter();
        targets.flat_map(|t| &t.indicators).map(|indicator| indicator.id.to_string()).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let targets = plan.targets.as_ref().expect("subjects have targets");
        let body = Body {
            head: head(cx, plan, "targets/"),
            title: targets.title.get(cx.lang).to_owned(),
            note: targets.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
            indicators: targets.indicators.iter().map(|one| indicator(cx, plan, one)).collect(),
        };
        let short = plan.short.get(cx.lang);
        let args =
            [("plan", WordArg::Text(short)), ("count", WordArg::Count(targets.indicators.len()))];
        let description = cx.word_with("targets-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: Some(serde_json::json!({
                "@context": "https://schema.org",
                "@type": "Dataset",
                "name": targets.title.get(cx.lang),
                "description": description,
                "url": cx.absolute(&cx.url(&self.path(cx.site, subject))),
                "inLanguage": super::frame::html_lang(cx.tag()),
                "datePublished": plan.published.to_string(),
                "creator": publisher(cx, plan),
                "variableMeasured": targets.indicators.iter().map(|i| i.name.get(cx.lang)).collect::<Vec<_>>(),
            })),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn indicator(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> IndicatorView {
    IndicatorView {
        id: indicator.id.to_string(),
        name: indicator.name.get(cx.lang).to_owned(),
        unit: indicator.unit.get(cx.lang).to_owned(),
        baseline: indicator.baseline.as_ref().map(|baseline| baseline_text(cx, baseline)),
        goal: indicator.target.last_key_value().map(|(year, quantity)| {
            let (year, value) = (year.to_string(), cx.quantity(quantity.value));
            cx.word_with(
                "goal",
                &[("year", WordArg::Text(&year)), ("value", WordArg::Text(&value))],
            )
        }),
        clauses: clause_links(cx, plan, &indicator.clauses),
        note: indicator.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
        table: table(cx, plan, indicator),
    }
}

fn baseline_text(cx: &Context<'_>, baseline: &Baseline) -> String {
    let value = cx.quantity(baseline.value);
    match baseline.year {
        Some(year) => {
            let year = year.to_string();
            let args = [("year", WordArg::Text(&year)), ("value", WordArg::Text(&value))];
            cx.word_with("baseline-in-year", &args)
        }
        None => cx.word_with("baseline-without-year", &[("value", WordArg::Text(&value))]),
    }
}

fn table(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Table {
    let years = indicator.years();
    let divisions = &indicator.divisions;
    let parts: Vec<String> = divisions
        .iter()
        .filter_map(|division| Some(division.part.as_ref()?.name.get(cx.lang).to_owned()))
        .collect();
    let name = indicator.name.get(cx.lang);
    let args =
        [("indicator", WordArg::Text(name)), ("unit", WordArg::Text(indicator.unit.get(cx.lang)))];
    Table {
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
    let cell = |area: Key<Area>, year: i16, division: &Division| {
        let values = division.areas.iter().find(|(key, _)| *key == area).map(|(_, values)| values);
        let quantity = values.and_then(|values| values.get(&year));
        Cell { text: quantity.map(|quantity| cx.quantity(quantity.value)), columns: 1 }
    };
    areas
        .into_iter()
        .map(|area| Row {
            header: cx.site.areas[area].short.get(cx.lang).to_owned(),
            cells: years
                .iter()
                .flat_map(|year| divisions.iter().map(move |division| cell(area, *year, division)))
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
    let place = plan.area.map_or_else(
        || cx.word("whole-area"),
        |area| cx.site.areas[area].name.get(cx.lang).to_owned(),
    );
    let sums = indicator
        .divisions
        .iter()
        .any(|division| division.part.is_none() && division.rule == TotalRule::Sum);
    let word = if sums { "total-of-area" } else { "target-of-area" };
    let whole = Row {
        header: cx.word_with(word, &[("area", WordArg::Text(&place))]),
        cells: years
            .iter()
            .map(|year| Cell {
                text: indicator.target.get(year).map(|quantity| cx.quantity(quantity.value)),
                columns: parts.max(1),
            })
            .collect(),
    };
    let mut rows = vec![whole];
    let has_totals = indicator.divisions.iter().any(|division| !division.total.is_empty());
    if parts > 0 && has_totals {
        let cell = |year: &i16, division: &Division| {
            let quantity = division.total.get(year);
            Cell { text: quantity.map(|quantity| cx.quantity(quantity.value)), columns: 1 }
        };
        rows.push(Row {
            header: cx.word("totals-of-parts"),
            cells: years
                .iter()
                .flat_map(|year| {
                    indicator.divisions.iter().map(move |division| cell(year, division))
                })
                .collect(),
        });
    }
    rows
}
