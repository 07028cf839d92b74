//! In: the texts of a draft and of what came of it, in one language, as plain lines. Out: what changed, clause by
//! clause: which clauses belong together, which came and went, and within each the words that changed.

mod clauses;
mod likeness;
mod numbers;
mod pieces;
pub mod reasons;
mod slide;
mod stretches;
pub mod targets;
mod tokens;
mod words;

use serde::Serialize;

use crate::model::directive::Figure;
use crate::model::document::{Block, Document, Line, Open};

pub use numbers::NumberChange;
pub use pieces::{Piece, Row, Sentence};

/// A clause, or what stands before the first one, as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// `None` for what stands before the first clause.
    pub address: Option<String>,
    /// 0 for what stands before the first clause.
    pub depth: usize,
    pub title: String,
    pub lines: Vec<Line>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "lowercase")]
pub enum Part {
    Same(String),
    /// Only in the draft.
    Removed(String),
    /// Only in what came of it.
    Added(String),
}

/// How a clause changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Same,
    Changed,
    Added,
    Removed,
}

/// A clause of the draft, of what came of it, or of both.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its place among the passages of the draft.
    pub draft: Option<usize>,
    /// Its place among the passages of what came of it.
    pub now: Option<usize>,
    pub kind: Kind,
    /// Whether it stands under another number.
    pub renumbered: bool,
    /// The words of the heading; one part where they are the same.
    pub title: Vec<Part>,
    pub pieces: Vec<Piece>,
    pub numbers: Vec<NumberChange>,
}

/// Two clauses that belong together by their places, or one that stands alone, and how it changed.
type Pair = (Option<usize>, Option<usize>, Kind);

/// A text as passages: what stands before the first clause, then every clause. Charts and tables of figures between
/// the blocks are not compared; `number` gives what figures in sentences print.
pub fn passages(text: &Document, number: impl Fn(&Figure) -> String) -> Vec<Passage> {
    let fill = |open: &Open| match open {
        Open::Link(_) => String::new(),
        Open::Figure(figure) => number(figure),
    };
    let lines = |blocks: &[Block]| -> Vec<Line> {
        blocks.iter().filter_map(Block::html).flat_map(|html| html.lines(fill)).collect()
    };
    let preamble = Passage { lines: lines(&text.preamble), ..Passage::default() };
    let clauses = text.clauses.iter().map(|clause| Passage {
        address: Some(clause.address.to_string()),
        depth: clause.depth,
        title: clause.title.clone(),
        lines: lines(&clause.blocks),
    });
    std::iter::once(preamble).chain(clauses).collect()
}

/// Compares two texts. The changes are in the order of what came of the draft; what was taken out stands where it
/// stood in the draft.
pub fn compare(draft: &[Passage], now: &[Passage]) -> Vec<Change> {
    outline(draft, now).into_iter().map(|pair| change(draft, now, pair)).collect()
}

/// Which clauses belong together, and which of them differ: what `compare` says without looking at the words.
pub fn outline(draft: &[Passage], now: &[Passage]) -> Vec<Pair> {
    let pairs = clauses::align(draft, now);
    let kind = |(old, new): (Option<usize>, Option<usize>)| {
        (old, new, kind(old.map(|at| &draft[at]), new.map(|at| &now[at])))
    };
    pairs.into_iter().map(kind).collect()
}

fn kind(old: Option<&Passage>, new: Option<&Passage>) -> Kind {
    match (old, new) {
        (Some(old), Some(new)) if old.title == new.title && old.lines == new.lines => Kind::Same,
        (Some(_), Some(_)) => Kind::Changed,
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
    }
}

fn change(draft: &[Passage], now: &[Passage], (old_place, new_place, kind): Pair) -> Change {
    let nothing = Passage::default();
    let old = old_place.map(|at| &draft[at]);
    let new = new_place.map(|at| &now[at]);
    let renumbered = match (old, new) {
        (Some(old), Some(new)) => old.address != new.address,
        _ => false,
    };
    let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
    let pieces = match kind {
        Kind::Same => Vec::new(),
        _ => pieces::compare(&old.lines, &new.lines),
    };
    let title = words::compare(&old.title, &new.title);
    let heading = Piece::Sentence(Sentence { new_line: true, parts: title.clone() });
    let changed = std::iter::once(&heading).chain(&pieces).filter(|_| kind == Kind::Changed);
    let numbers = changed.flat_map(numbers::of).collect();
    Change { draft: old_place, now: new_place, kind, renumbered, title, pieces, numbers }
}

#[cfg(test)]
mod tests;
