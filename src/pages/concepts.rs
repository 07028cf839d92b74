//! In: the concepts of the site. Out: the list of them, each with the areas whose plans it compares.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Site;
use crate::model::concept::Concept;
use crate::model::switch::Switch;

use super::concept::{concept_path, counted};
use super::frame::Tags;
use super::unit_parts::{NameLink, area_link};
use super::{Context, PageKind, Subject, View, once};

pub struct Concepts;

/// The address of the list, without language.
pub const CONCEPTS: &str = "concepts/";

#[derive(Serialize)]
struct Body {
    concepts: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    link: NameLink,
    /// How many plans it compares, and for which years.
    counted: String,
    definition: Option<String>,
    /// In the order of its table, each once.
    areas: Vec<NameLink>,
}

impl PageKind for Concepts {
    fn name(&self) -> &'static str {
        "concepts"
    }
    fn about(&self) -> &'static str {
        "Lists what several plans promise, each with the plans that are compared."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Concepts)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        if site.concepts.is_empty() { Vec::new() } else { once() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        CONCEPTS.to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("concepts-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("concepts-description");
        let concepts = cx.site.concepts.iter().map(|concept| entry(cx, concept));
        let body = Body { concepts: concepts.collect() };
        View {
            tags: Tags::Column {
                name: cx.word("concepts-title"),
                description: description.clone(),
                keywords: vec![cx.word("concepts-title"), cx.word("tab-targets")],
                kind: "数据发布",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn entry(cx: &Context<'_>, concept: &Concept) -> Entry {
    let mut areas = Vec::new();
    for area in concept.indicators.iter().filter_map(|one| one.plan(cx.site).area) {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    Entry {
        link: concept_link(cx, concept),
        counted: counted(cx, concept),
        definition: concept.definition.as_ref().map(|text| text.get(cx.lang).to_owned()),
        areas: areas.into_iter().map(|area| area_link(cx, area)).collect(),
    }
}

pub fn concept_link(cx: &Context<'_>, concept: &Concept) -> NameLink {
    let name = concept.name.get(cx.lang).to_owned();
    NameLink { name, url: cx.link(&concept_path(concept)) }
}

/// The list of concepts, where the site has any.
pub fn concepts_link(cx: &Context<'_>) -> Option<NameLink> {
    let url = cx.link(CONCEPTS)?;
    Some(NameLink { name: cx.word("concepts-title"), url: Some(url) })
}
