//! In: an indicator. Out: its page: what it measures, where it stands, charts, targets by year and area, what
//! was reported, every change of a target, the clauses that promise it and the units that answer for it.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::document::Address;
use crate::model::indicator::{Actual, Indicator, Revision};
use crate::model::plan::Task;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::chart_view::PlanChart;
use super::concepts::concept_link;
use super::document::{blocks_in, other_lang};
use super::download::{DataLink, add_files, data_links};
use super::frame::html_lang;
use super::markup::{Fragment, units};
use super::notes::{indicator_notes, note, text_notes};
use super::plan_parts::{
    Day, Head, add_date, day, head_below, page_path, place_link, plan_path, publisher, tags,
};
use super::progress_parts::{Standing, standing};
use super::target_table::target_table;
use super::targets::{baseline_text, goal_text};
use super::unit_parts::{NameLink, task_link};
use super::{Context, PageKind, Subject, View};

pub struct IndicatorPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    id: String,
    name: String,
    definition: Option<String>,
    unit: String,
    baseline: Option<String>,
    goal: Option<String>,
    standing: Standing,
    /// Where the methods are explained.
    methods_url: Option<String>,
    charts: Vec<Fragment>,
    table: Fragment,
    actuals: Vec<ActualView>,
    area_actuals: Vec<AreaActuals>,
    revisions: Vec<RevisionView>,
    quotes: Vec<Quote>,
    tasks: Vec<TaskView>,
    notes: Option<Fragment>,
    /// Where other plans promise the same.
    concepts: Vec<NameLink>,
    data: Vec<DataLink>,
}

#[derive(Serialize)]
struct ActualView {
    as_of: Day,
    value: String,
    /// The target of the year of the figure.
    target: Option<String>,
    reported: Option<Day>,
    source: String,
    url: Option<String>,
    note: Option<Fragment>,
}

/// The areas that were reported with one figure.
#[derive(Serialize)]
struct AreaActuals {
    as_of: Day,
    rows: Vec<AreaRow>,
}

#[derive(Serialize)]
struct AreaRow {
    area: NameLink,
    value: String,
}

#[derive(Serialize)]
struct RevisionView {
    date: Day,
    year: String,
    old: String,
    new: String,
    reason: String,
}

/// A clause that promises the indicator, as it stands in the text.
#[derive(Serialize)]
struct Quote {
    title: String,
    /// Its language, where it is not that of the page.
    lang: Option<String>,
    url: String,
    html: Fragment,
    /// What stands at the clause in the text, too.
    notes: Option<Fragment>,
}

/// A task of the same clauses.
#[derive(Serialize)]
struct TaskView {
    task: NameLink,
    lead: Option<Fragment>,
    responsible: Option<Fragment>,
}

pub fn indicator_path(plan: &Plan, indicator: &Indicator) -> String {
    ["plans/", plan.id.as_str(), "/targets/", indicator.id.as_str(), "/"].concat()
}

