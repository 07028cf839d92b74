//! In: the drafts that plans name, and what was found by comparing the texts. Out: from each plan the way to its draft,
//! from each draft to what came of it, and which comments on a draft stand behind which change.

use rustc_hash::FxHashMap;

use super::plan_index::PlanIndex;
use super::{Plan, Plans};

/// Which plan came of which draft, by places in `Site::plans`.
#[derive(Debug, Default)]
pub struct Descent {
    drafts: Vec<Option<usize>>,
    finals: Vec<Option<usize>>,
}

impl Descent {
    /// Where several plans name one draft, the first of them counts. A draft that does not exist has been reported.
    pub fn new(plans: &Plans, index: &PlanIndex) -> Self {
        let draft = |plan: &Plan| index.place(plan.draft.as_ref()?.value.as_str());
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

/// How a clause changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It reads as before in every language.
    Same,
    Changed,
    Added,
    Removed,
}

/// A clause of the draft, of what came of it, or of both. Places count what stands before the first clause as 0, and
/// the first clause as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClausePair {
    pub draft: Option<usize>,
    pub now: Option<usize>,
    pub kind: ChangeKind,
}

/// A clause that changed, by its place among the clauses of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedClause {
    /// In what came of the draft: it reads otherwise than in the draft.
    Changed(usize),
    /// In what came of the draft: it is new.
    Added(usize),
    /// In the draft: it was taken out.
    Removed(usize),
}

impl ClausePair {
    /// The clause that changed; `None` for one that reads as before, and for what stands before the first one.
    pub fn changed(self) -> Option<ChangedClause> {
        let place = |place: Option<usize>| place?.checked_sub(1);
        match self.kind {
            ChangeKind::Same => None,
            ChangeKind::Changed => place(self.now).map(ChangedClause::Changed),
            ChangeKind::Added => place(self.now).map(ChangedClause::Added),
            ChangeKind::Removed => place(self.draft).map(ChangedClause::Removed),
        }
    }
}

/// A comment and a clause that changed because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The round of the draft and the submission in it, by their places.
    pub round: usize,
    pub submission: usize,
    pub clause: ChangedClause,
}

/// A draft set against what came of it.
#[derive(Debug, Default)]
pub struct Comparison {
    /// Every clause once, in the order of what came of the draft; what was taken out stands where it stood.
    pub pairs: Vec<ClausePair>,
    /// Which comments stand behind which change, in the order of the comments.
    pub reasons: Vec<Reason>,
    /// Comments that were adopted although the clauses that they are about stayed as they were, as rounds and
    /// places.
    pub without_change: Vec<(usize, usize)>,
}

/// The drafts of a site and what came of them.
#[derive(Debug)]
pub struct Lineage {
    descent: Descent,
    /// For each plan that came of a draft.
    comparisons: Vec<Option<Comparison>>,
}

impl Lineage {
    /// `comparisons` in the order of the plans.
    pub fn new(descent: Descent, comparisons: Vec<Option<Comparison>>) -> Self {
        Self { descent, comparisons }
    }

    /// The draft that a plan came from.
    pub fn draft_of(&self, plan: usize) -> Option<usize> {
        self.descent.draft_of(plan)
    }

    /// The plan that came of a draft; it may itself be a draft.
    pub fn final_of(&self, draft: usize) -> Option<usize> {
        self.descent.final_of(draft)
    }

    /// A plan set against its draft; `None` where it has none.
    pub fn comparison(&self, plan: usize) -> Option<&Comparison> {
        self.comparisons.get(plan)?.as_ref()
    }

    /// For each comment of a round of a draft, the clauses that changed because of it.
    pub fn changed_by(&self, draft: usize, round: usize) -> FxHashMap<usize, Vec<ChangedClause>> {
        let mut changed: FxHashMap<usize, Vec<ChangedClause>> = FxHashMap::default();
        let comparison = self.final_of(draft).and_then(|now| self.comparison(now));
        let reasons = comparison.into_iter().flat_map(|one| &one.reasons);
        for reason in reasons.filter(|one| one.round == round) {
            changed.entry(reason.submission).or_default().push(reason.clause);
        }
        changed
    }
}
