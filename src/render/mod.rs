//! In: one file of the site plan. Out: its bytes. Rendering looks at nothing but the site and writes
//! nothing: the same file gives the same bytes on every machine.

use std::cell::Cell;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ahash::random_state::{RandomSource, set_random_source};
use maud::Render;
use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{ErrorKind, Filter, Kwargs, ReportError, State, Tera, Value};

use crate::diagnostic::{Diagnostics, Place, Problem, Span};
use crate::language::{Formats, Lang, Languages, WordArg, Words};
use crate::pages::{Context, Frame, Output, Whole};
use crate::theme::{Static, Theme};

/// The templates, ready for every language.
pub struct Renderer {
    templates: Tera,
    formats: Arc<Formats>,
}

thread_local! {
    /// The language of the page that a thread makes. Functions are not told by templates for which page they are called, and
    /// templates for each language would be a copy of all of them. Only `Renderer::text` sets it, right before a template is
    /// filled in, which one thread does from the beginning to the end.
    static LANG: Cell<Option<Lang>> = const { Cell::new(None) };
}

/// The content of a published file.
pub enum Body<'s> {
    Bytes(Vec<u8>),
    Embedded(&'static [u8]),
    /// Copied from the site folder as it is.
    Copy(PathBuf),
    /// Made while it is written: it may be too large to be held in memory.
    Made(Box<Making<'s>>),
}

/// Gives every table of what templates are given one seed. There are hundreds of them for a page, and by default all threads
/// take the seeds from one number, for which they wait. Their keys are names of fields, which nobody chooses to harm us.
struct OneSeed;

impl RandomSource for OneSeed {
    fn gen_hasher_seed(&self) -> usize {
        0
    }
}

/// Writes a file to wherever it belongs.
pub type Making<'s> = dyn Fn(&mut dyn Write) -> io::Result<()> + 's;

/// What a template of a page is given.
#[derive(Serialize)]
struct Page<'v> {
    page: Frame,
    view: &'v Value,
}

impl Renderer {
    /// Reads the templates of the theme; `None` where one of them has a mistake.
    pub fn new(theme: &Theme, languages: &Languages) -> (Option<Self>, Diagnostics) {
        let mut found = Diagnostics::default();
        // Whoever came first stays: nothing depends on it but the time it takes.
        let _ = set_random_source(OneSeed);
        let mut templates = Tera::default();
        templates.autoescape_on([".html", ".xml"]);
        // Templates are checked against the functions that they call, so these must be there first.
        let formats = Arc::new(Formats::new(languages));
        add_functions(&mut templates, (&theme.words, &formats), languages);
        let texts =
            theme.templates.iter().map(|(name, template)| (name.as_str(), template.text.as_str()));
        if let Err(error) = templates.add_raw_templates(texts) {
            let (problem, place) = template_problem(&error, theme);
            found.report(problem, place);
            return (None, found);
        }
        (Some(Self { templates, formats }), found)
    }

    /// Numbers, dates and lists as templates write them, for views to write them alike.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Makes one file. `cx` is in the language of the file.
    pub fn render<'s>(&self, cx: &Context<'s>, output: Output) -> Result<Body<'s>, tera::Error> {
        match output {
            Output::Page(at, _) => {
                let page = &cx.plan.pages[at];
                let view = page.kind.view(cx, page.subject);
                let template = format!("{}.html", page.kind.name());
                let frame = Frame::new(cx, page, &view);
                self.text(cx.lang, &template, &Page { page: frame, view: &view.body })
            }
            Output::Machine(machine) => {
                let (template, view) = machine.view(cx);
                self.text(cx.lang, template, &view)
            }
            Output::Download(download, _) => {
                let cx = *cx;
                Ok(Body::Made(Box::new(move |out| download.write(&cx, out))))
            }
            Output::Attachment(plan, file) => {
                Ok(Body::Copy(cx.site.plans[plan].files[file].disk.clone()))
            }
            Output::Root(at) => Ok(Body::Copy(cx.site.root[at].disk.clone())),
            Output::Static(at) => Ok(match &cx.plan.statics[at].1 {
                Static::Embedded(bytes) => Body::Embedded(bytes),
                Static::Disk(path) => Body::Copy(path.clone()),
            }),
        }
    }

    fn text<'s>(
        &self,
        lang: Lang,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Body<'s>, tera::Error> {
        let context = tera::Context::from_serialize(view)?;
        // Most pages are no longer; the others make it grow.
        let mut page = Vec::with_capacity(1 << 17);
        LANG.set(Some(lang));
        self.templates.render_to(template, &context, &mut page)?;
        Ok(Body::Bytes(page))
    }
}

