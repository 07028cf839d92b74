//! In: the lines of a clause before and after. Out: its sentences and rows, those that belong together with the words
//! that changed in them.

use serde::Serialize;
use similar::{Algorithm, DiffOp};

use crate::model::line::Line;

use super::Part;
use super::likeness::Shape;
use super::operations::operations;
use super::words;

/// What a clause consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Sentence(Sentence),
    Row(Row),
}

/// A sentence with what changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Whether a paragraph or an item begins here.
    pub new_line: bool,
    pub parts: Vec<Part>,
}

/// A row of a table with what changed in its cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub head: bool,
    /// The heads of its columns, where the table has any.
    pub columns: Vec<String>,
    pub cells: Vec<Vec<Part>>,
}

impl Piece {
    /// The parts one after the other; cells are kept apart by `|`.
    pub fn parts(&self) -> Vec<Part> {
        match self {
            Self::Sentence(sentence) => sentence.parts.clone(),
            Self::Row(row) => row.cells.join(&Part::Same(" | ".to_owned())),
        }
    }

    /// Whether any of it stayed the same: else it came or went as a whole.
    pub fn stays(&self) -> bool {
        let same = |part: &Part| matches!(part, Part::Same(_));
        match self {
            Self::Sentence(sentence) => sentence.parts.iter().any(same),
            Self::Row(row) => row.cells.iter().flatten().any(same),
        }
    }
}

/// What is less alike are two different sentences or rows.
const ALIKE: f64 = 0.4;

/// So many pairs of sentences are held against each other; what is longer is shown one after the other.
const MOST_PAIRS: usize = 250_000;

/// Whether two texts say the same, however they are divided into paragraphs.
pub fn are_same(old: &[Line<'_>], new: &[Line<'_>]) -> bool {
    keys(&units(old)) == keys(&units(new))
}

/// By what sentences and rows count as the same.
fn keys(units: &[Unit<'_>]) -> Vec<(Option<usize>, String)> {
    units
        .iter()
        .map(|unit| (unit.cells().map(<[String]>::len), unit.text().trim_end().to_owned()))
        .collect()
}

/// What changed, in the order of the text.
pub fn compare(old: &[Line<'_>], new: &[Line<'_>]) -> Vec<Piece> {
    let (old, new) = (units(old), units(new));
    let mut out = Vec::new();
    for op in operations(Algorithm::Patience, &keys(&old), &keys(&new)) {
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        if let DiffOp::Equal { .. } = op {
            out.extend(before.iter().zip(after).map(|(old, new)| changed(old, new)));
            continue;
        }
        for pair in align(before, after) {
            match pair {
                (Some(old), Some(new)) => out.push(changed(old, new)),
                (Some(old), None) => out.push(old.whole(Part::Removed)),
                (None, Some(new)) => out.push(new.whole(Part::Added)),
                (None, None) => {}
            }
        }
    }
    out
}

/// A sentence or a row of one of the two texts.
enum Unit<'t> {
    Sentence { new_line: bool, text: &'t str },
    Row { head: bool, columns: &'t [String], cells: &'t [String], line: &'t Line<'t> },
}

impl<'t> Unit<'t> {
    fn text(&self) -> String {
        match self {
            Self::Sentence { text, .. } => (*text).to_owned(),
            Self::Row { line, .. } => line.to_string(),
        }
    }

    /// The cells of a row.
    fn cells(&self) -> Option<&'t [String]> {
        match self {
            Self::Sentence { .. } => None,
            Self::Row { cells, .. } => Some(cells),
        }
    }

    /// All of it as one part, or one in each cell.
    fn whole(&self, part: impl Fn(String) -> Part) -> Piece {
        let full = |text: &str| {
            if text.is_empty() { Vec::new() } else { vec![part(text.to_owned())] }
        };
        match self {
            Self::Sentence { new_line, text } => {
                Piece::Sentence(Sentence { new_line: *new_line, parts: full(text) })
            }
            Self::Row { head, columns, cells, .. } => Piece::Row(Row {
                head: *head,
                columns: columns.to_vec(),
                cells: cells.iter().map(|cell| full(cell)).collect(),
            }),
        }
    }

    /// Whether the two can be one that changed: rows need as many cells, or heads above each of them.
    fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sentence { .. }, Self::Sentence { .. }) => true,
            (
                Self::Row { columns: old, cells: one, .. },
                Self::Row { columns: new, cells: two, .. },
            ) => one.len() == two.len() || (one.len() == old.len() && two.len() == new.len()),
            _ => false,
        }
    }
}

fn changed(old: &Unit<'_>, new: &Unit<'_>) -> Piece {
    match (old, new) {
        (
            Unit::Row { columns: old_columns, cells: old, .. },
            Unit::Row { head, columns, cells: new, .. },
        ) => {
            let head = *head;
            if old.len() == new.len() {
                let cells = old.iter().zip(*new).map(|(old, new)| words::compare(old, new));
                return Piece::Row(Row { head, columns: columns.to_vec(), cells: cells.collect() });
            }
            let (columns, cells) = by_columns((old_columns, old), (columns, new));
            Piece::Row(Row { head, columns, cells })
        }
        (Unit::Sentence { text: old, .. }, Unit::Sentence { new_line, text: new }) => {
            // Spaces behind a sentence come and go with the next one.
            let old = old.trim_end().to_owned() + &new[new.trim_end().len()..];
            Piece::Sentence(Sentence { new_line: *new_line, parts: words::compare(&old, new) })
        }
        // Only what fits is held against each other.
        (_, new) => new.whole(Part::Added),
    }
}

