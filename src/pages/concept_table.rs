//! In: a concept and a measure. Out: the table of its page: plans down, years across, figures as the plans have them, and
//! in the unit of the concept where that is another one.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::language::WordArg;
use crate::model::concept::{Compared, Concept};
use crate::model::indicator::Measure;
use crate::model::plan::Status;
use crate::model::quantity::Quantity;

use super::Context;
use super::plan_parts::{Label, plan_url, status};
use super::unit_parts::{NameLink, area_link, indicator_name, indicator_url, kind_name};

/// The figures of one measure.
#[derive(Serialize)]
pub struct ConceptTable {
    pub caption: String,
    pub years: Vec<String>,
    pub has_baselines: bool,
    pub has_latest: bool,
    pub rows: Vec<Row>,
    /// How many columns there are.
    pub columns: usize,
}

/// An indicator of one plan.
#[derive(Serialize)]
pub struct Row {
    area: Option<NameLink>,
    /// What kind of area it is: 省级, 设区的市.
    level: Option<String>,
    /// The page of the indicator, or the nearest to it that there is, under the name of the plan.
    plan: NameLink,
    /// Where the plan is not what holds.
    status: Option<Label>,
    /// How the plan calls it, where it is not called like the concept.
    called: Option<String>,
    baseline: Option<FigureView>,
    figures: Vec<Option<FigureView>>,
    latest: Option<FigureView>,
    note: Option<String>,
}

/// A figure as the plan has it.
#[derive(Serialize)]
pub struct FigureView {
    /// With its unit, where it is not that of the concept.
    text: String,
    /// In the unit of the concept, where that is a matter of calculation.
    converted: Option<String>,
    /// The year or day that it is of, where the column does not say so.
    of: Option<String>,
}

/// `None` where the concept has no such indicator.
pub fn concept_table(
    cx: &Context<'_>,
    concept: &Concept,
    measure: Measure,
) -> Option<ConceptTable> {
    let indicators: Vec<&Compared> = concept.of(cx.site, measure).collect();
    if indicators.is_empty() {
        return None;
    }
    let years = indicators.iter().flat_map(|one| one.target(cx.site).keys().copied());
    let years: BTreeSet<i16> = years.collect();
    let rows: Vec<Row> = indicators.iter().map(|one| row(cx, concept, one, &years)).collect();
    let word = match measure {
        Measure::Level => "concept-caption-levels",
        Measure::YearlyFlow => "concept-caption-yearly",
    };
    let args = [
        ("concept", WordArg::Text(concept.name.get(cx.lang))),
        ("unit", WordArg::Text(concept.unit.get(cx.lang))),
    ];
    let has_baselines = rows.iter().any(|row| row.baseline.is_some());
    let has_latest = rows.iter().any(|row| row.latest.is_some());
    Some(ConceptTable {
        caption: cx.word_with(word, &args),
        columns: 1 + years.len() + usize::from(has_baselines) + usize::from(has_latest),
        years: years.iter().map(ToString::to_string).collect(),
        has_baselines,
        has_latest,
        rows,
    })
}

fn row(cx: &Context<'_>, concept: &Concept, one: &Compared, years: &BTreeSet<i16>) -> Row {
    let (plan, indicator) = (one.plan(cx.site), one.indicator(cx.site));
    let target = one.target(cx.site);
    let called = called(cx, one);
    let kind = |area| kind_name(cx, "area-kind", cx.site.areas[area].kind.code(), 1);
    let holds = !matches!(plan.status, Status::Draft | Status::Superseded);
    Row {
        area: plan.area.map(|area| area_link(cx, area)),
        level: plan.area.map(kind),
        plan: NameLink {
            name: plan.short.get(cx.lang).to_owned(),
            url: indicator_url(cx, plan, indicator).or_else(|| Some(plan_url(cx, plan))),
        },
        status: (!holds).then(|| status(cx, plan.status)),
        called: (called != concept.name.get(cx.lang)).then_some(called),
        baseline: one.baseline(cx.site).map(|baseline| {
            let year = baseline.year.map(|year| year.to_string());
            let of = match &year {
                Some(year) => cx.word_with("year", &[("year", WordArg::Text(year))]),
                None => cx.word("concept-baseline-year-unknown"),
            };
            figure(cx, concept, one, baseline.value, Some(of))
        }),
        figures: years
            .iter()
            .map(|year| Some(figure(cx, concept, one, target.get(year)?.value, None)))
            .collect(),
        latest: one.latest(cx.site).map(|latest| {
            figure(cx, concept, one, latest.value.value, Some(cx.date(latest.as_of.value)))
        }),
        note: one.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
    }
}

/// What a plan calls the indicator, with its part.
pub fn called(cx: &Context<'_>, one: &Compared) -> String {
    indicator_name(cx, one.indicator(cx.site), one.division(cx.site))
}

fn figure(
    cx: &Context<'_>,
    concept: &Concept,
    one: &Compared,
    quantity: Quantity,
    of: Option<String>,
) -> FigureView {
    let (own, unit) = (one.indicator(cx.site).unit.get(cx.lang), concept.unit.get(cx.lang));
    let text = match own == unit {
        true => cx.quantity(quantity),
        false => quantity.text_with_unit(&cx.voice(), own),
    };
    let converted = one.converted(quantity).filter(|converted| *converted != quantity);
    let converted = converted.map(|quantity| {
        let value = quantity.text_with_unit(&cx.voice(), unit);
        cx.word_with("concept-converted", &[("value", WordArg::Text(&value))])
    });
    FigureView { text, converted, of }
}
