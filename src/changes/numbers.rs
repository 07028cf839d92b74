//! In: a sentence in parts. Out: the numbers that changed in it, each with what it was and what it is.

use serde::Serialize;

use super::words::tokens;
use super::{Part, Sentence};

/// A number that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NumberChange {
    /// `None` for a number that came new into a sentence.
    pub before: Option<String>,
    /// `None` for a number that was taken out of a sentence.
    pub after: Option<String>,
    pub sentence: Vec<Part>,
}

/// The numbers that changed in a sentence which otherwise stayed; none where the sentence came or went as a whole.
pub fn of(sentence: &Sentence) -> Vec<NumberChange> {
    if !sentence.parts.iter().any(|part| matches!(part, Part::Same(_))) {
        return Vec::new();
    }
    let mut changes = Vec::new();
    let mut parts = sentence.parts.iter().peekable();
    while let Some(part) = parts.next() {
        let (before, after) = match part {
            Part::Same(_) => continue,
            Part::Removed(before) => {
                let after = parts.next_if(|next| matches!(next, Part::Added(_)));
                (before.as_str(), after.map_or("", text))
            }
            Part::Added(after) => ("", after.as_str()),
        };
        pair(&numbers(before), &numbers(after), sentence, &mut changes);
    }
    changes
}

fn text(part: &Part) -> &str {
    match part {
        Part::Same(text) | Part::Removed(text) | Part::Added(text) => text,
    }
}

/// Numbers of one stretch stand in the same order before and after; those that stayed are no change.
fn pair(before: &[&str], after: &[&str], sentence: &Sentence, changes: &mut Vec<NumberChange>) {
    for at in 0..before.len().max(after.len()) {
        let (old, new) = (before.get(at), after.get(at));
        if old != new {
            changes.push(NumberChange {
                before: old.map(|one| (*one).to_owned()),
                after: new.map(|one| (*one).to_owned()),
                sentence: sentence.parts.clone(),
            });
        }
    }
}

fn numbers(text: &str) -> Vec<&str> {
    let starts_with_digit = |token: &&str| token.starts_with(|c: char| c.is_ascii_digit());
    tokens(text).into_iter().filter(starts_with_digit).collect()
}
