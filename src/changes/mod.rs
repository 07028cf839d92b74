//! In: the texts of a draft and of what came of it, in one language, as plain lines. Out: what changed, clause by
//! clause: which clauses belong together, which came and went, and within each the words that changed.

mod clauses;
mod likeness;
mod moments;
mod numbers;
mod operations;
mod pieces;
pub mod reasons;
mod slide;
mod stretches;
pub mod targets;
mod tokens;
mod words;

use serde::Serialize;

use crate::model::directive::Figure;
use crate::model::document::{Block, Document};
use crate::model::html::Open;
use crate::model::line::Line;
use crate::model::lineage::{ChangeKind, ClausePair};

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
    pub lines: Vec<Line<'static>>,
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

/// A clause of the draft, of what came of it, or of both, in one language.
#[derive(Clone, Debug)]
pub struct Change {
    pub pair: ClausePair,
    /// The words of the heading; one part where they are the same.
    pub title: Vec<Part>,
    /// What it consists of; empty where it reads as before in every language.
    pub pieces: Vec<Piece>,
    pub numbers: Vec<NumberChange>,
}

impl Change {
    /// Whether nothing differs in this language.
    pub fn is_silent(&self) -> bool {
        let same = |part: &Part| matches!(part, Part::Same(_));
        self.title.iter().all(same)
            && self.pieces.iter().flat_map(Piece::parts).all(|part| same(&part))
    }
}

/// A text as passages: what stands before the first clause, then every clause. Charts and tables in double braces between
/// the blocks are not compared; `number` gives what figures in sentences print.
pub fn passages(text: &Document, number: impl Fn(&Figure) -> String) -> Vec<Passage> {
    let fill = |open: &Open| match open {
        Open::Link(_) | Open::Picture(_) => String::new(),
        Open::Figure(figure) => number(figure),
    };
    let lines = |blocks: &[Block]| -> Vec<Line<'static>> {
        let lines = blocks.iter().filter_map(Block::html).flat_map(|html| html.lines(fill));
        lines.map(Line::into_owned).collect()
    };
    let preamble = Passage { lines: lines(&text.preamble), ..Passage::default() };
    let clauses = text.clauses.iter().map(|clause| Passage {
        address: Some(clause.address.to_string()),
        depth: clause.depth,
        title: clause.title.text().to_owned(),
        lines: lines(&clause.blocks),
    });
    std::iter::once(preamble).chain(clauses).collect()
}

/// Which clauses belong together, and which of them differ. The texts are given in every language, so that the answer
/// is the same in all of them.
pub fn outline(draft: &[Vec<Passage>], now: &[Vec<Passage>]) -> Vec<ClausePair> {
    let (draft, now) = (clauses::bundles(draft), clauses::bundles(now));
    let pairs = clauses::align(&draft, &now);
    let pair = |(old, new): (Option<usize>, Option<usize>)| {
        let kind = match (old, new) {
            (Some(old), Some(new)) if clauses::are_same(&draft[old], &now[new]) => ChangeKind::Same,
            (Some(_), Some(_)) => ChangeKind::Changed,
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
        };
        ClausePair { draft: old, now: new, kind }
    };
    pairs.into_iter().map(pair).collect()
}

/// What changed in one language.
pub fn compare(draft: &[Passage], now: &[Passage], pairs: &[ClausePair]) -> Vec<Change> {
    pairs.iter().map(|pair| change(draft, now, *pair)).collect()
}

fn change(draft: &[Passage], now: &[Passage], pair: ClausePair) -> Change {
    let nothing = Passage::default();
    let old = pair.draft.and_then(|at| draft.get(at)).unwrap_or(&nothing);
    let new = pair.now.and_then(|at| now.get(at)).unwrap_or(&nothing);
    let pieces = match pair.kind {
        ChangeKind::Same => Vec::new(),
        _ => pieces::compare(&old.lines, &new.lines),
    };
    let title = words::compare(&old.title, &new.title);
    let numbers = match pair.kind {
        ChangeKind::Changed => numbers::of(&title, &pieces),
        _ => Vec::new(),
    };
    Change { pair, title, pieces, numbers }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
