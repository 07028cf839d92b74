//! In: every Markdown text of the site: of plans, notices, outcomes and free pages. Out: the flaws in its marks and
//! words, all found in one walk; which rule each of them belongs to, its code says. Texts of TOML files have been looked
//! at where they were read.

use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit, Files};
use crate::language::{Lang, Languages};
use crate::model::document::Document;
use crate::model::{Plan, Site};
use crate::typesetting::{Flaw, Part, Script, flaws};

use super::Case;
use super::reading::{Paragraph, Reading, paragraphs};

/// Looks at the texts of a plan, those of its calls for comments among them.
pub fn plan(plan: &Plan, readings: &[Reading<'_>], case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for reading in readings {
        of_text(&reading.paragraphs, script(reading.lang, languages), case.files, found);
    }
    for round in &plan.rounds {
        let outcome = round.outcome.as_ref().and_then(|outcome| outcome.text.as_ref());
        for texts in round.notice.iter().chain(outcome) {
            of_documents(texts, languages, case.files, found);
        }
    }
}

/// Looks at the free pages.
pub fn pages(site: &Site, files: &Files, found: &mut Diagnostics) {
    let results: Vec<Diagnostics> = site
        .pages
        .par_iter()
        .map(|page| {
            let mut found = Diagnostics::default();
            of_documents(&page.texts, &site.config.languages, files, &mut found);
            found
        })
        .collect();
    results.into_iter().for_each(|one| found.append(one));
}

fn of_documents(texts: &[Document], languages: &Languages, files: &Files, found: &mut Diagnostics) {
    for (document, lang) in texts.iter().zip(languages.iter()) {
        of_text(&paragraphs(document, files), script(lang, languages), files, found);
    }
}

fn script(lang: Lang, languages: &Languages) -> Option<Script> {
    Script::of(languages.tag(lang))
}

fn of_text(
    paragraphs: &[Paragraph<'_>],
    script: Option<Script>,
    files: &Files,
    found: &mut Diagnostics,
) {
    let Some(script) = script else { return };
    let parts: Vec<Part<'_>> = paragraphs
        .iter()
        .map(|one| Part { text: one.prose.text(), heading: one.is_heading() })
        .collect();
    for flaw in flaws(&parts, script) {
        if let Some(finding) = finding(flaw, paragraphs, files) {
            found.push(finding);
        }
    }
}

/// The finding about a flaw; `None` where the author wrote something else that only becomes this for readers.
fn finding(flaw: Flaw, paragraphs: &[Paragraph<'_>], files: &Files) -> Option<Diagnostic> {
    let prose = &paragraphs[flaw.part].prose;
    let verbatim =
        |range: &Range<usize>| files.at(prose.span(range.clone())) == &prose.text()[range.clone()];
    let within_line = matches!(
        flaw.problem,
        Prose::StraySpace { .. } | Prose::SpaceAtDigit { .. } | Prose::EmphasisMark { .. }
    );
    let escaped = || {
        let span = prose.span(flaw.range.clone());
        files.text(span.file)[..span.range().start].ends_with('\\')
    };
    let is_emphasis = matches!(flaw.problem, Prose::EmphasisMark { .. });
    // A line break is a space to readers, and a star behind a backslash is meant.
    if within_line && !verbatim(&flaw.range) || is_emphasis && escaped() {
        return None;
    }
    let edit = |range: Range<usize>, text: String| -> Option<Edit> {
        if range.is_empty() || verbatim(&range) { prose.edit(range, text) } else { None }
    };
    Some(flaw.finding(|range| prose.span(range), edit))
}