/// The cells of two rows under heads that differ: those of the new table, and behind each what was taken out there.
fn by_columns(
    (old_columns, old): (&[String], &[String]),
    (columns, new): (&[String], &[String]),
) -> (Vec<String>, Vec<Vec<Part>>) {
    let (mut heads, mut cells) = (Vec::new(), Vec::new());
    let mut add = |head: &String, before: &str, after: &str| {
        heads.push(head.clone());
        cells.push(words::compare(before, after));
    };
    for op in operations(Algorithm::Myers, old_columns, columns) {
        match op {
            DiffOp::Equal { .. } => {
                for (at, to) in op.old_range().zip(op.new_range()) {
                    add(&columns[to], &old[at], &new[to]);
                }
            }
            _ => {
                op.old_range().for_each(|at| add(&old_columns[at], &old[at], ""));
                op.new_range().for_each(|to| add(&columns[to], "", &new[to]));
            }
        }
    }
    (heads, cells)
}

fn units<'t>(lines: &'t [Line<'t>]) -> Vec<Unit<'t>> {
    let mut columns: &[String] = &[];
    let mut units = Vec::new();
    for line in lines {
        match line {
            Line::Text(text) => {
                columns = &[];
                units.extend(sentences(text));
            }
            Line::Row { head, cells } => {
                if *head {
                    columns = cells;
                }
                units.push(Unit::Row { head: *head, columns, cells, line });
            }
        }
    }
    units
}

/// The sentences of a line, each with the spaces behind it.
fn sentences(line: &str) -> Vec<Unit<'_>> {
    let mut start = 0;
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // A point ends a sentence before a space; `3.5` and `e.g.` inside a word do not.
        let end = matches!(c, '。' | '；' | '！' | '？')
            || (matches!(c, '.' | ';' | '!' | '?') && next.is_none_or(char::is_whitespace));
        // Closing marks belong to the sentence.
        let goes_on = next.is_some_and(closes);
        if end && !goes_on || (closes(c) && ended_before(&line[start..at])) {
            let rest = &line[at + c.len_utf8()..];
            let stop = line.len() - rest.trim_start().len();
            found.push(Unit::Sentence { new_line: found.is_empty(), text: &line[start..stop] });
            start = stop;
            while chars.next_if(|(at, _)| *at < stop).is_some() {}
        }
    }
    if start < line.len() {
        found.push(Unit::Sentence { new_line: found.is_empty(), text: &line[start..] });
    }
    found
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '"' | '》')
}

/// Whether a text ends with the end of a sentence.
fn ended_before(text: &str) -> bool {
    text.ends_with(['。', '；', '！', '？'])
}

/// The pairing in which sentences and rows keep their order and are most alike.
fn align<'u, 't>(
    old: &'u [Unit<'t>],
    new: &'u [Unit<'t>],
) -> Vec<(Option<&'u Unit<'t>>, Option<&'u Unit<'t>>)> {
    if old.len() * new.len() > MOST_PAIRS {
        let removed = old.iter().map(|unit| (Some(unit), None));
        return removed.chain(new.iter().map(|unit| (None, Some(unit)))).collect();
    }
    let table = Likenesses::new(old, new);
    let (mut at, mut to) = (0, 0);
    let mut pairs = Vec::new();
    while at < old.len() || to < new.len() {
        let here = table.best(at, to);
        if at < old.len() && to < new.len() && table.is_best_pair(at, to) {
            pairs.push((Some(&old[at]), Some(&new[to])));
            (at, to) = (at + 1, to + 1);
        } else if at < old.len() && table.best(at + 1, to) >= here {
            pairs.push((Some(&old[at]), None));
            at += 1;
        } else {
            pairs.push((None, Some(&new[to])));
            to += 1;
        }
    }
    pairs
}

/// How much alike each two of two lists are, and the best that can be made of the rest of both.
struct Likenesses {
    rows: usize,
    columns: usize,
    alike: Vec<f64>,
    /// The best sum for the rest of both lists, from each pair of places on.
    best: Vec<f64>,
}

impl Likenesses {
    fn new(old: &[Unit<'_>], new: &[Unit<'_>]) -> Self {
        let shapes = |list: &[Unit<'_>]| -> Vec<Shape> {
            list.iter().map(|unit| Shape::new(&unit.text())).collect()
        };
        let (old_shapes, new_shapes) = (shapes(old), shapes(new));
        let (rows, columns) = (old.len(), new.len());
        let mut table = Self {
            rows,
            columns,
            alike: vec![0.0; rows * columns],
            best: vec![0.0; (rows + 1) * (columns + 1)],
        };
        for at in (0..rows).rev() {
            for to in (0..columns).rev() {
                let fits = old[at].fits(&new[to]);
                let alike = if fits { old_shapes[at].likeness(&new_shapes[to]) } else { 0.0 };
                table.alike[at * columns + to] = alike;
                let alone = f64::max(table.best(at + 1, to), table.best(at, to + 1));
                table.best[at * (columns + 1) + to] = f64::max(table.pair(at, to), alone);
            }
        }
        table
    }

    fn best(&self, at: usize, to: usize) -> f64 {
        debug_assert!(at <= self.rows && to <= self.columns);
        self.best[at * (self.columns + 1) + to]
    }

    /// The best sum in which the two belong together; 0 where they are not alike enough.
    fn pair(&self, at: usize, to: usize) -> f64 {
        let alike = self.alike[at * self.columns + to];
        if alike >= ALIKE { alike + self.best(at + 1, to + 1) } else { 0.0 }
    }

    fn is_best_pair(&self, at: usize, to: usize) -> bool {
        let pair = self.pair(at, to);
        pair > 0.0 && pair >= self.best(at, to)
    }
}
