//! In: the drafts that plans name, and what was found by comparing the texts. Out: from each plan the way to its draft,
//! from each draft to what came of it, and which comments on a draft stand behind which change.

use std::collections::HashMap;

use super::Plan;
use super::register::Id;

/// Which plan came of which draft, by places in `Site::plans`.
#[derive(Debug, Default)]
pub struct Descent {
    drafts: Vec<Option<usize>>,
    finals: Vec<Option<usize>>,
}

impl Descent {
    /// Where several plans name one draft, the first of them counts. A draft that does not exist has been reported.
    pub fn new(plans: &[Plan]) -> Self {
        let places: HashMap<&Id, usize> =
            plans.iter().enumerate().map(|(at, plan)| (&plan.id, at)).collect();
        let draft = |plan: &Plan| places.get(&plan.draft.as_ref()?.value).copied();
        let drafts: Vec<Option<usize>> = plans.iter().map(draft).collect();
        let mut finals = vec![None; plans.len()];
        for (at, draft) in drafts.iter().enumerate() {
            if let Some(draft) = draft {
                finals[*draft].get_or_insert(at);
            }
        }
        Self { drafts, finals }
    }

    /// The draft that a plan came from.
    pub fn draft_of(&self, plan: usize) -> Option<usize> {
        self.drafts.get(plan).copied().flatten()
    }

    /// The plan that came of a draft; it may itself be a draft.
    pub fn final_of(&self, draft: usize) -> Option<usize> {
        self.finals.get(draft).copied().flatten()
    }
}

/// A clause that changed, by its place in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedClause {
    /// In what came of the draft: it is new, or reads otherwise than in the draft.
    Now(usize),
    /// In the draft: it was taken out.
    Removed(usize),
}

/// A comment and a clause that changed because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The round of the draft and the submission in it, by their places.
    pub round: usize,
    pub submission: usize,
    pub clause: ChangedClause,
}

/// What became of a draft, seen from the comments on it.
#[derive(Debug, Default)]
pub struct Reasons {
    /// In the order of the comments.
    pub list: Vec<Reason>,
    /// Comments that were adopted although the clauses that they are about stayed as they were, as rounds and
    /// places.
    pub without_change: Vec<(usize, usize)>,
}

/// The drafts of a site, what came of them, and why.
#[derive(Debug)]
pub struct Lineage {
    pub descent: Descent,
    /// For each plan as a draft; empty where nothing has come of it.
    reasons: Vec<Reasons>,
}

impl Lineage {
    /// `reasons` in the order of the plans.
    pub fn new(descent: Descent, reasons: Vec<Reasons>) -> Self {
        Self { descent, reasons }
    }

    /// The draft that a plan came from.
    pub fn draft_of(&self, plan: usize) -> Option<usize> {
        self.descent.draft_of(plan)
    }

    /// The plan that came of a draft; it may itself be a draft.
    pub fn final_of(&self, draft: usize) -> Option<usize> {
        self.descent.final_of(draft)
    }

    pub fn reasons(&self, draft: usize) -> &Reasons {
        &self.reasons[draft]
    }

    /// For each comment of a round of a draft, the clauses that changed because of it.
    pub fn changed_by(&self, draft: usize, round: usize) -> HashMap<usize, Vec<ChangedClause>> {
        let mut changed: HashMap<usize, Vec<ChangedClause>> = HashMap::new();
        for reason in self.reasons[draft].list.iter().filter(|one| one.round == round) {
            changed.entry(reason.submission).or_default().push(reason.clause);
        }
        changed
    }
}
