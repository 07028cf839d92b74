//! In: plans in their final order. Out: findings about the drafts that they name, and about the clauses that comments
//! are said to have changed; drafts that lead in a circle are taken out. And what became of each draft.

use rayon::prelude::*;

use crate::changes::reasons::comparison;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::language::Languages;
use crate::model::document::Address;
use crate::model::lineage::{Descent, Lineage};
use crate::model::plan::Status;
use crate::model::plan_index::PlanIndex;
use crate::model::{Area, Plan, Plans, Register};

use super::names::report_unknown_plan;

/// `broken` are the addresses of plans that could not be read.
pub fn lineage(
    plans: &mut Plans,
    index: &PlanIndex,
    areas: &Register<Area>,
    languages: &Languages,
    broken: &[String],
    found: &mut Diagnostics,
) -> Lineage {
    for draft in plans.iter().filter_map(|plan| plan.draft.as_ref()) {
        report_unknown_plan(draft, plans, index, broken, found);
    }
    take_out_circles(plans, index, found);
    let descent = Descent::new(plans, index);
    for at in 0..plans.len() {
        check_draft(plans, &descent, at, found);
    }
    let after = |at: usize| descent.final_of(at).map(|at| &plans[at]);
    for (at, plan) in plans.iter().enumerate() {
        check_changed(plan, after(at), found);
    }
    let comparisons = plans.as_slice().par_iter().enumerate().map(|(at, now)| {
        let draft = descent.draft_of(at)?;
        // Of a draft that several plans came of, the comments belong to the first of them.
        let explains = descent.final_of(draft) == Some(at);
        Some(comparison(&plans[draft], now, areas, languages, explains))
    });
    let comparisons = comparisons.collect();
    Lineage::new(descent, comparisons)
}

fn take_out_circles(plans: &mut Plans, index: &PlanIndex, found: &mut Diagnostics) {
    let descent = Descent::new(plans, index);
    for at in 0..plans.len() {
        let mut next = descent.draft_of(at);
        for _ in 0..plans.len() {
            next = match next {
                Some(place) if place == at => break,
                Some(place) => descent.draft_of(place),
                None => break,
            };
        }
        let leads_back = next == Some(at);
        // Each circle is reported once, at the first of its plans.
        if !leads_back {
            continue;
        }
        if let Some(draft) = plans.change(at).draft.take() {
            let id = plans[at].id.to_string();
            let broken = |place: usize| plans[place].draft.is_none();
            if !around(&descent, at).any(broken) {
                found.report(Problem::Circle { what: "plan", key: "draft", id }, draft.span);
            }
        }
    }
}

/// The other plans of the circle that a plan is in.
fn around(descent: &Descent, at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(descent.draft_of(at), |place| descent.draft_of(*place))
        .take_while(move |place| *place != at)
}

/// A draft is a draft, was there before its plan, and belongs to one plan.
fn check_draft(plans: &Plans, descent: &Descent, at: usize, found: &mut Diagnostics) {
    let plan = &plans[at];
    let (Some(named), Some(place)) = (&plan.draft, descent.draft_of(at)) else { return };
    let (draft, id) = (&plans[place], named.value.to_string());
    if let (Some(before), Some(after)) = (&draft.published, &plan.published)
        && before.value > after.value
    {
        let published = before.value.to_string();
        found.report(Problem::DraftLater { draft: id.clone(), published }, named.span);
    }
    if draft.status != Status::Draft {
        found.report(Problem::NoDraftStatus { draft: id.clone() }, named.span);
    }
    let first = descent.final_of(place).filter(|first| *first != at).map(|first| &plans[first]);
    if let Some((first, other)) = first.and_then(|first| Some((first, first.draft.as_ref()?))) {
        let problem = Problem::DraftTwice { draft: id, first: first.id.to_string() };
        found.push(Diagnostic::new(problem, named.span).with_related(other.span));
    }
}

/// The clauses that a comment changed are clauses of what came of the draft.
fn check_changed(plan: &Plan, after: Option<&Plan>, found: &mut Diagnostics) {
    let submissions = plan.rounds.iter().flat_map(|round| &round.submissions);
    for changed in submissions.flat_map(|one| &one.changed) {
        let Some(after) = after else {
            found.report(Problem::NoFinalPlan { draft: plan.id.to_string() }, changed.span);
            continue;
        };
        let known =
            |address: &Address| after.texts.iter().any(|text| text.clause(address).is_some());
        if !known(&changed.value) {
            let (address, plan) = (changed.value.to_string(), after.id.to_string());
            found.report(Problem::UnknownChanged { address, plan }, changed.span);
        }
    }
}
