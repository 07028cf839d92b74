//! In: a paragraph that is a table. Out: its cells in rows, each with its place.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::line::Line;

use super::reading::Paragraph;

/// A cell with its place in the prose of the paragraph.
pub struct Cell {
    pub text: String,
    pub place: Range<usize>,
}

impl Cell {
    pub fn says(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.contains(word))
    }

    /// What it says without the unit or remark in brackets behind it: `合计（万元）`.
    pub fn name(&self) -> &str {
        self.text.split(['（', '(']).next().unwrap_or_default().trim()
    }

    /// The number of a cell that holds nothing else.
    pub fn number(&self) -> Option<Decimal> {
        self.text.replace([',', ' '], "").parse().ok()
    }

    pub fn is_empty(&self) -> bool {
        matches!(self.text.as_str(), "" | "—" | "-" | "–" | "/")
    }
}

/// The rows of a table with as many cells each; `None` for other paragraphs and tables without rows below the head.
pub fn rows(paragraph: &Paragraph<'_>) -> Option<Vec<Vec<Cell>>> {
    let text = paragraph.prose.text();
    // A figure in double braces has no place in the prose.
    let html = paragraph.block?.html()?;
    if !html.is_table() || html.figures().next().is_some() {
        return None;
    }
    let lines = html.lines(|_| String::new());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut from = 0;
    for line in lines.iter() {
        let Line::Row { cells, .. } = line else { return None };
        let mut row = Vec::with_capacity(cells.len());
        for cell in cells {
            let start = from + text[from..].find(cell.as_str())?;
            from = start + cell.len();
            row.push(Cell { text: cell.clone(), place: start..from });
        }
        rows.push(row);
    }
    let width = rows.first()?.len();
    let even = rows.iter().all(|row| row.len() == width);
    (even && rows.len() > 1 && width > 1).then_some(rows)
}
