//! In: a clause of a plan. Out: what belongs to it elsewhere on the site: the indicators that it promises, its tasks, and
//! the plans that it names as the basis of its own.

use serde::Serialize;

use crate::model::Plan;
use crate::model::document::Address;

use super::Context;
use super::basis::linked_basis;
use super::indicator::indicator_path;
use super::plan_parts::page_path;
use super::responsibilities::name_lang;

/// Something that belongs to a clause.
#[derive(Serialize)]
pub struct Related {
    kind: &'static str,
    title: String,
    /// The language of the title, where it is not that of the page.
    lang: Option<String>,
    url: String,
}

/// What belongs to a clause, or to what stands before the first one.
pub fn related(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Vec<Related> {
    let is_named = |clauses: &[Address]| clauses.iter().any(|one| one.names(clause));
    let basis = plan.basis.iter().filter(|one| is_named(&one.clauses));
    let basis = basis.filter_map(|one| linked_basis(cx, one));
    let basis =
        basis.map(|one| Related { kind: "basis", title: one.name, lang: None, url: one.url });
    let indicators = plan.indicators().filter(|indicator| is_named(&indicator.clauses));
    let tasks = plan.tasks().filter(|task| is_named(&task.clauses));
    let indicators = indicators.map(|indicator| Related {
        kind: "indicator",
        title: indicator.name.get(cx.lang).to_owned(),
        lang: None,
        url: cx.url(&indicator_path(plan, indicator)),
    });
    let tasks = tasks.map(|task| Related {
        kind: "task",
        title: task.name.get(cx.lang).to_owned(),
        lang: name_lang(cx, plan, task.clauses.first()),
        url: cx.url(&page_path(plan, "responsibilities/")) + &format!("#task-{}", task.number),
    });
    basis.chain(indicators).chain(tasks).collect()
}
