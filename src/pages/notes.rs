//! In: a place of a plan, or an entry of a register. Out: the editor's notes that are printed there: its own, and the
//! reasons for findings that are true of the source.

use serde::Serialize;

use crate::language::Text;
use crate::model::Plan;
use crate::model::acknowledged::{self, About};
use crate::model::document::Address;
use crate::model::indicator::Indicator;

use super::Context;

/// Notes at one place, in one language.
#[derive(Serialize)]
pub struct Notes {
    /// Says what they are.
    label: String,
    texts: Vec<String>,
}

/// The notes at a place that has a note of its own, or none.
pub fn notes(cx: &Context<'_>, plan: &Plan, about: &About, note: Option<&Text>) -> Option<Notes> {
    printed(cx, plan.notes(about, note))
}

/// At an organisation or an area.
pub fn entry_notes(cx: &Context<'_>, about: &About, note: Option<&Text>) -> Option<Notes> {
    printed(cx, acknowledged::notes(&cx.site.acknowledged, about, note))
}

fn printed(cx: &Context<'_>, notes: Vec<&Text>) -> Option<Notes> {
    let texts: Vec<String> = notes.into_iter().map(|note| note.get(cx.lang).to_owned()).collect();
    (!texts.is_empty()).then(|| Notes { label: cx.word("editors-note"), texts })
}

pub fn indicator_notes(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Option<Notes> {
    notes(cx, plan, &About::Indicator(indicator.id.clone()), indicator.note.as_ref())
}

/// At a clause, or what stands before the first one; without either, at the head of the plan.
pub fn text_notes(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<Notes> {
    let about = clause.map_or(About::Plan, |clause| About::Clause(clause.clone()));
    notes(cx, plan, &about, None)
}
