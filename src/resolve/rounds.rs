//! In: the rounds of a plan and its `submissions.csv`, as written. Out: rounds whose organiser, documents and
//! clauses are known, each with the comments that came in.

use crate::diagnostic::csv_table::CsvTable;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::consultation::{Outcome, Paper, PaperPlace, Round, Submission};
use crate::model::document::Address;
use crate::model::plan::Attachment;
use crate::parse::consultation::RoundEntry;
use crate::parse::consultation::channels::{PaperEntry, PaperEntryPlace};
use crate::parse::consultation::submissions::{SubmissionEntry, SubmissionsFile};

use super::names::report_unknown;
use super::plans::Scope;
use super::registers::without_duplicates;

pub fn rounds(
    entries: Vec<RoundEntry>,
    file: SubmissionsFile,
    files: &[Attachment],
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<Round> {
    let mut entries = without_duplicates("round", entries, |entry| &entry.id, found);
    entries.iter_mut().for_each(|entry| entry.damaged |= file.damaged);
    for row in file.rows {
        add_to_round(row, &mut entries, found);
    }
    entries.into_iter().filter_map(|entry| round(entry, files, scope, found)).collect()
}

/// A row of a CSV file belongs to the round that it names, or to the only one there is.
fn add_to_round(row: SubmissionEntry, entries: &mut [RoundEntry], found: &mut Diagnostics) {
    let named = row.round.clone();
    let at = match &named {
        Some(name) => entries.iter().position(|entry| entry.id.value.as_str() == name.value),
        None if entries.len() == 1 => Some(0),
        None => None,
    };
    match (at, named) {
        (Some(at), _) => entries[at].submissions.push(row),
        (None, Some(name)) => {
            let ids = entries.iter().map(|entry| entry.id.value.as_str());
            report_unknown("round", &name, ids, found);
        }
        (None, None) if entries.is_empty() => {
            // Of many rows one finding is enough.
            let problem = Problem::SubmissionsWithoutRound;
            if !found.iter().any(|one| one.problem == problem) {
                found.report(problem, row.span);
            }
        }
        (None, None) => found.report(
            Problem::CsvTable(CsvTable::EmptyCell { column: "round".to_owned() }),
            row.span,
        ),
    }
}

fn round(
    entry: RoundEntry,
    files: &[Attachment],
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Option<Round> {
    let organiser = entry.organiser.as_ref().and_then(|name| scope.body(name, found));
    let papers = entry.papers.into_iter().filter_map(|one| paper(one, files, found)).collect();
    let submissions = entry.submissions.into_iter().map(|one| submission(one, scope, found));
    let submissions: Vec<Submission> = submissions.collect();
    let outcome = entry.outcome.map(|outcome| Outcome {
        published: outcome.published,
        text: outcome.text,
        counts: outcome.counts,
        span: outcome.span,
    });
    Some(Round {
        organiser: organiser?,
        id: entry.id.value,
        title: entry.title,
        published: entry.published,
        updated: entry.updated,
        period: entry.period?,
        asked: entry.asked,
        who: entry.who,
        needs: entry.needs,
        next: entry.next,
        note: entry.note,
        notice: entry.notice,
        channels: entry.channels,
        papers,
        profile: entry.profile,
        shorter: entry.shorter,
        outcome_due: entry.outcome_due,
        outcome,
        outcome_broken: entry.outcome_broken,
        submissions,
        damaged: entry.damaged,
        span: entry.span,
    })
}

fn paper(entry: PaperEntry, files: &[Attachment], found: &mut Diagnostics) -> Option<Paper> {
    let place = match entry.place {
        PaperEntryPlace::Url(url) => PaperPlace::Url(url),
        PaperEntryPlace::File(name) => PaperPlace::File(file(&name, files, found)?),
    };
    Some(Paper { title: entry.title, place })
}

/// A file below `files/` of the plan; the folder may be named.
fn file(name: &Spanned<String>, files: &[Attachment], found: &mut Diagnostics) -> Option<String> {
    let wanted = name.value.strip_prefix("files/").unwrap_or(&name.value);
    if files.iter().any(|file| file.name == wanted) {
        return Some(wanted.to_owned());
    }
    let nearest = nearest(wanted, files.iter().map(|file| file.name.as_str()));
    let problem = Problem::NoSuchFile { target: name.value.clone(), nearest };
    found.report(problem, name.span);
    None
}

fn submission(entry: SubmissionEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Submission {
    let changed = entry.changed.into_iter();
    Submission {
        date: entry.date,
        channel: entry.channel,
        clauses: scope.clauses(&entry.clauses, found),
        gist: entry.gist,
        adoption: entry.adoption,
        reason: entry.reason,
        changed: changed.map(|one| Spanned::new(Address::new(one.value), one.span)).collect(),
        span: entry.span,
    }
}
