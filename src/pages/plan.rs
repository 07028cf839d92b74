//! In: a plan. Out: its text: information box, table of contents, every clause with its link, its twin
//! in the other languages, and the figures and tasks that belong to it.

use std::iter::Peekable;

use jiff::civil::Date;
use maud::{Markup, Render, html};
use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::document::{Address, Clause, Document, PREAMBLE};
use crate::model::pending::Translated;
use crate::model::{Plan, Site};

use super::basis::{self, BasisView, based_on_it, basis};
use super::clause::clauses;
use super::document::{Text, label, other_lang};
use super::facts::{Fact, Source, facts, source};
use super::frame::{html_lang, language};
use super::incomplete::{breaks_off, ends_before_clauses};
use super::links::attachment_path;
use super::markup::{Fragment, text};
use super::notes::text_notes;
use super::plan_parts::{
    ClauseLink, Head, add_date, head, page_path, plan_path, plan_url, publisher, status, tags,
};
use super::related::Related;
use super::round_parts::{Call, call, rounds};
use super::stale::stale;
use super::unit_parts::{NameLink, plan_link};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct PlanPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    facts: Vec<Fact>,
    /// The documents that it is based on, and the plans that are based on it.
    basis: Vec<BasisView>,
    based_on_it: Vec<NameLink>,
    source: Option<Source>,
    call: Option<Call>,
    /// The draft that the plan came from, and the page of what changed.
    draft: Option<NameLink>,
    changes_url: Option<String>,
    /// What came of the plan, where it is a draft.
    outcome: Option<NameLink>,
    /// Where not all of the text is translated: what is shown instead.
    pending: Option<String>,
    /// Where the source of the text breaks off.
    breaks_off: Option<ClauseLink>,
    /// Whether that is before the first clause.
    ends_before_clauses: bool,
    /// What the editor says about the plan as a whole.
    notes: Option<Fragment>,
    contents: Option<Fragment>,
    /// Where the translation of what stands before the first clause is stale.
    stale: Option<Fragment>,
    preamble: Fragment,
    /// What the editor says about it, and what belongs to it.
    preamble_notes: Option<Fragment>,
    related: Option<Fragment>,
    clauses: Fragment,
    files: Vec<FileLink>,
}

#[derive(Serialize)]
struct FileLink {
    name: String,
    url: String,
}

impl PageKind for PlanPage {
    fn name(&self) -> &'static str {
        "plan"
    }
    fn about(&self) -> &'static str {
        "The text of a plan, clause by clause."
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |_| true)
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        plan_path(subject.plan(site))
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        subject.plan(cx.site).short.get(cx.lang).to_owned()
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        subject.plan(cx.site).title.get(cx.lang).to_owned()
    }
    fn anchors(&self, site: &Site, subject: Subject, lang: Lang) -> Vec<String> {
        let text = subject.plan(site).text(lang);
        anchors(text)
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let description = plan.summary.get(cx.lang).to_owned();
        View {
            tags: tags(cx, plan, plan.title.get(cx.lang).to_owned(), description.clone()),
            json_ld: Some(data(cx, plan)),
            description,
            body: tera::Value::from_serializable(&body(cx, subject.plan_place())),
        }
    }
}

/// The places of a text that a link may lead to.
pub fn anchors(text: &Document) -> Vec<String> {
    let preamble = (!text.preamble.is_empty()).then(|| PREAMBLE.to_owned());
    let clauses = text.clauses.iter().map(|clause| clause.address.to_string());
    preamble.into_iter().chain(clauses).collect()
}

