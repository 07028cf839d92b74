//! In: the `Site`. Out: the `SitePlan`: every file that will be published, with its address, before one
//! of them is made. Collisions and dead links are found here; language switches are looked up here.
//!
//! A page kind is one file in this folder, a line in `KINDS`, and its template in the theme.

mod address;
mod answer;
mod area;
mod areas;
mod awards;
mod basis;
mod behind;
mod calendar;
mod changed_targets;
mod changes;
mod chart_data;
mod chart_view;
mod collisions;
mod comment;
mod comments;
mod concept;
mod concept_chart;
mod concept_table;
mod concepts;
mod consultation;
mod consultations;
mod context;
mod data;
mod document;
pub mod download;
mod facts;
mod family;
mod feed;
mod finder;
mod frame;
mod free_page;
mod home;
mod incomplete;
mod indicator;
mod letter;
mod link_check;
mod links;
mod machine;
mod missing_figures;
mod not_found;
mod notes;
mod organisation;
mod organisations;
mod pairing;
mod parallel;
mod plan;
mod plan_parts;
mod plans;
mod policy;
mod progress;
mod progress_parts;
mod qr;
mod related;
mod responsibilities;
mod round_parts;
mod site_map;
mod stale;
mod subject;
mod target_table;
mod targets;
mod unit_parts;

use std::collections::HashMap;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::charts::StyleSheet;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span};
use crate::language::Lang;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};
use crate::theme::{Static, Theme};

pub use context::Context;
pub use download::Download;
pub use frame::Frame;
pub use link_check::{check as check_links, pages_of};
pub use links::escape;
pub use subject::Subject;

/// Every kind of page, in the order of the site map.
pub static KINDS: &[&dyn PageKind] = &[
    &home::Home,
    &plans::Plans,
    &plan::PlanPage,
    &parallel::ParallelPage,
    &targets::TargetsPage,
    &indicator::IndicatorPage,
    &progress::ProgressPage,
    &responsibilities::ResponsibilitiesPage,
    &awards::AwardsPage,
    &changes::ChangesPage,
    &consultation::ConsultationPage,
    &comments::CommentsPage,
    &comment::CommentPage,
    &concepts::Concepts,
    &concept::ConceptPage,
    &consultations::Consultations,
    &organisations::Organisations,
    &organisation::OrganisationPage,
    &areas::Areas,
    &area::AreaPage,
    &missing_figures::MissingFigures,
    &data::DataPage,
    &free_page::FreePageKind,
    &site_map::SiteMap,
    &not_found::NotFound,
];

/// One kind of page.
pub trait PageKind: Sync {
    /// In kebab-case; the template is called `<name>.html`.
    fn name(&self) -> &'static str;
    /// What the page is for, in a sentence.
    fn about(&self) -> &'static str;
    /// What switches the kind off; `None` for one that every site has.
    fn switch(&self) -> Option<Switch> {
        None
    }
    /// What pages of this kind there are: none where the data does not exist. Only what can be done on some days
    /// and not on others may depend on the day.
    fn subjects(&self, site: &Site, today: Date) -> Vec<Subject>;
    /// The address without language and leading slash: `plans/x/targets/`.
    fn path(&self, site: &Site, subject: Subject) -> String;
    /// What links to the page say.
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String;
    /// What the browser's tab and search results say, where the title alone would not tell pages apart.
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        self.title(cx, subject)
    }
    /// The address of the feed of what the page is about, where it has one beside that of the site.
    fn feed(&self, _cx: &Context<'_>, _subject: Subject) -> Option<String> {
        None
    }
    /// The places of the page that links may name.
    fn anchors(&self, _site: &Site, _subject: Subject, _lang: Lang) -> Vec<String> {
        Vec::new()
    }
    /// Where the author wrote what makes the page; `None` for a page that every site has.
    fn span(&self, _site: &Site, _subject: Subject) -> Option<Span> {
        None
    }
    /// Whether the site map and `sitemap.xml` list the page.
    fn listed(&self) -> bool {
        true
    }
    /// Whether the page may show a call for comments, whose state browsers correct.
    fn calls(&self) -> bool {
        false
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View;
}

/// What a page kind has to say; the frame around it is the same for all.
pub struct View {
    /// One or two sentences for search results.
    pub description: String,
    pub tags: frame::Tags,
    /// schema.org data about the page.
    pub json_ld: Option<serde_json::Value>,
    /// What the template prints.
    pub body: tera::Value,
}

/// Subjects of a kind that there is once.
pub fn once() -> Vec<Subject> {
    vec![Subject::Site]
}

/// Plans that have what a kind needs.
pub fn plans_with(site: &Site, has: impl Fn(&Plan) -> bool) -> Vec<Subject> {
    let plans = site.plans.iter().enumerate();
    plans.filter(|(_, plan)| has(plan)).map(|(at, _)| Subject::Plan(at)).collect()
}

/// One page, in all languages.
pub struct Page {
    pub kind: &'static dyn PageKind,
    pub subject: Subject,
    pub path: String,
}

/// What a published file is.
#[derive(Clone, Copy)]
pub enum Output {
    /// A page by its place in `SitePlan::pages`.
    Page(usize, Lang),
    Machine(machine::Machine),
    /// A table, a chart or a calendar as a file of its own.
    Download(Download, Lang),
    /// A file under `files/` of a plan: the plan and the file by their places.
    Attachment(usize, usize),
    /// A file at the root of the site, by its place.
    Root(usize),
    /// A static file of the theme, by its place.
    Static(usize),
}

