//! In: every Markdown text of the site: of plans, notices, outcomes and free pages. Out: the flaws in its marks and
//! words, found once, for the rules of the family Text to take what is theirs. Texts of TOML files have been looked at
//! where they were read.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Diagnostics, Edit, Files};
use crate::language::Lang;
use crate::model::Site;
use crate::model::document::Document;
use crate::typesetting::{Flaw, Part, Script, flaws};

use super::reading::{Paragraph, Reading, paragraphs};

/// The findings about marks and words, by their codes.
#[derive(Default)]
pub struct Wording {
    found: HashMap<&'static str, Vec<Diagnostic>>,
}

impl Wording {
    /// Looks at every text; those of plans have been read already.
    pub fn new(site: &Site, files: &Files, readings: &[Reading<'_>]) -> Self {
        let script = |lang: Lang| Script::of(site.config.languages.tag(lang));
        let plans: Vec<Vec<Diagnostic>> = readings
            .par_iter()
            .map(|reading| of_text(&reading.paragraphs, script(reading.lang), files))
            .collect();
        let others: Vec<Vec<Diagnostic>> = documents(site)
            .into_par_iter()
            .map(|(document, lang)| of_text(&paragraphs(document, files), script(lang), files))
            .collect();
        let mut wording = Self::default();
        for finding in plans.into_iter().chain(others).flatten() {
            wording.found.entry(finding.problem.code()).or_default().push(finding);
        }
        wording
    }

    /// Reports what one rule is about.
    pub fn report(&self, rule: &str, found: &mut Diagnostics) {
        for finding in self.found.get(rule).into_iter().flatten() {
            found.push(finding.clone());
        }
    }
}

/// The texts that do not belong to a plan as such.
fn documents(site: &Site) -> Vec<(&Document, Lang)> {
    let rounds = site.plans.iter().flat_map(|plan| &plan.rounds);
    let embedded = rounds.flat_map(|round| {
        let outcome = round.outcome.as_ref().and_then(|outcome| outcome.text.as_ref());
        round.notice.iter().chain(outcome)
    });
    let pages = site.pages.iter().map(|page| &page.texts);
    let languages = &site.config.languages;
    embedded.chain(pages).flat_map(|texts| texts.iter().zip(languages.iter())).collect()
}

fn of_text(paragraphs: &[Paragraph<'_>], script: Option<Script>, files: &Files) -> Vec<Diagnostic> {
    let Some(script) = script else { return Vec::new() };
    let parts: Vec<Part<'_>> = paragraphs
        .iter()
        .map(|one| Part { text: one.prose.text(), heading: one.is_heading() })
        .collect();
    let flaws = flaws(&parts, script).into_iter();
    flaws.filter_map(|flaw| finding(flaw, paragraphs, files)).collect()
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
