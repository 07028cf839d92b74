//! In: `translation.toml` of a plan. Out: the differences between the languages that its author accepts.

use crate::diagnostic::{Span, Spanned};

use super::document::Address;

/// What is said about the translation of a plan.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    pub accepted: Vec<Accepted>,
}

/// A difference that is meant.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// `None` for the text before the first clause.
    pub clause: Option<Spanned<Address>>,
    pub what: AcceptedWhat,
    pub span: Span,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptedWhat {
    /// A quantity, as either text says it.
    Value(String),
    /// A registered name or a term, as the authoritative text has it.
    Name(String),
    /// The blocks of the clause.
    Blocks,
}

impl Translation {
    /// The place of the entry that accepts something in a clause.
    pub fn accepts(
        &self,
        clause: Option<&Address>,
        fits: impl Fn(&AcceptedWhat) -> bool,
    ) -> Option<usize> {
        self.accepted.iter().position(|one| {
            one.clause.as_ref().map(|clause| &clause.value) == clause && fits(&one.what)
        })
    }
}
