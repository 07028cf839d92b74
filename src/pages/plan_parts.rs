//! In: a plan. Out: the parts that several pages print: its card in lists, its head with the links to
//! its other pages, links to its clauses.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::document::Address;
use crate::model::plan::Status;

use super::Context;
use super::document::{label, other_lang};
use super::progress_parts::{Count, counts};
use super::round_parts::{Call, call, rounds};

/// A plan in a list.
#[derive(Serialize)]
pub struct Card {
    pub title: String,
    pub url: String,
    pub summary: String,
    pub issuer: String,
    pub area: Option<String>,
    /// `None` where nobody knows it.
    pub published: Option<Day>,
    /// The day of the page that the plan was taken from, where nothing else is known.
    pub source_date: Option<Day>,
    pub period: Option<String>,
    pub status: Label,
    pub demonstration: bool,
    /// The open or newest consultation, where there is one.
    pub call: Option<Call>,
    pub tabs: Vec<Tab>,
    /// Its indicators by status, once something has been reported.
    pub counts: Vec<Count>,
    /// How many there are, while nothing has been reported.
    pub unreported: Option<String>,
    /// The same of a draft, of which nothing can be reported.
    pub indicators: Option<String>,
}

/// A date as printed and as machines read it.
#[derive(Serialize)]
pub struct Day {
    pub text: String,
    pub machine: String,
}

/// A word with a name for styles.
#[derive(Clone, Serialize)]
pub struct Label {
    pub code: &'static str,
    pub text: String,
}

/// A link to one page of a plan.
#[derive(Serialize)]
pub struct Tab {
    pub title: String,
    pub url: String,
    /// `page` for this page, `true` for the one above it, else empty: the value of `aria-current`.
    pub current: &'static str,
}

/// What stands at the head of every page of a plan.
#[derive(Serialize)]
pub struct Head {
    pub title: String,
    pub short: String,
    pub url: String,
    pub status: Label,
    pub tabs: Vec<Tab>,
}

/// A link to a clause.
#[derive(Clone, Serialize)]
pub struct ClauseLink {
    pub address: String,
    /// Number and title as printed.
    pub text: String,
    /// The language of the title, where it is not that of the page.
    pub lang: Option<String>,
    pub url: String,
}

pub fn day(cx: &Context<'_>, date: Date) -> Day {
    Day { text: cx.date(date), machine: date.to_string() }
}

pub fn plan_path(plan: &Plan) -> String {
    page_path(plan, "")
}

/// The address of the text of a plan; every plan has that page.
pub fn plan_url(cx: &Context<'_>, plan: &Plan) -> String {
    cx.url(&plan_path(plan))
}

/// The targets of a plan; without a page of them, its text.
pub fn targets_url(cx: &Context<'_>, plan: &Plan) -> String {
    cx.link(&page_path(plan, "targets/")).unwrap_or_else(|| plan_url(cx, plan))
}

/// The address of one of the pages of a plan, by its end: `targets/`.
pub fn page_path(plan: &Plan, end: &str) -> String {
    ["plans/", plan.id.as_str(), "/", end].concat()
}

pub fn card(cx: &Context<'_>, plan: &Plan) -> Card {
    let reported = plan.indicators().any(|one| one.latest().is_some());
    let indicators = plan.indicators().len();
    let draft = plan.status == Status::Draft;
    let says = |word: &str| cx.word_with(word, &[("count", WordArg::Count(indicators))]);
    let said = |word: &str, there: bool| (there && !reported && indicators > 0).then(|| says(word));
    Card {
        title: plan.title.get(cx.lang).to_owned(),
        url: plan_url(cx, plan),
        summary: plan.summary.get(cx.lang).to_owned(),
        issuer: issuer(cx, plan),
        area: plan.area.map(|area| cx.site.areas[area].name.get(cx.lang).to_owned()),
        published: plan.published.as_ref().map(|one| day(cx, one.value)),
        source_date: source_date(plan).filter(|_| plan.published.is_none()).map(|one| day(cx, one)),
        period: period(cx, plan),
        status: status(cx, plan.status),
        demonstration: cx.site.is_demonstration(plan),
        call: rounds(cx, plan).first().and_then(|round| call(cx, plan, round)),
        tabs: tabs(cx, plan, "", ""),
        counts: if reported { counts(cx, plan.indicators()) } else { Vec::new() },
        unreported: said("card-unreported", !draft),
        indicators: said("card-indicators", draft),
    }
}

/// The day of the page that the plan was taken from.
pub fn source_date(plan: &Plan) -> Option<Date> {
    plan.source.as_ref()?.date.as_ref().map(|one| one.value)
}

