//! In: the drafts that plans name. Out: from each plan the way to its draft, and from each draft to what came of it.

use std::collections::HashMap;

use super::Plan;
use super::register::Id;

/// Which plan came of which draft, by places in `Site::plans`.
#[derive(Debug, Default)]
pub struct Lineage {
    drafts: Vec<Option<usize>>,
    finals: Vec<Option<usize>>,
}

impl Lineage {
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
