//! In: the site. Out: the home page: what the site is, which calls for comments are open, how
//! the plans stand.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::language::WordArg;
use crate::model::plan::{Status, indicators_of};
use crate::model::{Plan, Site};

use super::concepts::{concept_link, concepts_link};
use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::plan_parts::{Card, card, page_path};
use super::progress_parts::{Count, Line, Report, attention, counts, reports};
use super::round_parts::{Call, call};
use super::unit_parts::NameLink;
use super::{Context, PageKind, Subject, View, once};

pub struct Home;

#[derive(Serialize)]
struct Body {
    introduction: String,
    figures: Vec<Figure>,
    /// `None` where no plan was ever open for comment.
    calls: Option<Calls>,
    plans: Vec<Card>,
    plans_url: String,
    concepts: Option<Concepts>,
    progress: Option<Dashboard>,
    missing_url: Option<String>,
    data: Vec<DataLink>,
    demonstration: Option<Demonstration>,
}

/// How much there is to find, with the way to it.
#[derive(Serialize)]
struct Figure {
    count: usize,
    text: String,
    url: Option<String>,
}

/// Calls for comments.
#[derive(Serialize)]
struct Calls {
    /// Open ones, those that close first before the others; then those that are still to open, which browsers
    /// show when the time has come.
    calls: Vec<Call>,
    any_open: bool,
    /// How many there have been, with the way to them.
    all: Figure,
}

/// What several plans promise.
#[derive(Serialize)]
struct Concepts {
    list: NameLink,
    links: Vec<NameLink>,
}

/// Where the promises of plans stand.
#[derive(Serialize)]
struct Dashboard {
    /// How many there are, and for how many anything has been reported.
    summary: String,
    /// By status, once anything has been reported.
    counts: Vec<Count>,
    /// The indicators that need attention most.
    attention: Vec<Line>,
    reports: Vec<Report>,
}

/// The plans of invented places, which no total contains.
#[derive(Serialize)]
struct Demonstration {
    plans: Vec<Card>,
    progress: Option<Dashboard>,
}

/// As many plans as fit on a home page; the list has all of them.
const NEWEST: usize = 6;
const DEMONSTRATIONS: usize = 2;
const ATTENTION: usize = 6;
const REPORTS: usize = 5;

impl PageKind for Home {
    fn name(&self) -> &'static str {
        "home"
    }
    fn about(&self) -> &'static str {
        "Says what the site is and leads to open consultations and to the newest plans."
    }
    fn subjects(&self, _: &Site, _: Date) -> Vec<Subject> {
        once()
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        String::new()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("home-title")
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.site.config.description.get(cx.lang).to_owned();
        let body = Body {
            introduction: description.clone(),
            figures: figures(cx),
            calls: calls(cx),
            plans: cx.site.counted_plans().take(NEWEST).map(|plan| card(cx, plan)).collect(),
            plans_url: cx.url("plans/"),
            concepts: concepts_link(cx).map(|list| Concepts {
                list,
                links: cx.site.concepts.iter().map(|one| concept_link(cx, one)).collect(),
            }),
            progress: dashboard(cx, cx.site.counted_plans()),
            missing_url: cx.link("missing-figures/"),
            data: data_links(cx, Dataset::Progress { plan: None }),
            demonstration: demonstration(cx),
        };
        let title = cx.site.config.title.get(cx.lang);
        View {
            tags: Tags::Column {
                name: cx.word("home-title"),
                description: description.clone(),
                keywords: vec![title.to_owned(), cx.word("plans-title")],
                kind: "首页",
            },
            json_ld: Some(serde_json::json!({
                "@context": "https://schema.org",
                "@type": "WebSite",
                "name": title,
                "description": description,
                "url": cx.absolute(&cx.url("")),
                "inLanguage": super::frame::html_lang(cx.tag()),
            })),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// Only what there is: a site without duties says nothing of tasks.
fn figures(cx: &Context<'_>) -> Vec<Figure> {
    let plans = || cx.site.counted_plans();
    let figure = |count, word: &str, path: &str| Figure {
        count,
        text: cx.word_with(word, &[("count", WordArg::Count(count))]),
        url: cx.link(path),
    };
    let others = [
        figure(plans().flat_map(Plan::indicators).count(), "figure-indicators", "concepts/"),
        figure(plans().flat_map(Plan::tasks).count(), "figure-tasks", "organisations/"),
    ];
    let plans = figure(plans().count(), "figure-plans", "plans/");
    std::iter::once(plans).chain(others.into_iter().filter(|one| one.count > 0)).collect()
}

fn calls(cx: &Context<'_>) -> Option<Calls> {
    let rounds = cx.site.rounds().filter(|(_, round)| round.takes_comments(cx.today));
    let mut rounds: Vec<_> = rounds.collect();
    rounds.sort_by_key(|(_, round)| (!round.is_open(cx.today), round.period.end.date));
    let has_page = |plan| cx.plan.page(&page_path(plan, "consultation/")).is_some();
    let count = cx.site.rounds().filter(|(plan, _)| has_page(plan)).count();
    let all = Figure {
        count,
        text: cx.word_with("all-calls", &[("count", WordArg::Count(count))]),
        url: cx.link("consultations/"),
    };
    (count > 0).then(|| Calls {
        any_open: rounds.iter().any(|(_, round)| round.is_open(cx.today)),
        calls: rounds.into_iter().filter_map(|(plan, round)| call(cx, plan, round)).collect(),
        all,
    })
}

/// Without drafts: their targets do not bind anybody, and nothing is due of them.
fn dashboard<'s>(
    cx: &Context<'_>,
    plans: impl Iterator<Item = &'s Plan> + Clone,
) -> Option<Dashboard> {
    let is_draft = |plan: &&Plan| plan.status == Status::Draft;
    let left_out = plans.clone().filter(is_draft).any(|plan| plan.indicators().len() > 0);
    let drafts = if left_out { cx.word("dashboard-drafts") } else { String::new() };
    let indicators = indicators_of(plans.filter(move |plan| !is_draft(plan)));
    let total = indicators.clone().count();
    let reported = indicators.clone().filter(|(_, one)| one.latest().is_some()).count();
    let args = [
        ("count", WordArg::Count(total)),
        ("reported", WordArg::Count(reported)),
        ("drafts", WordArg::Text(&drafts)),
    ];
    let word = if reported == 0 { "dashboard-unreported" } else { "dashboard-reported" };
    (total > 0).then(|| Dashboard {
        summary: cx.word_with(word, &args),
        counts: match reported {
            0 => Vec::new(),
            _ => counts(cx, indicators.clone().map(|(_, one)| one)),
        },
        attention: attention(cx, indicators.clone(), ATTENTION),
        reports: reports(cx, indicators, REPORTS),
    })
}

fn demonstration(cx: &Context<'_>) -> Option<Demonstration> {
    let plans: Vec<&Plan> = cx.site.demonstrations().collect();
    (!plans.is_empty()).then(|| Demonstration {
        progress: dashboard(cx, plans.iter().copied()),
        plans: plans.iter().take(DEMONSTRATIONS).map(|plan| card(cx, plan)).collect(),
    })
}
