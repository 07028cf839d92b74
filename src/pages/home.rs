//! In: the site. Out: the home page: what the site is, calls for comments that are open, the plans.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::model::Site;

use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::plan_parts::{Card, card};
use super::progress_parts::{Count, Line, Report, attention, counts, reports};
use super::round_parts::{Call, call};
use super::{Context, PageKind, Subject, View, once};

pub struct Home;

#[derive(Serialize)]
struct Body {
    introduction: String,
    /// Open calls, those that close first before the others; then those that are still to open, which browsers
    /// show when the time has come.
    calls: Vec<Call>,
    any_open: bool,
    plans: Vec<Card>,
    plans_url: String,
    figures: Figures,
    progress: Option<Dashboard>,
}

/// Where the promises of all plans stand.
#[derive(Serialize)]
struct Dashboard {
    total: usize,
    counts: Vec<Count>,
    /// The indicators that need attention most.
    attention: Vec<Line>,
    reports: Vec<Report>,
    missing_url: String,
    data: Vec<DataLink>,
}

/// How much there is to find.
#[derive(Serialize)]
struct Figures {
    plans: usize,
    indicators: usize,
    tasks: usize,
}

/// As many plans as fit on a home page; the list has all of them.
const NEWEST: usize = 6;
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
            any_open: cx.site.rounds().any(|(_, round)| round.is_open(cx.today)),
            calls: calls(cx),
            plans: cx.site.plans.iter().take(NEWEST).map(|plan| card(cx, plan)).collect(),
            plans_url: cx.url("plans/"),
            figures: figures(cx.site),
            progress: dashboard(cx),
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

fn calls(cx: &Context<'_>) -> Vec<Call> {
    let rounds = cx.site.rounds().filter(|(_, round)| round.takes_comments(cx.today));
    let mut rounds: Vec<_> = rounds.collect();
    rounds.sort_by_key(|(_, round)| (!round.is_open(cx.today), round.period.end.date));
    rounds.into_iter().map(|(plan, round)| call(cx, plan, round)).collect()
}

fn dashboard(cx: &Context<'_>) -> Option<Dashboard> {
    let total = cx.site.indicators().count();
    if total == 0 {
        return None;
    }
    Some(Dashboard {
        total,
        counts: counts(cx, cx.site.indicators().map(|(_, one)| one)),
        attention: attention(cx, cx.site.indicators(), ATTENTION),
        reports: reports(cx, cx.site.indicators(), REPORTS),
        missing_url: cx.url("missing-figures/"),
        data: data_links(cx, Dataset::Progress { plan: None }),
    })
}

fn figures(site: &Site) -> Figures {
    Figures {
        plans: site.plans.len(),
        indicators: site.indicators().count(),
        tasks: site.plans.iter().map(|plan| plan.tasks().count()).sum(),
    }
}
