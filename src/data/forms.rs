//! In: the columns and rows of a table. Out: its file as CSV or as JSON, written row by row.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use crate::language::{Voice, push_value};

use super::Cell;

/// A form in which a table is written: its columns, then its rows, then its end.
pub trait Form {
    fn columns(&mut self, voice: &Voice<'_>, columns: &[&str]) -> io::Result<()>;
    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()>;
    fn end(&mut self) -> io::Result<()>;
}

/// UTF-8 with the mark at the start by which spreadsheet programs recognise it, lines ending in CR LF (RFC 4180).
pub struct Csv<'o> {
    writer: csv::Writer<&'o mut dyn io::Write>,
    number: String,
}

/// The columns with their names and titles, and the rows as objects, each on a line.
pub struct Json<'o> {
    out: &'o mut dyn io::Write,
    /// What stands before the value of each column.
    names: Vec<String>,
    line: String,
    any: bool,
}

impl<'o> Csv<'o> {
    pub fn new(out: &'o mut dyn io::Write) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        Ok(Self { writer, number: String::new() })
    }
}

impl Form for Csv<'_> {
    fn columns(&mut self, voice: &Voice<'_>, columns: &[&str]) -> io::Result<()> {
        Ok(self.writer.write_record(columns.iter().map(|column| header(voice, column)))?)
    }

    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()> {
        for cell in row {
            match cell {
                Cell::Empty => self.writer.write_field("")?,
                Cell::Text(text) => self.writer.write_field(csv_text(text).as_ref())?,
                Cell::Number(value) => {
                    self.number.clear();
                    push_value(&mut self.number, *value);
                    self.writer.write_field(&self.number)?;
                }
            }
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    fn end(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl<'o> Json<'o> {
    pub fn new(out: &'o mut dyn io::Write) -> Self {
        Self { out, names: Vec::new(), line: String::new(), any: false }
    }
}

impl Form for Json<'_> {
    fn columns(&mut self, voice: &Voice<'_>, columns: &[&str]) -> io::Result<()> {
        let titled: Vec<Value> = columns
            .iter()
            .map(|column| json!({ "name": column, "title": header(voice, column) }))
            .collect();
        let name = |(place, name): (usize, &&str)| {
            let before = if place == 0 { "" } else { "," };
            format!("{before}{}:", json!(name))
        };
        self.names = columns.iter().enumerate().map(name).collect();
        write!(self.out, "{{\n\"columns\": {},\n\"rows\": [", Value::Array(titled))
    }

    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()> {
        self.line.clear();
        self.line.push_str(if self.any { ",\n{" } else { "\n{" });
        self.any = true;
        for (name, cell) in self.names.iter().zip(row) {
            self.line.push_str(name);
            push_json(&mut self.line, cell);
        }
        self.line.push('}');
        self.out.write_all(self.line.as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n]\n}\n")
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
