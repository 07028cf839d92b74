//! In: the columns and rows of a table. Out: its file as CSV or as JSON, written row by row.
//!
//! A site of many plans has more bytes of tables than of anything else, so that both forms are written by our own code, which
//! looks at many bytes of a text at a time; a test holds it against the libraries.

use std::fmt::Write as _;
use std::io;

use serde_json::Value;

use crate::language::{any_byte, push_value};

use super::Cell;

/// A form in which a table is written: its columns, then its rows, then its end.
pub trait Form {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()>;
    fn row(&mut self, row: &Row<'_>) -> io::Result<()>;
    fn end(&mut self) -> io::Result<()>;
}

/// A column: its name, the same in all languages, and its title.
pub struct Column {
    pub name: &'static str,
    pub title: String,
}

/// A row as all forms get it.
pub struct Row<'c> {
    cells: &'c [Cell<'c>],
    /// The row as CSV writes it where it has to quote nothing.
    line: &'c str,
    /// Whether JSON writes all texts of the row as they are, and whether CSV does.
    plain_json: bool,
    plain_csv: bool,
}

impl<'c> Row<'c> {
    /// Most rows are written as they are. That is asked of all their cells at once, by the line that they make, which is put
    /// into `line`.
    pub fn of(cells: &'c [Cell<'c>], line: &'c mut String) -> Self {
        line.clear();
        let mut formulas = false;
        push_fields(line, cells, |line, cell| {
            push_cell(line, cell, |line, text| {
                formulas |= is_formula(text);
                line.push_str(text);
            });
        });
        let plain_json = !any_byte(line, is_escaped);
        let plain_csv = plain_json && !formulas && commas(line) < cells.len().max(1);
        line.push_str(LINE_END);
        Self { cells, line, plain_json, plain_csv }
    }
}

/// Ends every line of CSV.
const LINE_END: &str = "\r\n";

/// Puts fields beside each other, each by `push`.
fn push_fields<F>(line: &mut String, fields: &[F], mut push: impl FnMut(&mut String, &F)) {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        push(line, field);
    }
}

/// A cell of CSV, a text by `push_text`.
fn push_cell(line: &mut String, cell: &Cell<'_>, push_text: impl FnOnce(&mut String, &str)) {
    match cell {
        Cell::Empty => {}
        Cell::Number(value) => push_value(line, *value),
        Cell::Text(text) => push_text(line, text),
    }
}

/// How many commas a text has; counted for many bytes at a time, of which so few cannot have more than a byte can count.
fn commas(text: &str) -> usize {
    let few = text.as_bytes().chunks(usize::from(u8::MAX));
    let count = |bytes: &[u8]| bytes.iter().fold(0_u8, |sum, b| sum + u8::from(*b == b','));
    few.map(|bytes| usize::from(count(bytes))).sum()
}

/// UTF-8 with the mark at the start by which spreadsheet programs recognise it, lines ending in CR LF (RFC 4180).
pub struct Csv<'o> {
    out: &'o mut dyn io::Write,
    line: String,
}

/// The columns with their names and titles, and the rows as objects, each on a line.
pub struct Json<'o> {
    out: &'o mut dyn io::Write,
    /// What stands before the value of each column, the quotation mark of a text with it.
    names: Vec<String>,
    line: String,
    any: bool,
}

impl<'o> Csv<'o> {
    pub fn new(out: &'o mut dyn io::Write) -> Self {
        Self { out, line: String::new() }
    }

    /// Writes a line of fields, each by `push`.
    fn line<F>(&mut self, fields: &[F], push: impl FnMut(&mut String, &F)) -> io::Result<()> {
        push_fields(&mut self.line, fields, push);
        self.line.push_str(LINE_END);
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        Ok(())
    }
}

impl Form for Csv<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        self.line.push('\u{feff}');
        self.line(columns, |line, column| push_csv(line, &column.title))
    }

    fn row(&mut self, row: &Row<'_>) -> io::Result<()> {
        if row.plain_csv {
            return self.out.write_all(row.line.as_bytes());
        }
        self.line(row.cells, |line, cell| push_cell(line, cell, push_csv))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'o> Json<'o> {
    pub fn new(out: &'o mut dyn io::Write) -> Self {
        Self { out, names: Vec::new(), line: String::new(), any: false }
    }
}

impl Form for Json<'_> {
    fn columns(&mut self, columns: &[Column]) -> io::Result<()> {
        let line = &mut self.line;
        line.push_str("{\n\"columns\": [");
        for (place, Column { name, title }) in columns.iter().enumerate() {
            let before = if place == 0 { "" } else { "," };
            line.extend([before, "{\"name\":\"", name, "\",\"title\":"]);
            push_json(line, title);
            line.push('}');
            self.names.push([before, "\"", name, "\":\""].concat());
        }
        line.push_str("],\n\"rows\": [");
        self.out.write_all(line.as_bytes())
    }

    fn row(&mut self, row: &Row<'_>) -> io::Result<()> {
        self.line.clear();
        self.line.push_str(if self.any { ",\n{" } else { "\n{" });
        self.any = true;
        let line = &mut self.line;
        for (name, cell) in self.names.iter().zip(row.cells) {
            if let (Cell::Text(text), true) = (cell, row.plain_json) {
                line.push_str(name);
                line.push_str(text);
                line.push('"');
                continue;
            }
            line.push_str(&name[..name.len() - 1]);
            match cell {
                Cell::Empty => line.push_str("null"),
                Cell::Number(number) => push_value(line, *number),
                Cell::Text(text) => push_json(line, text),
            }
        }
        line.push('}');
        self.out.write_all(self.line.as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n]\n}\n")
    }
}

