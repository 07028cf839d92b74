//! In: `translation.toml` and `confirmed.toml` of a plan. Out: the differences between the languages that its author
//! accepts, and the translations that are stale.

use crate::diagnostic::{Span, Spanned};
use crate::language::Lang;

use super::confirmation::Standing;
use super::document::{Address, PREAMBLE};

/// What is said about the translation of a plan.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    pub accepted: Vec<Accepted>,
    /// The passages whose translation is stale, by language; none for the first one, and where a text could not be read.
    pub stale: Vec<Vec<Standing>>,
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
    /// The passages whose translation is stale, in the order of the authoritative text.
    pub fn stale(&self, lang: Lang) -> &[Standing] {
        self.stale.get(lang.index()).map_or(&[], Vec::as_slice)
    }

    /// Whether the authoritative text of a clause has changed since its translation into `lang` was confirmed; without
    /// a clause, that of the text before the first one.
    pub fn is_stale(&self, lang: Lang, clause: Option<&Address>) -> bool {
        let name = clause.map_or(PREAMBLE, Address::as_str);
        self.stale(lang).iter().any(|one| one.passage == name)
    }

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
