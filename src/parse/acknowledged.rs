//! In: `acknowledged.toml`, and the lists `acknowledged` of indicators, tasks, organisations and areas. Out: the findings
//! that are true of the source by what their author says, and editor's notes at clauses; clauses still as written.

use crate::diagnostic::{Diagnostics, FileId, Files, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::acknowledged::Only;

use super::dates::Year;
use super::toml::{Reader, Table};
use super::values::Reason;

/// An acknowledged finding as written.
pub struct AcknowledgedEntry {
    pub rule: Spanned<String>,
    pub clause: Option<Spanned<String>>,
    pub only: Option<Only>,
    pub reason: Text,
    pub span: Span,
}

/// An editor's note as written.
pub struct NoteEntry {
    pub clause: Option<Spanned<String>>,
    pub text: Text,
}

/// The whole file.
#[derive(Default)]
pub struct AcknowledgedFile {
    pub entries: Vec<AcknowledgedEntry>,
    pub notes: Vec<NoteEntry>,
}

/// What the entries of a list are about, which decides on their keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A text: `clause` and `words`.
    Text,
    /// An indicator: `year`.
    Indicator,
    /// A task, an organisation or an area: no further key.
    Entry,
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (AcknowledgedFile, Diagnostics) {
    Reader::read(files, file, languages, whole)
}

pub fn whole(table: &Table<'_>) -> AcknowledgedFile {
    let entries = list(table, About::Text);
    let notes = table.tables("note", note).into_iter().flatten().collect();
    table.finish();
    AcknowledgedFile { entries, notes }
}

fn note(table: &Table<'_>) -> Option<NoteEntry> {
    // A note whose clause cannot be read is not one about the whole plan.
    let clause = table.sound("clause");
    let text = table.required("text");
    table.finish();
    Some(NoteEntry { clause: clause?, text: text? })
}

/// The entries `[[…acknowledged]]` of a table.
pub fn list(table: &Table<'_>, about: About) -> Vec<AcknowledgedEntry> {
    table.tables("acknowledged", |table| entry(table, about)).into_iter().flatten().collect()
}

fn entry(table: &Table<'_>, about: About) -> Option<AcknowledgedEntry> {
    let rule = table.required("rule");
    let reason: Option<Reason> = table.required("reason");
    let (clause, only) = match about {
        About::Text => {
            let words = table.optional::<Spanned<String>>("words");
            (table.sound("clause"), words.map(|words| Only::Words(words.value)))
        }
        About::Indicator => {
            (Some(None), table.optional::<Year>("year").map(|year| Only::Year(year.0)))
        }
        About::Entry => (Some(None), None),
    };
    table.finish();
    Some(AcknowledgedEntry {
        rule: rule?,
        clause: clause?,
        only,
        reason: reason?.0,
        span: table.span,
    })
}
