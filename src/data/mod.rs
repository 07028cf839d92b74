//! In: the site, in one language. Out: its tables as data: rows of plain values, written as CSV and JSON.
//! Numbers are raw, their units stand in a column of their own; the headers are in the language of the
//! file, the names of the fields in JSON are the same in all.

mod awards;
mod concept;
mod figures;
mod missing;
mod owed;
mod progress;
mod registers;
mod submissions;
mod tasks;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::language::{Voice, push_value};
use crate::model::quantity::{Bound, Quantity};
use crate::model::register::When;
use crate::model::{Area, Key, Organisation, Site};

/// A table that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// Every baseline, target and actual: of one indicator, or of all of the plan.
    Figures { plan: usize, indicator: Option<usize> },
    /// Where each indicator stands: of one plan, or of the site.
    Progress { plan: Option<usize> },
    /// The responsibility division of a plan.
    Tasks { plan: usize },
    /// The awards and subsidies of a plan.
    Awards { plan: usize },
    /// What came in during a round of the consultation of a plan.
    Submissions { plan: usize, round: usize },
    /// The figures that are missing.
    Missing,
    /// The register of organisations, with how many tasks each one owes.
    Organisations,
    /// The tasks of an organisation, in all plans.
    Owed { organisation: Key<Organisation> },
    /// The register of areas.
    Areas,
    /// The figures of an area, in all plans.
    AreaFigures { area: Key<Area> },
    /// What several plans promise, by the place of the concept.
    Concept { concept: usize },
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

    /// What web servers and search engines call the form.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
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
            Self::Figures { .. } => "figures",
            Self::Progress { .. } => "progress",
            Self::Tasks { .. } => "tasks",
            Self::Awards { .. } => "awards",
            Self::Submissions { .. } => "comments",
            Self::Missing => "missing",
            Self::Organisations => "organisations",
            Self::Owed { .. } => "tasks",
            Self::Areas => "areas",
            Self::AreaFigures { .. } => "figures",
            Self::Concept { .. } => "figures",
        }
    }

    /// The place of the plan whose table it is, if it is that of one.
    pub fn plan(self) -> Option<usize> {
        match self {
            Self::Figures { plan, .. }
            | Self::Tasks { plan }
            | Self::Awards { plan }
            | Self::Submissions { plan, .. } => Some(plan),
            Self::Progress { plan } => plan,
            Self::Missing
            | Self::Organisations
            | Self::Owed { .. }
            | Self::Areas
            | Self::AreaFigures { .. }
            | Self::Concept { .. } => None,
        }
    }

    fn table<'s>(self, scene: &'s Scene<'s>) -> Table<'s> {
        match self {
            Self::Figures { plan, indicator } => figures::table(scene, plan, indicator),
            Self::Progress { plan } => progress::table(scene, plan),
            Self::Tasks { plan } => tasks::table(scene, plan),
            Self::Awards { plan } => awards::table(scene, plan),
            Self::Submissions { plan, round } => submissions::table(scene, plan, round),
            Self::Missing => missing::table(scene),
            Self::Organisations => registers::organisations(scene),
            Self::Owed { organisation } => owed::table(scene, organisation),
            Self::Areas => registers::areas(scene),
            Self::AreaFigures { area } => figures::of_area(scene, area),
            Self::Concept { concept } => concept::table(scene, concept),
        }
    }

    /// Writes the file, row by row: that of an organisation may be larger than all the rest of the site in memory.
    pub fn write(
        self,
        scene: &Scene<'_>,
        format: Format,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let table = self.table(scene);
        match format {
            Format::Csv => table.csv(&scene.voice, out),
            Format::Json => table.json(&scene.voice, out),
        }
    }
}

/// One value of a table; most texts are those of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'s> {
    Empty,
    Text(Cow<'s, str>),
    Number(Decimal),
}

