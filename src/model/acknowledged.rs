//! In: what an author says beside a figure or a clause. Out: the findings that are true of the source, each with the
//! place it is about and the reason that readers see as an editor's note.

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::document::Address;
use super::register::Id;

/// Findings of one rule at one place that are true of the source.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    pub rule: Spanned<String>,
    pub about: About,
    /// Which findings of that place, where not all of the rule.
    pub only: Option<Only>,
    /// Printed as an editor's note.
    pub reason: Text,
    /// The pieces of the author's files in which findings count as acknowledged.
    pub covers: Vec<Span>,
    pub span: Span,
}

/// What an acknowledged finding is about, and so where its note is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The plan as a whole, or its text before the first clause.
    Plan,
    Clause(Address),
    Indicator(Id),
    /// By its number.
    Task(u32),
    Organisation(Id),
    Area(Id),
}

/// What the editor says at a place: the note that stands there, then the reasons for findings that are true of the source,
/// each once.
pub fn notes<'n>(list: &'n [Acknowledged], about: &About, note: Option<&'n Text>) -> Vec<&'n Text> {
    let mut notes: Vec<&Text> = note.into_iter().collect();
    for one in list.iter().filter(|one| one.about == *about) {
        if !notes.contains(&&one.reason) {
            notes.push(&one.reason);
        }
    }
    notes
}

/// What the findings are at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    /// Words of the text.
    Words(String),
    /// The figures of a year.
    Year(i16),
}
