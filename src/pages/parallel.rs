//! In: a plan. Out: its text in two languages side by side, clause by clause, with the addresses of the page of the text.
//!
//! The page's own language stands beside the authoritative one; where that is the page's own, beside the next one.

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::document::Document;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::frame::{authority, html_lang, language};
use super::incomplete::breaks_off;
use super::markup::Fragment;
use super::pairing::pair;
use super::plan::{anchors, contents};
use super::plan_parts::{ClauseLink, Head, head, page_path, page_title, tags};
use super::side_by_side::side_by_side;
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ParallelPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    authority: String,
    /// The page's own language, then the other one.
    columns: Vec<Column>,
    contents: Option<Fragment>,
    /// Where the source of the text breaks off.
    breaks_off: Option<ClauseLink>,
    /// Whether something stands before the first clause.
    preamble: bool,
    text: Fragment,
}

/// A language of the page.
#[derive(Serialize)]
struct Column {
    lang: String,
    /// In its own words: 中文, English.
    name: String,
    /// The choice to see it first.
    first: String,
}

impl PageKind for ParallelPage {
    fn name(&self) -> &'static str {
        "parallel"
    }
    fn about(&self) -> &'static str {
        "The text of a plan in two languages, side by side."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Parallel)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| written(site, plan).len() > 1)
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "parallel/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-parallel")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-parallel")
    }
    fn anchors(&self, site: &Site, subject: Subject, lang: Lang) -> Vec<String> {
        anchors(subject.plan(site).text(lang))
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let [one, other] = languages(cx.site, plan, cx.lang).map(|lang| language(cx, lang));
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("one", WordArg::Text(&one)),
            ("other", WordArg::Text(&other)),
        ];
        let description = cx.word_with("parallel-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body(cx, subject.plan_place())),
        }
    }
}

/// The languages in which there is something of the text, or will be.
fn written(site: &Site, plan: &Plan) -> Vec<Lang> {
    let texts = site.config.languages.iter().zip(&plan.texts);
    let something = |text: &Document| !text.preamble.is_empty() || !text.clauses.is_empty();
    let counts = |(lang, text): &(Lang, &Document)| something(text) || plan.is_pending(*lang);
    texts.filter(counts).map(|(lang, _)| lang).collect()
}

/// The two languages of the page in `lang`, its own first.
fn languages(site: &Site, plan: &Plan, lang: Lang) -> [Lang; 2] {
    let written = written(site, plan);
    let own = if written.contains(&lang) { lang } else { written[0] };
    let other = written.into_iter().find(|one| *one != own);
    [own, other.expect("subjects have two texts")]
}

fn body(cx: &Context<'_>, at: usize) -> Body {
    let plan = &cx.site.plans[at];
    let both = languages(cx.site, plan, cx.lang).map(|lang| Context { lang, ..*cx });
    let [one, other] = both.map(|side| &plan.texts[side.lang.index()]);
    let paired = pair(one, other);
    // The contents are in the language of the first column.
    let second = html_lang(both[1].tag());
    let clauses = paired.clauses.iter().filter_map(|pair| {
        let lang = pair.one.is_none().then(|| second.clone());
        Some((pair.one.or(pair.other)?, lang))
    });
    Body {
        head: head(cx, plan, "parallel/"),
        authority: authority(cx),
        columns: both.iter().map(|side| column(cx, side.lang)).collect(),
        contents: contents(clauses),
        breaks_off: breaks_off(cx, plan),
        preamble: !paired.preamble.is_empty(),
        text: side_by_side(cx, at, both, &paired),
    }
}

fn column(cx: &Context<'_>, lang: Lang) -> Column {
    let called = language(cx, lang);
    Column {
        lang: html_lang(cx.site.config.languages.tag(lang)),
        name: cx.words.get(lang, "language-name", &[]),
        first: cx.word_with("parallel-first", &[("language", WordArg::Text(&called))]),
    }
}
