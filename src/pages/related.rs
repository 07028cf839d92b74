//! In: a clause of a plan. Out: what belongs to it elsewhere on the site: the indicators that it promises, its tasks, and
//! the plans that it names as the basis of its own.

use serde::Serialize;

use crate::model::Plan;
use crate::model::document::Address;

use super::Context;
use super::basis::linked_basis;
use super::duty_table::name_lang;
use super::unit_parts::{NameLink, indicator_link, task_link};

/// Something that belongs to a clause.
#[derive(Serialize)]
pub struct Related {
    kind: &'static str,
    title: String,
    /// The language of the title, where it is not that of the page.
    lang: Option<String>,
    /// The page of it, where the site has one.
    url: Option<String>,
}

impl Related {
    fn new(kind: &'static str, link: NameLink, lang: Option<String>) -> Self {
        Self { kind, title: link.name, lang, url: link.url }
    }
}

/// What belongs to a clause, or to what stands before the first one.
pub fn related(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Vec<Related> {
    let is_named = |clauses: &[Address]| clauses.iter().any(|one| one.names(clause));
    let basis = plan.basis.iter().filter(|one| is_named(&one.clauses));
    let basis = basis.filter_map(|one| linked_basis(cx, one));
    let basis = basis.map(|one| Related::new("basis", one, None));
    let indicators = plan.indicators().filter(|indicator| is_named(&indicator.clauses));
    let tasks = plan.tasks().filter(|task| is_named(&task.clauses));
    let indicators =
        indicators.map(|one| Related::new("indicator", indicator_link(cx, plan, one), None));
    let tasks = tasks.map(|task| {
        let lang = name_lang(cx, plan, task.clauses.first());
        Related::new("task", task_link(cx, plan, task), lang)
    });
    basis.chain(indicators).chain(tasks).collect()
}
