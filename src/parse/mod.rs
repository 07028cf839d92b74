//! In: `Sources`. Out: `Content`, and `PlanContent` for each plan folder: every file read into typed, spanned entries, one
//! file at a time and in parallel. References are still the words that the author wrote; `resolve` follows them. Reading
//! finishes whatever it meets, and every mistake becomes a finding. What is missing is replaced by something
//! harmless, so that the rest of an entry is checked in the same run; with an error standing, nothing of
//! it is published.

pub mod acknowledged;
pub mod awards;
pub mod basis;
mod choices;
pub mod concepts;
pub mod config;
pub mod confirmed;
pub mod consultation;
mod contacts;
mod csv;
pub mod dates;
pub mod duties;
pub mod glossary;
pub mod markdown;
mod minimum;
pub mod parity;
pub mod plan;
pub mod progress;
pub mod register;
pub mod schemas;
pub mod targets;
mod toml;
pub mod translation;
pub mod values;
mod wording;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, FileId, Files, Place, Problem, Span};
use crate::language::{Lang, Languages, Text};
use crate::model::Config;
use crate::model::document::Document;
use crate::model::glossary::Term;
use crate::model::limits::problem_of_id;
use crate::model::plan::Attachment;
use crate::model::register::Id;
use crate::source::{PageSource, PlanSource, Slot, Sources, TextSource};

use acknowledged::AcknowledgedFile;
use awards::AwardsFile;
use concepts::ConceptEntry;
use config::ConfigFile;
use confirmed::ConfirmedFile;
use consultation::RoundEntry;
use consultation::submissions::{self, SubmissionsFile};
use duties::DutiesFile;
use plan::PlanFile;
use progress::ProgressFile;
use register::{AreaEntry, OrganisationEntry, RegisterFile, RegisterState};
use targets::TargetsFile;
use translation::TranslationFile;

/// All files of a site outside of its plan folders, read one by one.
pub struct Content {
    pub config: Config,
    pub organisations: RegisterFile<OrganisationEntry>,
    pub areas: RegisterFile<AreaEntry>,
    pub pages: Vec<PageContent>,
    pub concepts: Vec<ConceptEntry>,
    pub glossary: Vec<Term>,
    pub root: Vec<Attachment>,
}

/// A free page as written. Absent parts have been reported.
pub struct PageContent {
    pub name: String,
    pub id: Option<Id>,
    pub title: Option<Text>,
    pub texts: Option<Vec<Document>>,
    /// `None` where no language of the page can be read.
    pub span: Option<Span>,
}

/// A plan folder as written. Absent parts have been reported, or are not required.
pub struct PlanContent {
    pub name: String,
    pub id: Option<Id>,
    pub plan: Option<PlanFile>,
    pub texts: Option<Vec<Document>>,
    pub targets: Option<TargetsFile>,
    pub progress: Option<ProgressFile>,
    pub duties: Option<DutiesFile>,
    pub awards: Option<AwardsFile>,
    pub rounds: Vec<RoundEntry>,
    /// The rows of `submissions.csv`.
    pub submissions: SubmissionsFile,
    pub translation: TranslationFile,
    pub acknowledged: AcknowledgedFile,
    pub confirmed: ConfirmedFile,
    pub files: Vec<Attachment>,
    /// Tables that are there and could not be read, which has been reported: nobody should say that they are missing.
    pub unread: Vec<&'static str>,
    /// What is wrong with its files; it goes on with the plan.
    pub found: Diagnostics,
}

/// Reads `site-config.toml`, on which all other files depend; `None` where there is none.
pub fn config(sources: &Sources) -> (Option<ConfigFile>, Diagnostics) {
    let Slot::Text(file) = sources.config else { return (None, Diagnostics::default()) };
    let (config, found) = config::read(&sources.files, file);
    (Some(config), found)
}

/// So many plans are read by one thread before another one may take over: they are not all equally long.
const FEW: usize = 4;

/// The plan folders of a site. Each is read when it is asked for, and what its files say as written is gone before the next
/// one: that takes as much room as what is understood of it.
pub struct PlanFolders<'s> {
    folders: Vec<&'s PlanSource>,
    files: &'s Files,
}

