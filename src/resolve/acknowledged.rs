//! In: the acknowledged findings of a plan and the notes at its clauses, as written. Out: each finding with the pieces of
//! the author's files that it covers, and the notes with their places.

use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::model::acknowledged::{About, Acknowledged, TextNote};
use crate::model::document::{Address, Document};
use crate::parse::PlanContent;
use crate::parse::acknowledged::{AcknowledgedEntry, NoteEntry};

use super::plans::Scope;

/// Those of the file, of the indicators and of the tasks. An entry about a clause that does not exist is reported and
/// left out.
pub fn acknowledged(
    content: &PlanContent,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<Acknowledged> {
    let mut list = Vec::new();
    for entry in &content.acknowledged.entries {
        let Some(about) = about(entry.clause.as_ref(), scope, found) else { continue };
        let covers = match &about {
            About::Clause(address) => places(scope.texts.unwrap_or_default(), address),
            _ => Vec::new(),
        };
        list.push(made(entry, about, covers));
    }
    for indicator in content.targets.iter().flat_map(|file| &file.indicators) {
        let about = || About::Indicator(indicator.id.value.clone());
        let made = |entry| made(entry, about(), vec![indicator.whole]);
        list.extend(indicator.acknowledged.iter().map(made));
    }
    let groups = content.duties.iter().flat_map(|file| &file.groups);
    for task in groups.flat_map(|group| &group.tasks) {
        let about = || About::Task(task.number.as_ref().map_or(0, |number| number.value));
        let made = |entry| made(entry, about(), vec![task.whole]);
        list.extend(task.acknowledged.iter().map(made));
    }
    list
}

/// The notes of the file. One about a clause that does not exist is reported and left out.
pub fn notes(entries: Vec<NoteEntry>, scope: &Scope<'_>, found: &mut Diagnostics) -> Vec<TextNote> {
    let note = |entry: NoteEntry| {
        let about = about(entry.clause.as_ref(), scope, found)?;
        Some(TextNote { about, text: entry.text })
    };
    entries.into_iter().filter_map(note).collect()
}

fn about(
    clause: Option<&Spanned<String>>,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Option<About> {
    match clause {
        None => Some(About::Plan),
        Some(name) => scope.place(name, None, found).map(About::Clause),
    }
}

fn made(entry: &AcknowledgedEntry, about: About, covers: Vec<Span>) -> Acknowledged {
    Acknowledged {
        rule: entry.rule.clone(),
        about,
        only: entry.only.clone(),
        reason: entry.reason.clone(),
        covers,
        span: entry.span,
    }
}

/// A clause in every language: its heading and its blocks; or the blocks before the first clause.
fn places(texts: &[Document], address: &Address) -> Vec<Span> {
    let whole = |text: &Document| {
        let blocks = text.blocks_of(address)?;
        let first = text.clause(address).map(|clause| clause.span);
        let first = first.or_else(|| blocks.first().map(|block| block.span))?;
        Some(blocks.last().map_or(first, |block| first.to(block.span)))
    };
    texts.iter().filter_map(whole).collect()
}
