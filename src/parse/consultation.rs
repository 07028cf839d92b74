//! In: `consultation.toml`. Out: its rounds with their notices read as Markdown, the organiser still as
//! the author wrote it.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::consultation::{Channel, Means};
use crate::model::document::Document;
use crate::model::register::{Days, Id};

use super::choices::{MeansWord, Purpose};
use super::markdown;
use super::plan::period;
use super::toml::{FromToml, Reader, Table, Value};
use super::values::{ByLanguage, Email, WebAddress};

/// A round as written.
pub struct RoundEntry {
    pub id: Spanned<Id>,
    pub title: Text,
    pub organiser: Option<Spanned<String>>,
    pub published: Option<Date>,
    /// These two are `None` where they are missing or wrong, which has been reported.
    pub days: Option<Days>,
    pub asked: Text,
    pub who: Text,
    pub next: Option<Text>,
    pub note: Option<Text>,
    pub notice: Option<Vec<Document>>,
    pub channels: Vec<Channel>,
    pub span: Span,
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (Vec<RoundEntry>, Diagnostics) {
    Reader::read(files, file, languages, |table| {
        let rounds = table.tables("round", |entry| round(entry, files));
        table.finish();
        rounds.into_iter().flatten().collect()
    })
}

fn round(table: &Table<'_>, files: &Files) -> Option<RoundEntry> {
    let id = table.required("id");
    let title = table.text("title");
    let organiser = table.required("organiser");
    let published = table.optional("published");
    let days = period(table);
    let asked = table.text("asked");
    let who = table.text("who");
    let next = table.optional("next");
    let note = table.optional("note");
    let notice = table.optional::<ByLanguage<Markdown>>("notice");
    let channels = table.tables("channel", channel);
    // A channel that could not be read may have been the one for comments.
    let takes_comments =
        |read: &Option<Channel>| read.as_ref().is_none_or(|one| one.takes_comments);
    if !channels.iter().any(takes_comments) {
        table.report(Problem::NoChannel, table.span);
    }
    table.finish();
    Some(RoundEntry {
        id: id?,
        title,
        organiser,
        published,
        days,
        asked,
        who,
        next,
        note,
        notice: notice.map(|texts| read_notice(texts.0, table.reader(), files)),
        channels: channels.into_iter().flatten().collect(),
        span: table.span,
    })
}

/// A Markdown text within a TOML file.
struct Markdown {
    text: String,
    span: Span,
}

impl FromToml for Markdown {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        Some(Self { text: String::from_toml(value, reader)?, span: reader.span(value) })
    }
}

fn read_notice(texts: Vec<Markdown>, reader: &Reader<'_>, files: &Files) -> Vec<Document> {
    let read = |Markdown { text, span }: Markdown| {
        let (document, found) = markdown::embedded(&text, span, files.text(span.file));
        reader.append(found);
        document
    };
    texts.into_iter().map(read).collect()
}

fn channel(table: &Table<'_>) -> Option<Channel> {
    let word = table.required("kind");
    let means = word.and_then(|word| means(table, word));
    let purpose = table.optional("purpose").unwrap_or(Purpose::Comments);
    let note = table.optional("note");
    if word.is_some() {
        table.finish();
    } else {
        table.finish_missing();
    }
    Some(Channel { means: means?, takes_comments: purpose == Purpose::Comments, note })
}

fn means(table: &Table<'_>, word: MeansWord) -> Option<Means> {
    Some(match word {
        MeansWord::Email => Means::Email(table.required::<Email>("email")?.0),
        MeansWord::Post => {
            let recipient = table.optional("recipient");
            let postcode = table.optional("postcode");
            Means::Post { recipient, address: table.required("address")?, postcode }
        }
        MeansWord::Telephone => {
            let hours = table.optional("hours");
            Means::Telephone { number: table.required("number")?, hours }
        }
        MeansWord::Form => Means::Form(table.required::<WebAddress>("url")?.0),
        MeansWord::InPerson => {
            let hours = table.optional("hours");
            Means::InPerson { address: table.required("address")?, hours }
        }
    })
}
