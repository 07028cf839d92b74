//! In: a site folder. Out: what is wrong with it, and the published site. The whole road can be read here,
//! in `understand`, `judge` and `Checked::publish`. What lantu is for:
#![doc = ""]
#![doc = include_str!("../README.md")]

pub mod changes;
pub mod charts;
pub mod claims;
pub mod cli;
pub mod data;
pub mod diagnostic;
pub mod language;
pub mod live;
pub mod mending;
pub mod model;
pub mod pages;
pub mod parity;
pub mod parse;
pub mod progress;
pub mod publish;
mod ready;
pub mod render;
pub mod resolve;
pub mod rules;
pub mod serve;
pub mod source;
pub mod theme;
pub mod translation;
pub mod typesetting;

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use diagnostic::limit::Limit;
use diagnostic::{Diagnostics, Files, Level, Place, Problem, Spanned};
use language::Languages;
use model::{Config, Site};
use pages::SitePlan;
use parse::PlanFolders;
use parse::config::ConfigFile;
use publish::{PublishError, Publisher};
use ready::Ready;
use render::Renderer;
use resolve::{Resolved, Settled};
use source::Sources;
use theme::Theme;

/// Which day it is. Nothing else in lantu looks at a clock.
#[derive(Clone, Copy, Debug)]
pub enum Today {
    Date(Date),
    /// The day that this moment falls on in the site's time zone.
    Moment(Timestamp),
}

/// A site that has been read, and everything that is wrong with it.
pub struct Checked {
    pub files: Files,
    pub found: Diagnostics,
    ready: Option<Arc<Ready>>,
}

/// What was published.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub plans: usize,
    pub pages: usize,
    pub files: usize,
    pub languages: Vec<String>,
    /// All files together.
    pub bytes: u64,
    /// The path part of the base URL, behind which a server must show the site.
    pub base_path: String,
}

/// A stretch of the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the author's files.
    Read,
    /// Typed content of every file, and what the files of a plan refer to outside of it.
    Parse,
    /// What plans refer to in each other, and what is known of all of them.
    Resolve,
    /// Giving every page its address.
    Layout,
    /// All rules, and every link.
    Rules,
    /// Making every file and writing those that have changed.
    Write,
    /// Showing the new site in the place of the old one.
    Exchange,
}

/// Hears how far along the road lantu is. Every call may do nothing.
pub trait Observer: Sync {
    /// A stage is over.
    fn ended(&self, _: Stage) {}
    /// So many files are done, of so many.
    fn written(&self, _done: usize, _total: usize) {}
}

/// Nobody who wants to hear anything.
impl Observer for () {}

/// Reads and checks the site in `root`: the road up to the point where pages are made.
pub fn check(root: &Path, today: Today) -> Checked {
    check_observed(root, today, &())
}

/// The same, while somebody hears of every stage.
pub fn check_observed(root: &Path, today: Today, observer: &dyn Observer) -> Checked {
    let (sources, mut found) = source::read(root);
    observer.ended(Stage::Read);
    let ready = prepare(&sources, today, observer, &mut found);
    let files = sources.files;
    found.sort(&files);
    Checked { files, found, ready }
}

fn prepare(
    sources: &Sources,
    today: Today,
    observer: &dyn Observer,
    found: &mut Diagnostics,
) -> Option<Arc<Ready>> {
    let draft = understand(sources, &mut Kept::default(), today, observer, found)?;
    judge(&draft, &sources.files, found, &|| true);
    observer.ended(Stage::Rules);
    draft.ready
}

/// What need not be made again because nothing that it depends on has changed; nothing where all is made once.
#[derive(Default)]
struct Kept {
    dress: Option<Dress>,
    settled: Vec<Settled>,
}

/// How the site looks, where its theme and its templates can be read; and what is wrong with them.
#[derive(Clone)]
struct Dress {
    theme: Option<Arc<Theme>>,
    renderer: Option<Arc<Renderer>>,
    found: Diagnostics,
}

impl Dress {
    /// Without its templates, which are read beside the texts.
    fn new(sources: &Sources, name: &Spanned<String>, config: &Config) -> Self {
        let (theme, found) = theme::load(sources, name, config);
        Self { theme: theme.map(Arc::new), renderer: None, found }
    }

    fn read_templates(&mut self, languages: &Languages) {
        if let (Some(theme), None) = (&self.theme, &self.renderer) {
            self.renderer = self.found.take(Renderer::new(theme, languages)).map(Arc::new);
        }
    }
}

/// A site that is understood, and not judged yet.
struct Draft {
    site: Arc<Site>,
    today: Date,
    /// Addresses of what could not be read; that links lead nowhere is not reported of these.
    broken: Vec<String>,
    /// `None` where no page can be made.
    ready: Option<Arc<Ready>>,
}

