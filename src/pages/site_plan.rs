//! In: the `Site`. Out: the `SitePlan`: every page with its address, before one of them is made; and every other file.
//! Two pages of one address are found here; language switches are looked up here.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::charts::StyleSheet;
use crate::data::{Dataset, FORMATS, Format};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::language::Lang;
use crate::model::Site;
use crate::model::switch::Switch;
use crate::theme::{Static, Theme};

use super::common::Common;
use super::unit_urls::UnitUrls;
use super::{Download, KINDS, PageKind, Subject, download, machine};

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

/// What is made at one go.
#[derive(Clone, Copy)]
pub enum Work {
    /// A table in both forms.
    Table(Dataset, Lang),
    /// Any other file.
    File(Output),
}

impl Work {
    /// How many files it makes.
    pub fn files(self) -> usize {
        match self {
            Self::Table(..) => FORMATS.len(),
            Self::File(_) => 1,
        }
    }
}

/// What will be published.
pub struct SitePlan {
    pub(super) site: Arc<Site>,
    pub(super) today: Date,
    pub pages: Vec<Page>,
    pub statics: Vec<(String, Static)>,
    /// What charts carry with them when they are files of their own.
    pub chart_styles: StyleSheet,
    by_path: FxHashMap<String, usize>,
    pub(super) unit_urls: UnitUrls,
    /// What stands around all pages of each language, once one of them has been made.
    pub(super) common: Vec<OnceLock<Common>>,
    attachments: FxHashMap<String, (usize, usize)>,
    /// Files to take away by their paths, once a browser has asked for one.
    downloads: OnceLock<FxHashMap<String, Output>>,
}

/// So many files of a plan at most are made one after the other; the others may be made by another thread at the same time.
const TOGETHER: usize = 64;

impl SitePlan {
    /// Lays out the pages; two of one address are reported.
    pub fn new(site: &Arc<Site>, theme: &Theme, today: Date) -> (Self, Diagnostics) {
        let mut found = Diagnostics::default();
        let statics = theme.statics.iter().map(|(name, body)| (name.clone(), body.clone()));
        let mut plan = Self {
            site: Arc::clone(site),
            today,
            pages: Vec::new(),
            statics: statics.collect(),
            chart_styles: StyleSheet::new(&theme.chart_styles),
            by_path: FxHashMap::default(),
            unit_urls: UnitUrls::default(),
            common: site.config.languages.iter().map(|_| OnceLock::new()).collect(),
            attachments: FxHashMap::default(),
            downloads: OnceLock::new(),
        };
        plan.add_pages(site, &mut found);
        plan.unit_urls = UnitUrls::new(site, |path| plan.by_path.contains_key(path));
        for (at, one) in site.plans.iter().enumerate() {
            for (number, file) in one.files.iter().enumerate() {
                let path = format!("plans/{}/files/{}", one.id, file.name);
                plan.attachments.insert(path, (at, number));
            }
        }
        (plan, found)
    }

    fn add_pages(&mut self, site: &Site, found: &mut Diagnostics) {
        let page = |kind: &'static dyn PageKind, subject| Page {
            kind,
            subject,
            path: kind.path(site, subject),
        };
        let (switches, today) = (&site.config.pages, self.today);
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

    /// Every file that will be published.
    pub fn files(&self) -> Vec<Output> {
        let languages = &self.site.config.languages;
        let downloads = download::all(&self.site, self.today);
        let mut files =
            Vec::with_capacity((self.pages.len() + downloads.len()) * languages.iter().len());
        for at in 0..self.pages.len() {
            files.extend(languages.iter().map(|lang| Output::Page(at, lang)));
        }
        files.extend(self.machines());
        for download in downloads {
            files.extend(languages.iter().map(|lang| Output::Download(download, lang)));
        }
        files.extend(self.files_of_people());
        files
    }

