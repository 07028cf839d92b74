//! In: a draft with the comments on it, and what came of it. Out: which comments stand behind which change.

use crate::language::Lang;
use crate::model::consultation::Submission;
use crate::model::document::Address;
use crate::model::lineage::{ChangedClause, Reason, Reasons};
use crate::model::{Area, Plan, Register};

use super::{Kind, Pair, Passage, outline, passages};

/// Compares the texts in one language, the first of the site: clauses are the same in all of them.
pub fn reasons(draft: &Plan, now: &Plan, areas: &Register<Area>, lang: Lang) -> Reasons {
    if draft.rounds.iter().all(|round| round.submissions.is_empty()) {
        return Reasons::default();
    }
    let (old, new) = (plain(draft, areas, lang), plain(now, areas, lang));
    let mut pairs = outline(&old, &new);
    pairs.retain(|(.., kind)| *kind != Kind::Same);
    let changes = Changes { pairs, old: &old, new: &new };
    let mut reasons = Reasons::default();
    for (round, one) in draft.rounds.iter().enumerate() {
        for (submission, one) in one.submissions.iter().enumerate() {
            let clauses = changes.because_of(one);
            if clauses.is_empty() && changes.should_have_changed(one) {
                reasons.without_change.push((round, submission));
            }
            let reason = |clause| Reason { round, submission, clause };
            reasons.list.extend(clauses.into_iter().map(reason));
        }
    }
    reasons
}

/// The text of a plan; figures are the bare numbers.
fn plain(plan: &Plan, areas: &Register<Area>, lang: Lang) -> Vec<Passage> {
    passages(&plan.texts[lang.index()], |figure| {
        figure.find(plan, areas).map_or_else(|_| String::new(), |found| found.value.to_string())
    })
}

/// The clauses that differ.
struct Changes<'t> {
    pairs: Vec<Pair>,
    old: &'t [Passage],
    new: &'t [Passage],
}

impl Changes<'_> {
    /// The clauses that changed because of a comment: those that the author names, else those that the comment is
    /// about.
    fn because_of(&self, one: &Submission) -> Vec<ChangedClause> {
        if !one.adoption.changes_text() {
            return Vec::new();
        }
        let named = |address: &str| one.changed.iter().any(|one| one.value.as_str() == address);
        let about = |address: &str| one.clauses.iter().any(|one| one.as_str() == address);
        let fits = |(old, new, _): &&Pair| {
            if one.changed.is_empty() {
                old.is_some_and(|old| is(&self.old[old], about))
            } else {
                new.is_some_and(|new| is(&self.new[new], named))
            }
        };
        // The first passage is what stands before the first clause, and has no address.
        let clause = |(old, new, _): &Pair| match (new, old) {
            (Some(new), _) => Some(ChangedClause::Now(new.checked_sub(1)?)),
            (None, old) => Some(ChangedClause::Removed((*old)?.checked_sub(1)?)),
        };
        self.pairs.iter().filter(fits).filter_map(clause).collect()
    }

    /// Whether a comment was adopted and names clauses, and all of them, with those below them, read as before.
    fn should_have_changed(&self, one: &Submission) -> bool {
        if !one.adoption.changes_text() || one.clauses.is_empty() && one.changed.is_empty() {
            return false;
        }
        let touches = |passage: &Passage| {
            is(passage, |one_below| one.clauses.iter().any(|above| is_below(one_below, above)))
        };
        let touched = |(old, new, _): &Pair| match (old, new) {
            (Some(old), _) => touches(&self.old[*old]),
            // A clause that was put in below the one that the comment is about.
            (None, new) => new.is_some_and(|new| touches(&self.new[new])),
        };
        !self.pairs.iter().any(touched)
    }
}

/// Whether a clause is the other one or stands below it.
fn is_below(address: &str, above: &Address) -> bool {
    let rest = address.strip_prefix(above.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn is(passage: &Passage, wanted: impl Fn(&str) -> bool) -> bool {
    passage.address.as_deref().is_some_and(wanted)
}
