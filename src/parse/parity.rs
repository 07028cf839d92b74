//! In: a text of a TOML file in every language. Out: findings where its quantities differ, unless the author says by
//! `differs` that they are meant to.

use toml::de::DeValue;

use crate::diagnostic::translation::{
    Accept, Accepted, BlocksDiffer, Languages as Names, QuantityDiffers, QuantityKind, Quoted,
    Translation,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::{Lang, Languages};
use crate::model::document::Document;
use crate::model::plan::is_unfinished;
use crate::parity::documents::{self, Mismatch, Said, Unlike};
use crate::parity::{self, Kind};

use super::toml::{FromToml, Reader, Value};

/// The key by which an author accepts that the languages of a text differ.
pub const DIFFERS: &str = "differs";

/// The reader of quantities of a language.
fn reader_of(languages: &Languages, lang: Lang) -> Option<parity::Reader> {
    parity::Reader::of(languages.tag(lang))
}

/// Compares the languages of a text; `value` is what stands in the braces.
pub fn check(texts: &[Spanned<String>], value: &Value<'_>, reader: &Reader<'_>) {
    report(differences(texts, reader.languages), value, reader);
}

/// Compares the languages of a text in the row of a spreadsheet.
pub fn check_row(texts: &[Spanned<String>], languages: &Languages, found: &mut Diagnostics) {
    for (lang, mismatch) in differences(texts, languages) {
        found.push(finding(mismatch, lang, languages, Accept::InColumn, |_, span| span));
    }
}

/// What differs between the first language and the others.
fn differences(texts: &[Spanned<String>], languages: &Languages) -> Vec<(Lang, Mismatch)> {
    let first = languages.first();
    let mut found = Vec::new();
    for other in languages.iter().skip(1) {
        let (Some(source), Some(target)) = (texts.get(first.index()), texts.get(other.index()))
        else {
            continue;
        };
        let (Some(read), Some(read_other)) =
            (reader_of(languages, first), reader_of(languages, other))
        else {
            continue;
        };
        if is_unfinished(&source.value) || is_unfinished(&target.value) {
            continue;
        }
        let spans = (source.span, target.span);
        let list = documents::between((&source.value, read), (&target.value, read_other), spans);
        found.extend(list.into_iter().map(|one| (other, one)));
    }
    found
}

/// Compares the languages of a Markdown text.
pub fn check_documents(texts: &[Document], value: &Value<'_>, reader: &Reader<'_>) {
    let languages = reader.languages;
    let first = languages.first();
    let mut found = Vec::new();
    for other in languages.iter().skip(1) {
        let (Some(source), Some(target)) = (texts.get(first.index()), texts.get(other.index()))
        else {
            continue;
        };
        let (Some(read), Some(read_other)) =
            (reader_of(languages, first), reader_of(languages, other))
        else {
            continue;
        };
        let mut list = Vec::new();
        for (one, two) in documents::parts(source).zip(documents::parts(target)) {
            documents::mismatches((&one, read), (&two, read_other), &mut list);
        }
        found.extend(list.into_iter().map(|one| (other, one)));
    }
    report(found, value, reader);
}

fn report(found: Vec<(Lang, Mismatch)>, value: &Value<'_>, reader: &Reader<'_>) {
    let differs = match value.get_ref() {
        DeValue::Table(entries) => entries.get(DIFFERS),
        _ => None,
    };
    if let Some(differs) = differs {
        if String::from_toml(differs, reader).is_some() && found.is_empty() {
            let problem = Translation::NothingToAccept { what: Accepted::Text };
            reader.report(Problem::Translation(problem), reader.span(differs));
        }
        return;
    }
    for (lang, mismatch) in found {
        reader.push(finding(mismatch, lang, reader.languages, Accept::InBraces, |said, span| {
            documents::place_of(said, span, reader.text(span))
        }));
    }
}

/// The finding about a quantity that differs. `place` finds words in a piece of the author's file.
pub fn finding(
    mismatch: Mismatch,
    lang: Lang,
    languages: &Languages,
    accept: Accept,
    place: impl Fn(&Said, Span) -> Span,
) -> Diagnostic {
    let quoted = |said: &Said| Quoted { text: said.text.clone(), value: said.value.clone() };
    let at = |said: &Option<Said>, span: Span| said.as_ref().map_or(span, |said| place(said, span));
    let here = at(&mismatch.target, mismatch.target_span);
    let there = at(&mismatch.source, mismatch.source_span);
    let problem = QuantityDiffers {
        kind: match mismatch.kind {
            Kind::Bound => QuantityKind::Bound,
            Kind::Unit => QuantityKind::Unit,
            Kind::Value => QuantityKind::Value,
            Kind::Order => QuantityKind::Order,
            Kind::Missing => QuantityKind::Missing,
            Kind::Extra => QuantityKind::Extra,
        },
        source: mismatch.source.as_ref().map(quoted),
        target: mismatch.target.as_ref().map(quoted),
        languages: Names {
            source: languages.name(languages.first()),
            target: languages.name(lang),
        },
        source_sentence: mismatch.source_sentence,
        target_sentence: mismatch.target_sentence,
        accept,
    };
    let problem = Problem::Translation(Translation::Quantity(Box::new(problem)));
    Diagnostic::new(problem, here).with_related(there)
}

/// How a finding says that blocks differ.
pub fn blocks_differ(reason: Unlike) -> BlocksDiffer {
    match reason {
        Unlike::Count(ours, theirs) => BlocksDiffer::Count(ours, theirs),
        Unlike::Kind => BlocksDiffer::Kind,
        Unlike::Lines(ours, theirs) => BlocksDiffer::Lines(ours, theirs),
        Unlike::Cells(ours, theirs) => BlocksDiffer::Cells(ours, theirs),
        Unlike::Directive => BlocksDiffer::Directive,
    }
}