/// Whether a spreadsheet would take a text for a formula.
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes(), [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..])
}

/// A text that a spreadsheet would take for a formula is kept a text by a quotation mark before it. Quoted is what would end
/// the field otherwise.
fn push_csv(line: &mut String, text: &str) {
    let sign = if is_formula(text) { "'" } else { "" };
    if !any_byte(text, |b| (b == b',') | (b == b'"') | (b == b'\r') | (b == b'\n')) {
        line.push_str(sign);
        return line.push_str(text);
    }
    line.extend(["\"", sign]);
    for (place, part) in text.split('"').enumerate() {
        line.extend([if place == 0 { "" } else { "\"\"" }, part]);
    }
    line.push('"');
}

/// Whether JSON writes a byte of a text in another way.
fn is_escaped(b: u8) -> bool {
    (b < b' ') | (b == b'"') | (b == b'\\')
}

fn push_json(line: &mut String, text: &str) {
    // Most texts that CSV has to quote have a comma, which is nothing here.
    if !any_byte(text, is_escaped) {
        return line.extend(["\"", text, "\""]);
    }
    let _ = write!(line, "{}", Value::from(text));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn columns() -> Vec<Column> {
        let column = |(name, title): (&'static str, &str)| Column { name, title: title.to_owned() };
        [("plan", "Plan, short"), ("task_name", "任务“\"”"), ("value", "Value")].map(column).into()
    }

    fn written(row: &[Cell<'_>]) -> (String, String) {
        let (mut csv, mut json) = (Vec::new(), Vec::new());
        let forms: [&mut dyn Form; 2] = [&mut Csv::new(&mut csv), &mut Json::new(&mut json)];
        for form in forms {
            form.columns(&columns()).unwrap();
            for _ in 0..2 {
                form.row(&Row::of(row, &mut String::new())).unwrap();
            }
            form.end().unwrap();
        }
        (String::from_utf8(csv).unwrap(), String::from_utf8(json).unwrap())
    }

    #[test]
    fn cells_are_written_as_they_are() {
        let number = Cell::Number("31.60".parse().unwrap());
        let (csv, json) = written(&[Cell::text("=1+1"), Cell::text("\"一\", 二\n"), number]);
        let head = "\u{feff}\"Plan, short\",\"任务“\"\"”\",Value\r\n";
        let row = "'=1+1,\"\"\"一\"\", 二\n\",31.60\r\n";
        assert_eq!(csv, format!("{head}{row}{row}"));
        let head = r#""columns": [{"name":"plan","title":"Plan, short"},{"name":"task_name","title":"任务“\"”"},{"name":"value","title":"Value"}]"#;
        let row = r#"{"plan":"=1+1","task_name":"\"一\", 二\n","value":31.60}"#;
        assert_eq!(json, format!("{{\n{head},\n\"rows\": [\n{row},\n{row}\n]\n}}\n"));
        let (csv, json) = written(&[Cell::Empty, Cell::text(""), Cell::text("1+1")]);
        assert!(csv.ends_with(",,1+1\r\n"));
        assert!(json.contains(r#"{"plan":null,"task_name":"","value":"1+1"}"#));
    }

    proptest! {
        #[test]
        fn libraries_write_the_same(texts in prop::array::uniform3("(?s)[=@a一,;\"\\r\n\\\\\t \u{1}]{0,8}|.{0,8}")) {
            let row = texts.each_ref().map(|text| Cell::text(text.as_str()));
            let (csv, json) = written(&row);
            let kept = texts.each_ref().map(|text| {
                let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
                if formula { format!("'{text}") } else { text.clone() }
            });
            let crlf = csv::Terminator::CRLF;
            let mut writer = csv::WriterBuilder::new().terminator(crlf).from_writer(Vec::new());
            writer.write_record(columns().iter().map(|column| &column.title)).unwrap();
            writer.write_record(&kept).unwrap();
            writer.write_record(&kept).unwrap();
            let library = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(csv.strip_prefix('\u{feff}'), Some(library.as_str()));
            let json: Value = serde_json::from_str(&json).unwrap();
            for (name, text) in ["plan", "task_name", "value"].iter().zip(&texts) {
                prop_assert_eq!(&json["rows"][1][name], &Value::from(text.as_str()));
            }
            prop_assert_eq!(&json["columns"][1]["title"], "任务“\"”");
        }
    }
}
