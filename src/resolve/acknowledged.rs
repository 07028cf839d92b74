//! In: the acknowledged findings of a plan, or of the registers, and the notes at clauses, as written. Out: each finding
//! with the pieces of the author's files that it covers, and the notes with their places.

use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::model::acknowledged::{About, Acknowledged, TextNote};
use crate::model::document::{Address, Document};
use crate::parse::PlanContent;
use crate::parse::acknowledged::{AcknowledgedEntry, NoteEntry};
use crate::parse::register::{AreaEntry, OrganisationEntry};

use super::plans::Scope;

/// Those of the organisations and areas.
pub fn of_registers(organisations: &[OrganisationEntry], areas: &[AreaEntry]) -> Vec<Acknowledged> {
    let mut list = Vec::new();
    for one in organisations {
        let about = About::Organisation(one.id.value.clone());
        list.extend(beside(&one.acknowledged, &about, one.whole));
    }
    for one in areas {
        let about = About::Area(one.id.value.clone());
        list.extend(beside(&one.acknowledged, &about, one.whole));
    }
    list
}

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
        let about = About::Indicator(indicator.id.value.clone());
        list.extend(beside(&indicator.acknowledged, &about, indicator.whole));
    }
    let groups = content.duties.iter().flat_map(|file| &file.groups);
    for task in groups.flat_map(|group| &group.tasks) {
        let about = About::Task(task.number.as_ref().map_or(0, |number| number.value));
        list.extend(beside(&task.acknowledged, &about, task.whole));
    }
    list
}

/// Those that stand beside an entry of a table, and cover the whole of it.
fn beside<'e>(
    list: &'e [AcknowledgedEntry],
    about: &'e About,
    whole: Span,
) -> impl Iterator<Item = Acknowledged> {
    list.iter().map(move |entry| made(entry, about.clone(), vec![whole]))
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
