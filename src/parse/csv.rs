//! In: a CSV file. Out: its cells as texts with their places, and its columns by name.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostic::csv_table::CsvTable;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, FileId, Problem, Span, Spanned};

/// A table as written.
pub struct CsvFile {
    header: Row,
    /// Those that say something.
    pub rows: Vec<Row>,
    /// Whether every row could be read; what could not has been reported.
    pub complete: bool,
}

/// One line, or several where a cell holds line breaks.
pub struct Row {
    /// Trimmed.
    cells: Vec<Spanned<String>>,
    pub span: Span,
}

/// Which column is which.
pub struct Columns {
    places: Vec<(String, usize)>,
    /// Whether a column has a name that nobody knows, which has been reported.
    pub in_doubt: bool,
}

impl CsvFile {
    /// `None` where the file has no header, which is reported. What stands above it, empty rows and a title, is
    /// passed over. Rows with too many or too few cells are reported and left out.
    pub fn read(text: &str, file: FileId, found: &mut Diagnostics) -> Option<Self> {
        let mark = separator(text);
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(mark)
            .from_reader(text.as_bytes());
        // The text is UTF-8, rows may have any length: nothing is left that could be refused.
        let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
        let start = |record: &StringRecord| {
            record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0))
        };
        let ends = records.iter().skip(1).map(start).chain([text.len()]);
        let rows = records.iter().zip(ends);
        let rows =
            rows.map(|(record, end)| row(text, file, mark, record, start(record)..end, found));
        let rows: Vec<(Row, bool)> = rows.collect();
        let mut complete = true;
        // A title has the first cell of its row, a header several.
        let is_header = |(row, _): &(Row, bool)| row.filled() > 1;
        let first = rows.iter().position(is_header);
        let first = first.or_else(|| rows.iter().position(|(row, _)| !row.is_blank()));
        let mut rows = rows.into_iter().skip(first.unwrap_or(0));
        let Some((header, _)) = rows.next().filter(|(row, _)| !row.is_blank()) else {
            found.report(Problem::CsvTable(CsvTable::Empty), Span::start_of(file));
            return None;
        };
        let columns = header.cells.len();
        let mut kept = Vec::new();
        for (row, closed) in rows.filter(|(row, _)| !row.is_blank()) {
            let cells = row.cells.len();
            match (cells == columns, closed) {
                (true, true) => kept.push(row),
                (_, false) => complete = false,
                (false, true) => {
                    complete = false;
                    found.report(Problem::CsvTable(CsvTable::BadRow { cells, columns }), row.span);
                }
            }
        }
        Some(Self { header, rows: kept, complete })
    }

    pub fn header_span(&self) -> Span {
        self.header.span
    }

    /// The columns by their names; `others` are further names for some of them. Names that are not known are
    /// reported.
    pub fn columns(
        &self,
        known: Vec<String>,
        others: &[(&str, &[&str])],
        found: &mut Diagnostics,
    ) -> Columns {
        let mut columns = Columns { places: Vec::new(), in_doubt: false };
        for (at, cell) in self.header.cells.iter().enumerate() {
            let name = cell.value.to_lowercase().replace(['_', ' '], "-");
            let alias = others.iter().find(|(_, more)| more.contains(&name.as_str()));
            let name = alias.map_or(name.as_str(), |(name, _)| *name);
            if name.is_empty() && self.rows.iter().all(|row| row.cells[at].value.is_empty()) {
                continue;
            }
            if !known.iter().any(|one| one == name) {
                let column = cell.value.clone();
                let nearest = nearest(name, known.iter().map(String::as_str));
                found.report(
                    Problem::CsvTable(CsvTable::UnknownColumn {
                        column,
                        nearest,
                        known: known.clone(),
                    }),
                    cell.span,
                );
                columns.in_doubt = true;
            } else if columns.has(name) {
                found.report(Problem::DuplicateKey { key: cell.value.clone() }, cell.span);
                columns.in_doubt = true;
            } else {
                columns.places.push((name.to_owned(), at));
            }
        }
        columns
    }
}

impl Row {
    /// How many cells say something.
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.value.is_empty()).count()
    }

    /// Whether no cell says anything, as rows at the end of a spreadsheet.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_empty())
    }
}

impl Columns {
    pub fn has(&self, name: &str) -> bool {
        self.places.iter().any(|(known, _)| known == name)
    }

