//! In: a concept. Out: its page: what several plans promise beside each other, by year, with what can be compared and what
//! cannot, charts, and which of the plans was made on the basis of which.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::Site;
use crate::model::concept::Concept;
use crate::model::indicator::Measure;
use crate::model::switch::Switch;

use super::concept_chart::{ConceptChart, part_name};
use super::concept_table::{ConceptTable, concept_table};
use super::download::{DataLink, add_files, data_links};
use super::family::{Family, family_of};
use super::frame::{Tags, html_lang};
use super::markup::Fragment;
use super::{Context, PageKind, Subject, View};

pub struct ConceptPage;

#[derive(Serialize)]
struct Body {
    name: String,
    /// How many plans it compares, and for which years.
    counted: String,
    definition: Option<String>,
    unit: String,
    comparable: String,
    limits: String,
    parts: Vec<Part>,
    family: Family,
    data: Vec<DataLink>,
}

/// The figures of one measure.
#[derive(Serialize)]
struct Part {
    id: &'static str,
    title: String,
    table: ConceptTable,
    charts: Vec<Fragment>,
}

/// The address without language.
pub fn concept_path(concept: &Concept) -> String {
    format!("concepts/{}/", concept.id)
}

impl PageKind for ConceptPage {
    fn name(&self) -> &'static str {
        "concept"
    }
    fn about(&self) -> &'static str {
        "What several plans promise beside each other, by level and year."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Concepts)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        (0..site.concepts.len()).map(Subject::Concept).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        concept_path(subject.concept(site))
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        subject.concept(cx.site).name.get(cx.lang).to_owned()
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        format!("{} - {}", self.title(cx, subject), cx.word("concepts-title"))
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        let concept = subject.concept(site);
        let measures = Measure::ALL.into_iter();
        let own = measures.filter(|measure| concept.of(site, *measure).next().is_some());
        own.map(|measure| format!("page_{}", part_name(measure))).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.concept(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let name = self.title(cx, subject);
        let counted = counted(cx, subject.concept(cx.site));
        let args = [("concept", WordArg::Text(&name)), ("counted", WordArg::Text(&counted))];
        let description = cx.word_with("concept-description", &args);
        let body = body(cx, subject, counted);
        View {
            tags: Tags::Column {
                name: name.clone(),
                description: description.clone(),
                keywords: vec![name, cx.word("concepts-title"), cx.word("tab-targets")],
                kind: "数据发布",
            },
            json_ld: Some(data(cx, subject.concept(cx.site), &description, &body)),
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn body(cx: &Context<'_>, subject: Subject, counted: String) -> Body {
    let Subject::Concept(at) = subject else { unreachable!("it is a concept") };
    let concept = &cx.site.concepts[at];
    let measures = Measure::ALL.into_iter();
    Body {
        name: concept.name.get(cx.lang).to_owned(),
        counted,
        definition: concept.definition.as_ref().map(|text| text.get(cx.lang).to_owned()),
        unit: concept.unit.get(cx.lang).to_owned(),
        comparable: concept.comparable.get(cx.lang).to_owned(),
        limits: concept.limits.get(cx.lang).to_owned(),
        parts: measures.filter_map(|measure| part(cx, at, measure)).collect(),
        family: family_of(cx, &concept.plans()),
        data: data_links(cx, Dataset::Concept { concept: at }),
    }
}

fn part(cx: &Context<'_>, concept: usize, measure: Measure) -> Option<Part> {
    let word = match measure {
        Measure::Level => "concept-levels",
        Measure::YearlyFlow => "concept-yearly",
    };
    let charts = ConceptChart::of(cx.site, concept, measure);
    Some(Part {
        table: concept_table(cx, &cx.site.concepts[concept], measure)?,
        id: part_name(measure),
        title: cx.word(word),
        charts: charts.into_iter().filter_map(|chart| chart.view(cx)).map(Fragment::from).collect(),
    })
}

/// `5份规划，2018—2025年`
pub fn counted(cx: &Context<'_>, concept: &Concept) -> String {
    let years = concept.years(cx.site);
    let count = ("count", WordArg::Count(concept.plans().len()));
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return cx.word_with("concept-count", &[count]);
    };
    let (start, end) = (first.to_string(), last.to_string());
    if first == last {
        return cx.word_with("concept-count-year", &[count, ("year", WordArg::Text(&start))]);
    }
    let args = [count, ("start", WordArg::Text(&start)), ("end", WordArg::Text(&end))];
    cx.word_with("concept-count-years", &args)
}

/// The concept as schema.org sees it: a dataset with its files.
fn data(cx: &Context<'_>, concept: &Concept, description: &str, body: &Body) -> serde_json::Value {
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": body.name,
        "description": description,
        "url": cx.absolute(&cx.url(&concept_path(concept))),
        "inLanguage": html_lang(cx.tag()),
        "variableMeasured": body.name,
    });
    add_files(cx, &body.data, &mut data);
    let years = concept.years(cx.site);
    if let (Some(first), Some(last)) = (years.first(), years.last()) {
        data["temporalCoverage"] = format!("{first}/{last}").into();
    }
    data
}
