//! In: `targets.toml`. Out: its indicators, areas and clauses still as the author wrote them.

use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::indicator::{Baseline, ByYear, Direction, Measure, Method, Revision, TotalRule};
use crate::model::quantity::{Bound, Quantity};
use crate::model::register::Id;

use super::acknowledged::{self, About, AcknowledgedEntry};
use super::dates::Year;
use super::toml::{Reader, Table};

/// The target table as written.
pub struct TargetsFile {
    pub title: Text,
    pub note: Option<Text>,
    pub indicators: Vec<IndicatorEntry>,
    /// The ids of indicators that could not be read.
    pub broken: Vec<String>,
}

/// An indicator as written.
pub struct IndicatorEntry {
    pub id: Spanned<Id>,
    pub name: Text,
    pub definition: Option<Text>,
    pub unit: Text,
    pub direction: Direction,
    pub measure: Measure,
    pub method: Option<Method>,
    pub baseline: Option<Baseline>,
    pub target: ByYear,
    pub divisions: Vec<DivisionEntry>,
    pub clauses: Vec<Spanned<String>>,
    pub note: Option<Text>,
    pub revisions: Vec<Revision>,
    pub acknowledged: Vec<AcknowledgedEntry>,
    /// The whole entry.
    pub whole: Span,
}

/// A breakdown as written: the indicator's own, or that of one part.
pub struct DivisionEntry {
    pub part: Option<(Spanned<Id>, Text)>,
    pub rule: TotalRule,
    pub tolerance: Option<Spanned<Quantity>>,
    pub total: ByYear,
    /// Whether every row could be read, and the totals.
    pub complete: bool,
    pub areas: Vec<(Spanned<String>, ByYear)>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<TargetsFile>, Diagnostics) {
    Reader::read(files, file, languages, targets)
}

pub fn targets(table: &Table<'_>) -> Option<TargetsFile> {
    if table.is_empty() {
        return None;
    }
    let title = table.text("title");
    let note = table.note();
    let mut broken = Vec::new();
    let indicators = table.tables("indicator", |entry| {
        let read = indicator(entry);
        if read.is_none() {
            broken.extend(entry.text_of("id"));
        }
        read
    });
    table.finish();
    let indicators = indicators.into_iter().flatten().collect();
    Some(TargetsFile { title, note, indicators, broken })
}

fn indicator(table: &Table<'_>) -> Option<IndicatorEntry> {
    let id = table.required("id");
    let name = table.text("name");
    let definition = table.optional("definition");
    let unit = table.unit();
    let direction = table.optional("better");
    let measure = table.optional("measure").unwrap_or(Measure::Level);
    let method = table.optional("method");
    let rule = table.required("total").unwrap_or(TotalRule::None);
    let tolerance = tolerance(table);
    let baseline = table.table("baseline", baseline).flatten();
    let target: Option<ByYear> = table.required("target");
    let clauses = table.optional("clauses").unwrap_or_default();
    let note = table.note();
    let revisions = table.tables("revision", revision);
    let acknowledged = acknowledged::list(table, About::Indicator);
    let own = table.table("areas", areas);
    let parts = table.tables("part", part);
    if let (Some(_), false) = (&own, parts.is_empty()) {
        table.report(Problem::AreasAndParts, table.span_of("areas"));
    }
    table.finish();
    let own = own.map(|(areas, complete)| {
        let complete = complete && target.is_some();
        let total = target.clone().unwrap_or_default();
        DivisionEntry { part: None, rule, tolerance, total, complete, areas }
    });
    let mut divisions = Vec::with_capacity(usize::from(own.is_some()) + parts.len());
    divisions.extend(own.into_iter().chain(parts.into_iter().flatten()));
    let target = target.unwrap_or_default();
    Some(IndicatorEntry {
        id: id?,
        name,
        definition,
        unit,
        direction: direction.unwrap_or_else(|| implied_direction(&target)),
        measure,
        method,
        baseline,
        target,
        divisions,
        clauses,
        note,
        revisions: revisions.into_iter().flatten().collect(),
        acknowledged,
        whole: table.whole(),
    })
}

/// Targets of "at most" say that less is better; otherwise more is.
fn implied_direction(target: &ByYear) -> Direction {
    let limits =
        |one: &Spanned<Quantity>| matches!(one.value.bound, Bound::AtMost | Bound::LessThan);
    if !target.is_empty() && target.values().all(limits) {
        Direction::LessIsBetter
    } else {
        Direction::MoreIsBetter
    }
}

fn revision(table: &Table<'_>) -> Option<Revision> {
    let date = table.required("date");
    let year = table.required::<Spanned<Year>>("year");
    let old = table.required("old");
    let new = table.required("new");
    let reason = table.text("reason");
    table.finish();
    let year = year.map(|year| Spanned::new(year.value.0, year.span));
    Some(Revision { date: date?, year: year?, old: old?, new: new?, reason })
}

fn baseline(table: &Table<'_>) -> Option<Baseline> {
    let value = table.required::<Spanned<Quantity>>("value");
    let year = table.optional::<Year>("year").map(|year| year.0);
    table.finish();
    let Spanned { value, span } = value?;
    Some(Baseline { value, span, year })
}

fn part(table: &Table<'_>) -> Option<DivisionEntry> {
    let id = table.required("id");
    let name = table.text("name");
    let rule = table.required("total").unwrap_or(TotalRule::None);
    let tolerance = tolerance(table);
    let total: Option<Option<ByYear>> = table.sound("target");
    let no_areas = Problem::MissingTable { key: "indicator.part.areas", entry: "some-area" };
    let areas = table.required_table("areas", no_areas, areas);
    table.finish();
    let (areas, complete) = areas.unwrap_or_default();
    let complete = complete && total.is_some();
    let total = total.flatten().unwrap_or_default();
    Some(DivisionEntry { part: Some((id?, name)), rule, tolerance, total, complete, areas })
}

/// How far the sum of the areas may be from the total; a plain number.
fn tolerance(table: &Table<'_>) -> Option<Spanned<Quantity>> {
    let read: Spanned<Quantity> = table.optional("tolerance")?;
    if read.value.bound == Bound::Exactly && read.value.value >= Decimal::ZERO {
        return Some(read);
    }
    let text = read.value.to_string();
    table.report(Problem::BadNumber { text, meant: None }, read.span);
    None
}

/// The rows that can be read, and whether those are all.
fn areas(table: &Table<'_>) -> (Vec<(Spanned<String>, ByYear)>, bool) {
    let rows = table.each();
    let mut areas = Vec::with_capacity(rows.len());
    let mut complete = true;
    for (area, years) in rows {
        match years {
            Some(years) => areas.push((area, years)),
            None => complete = false,
        }
    }
    (areas, complete)
}
