//! In: the site. Out: every table, chart and calendar that readers can take with them, with its address and its
//! bytes.

use std::io;

use jiff::civil::Date;
use serde::Serialize;

use crate::data::{Dataset, FORMATS, Format};
use crate::model::consultation::Round;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::chart_view::PlanChart;
use super::concept::concept_path;
use super::concept_chart::ConceptChart;
use super::indicator::indicator_path;
use super::plan_parts::page_path;
use super::round_parts::{comments_path, round_path};
use super::unit_parts::{area_path, organisation_path};
use super::{Context, calendar};

/// A file to take away.
#[derive(Clone, Copy, Debug)]
pub enum Download {
    Data(Dataset, Format),
    Chart(PlanChart),
    ConceptChart(ConceptChart),
    /// The closing day of a round as a calendar: the plan and the round by their places.
    Deadline {
        plan: usize,
        round: usize,
    },
    /// The closing days of all rounds that are open or will open.
    Deadlines,
}

/// The address of the calendar of all closing days, without language.
pub const DEADLINES: &str = "consultations/deadlines.ics";

/// The address of the calendar of a round, without language.
pub fn deadline_path(plan: &Plan, round: &Round) -> String {
    format!("{}deadline.ics", round_path(plan, round))
}

/// A link to a table in one form.
#[derive(Serialize)]
pub struct DataLink {
    /// `CSV`, `JSON`
    pub name: String,
    pub url: String,
    #[serde(skip)]
    format: Format,
}

/// Every table, chart and calendar of the site; each is made in every language.
pub fn all(site: &Site, today: Date) -> Vec<Download> {
    let switches = &site.config.pages;
    let charts = if switches.is_on(Switch::Downloads) { PlanChart::all(site) } else { Vec::new() };
    let tables = tables(site, today);
    // There are hundreds of thousands, which are better not moved while more are added.
    let mut all = Vec::with_capacity(tables.len() * FORMATS.len() + charts.len());
    for set in tables {
        all.extend(FORMATS.into_iter().map(|format| Download::Data(set, format)));
    }
    let charts = charts.into_iter().filter(|chart| is_made(site, chart.switch()));
    all.extend(charts.map(Download::Chart));
    if is_made(site, Switch::Concepts) {
        all.extend(ConceptChart::all(site).into_iter().map(Download::ConceptChart));
    }
    if switches.is_on(Switch::Consultations) {
        all.extend(calendars(site));
    }
    all
}

/// Every table of the site.
pub fn tables(site: &Site, today: Date) -> Vec<Dataset> {
    let mut sets = datasets(site, today);
    sets.retain(|set| is_made(site, switch(*set)));
    sets
}

/// Whether tables and charts of a kind of page are made as files, which lie at the address of the page.
pub fn is_made(site: &Site, page: Switch) -> bool {
    let switches = &site.config.pages;
    switches.is_on(Switch::Downloads) && switches.is_on(page)
}

/// What switches the page off that a table belongs to.
fn switch(set: Dataset) -> Switch {
    match set {
        Dataset::Figures { indicator: None, .. } => Switch::Targets,
        Dataset::Figures { indicator: Some(_), .. } => Switch::Indicator,
        Dataset::Progress { plan: Some(_) } => Switch::Progress,
        Dataset::Progress { plan: None } => Switch::Data,
        Dataset::Tasks { .. } => Switch::Responsibilities,
        Dataset::Awards { .. } => Switch::Awards,
        Dataset::Submissions { .. } => Switch::Comments,
        Dataset::Missing => Switch::MissingFigures,
        Dataset::Organisations | Dataset::Owed { .. } => Switch::Organisations,
        Dataset::Areas | Dataset::AreaFigures { .. } => Switch::Areas,
        Dataset::Concept { .. } => Switch::Concepts,
    }
}

fn calendars(site: &Site) -> Vec<Download> {
    let plans = site.plans.iter().enumerate();
    let rounds = plans.flat_map(|(plan, one)| {
        (0..one.rounds.len()).map(move |round| Download::Deadline { plan, round })
    });
    let mut calendars: Vec<Download> = rounds.collect();
    if !calendars.is_empty() {
        calendars.push(Download::Deadlines);
    }
    calendars
}

