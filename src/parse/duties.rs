//! In: `duties.toml`. Out: its groups and tasks, organisations and clauses still as the author wrote
//! them.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Spanned};
use crate::language::{Languages, Text};

use super::toml::{Reader, Table};

/// The responsibility division as written.
pub struct DutiesFile {
    pub title: Text,
    pub note: Option<Text>,
    pub groups: Vec<GroupEntry>,
}

/// A group of tasks as written.
pub struct GroupEntry {
    pub name: Text,
    pub clause: Option<Spanned<String>>,
    pub tasks: Vec<TaskEntry>,
}

/// A task as written.
pub struct TaskEntry {
    /// `None` where it is missing, which has been reported.
    pub number: Option<Spanned<u32>>,
    pub name: Text,
    pub clauses: Vec<Spanned<String>>,
    pub lead: Vec<Spanned<String>>,
    pub responsible: Vec<Spanned<String>>,
    pub note: Option<Text>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<DutiesFile>, Diagnostics) {
    Reader::read(files, file, languages, |table| {
        if table.is_empty() {
            return None;
        }
        let title = table.text("title");
        let note = table.optional("note");
        let groups = table.tables("group", group);
        table.finish();
        Some(DutiesFile { title, note, groups })
    })
}

fn group(table: &Table<'_>) -> GroupEntry {
    let name = table.text("name");
    let clause = table.optional("clause");
    let tasks = table.tables("task", task);
    table.finish();
    GroupEntry { name, clause, tasks }
}

fn task(table: &Table<'_>) -> TaskEntry {
    let number = table.required("number");
    let name = table.text("name");
    let clauses = table.optional("clauses").unwrap_or_default();
    let lead: Option<Vec<Spanned<String>>> = table.required("lead");
    if lead.as_ref().is_some_and(Vec::is_empty) {
        table.report(Problem::NoLead, table.span_of("lead"));
    }
    let responsible = table.optional("responsible").unwrap_or_default();
    let note = table.optional("note");
    table.finish();
    TaskEntry { number, name, clauses, lead: lead.unwrap_or_default(), responsible, note }
}
