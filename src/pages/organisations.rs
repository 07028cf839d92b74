//! In: the register of organisations. Out: the list of all of them, by kind and in the order of the language.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::model::organisation::ORGANISATION_KINDS;
use crate::model::switch::Switch;
use crate::model::{Key, Organisation, Site};

use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::unit_parts::{Entry, Section, count_roles, counts, full_link, sections};
use super::{Context, PageKind, Subject, View, once};

pub struct Organisations;

#[derive(Serialize)]
struct Body {
    count: usize,
    sections: Vec<Section>,
    data: Vec<DataLink>,
}

impl PageKind for Organisations {
    fn name(&self) -> &'static str {
        "organisations"
    }
    fn about(&self) -> &'static str {
        "Lists every organisation by kind, with how many tasks it leads and shares in."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Organisations)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        if site.organisations.is_empty() { Vec::new() } else { once() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "organisations/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("organisations-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("organisations-description");
        let keys = cx.site.organisations.keys();
        let entries = keys.map(|key| (cx.site.organisations[key].kind.code(), entry(cx, key)));
        let kinds = ORGANISATION_KINDS.map(|kind| kind.code());
        let body = Body {
            count: cx.site.organisations.len(),
            sections: sections(cx, "organisation-kind", &kinds, entries),
            data: data_links(cx, Dataset::Organisations),
        };
        View {
            tags: Tags::Column {
                name: cx.word("organisations-title"),
                description: description.clone(),
                keywords: vec![cx.word("organisations-title"), cx.word("tab-responsibilities")],
                kind: "机构职能",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn entry(cx: &Context<'_>, key: Key<Organisation>) -> Entry {
    let link = full_link(cx, key);
    let short = cx.site.organisations[key].short.get(cx.lang);
    let (leads, shares) = count_roles(cx, key);
    Entry {
        short: (short != link.name).then(|| short.to_owned()),
        demonstration: cx.site.invents_organisation(key),
        link,
        about: (leads + shares > 0).then(|| counts(cx, leads, shares)),
    }
}
