//! In: the paragraphs of one text and its script. Out: the flaws in its marks, spaces and set words: kind, place and,
//! where there is exactly one right answer, what belongs there. All kinds are found in one walk over the characters
//! (`walk.rs`); what only the whole text can say, such as how it writes ranges, is decided at its end (`sheet.rs`).

mod blanks;
mod dashes;
mod days;
mod grammar;
mod lists;
mod masks;
mod misspelled;
pub mod nearness;
mod pairs;
mod phrase_slips;
mod phrases;
mod quotes;
mod sense;
mod sheet;
mod signs;
mod slips;
mod sound_slips;
mod spelling;
pub mod stems;
mod systems;
pub mod titles;
mod walk;
mod word_class;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Problem, Span};
use crate::language::primary;

/// Whose rules of setting a text follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Chinese,
    English,
}

impl Script {
    /// `None` for languages whose marks lantu does not know.
    pub fn of(tag: &str) -> Option<Self> {
        match primary(tag) {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// A paragraph of a text, as readers see it.
#[derive(Clone, Copy, Debug)]
pub struct Part<'t> {
    pub text: &'t str,
    pub heading: bool,
}

/// Something that an editor would correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which of the paragraphs.
    pub part: usize,
    pub range: Range<usize>,
    pub problem: Prose,
    /// What is to stand at which places of the paragraph; empty where more than one answer is possible.
    pub fix: Vec<(Range<usize>, String)>,
}

/// The flaws of a text, in the order of its paragraphs.
pub fn flaws(parts: &[Part<'_>], script: Script) -> Vec<Flaw> {
    let mut sheet = sheet::Sheet::default();
    for (index, part) in parts.iter().enumerate() {
        walk::Walk::new(part, index, script, &mut sheet).run();
    }
    let mut flaws = sheet.settle(parts, script);
    let (mut heading, mut before) = ("", "");
    for (index, part) in parts.iter().enumerate() {
        days::look(part, [heading, before], index, script, &mut flaws);
        heading = if part.heading { part.text } else { heading };
        before = part.text;
    }
    flaws
}

impl Flaw {
    /// The finding about it; `span` and `edit` give the places of the paragraph in the author's file.
    pub fn finding(
        self,
        span: impl Fn(Range<usize>) -> Span,
        edit: impl Fn(Range<usize>, String) -> Option<Edit>,
    ) -> Diagnostic {
        let place = span(self.range);
        let fix: Option<Vec<Edit>> =
            self.fix.into_iter().map(|(range, text)| edit(range, text)).collect();
        Diagnostic::new(Problem::Prose(self.problem), place).with_fix(fix.unwrap_or_default())
    }
}
