//! In: the site plan. Out: the page that lists every page, each under the one above it.

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::Site;

use super::frame::Tags;
use super::{Context, Page, PageKind, Subject, View, once};

pub struct SiteMap;

#[derive(Serialize)]
struct Body {
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    url: String,
    entries: Vec<Entry>,
}

impl PageKind for SiteMap {
    fn name(&self) -> &'static str {
        "site-map"
    }
    fn about(&self) -> &'static str {
        "Every page of the site as a tree."
    }
    fn subjects(&self, _: &Site, _: Date) -> Vec<Subject> {
        once()
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "site-map/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("site-map-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("site-map-description");
        let mut below: FxHashMap<&str, Vec<&Page>> = FxHashMap::default();
        for page in cx.plan.pages.iter().filter(|page| page.kind.listed()) {
            below.entry(above(cx, &page.path)).or_default().push(page);
        }
        let home = cx.plan.pages.iter().filter(|page| page.path.is_empty());
        let tops = home.chain(below.get("").into_iter().flatten().copied());
        let body = Body { entries: tops.map(|page| entry(cx, page, &below)).collect() };
        View {
            tags: Tags::Column {
                name: cx.word("site-map-title"),
                description: description.clone(),
                keywords: vec![cx.word("site-map-title")],
                kind: "概况信息",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// The address of the page above: `plans/` for `plans/x/`. Where there is none at the address above, the next one counts;
/// what has nothing above it stands at the top, and the home page is above nothing.
fn above<'p>(cx: &Context<'_>, path: &'p str) -> &'p str {
    if path.is_empty() {
        return "-";
    }
    let mut above = path;
    loop {
        let rest = above.trim_end_matches('/');
        above = &rest[..rest.rfind('/').map_or(0, |at| at + 1)];
        if above.is_empty() || cx.plan.page(above).is_some_and(|page| page.kind.listed()) {
            return above;
        }
    }
}

/// A page and the pages below it.
fn entry(cx: &Context<'_>, page: &Page, below: &FxHashMap<&str, Vec<&Page>>) -> Entry {
    let children = if page.path.is_empty() { None } else { below.get(page.path.as_str()) };
    let children = children.map_or(&[][..], Vec::as_slice);
    let mut entries: Vec<Entry> = children.iter().map(|page| entry(cx, page, below)).collect();
    // The lists of comments of several rounds have one title.
    for (at, page) in children.iter().enumerate() {
        if page.kind.name() == "comments" && children.len() > 1 {
            entries[at].title = page.kind.full_title(cx, page.subject);
        }
    }
    Entry { title: page.kind.title(cx, page.subject), url: cx.page_url(page), entries }
}