pub fn issuer(cx: &Context<'_>, plan: &Plan) -> String {
    cx.site.organisations[plan.issuer.value].name.get(cx.lang).to_owned()
}

/// `2018–2020`, or `to 2020`
pub fn period(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    let period = plan.period?;
    let end = period.end.to_string();
    let Some(start) = period.start.map(|year| year.to_string()) else {
        return Some(cx.word_with("year-to", &[("year", WordArg::Text(&end))]));
    };
    if start == end {
        return Some(cx.word_with("year", &[("year", WordArg::Text(&start))]));
    }
    let args = [("start", WordArg::Text(&start)), ("end", WordArg::Text(&end))];
    Some(cx.word_with("year-range", &args))
}

pub fn status(cx: &Context<'_>, status: Status) -> Label {
    let code = status.code();
    Label { code, text: cx.word(&format!("status-{code}")) }
}

/// The pages that the plan has; the one whose address ends in `current` is marked with `mark`.
fn tabs(cx: &Context<'_>, plan: &Plan, current: &str, mark: &'static str) -> Vec<Tab> {
    [
        "",
        "parallel/",
        "targets/",
        "progress/",
        "responsibilities/",
        "awards/",
        "consultation/",
        "changes/",
    ]
    .into_iter()
    .filter_map(|end| {
        let page = cx.plan.page(&format!("plans/{}/{end}", plan.id))?;
        let word = if end.is_empty() {
            "tab-text".to_owned()
        } else {
            format!("tab-{}", end.trim_end_matches('/'))
        };
        let current = if end == current { mark } else { "" };
        Some(Tab { title: cx.word(&word), url: cx.page_url(page), current })
    })
    .collect()
}

/// The head of the page whose address ends in `current`.
pub fn head(cx: &Context<'_>, plan: &Plan, current: &str) -> Head {
    head_with(cx, plan, tabs(cx, plan, current, "page"))
}

/// The head of a page below the one whose address ends in `above`.
pub fn head_below(cx: &Context<'_>, plan: &Plan, above: &str) -> Head {
    head_with(cx, plan, tabs(cx, plan, above, "true"))
}

fn head_with(cx: &Context<'_>, plan: &Plan, tabs: Vec<Tab>) -> Head {
    Head {
        title: plan.title.get(cx.lang).to_owned(),
        short: plan.short.get(cx.lang).to_owned(),
        url: plan_url(cx, plan),
        status: status(cx, plan.status),
        tabs,
    }
}

/// Links to clauses of the plan's text.
pub fn clause_links(cx: &Context<'_>, plan: &Plan, addresses: &[Address]) -> Vec<ClauseLink> {
    addresses.iter().filter_map(|address| place_link(cx, plan, address)).collect()
}

/// A link to a clause, or to what stands before the first one.
pub fn place_link(cx: &Context<'_>, plan: &Plan, address: &Address) -> Option<ClauseLink> {
    let (text, lang) = match address.clause() {
        None => (cx.word("preamble"), None),
        Some(address) => {
            let clause = plan.text(cx.lang).clause(address)?;
            let lang = other_lang(cx, plan.shown_in(cx.lang, Some(address)));
            (label(clause) + clause.title.text(), lang)
        }
    };
    let url = plan_url(cx, plan) + "#" + address.as_str();
    Some(ClauseLink { address: address.to_string(), text, lang, url })
}

/// The tags of a page of a plan.
pub fn tags(
    cx: &Context<'_>,
    plan: &Plan,
    title: String,
    description: String,
) -> super::frame::Tags {
    super::frame::Tags::Article {
        title,
        published: plan.published.as_ref().map(|one| one.value),
        source: issuer(cx, plan),
        keywords: plan.keywords[cx.lang.index()].clone(),
        description,
    }
}

/// `Targets - Langfang plan`: what tells the pages of different plans apart.
pub fn page_title(cx: &Context<'_>, plan: &Plan, word: &str) -> String {
    format!("{} - {}", cx.word(word), plan.short.get(cx.lang))
}

/// Adds the day of publication, where it is known, to what schema.org is told about a plan or a part of it.
pub fn add_date(plan: &Plan, data: &mut serde_json::Value) {
    if let Some(published) = &plan.published {
        data["datePublished"] = published.value.to_string().into();
    }
}

/// The issuer for schema.org.
pub fn publisher(cx: &Context<'_>, plan: &Plan) -> serde_json::Value {
    serde_json::json!({ "@type": "GovernmentOrganization", "name": issuer(cx, plan) })
}
