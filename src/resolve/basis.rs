//! In: the documents that plans name as their basis. Out: findings about plans that do not exist and about plans that
//! lead back to themselves, which are taken out; and which plan was made on the basis of which.

use crate::diagnostic::basis::Basis as Fault;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::Plans;
use crate::model::basis::{Basis, Genealogy};
use crate::model::plan_index::PlanIndex;
use crate::parse::basis::BasisEntry;

use super::names::report_unknown_plan;
use super::plans::Scope;

/// The documents of one plan; which plans there are is only known when all have been read.
pub fn basis(entries: Vec<BasisEntry>, scope: &Scope<'_>, found: &mut Diagnostics) -> Vec<Basis> {
    let one = |entry: BasisEntry| {
        let clauses = scope.places(&entry.clauses, found);
        Basis { document: entry.document, clauses, span: entry.span }
    };
    entries.into_iter().map(one).collect()
}

/// `broken` are the addresses of plans that could not be read.
pub fn genealogy(
    plans: &mut Plans,
    index: &PlanIndex,
    broken: &[String],
    found: &mut Diagnostics,
) -> Genealogy {
    for id in plans.iter().flat_map(|plan| &plan.basis).filter_map(Basis::plan) {
        report_unknown_plan(id, plans, index, broken, found);
    }
    let genealogy = Genealogy::new(plans, index);
    let mut walk = Walk { genealogy, state: vec![State::New; plans.len()] };
    for at in 0..plans.len() {
        walk.from(at, &mut Vec::new(), plans, found);
    }
    Genealogy::new(plans, index)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnTheWay,
    Done,
}

/// Goes from each plan upwards, and takes out what leads back.
struct Walk {
    genealogy: Genealogy,
    state: Vec<State>,
}

impl Walk {
    fn from(
        &mut self,
        at: usize,
        way: &mut Vec<usize>,
        plans: &mut Plans,
        found: &mut Diagnostics,
    ) {
        if self.state[at] != State::New {
            return;
        }
        self.state[at] = State::OnTheWay;
        way.push(at);
        for parent in self.genealogy.parents(at).to_vec() {
            if self.state[parent] == State::OnTheWay {
                let start = way.iter().position(|one| *one == parent).unwrap_or(0);
                take_out(plans, at, parent, &way[start..], found);
            } else {
                self.from(parent, way, plans, found);
            }
        }
        way.pop();
        self.state[at] = State::Done;
    }
}

/// Takes out that `at` is based on `parent`, and reports the circle that this closes.
fn take_out(
    plans: &mut Plans,
    at: usize,
    parent: usize,
    circle: &[usize],
    found: &mut Diagnostics,
) {
    let ids = circle.iter().map(|one| plans[*one].id.to_string()).collect();
    let parent = plans[parent].id.clone();
    let leads_back = |one: &Basis| one.plan().is_some_and(|id| id.value == parent);
    if let Some(id) = plans[at].basis.iter().find(|one| leads_back(one)).and_then(Basis::plan) {
        found.report(Problem::Basis(Fault::Circle { plans: ids }), id.span);
    }
    plans.change(at).basis.retain(|one| !leads_back(one));
}
