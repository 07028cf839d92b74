//! In: `duties.toml`. Out: its groups and tasks, organisations and clauses still as the author wrote
//! them.

use crate::diagnostic::{Diagnostics, FileId, Files, Spanned};
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
    pub number: Spanned<u32>,
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
        let title = table.required("title");
        let note = table.optional("note");
        let groups = table.tables("group", group).into_iter().flatten().collect();
        table.finish();
        Some(DutiesFile { title: title?, note, groups })
    })
}

fn group(table: &Table<'_>) -> Option<GroupEntry> {
    let name = table.required("name");
    let clause = table.optional("clause");
    let tasks = table.tables("task", task).into_iter().flatten().collect();
    table.finish();
    Some(GroupEntry { name: name?, clause, tasks })
}

fn task(table: &Table<'_>) -> Option<TaskEntry> {
    let number = table.required("number");
    let name = table.required("name");
    let clauses = table.optional("clauses").unwrap_or_default();
    let lead = table.required("lead");
    let responsible = table.optional("responsible").unwrap_or_default();
    let note = table.optional("note");
    table.finish();
    Some(TaskEntry { number: number?, name: name?, clauses, lead: lead?, responsible, note })
}
