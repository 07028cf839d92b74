//! In: a plan. Out: what is known about the document: the information box, and where it was taken from.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Plan;

use super::Context;
use super::plan_parts::{Day, day, period, source_date, status};
use super::unit_parts::{NameLink, area_link, full_link};

/// A line of the information box (索引号、发布机构、成文日期…).
#[derive(Serialize)]
pub struct Fact {
    label: String,
    value: String,
    /// For dates, as machines read it.
    machine: Option<String>,
    /// The page of who or what is named.
    url: Option<String>,
}

/// Where the document was taken from.
#[derive(Serialize)]
pub struct Source {
    name: String,
    url: Option<String>,
    /// The day of the page that it was taken from.
    date: Option<Day>,
    note: Option<String>,
}

/// The information box, in the order that Chinese government sites use. What nobody knows is left out.
pub fn facts(cx: &Context<'_>, plan: &Plan) -> Vec<Fact> {
    let text = |label: &str, value: Option<String>| {
        value.map(|value| Fact { label: cx.word(label), value, machine: None, url: None })
    };
    let linked = |label: &str, link: Option<NameLink>| {
        let fact = |link: NameLink| Fact {
            label: cx.word(label),
            value: link.name,
            machine: None,
            url: link.url,
        };
        link.map(fact)
    };
    let date = |label: &str, date: Option<Date>| {
        let machine = date.map(|date| date.to_string());
        date.map(|date| Fact { label: cx.word(label), value: cx.date(date), machine, url: None })
    };
    let subject = plan.subject.as_ref().map(|subject| subject.get(cx.lang).to_owned());
    let validity = plan.validity.as_ref().map(|validity| validity.get(cx.lang).to_owned());
    [
        text("fact-index-number", plan.index_number.clone()),
        text("fact-subject", subject),
        linked("fact-issuer", Some(full_link(cx, plan.issuer.value))),
        date("fact-signed", plan.signed.as_ref().map(|one| one.value)),
        text("fact-name", Some(plan.title.get(cx.lang).to_owned())),
        text("fact-document-number", plan.document_number.as_ref().map(|one| one.value.clone())),
        date("fact-published", plan.published.as_ref().map(|one| one.value))
            .or_else(|| text("fact-published", Some(cx.word("not-stated")))),
        date("fact-in-force", plan.in_force.as_ref().map(|one| one.value)),
        text("fact-validity", validity.or_else(|| Some(status(cx, plan.status).text))),
        text("fact-period", period(cx, plan)),
        linked("fact-area", plan.area.map(|area| area_link(cx, area))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub fn source(cx: &Context<'_>, plan: &Plan) -> Option<Source> {
    let source = plan.source.as_ref()?;
    Some(Source {
        name: source.name.get(cx.lang).to_owned(),
        url: source.url.clone(),
        date: source_date(plan).map(|date| day(cx, date)),
        note: source.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
    })
}
