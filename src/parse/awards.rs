//! In: `awards.toml`. Out: its awards and subsidies with their amounts, clauses still as the author wrote them.

use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Spanned};
use crate::language::{Languages, Text};
use crate::model::award::{Amount, AwardKind, Sum};
use crate::model::quantity::Quantity;

use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};
use super::values::Unit;

/// The awards of a plan as written.
pub struct AwardsFile {
    pub title: Text,
    pub note: Option<Text>,
    pub awards: Vec<AwardEntry>,
}

/// An award as written.
pub struct AwardEntry {
    pub clause: Spanned<String>,
    pub name: Text,
    pub who: Text,
    pub kind: AwardKind,
    pub conditions: Option<Text>,
    pub note: Option<Text>,
    pub amounts: Vec<Amount>,
}

pub fn read(
    files: &Files,
    file: FileId,
    languages: &Languages,
) -> (Option<AwardsFile>, Diagnostics) {
    Reader::read(files, file, languages, awards)
}

pub fn awards(table: &Table<'_>) -> Option<AwardsFile> {
    if table.is_empty() {
        return None;
    }
    let title = table.text("title");
    let note = table.note();
    let awards = table.tables("award", award);
    table.finish();
    Some(AwardsFile { title, note, awards: awards.into_iter().flatten().collect() })
}

/// `None` where something required is missing; it has been reported.
fn award(table: &Table<'_>) -> Option<AwardEntry> {
    let clause = table.required("clause");
    let name = table.text("name");
    let who = table.text("who");
    let kind = table.required("kind").unwrap_or(AwardKind::Support);
    let conditions = table.optional("conditions");
    let note = table.note();
    let amounts = table.tables("amount", amount);
    table.finish();
    let amounts = amounts.into_iter().flatten().collect();
    Some(AwardEntry { clause: clause?, name, who, kind, conditions, note, amounts })
}

fn amount(table: &Table<'_>) -> Option<Amount> {
    let level = table.optional("level");
    let purpose = table.optional("for");
    let sum = table.required::<Sum>("amount");
    // Money without its currency says nothing; a ratio needs no unit.
    let unit = match sum {
        Some(Sum::Quantity(_)) => table.required::<Unit>("unit"),
        Some(Sum::Ratio(..)) | None => table.optional("unit"),
    };
    let unit = unit.map(|unit| unit.0);
    table.finish();
    Some(Amount { level, purpose, sum: sum?, unit })
}

impl FromToml for Sum {
    /// A quantity above 0, or a ratio such as `"1:1"`.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let bad = |text: String, meant: Option<String>| {
            let problem = match meant {
                Some(_) => Problem::BadNumber { text, meant },
                None => Problem::BadAmount { text },
            };
            reader.report(problem, reader.span(value));
            None
        };
        if let Some(text) = value.as_str()
            && text.contains([':', '：', '∶'])
        {
            let plain = text.replace(['：', '∶'], ":");
            return match Self::ratio(text) {
                Some(ratio) => Some(ratio),
                None => bad(text.to_string(), Self::ratio(&plain).map(|_| format!("\"{plain}\""))),
            };
        }
        let quantity = Quantity::from_toml(value, reader)?;
        if quantity.value <= Decimal::ZERO {
            return bad(quantity.to_string(), None);
        }
        Some(Self::Quantity(quantity))
    }

    fn schema(languages: &Languages) -> Schema {
        Quantity::schema(languages)
    }
}
