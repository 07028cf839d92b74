//! In: the text of a plan, parsed, in one language or two. Out: its sections, which are clauses with their
//! places in the text, and what a translator works on: a unit for each clause, a segment for its heading and
//! for each block.

use std::ops::Range;

use crate::diagnostic::{Diagnostics, FileId, Files};
use crate::model::document::{Block, BlockContent, Clause, Document, PREAMBLE};
use crate::parse::markdown;

/// The segment of a heading.
pub const HEADING: &str = "heading";

/// The text of a plan in one language, cut into sections.
#[derive(Clone, Debug, Default)]
pub struct PlanText {
    pub text: String,
    pub sections: Vec<Section>,
}

/// A clause without those below it, or what stands before the first one.
#[derive(Clone, Debug)]
pub struct Section {
    /// The address of the clause, or `PREAMBLE`.
    pub id: String,
    /// `None` for the preamble.
    pub heading: Option<Heading>,
    pub blocks: Vec<Piece>,
    /// Where the next section begins.
    pub end: usize,
}

/// The heading of a section.
#[derive(Clone, Debug)]
pub struct Heading {
    pub depth: usize,
    /// The number as printed; empty where the heading has none.
    pub label: String,
    /// The whole heading, with its hashes.
    pub whole: Range<usize>,
    /// Its words.
    pub words: Range<usize>,
}

/// A block of a section.
#[derive(Clone, Debug)]
pub struct Piece {
    pub place: Range<usize>,
    /// A chart or a table in double braces, the same in every language.
    pub fixed: bool,
}

impl PlanText {
    /// Reads a text that was read from the site.
    pub fn read(files: &Files, file: FileId) -> (Self, Diagnostics) {
        let (document, found) = markdown::plan_text(files, file);
        let text = files.text(file).to_owned();
        let sections = sections(&text, &document);
        (Self { text, sections }, found)
    }

    /// The text at a place.
    pub fn at(&self, place: &Range<usize>) -> &str {
        &self.text[place.clone()]
    }

    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The heading as readers see it: `（三）对接京津`.
    pub fn name(&self, section: &Section) -> Option<&str> {
        let heading = section.heading.as_ref()?;
        let marks = |c: char| c == '#' || c.is_whitespace();
        Some(self.text[heading.whole.start..heading.words.end].trim_start_matches(marks))
    }

    /// The words of the heading and every block, as they stand in the text.
    pub fn pieces<'t>(&'t self, section: &'t Section) -> impl Iterator<Item = &'t str> {
        let heading = section.heading.iter().map(|heading| &heading.words);
        heading.chain(section.blocks.iter().map(|block| &block.place)).map(|place| self.at(place))
    }
}

/// The id of the segment of a block.
pub fn block_id(at: usize) -> String {
    format!("block-{}", at + 1)
}

fn sections(text: &str, document: &Document) -> Vec<Section> {
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |line| line + 1);
    let starts = document.clauses.iter().map(|clause| line_start(clause.span.range().start));
    let mut ends = starts.chain([text.len()]);
    let first_end = ends.next().unwrap_or(text.len());
    let mut sections = Vec::new();
    if !document.preamble.is_empty() {
        sections.push(Section {
            id: PREAMBLE.to_owned(),
            heading: None,
            blocks: document.preamble.iter().map(piece).collect(),
            end: first_end,
        });
    }
    sections.extend(document.clauses.iter().zip(ends).map(|(clause, end)| Section {
        id: clause.address.to_string(),
        heading: Some(heading(clause)),
        blocks: clause.blocks.iter().map(piece).collect(),
        end,
    }));
    sections
}

fn heading(clause: &Clause) -> Heading {
    Heading {
        depth: clause.depth,
        label: clause.label.to_string(),
        whole: clause.span.range(),
        words: clause.words.range(),
    }
}

fn piece(block: &Block) -> Piece {
    let fixed = !matches!(block.content, BlockContent::Html(_));
    Piece { place: block.span.range(), fixed }
}

/// What a translator sees of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: String,
    /// The heading, for orientation.
    pub name: Option<String>,
    /// Whether the two languages divide the section differently. Then no block has a translation.
    pub unlike: bool,
    pub segments: Vec<Segment>,
}

/// A piece of text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub id: String,
    pub source: String,
    pub target: Option<String>,
}

/// Whether the blocks of two sections belong together one by one.
pub fn alike(one: &Section, other: &Section) -> bool {
    one.blocks.iter().map(|block| block.fixed).eq(other.blocks.iter().map(|block| block.fixed))
}

/// The units of a text, with the translations that are there. Charts and tables are no segments.
pub fn pair(source: &PlanText, target: &PlanText) -> Vec<Unit> {
    let units = source.sections.iter().map(|section| {
        let twin = target.section(&section.id);
        let alike = twin.filter(|twin| alike(section, twin));
        let mut segments = Vec::new();
        if let Some(heading) = &section.heading {
            let twin = twin.and_then(|twin| twin.heading.as_ref());
            let translation = twin.map(|twin| target.at(&twin.words));
            segments.push(segment(HEADING.to_owned(), source.at(&heading.words), translation));
        }
        for (at, block) in section.blocks.iter().enumerate().filter(|(_, block)| !block.fixed) {
            let translation = alike.map(|twin| target.at(&twin.blocks[at].place));
            segments.push(segment(block_id(at), source.at(&block.place), translation));
        }
        Unit {
            id: section.id.clone(),
            name: source.name(section).map(str::to_owned),
            unlike: twin.is_some() && alike.is_none(),
            segments,
        }
    });
    units.filter(|unit| !unit.segments.is_empty()).collect()
}

fn segment(id: String, source: &str, target: Option<&str>) -> Segment {
    let target = target.filter(|text| !text.trim().is_empty()).map(str::to_owned);
    Segment { id, source: source.to_owned(), target }
}
