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

/// An editor's note at a place of the text.
#[derive(Clone, Debug)]
pub struct TextNote {
    pub about: About,
    pub text: Text,
}

/// What an acknowledged finding or a note is about, and so where its note is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The plan as a whole.
    Plan,
    /// Or what stands before the first one.
    Clause(Address),
    Indicator(Id),
    /// By its number.
    Task(u32),
    Organisation(Id),
    Area(Id),
}

/// What the editor says at a place: the notes that stand there, then the reasons for findings that are true of the source,
/// each once.
pub fn notes<'n>(
    list: &'n [Acknowledged],
    about: &About,
    own: impl IntoIterator<Item = &'n Text>,
) -> Vec<&'n Text> {
    let mut notes: Vec<&Text> = own.into_iter().collect();
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
