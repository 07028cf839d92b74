//! In: `organisations.toml` and `areas.toml`. Out: their entries, references still as the author wrote
//! them.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::area::AreaKind;
use crate::model::organisation::{Contact, OrganisationKind};
use crate::model::register::{Alias, Id, When};

use super::acknowledged::{self, About, AcknowledgedEntry};
use super::toml::{Reader, Table};

/// Entries of a register file.
pub struct RegisterFile<T> {
    pub entries: Vec<T>,
    /// The ids of entries that could not be read; nobody should report them as unknown.
    pub broken: Vec<String>,
    pub state: RegisterState,
}

/// How far the ids of a register file can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterState {
    /// An id that is not in it does not exist.
    Complete,
    /// Lines of it, or the whole file, could not be read; that has been reported.
    Damaged,
    /// There is no such file.
    Absent,
}

impl<T> Default for RegisterFile<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), broken: Vec::new(), state: RegisterState::Complete }
    }
}

/// An organisation as written.
pub struct OrganisationEntry {
    pub id: Spanned<Id>,
    pub name: Text,
    pub short: Option<Text>,
    pub aliases: Vec<Spanned<Alias>>,
    pub kind: OrganisationKind,
    pub parent: Option<Spanned<String>>,
    pub area: Option<Spanned<String>>,
    pub members: Vec<Spanned<String>>,
    pub members_span: Span,
    pub contact: Contact,
    pub note: Option<Text>,
    pub replaced: Option<ReplacedEntry>,
    pub acknowledged: Vec<AcknowledgedEntry>,
    /// The whole entry.
    pub whole: Span,
}

/// What became of an entry, as written.
pub struct ReplacedEntry {
    pub on: Spanned<When>,
    pub by: Vec<Spanned<String>>,
    pub note: Option<Text>,
}

/// An area as written.
pub struct AreaEntry {
    pub id: Spanned<Id>,
    pub name: Text,
    pub short: Option<Text>,
    pub aliases: Vec<Spanned<Alias>>,
    pub kind: AreaKind,
    pub parent: Option<Spanned<String>>,
    pub demonstration: bool,
    pub replaced: Option<ReplacedEntry>,
    pub acknowledged: Vec<AcknowledgedEntry>,
    /// The whole entry.
    pub whole: Span,
}

pub fn organisations(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (RegisterFile<OrganisationEntry>, Diagnostics) {
    register(Reader::read(files, file, languages, organisation_entries))
}

pub fn organisation_entries(table: &Table<'_>) -> RegisterFile<OrganisationEntry> {
    entries(table, "organisation", organisation)
}

pub fn areas(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (RegisterFile<AreaEntry>, Diagnostics) {
    register(Reader::read(files, file, languages, area_entries))
}

pub fn area_entries(table: &Table<'_>) -> RegisterFile<AreaEntry> {
    entries(table, "area", area)
}

/// A file that lost lines to broken TOML may have lost entries.
fn register<T>(
    (mut file, found): (RegisterFile<T>, Diagnostics),
) -> (RegisterFile<T>, Diagnostics) {
    if found.iter().any(|one| one.problem.takes_line_out()) {
        file.state = RegisterState::Damaged;
    }
    (file, found)
}

fn entries<T>(
    table: &Table<'_>,
    key: &'static str,
    read: impl Fn(&Table<'_>) -> Option<T>,
) -> RegisterFile<T> {
    let mut file = RegisterFile::default();
    for (entry, id) in table.tables(key, |entry| (read(entry), entry.text_of("id"))) {
        match entry {
            Some(entry) => file.entries.push(entry),
            None => file.broken.extend(id),
        }
    }
    table.finish();
    file
}

fn organisation(table: &Table<'_>) -> Option<OrganisationEntry> {
    let id = table.required("id");
    let name = table.required("name");
    let short = table.optional("short");
    let aliases = table.optional("aliases").unwrap_or_default();
    let kind = table.required("kind");
    let parent = table.optional("parent");
    let area = table.optional("area");
    let no_members = table.has_none_of(&["members"]);
    let members: Option<Vec<Spanned<String>>> = table.optional("members");
    let contact = table.optional("contact").unwrap_or_default();
    let note = table.note();
    let replaced = table.table("replaced", replaced).flatten();
    let acknowledged = acknowledged::list(table, About::Entry);
    table.finish();
    let id: Spanned<Id> = id?;
    // A list that cannot be read has been reported.
    let empty = no_members || members.as_ref().is_some_and(Vec::is_empty);
    if kind == Some(OrganisationKind::Group) && empty && note.is_none() {
        table.report(Problem::GroupWithoutMembers { id: id.value.to_string() }, id.span);
    }
    Some(OrganisationEntry {
        id,
        name: name?,
        short,
        aliases,
        kind: kind?,
        parent,
        area,
        members: members.unwrap_or_default(),
        members_span: table.span_of("members"),
        contact,
        note,
        replaced,
        acknowledged,
        whole: table.whole(),
    })
}

fn replaced(table: &Table<'_>) -> Option<ReplacedEntry> {
    let on = table.required("on");
    let by = table.optional("by").unwrap_or_default();
    let note = table.note();
    table.finish();
    Some(ReplacedEntry { on: on?, by, note })
}

fn area(table: &Table<'_>) -> Option<AreaEntry> {
    let id = table.required("id");
    let name = table.required("name");
    let short = table.optional("short");
    let aliases = table.optional("aliases").unwrap_or_default();
    let kind = table.required("kind");
    let parent = table.optional("parent");
    let demonstration = table.optional("demonstration").unwrap_or_default();
    let replaced = table.table("replaced", replaced).flatten();
    let acknowledged = acknowledged::list(table, About::Entry);
    table.finish();
    Some(AreaEntry {
        id: id?,
        name: name?,
        short,
        aliases,
        kind: kind?,
        parent,
        demonstration,
        replaced,
        acknowledged,
        whole: table.whole(),
    })
}
