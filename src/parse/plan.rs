//! In: `plan.toml`. Out: what it says about the plan, references still as the author wrote them.

use std::fmt::Display;

use jiff::civil::Date;

use crate::diagnostic::publication::Publication;
use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Lang, Languages, Text};
use crate::model::plan::{Places, Status, Years};
use crate::model::register::{Id, Period};
use crate::model::rule_level::RuleLevel;

use super::basis::{BasisEntry, basis};
use super::contacts::WebAddress;
use super::dates::Year;
use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};
use super::values::{ByLanguage, rule_levels};

/// A plan as written.
pub struct PlanFile {
    pub title: Text,
    pub short: Option<Text>,
    pub summary: Text,
    /// `None` where it is missing, which has been reported.
    pub issuer: Option<Spanned<String>>,
    pub area: Option<Spanned<String>>,
    pub draft: Option<Spanned<Id>>,
    pub status: Status,
    pub published: Option<Spanned<Date>>,
    pub signed: Option<Spanned<Date>>,
    pub in_force: Option<Spanned<Date>>,
    pub document_number: Option<Spanned<String>>,
    pub index_number: Option<String>,
    pub subject: Option<Text>,
    pub validity: Option<Text>,
    pub period: Option<Years>,
    /// By language, in the order of the languages.
    pub keywords: Vec<Vec<String>>,
    pub basis: Vec<BasisEntry>,
    pub source: Option<SourceEntry>,
    /// The languages whose text is still being translated.
    pub pending: Vec<Spanned<Lang>>,
    pub rules: Vec<RuleLevel>,
    pub places: Places,
    pub span: Span,
}

/// `[source]` as written.
pub struct SourceEntry {
    pub name: Text,
    pub url: Option<String>,
    pub date: Option<Spanned<Date>>,
    pub ends_in: Option<Spanned<String>>,
    pub note: Option<Text>,
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (Option<PlanFile>, Diagnostics) {
    Reader::read(files, file, languages, plan)
}

pub fn plan(table: &Table<'_>) -> Option<PlanFile> {
    let languages = table.reader().languages.iter().len();
    let title = table.text("title");
    let short = table.optional("short");
    let summary = table.text("summary");
    let issuer = table.required("issuer");
    let area = table.optional("area");
    let draft = table.optional("draft");
    let status = table.required("status").unwrap_or(Status::Unknown);
    let published = table.optional("published");
    let signed = table.optional("signed");
    let in_force = table.optional("in-force");
    let document_number = table.optional("document-number");
    let index_number = table.optional("index-number");
    let subject = table.optional("subject");
    let validity = table.optional("validity");
    let period = table.table("period", years).flatten();
    let keywords = table.optional::<ByLanguage<Vec<String>>>("keywords");
    let basis = table.tables("basis", basis);
    let mut source_dated = false;
    let source = table.table("source", |inner| {
        source_dated = !inner.has_none_of(&["date"]);
        source(inner)
    });
    let pending = pending(table);
    let rules = rule_levels(table);
    if !source_dated {
        table.misses("published", Problem::Publication(Publication::NoDate));
    }
    let places = Places {
        title: table.span_of("title"),
        short: table.span_of("short"),
        summary: table.span_of("summary"),
    };
    table.finish();
    Some(PlanFile {
        title,
        short,
        summary,
        issuer,
        area,
        draft,
        status,
        published,
        signed,
        in_force,
        document_number,
        index_number,
        subject,
        validity,
        period,
        keywords: keywords.map_or_else(|| vec![Vec::new(); languages], |words| words.0),
        basis: basis.into_iter().flatten().collect(),
        source: source.flatten(),
        pending,
        rules,
        places,
        span: table.span,
    })
}

/// The languages whose text may be late: any but the first, which the others are translated from.
fn pending(table: &Table<'_>) -> Vec<Spanned<Lang>> {
    let languages = table.reader().languages;
    let tags = table.optional::<Vec<Spanned<OtherLanguage>>>("pending").unwrap_or_default();
    let lang = |tag: Spanned<OtherLanguage>| {
        let lang = languages.find(&tag.value.0);
        let problem = match lang {
            None => Problem::UnknownLanguage { language: tag.value.0 },
            Some(lang) if lang == languages.first() => {
                Problem::Translation(Translation::FirstPending { language: languages.name(lang) })
            }
            Some(lang) => return Some(Spanned::new(lang, tag.span)),
        };
        table.report(problem, tag.span);
        None
    };
    tags.into_iter().filter_map(lang).collect()
}

/// A language of the site, but not the first.
struct OtherLanguage(String);

impl FromToml for OtherLanguage {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        String::from_toml(value, reader).map(Self)
    }

    fn schema(languages: &Languages) -> Schema {
        Schema::word(languages.tags().skip(1))
    }
}

/// Some plans only say until when they run.
fn years(table: &Table<'_>) -> Option<Years> {
    let start: Option<Option<Spanned<Year>>> = table.sound("start");
    let end: Option<Spanned<Year>> = table.required("end");
    table.finish();
    let (start, end) = (start?, end?);
    if start.as_ref().is_some_and(|start| !in_order(table, start, &end)) {
        return None;
    }
    Some(Years { start: start.map(|start| start.value.0), end: end.value.0, span: end.span })
}

/// The keys `start` and `end` of a table, with what the value of `end` means; the end may not be before the start.
pub fn period_with<T: FromToml + PartialOrd + Display>(
    table: &Table<'_>,
    meant: impl Fn(T) -> T,
) -> Option<Period<T>> {
    let start: Option<Spanned<T>> = table.required("start");
    let end: Option<Spanned<T>> = table.required("end");
    let (start, end) = (start?, end?);
    let end = Spanned::new(meant(end.value), end.span);
    let right = in_order(table, &start, &end);
    right.then_some(Period { start: start.value, end: end.value, span: end.span })
}

/// Reports an end that is before the start.
fn in_order<T: PartialOrd + Display>(
    table: &Table<'_>,
    start: &Spanned<T>,
    end: &Spanned<T>,
) -> bool {
    let right = end.value >= start.value;
    if !right {
        let problem =
            Problem::EndBeforeStart { start: start.value.to_string(), end: end.value.to_string() };
        table.reader().push(Diagnostic::new(problem, end.span).with_related(start.span));
    }
    right
}

fn source(table: &Table<'_>) -> Option<SourceEntry> {
    let name = table.required("name");
    let url = table.optional::<WebAddress>("url").map(|url| url.0);
    let date = table.optional("date");
    let ends_in = table.optional("ends-in");
    let note = table.note();
    table.finish();
    Some(SourceEntry { name: name?, url, date, ends_in, note })
}
