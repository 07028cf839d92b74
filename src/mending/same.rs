//! In: an author's file before and after. Out: whether it still says the same: the clauses and blocks of a text, with
//! its links and figures; the keys and values of a table, with the letters and figures of its texts.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Files;
use crate::language::ascii_digit;
use crate::model::document::Document;
use crate::model::line::Line;
use crate::parity::{Reader, compare};
use crate::parse::markdown;

use super::splice::plain;

/// Whether both say the same; `path` tells what kind of file it is.
pub fn same(path: &str, before: &str, after: &str) -> bool {
    let (before, after) = (plain(before), plain(after));
    match path.rsplit_once('.') {
        Some((name, "md")) => same_text(path, name, before, after),
        Some((_, "toml")) => same_table(&before, &after),
        _ => false,
    }
}

fn same_text(path: &str, name: &str, before: String, after: String) -> bool {
    let read = |text: String| {
        let mut files = Files::default();
        let file = files.add(path.to_owned(), text);
        if path.starts_with("content/pages/") {
            let (title, document, found) = markdown::page(&files, file);
            (title, document, found.len())
        } else {
            let (document, found) = markdown::plan_text(&files, file);
            (None, document, found.len())
        }
    };
    let (ours, theirs) = (read(before), read(after));
    let reader = name.rsplit_once('.').and_then(|(_, tag)| Reader::of(tag));
    (ours.0, ours.2) == (theirs.0, theirs.2) && same_document(&ours.1, &theirs.1, reader)
}

fn same_document(ours: &Document, theirs: &Document, reader: Option<Reader>) -> bool {
    let same = |one: &[String], other: &[String]| {
        one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| same_words(one, other, reader))
    };
    let clauses = ours.has_clauses_of(theirs)
        && ours.clauses.iter().zip(&theirs.clauses).all(|(one, other)| {
            one.depth == other.depth
                && one.blocks.len() == other.blocks.len()
                && same_words(one.title.text(), other.title.text(), reader)
                && one.notes.len() == other.notes.len()
        });
    let blocks: Vec<_> = ours.blocks().zip(theirs.blocks()).collect();
    clauses
        && ours.damaged == theirs.damaged
        && ours.blocks().count() == theirs.blocks().count()
        && ours.links().map(|link| &link.value).eq(theirs.links().map(|link| &link.value))
        && ours.figures().count() == theirs.figures().count()
        && blocks.into_iter().all(|(one, other)| match (one.html(), other.html()) {
            (Some(one), Some(other)) => {
                let texts = |lines: &[Line<'_>]| -> Vec<String> {
                    lines.iter().flat_map(Line::texts).map(str::to_owned).collect()
                };
                let none = |_: &_| String::new();
                one.tag() == other.tag()
                    && same(&texts(&one.lines(none)), &texts(&other.lines(none)))
            }
            (None, None) => true,
            _ => false,
        })
}

/// Whether two texts have the same letters, and the same figures.
fn same_words(one: &str, other: &str, reader: Option<Reader>) -> bool {
    one == other
        || letters(one).eq(letters(other))
            && reader.is_none_or(|reader| {
                let (one, other) = (even(one), even(other));
                compare((&one, reader), (&other, reader)).is_empty()
            })
}

/// A text with brackets of one width, and days such as 3·15 as they were written before: both are read otherwise as
/// figures, and mean the same.
fn even(text: &str) -> String {
    let even = |c| match c {
        '(' => '（',
        ')' => '）',
        '·' => '.',
        c => c,
    };
    text.chars().map(even).collect()
}

/// Letters and digits, in half width.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let half = |c: char| match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => ascii_digit(c).unwrap_or(c),
    };
    text.chars().filter(|c| c.is_alphanumeric()).map(half)
}

fn same_table(before: &str, after: &str) -> bool {
    match (DeTable::parse(before), DeTable::parse(after)) {
        (Ok(ours), Ok(theirs)) => same_entries(ours.get_ref(), theirs.get_ref()),
        // A file with broken lines is left alone.
        _ => false,
    }
}

fn same_entries(ours: &DeTable<'_>, theirs: &DeTable<'_>) -> bool {
    ours.len() == theirs.len()
        && ours.iter().zip(theirs.iter()).all(|((key, one), (other_key, other))| {
            let reader = Reader::of(key.get_ref());
            key.get_ref() == other_key.get_ref()
                && same_value(one.get_ref(), other.get_ref(), reader)
        })
}

fn same_value(one: &DeValue<'_>, other: &DeValue<'_>, reader: Option<Reader>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => same_words(one, other, reader),
        (DeValue::Table(one), DeValue::Table(other)) => same_entries(one, other),
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other.iter())
                    .all(|(one, other)| same_value(one.get_ref(), other.get_ref(), reader))
        }
        (DeValue::Integer(one), DeValue::Integer(other)) => one.as_str() == other.as_str(),
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        _ => false,
    }
}
