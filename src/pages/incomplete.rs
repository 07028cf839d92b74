//! In: a plan. Out: where the source of its text breaks off, for the notices that tell readers so.

use crate::language::Lang;
use crate::model::Plan;

use super::Context;
use super::plan_parts::{ClauseLink, place_link};

/// The clause in which the source breaks off, for the notice at the head of a page.
pub fn breaks_off(cx: &Context<'_>, plan: &Plan) -> Option<ClauseLink> {
    place_link(cx, plan, plan.ends_in()?)
}

/// Behind which clause of a text, by its place, the notice stands that the source breaks off there.
pub fn end_of_source(plan: &Plan, lang: Lang) -> Option<usize> {
    plan.text(lang).last_within(plan.ends_in()?)
}

/// Whether the source breaks off before the first clause.
pub fn ends_before_clauses(plan: &Plan) -> bool {
    plan.ends_in().is_some_and(|end| end.is_preamble())
}
