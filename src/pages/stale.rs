//! In: a clause. Out: the notice that its translation is older than the authoritative text, where that is so.

use serde::Serialize;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::document::Address;

use super::Context;
use super::frame::{html_lang, language};
use super::plan_parts::plan_path;

/// The notice, with the way to the authoritative text.
#[derive(Serialize)]
pub struct Stale {
    text: String,
    link: String,
    url: String,
    /// The language of the page behind the link.
    lang: String,
}

/// For a clause in the language of `cx`, or for what stands before the first one.
pub fn stale(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<Stale> {
    if !plan.translation.is_stale(cx.lang, clause) {
        return None;
    }
    let first = cx.site.config.languages.first();
    let fragment = clause.map_or_else(String::new, |clause| format!("#{clause}"));
    let text = if clause.is_some() { "stale-clause" } else { "stale-preamble" };
    Some(Stale {
        text: word(cx, text),
        link: word(cx, "stale-link"),
        url: cx.url_in(first, &plan_path(plan)) + &fragment,
        lang: html_lang(cx.site.config.languages.tag(first)),
    })
}

/// The same in a few words, where the authoritative text stands beside the translation.
pub fn stale_beside(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<String> {
    plan.translation.is_stale(cx.lang, clause).then(|| word(cx, "stale-beside"))
}

fn word(cx: &Context<'_>, word: &str) -> String {
    let language = language(cx, cx.site.config.languages.first());
    cx.word_with(word, &[("language", WordArg::Text(&language))])
}
