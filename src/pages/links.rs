//! In: a link or a figure as its author asked for it. Out: the address or the number that stands in the page.
//! Both have been checked, so that every link leads somewhere and every figure is there.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::language::{Lang, any_byte};
use crate::model::directive::Figure;
use crate::model::html::{Html, Open};
use crate::model::line::Line;
use crate::model::quantity::Bound;

use super::address::{Target, target};
use super::{Context, Page, Subject};

impl Context<'_> {
    /// Fills the links and figures of a text whose page has the address `base`. `here` is the page that is
    /// being made.
    pub fn html(&self, html: &Html, base: &str, here: &str, out: &mut String) {
        html.fill(out, |open| self.fill(open, base, here));
    }

    /// The same for a text in `lang`, in which its numbers are written. Its links lead to pages in the language of the
    /// page, as long as these have the place that is meant: free pages may differ.
    pub fn html_in(&self, lang: Lang, html: &Html, base: &str, here: &str, out: &mut String) {
        let text = Context { lang, ..*self };
        html.fill(out, |open| match open {
            Open::Link(link) if self.has_place(&link.value, base) => self.fill(open, base, here),
            _ => text.fill(open, base, here),
        });
    }

    /// Whether the page of a link has the place that it names, in the language of this page.
    fn has_place(&self, link: &str, base: &str) -> bool {
        let Target::Internal { path, fragment: Some(fragment) } = target(link, base) else {
            return true;
        };
        let places = |page: &Page| page.kind.anchors(self.site, page.subject, self.lang);
        self.plan.page(&path).is_none_or(|page| places(page).contains(&fragment))
    }

    /// A text as lines without marks, with its figures.
    pub fn lines<'h>(&self, html: &'h Html, base: &str) -> Vec<Line<'h>> {
        html.lines(|open| self.fill(open, base, base))
    }

    fn fill(&self, open: &Open, base: &str, here: &str) -> String {
        match open {
            Open::Link(link) | Open::Picture(link) => {
                escape(&self.href(&link.value, base, here)).into_owned()
            }
            Open::Figure(figure) => escape(&self.figure(figure, base)).into_owned(),
        }
    }

    /// The number of a figure as the language writes it. The words around it say the bound and the unit;
    /// only a range is written with both its ends.
    pub fn figure(&self, figure: &Figure, base: &str) -> String {
        let plan = match self.plan.page(base).map(|page| page.subject) {
            Some(Subject::Plan(plan)) => &self.site.plans[plan],
            _ => return String::new(),
        };
        match figure.find(plan, &self.site.areas) {
            Ok(quantity) if matches!(quantity.bound, Bound::To(_)) => self.quantity(quantity),
            Ok(quantity) => self.voice().number(quantity.value),
            Err(_) => String::new(),
        }
    }

    /// Where a link leads.
    fn href(&self, link: &str, base: &str, here: &str) -> String {
        let Target::Internal { path, fragment } = target(link, base) else {
            return link.to_owned();
        };
        let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        if let Some((plan, file)) = self.plan.attachment(&path) {
            let plan = &self.site.plans[plan];
            return self.file_url(&attachment_path(plan.id.as_str(), &plan.files[file].name));
        }
        if path == here && !fragment.is_empty() {
            return fragment;
        }
        self.url(&path) + &fragment
    }

    /// The address of a page in the language of this page; `None` where the site has no such page.
    pub fn link(&self, path: &str) -> Option<String> {
        self.plan.page(path).map(|page| self.page_url(page))
    }

    /// The whole address of a page in the language of this page.
    pub fn page_url(&self, page: &Page) -> String {
        self.url(&page.path)
    }
}

/// Everything but letters, digits and `-._~/`, so that any file name can be an address.
const NOT_IN_ADDRESSES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a file of a plan is published, as it stands in an address.
pub fn attachment_path(plan: &str, name: &str) -> String {
    format!("files/{plan}/{}", utf8_percent_encode(name, NOT_IN_ADDRESSES))
}

/// A text as it may stand in HTML. Nearly all stand as they are.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !any_byte(text, |b| (b == b'&') | (b == b'"') | (b == b'<') | (b == b'>')) {
        return text.into();
    }
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;").into()
}
