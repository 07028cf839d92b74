//! In: `duties.toml`. Out: its groups and tasks, organisations and clauses still as the author wrote
//! them.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::register::When;

use super::acknowledged::{self, About, AcknowledgedEntry};
use super::toml::{Reader, Table};

/// The responsibility division as written.
pub struct DutiesFile {
    pub title: Text,
    pub note: Option<Text>,
    /// `None` where the author leaves it to the build.
    pub covers: Option<Vec<Spanned<String>>>,
    pub groups: Vec<GroupEntry>,
    pub notes: Option<NoteWords>,
}

/// The words that begin a note at the end of a clause, such as 责任单位.
pub struct NoteWords {
    pub lead: Option<Text>,
    pub responsible: Option<Text>,
    /// Whether the unit that a note names first leads, where no word says who does.
    pub first_leads: bool,
    pub span: Span,
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
    pub lead: Lead,
    pub lead_span: Span,
    pub responsible: Vec<Spanned<String>>,
    pub due: Option<When>,
    pub note: Option<Text>,
    pub acknowledged: Vec<AcknowledgedEntry>,
    pub span: Span,
    /// The whole entry.
    pub whole: Span,
}

/// The lead units of a task.
pub enum Lead {
    /// The document may have no column of lead units.
    Absent,
    /// They cannot be read, which has been reported.
    Broken,
    Units(Vec<Spanned<String>>),
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<DutiesFile>, Diagnostics) {
    Reader::read(files, file, languages, duties)
}

pub fn duties(table: &Table<'_>) -> Option<DutiesFile> {
    if table.is_empty() {
        return None;
    }
    let title = table.text("title");
    let note = table.note();
    let covers = table.optional("covers");
    let groups = table.tables("group", group);
    report_tasks_without_lead(table, &groups);
    let notes = table.table("notes", notes).flatten();
    if let Some(notes) = notes.as_ref().filter(|_| !groups.is_empty()) {
        table.report(Problem::NotesAndTable, notes.span);
    }
    table.finish();
    Some(DutiesFile { title, note, covers, groups, notes })
}

fn notes(table: &Table<'_>) -> Option<NoteWords> {
    let lead = table.optional("lead");
    let responsible = table.required_unless("responsible", &["lead"]);
    let first_leads = table.optional("first-leads").unwrap_or(false);
    table.finish();
    (lead.is_some() || responsible.is_some()).then_some(NoteWords {
        lead,
        responsible,
        first_leads,
        span: table.span,
    })
}

/// A table may have no column of lead units at all; where it has one, every task names its lead.
fn report_tasks_without_lead(table: &Table<'_>, groups: &[GroupEntry]) {
    let tasks = || groups.iter().flat_map(|group| &group.tasks);
    let column = tasks().any(|task| !matches!(task.lead, Lead::Absent));
    for task in tasks() {
        let missing = match &task.lead {
            Lead::Absent => column || task.responsible.is_empty(),
            Lead::Broken => false,
            Lead::Units(units) => units.is_empty(),
        };
        if missing {
            table.report(Problem::NoLead, task.lead_span);
        }
    }
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
    let lead = match table.optional("lead") {
        Some(units) => Lead::Units(units),
        None if table.has_none_of(&["lead"]) => Lead::Absent,
        None => Lead::Broken,
    };
    let responsible = table.optional("responsible").unwrap_or_default();
    let due = table.optional("due");
    let note = table.note();
    let acknowledged = acknowledged::list(table, About::Entry);
    table.finish();
    TaskEntry {
        number,
        name,
        clauses,
        lead,
        lead_span: table.span_of("lead"),
        responsible,
        due,
        note,
        acknowledged,
        span: table.span,
        whole: table.whole(),
    }
}
