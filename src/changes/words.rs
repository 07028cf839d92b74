//! In: two sentences. Out: the words that changed.

use crate::language::is_cjk;

use super::Part;
use super::slide::slide;
use super::stretches::stretches;
use super::tokens::tokens;

/// What has more tokens is no sentence that anybody wrote, and comparing it could take minutes.
const LONGEST: usize = 20_000;

/// The sentence in parts. Texts of which little stays are shown one after the other, as a whole.
pub fn compare(old: &str, new: &str) -> Vec<Part> {
    if old == new {
        return if new.is_empty() { Vec::new() } else { vec![Part::Same(new.to_owned())] };
    }
    let whole = || parts(vec![Run::Changed(old.to_owned(), new.to_owned())]);
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    if old_tokens.len() + new_tokens.len() > LONGEST {
        return whole();
    }
    let found = stretches(&old_tokens, &new_tokens);
    let mut runs: Vec<Run> = Vec::new();
    for stretch in slide(found, &old_tokens, &new_tokens) {
        let before = old_tokens[stretch.old].concat();
        if stretch.same {
            runs.push(Run::Same(before));
        } else {
            push_change(&mut runs, &before, &new_tokens[stretch.new].concat());
        }
    }
    let runs = without_crumbs(runs);
    let kept: usize = runs.iter().map(Run::kept).sum();
    if kept * 4 < old.chars().count().max(new.chars().count()) {
        return whole();
    }
    parts(runs)
}

/// A stretch of a sentence.
enum Run {
    Same(String),
    /// Before and after.
    Changed(String, String),
}

impl Run {
    fn kept(&self) -> usize {
        match self {
            Self::Same(text) => text.chars().count(),
            Self::Changed(..) => 0,
        }
    }
}

/// Whether so little stays the same between two changes that readers see one change better.
fn is_crumb(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.count() < if text.chars().any(is_cjk) { 2 } else { 4 }
}

fn push_change(runs: &mut Vec<Run>, before: &str, after: &str) {
    if let Some(Run::Changed(old, new)) = runs.last_mut() {
        old.push_str(before);
        new.push_str(after);
    } else {
        runs.push(Run::Changed(before.to_owned(), after.to_owned()));
    }
}

/// Takes what stays the same between two changes into them where it is next to nothing.
fn without_crumbs(runs: Vec<Run>) -> Vec<Run> {
    let last = runs.len().saturating_sub(1);
    let mut out: Vec<Run> = Vec::new();
    for (at, run) in runs.into_iter().enumerate() {
        let between = at > 0 && at < last && matches!(out.last(), Some(Run::Changed(..)));
        match run {
            Run::Same(text) if between && is_crumb(&text) => push_change(&mut out, &text, &text),
            Run::Changed(before, after) => push_change(&mut out, &before, &after),
            same @ Run::Same(_) => out.push(same),
        }
    }
    out
}

fn parts(runs: Vec<Run>) -> Vec<Part> {
    let mut parts = Vec::new();
    for run in runs {
        match run {
            Run::Same(text) => parts.push(Part::Same(text)),
            Run::Changed(before, after) => {
                parts.extend((!before.is_empty()).then_some(Part::Removed(before)));
                parts.extend((!after.is_empty()).then_some(Part::Added(after)));
            }
        }
    }
    parts
}
