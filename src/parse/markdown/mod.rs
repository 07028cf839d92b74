//! In: Markdown of one language. Out: a `Document`: preamble and clauses, every block as safe HTML with
//! its place in the author's file.

mod clauses;
mod depth;
mod directive;
mod html;
mod inline;
mod notes;
mod words;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Options, Parser};

use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span};
use crate::model::document::Document;
use crate::model::html::Html;

/// Where a Markdown text stands in the author's file.
pub struct Origin<'a> {
    text: &'a str,
    whole: Span,
    /// Where the text begins in the file; `None` where it does not stand there letter by letter.
    offset: Option<usize>,
    /// The file, where the text is all of it: what HTML writes as the author did is not copied.
    file: Option<&'a Arc<String>>,
}

impl Origin<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        match self.offset {
            Some(offset) => {
                // The line break behind a block does not belong to it.
                let end = range.start + self.text[range.clone()].trim_end().len();
                Span::new(self.whole.file, range.start + offset..end + offset)
            }
            None => self.whole,
        }
    }
}

/// The text of a plan.
pub fn plan_text(files: &Files, file: FileId) -> (Document, Diagnostics) {
    let origin = whole_file(files, file);
    let mut found = Diagnostics::default();
    let mut parsed = clauses::read(events(origin.text), &origin, &mut found);
    if let Some((_, _, span)) = parsed.title {
        parsed.document.damaged = true;
        found.report(Problem::TopHeading, span);
    }
    (parsed.document, found)
}

/// A page that begins with its title: the title as plain text, then the rest.
pub fn page(files: &Files, file: FileId) -> (Option<String>, Document, Diagnostics) {
    let origin = whole_file(files, file);
    let mut found = Diagnostics::default();
    let parsed = clauses::read(events(origin.text), &origin, &mut found);
    if parsed.title.is_none() {
        found.report(Problem::NoTitle, Span::start_of(file));
    }
    (parsed.title.map(|(text, _, _)| text), parsed.document, found)
}

/// Markdown within another file, such as a notice in `consultation.toml`. `source` is that whole file.
pub fn embedded(text: &str, whole: Span, source: &str) -> (Document, Diagnostics) {
    let range = whole.range();
    let offset = source[range.clone()].find(text).map(|at| at + range.start);
    let origin = Origin { text, whole, offset, file: None };
    let mut found = Diagnostics::default();
    let parsed = clauses::read(events(text), &origin, &mut found);
    (parsed.document, found)
}

fn whole_file(files: &Files, file: FileId) -> Origin<'_> {
    let text = files.shared_text(file);
    Origin { text, whole: Span::start_of(file), offset: Some(0), file: Some(text) }
}

fn events(text: &str) -> impl Iterator<Item = inline::Placed<'_>> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text, options).into_offset_iter()
}

/// What a text consists of, before anybody asks whether it should have a title.
struct Parsed {
    /// The first heading of level one: as text, as HTML, and where.
    title: Option<(String, Html, Span)>,
    document: Document,
}

#[cfg(test)]
mod tests;
