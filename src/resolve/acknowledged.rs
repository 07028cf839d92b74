//! In: the acknowledged findings of a plan as written. Out: each with the pieces of the author's files that it covers.

use crate::diagnostic::{Diagnostics, Span};
use crate::model::acknowledged::{About, Acknowledged};
use crate::model::document::{Address, Clause, Document};
use crate::parse::PlanContent;
use crate::parse::acknowledged::AcknowledgedEntry;

use super::plans::Scope;

/// Those of the file, of the indicators and of the tasks. An entry about a clause that does not exist is reported and
/// left out.
pub fn acknowledged(
    content: &PlanContent,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<Acknowledged> {
    let mut list = Vec::new();
    for entry in &content.acknowledged {
        let (about, covers) = match &entry.clause {
            None => (About::Plan, Vec::new()),
            Some(name) => {
                let Some(address) = scope.clause(name, found) else { continue };
                let covers = places(scope.texts.unwrap_or_default(), &address);
                (About::Clause(address), covers)
            }
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

/// A clause in every language: its heading and its blocks.
fn places(texts: &[Document], address: &Address) -> Vec<Span> {
    let clauses = texts.iter().filter_map(|text| text.clause(address));
    let whole = |clause: &Clause| {
        clause.blocks.last().map_or(clause.span, |block| clause.span.to(block.span))
    };
    clauses.map(whole).collect()
}
