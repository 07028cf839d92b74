//! In: a clause of a plan. Out: what belongs to it elsewhere on the site: the indicators that it promises, its tasks, and
//! the plans that it names as the basis of its own, as a list in HTML.

use maud::{Markup, html};

use crate::model::Plan;
use crate::model::document::Address;

use super::Context;
use super::basis::linked_basis;
use super::duty_table::name_lang;
use super::markup::Fragment;
use super::unit_parts::{NameLink, indicator_link, task_link};

/// What belongs to a clause, or to what stands before the first one; `None` where nothing does.
pub fn related(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<Fragment> {
    let is_named = |clauses: &[Address]| clauses.iter().any(|one| one.names(clause));
    let mut entries: Vec<Markup> = Vec::new();
    for one in plan.basis.iter().filter(|one| is_named(&one.clauses)) {
        entries.extend(linked_basis(cx, one).map(|one| entry(cx, "fact-basis", &one, None)));
    }
    for one in plan.indicators().filter(|one| is_named(&one.clauses)) {
        entries.push(entry(cx, "related-indicator", &indicator_link(cx, plan, one), None));
    }
    for task in plan.tasks().filter(|task| is_named(&task.clauses)) {
        let lang = name_lang(cx, plan, task.clauses.first());
        entries.push(entry(cx, "related-task", &task_link(cx, plan, task), lang));
    }
    let list = html! {
        ul class="related" { "\n" @for entry in &entries { li { (entry) } "\n" } }
    };
    (!entries.is_empty()).then(|| list.into())
}

/// `lang` is the language of the name, where it is not that of the page.
fn entry(cx: &Context<'_>, kind: &str, to: &NameLink, lang: Option<String>) -> Markup {
    html! {
        span class="kind" { (cx.word(kind)) } " "
        @match &to.url {
            Some(url) => a href=(url) lang=[lang] { (to.name) },
            None => span lang=[lang] { (to.name) },
        }
    }
}
