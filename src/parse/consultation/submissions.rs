//! In: `[[round.submission]]`, or the rows of `submissions.csv`. Out: the comments that came in, clauses still as
//! the author wrote them.

use jiff::civil::Date;

use crate::diagnostic::csv_table::CsvTable;
use crate::diagnostic::translation::{Accepted, Translation};
use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::consultation::{Adoption, ChannelKind};

use crate::parse::choices::{Choice, choose_word};
use crate::parse::csv::{Columns, CsvFile, Row};
use crate::parse::dates::{half_width, spreadsheet_date};
use crate::parse::parity;
use crate::parse::toml::Table;

/// A comment as written.
pub struct SubmissionEntry {
    /// Only in a CSV file, where the plan has several rounds.
    pub round: Option<Spanned<String>>,
    pub date: Option<Spanned<Date>>,
    pub channel: Option<ChannelKind>,
    pub clauses: Vec<Spanned<String>>,
    pub gist: Spanned<Text>,
    pub adoption: Adoption,
    pub reason: Spanned<Text>,
    pub changed: Vec<Spanned<String>>,
    pub span: Span,
}

/// The rows of `submissions.csv`.
#[derive(Default)]
pub struct SubmissionsFile {
    pub rows: Vec<SubmissionEntry>,
    /// Whether rows are missing that could not be read, which has been reported.
    pub damaged: bool,
}

/// A comment in `consultation.toml`.
pub fn submission(table: &Table<'_>) -> Option<SubmissionEntry> {
    let date = table.optional("date");
    let channel = table.optional("channel");
    let clauses = table.optional("clauses").unwrap_or_default();
    let gist = table.required("gist");
    let adoption = table.required("result");
    let reason = table.required("reason");
    let changed = table.optional("changed").unwrap_or_default();
    table.finish();
    Some(SubmissionEntry {
        round: None,
        date,
        channel,
        clauses,
        gist: gist?,
        adoption: adoption?,
        reason: reason?,
        changed,
        span: table.span,
    })
}

/// The names of columns, those that webmasters with a Chinese spreadsheet write last.
const COLUMNS: &[(&str, &[&str])] = &[
    ("round", &["轮次"]),
    ("date", &["日期"]),
    ("channel", &["渠道"]),
    ("clauses", &["clause", "条款"]),
    ("result", &["采纳情况", "处理结果"]),
    ("changed", &["修改条款"]),
    ("differs", &["差异说明"]),
    ("gist-zh", &["意见摘要", "意见摘要中文"]),
    ("gist-en", &["意见摘要英文"]),
    ("reason-zh", &["理由", "理由中文"]),
    ("reason-en", &["理由英文"]),
];

/// The words of Chinese spreadsheets for what became of a comment.
const ADOPTIONS: &[(&str, Adoption)] = &[
    ("采纳", Adoption::Adopted),
    ("部分采纳", Adoption::PartlyAdopted),
    ("解释说明", Adoption::Explained),
    ("未采纳", Adoption::NotAdopted),
    ("已采纳", Adoption::Adopted),
    ("已部分采纳", Adoption::PartlyAdopted),
    ("作解释说明", Adoption::Explained),
    ("不采纳", Adoption::NotAdopted),
    ("不予采纳", Adoption::NotAdopted),
];

const CHANNELS: &[(&str, ChannelKind)] = &[
    ("电子邮件", ChannelKind::Email),
    ("信函", ChannelKind::Post),
    ("电话", ChannelKind::Telephone),
    ("网上表单", ChannelKind::Form),
    ("现场", ChannelKind::InPerson),
    ("邮件", ChannelKind::Email),
    ("邮箱", ChannelKind::Email),
    ("邮寄", ChannelKind::Post),
    ("来信", ChannelKind::Post),
    ("来电", ChannelKind::Telephone),
    ("网上", ChannelKind::Form),
    ("网上填写", ChannelKind::Form),
    ("来访", ChannelKind::InPerson),
    ("当面提交", ChannelKind::InPerson),
];

/// So many of the words come first that help names them; the others are ways to say the same.
const SHOWN_ADOPTIONS: usize = 4;
const SHOWN_CHANNELS: usize = 5;

