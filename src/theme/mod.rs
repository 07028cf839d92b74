//! In: the default theme within the binary and what the site's own theme folder changes. Out: the
//! templates, interface words and static files that hold for this site, file by file.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::diagnostic::limit::Limit;
use crate::diagnostic::nearest::nearest_few;
use crate::diagnostic::{Diagnostics, FileId, Place, Problem, Span, Spanned};
use crate::language::{Languages, Words};
use crate::model::{Config, limits};
use crate::source::{Slot, Sources, ThemeSource};

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Everything that decides how the site looks.
pub struct Theme {
    /// By name, such as `plan.html`.
    pub templates: BTreeMap<String, Template>,
    pub words: Arc<Words>,
    /// By name under `static/`.
    pub statics: BTreeMap<String, Static>,
    /// The text of `static/charts.css`.
    pub chart_styles: String,
}

/// The text of a template.
pub struct Template {
    pub text: String,
    /// Where the site has its own; `None` for one of the default theme.
    pub file: Option<FileId>,
}

/// A file that is published as it is.
#[derive(Clone)]
pub enum Static {
    Embedded(&'static [u8]),
    Disk(PathBuf),
}

/// Puts the theme called `name` together. `None` where words cannot be read or a language has none.
pub fn load(
    sources: &Sources,
    name: &Spanned<String>,
    config: &Config,
) -> (Option<Theme>, Diagnostics) {
    let mut found = Diagnostics::default();
    let own = sources.themes.iter().find(|theme| theme.name == name.value);
    if own.is_none() && name.value != "default" {
        let known = sources.themes.iter().map(|theme| theme.name.as_str()).chain(["default"]);
        let nearest = nearest_few(&name.value, known);
        let problem = Problem::UnknownId { what: "theme", id: name.value.clone(), nearest };
        found.report(problem, name.span);
        return (None, found);
    }
    let words = words(sources, own, config, &mut found);
    let theme = words.map(|words| Theme {
        templates: templates(sources, own),
        words: Arc::new(words),
        statics: statics(own),
        chart_styles: chart_styles(sources, own),
    });
    (theme, found)
}

fn templates(sources: &Sources, own: Option<&ThemeSource>) -> BTreeMap<String, Template> {
    let mut templates = BTreeMap::new();
    for (name, bytes) in embedded("templates") {
        let text = String::from_utf8_lossy(bytes).into_owned();
        templates.insert(name, Template { text, file: None });
    }
    for (name, slot) in own.iter().flat_map(|theme| &theme.templates) {
        if let Slot::Text(file) = slot {
            let text = sources.files.text(*file).to_owned();
            templates.insert(name.clone(), Template { text, file: Some(*file) });
        }
    }
    templates
}

fn statics(own: Option<&ThemeSource>) -> BTreeMap<String, Static> {
    let mut statics: BTreeMap<String, Static> =
        embedded("static").map(|(name, bytes)| (name, Static::Embedded(bytes))).collect();
    for (name, disk) in own.iter().flat_map(|theme| &theme.statics) {
        statics.insert(name.clone(), Static::Disk(disk.clone()));
    }
    statics
}

fn chart_styles(sources: &Sources, own: Option<&ThemeSource>) -> String {
    match own.map(|theme| theme.chart_styles) {
        Some(Slot::Text(file)) => sources.files.text(file).to_owned(),
        _ => DEFAULT
            .get_file("static/charts.css")
            .and_then(|file| file.contents_utf8())
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The files of one folder of the default theme, with their names in it.
fn embedded(folder: &str) -> impl Iterator<Item = (String, &'static [u8])> {
    fn collect(dir: &'static Dir<'static>, out: &mut Vec<(String, &'static [u8])>) {
        for file in dir.files() {
            out.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
        }
        for dir in dir.dirs() {
            collect(dir, out);
        }
    }
    let mut files = Vec::new();
    if let Some(dir) = DEFAULT.get_dir(folder) {
        collect(dir, &mut files);
    }
    let prefix = format!("{folder}/");
    files
        .into_iter()
        .map(move |(path, bytes)| (path.strip_prefix(&prefix).unwrap_or(&path).to_owned(), bytes))
}

/// The words of the default theme, overridden word by word by those of the site.
fn words(
    sources: &Sources,
    own: Option<&ThemeSource>,
    config: &Config,
    found: &mut Diagnostics,
) -> Option<Words> {
    let (languages, place) = (&config.languages, config.languages_span);
    let default: BTreeMap<String, &str> = embedded("i18n")
        .filter_map(|(name, bytes)| {
            let language = name.strip_suffix(".ftl")?.to_owned();
            Some((language, std::str::from_utf8(bytes).ok()?))
        })
        .collect();
    let mut texts = Vec::new();
    let mut origins = Vec::new();
    for tag in languages.tags() {
        let own = own.and_then(|theme| theme.words.iter().find(|(language, _)| language == tag));
        let own = own.and_then(|(_, slot)| match slot {
            Slot::Text(file) => Some(*file),
            Slot::Missing | Slot::Broken => None,
        });
        let own_text = own.map(|file| sources.files.text(file));
        if let (Some(file), Some(at)) = (own, own_text.and_then(too_deep)) {
            let problem = Limit::WordDepth { most: limits::DEPTH };
            found.report(Problem::Limit(problem), Span::new(file, at..at + 1));
            return None;
        }
        let list: Vec<&str> = default.get(tag).copied().into_iter().chain(own_text).collect();
        if list.is_empty() {
            found.report(Problem::NoWordsForLanguage { language: tag.to_owned() }, place);
            return None;
        }
        texts.push(list);
        origins.push(own);
    }
    match Words::new(languages, &texts) {
        Ok(words) => {
            let theme = own.map_or("default", |theme| theme.name.as_str());
            report_missing(&words, languages, &origins, theme, found);
            Some(words)
        }
        Err((lang, _, error)) => {
            let problem = Problem::Words { reason: error.reason };
            let place = match origins[lang.index()] {
                Some(file) => Place::Text(Span::new(file, error.start..error.end)),
                None => Place::Text(place),
            };
            found.report(problem, place);
            None
        }
    }
}

/// Where too many brackets of a word are open: its reader would go as deep as they do. A word begins at the beginning of a
/// line.
fn too_deep(words: &str) -> Option<usize> {
    let mut open = 0usize;
    let mut before = '\n';
    for (at, c) in words.char_indices() {
        match c {
            _ if before == '\n' && c.is_alphanumeric() => open = 0,
            '{' | '(' => open += 1,
            '}' | ')' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > limits::DEPTH {
            return Some(at);
        }
        before = c;
    }
    None
}

/// Every language needs every word: a page half in another language is worse than none.
fn report_missing(
    words: &Words,
    languages: &Languages,
    origins: &[Option<FileId>],
    theme: &str,
    found: &mut Diagnostics,
) {
    for (lang, origin) in languages.iter().zip(origins) {
        for key in words.missing(lang) {
            let language = languages.tag(lang).to_owned();
            let problem = Problem::MissingWord { key: key.to_owned(), language: language.clone() };
            let place = match origin {
                Some(file) => Place::Text(Span::start_of(*file)),
                None => Place::Path(format!("themes/{theme}/i18n/{language}.ftl")),
            };
            found.report(problem, place);
        }
    }
}
