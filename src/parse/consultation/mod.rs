//! In: `consultation.toml` and `submissions.csv`. Out: the rounds with their notices read as Markdown and what
//! came in; the organiser, clauses and documents still as the author wrote them.

pub mod channels;
mod outcome;
pub mod submissions;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::consultation::{Channel, Limit};
use crate::model::document::Document;
use crate::model::minimum::Profile;
use crate::model::register::{Id, Period};

use super::plan::period_with;
use super::toml::{Reader, Table};

use channels::PaperEntry;
use outcome::{MarkdownText, OutcomeEntry};
use submissions::SubmissionEntry;

/// A round as written.
pub struct RoundEntry {
    pub id: Spanned<Id>,
    pub title: Text,
    pub organiser: Option<Spanned<String>>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    /// `None` where it is missing or wrong, which has been reported.
    pub period: Option<Period<Limit>>,
    pub asked: Text,
    pub who: Text,
    pub needs: Option<Text>,
    pub next: Option<Text>,
    pub note: Option<Text>,
    pub notice: Option<Vec<Document>>,
    pub channels: Vec<Channel>,
    pub papers: Vec<PaperEntry>,
    pub profile: Option<Profile>,
    pub shorter: Option<Text>,
    pub outcome_due: Option<Spanned<Date>>,
    pub outcome: Option<OutcomeEntry>,
    /// Whether there is one that could not be read, which has been reported.
    pub outcome_broken: bool,
    pub submissions: Vec<SubmissionEntry>,
    /// Whether some of them could not be read, which has been reported.
    pub damaged: bool,
    pub span: Span,
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (Vec<RoundEntry>, Diagnostics) {
    Reader::read(files, file, languages, rounds)
}

pub fn rounds(table: &Table<'_>) -> Vec<RoundEntry> {
    let rounds = table.tables("round", round);
    table.finish();
    rounds.into_iter().flatten().collect()
}

fn round(table: &Table<'_>) -> Option<RoundEntry> {
    let id = table.required("id");
    let title = table.text("title");
    let organiser = table.required("organiser");
    let published = table.optional("published");
    let updated = table.optional("updated");
    let period = period_with(table, Limit::as_end);
    let asked = table.text("asked");
    let who = table.text("who");
    let needs = table.optional("needs");
    let next = table.optional("next");
    let note = table.note();
    let notice = table.optional::<MarkdownText>("notice").map(|notice| notice.0);
    let channels = table.tables("channel", channels::channel);
    // A channel that could not be read may have been the one for comments.
    let takes_comments =
        |read: &Option<Channel>| read.as_ref().is_none_or(|one| one.takes_comments);
    if !channels.iter().any(takes_comments) {
        table.report(Problem::NoChannel, table.span);
    }
    let papers = table.tables("document", channels::paper);
    let profile = table.optional("profile");
    let shorter = table.optional("shorter-period");
    let outcome_due = table.optional("outcome-due");
    let outcome = table.table("outcome", outcome::outcome);
    let submissions = table.tables("submission", submissions::submission);
    table.finish();
    Some(RoundEntry {
        id: id?,
        title,
        organiser,
        published,
        updated,
        period,
        asked,
        who,
        needs,
        next,
        note,
        notice,
        channels: channels.into_iter().flatten().collect(),
        papers: papers.into_iter().flatten().collect(),
        profile,
        shorter,
        outcome_due,
        outcome_broken: outcome.as_ref().is_some_and(Option::is_none),
        outcome: outcome.flatten(),
        damaged: submissions.iter().any(Option::is_none),
        submissions: submissions.into_iter().flatten().collect(),
        span: table.span,
    })
}
