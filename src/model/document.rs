//! In: Markdown, already parsed. Out: a text as blocks of safe HTML whose links are still open, in a
//! tree of clauses. Links are filled in when a page is rendered, because only then is it known where
//! every page is.

use crate::diagnostic::{Span, Spanned};

/// Safe HTML with open links.
#[derive(Clone, Debug, Default)]
pub struct Html {
    text: String,
    links: Vec<Link>,
}

/// A link in a piece of HTML.
#[derive(Clone, Debug)]
struct Link {
    /// Where in the HTML the address goes, in bytes.
    at: usize,
    target: Spanned<String>,
}

impl Html {
    /// `links` in the order of their places.
    pub fn new(text: String, links: Vec<(usize, Spanned<String>)>) -> Self {
        Self { text, links: links.into_iter().map(|(at, target)| Link { at, target }).collect() }
    }

    /// The links as the author wrote them.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.links.iter().map(|link| &link.target)
    }

    /// The HTML with every link filled in; `address` must give text that is safe in an attribute.
    pub fn fill(&self, out: &mut String, mut address: impl FnMut(&str) -> String) {
        let mut done = 0;
        for link in &self.links {
            out.push_str(&self.text[done..link.at]);
            out.push_str(&address(&link.target.value));
            done = link.at;
        }
        out.push_str(&self.text[done..]);
    }
}

/// One paragraph, list, table, quotation or other block.
#[derive(Clone, Debug)]
pub struct Block {
    pub html: Html,
    pub span: Span,
}

/// The address of a clause: `3.3.11`, or the id that the author gave an unnumbered heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A heading and what stands under it up to the next heading.
#[derive(Clone, Debug)]
pub struct Clause {
    pub address: Address,
    /// 1 for 一、, 2 for （一）, and so on.
    pub depth: usize,
    /// The number as printed: `（三）`; empty for an unnumbered heading.
    pub label: String,
    /// The heading without its label, as plain text.
    pub title: String,
    pub title_html: Html,
    /// The heading in the author's file.
    pub span: Span,
    pub blocks: Vec<Block>,
}

/// A whole text in one language.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What stands before the first clause.
    pub preamble: Vec<Block>,
    /// All clauses of all depths, in the order of the text.
    pub clauses: Vec<Clause>,
    /// Whether a heading could not be read as one, which has been reported. What refers to clauses is
    /// then not judged.
    pub damaged: bool,
}

impl Document {
    pub fn clause(&self, address: &Address) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.address == *address)
    }

    /// Every link of the text, with its place.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.preamble.iter().flat_map(|block| block.html.links()).chain(
            self.clauses.iter().flat_map(|clause| {
                clause
                    .title_html
                    .links()
                    .chain(clause.blocks.iter().flat_map(|block| block.html.links()))
            }),
        )
    }
}
