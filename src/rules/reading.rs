//! In: the texts of every plan. Out: their paragraphs as rules read them: the prose of each with its clause, read once
//! for all rules.

use rayon::prelude::*;

use crate::diagnostic::{Files, Span};
use crate::language::{Lang, Languages};
use crate::model::document::{Address, Block, Clause, Document};
use crate::model::prose::Prose;
use crate::model::{Plan, Site};

/// A text of a plan.
pub struct Reading<'s> {
    pub plan: &'s Plan,
    pub lang: Lang,
    pub document: &'s Document,
    /// Whether the text is Chinese.
    pub chinese: bool,
    /// Headings and blocks in the order of the text; charts and tables of figures are none.
    pub paragraphs: Vec<Paragraph<'s>>,
}

/// A heading or a block.
pub struct Paragraph<'s> {
    /// `None` before the first clause.
    pub clause: Option<&'s Clause>,
    /// `None` for the heading of the clause.
    pub block: Option<&'s Block>,
    pub prose: Prose<'s>,
    /// The whole of it in the author's file.
    pub span: Span,
}

impl<'s> Paragraph<'s> {
    pub fn is_heading(&self) -> bool {
        self.block.is_none()
    }

    pub fn address(&self) -> Option<&'s Address> {
        self.clause.map(|clause| &clause.address)
    }
}

/// Every text of every plan, in the order of plans and languages.
pub fn readings<'s>(site: &'s Site, files: &'s Files) -> Vec<Reading<'s>> {
    let languages = &site.config.languages;
    let texts: Vec<(&Plan, Lang)> =
        site.plans.iter().flat_map(|plan| languages.iter().map(move |lang| (plan, lang))).collect();
    texts.into_par_iter().map(|(plan, lang)| reading(plan, lang, languages, files)).collect()
}

fn reading<'s>(plan: &'s Plan, lang: Lang, languages: &Languages, files: &'s Files) -> Reading<'s> {
    let document = &plan.texts[lang.index()];
    let paragraphs = paragraphs(document, files);
    let chinese = languages.is_chinese(lang);
    Reading { plan, lang, document, chinese, paragraphs }
}

/// The headings and blocks of a text.
pub fn paragraphs<'s>(document: &'s Document, files: &'s Files) -> Vec<Paragraph<'s>> {
    let mut paragraphs = Vec::new();
    for passage in document.passages() {
        if let Some(clause) = passage.clause {
            let prose = clause.heading.prose(clause.span.file, files);
            paragraphs.push(Paragraph {
                clause: Some(clause),
                block: None,
                prose,
                span: clause.span,
            });
        }
        paragraphs.extend(passage.blocks.iter().filter(|block| block.html().is_some()).map(
            |block| {
                let prose = block.words.prose(block.span.file, files);
                Paragraph { clause: passage.clause, block: Some(block), prose, span: block.span }
            },
        ));
    }
    paragraphs
}
