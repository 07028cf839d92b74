//! In: a place of a plan. Out: the editor's notes that are printed there: its own, and the reasons for findings that are
//! true of the source.

use crate::language::Text;
use crate::model::Plan;
use crate::model::acknowledged::About;
use crate::model::document::Address;
use crate::model::indicator::Indicator;

use super::Context;

/// The notes at a place that has a note of its own, or none.
pub fn notes(cx: &Context<'_>, plan: &Plan, about: &About, note: Option<&Text>) -> Vec<String> {
    plan.notes(about, note).into_iter().map(|note| note.get(cx.lang).to_owned()).collect()
}

pub fn indicator_notes(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Vec<String> {
    notes(cx, plan, &About::Indicator(indicator.id.clone()), indicator.note.as_ref())
}

/// At a clause; without one, at the head of the plan.
pub fn text_notes(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Vec<String> {
    let about = clause.map_or(About::Plan, |clause| About::Clause(clause.clone()));
    notes(cx, plan, &about, None)
}
