//! In: a plan. Out: what belongs to each of its clauses elsewhere on the site: the indicators that it promises, its tasks,
//! and the plans that it names as the basis of its own, as a list in HTML.

use maud::{Markup, html};
use rustc_hash::FxHashMap;

use crate::model::Plan;
use crate::model::basis::Basis;
use crate::model::document::Address;
use crate::model::indicator::Indicator;
use crate::model::plan::Task;

use super::Context;
use super::basis::linked_basis;
use super::duty_table::{RowUrls, name_lang};
use super::markup::{Fragment, text};
use super::unit_parts::{NameLink, indicator_url};

/// What belongs to the clauses of a plan.
pub struct Related<'r> {
    cx: &'r Context<'r>,
    plan: &'r Plan,
    rows: RowUrls,
    /// By clause; that of what stands before the first one is `None`.
    entries: FxHashMap<Option<&'r Address>, Vec<Entry<'r>>>,
}

#[derive(Clone, Copy)]
enum Entry<'r> {
    Basis(&'r Basis),
    Indicator(&'r Indicator),
    Task(&'r Task),
}

impl<'r> Related<'r> {
    pub fn new(cx: &'r Context<'r>, plan: &'r Plan) -> Self {
        let basis = plan.basis.iter().map(|one| (&one.clauses, Entry::Basis(one)));
        let indicators = plan.indicators().map(|one| (&one.clauses, Entry::Indicator(one)));
        let tasks = plan.tasks().map(|one| (&one.clauses, Entry::Task(one)));
        let mut entries: FxHashMap<Option<&Address>, Vec<Entry<'_>>> = FxHashMap::default();
        for (clauses, entry) in basis.chain(indicators).chain(tasks) {
            for (at, clause) in clauses.iter().enumerate() {
                if !clauses[..at].contains(clause) {
                    entries.entry(clause.clause()).or_default().push(entry);
                }
            }
        }
        Self { cx, plan, rows: RowUrls::of(cx, plan), entries }
    }

    /// What belongs to a clause, or to what stands before the first one; `None` where nothing does.
    pub fn to(&self, clause: Option<&Address>) -> Option<Fragment> {
        let entries: Vec<Markup> =
            self.entries.get(&clause)?.iter().filter_map(|one| self.entry(*one)).collect();
        let list = html! {
            ul class="related" { "\n" @for entry in &entries { li { (entry) } "\n" } }
        };
        (!entries.is_empty()).then(|| list.into())
    }

    fn entry(&self, entry: Entry<'_>) -> Option<Markup> {
        let Self { cx, plan, rows, .. } = self;
        Some(match entry {
            Entry::Basis(basis) => {
                let NameLink { name, url } = linked_basis(cx, basis)?;
                named(cx, "fact-basis", &name, url, None)
            }
            Entry::Indicator(one) => {
                let url = indicator_url(cx, plan, one);
                named(cx, "related-indicator", one.name.get(cx.lang), url, None)
            }
            Entry::Task(task) => {
                let lang = name_lang(cx, plan, task.clauses.first());
                let url = rows.url(task.number);
                named(cx, "related-task", task.name.get(cx.lang), url, lang)
            }
        })
    }
}

/// `lang` is the language of the name, where it is not that of the page.
fn named(
    cx: &Context<'_>,
    kind: &str,
    name: &str,
    url: Option<String>,
    lang: Option<String>,
) -> Markup {
    html! {
        span class="kind" { (text(&cx.word(kind))) } " "
        @match &url {
            Some(url) => a href=(text(url)) lang=[lang] { (text(name)) },
            None => span lang=[lang] { (text(name)) },
        }
    }
}
