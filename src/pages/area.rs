//! In: an area. Out: its page: the targets that are broken down to it across all plans, with its share and rank
//! where they mean something, charts that set it beside the others, and what its government owes.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::WordArg;
use crate::model::acknowledged::About;
use crate::model::indicator::{Division, Indicator, Rank};
use crate::model::organisation::OrganisationKind;
use crate::model::owed::AreaIndicator;
use crate::model::switch::Switch;
use crate::model::{Area, Key, Organisation, Plan, Site};

use super::chart_view::PlanChart;
use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::markup::Fragment;
use super::notes::entry_notes;
use super::owed_tasks::tasks_by_plan;
use super::plan_parts::{Day, Label, day, status, targets_url};
use super::unit_parts::{
    Change, ContactView, NameLink, PLANS_IN_FULL, area_link, area_path, contact, full_link,
    indicator_name, indicator_url, kind_name, plan_link, predecessors, replaced, short_plan_link,
};
use super::{Context, PageKind, Subject, View};

pub struct AreaPage;

/// Charts are drawn for so many indicators; the others are on the pages of their plans.
const CHARTS: usize = 24;

#[derive(Serialize)]
struct Body {
    kind: String,
    name: String,
    /// Other names that documents use.
    names: String,
    parent: Option<NameLink>,
    within: Vec<NameLink>,
    replaced: Option<Change>,
    predecessors: Vec<Change>,
    notes: Option<Fragment>,
    /// The plans that are made for it as a whole.
    plans: Vec<NameLink>,
    tables: Vec<PlanTable>,
    /// The target tables of further plans.
    further: Vec<NameLink>,
    charts: Vec<PlanCharts>,
    governments: Vec<Government>,
    tasks: Option<Fragment>,
    organisations: Vec<NameLink>,
    data: Vec<DataLink>,
}

/// The figures of the area in one plan.
#[derive(Serialize)]
struct PlanTable {
    plan: NameLink,
    status: Label,
    /// The target tables of the plan, with all areas.
    url: String,
    years: Vec<String>,
    rows: Vec<RowView>,
    has_shares: bool,
    has_ranks: bool,
    has_actuals: bool,
}

#[derive(Serialize)]
struct RowView {
    /// With its part.
    indicator: NameLink,
    unit: String,
    figures: Vec<Option<String>>,
    share: Option<String>,
    rank: Option<String>,
    actual: Option<ActualView>,
}

/// What was reported last for the area.
#[derive(Serialize)]
struct ActualView {
    value: String,
    as_of: Day,
}

/// The area beside the others, as one plan has it.
#[derive(Serialize)]
struct PlanCharts {
    plan: NameLink,
    status: Label,
    charts: Vec<Fragment>,
}

/// A government of the area and how to reach it.
#[derive(Serialize)]
struct Government {
    link: NameLink,
    contact: Option<ContactView>,
}

impl PageKind for AreaPage {
    fn name(&self) -> &'static str {
        "area"
    }
    fn about(&self) -> &'static str {
        "What is expected of one area across all plans, beside the others."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Areas)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        site.areas.keys().map(Subject::Area).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        area_path(site, subject.area())
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        area_link(cx, subject.area()).name
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(site.areas[subject.area()].span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let key = subject.area();
        let name = self.title(cx, subject);
        let count = cx.site.owed.indicators(key).len();
        let args = [("area", WordArg::Text(&name)), ("count", WordArg::Count(count))];
        let description = cx.word_with("area-description", &args);
        View {
            tags: Tags::Column {
                name: name.clone(),
                description: description.clone(),
                keywords: vec![name, cx.word("tab-targets")],
                kind: "数据发布",
            },
            json_ld: Some(data(cx, key)),
            description,
            body: tera::Value::from_serializable(&body(cx, key)),
        }
    }
}