    /// The same files in the order in which they are best made: what belongs to one plan in one language side by side, and what
    /// belongs to no plan first, since some of it takes long. Each list is made by one thread, and its charts are drawn once.
    pub fn batches(&self, files: &[Output]) -> Vec<Vec<Work>> {
        let key = |work: &Work| match *work {
            Work::Table(set, lang) => Some((set.plan()?, lang)),
            Work::File(Output::Page(at, lang)) => Some((self.pages[at].subject.of_plan()?, lang)),
            Work::File(Output::Download(download, lang)) => Some((download.plan()?, lang)),
            Work::File(_) => None,
        };
        let works = files.par_iter().filter_map(|file| match *file {
            Output::Download(Download::Data(set, Format::Csv), lang) => {
                Some(Work::Table(set, lang))
            }
            Output::Download(Download::Data(_, Format::Json), _) => None,
            file => Some(Work::File(file)),
        });
        let mut keyed: Vec<_> = works.map(|work| (key(&work), work)).collect();
        keyed.par_sort_by_key(|(key, _)| *key);
        let of_one = keyed.chunk_by(|(one, _), (next, _)| one == next);
        let batches =
            of_one.flat_map(|one| one.chunks(if one[0].0.is_some() { TOGETHER } else { 1 }));
        batches.map(|batch| batch.iter().map(|(_, work)| *work).collect()).collect()
    }

    /// The files that somebody has given a name: those of the theme and of the site folder that are published as they are.
    pub(super) fn files_of_people(&self) -> Vec<Output> {
        let mut files: Vec<Output> = (0..self.statics.len()).map(Output::Static).collect();
        files.extend((0..self.site.root.len()).map(Output::Root));
        for (at, plan) in self.site.plans.iter().enumerate() {
            files.extend((0..plan.files.len()).map(|number| Output::Attachment(at, number)));
        }
        files
    }

    pub(super) fn machines(&self) -> impl Iterator<Item = Output> {
        machine::all(&self.site, machine::listed(self)).into_iter().map(Output::Machine)
    }

    /// The file with this path, for one who asks for single files: each kind is looked for where it is found with the
    /// least work.
    pub fn find(&self, path: &str) -> Option<Output> {
        let languages = &self.site.config.languages;
        if let Some(name) = path.strip_prefix("assets/") {
            let place = self.statics.iter().position(|(one, _)| one == name);
            return place.map(Output::Static);
        }
        if let Some(place) = self.site.root.iter().position(|file| file.name == path) {
            return Some(Output::Root(place));
        }
        if let Some((plan, number)) = path.strip_prefix("files/").and_then(|rest| {
            let (plan, name) = rest.split_once('/')?;
            self.attachment(&format!("plans/{plan}/files/{name}"))
        }) {
            return Some(Output::Attachment(plan, number));
        }
        let in_language = |lang: Lang| path.strip_prefix(languages.tag(lang))?.strip_prefix('/');
        let page = languages.iter().find_map(|lang| {
            let page = in_language(lang)?;
            let page = page.strip_suffix("index.html").unwrap_or(page);
            Some(Output::Page(*self.by_path.get(page)?, lang))
        });
        page.or_else(|| self.machines().find(|machine| self.path(*machine) == path))
            .or_else(|| self.downloads().get(path).copied())
    }

    fn downloads(&self) -> &FxHashMap<String, Output> {
        self.downloads.get_or_init(|| {
            let all = download::all(&self.site, self.today);
            let languages = &self.site.config.languages;
            let files = all.into_par_iter().flat_map_iter(|download| {
                languages.iter().map(move |lang| Output::Download(download, lang))
            });
            files.map(|file| (self.path(file), file)).collect()
        })
    }

    /// The path of a file from the output folder. It is made when it is asked for: there are hundreds of thousands, and
    /// a check needs none of them for long.
    pub fn path(&self, file: Output) -> String {
        let (site, languages) = (&*self.site, &self.site.config.languages);
        match file {
            Output::Page(at, lang) => {
                [languages.tag(lang), "/", &self.pages[at].path, index_of(&self.pages[at].path)]
                    .concat()
            }
            Output::Machine(machine) => machine.path(site),
            Output::Download(download, lang) => {
                [languages.tag(lang), "/", &download.path(site)].concat()
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
        let (site, mut pages) = (&*self.site, FxHashMap::default());
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

/// What is behind the path of a page: `plans/x/` is published as `plans/x/index.html`; `404.html` as itself.
fn index_of(path: &str) -> &'static str {
    if path.ends_with('/') || path.is_empty() { "index.html" } else { "" }
}