impl<'s> PlanFolders<'s> {
    /// All but those that are `known`.
    pub fn new(sources: &'s Sources, known: impl Fn(&str) -> bool) -> Self {
        let folders = sources.plans.iter().filter(|plan| !known(&plan.id)).collect();
        Self { folders, files: &sources.files }
    }

    /// Reads them in parallel.
    pub fn read<'a>(
        &'a self,
        languages: &'a Languages,
    ) -> impl IndexedParallelIterator<Item = PlanContent> + 'a {
        let folders = self.folders.par_iter().with_max_len(FEW);
        folders.map(|folder| read_plan(folder, self.files, languages))
    }
}

/// Reads every other file that does not belong to a plan.
pub fn content(sources: &Sources, config: Config) -> (Content, Diagnostics) {
    let files = &sources.files;
    let languages = &config.languages;
    let mut found = Diagnostics::default();
    let organisations = found.take(read_register(sources.organisations, |file| {
        register::organisations(files, file, languages)
    }));
    let areas =
        found.take(read_register(sources.areas, |file| register::areas(files, file, languages)));
    let pages = found.take(in_order(&sources.pages, |page| read_page(page, files, languages)));
    let concepts =
        found.take(read_slot(sources.concepts, |file| concepts::read(files, file, languages)));
    let glossary =
        found.take(read_slot(sources.glossary, |file| glossary::read(files, file, languages)));
    let root = sources.root.clone();
    (Content { config, organisations, areas, pages, concepts, glossary, root }, found)
}

/// Reads in parallel and puts results and findings together in the order of the input.
fn in_order<S: Sync, T: Send>(
    sources: &[S],
    read: impl Fn(&S) -> (T, Diagnostics) + Sync + Send,
) -> (Vec<T>, Diagnostics) {
    let results: Vec<(T, Diagnostics)> = sources.par_iter().map(read).collect();
    let mut found = Diagnostics::default();
    let values = results.into_iter().map(|result| found.take(result)).collect();
    (values, found)
}

fn read_register<T>(
    slot: Slot,
    read: impl FnOnce(FileId) -> (RegisterFile<T>, Diagnostics),
) -> (RegisterFile<T>, Diagnostics) {
    let (mut file, found) = read_slot(slot, read);
    match slot {
        Slot::Missing => file.state = RegisterState::Absent,
        Slot::Broken => file.state = RegisterState::Damaged,
        Slot::Text(_) => {}
    }
    (file, found)
}

fn read_slot<T: Default>(
    slot: Slot,
    read: impl FnOnce(FileId) -> (T, Diagnostics),
) -> (T, Diagnostics) {
    match slot {
        Slot::Text(file) => read(file),
        Slot::Missing | Slot::Broken => Default::default(),
    }
}

fn read_plan(source: &PlanSource, files: &Files, languages: &Languages) -> PlanContent {
    let mut found = Diagnostics::default();
    let folder = format!("content/plans/{}", source.id);
    let id = folder_id(&source.id, &folder, &mut found);
    if source.plan == Slot::Missing {
        let name = "plan.toml".to_owned();
        found.report(Problem::MissingFile { name }, Place::Path(folder.clone()));
    }
    let plan = found.take(read_slot(source.plan, |file| plan::read(files, file, languages)));
    let late: Vec<Lang> = plan.iter().flat_map(|plan| &plan.pending).map(|one| one.value).collect();
    let names = TextNames { name: "text", folder: &folder, late: Some(&late) };
    let texts = read_texts(&names, &source.texts, languages, &mut found, |file| {
        markdown::plan_text(files, file)
    });
    let mut unread = Vec::new();
    let targets = read_slot(source.targets, |file| targets::read(files, file, languages));
    let targets = found.take(or_unread(targets, (source.targets, "targets.toml"), &mut unread));
    let progress =
        found.take(read_slot(source.progress, |file| progress::read(files, file, languages)));
    let duties = read_slot(source.duties, |file| duties::read(files, file, languages));
    let duties = found.take(or_unread(duties, (source.duties, "duties.toml"), &mut unread));
    let awards = found.take(read_slot(source.awards, |file| awards::read(files, file, languages)));
    let rounds = found
        .take(read_slot(source.consultation, |file| consultation::read(files, file, languages)));
    let mut submissions =
        found.take(read_slot(source.submissions, |file| submissions::read(files, file, languages)));
    submissions.damaged |= source.submissions == Slot::Broken;
    let translation =
        found.take(read_slot(source.translation, |file| translation::read(files, file, languages)));
    let acknowledged = found
        .take(read_slot(source.acknowledged, |file| acknowledged::read(files, file, languages)));
    let confirmed =
        found.take(read_slot(source.confirmed, |file| confirmed::read(files, file, languages)));
    let (name, files) = (source.id.clone(), source.files.clone());
    PlanContent {
        name,
        id,
        plan,
        texts,
        targets,
        progress,
        duties,
        awards,
        rounds,
        submissions,
        translation,
        acknowledged,
        confirmed,
        files,
        unread,
        found,
    }
}

