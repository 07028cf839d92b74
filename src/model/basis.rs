//! In: the documents that plans name as their basis. Out: from each plan the way to those above it, such as the plan of
//! the province, and to those that were made on its basis.

use std::collections::VecDeque;

use crate::diagnostic::{Span, Spanned};
use crate::language::Text;

use super::document::Address;
use super::plan_index::PlanIndex;
use super::register::Id;
use super::{Plan, Plans};

/// A document that a plan names as its basis (编制依据).
#[derive(Clone, Debug)]
pub struct Basis {
    pub document: BasisDocument,
    /// Where the text names it: clauses, or `PREAMBLE`.
    pub clauses: Vec<Address>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum BasisDocument {
    /// A plan of this site.
    Plan(Spanned<Id>),
    /// A document that is not on this site.
    Other { title: Text, number: Option<Spanned<String>>, url: Option<String> },
}

impl Basis {
    /// The plan of this site that it is.
    pub fn plan(&self) -> Option<&Spanned<Id>> {
        match &self.document {
            BasisDocument::Plan(id) => Some(id),
            BasisDocument::Other { .. } => None,
        }
    }
}

/// Which plan was made on the basis of which, by places in `Site::plans`. Nothing leads back to itself.
#[derive(Debug, Default)]
pub struct Genealogy {
    parents: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
}

impl Genealogy {
    /// A plan that does not exist has been reported, and so have circles, which were taken out.
    pub fn new(plans: &Plans, index: &PlanIndex) -> Self {
        let of = |plan: &Plan| -> Vec<usize> {
            let named = plan.basis.iter().filter_map(Basis::plan);
            named.filter_map(|id| index.place(id.value.as_str())).collect()
        };
        Self::of(plans.iter().map(of).collect())
    }

    pub(super) fn of(mut parents: Vec<Vec<usize>>) -> Self {
        let mut children = vec![Vec::new(); parents.len()];
        for (at, named) in parents.iter_mut().enumerate() {
            let mut seen = Vec::new();
            named.retain(|parent| {
                let new = !seen.contains(parent);
                seen.push(*parent);
                new
            });
            named.iter().for_each(|parent| children[*parent].push(at));
        }
        Self { parents, children }
    }

    /// The plans that a plan names as its basis, in its own order.
    pub fn parents(&self, plan: usize) -> &[usize] {
        self.parents.get(plan).map_or(&[], Vec::as_slice)
    }

    /// The plans that name a plan as their basis, in the order of the site.
    pub fn children(&self, plan: usize) -> &[usize] {
        self.children.get(plan).map_or(&[], Vec::as_slice)
    }

    /// All plans above a plan, the nearest first, each once.
    pub fn above(&self, plan: usize) -> Vec<usize> {
        walk(&self.parents, plan)
    }

    /// All plans below a plan, the nearest first, each once.
    pub fn below(&self, plan: usize) -> Vec<usize> {
        walk(&self.children, plan)
    }
}

fn walk(steps: &[Vec<usize>], from: usize) -> Vec<usize> {
    let mut reached = Vec::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(at) = waiting.pop_front() {
        for next in steps.get(at).into_iter().flatten() {
            if *next != from && !reached.contains(next) {
                reached.push(*next);
                waiting.push_back(*next);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 a nation, 1 and 2 provinces, 3 a city of both, 4 and 5 its districts; 5 also names the nation.
    fn family() -> Genealogy {
        Genealogy::of(vec![vec![], vec![0], vec![0], vec![2, 1, 2], vec![3], vec![0, 3]])
    }

    #[test]
    fn the_way_up_and_down() {
        let family = family();
        assert_eq!(family.parents(3), [2, 1], "twice named is named once");
        assert_eq!(family.children(3), [4, 5]);
        assert_eq!(family.above(4), [3, 2, 1, 0]);
        assert_eq!(family.above(5), [0, 3, 2, 1], "the nearest first");
        assert_eq!(family.below(0), [1, 2, 5, 3, 4]);
        assert!(family.above(0).is_empty() && family.below(4).is_empty());
        assert!(family.parents(9).is_empty() && family.above(9).is_empty());
    }
}