fn body(cx: &Context<'_>, key: Key<Area>) -> Body {
    let register = &cx.site.areas;
    let area = &register[key];
    let first = cx.site.config.languages.first();
    let name = area.name.get(cx.lang);
    let aliases = area.aliases.iter().filter_map(|alias| alias.value.get(cx.lang, first));
    let names = std::iter::once(area.short.get(cx.lang)).chain(aliases).filter(|one| *one != name);
    let sorted = |mut links: Vec<NameLink>| {
        links.sort_by(|a, b| cx.formats.compare(cx.lang, &a.name, &b.name));
        links
    };
    let within = register.keys().filter(|other| register[*other].parent == Some(key));
    let here = || cx.site.organisations.keys().filter(|one| is_of(cx.site, *one, key));
    let governs = |one: &Key<Organisation>| {
        use OrganisationKind::{Committee, Government};
        matches!(cx.site.organisations[*one].kind, Government | Committee)
    };
    let others = here().filter(|one| !governs(one)).map(|one| full_link(cx, one));
    let figures = cx.site.owed.indicators(key);
    Body {
        kind: kind_name(cx, "area-kind", area.kind.code(), 1),
        name: name.to_owned(),
        names: cx.voice().list(&names.collect::<Vec<_>>()),
        parent: area.parent.map(|parent| area_link(cx, parent)),
        within: sorted(within.map(|one| area_link(cx, one)).collect()),
        replaced: replaced(cx, register, key, area_link),
        predecessors: predecessors(cx, register, key, area_link),
        notes: entry_notes(cx, &About::Area(area.id.clone()), None),
        plans: plans(cx, key),
        tables: tables(cx, key, figures),
        further: further(cx, figures),
        charts: charts(cx, key, figures),
        governments: here().filter(governs).map(|one| government(cx, one)).collect(),
        tasks: tasks_by_plan(cx, &here().filter(governs).collect::<Vec<_>>()),
        organisations: sorted(others.collect()),
        data: if figures.is_empty() {
            Vec::new()
        } else {
            data_links(cx, Dataset::AreaFigures { area: key })
        },
    }
}

fn is_of(site: &Site, organisation: Key<Organisation>, area: Key<Area>) -> bool {
    let one = &site.organisations[organisation];
    one.area == Some(area) && one.kind != OrganisationKind::Group
}

fn government(cx: &Context<'_>, key: Key<Organisation>) -> Government {
    let contact = contact(cx, &cx.site.organisations[key].contact);
    Government { link: full_link(cx, key), contact }
}

fn plans(cx: &Context<'_>, key: Key<Area>) -> Vec<NameLink> {
    let own = cx.site.plans.iter().filter(|plan| plan.area == Some(key));
    own.map(|plan| plan_link(cx, plan)).collect()
}

/// One table for each plan.
fn tables(cx: &Context<'_>, key: Key<Area>, figures: &[AreaIndicator]) -> Vec<PlanTable> {
    figures
        .chunk_by(|one, other| one.plan == other.plan)
        .take(PLANS_IN_FULL)
        .map(|places| table(cx, key, &cx.site.plans[places[0].plan], places))
        .collect()
}

/// The plans whose tables are not printed, because there are too many.
fn further(cx: &Context<'_>, figures: &[AreaIndicator]) -> Vec<NameLink> {
    let plans = figures.chunk_by(|one, other| one.plan == other.plan).skip(PLANS_IN_FULL);
    let link = |plan: &Plan| NameLink {
        name: plan.short.get(cx.lang).to_owned(),
        url: Some(targets_url(cx, plan)),
    };
    plans.map(|places| link(&cx.site.plans[places[0].plan])).collect()
}

