//! In: paths of files. Out: what each file is in the site folder; this is the one description of the
//! folder's layout. A file that has no place is reported with the name that was perhaps meant.

use std::path::PathBuf;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Place, Problem};
use crate::model::plan::Attachment;

use super::{Content, Found, Slot, Sources};

pub const CONFIG: &str = "site-config.toml";
const PLAN_FILES: [&str; 10] = [
    "plan.toml",
    "targets.toml",
    "progress.toml",
    "duties.toml",
    "awards.toml",
    "consultation.toml",
    "submissions.csv",
    "translation.toml",
    "acknowledged.toml",
    "confirmed.toml",
];

/// The files of one plan folder.
#[derive(Debug, Default)]
pub struct PlanSource {
    /// The name of the folder.
    pub id: String,
    pub plan: Slot,
    pub targets: Slot,
    pub progress: Slot,
    pub duties: Slot,
    pub awards: Slot,
    pub consultation: Slot,
    pub submissions: Slot,
    pub translation: Slot,
    pub acknowledged: Slot,
    pub confirmed: Slot,
    pub texts: Vec<TextSource>,
    pub files: Vec<Attachment>,
}

/// One language of a text.
#[derive(Debug)]
pub struct TextSource {
    pub language: String,
    pub slot: Slot,
}

impl TextSource {
    /// The text in a language among all of them.
    pub fn slot_of(texts: &[Self], language: &str) -> Slot {
        let text = texts.iter().find(|text| text.language == language);
        text.map_or(Slot::Missing, |text| text.slot)
    }
}

/// The files of one page of `content/pages/`.
#[derive(Debug)]
pub struct PageSource {
    pub name: String,
    pub texts: Vec<TextSource>,
}

/// What a site changes in a theme.
#[derive(Debug, Default)]
pub struct ThemeSource {
    pub name: String,
    /// Name under `templates/`.
    pub templates: Vec<(String, Slot)>,
    /// Language and text.
    pub words: Vec<(String, Slot)>,
    /// Name under `static/` and path on disk.
    pub statics: Vec<(String, PathBuf)>,
    /// The text of `static/charts.css`, which charts take along when they are files of their own.
    pub chart_styles: Slot,
}

/// The one static file that is read: charts carry it with them.
const CHART_STYLES: &str = "charts.css";

/// Whether the file is published as it is.
pub fn is_attachment(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["themes", _, "static", CHART_STYLES] => false,
        ["content", "root", _, ..]
        | ["content", "plans", _, "files", _, ..]
        | ["themes", _, "static", _, ..] => true,
        _ => false,
    }
}

/// Puts a file where it belongs.
pub fn place(found: Found, sources: &mut Sources, diagnostics: &mut Diagnostics) {
    let path = found.path.clone();
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [CONFIG] => sources.config = sources.slot(found, diagnostics),
        ["content", "organisations.toml"] => {
            sources.organisations = sources.slot(found, diagnostics)
        }
        ["content", "glossary.toml"] => sources.glossary = sources.slot(found, diagnostics),
        ["content", "concepts.toml"] => sources.concepts = sources.slot(found, diagnostics),
        ["content", "areas.toml"] => sources.areas = sources.slot(found, diagnostics),
        ["content", "pages", name] => match text_name(name) {
            Some((name, language)) => {
                let slot = sources.slot(found, diagnostics);
                let page = page_entry(&mut sources.pages, name);
                page.texts.push(TextSource { language: language.to_owned(), slot });
            }
            None => unexpected(path.clone(), ["<name>.zh.md", "<name>.en.md"], name, diagnostics),
        },
        ["content", "root", ..] => {
            let name = parts[2..].join("/");
            sources.root.push(attachment(name, found));
        }
        ["content", "plans", id, "files", ..] => {
            let name = parts[4..].join("/");
            plan_entry(&mut sources.plans, id).files.push(attachment(name, found));
        }
        ["content", "plans", id, name] => place_plan_file(id, name, found, sources, diagnostics),
        ["themes", theme, "templates", ..] => {
            let name = parts[3..].join("/");
            let slot = sources.slot(found, diagnostics);
            theme_entry(&mut sources.themes, theme).templates.push((name, slot));
        }
        ["themes", theme, "static", CHART_STYLES] => {
            let statics = (CHART_STYLES.to_owned(), found.disk.clone());
            let slot = sources.slot(found, diagnostics);
            let entry = theme_entry(&mut sources.themes, theme);
            entry.statics.push(statics);
            entry.chart_styles = slot;
        }
        ["themes", theme, "static", ..] => {
            let name = parts[3..].join("/");
            theme_entry(&mut sources.themes, theme).statics.push((name, found.disk));
        }
        ["themes", theme, "i18n", name] if name.ends_with(".ftl") => {
            let language = name.trim_end_matches(".ftl").to_owned();
            let slot = sources.slot(found, diagnostics);
            theme_entry(&mut sources.themes, theme).words.push((language, slot));
        }
        [.., name] => {
            let known = [
                "organisations.toml",
                "areas.toml",
                "concepts.toml",
                "glossary.toml",
                "plans",
                "pages",
            ];
            unexpected(path.clone(), known, name, diagnostics);
        }
        [] => {}
    }
}

