//! In: a page of `content/pages/`. Out: its text.

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::Span;
use crate::language::Lang;
use crate::model::Site;

use super::document::whole;
use super::frame::Tags;
use super::markup::Fragment;
use super::{Context, PageKind, Subject, View};

pub struct FreePageKind;

#[derive(Serialize)]
struct Body {
    html: Fragment,
}

impl PageKind for FreePageKind {
    fn name(&self) -> &'static str {
        "page"
    }
    fn about(&self) -> &'static str {
        "A page that stands by itself, such as about or accessibility."
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        (0..site.pages.len()).map(Subject::Page).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        format!("{}/", subject.page(site).name)
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        subject.page(cx.site).title.get(cx.lang).to_owned()
    }
    fn anchors(&self, site: &Site, subject: Subject, lang: Lang) -> Vec<String> {
        let text = &subject.page(site).texts[lang.index()];
        text.clauses.iter().map(|clause| clause.address.to_string()).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.page(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let page = subject.page(cx.site);
        let path = self.path(cx.site, subject);
        let title = page.title.get(cx.lang).to_owned();
        let description = format!("{title} - {}", cx.site.config.description.get(cx.lang));
        let html = whole(cx, &page.texts[cx.lang.index()], &path, &path, 2, "");
        let body = Body { html: Fragment::of(html) };
        View {
            tags: Tags::Column {
                name: title.clone(),
                description: description.clone(),
                keywords: vec![title],
                kind: "概况信息",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}
