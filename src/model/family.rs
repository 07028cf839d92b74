//! In: which plan was made on the basis of which, and some plans. Out: these plans as a tree, from those above to those
//! below, with the plans that connect them.

use std::collections::BTreeMap;

use super::basis::Genealogy;

/// A plan with those that were made on its basis.
#[derive(Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its place in `Site::plans`.
    pub plan: usize,
    pub below: Vec<Self>,
}

/// The tree of some plans, in their order: each plan once, below the lowest of the plans that it names. Plans between two
/// of them belong to it, and so does a plan from which ways lead down to several of them.
pub fn family(genealogy: &Genealogy, plans: &[usize]) -> Vec<Branch> {
    let members = members(genealogy, plans);
    let tree = Tree { genealogy, plans, members: &members };
    let mut depths = BTreeMap::new();
    members.iter().for_each(|at| {
        tree.depth(*at, &mut depths);
    });
    let mut parents: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for at in &members {
        // Of equals, the one that the plan names first.
        let above = tree.parents(*at).rev();
        parents.insert(*at, above.max_by_key(|parent| depths[parent]));
    }
    tree.branches(None, &parents)
}

/// The plans, what connects two of them from above, and all that lies between.
fn members(genealogy: &Genealogy, plans: &[usize]) -> Vec<usize> {
    // The plans that are there or below.
    let reached = |at: usize| -> Vec<usize> {
        let below = genealogy.below(at);
        plans.iter().copied().filter(|one| *one == at || below.contains(one)).collect()
    };
    let mut above: Vec<usize> = plans.iter().flat_map(|at| genealogy.above(*at)).collect();
    above.sort_unstable();
    above.dedup();
    // Where all ways begin with one step, what connects them lies further down.
    let connects = |at: &usize| {
        let all = reached(*at).len();
        genealogy.children(*at).iter().all(|child| reached(*child).len() < all)
    };
    let mut members: Vec<usize> = plans.to_vec();
    members.extend(above.iter().filter(|at| connects(at)));
    let between = |at: &&usize| genealogy.above(**at).iter().any(|one| members.contains(one));
    let between: Vec<usize> = above.iter().filter(between).copied().collect();
    members.extend(between);
    members.sort_unstable();
    members.dedup();
    members
}

struct Tree<'t> {
    genealogy: &'t Genealogy,
    plans: &'t [usize],
    members: &'t [usize],
}

impl Tree<'_> {
    /// The members that a plan names, in its own order.
    fn parents(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        let parents = self.genealogy.parents(at).iter().copied();
        parents.filter(|parent| self.members.contains(parent))
    }

    /// How many steps the longest way up has; each is counted once. Nothing leads back to itself.
    fn depth(&self, at: usize, depths: &mut BTreeMap<usize, usize>) -> usize {
        if let Some(depth) = depths.get(&at) {
            return *depth;
        }
        let above = self.parents(at).map(|parent| self.depth(parent, depths) + 1);
        let depth = above.max().unwrap_or(0);
        depths.insert(at, depth);
        depth
    }

    fn branches(
        &self,
        above: Option<usize>,
        parents: &BTreeMap<usize, Option<usize>>,
    ) -> Vec<Branch> {
        let own = self.members.iter().filter(|at| parents[at] == above);
        let branch = |at: &usize| Branch { plan: *at, below: self.branches(Some(*at), parents) };
        let mut branches: Vec<Branch> = own.map(branch).collect();
        branches.sort_by_cached_key(|branch| self.place(branch));
        branches
    }

    /// Where the first plan of a branch stands among those that were asked for.
    fn place(&self, branch: &Branch) -> usize {
        let own = self.plans.iter().position(|plan| *plan == branch.plan);
        let below = branch.below.iter().map(|one| self.place(one));
        below.chain(own).min().unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 a nation, 1 and 2 its provinces, 3 a city of 2, 4 a district of 3 that also names 2, 5 another district of 3,
    /// 6 a plan that names none.
    fn genealogy() -> Genealogy {
        Genealogy::of(vec![vec![], vec![0], vec![0], vec![2], vec![2, 3], vec![3], vec![]])
    }

    fn drawn(plans: &[usize]) -> String {
        fn draw(branches: &[Branch]) -> String {
            let each = branches.iter().map(|one| match &one.below[..] {
                [] => one.plan.to_string(),
                below => format!("{}({})", one.plan, draw(below)),
            });
            each.collect::<Vec<_>>().join(" ")
        }
        draw(&family(&genealogy(), plans))
    }

    #[test]
    fn plans_stand_below_the_lowest_that_they_name() {
        assert_eq!(drawn(&[2, 3, 4]), "2(3(4))");
        assert_eq!(drawn(&[4, 2]), "2(3(4))", "with what lies between");
        assert_eq!(drawn(&[2, 5, 4]), "2(3(5 4))", "in the order that was asked for");
    }

    #[test]
    fn plans_that_one_plan_connects_stand_below_it() {
        assert_eq!(drawn(&[4, 5]), "3(4 5)");
        assert_eq!(drawn(&[1, 4]), "0(1 2(3(4)))");
        assert_eq!(drawn(&[3]), "3", "what is only above it is not asked for");
    }

    #[test]
    fn plans_that_name_none_stand_alone() {
        assert_eq!(drawn(&[6, 1]), "6 1");
        assert_eq!(drawn(&[]), "");
    }
}
