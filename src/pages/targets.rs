//! In: the targets of a plan. Out: a table for each indicator: areas down, years across, with the
//! target of the whole area, and the parts of an indicator side by side within each year.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::indicator::{Baseline, Indicator};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::download::{DataLink, add_files, data_links};
use super::indicator::indicator_path;
use super::markup::Fragment;
use super::notes::{indicator_notes, note};
use super::plan_parts::{
    ClauseLink, Head, add_date, clause_links, head, page_path, page_title, publisher, tags,
};
use super::progress_parts::{Standing, standing};
use super::target_table::target_table;
use super::{Context, PageKind, Subject, View, plans_with};

pub struct TargetsPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    title: String,
    note: Option<Fragment>,
    indicators: Vec<IndicatorView>,
    data: Vec<DataLink>,
}

#[derive(Serialize)]
struct IndicatorView {
    id: String,
    name: String,
    /// The page of the indicator.
    url: Option<String>,
    /// Where it stands, once something has been reported.
    standing: Option<Standing>,
    unit: String,
    baseline: Option<String>,
    /// The target of the last year, in a sentence with its year.
    goal: Option<String>,
    clauses: Vec<ClauseLink>,
    notes: Option<Fragment>,
    table: Fragment,
}

impl PageKind for TargetsPage {
    fn name(&self) -> &'static str {
        "targets"
    }
    fn about(&self) -> &'static str {
        "The target tables of a plan, by area and year."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Targets)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| plan.targets.is_some())
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "targets/")
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
            note: note(cx, targets.note.as_ref()),
            indicators: targets.indicators.iter().map(|one| indicator(cx, plan, one)).collect(),
            data: data_links(cx, Dataset::Figures { plan: subject.plan_place(), indicator: None }),
        };
        let short = plan.short.get(cx.lang);
        let args =
            [("plan", WordArg::Text(short)), ("count", WordArg::Count(targets.indicators.len()))];
        let description = cx.word_with("targets-description", &args);
        let mut data = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": targets.title.get(cx.lang),
            "description": description,
            "url": cx.absolute(&cx.url(&self.path(cx.site, subject))),
            "inLanguage": super::frame::html_lang(cx.tag()),
            "creator": publisher(cx, plan),
            "variableMeasured": targets.indicators.iter().map(|i| i.name.get(cx.lang)).collect::<Vec<_>>(),
        });
        add_date(plan, &mut data);
        add_files(cx, &body.data, &mut data);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: Some(data),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn indicator(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> IndicatorView {
    IndicatorView {
        id: indicator.id.to_string(),
        name: indicator.name.get(cx.lang).to_owned(),
        url: cx.link(&indicator_path(plan, indicator)),
        standing: indicator.latest().map(|_| standing(cx, indicator)),
        unit: indicator.unit.get(cx.lang).to_owned(),
        baseline: indicator.baseline.as_ref().map(|baseline| baseline_text(cx, baseline)),
        goal: goal_text(cx, indicator),
        clauses: clause_links(cx, plan, &indicator.clauses),
        notes: indicator_notes(cx, plan, indicator),
        table: target_table(cx, plan, indicator, indicator.id.as_str()).into(),
    }
}

/// The target of the last year, in a sentence with its year.
pub fn goal_text(cx: &Context<'_>, indicator: &Indicator) -> Option<String> {
    let (year, quantity) = indicator.target.last_key_value()?;
    let (year, value) = (year.to_string(), cx.quantity(quantity.value));
    let args = [("year", WordArg::Text(&year)), ("value", WordArg::Text(&value))];
    Some(cx.word_with("goal", &args))
}

pub fn baseline_text(cx: &Context<'_>, baseline: &Baseline) -> String {
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
