//! In: the acknowledged findings of a plan, or of the registers, as written. Out: each with the pieces of the author's
//! files that it covers.

use crate::diagnostic::{Diagnostics, Span};
use crate::model::acknowledged::{About, Acknowledged};
use crate::model::document::{Address, Clause, Document};
use crate::parse::PlanContent;
use crate::parse::acknowledged::AcknowledgedEntry;
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
