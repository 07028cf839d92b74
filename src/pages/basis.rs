//! In: the documents that a plan names as its basis, and the plans that name it. Out: both as its page prints them, with
//! their links.

use serde::Serialize;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::basis::{Basis, BasisDocument};

use super::Context;
use super::plan_parts::{ClauseLink, clause_links, plan_url};
use super::unit_parts::NameLink;

/// A document that a plan is based on.
#[derive(Serialize)]
pub struct BasisView {
    name: String,
    number: Option<String>,
    /// Its page on this site, or where else it can be read.
    url: Option<String>,
    /// The clauses that name it.
    clauses: Vec<ClauseLink>,
}

/// The documents that a plan names as its basis, in its own order.
pub fn basis(cx: &Context<'_>, plan: &Plan) -> Vec<BasisView> {
    plan.basis.iter().filter_map(|one| view(cx, plan, one)).collect()
}

/// One of them; `None` for a plan that does not exist, which has been reported.
pub fn view(cx: &Context<'_>, plan: &Plan, one: &Basis) -> Option<BasisView> {
    let (title, number, url) = document(cx, one)?;
    let name = called(cx, &title);
    let number =
        number.map(|number| cx.word_with("basis-number", &[("number", WordArg::Text(&number))]));
    Some(BasisView { name, number, url, clauses: clause_links(cx, plan, &one.clauses) })
}

/// A document that has a page, here or elsewhere, under its name.
pub fn linked_basis(cx: &Context<'_>, basis: &Basis) -> Option<NameLink> {
    let (title, _, url) = document(cx, basis)?;
    Some(NameLink { name: called(cx, &title), url: Some(url?) })
}

/// The title of a document among other words: in Chinese with 《》.
fn called(cx: &Context<'_>, title: &str) -> String {
    cx.word_with("basis-name", &[("title", WordArg::Text(title))])
}

/// Title, document number and address; `None` for a plan that does not exist, which has been reported.
fn document(cx: &Context<'_>, basis: &Basis) -> Option<(String, Option<String>, Option<String>)> {
    match &basis.document {
        BasisDocument::Plan(id) => {
            let plan = cx.site.plan(id.value.as_str())?;
            let number = plan.document_number.as_ref().map(|one| one.value.clone());
            let title = plan.title.get(cx.lang).to_owned();
            Some((title, number, Some(plan_url(cx, plan))))
        }
        BasisDocument::Other { title, number, url } => {
            let number = number.as_ref().map(|one| one.value.clone());
            Some((title.get(cx.lang).to_owned(), number, url.clone()))
        }
    }
}

/// The plans that name the one at this place as their basis.
pub fn based_on_it(cx: &Context<'_>, plan: usize) -> Vec<NameLink> {
    let children = cx.site.genealogy.children(plan).iter();
    let link = |at: &usize| {
        let plan = &cx.site.plans[*at];
        NameLink { name: called(cx, plan.title.get(cx.lang)), url: Some(plan_url(cx, plan)) }
    };
    children.map(link).collect()
}

/// What schema.org is told of the basis of a plan.
pub fn data(cx: &Context<'_>, plan: &Plan) -> Vec<serde_json::Value> {
    let one = |basis: &Basis| {
        let (name, _, url) = document(cx, basis)?;
        let mut work = serde_json::json!({ "@type": "CreativeWork", "name": name });
        if let Some(url) = url {
            let own = basis.plan().is_some();
            work["url"] = if own { cx.absolute(&url) } else { url }.into();
        }
        Some(work)
    };
    plan.basis.iter().filter_map(one).collect()
}
