//! In: a problem that some stage met, and where. Out: a finding that a person can act on, as text
//! with carets, as lines, as JSON or as SARIF. All words of all findings stand in `words.rs` and `help.rs`, those of
//! large families in files of their own.

pub mod agreement;
pub mod apart;
pub mod basis;
pub mod checker;
mod codes;
pub mod concept;
pub mod csv_table;
pub mod demonstration;
pub mod english;
pub mod figures;
mod file_text;
pub mod files;
mod help;
mod json;
pub mod limit;
mod lines;
mod missing_words;
pub mod nearest;
pub mod problem;
pub mod prose;
pub mod publication;
pub mod safety;
mod sarif;
pub mod structure;
mod text;
pub mod translation;
mod words;

use rayon::prelude::*;

pub use codes::OUTSIDE_RULES;
pub use file_text::FileText;
pub use files::{FileId, Files, Span, Spanned};
pub use json::to_json;
pub use lines::to_lines;
pub use problem::Problem;
pub use sarif::{RuleText, to_sarif};
pub use text::to_text;

/// How much a finding weighs. Only errors stop a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
    Info,
}

impl Level {
    /// As findings and `[rules]` name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text file that was read.
    Text(Span),
    /// A file or folder by its path from the site folder; it could not be read, or is not there.
    Path(String),
}

impl Place {
    /// The file or folder, from the site folder.
    pub fn path<'a>(&'a self, files: &'a Files) -> &'a str {
        match self {
            Self::Text(span) => &files.get(span.file).path,
            Self::Path(path) => path,
        }
    }
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
    /// What mends it, where there is exactly one right answer; empty otherwise.
    pub fix: Vec<Edit>,
}

/// What is to stand at a place of an author's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub place: Span,
    pub text: String,
}

/// A finding of which the author says that it is true of the source.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    pub finding: Diagnostic,
    /// The author's reason, in the first language of the site.
    pub reason: String,
}

/// What becomes of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It stays, with this level.
    Stays(Level),
    /// Its rule is switched off.
    Goes,
    /// It is only counted, for this reason.
    Acknowledged(String),
}

impl Diagnostic {
    /// A finding with the level that its problem has by default.
    pub fn new(problem: Problem, place: impl Into<Place>) -> Self {
        Self {
            level: problem.default_level(),
            problem,
            place: place.into(),
            related: None,
            fix: Vec::new(),
        }
    }

    pub fn with_related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    pub fn with_fix(mut self, fix: Vec<Edit>) -> Self {
        self.fix = fix;
        self
    }

    /// What findings are sorted by: path, then place in the file.
    fn order<'a>(&'a self, files: &'a Files) -> (&'a str, usize, Level, &'static str) {
        let start = match &self.place {
            Place::Text(span) => span.range().start,
            Place::Path(_) => 0,
        };
        (self.place.path(files), start, self.level, self.problem.code())
    }
}

/// Findings collected by one stage or by all of them.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    acknowledged: Vec<Acknowledged>,
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
        self.acknowledged.append(&mut other.acknowledged);
    }

    /// Keeps only findings of these problems.
    pub fn retain(&mut self, keep: impl Fn(&Problem) -> bool) {
        self.list.retain(|diagnostic| keep(&diagnostic.problem));
    }

    /// Decides about every finding, in parallel. What else each decision gives is handed on in their order.
    pub fn judge<T: Send>(
        &mut self,
        verdict: impl Fn(&Diagnostic) -> (Verdict, T) + Send + Sync,
        mut take: impl FnMut(T),
    ) {
        let list = std::mem::take(&mut self.list);
        let judged: Vec<(Verdict, T)> = list.par_iter().map(verdict).collect();
        for (mut finding, (verdict, given)) in list.into_iter().zip(judged) {
            take(given);
            match verdict {
                Verdict::Stays(level) => {
                    finding.level = level;
                    self.list.push(finding);
                }
                Verdict::Goes => {}
                Verdict::Acknowledged(reason) => {
                    self.acknowledged.push(Acknowledged { finding, reason });
                }
            }
        }
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
        self.list.par_sort_by(|a, b| a.order(files).cmp(&b.order(files)));
        self.acknowledged.par_sort_by(|a, b| a.finding.order(files).cmp(&b.finding.order(files)));
    }

    /// The findings that are true of the source, by what its author says.
    pub fn acknowledged(&self) -> &[Acknowledged] {
        &self.acknowledged
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
