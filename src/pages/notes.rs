//! In: a place of a plan, or an entry of a register. Out: the editor's notes that are printed there, as HTML: its own, and the
//! reasons for findings that are true of the source.

use maud::html;

use crate::language::Text;
use crate::model::Plan;
use crate::model::acknowledged::{self, About};
use crate::model::document::Address;
use crate::model::indicator::Indicator;

use super::Context;
use super::markup::Fragment;

/// The notes at a place that has a note of its own, or none.
pub fn notes(
    cx: &Context<'_>,
    plan: &Plan,
    about: &About,
    note: Option<&Text>,
) -> Option<Fragment> {
    printed(cx, plan.notes(about, note))
}

/// At an organisation or an area.
pub fn entry_notes(cx: &Context<'_>, about: &About, note: Option<&Text>) -> Option<Fragment> {
    printed(cx, acknowledged::notes(&cx.site.acknowledged, about, note))
}

/// A note that stands alone.
pub fn note(cx: &Context<'_>, note: Option<&Text>) -> Option<Fragment> {
    printed(cx, note.into_iter().collect())
}

/// In one box.
fn printed(cx: &Context<'_>, notes: Vec<&Text>) -> Option<Fragment> {
    let label = (!notes.is_empty()).then(|| cx.word("editors-note"))?;
    let notes = html! {
        div class="note" {
            "\n"
            @for (at, note) in notes.into_iter().enumerate() {
                p { @if at == 0 { strong { (label) } " " } (note.get(cx.lang)) } "\n"
            }
        }
    };
    Some(notes.into())
}

pub fn indicator_notes(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Option<Fragment> {
    notes(cx, plan, &About::Indicator(indicator.id.clone()), indicator.note.as_ref())
}

/// At a clause, or what stands before the first one; without either, at the head of the plan.
pub fn text_notes(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<Fragment> {
    let about = clause.map_or(About::Plan, |clause| About::Clause(clause.clone()));
    notes(cx, plan, &about, None)
}
