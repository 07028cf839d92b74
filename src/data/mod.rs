//! In: the site, in one language. Out: its tables as data: rows of plain values, written as CSV and JSON.
//! Numbers are raw, their units stand in a column of their own; the headers are in the language of the
//! file, the names of the fields in JSON are the same in all.

mod figures;
mod missing;
mod progress;
mod tasks;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::language::Voice;
use crate::model::Site;
use crate::model::quantity::{Bound, Quantity};

/// A table that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// Every baseline, target and actual of a plan.
    Figures { plan: usize },
    /// Those of one indicator.
    IndicatorFigures { plan: usize, indicator: usize },
    /// Where each indicator stands: of one plan, or of the site.
    Progress { plan: Option<usize> },
    /// The responsibility division of a plan.
    Tasks { plan: usize },
    /// The figures that are missing.
    Missing,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// Both forms, in the order in which pages offer them.
pub const FORMATS: [Format; 2] = [Format::Csv, Format::Json];

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// What a table is made from.
#[derive(Clone, Copy)]
pub struct Scene<'s> {
    pub site: &'s Site,
    /// The day of the build.
    pub today: Date,
    pub voice: Voice<'s>,
}

impl Dataset {
    /// The file name without its ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures { .. } | Self::IndicatorFigures { .. } => "figures",
            Self::Progress { .. } => "progress",
            Self::Tasks { .. } => "tasks",
            Self::Missing => "missing",
        }
    }

    fn table(self, scene: &Scene<'_>) -> Table {
        match self {
            Self::Figures { plan } => figures::table(scene, plan, None),
            Self::IndicatorFigures { plan, indicator } => {
                figures::table(scene, plan, Some(indicator))
            }
            Self::Progress { plan } => progress::table(scene, plan),
            Self::Tasks { plan } => tasks::table(scene, plan),
            Self::Missing => missing::table(scene),
        }
    }

    /// The bytes of the file.
    pub fn write(self, scene: &Scene<'_>, format: Format) -> Vec<u8> {
        let table = self.table(scene);
        match format {
            Format::Csv => table.csv(&scene.voice),
            Format::Json => table.json(&scene.voice),
        }
    }
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(Decimal),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Empty where there is nothing.
    fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn count(count: impl Into<Decimal>) -> Self {
        Self::Number(count.into())
    }

    /// A quantity in three columns: its bound, its value, and where a range ends.
    fn quantity(quantity: Option<Quantity>) -> [Self; 3] {
        let Some(Quantity { value, bound }) = quantity else {
            return [Self::Empty, Self::Empty, Self::Empty];
        };
        let (name, end) = match bound {
            Bound::Exactly => ("exactly", None),
            Bound::AtLeast => ("at-least", None),
            Bound::MoreThan => ("more-than", None),
            Bound::AtMost => ("at-most", None),
            Bound::LessThan => ("less-than", None),
            Bound::About => ("about", None),
            Bound::To(end) => ("range", Some(end)),
        };
        [Self::text(name), Self::Number(value), end.map_or(Self::Empty, Self::Number)]
    }
}

/// Rows under named columns.
pub struct Table {
    /// In snake_case; the header is the interface word `data-…` with hyphens.
    columns: &'static [&'static str],
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// UTF-8 with the mark at the start by which spreadsheet programs recognise it, lines ending in CR LF
    /// (RFC 4180).
    fn csv(&self, voice: &Voice<'_>) -> Vec<u8> {
        let mut out = "\u{feff}".as_bytes().to_vec();
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
        let headers = self.columns.iter().map(|column| header(voice, column));
        // Writing to memory cannot fail.
        let _ = writer.write_record(headers);
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(csv_cell));
        }
        let _ = writer.flush();
        drop(writer);
        out
    }

    fn json(&self, voice: &Voice<'_>) -> Vec<u8> {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| json!({ "name": column, "title": header(voice, column) }))
            .collect();
        // In the order of the columns, which an object of the library does not keep.
        let rows = self.rows.iter().map(|row| {
            let fields = self.columns.iter().zip(row);
            let fields = fields.map(|(name, cell)| format!("\"{name}\":{}", json_cell(cell)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        });
        let mut text = format!("{{\n\"columns\": {},\n\"rows\": [", Value::Array(columns));
        for (at, row) in rows.enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            text.push_str(&row);
        }
        text.push_str("\n]\n}\n");
        text.into_bytes()
    }
}

fn header(voice: &Voice<'_>, column: &str) -> String {
    voice.word(&format!("data-{}", column.replace('_', "-")))
}

/// A text that a spreadsheet would take for a formula is kept a text by a quotation mark before it.
fn csv_cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{text}")
        }
        Cell::Text(text) => text.clone(),
    }
}

fn json_cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Number(number) => number.to_string().parse().map_or(Value::Null, Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_they_are() {
        assert_eq!(csv_cell(&Cell::Number("1.0".parse().unwrap())), "1.0");
        assert_eq!(csv_cell(&Cell::Number("-3".parse().unwrap())), "-3");
        assert_eq!(csv_cell(&Cell::text("=1+1")), "'=1+1");
        assert_eq!(json_cell(&Cell::Number("31.60".parse().unwrap())).to_string(), "31.60");
        assert_eq!(json_cell(&Cell::Empty).to_string(), "null");
    }
}
