//! In: `targets.toml`. Out: its indicators, areas and clauses still as the author wrote them.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Spanned};
use crate::language::{Languages, Text};
use crate::model::indicator::{Baseline, ByYear, TotalRule};
use crate::model::quantity::Quantity;
use crate::model::register::Id;

use super::toml::{FromToml, Reader, Table};
use super::values::Year;

/// The target table as written.
pub struct TargetsFile {
    pub title: Text,
    pub note: Option<Text>,
    pub indicators: Vec<IndicatorEntry>,
}

/// An indicator as written.
pub struct IndicatorEntry {
    pub id: Spanned<Id>,
    pub name: Text,
    pub unit: Text,
    pub baseline: Option<Baseline>,
    pub target: ByYear,
    pub divisions: Vec<DivisionEntry>,
    pub clauses: Vec<Spanned<String>>,
    pub note: Option<Text>,
}

/// A breakdown as written: the indicator's own, or that of one part.
pub struct DivisionEntry {
    pub part: Option<(Spanned<Id>, Text)>,
    pub rule: TotalRule,
    pub total: ByYear,
    /// Whether every row could be read.
    pub complete: bool,
    pub areas: Vec<(Spanned<String>, ByYear)>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<TargetsFile>, Diagnostics) {
    Reader::read(files, file, languages, |table| {
        if table.is_empty() {
            return None;
        }
        let title = table.text("title");
        let note = table.optional("note");
        let indicators = table.tables("indicator", indicator).into_iter().flatten().collect();
        table.finish();
        Some(TargetsFile { title, note, indicators })
    })
}

fn indicator(table: &Table<'_>) -> Option<IndicatorEntry> {
    let id = table.required("id");
    let name = table.text("name");
    let unit = table.text("unit");
    let rule = table.required("total").unwrap_or(TotalRule::None);
    let baseline = table.table("baseline", baseline).flatten();
    let target: Option<ByYear> = table.required("target");
    let clauses = table.optional("clauses").unwrap_or_default();
    let note = table.optional("note");
    let own = table.table("areas", areas);
    let parts = table.tables("part", part);
    if let (Some(_), false) = (&own, parts.is_empty()) {
        table.report(Problem::AreasAndParts, table.span_of("areas"));
    }
    table.finish();
    let own = own.map(|(areas, complete)| {
        let complete = complete && target.is_some();
        let total = target.clone().unwrap_or_default();
        DivisionEntry { part: None, rule, total, complete, areas }
    });
    let divisions = own.into_iter().chain(parts.into_iter().flatten()).collect();
    let target = target.unwrap_or_default();
    Some(IndicatorEntry { id: id?, name, unit, baseline, target, divisions, clauses, note })
}

fn baseline(table: &Table<'_>) -> Option<Baseline> {
    let value = table.required::<Quantity>("value");
    let year = table.optional::<Year>("year").map(|year| year.0);
    table.finish();
    Some(Baseline { value: value?, year })
}

fn part(table: &Table<'_>) -> Option<DivisionEntry> {
    let id = table.required("id");
    let name = table.text("name");
    let rule = table.required("total").unwrap_or(TotalRule::None);
    let total = table.optional("target").unwrap_or_default();
    let areas = table.table("areas", areas);
    if areas.is_none() {
        let problem = Problem::MissingTable { key: "indicator.part.areas", entry: "some-area" };
        table.report(problem, table.span);
    }
    table.finish();
    let (areas, complete) = areas.unwrap_or_default();
    Some(DivisionEntry { part: Some((id?, name)), rule, total, complete, areas })
}

/// The rows that can be read, and whether those are all.
fn areas(table: &Table<'_>) -> (Vec<(Spanned<String>, ByYear)>, bool) {
    let mut areas = Vec::new();
    let mut complete = true;
    for (key, value) in table.entries() {
        match ByYear::from_toml(value, table.reader()) {
            Some(years) => areas.push((Spanned::new(key.value.to_owned(), key.span), years)),
            None => complete = false,
        }
    }
    (areas, complete)
}