impl<'s> Cell<'s> {
    fn text(text: impl Into<Cow<'s, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Empty where there is nothing.
    fn maybe(text: Option<impl Into<Cow<'s, str>>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn count(count: impl Into<Decimal>) -> Self {
        Self::Number(count.into())
    }

    /// A year, or a date as machines write it.
    fn when(when: Option<When>) -> Self {
        match when {
            None => Self::Empty,
            Some(When::Year(year)) => Self::count(year),
            Some(When::Day(date)) => Self::text(date.to_string()),
        }
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
pub struct Table<'s> {
    /// In snake_case; the header is the interface word `data-…` with hyphens.
    columns: &'static [&'static str],
    /// Made one by one while they are written: a table of all plans has hundreds of thousands.
    rows: Box<dyn Iterator<Item = Vec<Cell<'s>>> + 's>,
}

impl<'s> Table<'s> {
    fn new(
        columns: &'static [&'static str],
        rows: impl Iterator<Item = Vec<Cell<'s>>> + 's,
    ) -> Self {
        Self { columns, rows: Box::new(rows) }
    }

    /// UTF-8 with the mark at the start by which spreadsheet programs recognise it, lines ending in CR LF
    /// (RFC 4180).
    fn csv(self, voice: &Voice<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        let headers = self.columns.iter().map(|column| header(voice, column));
        writer.write_record(headers)?;
        let mut number = String::new();
        for row in self.rows {
            for cell in &row {
                match cell {
                    Cell::Empty => writer.write_field("")?,
                    Cell::Text(text) => writer.write_field(csv_text(text).as_ref())?,
                    Cell::Number(value) => {
                        number.clear();
                        push_value(&mut number, *value);
                        writer.write_field(&number)?;
                    }
                }
            }
            writer.write_record(None::<&[u8]>)?;
        }
        writer.flush()
    }

    fn json(self, voice: &Voice<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| json!({ "name": column, "title": header(voice, column) }))
            .collect();
        let columns = Value::Array(columns);
        write!(out, "{{\n\"columns\": {columns},\n\"rows\": [")?;
        let name = |(place, name): (usize, &&str)| {
            let before = if place == 0 { "" } else { "," };
            format!("{before}{}:", json!(name))
        };
        let names: Vec<String> = self.columns.iter().enumerate().map(name).collect();
        let mut line = String::new();
        for (at, row) in self.rows.enumerate() {
            line.clear();
            line.push_str(if at == 0 { "\n{" } else { ",\n{" });
            for (name, cell) in names.iter().zip(&row) {
                line.push_str(name);
                push_json(&mut line, cell);
            }
            line.push('}');
            out.write_all(line.as_bytes())?;
        }
        out.write_all(b"\n]\n}\n")
    }
}

fn header(voice: &Voice<'_>, column: &str) -> String {
    voice.word(&format!("data-{}", column.replace('_', "-")))
}

/// A text that a spreadsheet would take for a formula is kept a text by a quotation mark before it.
fn csv_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

fn push_json(out: &mut String, cell: &Cell<'_>) {
    match cell {
        Cell::Empty => out.push_str("null"),
        Cell::Number(number) => push_value(out, *number),
        Cell::Text(text) if is_plain(text) => out.extend(["\"", text, "\""]),
        Cell::Text(text) => {
            let _ = write!(out, "{}", Value::from(&**text));
        }
    }
}

/// Whether a text stands in JSON as it is, as nearly all do; told for many bytes at a time.
fn is_plain(text: &str) -> bool {
    !text.bytes().fold(false, |any, byte| any | (byte < b' ') | (byte == b'"') | (byte == b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_they_are() {
        let row = ["1.0", "-3", "31.60"].map(|number| Cell::Number(number.parse().unwrap()));
        let texts = [Cell::text("=1+1"), Cell::Empty, Cell::text("\"一\", 二\n")];
        let row: Vec<Cell<'_>> = row.into_iter().chain(texts).collect();
        let mut json = String::new();
        for cell in &row {
            push_json(&mut json, cell);
            json.push(' ');
        }
        assert_eq!(json, "1.0 -3 31.60 \"=1+1\" null \"\\\"一\\\", 二\\n\" ");
        assert_eq!(csv_text("=1+1"), "'=1+1");
        assert_eq!(csv_text("1+1"), "1+1");
    }
}
