//! In: `concepts.toml`. Out: what several plans promise, plans and indicators still as the author wrote them.

use rust_decimal::Decimal;

use crate::diagnostic::concept::Concept as Fault;
use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Spanned};
use crate::language::{Languages, Text};
use crate::model::quantity::{Bound, Quantity};
use crate::model::register::Id;

use super::toml::{Reader, Table};
use super::values::Unit;

/// A concept as written.
pub struct ConceptEntry {
    pub id: Spanned<Id>,
    pub name: Text,
    pub definition: Option<Text>,
    /// `None` where it is missing or wrong, which has been reported.
    pub unit: Option<Spanned<Text>>,
    pub comparable: Text,
    pub limits: Text,
    pub indicators: Vec<ComparedEntry>,
    /// Whether every indicator could be read.
    pub complete: bool,
}

/// An indicator of a concept as written.
pub struct ComparedEntry {
    pub plan: Spanned<Id>,
    pub indicator: Spanned<String>,
    pub part: Option<Spanned<String>>,
    pub times: Option<Spanned<Decimal>>,
    pub note: Option<Text>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Vec<ConceptEntry>, Diagnostics) {
    Reader::read(files, file, languages, concepts)
}

pub fn concepts(table: &Table<'_>) -> Vec<ConceptEntry> {
    let concepts = table.tables("concept", concept);
    table.finish();
    concepts.into_iter().flatten().collect()
}

/// `None` where it has no id, which has been reported.
fn concept(table: &Table<'_>) -> Option<ConceptEntry> {
    let id = table.required("id");
    let name = table.text("name");
    let definition = table.optional("definition");
    let unit: Option<Spanned<Unit>> = table.required("unit");
    let unit = unit.map(|unit| Spanned::new(unit.value.0, unit.span));
    let comparable = table.text("comparable");
    let limits = table.text("limits");
    let indicators = table.tables("indicator", indicator);
    table.finish();
    let complete = indicators.iter().all(Option::is_some);
    let indicators = indicators.into_iter().flatten().collect();
    Some(ConceptEntry { id: id?, name, definition, unit, comparable, limits, indicators, complete })
}

fn indicator(table: &Table<'_>) -> Option<ComparedEntry> {
    let plan = table.required("plan");
    let indicator = table.required("indicator");
    // Without what was meant, nobody knows how large the figures are, or what they count.
    let part = table.sound("part");
    let times = match table.sound("times") {
        Some(Some(read)) => times(table, read).map(Some),
        absent => absent.map(|_| None),
    };
    let note = table.note();
    table.finish();
    Some(ComparedEntry { plan: plan?, indicator: indicator?, part: part?, times: times?, note })
}

/// So many units of the concept are one of the indicator; a plain number above 0.
fn times(table: &Table<'_>, read: Spanned<Quantity>) -> Option<Spanned<Decimal>> {
    let Spanned { value: Quantity { value, bound }, span } = read;
    let text = read.value.to_string();
    let problem = if bound != Bound::Exactly {
        Problem::BadNumber { text, meant: Some(format!("\"{value}\"")) }
    } else if value <= Decimal::ZERO {
        Problem::Concept(Fault::BadTimes { text })
    } else {
        return Some(Spanned::new(value, span));
    };
    table.report(problem, span);
    None
}
