//! In: the register of areas. Out: the list of all of them, by kind and in the order of the language.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::language::WordArg;
use crate::model::area::AREA_KINDS;
use crate::model::switch::Switch;
use crate::model::{Area, Key, Site};

use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::unit_parts::{Entry, Section, area_link, sections};
use super::{Context, PageKind, Subject, View, once};

pub struct Areas;

#[derive(Serialize)]
struct Body {
    count: usize,
    sections: Vec<Section>,
    data: Vec<DataLink>,
}

impl PageKind for Areas {
    fn name(&self) -> &'static str {
        "areas"
    }
    fn about(&self) -> &'static str {
        "Lists every area by kind, with how many indicators have figures of it."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Areas)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        if site.areas.is_empty() { Vec::new() } else { once() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "areas/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("areas-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("areas-description");
        let keys = cx.site.areas.keys();
        let entries = keys.map(|key| (cx.site.areas[key].kind.code(), entry(cx, key)));
        let kinds = AREA_KINDS.map(|kind| kind.code());
        let body = Body {
            count: cx.site.areas.len(),
            sections: sections(cx, "area-kind", &kinds, entries),
            data: data_links(cx, Dataset::Areas),
        };
        View {
            tags: Tags::Column {
                name: cx.word("areas-title"),
                description: description.clone(),
                keywords: vec![cx.word("areas-title"), cx.word("tab-targets")],
                kind: "概况信息",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn entry(cx: &Context<'_>, key: Key<Area>) -> Entry {
    let area = &cx.site.areas[key];
    let link = area_link(cx, key);
    let short = area.short.get(cx.lang);
    let indicators = cx.site.owed.indicators(key).len();
    let about = cx.word_with("area-indicators", &[("count", WordArg::Count(indicators))]);
    Entry {
        short: (short != link.name).then(|| short.to_owned()),
        demonstration: cx.site.invents_area(key),
        link,
        about: (indicators > 0).then_some(about),
    }
}
