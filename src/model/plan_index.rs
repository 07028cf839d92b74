//! In: the plans of a site, in their order. Out: the place of each by its id.

use rustc_hash::FxHashMap;

use super::Plans;

/// The places of plans in `Site::plans`.
#[derive(Debug, Default)]
pub struct PlanIndex(FxHashMap<String, usize>);

impl PlanIndex {
    pub fn new(plans: &Plans) -> Self {
        Self(plans.iter().enumerate().map(|(at, plan)| (plan.id.to_string(), at)).collect())
    }

    /// `None` where no plan has this id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }
}
