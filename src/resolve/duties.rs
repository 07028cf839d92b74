//! In: the responsibility division of a plan as written. Out: `Duties` whose units and clauses are known; the
//! tasks come from the table, or from the notes of the text.

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::model::kept::{fitted, kept};
use crate::model::plan::{Duties, Task, TaskGroup, Unit};
use crate::parse::duties::{DutiesFile, GroupEntry, Lead, TaskEntry};

use super::notes;
use super::plans::Scope;

pub fn duties(file: DutiesFile, scope: &Scope<'_>, found: &mut Diagnostics) -> Duties {
    let mut numbers: FxHashMap<u32, Span> = FxHashMap::default();
    let mut group = |entry: GroupEntry| {
        let tasks = entry.tasks.into_iter().map(|entry| {
            report_duplicate_number(&entry, &mut numbers, found);
            task(entry, scope, found)
        });
        let tasks = kept(tasks);
        let clause = entry.clause.and_then(|clause| scope.clause(&clause, found));
        TaskGroup { name: entry.name, clause, tasks }
    };
    let mut groups: Vec<TaskGroup> = file.groups.into_iter().map(&mut group).collect();
    if let Some(words) = &file.notes {
        groups.extend(notes::groups(words, &file.title, scope, found));
    }
    let covers = file.covers.as_deref().map(|covers| scope.clauses(covers, found));
    let from_notes = file.notes.is_some();
    Duties { title: file.title, note: file.note, groups: fitted(groups), covers, from_notes }
}

fn report_duplicate_number(
    entry: &TaskEntry,
    numbers: &mut FxHashMap<u32, Span>,
    found: &mut Diagnostics,
) {
    let Some(number) = &entry.number else { return };
    if let Some(first) = numbers.insert(number.value, number.span) {
        let problem = Problem::DuplicateId { what: "task", id: number.value.to_string() };
        found.push(Diagnostic::new(problem, number.span).with_related(first));
    }
}

fn task(entry: TaskEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Task {
    let number = entry.number.as_ref().map_or(0, |number| number.value);
    let span = entry.number.map_or(entry.span, |number| number.span);
    let first = scope.names.languages.first().index();
    let has_clauses = scope.texts.is_some_and(|texts| !texts[first].clauses.is_empty());
    if entry.clauses.is_empty() && has_clauses {
        found.report(Problem::TaskWithoutClause { number }, span);
    }
    Task {
        number,
        name: entry.name,
        clauses: scope.clauses(&entry.clauses, found),
        lead: match &entry.lead {
            Lead::Units(names) => units(names, scope, found),
            Lead::Absent | Lead::Broken => Vec::new(),
        },
        responsible: units(&entry.responsible, scope, found),
        due: entry.due,
        note: entry.note,
        span,
    }
}

fn units(names: &[Spanned<String>], scope: &Scope<'_>, found: &mut Diagnostics) -> Vec<Unit> {
    let unit = |name: &Spanned<String>| {
        let key = scope.organisation(name, found)?;
        let written = scope.names.organisations.written(key, &name.value);
        Some(Unit { key, written, span: name.span })
    };
    kept(names.iter().filter_map(unit))
}
