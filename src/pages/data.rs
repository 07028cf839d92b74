//! In: the site. Out: the page that lists every table that can be downloaded, and says how to read the files.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::concepts::concept_link;
use super::download::{DataLink, data_links, tables};
use super::frame::{Tags, html_lang};
use super::plan_parts::plan_url;
use super::round_parts::comments_path;
use super::unit_parts::NameLink;
use super::{Context, PageKind, Subject, View, once};

pub struct DataPage;

#[derive(Serialize)]
struct Body {
    progress: Vec<DataLink>,
    missing: Vec<DataLink>,
    organisations: Vec<DataLink>,
    areas: Vec<DataLink>,
    concepts: Vec<ConceptFiles>,
    plans: Vec<PlanFiles>,
    any_figures: bool,
    any_progress: bool,
    any_tasks: bool,
    /// Whether any of them has awards.
    any_awards: bool,
    /// Whether any of them has comments.
    any_comments: bool,
}

/// The files of one plan; empty where it has no such table.
#[derive(Serialize)]
struct PlanFiles {
    name: String,
    url: String,
    figures: Vec<DataLink>,
    progress: Vec<DataLink>,
    tasks: Vec<DataLink>,
    awards: Vec<DataLink>,
    /// What came in, for each round whose outcome is published.
    comments: Vec<RoundFiles>,
}

#[derive(Serialize)]
struct ConceptFiles {
    concept: NameLink,
    figures: Vec<DataLink>,
}

#[derive(Serialize)]
struct RoundFiles {
    round: NameLink,
    files: Vec<DataLink>,
}

impl PageKind for DataPage {
    fn name(&self) -> &'static str {
        "data"
    }
    fn about(&self) -> &'static str {
        "Lists every table that can be downloaded."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Data)
    }
    fn subjects(&self, site: &Site, today: Date) -> Vec<Subject> {
        if tables(site, today).is_empty() { Vec::new() } else { once() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "data/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("data-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("data-description");
        let body = body(cx);
        View {
            json_ld: Some(serde_json::json!({
                "@context": "https://schema.org",
                "@type": "DataCatalog",
                "name": cx.word("data-title"),
                "description": description,
                "url": cx.absolute(&cx.url("data/")),
                "inLanguage": html_lang(cx.tag()),
            })),
            tags: Tags::Column {
                name: cx.word("data-title"),
                description: description.clone(),
                keywords: vec![cx.word("data-title"), "CSV".to_owned(), "JSON".to_owned()],
                kind: "数据开放",
            },
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn body(cx: &Context<'_>) -> Body {
    let any = cx.site.indicators().next().is_some();
    let links = |there: bool, set| if there { data_links(cx, set) } else { Vec::new() };
    let of_site = |set| links(any, set);
    let plans = cx.site.plans.iter().enumerate();
    let has_files = |plan: &PlanFiles| {
        let tables = [&plan.figures, &plan.progress, &plan.tasks, &plan.awards];
        tables.into_iter().any(|links| !links.is_empty()) || !plan.comments.is_empty()
    };
    let plans = plans.map(|(at, plan)| files(cx, at, plan)).filter(has_files);
    let plans: Vec<PlanFiles> = plans.collect();
    let concepts = cx.site.concepts.iter().enumerate().map(|(at, concept)| ConceptFiles {
        concept: concept_link(cx, concept),
        figures: data_links(cx, Dataset::Concept { concept: at }),
    });
    Body {
        progress: of_site(Dataset::Progress { plan: None }),
        missing: of_site(Dataset::Missing),
        organisations: links(!cx.site.organisations.is_empty(), Dataset::Organisations),
        areas: links(!cx.site.areas.is_empty(), Dataset::Areas),
        concepts: concepts.filter(|one| !one.figures.is_empty()).collect(),
        any_figures: plans.iter().any(|plan| !plan.figures.is_empty()),
        any_progress: plans.iter().any(|plan| !plan.progress.is_empty()),
        any_tasks: plans.iter().any(|plan| !plan.tasks.is_empty()),
        any_awards: plans.iter().any(|plan| !plan.awards.is_empty()),
        any_comments: plans.iter().any(|plan| !plan.comments.is_empty()),
        plans,
    }
}

fn files(cx: &Context<'_>, at: usize, plan: &Plan) -> PlanFiles {
    let links = |there: bool, set| if there { data_links(cx, set) } else { Vec::new() };
    PlanFiles {
        name: plan.short.get(cx.lang).to_owned(),
        url: plan_url(cx, plan),
        figures: links(plan.targets.is_some(), Dataset::Figures { plan: at, indicator: None }),
        progress: links(plan.targets.is_some(), Dataset::Progress { plan: Some(at) }),
        tasks: links(plan.duties.is_some(), Dataset::Tasks { plan: at }),
        awards: links(plan.awards.is_some(), Dataset::Awards { plan: at }),
        comments: comments(cx, at, plan),
    }
}

fn comments(cx: &Context<'_>, at: usize, plan: &Plan) -> Vec<RoundFiles> {
    let rounds = plan.rounds.iter().enumerate();
    let listed = rounds.filter(|(_, round)| round.lists_comments(cx.today));
    listed
        .map(|(place, round)| RoundFiles {
            round: NameLink {
                name: round.title.get(cx.lang).to_owned(),
                url: cx.link(&comments_path(plan, round)),
            },
            files: data_links(cx, Dataset::Submissions { plan: at, round: place }),
        })
        .filter(|round| !round.files.is_empty())
        .collect()
}
