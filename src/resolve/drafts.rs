//! In: plans in their final order. Out: findings about the drafts that they name, and about the clauses that comments
//! are said to have changed; drafts that lead in a circle are taken out. And what became of each draft.

use rayon::prelude::*;

use crate::changes::reasons::reasons;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::language::Lang;
use crate::model::document::Address;
use crate::model::lineage::{Descent, Lineage, Reasons};
use crate::model::{Area, Plan, Register};

use super::names::report_unknown;

/// `broken` are the addresses of plans that could not be read; texts are compared in `lang`.
pub fn lineage(
    plans: &mut [Plan],
    areas: &Register<Area>,
    lang: Lang,
    broken: &[String],
    found: &mut Diagnostics,
) -> Lineage {
    for plan in &*plans {
        let Some(draft) = &plan.draft else { continue };
        let address = format!("plans/{}/", draft.value);
        if plans.iter().all(|one| one.id != draft.value) && !broken.contains(&address) {
            let name = Spanned::new(draft.value.to_string(), draft.span);
            report_unknown("plan", &name, plans.iter().map(|one| one.id.as_str()), found);
        }
    }
    take_out_circles(plans, found);
    let descent = Descent::new(plans);
    let after = |at: usize| descent.final_of(at).map(|at| &plans[at]);
    for (at, plan) in plans.iter().enumerate() {
        check_changed(plan, after(at), found);
    }
    let reasons = plans.par_iter().enumerate().map(|(at, plan)| {
        after(at).map_or_else(Reasons::default, |after| reasons(plan, after, areas, lang))
    });
    let reasons = reasons.collect();
    Lineage::new(descent, reasons)
}

fn take_out_circles(plans: &mut [Plan], found: &mut Diagnostics) {
    let descent = Descent::new(plans);
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
        if let Some(draft) = plans[at].draft.take_if(|_| leads_back) {
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
            let name = Spanned::new(changed.value.to_string(), changed.span);
            report_unknown("clause", &name, std::iter::empty(), found);
        }
    }
}
