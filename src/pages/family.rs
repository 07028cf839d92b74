//! In: some plans. Out: which of them was made on the basis of which, as a nested list from the highest plan down, each
//! with the documents that it names as its basis and the clauses that name them.

use serde::Serialize;

use crate::model::basis::Basis;
use crate::model::family::{Branch, family};

use super::Context;
use super::basis::{BasisView, view};
use super::unit_parts::{NameLink, area_link, plan_link};

/// A plan in the list.
#[derive(Serialize)]
pub struct Step {
    plan: NameLink,
    area: Option<NameLink>,
    /// Whether it is one of the plans that were asked for, and not only between them.
    own: bool,
    /// The plans of the list that it names as its basis.
    above: Vec<BasisView>,
    /// The other documents that it names.
    others: Vec<BasisView>,
    below: Vec<Self>,
}

/// Plans and what connects them.
#[derive(Serialize)]
pub struct Family {
    steps: Vec<Step>,
    /// Whether any of them names another.
    connected: bool,
    /// Whether any of them names a document.
    any_basis: bool,
}

pub fn family_of(cx: &Context<'_>, plans: &[usize]) -> Family {
    let branches = family(&cx.site.genealogy, plans);
    let mut members = Vec::new();
    branches.iter().for_each(|branch| collect(branch, &mut members));
    Family {
        connected: branches.iter().any(|branch| !branch.below.is_empty()),
        any_basis: members.iter().any(|at| !cx.site.plans[*at].basis.is_empty()),
        steps: branches.iter().map(|branch| step(cx, branch, plans, &members)).collect(),
    }
}

fn collect(branch: &Branch, members: &mut Vec<usize>) {
    members.push(branch.plan);
    branch.below.iter().for_each(|below| collect(below, members));
}

fn step(cx: &Context<'_>, branch: &Branch, plans: &[usize], members: &[usize]) -> Step {
    let plan = &cx.site.plans[branch.plan];
    let is_member = |basis: &&Basis| {
        let place = basis.plan().and_then(|id| cx.site.plan_index.place(id.value.as_str()));
        place.is_some_and(|at| members.contains(&at))
    };
    let (above, others): (Vec<&Basis>, Vec<&Basis>) = plan.basis.iter().partition(is_member);
    let views =
        |list: Vec<&Basis>| list.into_iter().filter_map(|one| view(cx, plan, one)).collect();
    Step {
        plan: plan_link(cx, plan),
        area: plan.area.map(|area| area_link(cx, area)),
        own: plans.contains(&branch.plan),
        above: views(above),
        others: views(others),
        below: branch.below.iter().map(|below| step(cx, below, plans, members)).collect(),
    }
}
