//! In: one plan folder as written. Out: a `Plan` whose references all lead somewhere.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::Lang;
use crate::model::consultation::Round;
use crate::model::document::{Address, Document};
use crate::model::plan::{Duties, Plan, Task, TaskGroup};
use crate::model::{Area, Organisation};
use crate::parse::PlanContent;
use crate::parse::consultation::RoundEntry;
use crate::parse::duties::{DutiesFile, GroupEntry, TaskEntry};

use super::names::{Known, report_unknown};
use super::registers::without_duplicates;
use super::targets;

/// What a plan may refer to.
pub struct Names<'r> {
    pub organisations: &'r Known<Organisation>,
    pub areas: &'r Known<Area>,
    /// The language whose clauses count; that the others have the same is checked later.
    pub first: Lang,
}

/// `None` where something required is missing; it has been reported.
pub fn plan(content: PlanContent, names: &Names<'_>, found: &mut Diagnostics) -> Option<Plan> {
    let text = content.texts.as_ref().and_then(|texts| texts.get(names.first.index()));
    let text = text.filter(|text| !text.damaged);
    let scope = Scope { names, text };
    let targets = targets::targets(content.targets, content.progress, &scope, found);
    let duties = content.duties.map(|file| duties(file, &scope, found));
    let rounds = rounds(content.rounds, names, found);
    let file = content.plan?;
    let issuer = file.issuer.as_ref().and_then(|issuer| names.organisations.find(issuer, found));
    let area = file.area.as_ref().and_then(|area| names.areas.find(area, found));
    Some(Plan {
        id: content.id?,
        short: file.short.unwrap_or_else(|| file.title.clone()),
        title: file.title,
        summary: file.summary,
        issuer: issuer?,
        area,
        status: file.status,
        published: file.published,
        signed: file.signed,
        document_number: file.document_number,
        index_number: file.index_number,
        subject: file.subject,
        validity: file.validity,
        period: file.period,
        keywords: file.keywords,
        source: file.source,
        texts: content.texts?,
        targets,
        duties,
        rounds,
        files: content.files,
        span: file.span,
    })
}

/// What the tables of one plan may refer to.
pub struct Scope<'r> {
    pub names: &'r Names<'r>,
    /// `None` where the text could not be read: then clauses are taken as they are.
    text: Option<&'r Document>,
}

impl Scope<'_> {
    fn clause(&self, name: &Spanned<String>, found: &mut Diagnostics) -> Option<Address> {
        let address = Address::new(name.value.clone());
        let Some(text) = self.text else {
            return Some(address);
        };
        if text.clause(&address).is_none() {
            // One clause number is as near as the other: a guess would mislead.
            report_unknown("clause", name, std::iter::empty(), found);
            return None;
        }
        Some(address)
    }

    pub fn clauses(&self, names: &[Spanned<String>], found: &mut Diagnostics) -> Vec<Address> {
        names.iter().filter_map(|name| self.clause(name, found)).collect()
    }
}

fn duties(file: DutiesFile, scope: &Scope<'_>, found: &mut Diagnostics) -> Duties {
    let mut numbers: HashMap<u32, Span> = HashMap::new();
    let mut group = |entry: GroupEntry| {
        let tasks = entry.tasks.into_iter().map(|entry| {
            report_duplicate_number(&entry, &mut numbers, found);
            task(entry, scope, found)
        });
        let tasks = tasks.collect();
        let clause = entry.clause.and_then(|clause| scope.clause(&clause, found));
        TaskGroup { name: entry.name, clause, tasks }
    };
    let groups = file.groups.into_iter().map(&mut group).collect();
    Duties { title: file.title, note: file.note, groups }
}

fn report_duplicate_number(
    entry: &TaskEntry,
    numbers: &mut HashMap<u32, Span>,
    found: &mut Diagnostics,
) {
    let Some(number) = &entry.number else { return };
    if let Some(first) = numbers.insert(number.value, number.span) {
        let problem = Problem::DuplicateId { what: "task", id: number.value.to_string() };
        found.push(Diagnostic::new(problem, number.span).with_related(first));
    }
}

fn task(entry: TaskEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Task {
    let organisations = scope.names.organisations;
    let responsible = entry
        .responsible
        .iter()
        .filter_map(|name| Some(Spanned::new(organisations.find(name, found)?, name.span)))
        .collect();
    Task {
        number: entry.number.map_or(0, |number| number.value),
        name: entry.name,
        clauses: scope.clauses(&entry.clauses, found),
        lead: organisations.find_all(&entry.lead, found),
        responsible,
        note: entry.note,
    }
}

fn rounds(entries: Vec<RoundEntry>, names: &Names<'_>, found: &mut Diagnostics) -> Vec<Round> {
    let entries = without_duplicates("round", entries, |entry| &entry.id, found);
    entries
        .into_iter()
        .filter_map(|entry| {
            let organiser = names.organisations.find(entry.organiser.as_ref()?, found);
            Some(Round {
                organiser: organiser?,
                id: entry.id.value,
                title: entry.title,
                published: entry.published,
                days: entry.days?,
                asked: entry.asked,
                who: entry.who,
                next: entry.next,
                note: entry.note,
                notice: entry.notice,
                channels: entry.channels,
                span: entry.span,
            })
        })
        .collect()
}
