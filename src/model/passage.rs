//! In: the text of a plan. Out: its passages: what stands before the first clause, and every clause.

use crate::diagnostic::Span;

use super::document::{Address, Block, Clause, Document};

/// A heading with its blocks, or the blocks before the first heading.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'d> {
    /// `None` before the first clause.
    pub clause: Option<&'d Clause>,
    pub blocks: &'d [Block],
}

impl<'d> Passage<'d> {
    pub fn address(&self) -> Option<&'d Address> {
        self.clause.map(|clause| &clause.address)
    }

    /// The heading, or the first block.
    pub fn span(&self) -> Option<Span> {
        let block = || self.blocks.first().map(|block| block.span);
        self.clause.map(|clause| clause.span).or_else(block)
    }
}

impl Document {
    /// The passages in the order of the text; the first one is what stands before the first clause, be it nothing.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        let clauses = self
            .clauses
            .iter()
            .map(|clause| Passage { clause: Some(clause), blocks: &clause.blocks });
        std::iter::once(Passage { clause: None, blocks: &self.preamble }).chain(clauses)
    }
}
