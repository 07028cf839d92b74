//! In: `translation.toml`. Out: the accepted differences, clauses still as the author wrote them.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::Languages;
use crate::model::translation::AcceptedWhat;

use super::toml::{Reader, Table};

/// What is said about a translation, as written.
#[derive(Default)]
pub struct TranslationFile {
    pub accepted: Vec<AcceptedEntry>,
}

/// An accepted difference as written.
pub struct AcceptedEntry {
    pub clause: Option<Spanned<String>>,
    pub what: AcceptedWhat,
    pub span: Span,
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (TranslationFile, Diagnostics) {
    Reader::read(files, file, languages, translation)
}

pub fn translation(table: &Table<'_>) -> TranslationFile {
    let accepted = table.tables("accepted", accepted).into_iter().flatten().collect();
    table.finish();
    TranslationFile { accepted }
}

fn accepted(table: &Table<'_>) -> Option<AcceptedEntry> {
    let clause: Option<Spanned<String>> = table.optional("clause");
    let blocks = table.optional::<bool>("blocks").unwrap_or(false);
    let name = table.optional::<Spanned<String>>("name");
    let alone = !blocks && name.is_none();
    let value: Option<Spanned<String>> = table.required_unless("value", &["name", "blocks"]);
    let reason = table.required::<String>("reason");
    table.finish();
    reason?;
    // An entry whose clause cannot be read is not one about the text before the first clause.
    if clause.is_none() && table.get("clause").is_some() {
        return None;
    }
    // An entry accepts one thing.
    let second = value.as_ref().or(name.as_ref().filter(|_| blocks));
    if let Some(Spanned { span, .. }) = second.filter(|_| !alone) {
        let key = if value.is_some() { "value" } else { "name" }.to_owned();
        let known = vec!["clause", if blocks { "blocks" } else { "name" }, "reason"];
        table.report(Problem::UnknownKey { key, nearest: None, known }, *span);
        return None;
    }
    let text = |one: Spanned<String>| one.value.trim().to_owned();
    let what = match (value, name) {
        (Some(value), _) => AcceptedWhat::Value(text(value)),
        (None, Some(name)) => AcceptedWhat::Name(text(name)),
        (None, None) if blocks => AcceptedWhat::Blocks,
        (None, None) => return None,
    };
    Some(AcceptedEntry { clause, what, span: table.span })
}
