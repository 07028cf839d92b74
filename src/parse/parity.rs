//! In: a text of a TOML file in every language. Out: findings where its quantities differ, unless the author says by
//! `differs` that they are meant to.

use crate::diagnostic::translation::{
    Accept, Accepted, Languages as Names, QuantityDiffers, Translation,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::{Lang, Languages};
use crate::model::document::Document;
use crate::model::plan::is_unfinished;
use crate::parity;
use crate::parity::documents::{self, Mismatch, Said};
use crate::parity::pairs::Pair;

use super::toml::{FromToml, Reader, Value};

/// The key by which an author accepts that the languages of a text differ.
pub const DIFFERS: &str = "differs";

/// Compares the languages of a text; `value` is what stands in the braces.
pub fn check(texts: &[Spanned<String>], value: &Value<'_>, reader: &Reader<'_>) {
    report(differences(texts, reader.languages), value, reader);
}

/// Compares the languages of a unit.
pub fn check_unit(texts: &[Spanned<String>], value: &Value<'_>, reader: &Reader<'_>) {
    let found = reader.compare_unit(texts, || {
        let found = differences(texts, reader.languages);
        if !found.is_empty() {
            return found;
        }
        against_first(texts, reader.languages, |(source, read), (target, read_other)| {
            let spans = (source.span, target.span);
            let differs =
                parity::unit::differs((&source.value, read), (&target.value, read_other), spans);
            differs.into_iter().collect()
        })
    });
    report(found, value, reader);
}

/// Compares the languages of a text in the row of a spreadsheet.
pub fn check_row(texts: &[Spanned<String>], languages: &Languages, found: &mut Diagnostics) {
    for (lang, mismatch) in differences(texts, languages) {
        found.push(finding(mismatch, lang, languages, Accept::InColumn, |_| ""));
    }
}

/// Compares the languages of a Markdown text.
pub fn check_documents(texts: &[Document], value: &Value<'_>, reader: &Reader<'_>) {
    let found = against_first(texts, reader.languages, |(source, read), (target, read_other)| {
        let mut list = Vec::new();
        for (one, two) in source.passages().zip(target.passages()) {
            documents::mismatches(&Pair::new(one, two), (read, read_other), &mut list);
        }
        list
    });
    report(found, value, reader);
}

fn differences(texts: &[Spanned<String>], languages: &Languages) -> Vec<(Lang, Mismatch)> {
    against_first(texts, languages, |(source, read), (target, read_other)| {
        let spans = (source.span, target.span);
        let found = documents::between((&source.value, read), (&target.value, read_other), spans);
        // What is still to be written differs in whatever it likes.
        let unfinished = || is_unfinished(&source.value) || is_unfinished(&target.value);
        if found.is_empty() || !unfinished() { found } else { Vec::new() }
    })
}

/// What differs between the first language and each of the others whose quantities can be read.
fn against_first<T>(
    texts: &[T],
    languages: &Languages,
    compare: impl Fn((&T, parity::Reader), (&T, parity::Reader)) -> Vec<Mismatch>,
) -> Vec<(Lang, Mismatch)> {
    let side =
        |lang: Lang| Some((texts.get(lang.index())?, parity::Reader::of(languages.tag(lang))?));
    let Some(source) = side(languages.first()) else { return Vec::new() };
    let others = languages.iter().skip(1).filter_map(|lang| Some((lang, side(lang)?)));
    let found = others
        .flat_map(|(lang, target)| compare(source, target).into_iter().map(move |one| (lang, one)));
    found.collect()
}

fn report(found: Vec<(Lang, Mismatch)>, value: &Value<'_>, reader: &Reader<'_>) {
    let differs = value.as_table().and_then(|entries| entries.get(DIFFERS));
    if let Some(differs) = differs {
        if String::from_toml(differs, reader).is_some() && found.is_empty() {
            let problem = Translation::NothingToAccept { what: Accepted::Text };
            reader.report(Problem::Translation(problem), reader.span(differs));
        }
        return;
    }
    for (lang, mismatch) in found {
        let written = |span| reader.text(span);
        reader.push(finding(mismatch, lang, reader.languages, Accept::InBraces, written));
    }
}

/// The finding about a quantity that differs. `written` is what stands at a place of the author's file; where it is
/// empty, the whole place is shown.
pub fn finding<'w>(
    mismatch: Mismatch,
    lang: Lang,
    languages: &Languages,
    accept: Accept,
    written: impl Fn(Span) -> &'w str,
) -> Diagnostic {
    let at = |said: &Option<Said>, span: Span| {
        let place =
            |said: &Said| documents::place_of(&said.quoted.text, said.earlier, span, written(span));
        said.as_ref().map_or(span, place)
    };
    let here = at(&mismatch.target, mismatch.target_span);
    let there = at(&mismatch.source, mismatch.source_span);
    let problem = QuantityDiffers {
        kind: mismatch.kind,
        source: mismatch.source.map(|said| said.quoted),
        target: mismatch.target.map(|said| said.quoted),
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