/// The rows of `submissions.csv`.
pub fn read(files: &Files, file: FileId, languages: &Languages) -> (SubmissionsFile, Diagnostics) {
    let mut found = Diagnostics::default();
    let damaged = SubmissionsFile { rows: Vec::new(), damaged: true };
    let Some(table) = CsvFile::read(files.text(file), file, &mut found) else {
        return (damaged, found);
    };
    let of_language =
        |name: &str| languages.tags().map(move |tag| format!("{name}-{tag}")).collect();
    let texts: [Vec<String>; 2] = [of_language("gist"), of_language("reason")];
    let plain = ["round", "date", "channel", "clauses", "changed", "result", "differs"];
    let known = plain.map(str::to_owned).into_iter().chain(texts.iter().flatten().cloned());
    let columns = table.columns(known.collect(), COLUMNS, &mut found);
    let required = texts.iter().flatten().map(String::as_str).chain(["result"]);
    let missing: Vec<&str> = required.filter(|name| !columns.has(name)).collect();
    for column in &missing {
        let chinese = COLUMNS.iter().find(|(name, _)| name == column);
        let chinese = chinese.and_then(|(_, names)| names.first()).map(|name| (*name).to_owned());
        let problem =
            Problem::CsvTable(CsvTable::MissingColumn { column: (*column).to_owned(), chinese });
        found.report(problem, table.header_span());
    }
    if !missing.is_empty() || columns.in_doubt {
        return (damaged, found);
    }
    let rows = table.rows.iter();
    let rows: Vec<SubmissionEntry> =
        rows.filter_map(|row| row_entry(row, &columns, &texts, languages, &mut found)).collect();
    let damaged = !table.complete || rows.len() < table.rows.len();
    (SubmissionsFile { rows, damaged }, found)
}

fn row_entry(
    row: &Row,
    columns: &Columns,
    [gist, reason]: &[Vec<String>; 2],
    languages: &Languages,
    found: &mut Diagnostics,
) -> Option<SubmissionEntry> {
    let cell = |name: &str| columns.cell(row, name);
    let date = cell("date").and_then(|cell| match spreadsheet_date(&cell.value) {
        Some(date) => Some(Spanned::new(date, cell.span)),
        None => {
            found.report(Problem::BadDate { text: cell.value }, cell.span);
            None
        }
    });
    let channel = cell("channel").and_then(|cell| word(&cell, CHANNELS, SHOWN_CHANNELS, found));
    let mut differences = Diagnostics::default();
    let mut read = |names: &[String], found: &mut Diagnostics| {
        let cells = cells(row, columns, names, found)?;
        parity::check_row(&cells, languages, &mut differences);
        let span = cells.first()?.span;
        Some(Spanned::new(Text::new(cells.into_iter().map(|cell| cell.value).collect()), span))
    };
    let (gist, reason) = (read(gist, found), read(reason, found));
    match cell("differs") {
        None => found.append(differences),
        Some(differs) if differences.is_empty() => {
            let problem = Translation::NothingToAccept { what: Accepted::Text };
            found.report(Problem::Translation(problem), differs.span);
        }
        Some(_) => {}
    }
    let adoption = match cell("result") {
        Some(cell) => word(&cell, ADOPTIONS, SHOWN_ADOPTIONS, found),
        None => {
            found.report(
                Problem::CsvTable(CsvTable::EmptyCell { column: "result".to_owned() }),
                row.span,
            );
            None
        }
    };
    Some(SubmissionEntry {
        round: cell("round"),
        date,
        channel,
        clauses: list(cell("clauses")),
        gist: gist?,
        adoption: adoption?,
        reason: reason?,
        changed: list(cell("changed")),
        span: row.span,
    })
}

/// A word of a fixed list, in English or as Chinese spreadsheets have it.
fn word<T: Choice>(
    cell: &Spanned<String>,
    chinese: &[(&'static str, T)],
    shown: usize,
    found: &mut Diagnostics,
) -> Option<T> {
    if let Some((_, value)) = chinese.iter().find(|(known, _)| *known == cell.value) {
        return Some(*value);
    }
    match choose_word(&cell.value) {
        Ok(value) => Some(value),
        Err(Problem::UnknownWord { word, nearest, mut known }) => {
            known.extend(chinese.iter().take(shown).map(|(word, _)| *word));
            found.report(Problem::UnknownWord { word, nearest, known }, cell.span);
            None
        }
        Err(problem) => {
            found.report(problem, cell.span);
            None
        }
    }
}

/// A text in every language; each cell that is empty is reported.
fn cells(
    row: &Row,
    columns: &Columns,
    names: &[String],
    found: &mut Diagnostics,
) -> Option<Vec<Spanned<String>>> {
    let cells: Vec<Option<Spanned<String>>> =
        names.iter().map(|name| columns.cell(row, name)).collect();
    for (name, _) in names.iter().zip(&cells).filter(|(_, cell)| cell.is_none()) {
        found.report(Problem::CsvTable(CsvTable::EmptyCell { column: name.clone() }), row.span);
    }
    cells.into_iter().collect()
}

/// Several values in one cell, with `;` or a Chinese mark between them.
fn list(cell: Option<Spanned<String>>) -> Vec<Spanned<String>> {
    let Some(cell) = cell else { return Vec::new() };
    let parts = cell.value.split([';', '；', '、', ',', '，']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(|part| Spanned::new(address(part), cell.span)).collect()
}

/// `3.1` as people write it: `第3.1条`, `３．１`.
fn address(part: &str) -> String {
    let part = part.strip_prefix('第').map_or(part, |rest| rest.trim_end_matches('条'));
    half_width(part.trim())
}
