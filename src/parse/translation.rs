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
    Reader::read(files, file, languages, |table| {
        let accepted = table.tables("accepted", accepted).into_iter().flatten().collect();
        table.finish();
        TranslationFile { accepted }
    })
}

fn accepted(table: &Table<'_>) -> Option<AcceptedEntry> {
    let clause = table.optional("clause");
    let blocks = table.optional::<bool>("blocks").unwrap_or(false);
    let value =
        if blocks { table.optional("value") } else { table.required::<Spanned<String>>("value") };
    let reason = table.required::<String>("reason");
    table.finish();
    reason?;
    let what = match (value, blocks) {
        (Some(value), false) => AcceptedWhat::Value(value.value.trim().to_owned()),
        (None, true) => AcceptedWhat::Blocks,
        (Some(value), true) => {
            let problem = Problem::UnknownKey {
                key: "value".to_owned(),
                nearest: None,
                known: vec!["clause", "blocks", "reason"],
            };
            table.report(problem, value.span);
            return None;
        }
        (None, false) => return None,
    };
    Some(AcceptedEntry { clause, what, span: table.span })
}