/// Every file that will be published.
pub struct SitePlan<'s> {
    site: &'s Site,
    today: Date,
    pub pages: Vec<Page>,
    pub files: Vec<Output>,
    pub statics: Vec<(&'s str, &'s Static)>,
    /// What charts carry with them when they are files of their own.
    pub chart_styles: StyleSheet,
    by_path: FxHashMap<String, usize>,
    attachments: HashMap<String, (usize, usize)>,
}

impl<'s> SitePlan<'s> {
    /// Lays out the site; two files with one address are reported.
    pub fn new(site: &'s Site, theme: &'s Theme, today: Date) -> (Self, Diagnostics) {
        let mut found = Diagnostics::default();
        let mut plan = Self {
            site,
            today,
            pages: Vec::new(),
            files: Vec::new(),
            statics: theme.statics.iter().map(|(name, body)| (name.as_str(), body)).collect(),
            chart_styles: StyleSheet::new(&theme.chart_styles),
            by_path: FxHashMap::default(),
            attachments: HashMap::new(),
        };
        plan.add_pages(site, today, &mut found);
        plan.add_files(site, today, &mut found);
        (plan, found)
    }

    fn add_pages(&mut self, site: &Site, today: Date, found: &mut Diagnostics) {
        let page = |kind: &'static dyn PageKind, subject| Page {
            kind,
            subject,
            path: kind.path(site, subject),
        };
        let switches = &site.config.pages;
        let on = |kind: &dyn PageKind| kind.switch().is_none_or(|one| switches.is_on(one));
        let pages: Vec<Page> = KINDS
            .par_iter()
            .filter(|kind| on(**kind))
            .flat_map(|kind| {
                kind.subjects(site, today).into_par_iter().map(|subject| page(*kind, subject))
            })
            .collect();
        self.by_path.reserve(pages.len());
        self.pages.reserve(pages.len());
        for page in pages {
            if let Some(first) = self.by_path.get(&page.path) {
                found.push(collision(site, &page, &self.pages[*first]));
                continue;
            }
            self.by_path.insert(page.path.clone(), self.pages.len());
            self.pages.push(page);
        }
    }

    fn add_files(&mut self, site: &Site, today: Date, found: &mut Diagnostics) {
        let languages = &site.config.languages;
        let listed = machine::listed(self);
        let downloads = download::all(site, today);
        self.files.reserve((self.pages.len() + downloads.len()) * languages.iter().len());
        for at in 0..self.pages.len() {
            self.files.extend(languages.iter().map(|lang| Output::Page(at, lang)));
        }
        self.files.extend(machine::all(site, listed).into_iter().map(Output::Machine));
        for download in downloads {
            self.files.extend(languages.iter().map(|lang| Output::Download(download, lang)));
        }
        self.files.extend((0..self.statics.len()).map(Output::Static));
        self.files.extend((0..site.root.len()).map(Output::Root));
        for (at, plan) in site.plans.iter().enumerate() {
            for (number, file) in plan.files.iter().enumerate() {
                self.files.push(Output::Attachment(at, number));
                let path = format!("plans/{}/files/{}", plan.id, file.name);
                self.attachments.insert(path, (at, number));
            }
        }
        found.append(collisions::find(self));
    }

    /// The path of a file from the output folder. It is made when it is asked for: there are hundreds of thousands, and
    /// a check needs none of them for long.
    pub fn path(&self, file: Output) -> String {
        let (site, languages) = (self.site, &self.site.config.languages);
        match file {
            Output::Page(at, lang) => {
                format!("{}/{}", languages.tag(lang), file_name(&self.pages[at].path))
            }
            Output::Machine(machine) => machine.path(site),
            Output::Download(download, lang) => {
                format!("{}/{}", languages.tag(lang), download.path(site))
            }
            Output::Static(at) => format!("assets/{}", self.statics[at].0),
            Output::Root(at) => site.root[at].name.clone(),
            Output::Attachment(plan, number) => {
                let plan = &site.plans[plan];
                format!("files/{}/{}", plan.id, plan.files[number].name)
            }
        }
    }

    /// The page with this address.
    pub fn page(&self, path: &str) -> Option<&Page> {
        self.by_path.get(path).map(|at| &self.pages[*at])
    }

    /// The pages that the site would have if they were not switched off, each with the switch that does it.
    pub fn switched_off(&self) -> FxHashMap<String, Switch> {
        let (site, mut pages) = (self.site, FxHashMap::default());
        for kind in KINDS {
            let switch = kind.switch().and_then(|one| site.config.pages.off_by(one));
            let Some(switch) = switch else { continue };
            let subjects = kind.subjects(site, self.today).into_iter();
            pages.extend(subjects.map(|subject| (kind.path(site, subject), switch)));
        }
        pages
    }

    /// The file that a link such as `plans/x/files/a.pdf` means.
    pub fn attachment(&self, path: &str) -> Option<(usize, usize)> {
        self.attachments.get(path).copied()
    }
}

/// Two pages with one address.
fn collision(site: &Site, page: &Page, first: &Page) -> Diagnostic {
    let url = format!("/{}", page.path);
    let place = page.kind.span(site, page.subject).unwrap_or(site.config.span);
    match first.kind.span(site, first.subject) {
        Some(other) => Diagnostic::new(Problem::SameUrl { url }, place).with_related(other),
        None => Diagnostic::new(Problem::TakenUrl { url }, place),
    }
}

/// `plans/x/` is published as `plans/x/index.html`; `404.html` as itself.
fn file_name(path: &str) -> String {
    if path.ends_with('/') || path.is_empty() {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn every_kind_has_a_name_of_its_own_and_says_what_it_is_for() {
        let mut names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            assert!(kind.about().ends_with('.'), "{}", kind.name());
            let template = format!("themes/default/templates/{}.html", kind.name());
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(template);
            assert!(path.exists(), "{} has no template", kind.name());
        }
    }
}
