//! In: a clause. Out: the notice that its translation is older than the authoritative text, where that is so.

use maud::html;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::document::Address;

use super::Context;
use super::frame::{html_lang, language};
use super::markup::Fragment;
use super::plan_parts::plan_path;

/// The notice in HTML, with the way to the authoritative text: for a clause in the language of `cx`, or for what stands
/// before the first one. The heading is described by it; `id` is what nothing else of the page is called.
pub fn stale(
    cx: &Context<'_>,
    plan: &Plan,
    clause: Option<&Address>,
    id: &str,
) -> Option<Fragment> {
    if !plan.translation.is_stale(cx.lang, clause) {
        return None;
    }
    let first = cx.site.config.languages.first();
    let fragment = clause.map_or_else(String::new, |clause| format!("#{clause}"));
    let text = if clause.is_some() { "stale-clause" } else { "stale-preamble" };
    let url = cx.url_in(first, &plan_path(plan)) + &fragment;
    let lang = html_lang(cx.site.config.languages.tag(first));
    let notice = html! {
        div class="note" id=(id) { "\n"
            p { (word(cx, text)) " " a href=(url) hreflang=(lang) { (word(cx, "stale-link")) } } "\n"
        }
    };
    Some(notice.into())
}

/// The same in a few words, where the authoritative text stands beside the translation.
pub fn stale_beside(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<String> {
    plan.translation.is_stale(cx.lang, clause).then(|| word(cx, "stale-beside"))
}

fn word(cx: &Context<'_>, word: &str) -> String {
    let language = language(cx, cx.site.config.languages.first());
    cx.word_with(word, &[("language", WordArg::Text(&language))])
}