impl PageKind for IndicatorPage {
    fn name(&self) -> &'static str {
        "indicator"
    }
    fn about(&self) -> &'static str {
        "One indicator of a plan: its targets, what was reported, charts and clauses."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Indicator)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        let plans = site.plans.iter().enumerate();
        plans
            .flat_map(|(at, plan)| {
                (0..plan.indicators().len()).map(move |one| Subject::Indicator(at, one))
            })
            .collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        indicator_path(subject.plan(site), subject.indicator(site))
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        subject.indicator(cx.site).name.get(cx.lang).to_owned()
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        let plan = subject.plan(cx.site).short.get(cx.lang);
        format!("{} - {plan}", self.title(cx, subject))
    }
    fn anchors(&self, _: &Site, _: Subject, _: Lang) -> Vec<String> {
        vec!["page_table".to_owned()]
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.indicator(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let (plan, indicator) = (subject.plan(cx.site), subject.indicator(cx.site));
        let args = [
            ("indicator", WordArg::Text(indicator.name.get(cx.lang))),
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
        ];
        let description = cx.word_with("indicator-description", &args);
        let body = body(cx, subject);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: Some(data(cx, subject, &description, &body)),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn body(cx: &Context<'_>, subject: Subject) -> Body {
    let (plan, indicator) = (subject.plan(cx.site), subject.indicator(cx.site));
    let Subject::Indicator(plan_at, at) = subject else { unreachable!("it is an indicator") };
    let charts = PlanChart::of_indicator(cx.site, plan_at, at);
    let set = Dataset::Figures { plan: plan_at, indicator: Some(at) };
    let concepts = cx.site.concepts_of(plan_at, at).map(|at| &cx.site.concepts[at]);
    let quotes = indicator.clauses.iter().filter_map(|one| quote(cx, plan, indicator, one));
    Body {
        head: head_below(cx, plan, "targets/"),
        id: indicator.id.to_string(),
        name: indicator.name.get(cx.lang).to_owned(),
        definition: indicator.definition.as_ref().map(|text| text.get(cx.lang).to_owned()),
        unit: indicator.unit.get(cx.lang).to_owned(),
        baseline: indicator.baseline.as_ref().map(|baseline| baseline_text(cx, baseline)),
        goal: goal_text(cx, indicator),
        standing: standing(cx, indicator),
        methods_url: cx.link(&page_path(plan, "progress/")).map(|url| url + "#page_methods"),
        charts: charts
            .into_iter()
            .filter_map(|chart| chart.view(cx, ""))
            .map(Fragment::from)
            .collect(),
        table: target_table(cx, plan, indicator, indicator.id.as_str()).into(),
        actuals: indicator.actuals.iter().rev().map(|one| actual(cx, indicator, one)).collect(),
        area_actuals: indicator.actuals.iter().rev().filter_map(|one| areas(cx, one)).collect(),
        revisions: indicator.revisions.iter().map(|one| revision(cx, one)).collect(),
        quotes: quotes.collect(),
        tasks: tasks(cx, plan, indicator),
        notes: indicator_notes(cx, plan, indicator),
        concepts: concepts.map(|concept| concept_link(cx, concept)).collect(),
        data: data_links(cx, set),
    }
}

fn actual(cx: &Context<'_>, indicator: &Indicator, actual: &Actual) -> ActualView {
    let target = indicator.target.get(&actual.as_of.value.year());
    ActualView {
        as_of: day(cx, actual.as_of.value),
        value: cx.quantity(actual.value.value),
        target: target.map(|target| cx.quantity(target.value)),
        reported: actual.reported.map(|date| day(cx, date)),
        source: actual.source.get(cx.lang).to_owned(),
        url: actual.url.clone(),
        note: note(cx, actual.note.as_ref()),
    }
}

fn areas(cx: &Context<'_>, actual: &Actual) -> Option<AreaActuals> {
    let rows = actual.areas.iter().map(|(area, value)| AreaRow {
        area: NameLink {
            name: cx.site.areas[*area].short.get(cx.lang).to_owned(),
            url: cx.area_url(*area).map(str::to_owned),
        },
        value: cx.quantity(value.value),
    });
    let rows: Vec<AreaRow> = rows.collect();
    (!rows.is_empty()).then(|| AreaActuals { as_of: day(cx, actual.as_of.value), rows })
}

fn revision(cx: &Context<'_>, revision: &Revision) -> RevisionView {
    RevisionView {
        date: day(cx, revision.date.value),
        year: revision.year.value.to_string(),
        old: cx.quantity(revision.old.value),
        new: cx.quantity(revision.new.value),
        reason: revision.reason.get(cx.lang).to_owned(),
    }
}

/// What the text says in a clause; `None` where there is no such clause, which has been reported.
fn quote(cx: &Context<'_>, plan: &Plan, indicator: &Indicator, address: &Address) -> Option<Quote> {
    let (base, here) = (plan_path(plan), indicator_path(plan, indicator));
    let blocks = plan.text(cx.lang).blocks_of(address)?;
    let link = place_link(cx, plan, address)?;
    let lang = plan.shown_in(cx.lang, address.clause());
    Some(Quote {
        title: link.text,
        lang: other_lang(cx, lang),
        url: link.url,
        html: Fragment::of(blocks_in(cx, lang, blocks, &base, &here)),
        notes: text_notes(cx, plan, Some(address)),
    })
}

/// The tasks that stand at one of the indicator's clauses.
fn tasks(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Vec<TaskView> {
    let shares = |task: &&Task| task.clauses.iter().any(|one| indicator.clauses.contains(one));
    plan.tasks()
        .filter(shares)
        .map(|task| TaskView {
            task: task_link(cx, plan, task),
            lead: units(cx, &task.lead).map(Fragment::from),
            responsible: units(cx, &task.responsible).map(Fragment::from),
        })
        .collect()
}

/// The indicator as schema.org sees it: a dataset with its files.
fn data(cx: &Context<'_>, subject: Subject, description: &str, body: &Body) -> serde_json::Value {
    let (plan, indicator) = (subject.plan(cx.site), subject.indicator(cx.site));
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.name.get(cx.lang),
        "description": description,
        "url": cx.absolute(&cx.url(&indicator_path(plan, indicator))),
        "inLanguage": html_lang(cx.tag()),
        "creator": publisher(cx, plan),
        "variableMeasured": indicator.name.get(cx.lang),
    });
    add_date(plan, &mut data);
    add_files(cx, &body.data, &mut data);
    data
}
