//! In: the site. Out: every consultation by its state: open ones first, those that close soonest at the top.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::consultation::{Round, RoundState};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::download::DEADLINES;
use super::frame::{Tags, html_lang};
use super::round_parts::{Call, call};
use super::unit_parts::{NameLink, full_link, short_plan_link};
use super::{Context, PageKind, Subject, View, once};

pub struct Consultations;

/// The address of the feed of consultations, without language.
pub const FEED: &str = "consultations/feed.xml";

#[derive(Serialize)]
struct Body {
    groups: Vec<Group>,
    feed_url: String,
    calendar_url: String,
}

/// The consultations in one state; there may be none yet, and browsers move some here when time has gone on.
#[derive(Serialize)]
struct Group {
    code: &'static str,
    title: String,
    rounds: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    call: Call,
    plan: NameLink,
    organiser: NameLink,
}

impl PageKind for Consultations {
    fn name(&self) -> &'static str {
        "consultations"
    }
    fn about(&self) -> &'static str {
        "Lists every consultation by its state."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Consultations)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        if site.rounds().next().is_some() { once() } else { Vec::new() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "consultations/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("consultations-title")
    }
    fn feed(&self, cx: &Context<'_>, _: Subject) -> Option<String> {
        Some(cx.url(FEED))
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("consultations-description");
        let body =
            Body { groups: groups(cx), feed_url: cx.url(FEED), calendar_url: cx.url(DEADLINES) };
        View {
            json_ld: Some(serde_json::json!({
                "@context": "https://schema.org",
                "@type": "CollectionPage",
                "name": cx.word("consultations-title"),
                "description": description,
                "url": cx.absolute(&cx.url("consultations/")),
                "inLanguage": html_lang(cx.tag()),
            })),
            tags: Tags::Column {
                name: cx.word("consultations-title"),
                description: description.clone(),
                keywords: vec![cx.word("consultations-title"), cx.word("tab-consultation")],
                kind: "征集调查",
            },
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn groups(cx: &Context<'_>) -> Vec<Group> {
    let mut rounds: Vec<(&Plan, &Round)> = cx.site.rounds().collect();
    // Those that close or open next come first; of what is over, the newest.
    rounds.sort_by_key(|(_, round)| match round.state(cx.today) {
        RoundState::Open { .. } => (round.period.end.date, Reverse(Date::MIN)),
        RoundState::NotOpenYet => (round.period.start.date, Reverse(Date::MIN)),
        RoundState::Closed => (Date::MIN, Reverse(round.period.end.date)),
        RoundState::OutcomePublished => {
            let published = round.outcome.as_ref().map_or(Date::MIN, |one| one.published.value);
            (Date::MIN, Reverse(published))
        }
    });
    let group = |code: &'static str| {
        let entries = rounds.iter().filter_map(|(plan, round)| entry(cx, plan, round));
        let rounds: Vec<Entry> = entries.filter(|one| one.call.state.code == code).collect();
        let title = cx.word(&format!("consultations-{code}"));
        Group { code, title, rounds }
    };
    ["open", "not-open", "closed", "outcome"].map(group).into()
}

fn entry(cx: &Context<'_>, plan: &Plan, round: &Round) -> Option<Entry> {
    Some(Entry {
        call: call(cx, plan, round)?,
        plan: short_plan_link(cx, plan),
        organiser: full_link(cx, round.organiser.value),
    })
}