/// `t(key="tab-targets")` gives an interface word; further arguments fill its places. `list_marks(of=3)` gives what stands
/// behind each entry of a list. `title | whole` keeps years and dates of a title on one line.
fn add_functions(
    tera: &mut Tera,
    (words, formats): (&Arc<Words>, &Arc<Formats>),
    languages: &Languages,
) {
    let (words, formats) = (Arc::clone(words), Arc::clone(formats));
    let first = languages.first();
    let lang = move || LANG.get().unwrap_or(first);
    tera.register_function(
        "list_marks",
        move |kwargs: Kwargs, _: &State<'_>| -> Result<Vec<String>, tera::Error> {
            Ok(formats.list_marks(lang(), kwargs.must_get("of")?))
        },
    );
    tera.register_filter("whole", WholeFilter);
    let plain_in = |lang| words.plain(lang).map(|(key, word)| (key.to_owned(), Value::from(word)));
    let plain: Vec<FxHashMap<String, Value>> =
        languages.iter().map(|lang| plain_in(lang).collect()).collect();
    tera.register_function(
        "t",
        move |kwargs: Kwargs, _: &State<'_>| -> Result<Value, tera::Error> {
            let key: &str = kwargs.must_get("key")?;
            if let Some(word) = plain[lang().index()].get(key) {
                return Ok(word.clone());
            }
            let args: Vec<(String, Filler)> = kwargs
                .iter()
                .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), filler(value))))
                .collect();
            let args: Vec<(&str, WordArg<'_>)> = args
                .iter()
                .map(|(name, filler)| match filler {
                    Filler::Text(text) => (name.as_str(), WordArg::Text(text)),
                    Filler::Count(count) => (name.as_str(), WordArg::Count(*count)),
                })
                .collect();
            words
                .find(lang(), key, &args)
                .map(Value::from)
                .ok_or_else(|| tera::Error::message(format!("there is no interface word `{key}`")))
        },
    );
}

/// Keeps years and dates on one line. What it gives is HTML.
struct WholeFilter;

impl Filter<&str, String> for WholeFilter {
    fn call(&self, title: &str, _: Kwargs, _: &State<'_>) -> String {
        Whole(title).render().into_string()
    }

    fn is_safe(&self) -> bool {
        true
    }
}

enum Filler {
    Text(String),
    Count(usize),
}

fn filler(value: &Value) -> Filler {
    match value.as_u64() {
        Some(count) => Filler::Count(usize::try_from(count).unwrap_or(usize::MAX)),
        None => Filler::Text(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    }
}

/// Where a mistake of a template is: in the site's own file, or in the default theme.
pub fn template_problem(error: &tera::Error, theme: &Theme) -> (Problem, Place) {
    let report: Option<&ReportError> = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let Some(report) = report else {
        let place = Place::Path("themes".to_owned());
        return (Problem::Template { reason: error.to_string() }, place);
    };
    let name = report.filename();
    let place = match theme.templates.get(name).and_then(|template| template.file) {
        Some(file) => Place::Text(Span::new(file, report.span().range.clone())),
        None => Place::Path(format!("themes/default/templates/{name}")),
    };
    (Problem::Template { reason: report.message().to_owned() }, place)
}