fn body(cx: &Context<'_>, at: usize) -> Body {
    let plan = &cx.site.plans[at];
    let path = plan_path(plan);
    let document = plan.text(cx.lang);
    let shown_in = |clause: Option<&Address>| plan.shown_in(cx.lang, clause);
    let entries =
        document.clauses.iter().map(|one| (one, other_lang(cx, shown_in(Some(&one.address)))));
    let related = Related::new(cx, plan);
    let related_plan = |at: usize| plan_link(cx, &cx.site.plans[at]);
    let preamble =
        Text { cx, lang: shown_in(None), plan: at, blocks: &document.preamble, here: &path };
    Body {
        head: head(cx, plan, ""),
        facts: facts(cx, plan),
        basis: basis(cx, plan),
        based_on_it: based_on_it(cx, at),
        source: source(cx, plan),
        call: rounds(cx, plan).first().and_then(|round| call(cx, plan, round)),
        pending: pending_notice(cx, plan),
        breaks_off: breaks_off(cx, plan),
        ends_before_clauses: ends_before_clauses(plan),
        notes: text_notes(cx, plan, None),
        contents: contents(entries),
        stale: stale(cx, plan, None, "page_stale"),
        preamble: preamble.render().into(),
        preamble_notes: text_notes(cx, plan, Some(&Address::new(PREAMBLE))),
        related: related.to(None),
        clauses: clauses(cx, at, &related),
        draft: cx.site.lineage.draft_of(at).map(related_plan),
        changes_url: cx.link(&page_path(plan, "changes/")),
        outcome: cx.site.lineage.final_of(at).map(related_plan),
        files: plan
            .files
            .iter()
            .map(|file| FileLink {
                name: file.name.clone(),
                url: cx.file_url(&attachment_path(plan.id.as_str(), &file.name)),
            })
            .collect(),
    }
}

/// That the text is still being translated, and in which language it is shown.
fn pending_notice(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    let key = match plan.translated(cx.lang) {
        Translated::Nothing => "pending-whole",
        Translated::Part => "pending-part",
        Translated::Whole => return None,
    };
    let own = language(cx, cx.lang);
    let shown = language(cx, cx.site.config.languages.first());
    Some(cx.word_with(key, &[("language", WordArg::Text(&own)), ("shown", WordArg::Text(&shown))]))
}

/// The clauses, each with its language where it is not that of the page, as lists within each other; `None` without any.
pub fn contents<'c>(
    clauses: impl Iterator<Item = (&'c Clause, Option<String>)>,
) -> Option<Fragment> {
    entries(&mut clauses.peekable(), 1).map(Fragment::from)
}

/// Takes the clauses of `depth` and deeper from the front; a level that the text skips is no level here.
fn entries<'c>(
    clauses: &mut Peekable<impl Iterator<Item = (&'c Clause, Option<String>)>>,
    depth: usize,
) -> Option<Markup> {
    clauses.peek().filter(|(clause, _)| clause.depth >= depth)?;
    Some(html! {
        ol { "\n"
            @while let Some((clause, lang)) = clauses.next_if(|(clause, _)| clause.depth >= depth) {
                li {
                    a href={ "#" (text(clause.address.as_str())) } lang=[lang] {
                        (text(&label(clause))) (text(clause.title.text()))
                    }
                    @if let Some(below) = entries(clauses, clause.depth + 1) { "\n" (below) }
                } "\n"
            }
        }
    })
}

/// The plan as schema.org sees it.
fn data(cx: &Context<'_>, plan: &Plan) -> serde_json::Value {
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "name": plan.title.get(cx.lang),
        "description": plan.summary.get(cx.lang),
        "url": cx.absolute(&plan_url(cx, plan)),
        "inLanguage": html_lang(cx.tag()),
        "publisher": publisher(cx, plan),
        "keywords": plan.keywords[cx.lang.index()],
        "creativeWorkStatus": status(cx, plan.status).text,
    });
    add_date(plan, &mut data);
    let based_on = basis::data(cx, plan);
    if !based_on.is_empty() {
        data["isBasedOn"] = based_on.into();
    }
    if let Some(period) = plan.period {
        // An open beginning is written with two dots (ISO 8601-2).
        let start = period.start.map_or_else(|| "..".to_owned(), |year| year.to_string());
        data["temporalCoverage"] = format!("{start}/{}", period.end).into();
    }
    if let Some(area) = plan.area {
        let name = cx.site.areas[area].name.get(cx.lang);
        data["spatialCoverage"] = serde_json::json!({ "@type": "Place", "name": name });
    }
    data
}