/// The same; where nothing could be read of a table that is there, its name is noted.
fn or_unread<T>(
    (table, found): (Option<T>, Diagnostics),
    (slot, name): (Slot, &'static str),
    unread: &mut Vec<&'static str>,
) -> (Option<T>, Diagnostics) {
    if table.is_none() && (slot == Slot::Broken || !found.is_empty()) {
        unread.push(name);
    }
    (table, found)
}

fn read_page(
    source: &PageSource,
    files: &Files,
    languages: &Languages,
) -> (PageContent, Diagnostics) {
    let mut found = Diagnostics::default();
    let path = format!("content/pages/{}", source.name);
    let id = folder_id(&source.name, &path, &mut found);
    let mut titles = Vec::new();
    let names = TextNames { name: &source.name, folder: "content/pages", late: None };
    let texts = read_texts(&names, &source.texts, languages, &mut found, |file| {
        let (title, document, more) = markdown::page(files, file);
        titles.push(title);
        (document, more)
    });
    let title = titles.into_iter().collect::<Option<Vec<String>>>();
    let title = title.filter(|_| texts.is_some()).map(Text::new);
    let first = source.texts.iter().find_map(|text| match text.slot {
        Slot::Text(file) => Some(file),
        _ => None,
    });
    let page = PageContent {
        name: source.name.clone(),
        id,
        title,
        texts,
        span: first.map(Span::start_of),
    };
    (page, found)
}

fn folder_id(name: &str, path: &str, found: &mut Diagnostics) -> Option<Id> {
    let id = Id::new(name);
    if id.is_none() {
        let problem = Problem::BadFolderName { name: name.to_owned() };
        found.report(problem_of_id(name, problem), Place::Path(path.to_owned()));
    }
    id
}

/// The files of a text, and the languages in which it may be missing; `None` for texts that are never late.
struct TextNames<'n> {
    name: &'n str,
    folder: &'n str,
    late: Option<&'n [Lang]>,
}

/// Reads a text in every language of the site, an empty one where it is late; `None` where one of them cannot be had.
fn read_texts(
    TextNames { name, folder, late }: &TextNames<'_>,
    sources: &[TextSource],
    languages: &Languages,
    found: &mut Diagnostics,
    mut read: impl FnMut(FileId) -> (Document, Diagnostics),
) -> Option<Vec<Document>> {
    for text in sources.iter().filter(|text| languages.find(&text.language).is_none()) {
        let language = text.language.clone();
        let place = Place::Path(format!("{folder}/{name}.{language}.md"));
        found.report(Problem::UnknownLanguage { language }, place);
    }
    let mut texts = Vec::new();
    for lang in languages.iter() {
        let tag = languages.tag(lang);
        match TextSource::slot_of(sources, tag) {
            Slot::Text(file) => {
                let document = found.take(read(file));
                texts.push(Some(document));
            }
            Slot::Broken => texts.push(None),
            Slot::Missing if late.is_some_and(|late| late.contains(&lang)) => {
                texts.push(Some(Document::default()));
            }
            Slot::Missing => {
                let language = languages.name(lang);
                let file = format!("{name}.{tag}.md");
                let other =
                    sources.first().map(|text| format!("{folder}/{name}.{}.md", text.language));
                let problem = match other {
                    Some(_) => {
                        let may_be_late = late.is_some() && lang != languages.first();
                        let pending = may_be_late.then(|| tag.to_owned());
                        Problem::MissingTwin { language, name: file, pending }
                    }
                    None => Problem::MissingFile { name: file },
                };
                found.report(problem, Place::Path(other.unwrap_or_else(|| (*folder).to_owned())));
                texts.push(None);
            }
        }
    }
    texts.into_iter().collect()
}