/// The road up to the point where every page has its address. What is kept is used, and what is made is kept.
fn understand(
    sources: &Sources,
    kept: &mut Kept,
    today: Today,
    observer: &dyn Observer,
    found: &mut Diagnostics,
) -> Option<Draft> {
    let ConfigFile { config, theme } = found.take(parse::config(sources))?;
    if languages_unknown(found) {
        return None;
    }
    let mut dress = kept.dress.take().unwrap_or_else(|| Dress::new(sources, &theme, &config));
    if languages_unknown(&dress.found) {
        found.append(dress.found);
        return None;
    }
    let settled = std::mem::take(&mut kept.settled);
    let known: FxHashSet<String> = settled.iter().map(|one| one.name.clone()).collect();
    let languages = config.languages.clone();
    let resolved = || {
        let (content, of_content) = parse::content(sources, config);
        let folders = PlanFolders::new(sources, |name| known.contains(name));
        let read = || observer.ended(Stage::Parse);
        (resolve::resolve(content, &folders, settled, read), of_content)
    };
    let ((resolved, of_content), ()) = rayon::join(resolved, || dress.read_templates(&languages));
    found.append(of_content);
    found.append(dress.found.clone());
    // Templates with a mistake are read again, so that it is reported once.
    kept.dress = dress.renderer.is_some().then(|| dress.clone());
    let Resolved { site, settled, broken } = found.take(resolved);
    kept.settled = settled;
    observer.ended(Stage::Resolve);
    let (today, site) = (today.date(&site.config.time_zone), Arc::new(site));
    let plan = dress.theme.as_ref().map(|theme| found.take(SitePlan::new(&site, theme, today)));
    observer.ended(Stage::Layout);
    let ready = plan.zip(dress.theme.zip(dress.renderer)).map(|(plan, (theme, renderer))| {
        let site = Arc::clone(&site);
        Arc::new(Ready { plan, site, theme, renderer, today })
    });
    Some(Draft { site, today, broken, ready })
}

/// Every rule and every link, and how much each finding weighs; whether nobody said on the way not to go on.
fn judge(
    draft: &Draft,
    files: &Files,
    found: &mut Diagnostics,
    go_on: &(dyn Fn() -> bool + Sync),
) -> bool {
    let plan = draft.ready.as_ref().map(|ready| &ready.plan);
    let (of_rules, collisions) = rayon::join(
        || rules::check(&draft.site, draft.today, files, go_on),
        || plan.map(pages::find_collisions).unwrap_or_default(),
    );
    let Some(of_rules) = of_rules else { return false };
    found.append(of_rules);
    found.append(collisions);
    if let Some(ready) = &draft.ready {
        let mut broken = draft.broken.clone();
        broken.extend(pages_in_doubt(found, files));
        found.append(pages::check_links(&draft.site, &ready.plan, &broken));
    }
    rules::judge(found, &draft.site, files);
    true
}

/// The pages made from files that have errors: what links to them ask for may be there when the file is
/// mended.
fn pages_in_doubt(found: &Diagnostics, files: &Files) -> Vec<String> {
    let errors = found.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let paths = errors.filter_map(|diagnostic| match &diagnostic.place {
        Place::Text(span) => Some(files.get(span.file).path.as_str()),
        Place::Path(_) => None,
    });
    paths.flat_map(pages::pages_of).collect()
}

/// Where it is not sure which languages there are, every text of the site would be reported.
fn languages_unknown(found: &Diagnostics) -> bool {
    found.iter().any(|diagnostic| {
        matches!(
            diagnostic.problem,
            Problem::BadLanguageTag { .. }
                | Problem::TooFewLanguages
                | Problem::Limit(Limit::Languages { .. })
                | Problem::NoWordsForLanguage { .. }
        )
    })
}

impl Today {
    /// The day in a time zone.
    pub fn date(self, zone: &TimeZone) -> Date {
        match self {
            Self::Date(date) => date,
            Self::Moment(moment) => moment.to_zoned(zone.clone()).date(),
        }
    }
}

impl Checked {
    /// Publishes the site to the folder `output`. With errors standing, nothing is written and the
    /// findings say why.
    pub fn publish(
        &mut self,
        output: &Path,
        observer: &dyn Observer,
    ) -> Result<Option<Summary>, PublishError> {
        let Some(ready) = self.ready.as_ref().filter(|_| !self.found.has_errors()) else {
            return Ok(None);
        };
        let publisher = Publisher::begin(output)?;
        let files = ready.plan.files();
        match ready.publish(&files, &publisher, observer)? {
            Ok(bytes) => {
                observer.ended(Stage::Write);
                let paths: Vec<String> =
                    files.par_iter().map(|file| ready.plan.path(*file)).collect();
                publisher.finish(paths)?;
                observer.ended(Stage::Exchange);
                Ok(Some(ready.summary(files.len(), bytes)))
            }
            Err(problems) => {
                self.found.append(problems);
                self.found.sort(&self.files);
                Ok(None)
            }
        }
    }
}
