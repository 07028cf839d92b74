//! In: a problem that some stage met, and where. Out: a finding that a person can act on, as text
//! with carets or as JSON. All words of all findings stand in `words.rs` and `help.rs`.

mod codes;
pub mod files;
mod help;
mod json;
pub mod nearest;
pub mod problem;
mod text;
pub mod translation;
mod words;

pub use files::{FileId, Files, Span, Spanned};
pub use json::to_json;
pub use problem::Problem;
pub use text::to_text;

/// How much a finding weighs. Only errors stop a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
    Info,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text file that was read.
    Text(Span),
    /// A file or folder by its path from the site folder; it could not be read, or is not there.
    Path(String),
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Text(span)
    }
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub level: Level,
    pub problem: Problem,
    pub place: Place,
    /// Other places that belong to the finding, such as the first use of a duplicate id.
    pub related: Option<Span>,
}

impl Diagnostic {
    /// A finding with the level that its problem has by default.
    pub fn new(problem: Problem, place: impl Into<Place>) -> Self {
        Self { level: problem.default_level(), problem, place: place.into(), related: None }
    }

    pub fn with_related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// What findings are sorted by: path, then place in the file.
    fn order<'a>(&'a self, files: &'a Files) -> (&'a str, usize, Level, &'static str) {
        match &self.place {
            Place::Text(span) => {
                let path = files.get(span.file).path.as_str();
                (path, span.range().start, self.level, self.problem.code())
            }
            Place::Path(path) => (path, 0, self.level, self.problem.code()),
        }
    }
}

/// Findings collected by one stage or by all of them.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    pub fn report(&mut self, problem: Problem, place: impl Into<Place>) {
        self.list.push(Diagnostic::new(problem, place));
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// Keeps only findings of these problems.
    pub fn retain(&mut self, keep: impl Fn(&Problem) -> bool) {
        self.list.retain(|diagnostic| keep(&diagnostic.problem));
    }

    /// Keeps only the first of findings whose problems are of this kind and equal.
    pub fn keep_first(&mut self, of: impl Fn(&Problem) -> bool) {
        let mut kept: Vec<Problem> = Vec::new();
        self.list.retain(|Diagnostic { problem, .. }| {
            let again = of(problem) && kept.contains(problem);
            if of(problem) && !again {
                kept.push(problem.clone());
            }
            !again
        });
    }

    /// Keeps the findings of a stage and hands on its result.
    pub fn take<T>(&mut self, (value, found): (T, Self)) -> T {
        self.append(found);
        value
    }

    /// Puts the findings in the order of the files and lines they point at.
    pub fn sort(&mut self, files: &Files) {
        self.list.sort_by(|a, b| a.order(files).cmp(&b.order(files)));
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|found| found.level == level).count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }
}