fn table(cx: &Context<'_>, key: Key<Area>, plan: &Plan, places: &[AreaIndicator]) -> PlanTable {
    let indicators = || places.iter().filter_map(|place| plan.indicators().nth(place.indicator));
    let divisions = indicators().flat_map(|one| &one.divisions).filter_map(|one| one.row(key));
    let mut years: Vec<i16> = divisions.flat_map(|years| years.keys().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let rows: Vec<RowView> =
        indicators().flat_map(|one| rows(cx, key, plan, one, &years)).collect();
    PlanTable {
        plan: short_plan_link(cx, plan),
        status: status(cx, plan.status),
        url: targets_url(cx, plan),
        has_shares: rows.iter().any(|row| row.share.is_some()),
        has_ranks: rows.iter().any(|row| row.rank.is_some()),
        has_actuals: rows.iter().any(|row| row.actual.is_some()),
        years: years.iter().map(ToString::to_string).collect(),
        rows,
    }
}

/// A row for each part of an indicator, or for what was reported alone.
fn rows(
    cx: &Context<'_>,
    key: Key<Area>,
    plan: &Plan,
    indicator: &Indicator,
    years: &[i16],
) -> Vec<RowView> {
    let own = indicator.divisions.iter().filter(|division| division.row(key).is_some());
    let mut rows: Vec<RowView> =
        own.map(|division| row(cx, key, plan, indicator, Some(division), years)).collect();
    if rows.is_empty() {
        rows.push(row(cx, key, plan, indicator, None, years));
    }
    // What was reported is reported of the whole indicator, not of its parts.
    if let [only] = &mut rows[..] {
        let reported = indicator.actuals.iter().rev().find_map(|actual| {
            let value = actual.areas.iter().find(|(area, _)| *area == key);
            value.map(|(_, value)| (actual.as_of.value, value.value))
        });
        only.actual = reported
            .map(|(date, value)| ActualView { value: cx.quantity(value), as_of: day(cx, date) });
    }
    rows
}

fn row(
    cx: &Context<'_>,
    key: Key<Area>,
    plan: &Plan,
    indicator: &Indicator,
    division: Option<&Division>,
    years: &[i16],
) -> RowView {
    let figures = division.and_then(|division| division.row(key));
    let last = figures.and_then(|figures| figures.keys().next_back().copied());
    let at_end = division.zip(last);
    RowView {
        indicator: NameLink {
            name: indicator_name(cx, indicator, division),
            url: indicator_url(cx, plan, indicator),
        },
        unit: indicator.unit.get(cx.lang).to_owned(),
        figures: years
            .iter()
            .map(|year| figures?.get(year).map(|figure| cx.quantity(figure.value)))
            .collect(),
        share: at_end.and_then(|(division, year)| {
            let share = cx.voice().number(division.share(key, year)?);
            let year = year.to_string();
            let args = [("share", WordArg::Text(&share)), ("year", WordArg::Text(&year))];
            Some(cx.word_with("area-share", &args))
        }),
        rank: at_end.and_then(|(division, year)| Some(rank(cx, division.rank(key, year)?, year))),
        actual: None,
    }
}

fn rank(cx: &Context<'_>, rank: Rank, year: i16) -> String {
    let year = year.to_string();
    let args = [
        ("place", WordArg::Count(rank.place)),
        ("count", WordArg::Count(rank.of)),
        ("year", WordArg::Text(&year)),
    ];
    cx.word_with(if rank.shared { "area-rank-equal" } else { "area-rank" }, &args)
}

/// The area beside the others, for the last year of each division; those of the newest plans.
fn charts(cx: &Context<'_>, key: Key<Area>, figures: &[AreaIndicator]) -> Vec<PlanCharts> {
    let mut room = CHARTS;
    let mut all = Vec::new();
    for places in figures.chunk_by(|one, other| one.plan == other.plan) {
        let plan = &cx.site.plans[places[0].plan];
        let of_place = |place: &AreaIndicator| plan_charts(cx, key, plan, *place);
        let charts: Vec<Fragment> = places.iter().flat_map(of_place).take(room).collect();
        room -= charts.len();
        if !charts.is_empty() {
            all.push(PlanCharts {
                plan: short_plan_link(cx, plan),
                status: status(cx, plan.status),
                charts,
            });
        }
    }
    all
}

/// The charts of an indicator in which the area stands beside others.
fn plan_charts(
    cx: &Context<'_>,
    key: Key<Area>,
    plan: &Plan,
    place: AreaIndicator,
) -> Vec<Fragment> {
    let indicator = plan.indicators().nth(place.indicator);
    let divisions = indicator.into_iter().flat_map(|one| &one.divisions).enumerate();
    let chart = |(at, division): (usize, &Division)| {
        let year = *division.row(key)?.keys().next_back()?;
        let others = division.areas.iter().filter(|(_, years)| years.contains_key(&year));
        let chart = PlanChart::beside_others(place.plan, place.indicator, at, year, key);
        (others.count() > 1).then(|| chart.view(cx, &format!("_{}", plan.id)))?.map(Fragment::from)
    };
    divisions.filter_map(chart).collect()
}

/// The area as schema.org sees it.
fn data(cx: &Context<'_>, key: Key<Area>) -> serde_json::Value {
    let area = &cx.site.areas[key];
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "AdministrativeArea",
        "name": area.name.get(cx.lang),
        "url": cx.absolute(&cx.url(&area_path(cx.site, key))),
    });
    if let Some(parent) = area.parent {
        let name = cx.site.areas[parent].name.get(cx.lang);
        data["containedInPlace"] =
            serde_json::json!({ "@type": "AdministrativeArea", "name": name });
    }
    data
}
