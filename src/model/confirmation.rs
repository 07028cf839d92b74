//! In: the text of a plan in two languages, and `confirmed.toml`. Out: where the translation of each clause stands.

use crate::diagnostic::{Span, Spanned};

use super::document::{Address, Document, PREAMBLE};
use super::fingerprint::Fingerprint;
use super::passage::Passage;

/// That a translation was right for one version of the authoritative text.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The address of a clause, or `PREAMBLE`.
    pub passage: Spanned<String>,
    pub fingerprint: Fingerprint,
}

/// How a translation stands to the authoritative text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Confirmed, and the authoritative text is still the same.
    Current,
    /// The authoritative text has changed since.
    Stale,
    /// Nobody has confirmed it.
    Unconfirmed,
    /// There is no translation.
    Missing,
}

/// Where the translation of a passage stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The address of a clause, or `PREAMBLE`.
    pub passage: String,
    pub state: State,
    /// Where the passage begins in the authoritative text, and in the translation unless it is missing.
    pub source: Span,
    pub target: Option<Span>,
}

/// The passages of a text that can be confirmed, in their order. Of two clauses with one address, which have been
/// reported, the first.
pub fn confirmable(text: &Document) -> impl Iterator<Item = Passage<'_>> {
    let counts = |passage: &Passage<'_>| match passage.clause {
        Some(clause) => text.clause(&clause.address).is_some_and(|one| std::ptr::eq(one, clause)),
        None => !passage.blocks.is_empty(),
    };
    text.passages().filter(counts)
}

impl<'d> Passage<'d> {
    /// The address of the clause, or `PREAMBLE`.
    pub fn name(&self) -> &'d str {
        self.address().map_or(PREAMBLE, Address::as_str)
    }

    pub fn fingerprint(&self) -> Fingerprint {
        self.clause.map_or_else(|| Fingerprint::of_blocks(self.blocks), Fingerprint::of_clause)
    }
}

/// Where the translation of every passage stands, in the order of the authoritative text.
pub fn standings(
    source: &Document,
    target: &Document,
    confirmed: &[Confirmation],
) -> Vec<Standing> {
    let standing = |passage: Passage<'_>| {
        let twin = match passage.clause {
            Some(clause) => target.clause(&clause.address).map(|twin| twin.span),
            None => target.preamble.first().map(|block| block.span),
        };
        let confirmed = confirmed.iter().find(|one| one.passage.value == passage.name());
        let state = match (twin, confirmed) {
            (None, _) => State::Missing,
            (Some(_), None) => State::Unconfirmed,
            (Some(_), Some(one)) if one.fingerprint == passage.fingerprint() => State::Current,
            (Some(_), Some(_)) => State::Stale,
        };
        let (name, source) = (passage.name().to_owned(), passage.span()?);
        Some(Standing { passage: name, state, source, target: twin })
    };
    confirmable(source).filter_map(standing).collect()
}
