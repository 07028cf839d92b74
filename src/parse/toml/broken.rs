//! In: the text of a TOML file. Out: its tables; or the same without the lines that break it, and what is wrong with
//! them. One library reads files, since it is fast; the other says what is wrong with them, since it has the better words.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_spanner::{Arena, Document, ErrorKind, Table as Entries};

use crate::diagnostic::limit::Limit;
use crate::diagnostic::{Diagnostics, FileId, Problem, Span};
use crate::model::limits;

use super::{Kind, Value};

/// The tables of a file that is TOML throughout.
pub fn tables<'t>(text: &'t str, arena: &'t Arena) -> Option<Entries<'t>> {
    let root = toml_spanner::parse(text, arena).ok()?.into_table();
    too_deep(&root).is_none().then_some(root)
}

/// Takes out, one after the other, the lines at which the TOML stops making sense, and reports each.
/// What the parser says after the first mistake mostly follows from it; what it says when that line is
/// gone is a mistake of its own. Places stay the same: a line is taken out by writing spaces over it.
pub fn without_broken_lines(text: &str, file: FileId) -> (String, Diagnostics) {
    let mut text = text.to_owned();
    let mut found = Diagnostics::default();
    while let Some((problem, range)) = fault(&text) {
        if found.len() == MOST_BROKEN_LINES {
            return (String::new(), found);
        }
        let line = line_at(&text, range.start);
        // At the end of the file something above was never closed; no line can be blamed alone.
        let blank = text[line.clone()].trim().is_empty();
        found.report(problem, Span::new(file, range));
        if blank {
            return (String::new(), found);
        }
        text.replace_range(line.clone(), &" ".repeat(line.len()));
    }
    (text, found)
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

/// What breaks a file first, and where.
pub(super) fn fault(text: &str) -> Option<(Problem, Range<usize>)> {
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            let range = error.span().unwrap_or(0..0);
            return Some((syntax(error.message(), range.clone(), text), range));
        }
    };
    let arena = Arena::new();
    match toml_spanner::parse(text, &arena).map(Document::into_table) {
        Ok(root) => Some((nested_too_deep(), too_deep(&root)?)),
        Err(error) => {
            let place = error.span().range();
            let range = value_at(root.get_ref(), place.start).unwrap_or(place);
            let written = text[range.clone()].to_owned();
            // It is not looked into numbers and dates until somebody asks for them.
            let problem = match error.kind() {
                ErrorKind::InvalidInteger(_) | ErrorKind::InvalidFloat(_) => {
                    Problem::BadNumber { text: written, meant: None }
                }
                ErrorKind::InvalidDateTime(_) => Problem::BadDate { text: written },
                _ => syntax(&error.message(text), range.clone(), text),
            };
            Some((problem, range))
        }
    }
}

fn syntax(reason: &str, range: Range<usize>, text: &str) -> Problem {
    if reason.contains("duplicate key") {
        return Problem::DuplicateKey { key: text[range].trim_matches(['"', '\'']).to_owned() };
    }
    if reason.contains("recursion depth") {
        return nested_too_deep();
    }
    let mark = chinese_mark(&text[line_at(text, range.start)]);
    Problem::TomlSyntax { reason: reason.to_owned(), mark }
}

/// Where the text, the number or the date stands that has a place in it.
fn value_at(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    fn within(value: &Spanned<DeValue<'_>>, at: usize) -> Option<Range<usize>> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().find_map(|value| within(value, at)),
            DeValue::Table(table) => value_at(table, at),
            _ => Some(value.span()).filter(|span| span.contains(&at)),
        }
    }
    table.iter().find_map(|(_, value)| within(value, at))
}

fn nested_too_deep() -> Problem {
    Problem::Limit(Limit::TomlDepth { most: limits::TOML_DEPTH })
}

/// The first value within more lists and tables than a file may have.
fn too_deep(root: &Entries<'_>) -> Option<Range<usize>> {
    fn within(value: &Value<'_>, more: usize) -> Option<Range<usize>> {
        match value.value() {
            Kind::Array(_) | Kind::Table(_) if more == 0 => Some(value.span().range()),
            Kind::Array(list) => list.iter().find_map(|value| within(value, more - 1)),
            Kind::Table(table) => table.iter().find_map(|(_, value)| within(value, more - 1)),
            _ => None,
        }
    }
    root.iter().find_map(|(_, value)| within(value, limits::TOML_DEPTH))
}

/// The first Chinese mark of a line that does not stand in quotation marks.
fn chinese_mark(line: &str) -> Option<char> {
    let outside = line.split('"').step_by(2);
    outside.flat_map(str::chars).find(|c| CHINESE_MARKS.contains(*c))
}

/// Marks that a Chinese keyboard gives where TOML needs the English one.
const CHINESE_MARKS: &str = "“”＂‘’＝，、｛｝［］【】";

/// A file with more broken lines than this is no TOML file that lost a quotation mark.
const MOST_BROKEN_LINES: usize = 5;
