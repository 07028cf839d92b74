//! In: the site. Out: the page for addresses that lead nowhere, in every language. Web servers show it
//! for any wrong address below the language's folder; the one at the root is in `machine.rs`.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Site;

use super::frame::Tags;
use super::{Context, PageKind, Subject, View, once};

pub struct NotFound;

#[derive(Serialize)]
struct Body {
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    title: String,
    url: String,
}

impl PageKind for NotFound {
    fn name(&self) -> &'static str {
        "not-found"
    }
    fn about(&self) -> &'static str {
        "Says that there is no such page, and where to look instead."
    }
    fn subjects(&self, _: &Site, _: Date) -> Vec<Subject> {
        once()
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "404.html".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("not-found-title")
    }
    fn listed(&self) -> bool {
        false
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let links = ["", "plans/", "site-map/"].into_iter().filter_map(|path| cx.plan.page(path));
        let links = links
            .map(|page| Link { title: page.kind.title(cx, page.subject), url: cx.page_url(page) });
        View {
            description: cx.word("not-found-text"),
            tags: Tags::None,
            json_ld: None,
            body: tera::Value::from_serializable(&Body { links: links.collect() }),
        }
    }
}
