//! In: a clause in parts. Out: the numbers that changed in it, each with what it was and what it is.

use serde::Serialize;

use super::likeness::Shape;
use super::tokens::{is_number, is_number_word, tokens};
use super::{Part, Piece, words};

/// A number that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NumberChange {
    /// `None` for a number that is new.
    pub before: Option<String>,
    /// `None` for a number that was taken out.
    pub after: Option<String>,
    /// The head of the column in which it stands.
    pub column: Option<String>,
    /// The sentence, or the row with its cells kept apart by `|`.
    pub sentence: Vec<Part>,
}

/// Sentences that stand elsewhere now are held against each other from this likeness on.
const ALIKE: f64 = 0.4;

/// The numbers of a clause that stayed: first those of sentences and rows that stayed, then those of sentences that
/// stand elsewhere or were replaced.
pub fn of(title: &[Part], pieces: &[Piece]) -> Vec<NumberChange> {
    let mut changes = Vec::new();
    in_parts(title, title, None, &mut changes);
    for piece in pieces.iter().filter(|piece| piece.stays()) {
        match piece {
            Piece::Sentence(sentence) => {
                in_parts(&sentence.parts, &sentence.parts, None, &mut changes);
            }
            Piece::Row(row) => {
                let whole = piece.parts();
                for (at, cell) in row.cells.iter().enumerate() {
                    in_parts(cell, &whole, row.columns.get(at), &mut changes);
                }
            }
        }
    }
    replaced(pieces, &mut changes);
    changes
}

/// The numbers that changed within some parts of a sentence.
fn in_parts(
    parts: &[Part],
    sentence: &[Part],
    column: Option<&String>,
    changes: &mut Vec<NumberChange>,
) {
    let mut parts = parts.iter().peekable();
    while let Some(part) = parts.next() {
        let (before, after) = match part {
            Part::Same(_) => continue,
            Part::Removed(before) => {
                let after = parts.next_if(|next| matches!(next, Part::Added(_)));
                (before.as_str(), after.map_or("", text))
            }
            Part::Added(after) => ("", after.as_str()),
        };
        pair(&numbers(before), &numbers(after), sentence, column, changes);
    }
}

fn text(part: &Part) -> &str {
    match part {
        Part::Same(text) | Part::Removed(text) | Part::Added(text) => text,
    }
}

/// Numbers of one stretch stand in the same order before and after; those that stayed are no change.
fn pair(
    before: &[&str],
    after: &[&str],
    sentence: &[Part],
    column: Option<&String>,
    changes: &mut Vec<NumberChange>,
) {
    for at in 0..before.len().max(after.len()) {
        let (old, new) = (before.get(at), after.get(at));
        if old != new {
            changes.push(NumberChange {
                before: old.map(|one| (*one).to_owned()),
                after: new.map(|one| (*one).to_owned()),
                column: column.cloned(),
                sentence: sentence.to_vec(),
            });
        }
    }
}

/// The numbers of a stretch. One in words counts where it is all that changed: 四次 became 六次.
fn numbers(text: &str) -> Vec<&str> {
    if is_number_word(text.trim()) {
        return vec![text.trim()];
    }
    tokens(text).into_iter().filter(|token| is_number(token)).collect()
}

/// The numbers of what came or went as a whole: of two sentences that are alike, or of which one stands where the
/// other stood, those that differ; of all others every number.
fn replaced(pieces: &[Piece], changes: &mut Vec<NumberChange>) {
    let whole: Vec<(usize, bool, String)> =
        pieces.iter().enumerate().filter_map(as_whole).collect();
    let mut done = vec![false; whole.len()];
    let mut found = Vec::new();
    for (old, new) in partners(&whole) {
        (done[old], done[new]) = (true, true);
        let parts = words::compare(&whole[old].2, &whole[new].2);
        in_parts(&parts, &parts, None, &mut found);
    }
    for ((_, removed, text), _) in whole.iter().zip(&done).filter(|(_, done)| !**done) {
        let all = numbers(text);
        if *removed {
            pair(&all, &[], &[Part::Removed(text.clone())], None, &mut found);
        } else {
            pair(&[], &all, &[Part::Added(text.clone())], None, &mut found);
        }
    }
    changes.append(&mut found);
}

/// The place of a piece that came or went as a whole, whether it went, and its text.
fn as_whole((at, piece): (usize, &Piece)) -> Option<(usize, bool, String)> {
    let parts = piece.parts();
    let removed = parts.iter().any(|part| matches!(part, Part::Removed(_)));
    let texts = parts.iter().filter(|part| !matches!(part, Part::Same(_))).map(text);
    (!piece.stays()).then(|| (at, removed, texts.collect::<Vec<_>>().join(" | ")))
}

/// What went and what came for it, by their places in `whole`.
fn partners(whole: &[(usize, bool, String)]) -> Vec<(usize, usize)> {
    /// More are not held against each other.
    const MOST: usize = 200;
    let shapes: Vec<Shape> = whole.iter().take(MOST).map(|(.., text)| Shape::new(text)).collect();
    let mut candidates = Vec::new();
    for old in (0..shapes.len()).filter(|at| whole[*at].1) {
        for new in (0..shapes.len()).filter(|at| !whole[*at].1) {
            let next = whole[old].0.abs_diff(whole[new].0) == 1;
            let alike = shapes[old].likeness(&shapes[new]);
            if next || alike >= ALIKE {
                candidates.push((alike, old, new));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken = vec![false; whole.len()];
    let mut pairs = Vec::new();
    for (_, old, new) in candidates {
        if !taken[old] && !taken[new] {
            (taken[old], taken[new]) = (true, true);
            pairs.push((old, new));
        }
    }
    pairs.sort_unstable();
    pairs
}