fn attachment(name: String, found: Found) -> Attachment {
    let bytes = if let Content::Attachment(bytes) = found.content { bytes } else { 0 };
    Attachment { name, disk: found.disk, bytes }
}

fn place_plan_file(
    id: &str,
    name: &str,
    found: Found,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) {
    let path = found.path.clone();
    if let Some(("text", language)) = text_name(name) {
        let slot = sources.slot(found, diagnostics);
        let text = TextSource { language: language.to_owned(), slot };
        plan_entry(&mut sources.plans, id).texts.push(text);
        return;
    }
    let field = |plan: &mut PlanSource, slot| match name {
        "plan.toml" => plan.plan = slot,
        "targets.toml" => plan.targets = slot,
        "progress.toml" => plan.progress = slot,
        "duties.toml" => plan.duties = slot,
        "awards.toml" => plan.awards = slot,
        "consultation.toml" => plan.consultation = slot,
        "submissions.csv" => plan.submissions = slot,
        "translation.toml" => plan.translation = slot,
        "acknowledged.toml" => plan.acknowledged = slot,
        "confirmed.toml" => plan.confirmed = slot,
        _ => {}
    };
    if PLAN_FILES.contains(&name) {
        let slot = sources.slot(found, diagnostics);
        field(plan_entry(&mut sources.plans, id), slot);
    } else {
        plan_entry(&mut sources.plans, id);
        let known = PLAN_FILES.into_iter().chain(["text.zh.md", "text.en.md"]);
        unexpected(path, known, name, diagnostics);
    }
}

fn unexpected<'a>(
    path: String,
    known: impl IntoIterator<Item = &'a str>,
    name: &str,
    diagnostics: &mut Diagnostics,
) {
    diagnostics
        .report(Problem::UnexpectedFile { nearest: nearest(name, known) }, Place::Path(path));
}

/// `text.zh.md` is the text `text` in the language `zh`.
fn text_name(name: &str) -> Option<(&str, &str)> {
    let (stem, language) = name.strip_suffix(".md")?.rsplit_once('.')?;
    (!stem.is_empty() && !language.is_empty()).then_some((stem, language))
}

// A folder is walked as a whole, so a plan or theme that has an entry has the last one.

fn plan_entry<'a>(plans: &'a mut Vec<PlanSource>, id: &str) -> &'a mut PlanSource {
    if plans.last().is_none_or(|plan| plan.id != id) {
        plans.push(PlanSource { id: id.to_owned(), ..PlanSource::default() });
    }
    plans.last_mut().expect("an entry was just pushed")
}

fn page_entry<'a>(pages: &'a mut Vec<PageSource>, name: &str) -> &'a mut PageSource {
    let at = pages.iter().position(|page| page.name == name).unwrap_or_else(|| {
        pages.push(PageSource { name: name.to_owned(), texts: Vec::new() });
        pages.len() - 1
    });
    &mut pages[at]
}

fn theme_entry<'a>(themes: &'a mut Vec<ThemeSource>, name: &str) -> &'a mut ThemeSource {
    if themes.last().is_none_or(|theme| theme.name != name) {
        themes.push(ThemeSource { name: name.to_owned(), ..ThemeSource::default() });
    }
    themes.last_mut().expect("an entry was just pushed")
}
