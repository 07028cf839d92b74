//! In: the links of every text, as their authors wrote them. Out: findings for those that lead nowhere,
//! and, when a page is made, the addresses of the others.

use std::collections::HashMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::Site;
use crate::model::document::{Document, Html};

use super::address::{Target, target};
use super::{Context, Page, SitePlan};

/// Reports every link of every text that leads to no page, no file or no place of a page. Links below
/// the addresses in `broken` are not judged.
pub fn check(site: &Site, plan: &SitePlan<'_>, broken: &[String]) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut checker = Checker { site, plan, broken, anchors: HashMap::new() };
    for one in &site.plans {
        let base = format!("plans/{}/", one.id);
        let notices = one.rounds.iter().filter_map(|round| round.notice.as_ref()).flatten();
        for text in one.texts.iter().chain(notices) {
            checker.document(text, &base, &mut found);
        }
    }
    for page in &site.pages {
        let base = format!("{}/", page.name);
        for text in &page.texts {
            checker.document(text, &base, &mut found);
        }
    }
    found
}

struct Checker<'c> {
    site: &'c Site,
    plan: &'c SitePlan<'c>,
    broken: &'c [String],
    /// The places of pages that links have named, looked up once.
    anchors: HashMap<&'c str, Vec<String>>,
}

impl Checker<'_> {
    fn document(&mut self, document: &Document, base: &str, found: &mut Diagnostics) {
        for link in document.links() {
            if let Some(problem) = self.problem(link, base) {
                found.report(problem, link.span);
            }
        }
    }

    fn problem(&mut self, link: &Spanned<String>, base: &str) -> Option<Problem> {
        let link = &link.value;
        let (path, fragment) = match target(link, base) {
            Target::External => return None,
            Target::Unsafe => {
                return Some(Problem::UnsafeLink { target: link.clone() });
            }
            Target::Internal { path, fragment } => (path, fragment),
        };
        if self.broken.iter().any(|broken| path.starts_with(broken.as_str())) {
            return None;
        }
        let Some(page) = self.plan.page(&path) else {
            return self.missing_page(link, &path);
        };
        let fragment = fragment?;
        let site = self.site;
        let anchors = self
            .anchors
            .entry(page.path.as_str())
            .or_insert_with(|| page.kind.anchors(site, page.subject));
        if anchors.contains(&fragment) {
            return None;
        }
        let nearest = nearest(&fragment, anchors.iter().map(String::as_str));
        Some(Problem::DeadAnchor { target: format!("/{path}"), anchor: fragment, nearest })
    }

    fn missing_page(&self, link: &str, path: &str) -> Option<Problem> {
        if self.plan.attachment(path).is_some() {
            return None;
        }
        let folder = format!("{path}/");
        let pages = self.plan.pages.iter().map(|page| page.path.as_str());
        let nearest = match self.plan.page(&folder) {
            Some(_) => Some(folder),
            None => nearest(path, pages.chain(self.plan.attachments.keys().map(String::as_str))),
        };
        let nearest = nearest.map(|path| format!("/{path}"));
        Some(Problem::DeadLink { target: link.to_owned(), nearest })
    }
}

impl Context<'_> {
    /// Fills the links of a text whose page has the address `base`. `here` is the page that is being made.
    pub fn html(&self, html: &Html, base: &str, here: &str, out: &mut String) {
        html.fill(out, |link| escape_attribute(&self.href(link, base, here)));
    }

    /// Where a link leads. Links are checked before pages are made, so that all of them lead somewhere.
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

fn escape_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
