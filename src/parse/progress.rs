//! In: `progress.toml`. Out: the figures that were reported, indicators and areas still as the author wrote
//! them.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, FileId, Files, Spanned};
use crate::language::{Languages, Text};
use crate::model::indicator::Interval;
use crate::model::quantity::Quantity;

use super::contacts::WebAddress;
use super::toml::{Reader, Table};

/// What was reported, as written.
pub struct ProgressFile {
    pub every: Interval,
    pub note: Option<Text>,
    pub actuals: Vec<ActualEntry>,
}

/// A reported figure as written.
pub struct ActualEntry {
    pub indicator: Spanned<String>,
    pub value: Spanned<Quantity>,
    pub as_of: Spanned<Date>,
    pub reported: Option<Date>,
    pub source: Text,
    pub url: Option<String>,
    pub note: Option<Text>,
    pub areas: Vec<(Spanned<String>, Spanned<Quantity>)>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<ProgressFile>, Diagnostics) {
    Reader::read(files, file, languages, progress)
}

pub fn progress(table: &Table<'_>) -> Option<ProgressFile> {
    if table.is_empty() {
        return None;
    }
    let every = table.optional("every").unwrap_or(Interval::Year);
    let note = table.note();
    let actuals = table.tables("actual", actual).into_iter().flatten().collect();
    table.finish();
    Some(ProgressFile { every, note, actuals })
}

fn actual(table: &Table<'_>) -> Option<ActualEntry> {
    let indicator = table.required("indicator");
    let value = table.required("value");
    let as_of = table.required("as-of");
    let reported = table.optional("reported");
    let source = table.text("source");
    let url = table.optional::<WebAddress>("url").map(|url| url.0);
    let note = table.note();
    let areas = table.table("areas", |areas| areas.pairs());
    table.finish();
    Some(ActualEntry {
        indicator: indicator?,
        value: value?,
        as_of: as_of?,
        reported,
        source,
        url,
        note,
        areas: areas.unwrap_or_default(),
    })
}