fn datasets(site: &Site, today: Date) -> Vec<Dataset> {
    let mut sets = Vec::new();
    let mut any = false;
    for (at, plan) in site.plans.iter().enumerate() {
        if plan.targets.is_some() {
            sets.push(Dataset::Figures { plan: at, indicator: None });
            sets.push(Dataset::Progress { plan: Some(at) });
        }
        let indicators = 0..plan.indicators().len();
        any |= !indicators.is_empty();
        let figures = |one| Dataset::Figures { plan: at, indicator: Some(one) };
        sets.extend(indicators.map(figures));
        if plan.duties.is_some() {
            sets.push(Dataset::Tasks { plan: at });
        }
        if plan.awards.is_some() {
            sets.push(Dataset::Awards { plan: at });
        }
        let rounds = plan.rounds.iter().enumerate();
        let listed = rounds.filter(|(_, round)| round.lists_comments(today));
        sets.extend(listed.map(|(round, _)| Dataset::Submissions { plan: at, round }));
    }
    if any {
        sets.extend([Dataset::Progress { plan: None }, Dataset::Missing]);
    }
    if !site.organisations.is_empty() {
        sets.push(Dataset::Organisations);
    }
    if !site.areas.is_empty() {
        sets.push(Dataset::Areas);
    }
    let owing = site.organisations.keys().filter(|key| site.owed.has_tasks(*key));
    sets.extend(owing.map(|organisation| Dataset::Owed { organisation }));
    let with_figures = site.areas.keys().filter(|key| !site.owed.indicators(*key).is_empty());
    sets.extend(with_figures.map(|area| Dataset::AreaFigures { area }));
    sets.extend((0..site.concepts.len()).map(|concept| Dataset::Concept { concept }));
    sets
}

impl Download {
    /// The place of the plan to which the file belongs, if it belongs to one.
    pub fn plan(self) -> Option<usize> {
        match self {
            Self::Data(set, _) => set.plan(),
            Self::Chart(chart) => Some(chart.plan()),
            Self::Deadline { plan, .. } => Some(plan),
            Self::ConceptChart(_) | Self::Deadlines => None,
        }
    }

    /// The address without language.
    pub fn path(self, site: &Site) -> String {
        match self {
            Self::Data(set, format) => data_path(site, set, format),
            Self::Chart(chart) => chart.path(site),
            Self::ConceptChart(chart) => chart.path(site),
            Self::Deadline { plan, round } => {
                let plan = &site.plans[plan];
                deadline_path(plan, &plan.rounds[round])
            }
            Self::Deadlines => DEADLINES.to_owned(),
        }
    }

    /// Writes the file. Charts carry the styles of the theme with them.
    pub fn write(self, cx: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let text = match self {
            Self::Data(set, format) => return set.write(&cx.scene(), format, out),
            Self::Chart(chart) => chart.file(cx, &cx.plan.chart_styles),
            Self::ConceptChart(chart) => chart.file(cx, &cx.plan.chart_styles),
            Self::Deadline { plan, round } => {
                let plan = &cx.site.plans[plan];
                calendar::one(cx, plan, &plan.rounds[round])
            }
            Self::Deadlines => calendar::all(cx),
        };
        out.write_all(text.as_bytes())
    }
}

fn data_path(site: &Site, set: Dataset, format: Format) -> String {
    let folder = match set {
        Dataset::Figures { plan, indicator } => {
            let plan = &site.plans[plan];
            let one = indicator.and_then(|at| plan.indicators().nth(at));
            one.map_or_else(|| page_path(plan, "targets/"), |one| indicator_path(plan, one))
        }
        Dataset::Progress { plan: Some(plan) } => page_path(&site.plans[plan], "progress/"),
        Dataset::Progress { plan: None } => "data/".to_owned(),
        Dataset::Tasks { plan } => page_path(&site.plans[plan], "responsibilities/"),
        Dataset::Awards { plan } => page_path(&site.plans[plan], "awards/"),
        Dataset::Submissions { plan, round } => {
            let plan = &site.plans[plan];
            comments_path(plan, &plan.rounds[round])
        }
        Dataset::Missing => "missing-figures/".to_owned(),
        Dataset::Organisations => "organisations/".to_owned(),
        Dataset::Owed { organisation } => organisation_path(site, organisation),
        Dataset::Areas => "areas/".to_owned(),
        Dataset::AreaFigures { area } => area_path(site, area),
        Dataset::Concept { concept } => concept_path(&site.concepts[concept]),
    };
    folder + set.name() + "." + format.extension()
}

/// The links to a table, one for each form; none where the site does without the table.
pub fn data_links(cx: &Context<'_>, set: Dataset) -> Vec<DataLink> {
    if !is_made(cx.site, switch(set)) {
        return Vec::new();
    }
    let link = |format: Format| DataLink {
        name: format.extension().to_ascii_uppercase(),
        url: cx.url(&data_path(cx.site, set, format)),
        format,
    };
    FORMATS.into_iter().map(link).collect()
}

/// Adds the links to a table, where there are any, to what schema.org is told about it.
pub fn add_files(cx: &Context<'_>, links: &[DataLink], data: &mut serde_json::Value) {
    let file = |link: &DataLink| {
        serde_json::json!({
            "@type": "DataDownload",
            "encodingFormat": link.format.media_type(),
            "contentUrl": cx.absolute(&link.url),
        })
    };
    if !links.is_empty() {
        data["distribution"] = links.iter().map(file).collect();
    }
}
