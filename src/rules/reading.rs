//! In: the texts of a plan. Out: what rules read of them, put together once for all rules: the prose of their paragraphs, and
//! the passages of two texts that stand in each other's place.

use crate::diagnostic::{Files, Span};
use crate::language::Lang;
use crate::model::Plan;
use crate::model::document::{Address, Block, Clause, Document};
use crate::model::prose::Prose;
use crate::parity::pairs::Pair;

use super::Case;

/// What a Chinese text calls itself.
pub const ITSELF: [&str; 10] = [
    "本计划",
    "本方案",
    "本规划",
    "本意见",
    "本办法",
    "本纲要",
    "本要点",
    "本通知",
    "本细则",
    "本措施",
];

/// A text of a plan.
pub struct Reading<'s> {
    pub plan: &'s Plan,
    pub lang: Lang,
    pub document: &'s Document,
    /// Whether the text is Chinese.
    pub chinese: bool,
    /// Headings and blocks in the order of the text; charts and tables in double braces are none.
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

/// A text of a plan beside the authoritative one.
pub struct Beside<'s> {
    pub other: Lang,
    /// Whether both texts have the same clauses, so that all of them can be judged.
    pub complete: bool,
    /// None where one of the texts could not be read as a whole.
    pub pairs: Vec<Pair<'s>>,
}

/// Every text of a plan but the authoritative one, beside that one.
pub fn translations<'s>(plan: &'s Plan, case: &Case<'s>) -> Vec<Beside<'s>> {
    let languages = &case.site.config.languages;
    let source = &plan.texts[languages.first().index()];
    let beside = |other: Lang| {
        let target = &plan.texts[other.index()];
        let damaged = source.damaged || target.damaged;
        let pairs = || Pair::of(source, target, plan.is_pending(other));
        let pairs = if damaged { Vec::new() } else { pairs() };
        Beside { other, complete: !damaged && source.has_clauses_of(target), pairs }
    };
    languages.iter().skip(1).map(beside).collect()
}

/// Every text of a plan, in the order of languages.
pub fn readings<'s>(plan: &'s Plan, case: &Case<'s>) -> Vec<Reading<'s>> {
    let languages = &case.site.config.languages;
    let reading = |lang: Lang| {
        let document = &plan.texts[lang.index()];
        let paragraphs = paragraphs(document, case.files);
        Reading { plan, lang, document, chinese: languages.is_chinese(lang), paragraphs }
    };
    languages.iter().map(reading).collect()
}

/// The headings and blocks of a text.
pub fn paragraphs<'s>(document: &'s Document, files: &'s Files) -> Vec<Paragraph<'s>> {
    let mut paragraphs = Vec::with_capacity(document.clauses.len() + document.blocks().count());
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
