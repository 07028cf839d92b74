//! In: Markdown, already parsed. Out: a text as blocks of safe HTML in a tree of clauses.

use std::fmt;
use std::hash::BuildHasher;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use crate::diagnostic::{Span, Spanned};

use super::directive::{Chart, Figure};
use super::html::Html;
use super::kept::fitted;
use super::prose::Words;

/// One paragraph, list, table, quotation or other block.
#[derive(Clone, Debug)]
pub struct Block {
    pub content: BlockContent,
    /// What readers see of it as text, as the author wrote it; empty where it does not stand in the file letter by
    /// letter.
    pub words: Words,
    pub span: Span,
}

/// What a block consists of.
#[derive(Clone, Debug)]
pub enum BlockContent {
    Html(Html),
    /// A chart of the plan.
    Chart(Box<Chart>),
    /// The target table of an indicator.
    Table(Box<Spanned<String>>),
    /// The table of responsibilities of the plan.
    Duties,
}

impl Block {
    /// The HTML of the block; `None` for a chart or a table.
    pub fn html(&self) -> Option<&Html> {
        match &self.content {
            BlockContent::Html(html) => Some(html),
            BlockContent::Chart(_) | BlockContent::Table(_) | BlockContent::Duties => None,
        }
    }
}

/// What authors call the text before the first clause, where others name a clause. No clause has an address with `_`.
pub const PREAMBLE: &str = "_preamble";

/// The address of a clause: `3.3.11`, or the id that the author gave an unnumbered heading. Some places also take
/// `PREAMBLE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(Box<str>);

impl Address {
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is no clause but what stands before the first one.
    pub fn is_preamble(&self) -> bool {
        *self.0 == *PREAMBLE
    }

    /// `None` for what stands before the first clause.
    pub fn clause(&self) -> Option<&Self> {
        (!self.is_preamble()).then_some(self)
    }

    /// Whether this names a clause, or where that is `None`, what stands before the first one.
    pub fn names(&self, clause: Option<&Self>) -> bool {
        self.clause() == clause
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
    pub label: Box<str>,
    /// The heading without its label.
    pub title: Title,
    /// The heading in the author's file.
    pub span: Span,
    /// The words of the heading in the author's file, with their marks: without hashes, label and id.
    pub words: Span,
    /// The whole heading as readers see it, its label with it.
    pub heading: Words,
    pub blocks: Box<[Block]>,
    /// What may be notes that name units, as written: brackets at the end of a block, without them, and lines
    /// with a colon. A plan says by which words such notes begin.
    pub notes: Box<[Spanned<String>]>,
}

/// The words of a heading, as plain text and as HTML.
#[derive(Clone, Debug)]
pub struct Title {
    pub html: Html,
    /// `None` where these are the words that HTML writes as the author did, as in most headings.
    text: Option<Box<str>>,
}

impl Title {
    pub fn new(text: &str, html: Html) -> Self {
        let text = (html.words() != Some(text)).then(|| text.into());
        Self { html, text }
    }

    pub fn text(&self) -> &str {
        self.text.as_deref().or_else(|| self.html.words()).unwrap_or("")
    }
}

/// A whole text in one language.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What stands before the first clause.
    pub preamble: Box<[Block]>,
    /// All clauses of all depths, in the order of the text.
    pub clauses: Vec<Clause>,
    /// Whether a heading could not be read as one, which has been reported. What refers to clauses is
    /// then not judged.
    pub damaged: bool,
    /// Whether the text prints the table of responsibilities.
    pub prints_duties: bool,
    /// The places of the clauses, each behind a hash of its address by which they are sorted, once somebody has asked for
    /// one of many. Texts do not change once they are read.
    places: OnceLock<Box<[(u64, u32)]>>,
}

impl Document {
    /// Texts stay in memory for long, so that nothing is kept free for more clauses.
    pub fn new(preamble: Box<[Block]>, clauses: Vec<Clause>, damaged: bool) -> Self {
        let clauses = fitted(clauses);
        let document = Self { preamble, clauses, damaged, ..Self::default() };
        let is_table = |block: &Block| matches!(block.content, BlockContent::Duties);
        let prints_duties = document.blocks().any(is_table);
        Self { prints_duties, ..document }
    }

    /// The first clause with this address.
    pub fn clause(&self, address: &Address) -> Option<&Clause> {
        self.place(address).map(|at| &self.clauses[at])
    }

    /// Its place among the clauses.
    pub fn place(&self, address: &Address) -> Option<usize> {
        /// In a short list, looking at each is as fast.
        const FEW: usize = 8;
        if self.clauses.len() <= FEW {
            return self.clauses.iter().position(|clause| clause.address == *address);
        }
        let hash = |address: &Address| FxBuildHasher.hash_one(address.as_str());
        let places = self.places.get_or_init(|| {
            let hashes = self.clauses.iter().map(|clause| hash(&clause.address));
            let mut places: Box<[(u64, u32)]> = hashes.zip(0..).collect();
            places.sort_unstable();
            places
        });
        let wanted = hash(address);
        let first = places.partition_point(|(hash, _)| *hash < wanted);
        let mut same = places[first..].iter().take_while(|(hash, _)| *hash == wanted);
        let is_it = |at: &usize| self.clauses[*at].address == *address;
        same.find_map(|(_, at)| Some(*at as usize).filter(is_it))
    }

    /// The blocks of a clause, or those before the first one; `None` where there is no such clause, or nothing before it.
    pub fn blocks_of(&self, address: &Address) -> Option<&[Block]> {
        match address.clause() {
            Some(address) => self.clause(address).map(|clause| &clause.blocks[..]),
            None => (!self.preamble.is_empty()).then_some(&self.preamble),
        }
    }

    /// The place of the last clause below this one, or of this one where there is none below it.
    pub fn last_within(&self, address: &Address) -> Option<usize> {
        let start = self.place(address)?;
        let depth = self.clauses[start].depth;
        let below = self.clauses[start + 1..].iter().take_while(|clause| clause.depth > depth);
        Some(start + below.count())
    }

    /// Whether both texts have the same clauses in the same order.
    pub fn has_clauses_of(&self, other: &Self) -> bool {
        let theirs = other.clauses.iter().map(|clause| &clause.address);
        self.clauses.iter().map(|clause| &clause.address).eq(theirs)
    }

    /// Every block, in the order of the text.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.preamble.iter().chain(self.clauses.iter().flat_map(|clause| &clause.blocks))
    }

    /// Every piece of HTML: headings and blocks.
    fn html(&self) -> impl Iterator<Item = &Html> {
        let headings = self.clauses.iter().map(|clause| &clause.title.html);
        headings.chain(self.blocks().filter_map(Block::html))
    }

    /// Every link of the text, with its place.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.html().flat_map(Html::links)
    }

    /// The address of every picture, with its place.
    pub fn pictures(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.html().flat_map(Html::pictures)
    }

    /// Every figure that the text asks for.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.html().flat_map(Html::figures)
    }
}
