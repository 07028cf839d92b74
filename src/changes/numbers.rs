//! In: a sentence or a row in parts. Out: the numbers that changed in it, each with what it was and what it is.

use serde::Serialize;

use super::tokens::{is_number, is_number_word, tokens};
use super::{Part, Piece};

/// A number that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NumberChange {
    /// `None` for a number that came new into a sentence.
    pub before: Option<String>,
    /// `None` for a number that was taken out of a sentence.
    pub after: Option<String>,
    /// The sentence, or the row with its cells kept apart by `|`.
    pub sentence: Vec<Part>,
}

/// The numbers that changed in a sentence or row which otherwise stayed; none where it came or went as a whole.
pub fn of(piece: &Piece) -> Vec<NumberChange> {
    let sentence = piece.parts();
    if !piece.stays() {
        return Vec::new();
    }
    let mut changes = Vec::new();
    let mut parts = sentence.iter().peekable();
    while let Some(part) = parts.next() {
        let (before, after) = match part {
            Part::Same(_) => continue,
            Part::Removed(before) => {
                let after = parts.next_if(|next| matches!(next, Part::Added(_)));
                (before.as_str(), after.map_or("", text))
            }
            Part::Added(after) => ("", after.as_str()),
        };
        pair(&numbers(before), &numbers(after), &sentence, &mut changes);
    }
    changes
}

fn text(part: &Part) -> &str {
    match part {
        Part::Same(text) | Part::Removed(text) | Part::Added(text) => text,
    }
}

/// Numbers of one stretch stand in the same order before and after; those that stayed are no change.
fn pair(before: &[&str], after: &[&str], sentence: &[Part], changes: &mut Vec<NumberChange>) {
    for at in 0..before.len().max(after.len()) {
        let (old, new) = (before.get(at), after.get(at));
        if old != new {
            changes.push(NumberChange {
                before: old.map(|one| (*one).to_owned()),
                after: new.map(|one| (*one).to_owned()),
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
