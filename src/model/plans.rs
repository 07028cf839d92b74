//! In: resolved plans. Out: all of them in one order. A plan whose files did not change is the same one in the site before
//! and in the site after a change of another plan.

use std::ops::Index;
use std::sync::Arc;

use super::Plan;

/// The plans of a site, in its order.
#[derive(Clone, Debug, Default)]
pub struct Plans(Vec<Arc<Plan>>);

/// Goes over plans in their order.
pub type Iter<'p> = std::iter::Map<std::slice::Iter<'p, Arc<Plan>>, fn(&'p Arc<Plan>) -> &'p Plan>;

impl Plans {
    pub fn new(plans: Vec<Arc<Plan>>) -> Self {
        Self(plans)
    }

    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|plan| plan)
    }

    pub fn get(&self, at: usize) -> Option<&Plan> {
        self.0.get(at).map(|plan| &**plan)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For work that goes on in parallel.
    pub fn as_slice(&self) -> &[Arc<Plan>] {
        &self.0
    }

    /// A plan that is changed while the site is put together; if another site has it, too, that one keeps it as it was.
    pub fn change(&mut self, at: usize) -> &mut Plan {
        Arc::make_mut(&mut self.0[at])
    }
}

impl Index<usize> for Plans {
    type Output = Plan;

    fn index(&self, at: usize) -> &Plan {
        &self.0[at]
    }
}

impl<'p> IntoIterator for &'p Plans {
    type Item = &'p Plan;
    type IntoIter = Iter<'p>;

    fn into_iter(self) -> Iter<'p> {
        self.iter()
    }
}