    /// The cell of a column; `None` where it is empty or there is no such column.
    pub fn cell(&self, row: &Row, name: &str) -> Option<Spanned<String>> {
        let (_, at) = self.places.iter().find(|(known, _)| known == name)?;
        row.cells.get(*at).filter(|cell| !cell.value.is_empty()).cloned()
    }
}

/// The cells of a record with their places, and whether every quotation mark is closed; one that is not is reported.
fn row(
    text: &str,
    file: FileId,
    mark: u8,
    record: &StringRecord,
    range: Range<usize>,
    found: &mut Diagnostics,
) -> (Row, bool) {
    // Where a record begins, the line breaks before it may still stand.
    let blank =
        text[range.clone()].len() - text[range.clone()].trim_start_matches(['\n', '\r']).len();
    let range = range.start + blank..range.end;
    let line = text[range.clone()].trim_end_matches(['\n', '\r']);
    let (places, closed) = places(line, char::from(mark));
    let span =
        |part: &Range<usize>| Span::new(file, range.start + part.start..range.start + part.end);
    if !closed {
        let first = line.lines().next().map_or(0, str::len);
        found.report(Problem::CsvTable(CsvTable::OpenQuote), span(&(0..first)));
    }
    let whole = span(&(0..line.lines().next().map_or(0, str::len)));
    let place = |at: usize| places.get(at).map_or(whole, span);
    let cells = record.iter().enumerate();
    let cells = cells.map(|(at, text)| Spanned::new(text.trim().to_owned(), place(at)));
    (Row { cells: cells.collect(), span: whole }, closed)
}

/// What stands between the cells: spreadsheets of some countries write `;`, and those that copy write tabs.
fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| line.contains([',', ';', '\t'])).unwrap_or("");
    let count = |mark: char| line.matches(mark).count();
    [(b',', ','), (b';', ';'), (b'\t', '\t')]
        .into_iter()
        .max_by_key(|(byte, mark)| (count(*mark), *byte == b','))
        .map_or(b',', |(byte, _)| byte)
}

/// Where the cells of a record stand, and whether every quotation mark is closed.
fn places(line: &str, mark: char) -> (Vec<Range<usize>>, bool) {
    let (mut places, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        match c {
            // Two marks within quoted text are one mark: the state is the same after both.
            '"' => quoted = !quoted,
            c if c == mark && !quoted => {
                places.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    places.push(start..line.len());
    (places, !quoted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Files;

    #[test]
    fn cells_have_their_places() {
        let text = "日期,条款\n\n\"一, \"\"二\"\"\",3.1\n三,\"四\n五\"\n";
        let mut files = Files::default();
        let file = files.add("a.csv".into(), text.into());
        let mut found = Diagnostics::default();
        let table = CsvFile::read(text, file, &mut found).unwrap();
        assert!(found.is_empty());
        let cells: Vec<(&str, &str)> = table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| (cell.value.as_str(), &text[cell.span.range()]))
            .collect();
        assert_eq!(
            cells,
            [
                ("一, \"二\"", "\"一, \"\"二\"\"\""),
                ("3.1", "3.1"),
                ("三", "三"),
                ("四\n五", "\"四\n五\"")
            ]
        );
    }

    #[test]
    fn files_are_read_as_spreadsheets_write_them() {
        let cells = |text: &str| {
            let mut files = Files::default();
            let file = files.add("a.csv".into(), text.into());
            let mut found = Diagnostics::default();
            let table = CsvFile::read(text, file, &mut found).unwrap();
            let columns = table.columns(vec!["日期".into(), "条款".into()], &[], &mut found);
            assert!(found.is_empty() && !columns.in_doubt, "{text:?}");
            let cell = |row: &Row, name: &str| columns.cell(row, name).map(|cell| cell.value);
            let rows = table.rows.iter().map(|row| (cell(row, "日期"), cell(row, "条款")));
            rows.collect::<Vec<_>>()
        };
        let expected = vec![(Some("一".to_owned()), Some("3.1;2".to_owned()))];
        for text in [
            "日期,条款\n一,3.1;2\n",
            "日期;条款\r\n一;\"3.1;2\"\r\n;\r\n",
            "日期\t条款\n一\t3.1;2\n",
            "意见汇总表,,\n,,\n日期,条款,\n一,3.1;2,\n",
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }
}
