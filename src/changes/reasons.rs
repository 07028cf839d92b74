//! In: a draft with the comments on it, and what came of it. Out: which comments stand behind which change.

use crate::language::Lang;
use crate::model::consultation::Submission;
use crate::model::document::Address;
use crate::model::{Plan, Site};

use super::{Kind, Passage, outline, passages};

/// A comment and a clause that changed because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The round of the draft and the submission in it, by their places.
    pub round: usize,
    pub submission: usize,
    /// The clause of what came of the draft, by its place in the text.
    pub clause: usize,
}

/// What became of a draft, seen from the comments on it.
pub struct Reasons {
    /// In the order of the comments.
    pub list: Vec<Reason>,
    /// Comments that were adopted although the clauses that they are about stayed as they were, as rounds and
    /// places.
    pub without_change: Vec<(usize, usize)>,
}

/// The changes between a draft and what came of it, in the first language; `None` where nothing has come of it yet.
pub fn reasons(site: &Site, draft: usize) -> Option<Reasons> {
    let lang = site.config.languages.first();
    let (old, new) = (&site.plans[draft], &site.plans[site.lineage.final_of(draft)?]);
    let (old_text, new_text) = (plain(site, old, lang), plain(site, new, lang));
    let changes = Changes { pairs: outline(&old_text, &new_text), old: &old_text, new: &new_text };
    let mut reasons = Reasons { list: Vec::new(), without_change: Vec::new() };
    for (round, one) in old.rounds.iter().enumerate() {
        for (submission, one) in one.submissions.iter().enumerate() {
            let clauses = changes.because_of(one);
            if clauses.is_empty() && changes.should_have_changed(one) {
                reasons.without_change.push((round, submission));
            }
            reasons.list.extend(clauses.into_iter().map(|clause| Reason {
                round,
                submission,
                clause,
            }));
        }
    }
    Some(reasons)
}

/// The text of a plan; figures are the bare numbers.
fn plain(site: &Site, plan: &Plan, lang: Lang) -> Vec<Passage> {
    passages(&plan.texts[lang.index()], |figure| {
        figure
            .find(plan, &site.areas)
            .map_or_else(|_| String::new(), |found| found.value.to_string())
    })
}

struct Changes<'t> {
    pairs: Vec<(Option<usize>, Option<usize>, Kind)>,
    old: &'t [Passage],
    new: &'t [Passage],
}

impl Changes<'_> {
    /// The clauses, by their places in the text, that changed because of a comment: those that the author names,
    /// else those that the comment is about.
    fn because_of(&self, one: &Submission) -> Vec<usize> {
        if !one.adoption.changes_text() {
            return Vec::new();
        }
        let named = |address: &Address| one.changed.iter().any(|changed| changed.value == *address);
        let about = |address: &Address| one.clauses.contains(address);
        let fits = |(old, new): (Option<usize>, usize)| {
            if one.changed.is_empty() {
                old.is_some_and(|old| is(self.old, old, &about))
            } else {
                is(self.new, new, &named)
            }
        };
        let changed = self.pairs.iter().filter(|(.., kind)| *kind != Kind::Same);
        let clauses = changed.filter_map(|(old, new, _)| new.filter(|new| fits((*old, *new))));
        // The first passage is what stands before the first clause.
        clauses.filter_map(|new| new.checked_sub(1)).collect()
    }

    /// Whether a comment was adopted and names clauses, and all of them, with those below them, read as before.
    fn should_have_changed(&self, one: &Submission) -> bool {
        if !one.adoption.changes_text() || one.clauses.is_empty() && one.changed.is_empty() {
            return false;
        }
        let below = |address: &str, above: &Address| {
            address
                .strip_prefix(above.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let touches = |passage: &Passage| {
            let Some(address) = &passage.address else { return false };
            one.clauses.iter().any(|above| below(address, above))
        };
        let changed = self.pairs.iter().filter(|(.., kind)| *kind != Kind::Same);
        let olds = changed.clone().filter_map(|(old, ..)| *old).any(|at| touches(&self.old[at]));
        // A clause that was put in below the one that the comment is about.
        let added = changed.filter(|(old, ..)| old.is_none()).filter_map(|(_, new, _)| *new);
        !olds && !added.into_iter().any(|at| touches(&self.new[at]))
    }
}

fn is(passages: &[Passage], at: usize, wanted: &impl Fn(&Address) -> bool) -> bool {
    passages[at].address.as_ref().is_some_and(|address| wanted(&Address::new(address.clone())))
}
