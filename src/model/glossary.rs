//! In: `content/glossary.toml`. Out: the terms that translations keep to.

use crate::diagnostic::Span;

/// A term in every language of the site.
#[derive(Clone, Debug)]
pub struct Term {
    /// By language, in their order; in each language the term comes first, then other words that may stand for it.
    pub words: Vec<Vec<String>>,
    pub span: Span,
}
