//! In: the links of every text. Out: a finding for each that leads to no page, no file or no place of a
//! page, with the one that was perhaps meant.

use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::language::Lang;
use crate::model::document::Document;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::address::{Target, target};
use super::{SitePlan, Subject};

/// Reports every dead link. Links below the addresses in `broken` are not judged.
pub fn check(site: &Site, plan: &SitePlan, broken: &[String]) -> Diagnostics {
    let switched_off = OnceLock::new();
    let checker = || {
        let (anchors, switched_off) = (FxHashMap::default(), &switched_off);
        Checker { site, plan, broken, anchors, switched_off }
    };
    let of_plans = site.plans.as_slice().par_chunks(AT_ONCE).map(|plans| {
        let (mut checker, mut found) = (checker(), Diagnostics::default());
        for one in plans {
            let base = format!("plans/{}/", one.id);
            let notices = one.rounds.iter().filter_map(|round| round.notice.as_ref());
            for texts in std::iter::once(&one.texts).chain(notices) {
                checker.documents(texts, &base, &mut found);
            }
        }
        found
    });
    let of_plans: Vec<Diagnostics> = of_plans.collect();
    let (mut checker, mut found) = (checker(), Diagnostics::default());
    of_plans.into_iter().for_each(|one| found.append(one));
    for page in &site.pages {
        checker.documents(&page.texts, &format!("{}/", page.name), &mut found);
    }
    found
}

/// So many plans are looked at together: what one of them links to, another one does, too.
const AT_ONCE: usize = 32;

/// The pages that cannot be judged when a file of a plan has errors: `plans/x/targets/` for
/// `content/plans/x/targets.toml`; or that of the concepts.
pub fn pages_of(file: &str) -> Vec<String> {
    if file == "content/concepts.toml" {
        return vec!["concepts/".to_owned()];
    }
    let plan = file.strip_prefix("content/plans/").and_then(|rest| rest.split_once('/'));
    let Some((id, name)) = plan else { return Vec::new() };
    let ends = PAGES.iter().filter(|(_, file)| *file == name);
    ends.map(|(end, _)| format!("plans/{id}/{end}")).collect()
}

/// The pages that a plan has if it has the file.
const PAGES: [(&str, &str); 5] = [
    ("targets/", "targets.toml"),
    ("progress/", "targets.toml"),
    ("responsibilities/", "duties.toml"),
    ("awards/", "awards.toml"),
    ("consultation/", "consultation.toml"),
];

struct Checker<'c> {
    site: &'c Site,
    plan: &'c SitePlan,
    broken: &'c [String],
    /// The places of pages that links have named, looked up once for each language.
    anchors: FxHashMap<(&'c str, Lang), Vec<String>>,
    /// The pages that are switched off, once a link leads to no page.
    switched_off: &'c OnceLock<FxHashMap<String, Switch>>,
}

impl Checker<'_> {
    fn documents(&mut self, texts: &[Document], base: &str, found: &mut Diagnostics) {
        for (lang, text) in self.site.config.languages.iter().zip(texts) {
            for link in text.links() {
                if let Some(problem) = self.problem(link, base, lang) {
                    found.report(problem, link.span);
                }
            }
            for picture in text.pictures() {
                if let Some(problem) = self.foreign(&picture.value, base) {
                    found.report(problem, picture.span);
                }
            }
        }
    }

    /// A picture of another website is only shown where the site allows it; the page would come without it.
    fn foreign(&self, picture: &str, base: &str) -> Option<Problem> {
        let allowed = &self.site.config.elsewhere.pictures;
        let foreign = target(picture, base) == Target::External
            && !allowed.iter().any(|website| website.has(picture));
        foreign.then(|| Problem::Safety(Safety::ForeignPicture { target: picture.to_owned() }))
    }

    fn problem(&mut self, link: &Spanned<String>, base: &str, lang: Lang) -> Option<Problem> {
        let link = &link.value;
        let (path, fragment) = match target(link, base) {
            Target::External => return None,
            Target::Unsafe => return Some(Problem::UnsafeLink { target: link.clone() }),
            Target::Internal { path, fragment } => (path, fragment),
        };
        if self.broken.iter().any(|broken| path.starts_with(broken.as_str())) {
            return None;
        }
        let Some(page) = self.plan.page(&path) else {
            return self.missing(link, &path);
        };
        let fragment = fragment?;
        let site = self.site;
        if let Subject::Plan(at) = page.subject
            && site.plans[at].text(lang).damaged
        {
            return None;
        }
        let anchors = self
            .anchors
            .entry((page.path.as_str(), lang))
            .or_insert_with(|| page.kind.anchors(site, page.subject, lang));
        if anchors.contains(&fragment) {
            return None;
        }
        // Clause numbers are all near each other: a guess would mislead.
        let words = anchors.iter().map(String::as_str);
        let words = words.filter(|anchor| !anchor.starts_with(|c: char| c.is_ascii_digit()));
        let nearest = nearest(&fragment, words);
        Some(Problem::DeadAnchor { target: format!("/{path}"), anchor: fragment, nearest })
    }

    /// The link leads to no page.
    fn missing(&self, link: &str, path: &str) -> Option<Problem> {
        if self.plan.attachment(path).is_some() {
            return None;
        }
        let target = link.to_owned();
        let switched_off = self.switched_off.get_or_init(|| self.plan.switched_off());
        if let Some(switch) = switched_off.get(path) {
            return Some(Problem::PageSwitchedOff { target, key: switch.key() });
        }
        let of_plan = |plan: &&Plan| path.starts_with(&format!("plans/{}/", plan.id));
        if let Some(plan) = self.site.plans.iter().find(of_plan) {
            let rest = &path[format!("plans/{}/", plan.id).len()..];
            if let Some((_, file)) = PAGES.iter().find(|(end, _)| *end == rest) {
                return Some(Problem::PageNotMade { target, file });
            }
            if let Some(name) = rest.strip_prefix("files/") {
                let names = plan.files.iter().map(|file| file.name.as_str());
                let nearest = nearest(name, names).map(|name| format!("files/{name}"));
                return Some(Problem::NoSuchFile { target, nearest });
            }
        }
        Some(Problem::DeadLink { target, nearest: self.page_meant(path) })
    }

    /// The page that was perhaps meant: with a final slash, without the language, or spelt otherwise.
    fn page_meant(&self, path: &str) -> Option<String> {
        let languages = &self.site.config.languages;
        let without_language =
            path.split_once('/').filter(|(tag, _)| languages.find(tag).is_some());
        let path = without_language.map_or(path, |(_, rest)| rest);
        let pages = self.plan.pages.iter().map(|page| page.path.as_str());
        let with_slash = format!("{path}/");
        let meant = match (self.plan.page(path), self.plan.page(&with_slash)) {
            (Some(page), _) | (None, Some(page)) => Some(page.path.clone()),
            (None, None) => nearest(path, pages),
        };
        meant.map(|path| format!("/{path}"))
    }
}
