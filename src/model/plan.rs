//! In: the files of one plan folder, resolved. Out: a plan with its texts, targets, duties, awards
//! and consultations, every reference pointing at something that exists.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::diagnostic::{Span, Spanned};
use crate::language::{Lang, Text, WordList};

use super::acknowledged::{self, About, Acknowledged, TextNote};
use super::area::Area;
use super::award::Awards;
use super::basis::Basis;
use super::consultation::Round;
use super::document::{Address, Document};
use super::indicator::{Indicator, Targets};
use super::organisation::Organisation;
use super::pending::Pending;
use super::register::{Id, Key, Register, When};
use super::rule_level::RuleLevel;
use super::translation::Translation;

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 征求意见稿
    Draft,
    /// 现行有效
    InForce,
    Ended,
    Superseded,
    Unknown,
}

impl Status {
    /// In kebab-case, for words, styles and data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InForce => "in-force",
            Self::Ended => "ended",
            Self::Superseded => "superseded",
            Self::Unknown => "unknown",
        }
    }
}

/// One published document with its tables.
#[derive(Clone, Debug)]
pub struct Plan {
    pub id: Id,
    pub title: Text,
    /// For navigation; the title where the author gives no shorter one.
    pub short: Text,
    pub summary: Text,
    pub issuer: Spanned<Key<Organisation>>,
    pub area: Option<Key<Area>>,
    /// The plan that this one came from.
    pub draft: Option<Spanned<Id>>,
    pub status: Status,
    /// `None` where nobody knows it.
    pub published: Option<Spanned<Date>>,
    pub signed: Option<Spanned<Date>>,
    /// 施行日期
    pub in_force: Option<Spanned<Date>>,
    pub document_number: Option<Spanned<String>>,
    pub index_number: Option<String>,
    pub subject: Option<Text>,
    pub validity: Option<Text>,
    pub period: Option<Years>,
    /// By language, in the order of the languages.
    pub keywords: Vec<Vec<String>>,
    /// The documents that it names as its basis.
    pub basis: Vec<Basis>,
    pub source: Option<Provenance>,
    /// The text in every language of the site, in the order of the languages, as written: in a pending language,
    /// clauses may be missing. Pages show `text`.
    pub texts: Vec<Document>,
    /// The languages whose text is still being translated.
    pub pending: Vec<Pending>,
    pub targets: Option<Targets>,
    pub duties: Option<Duties>,
    pub awards: Option<Awards>,
    pub rounds: Vec<Round>,
    pub translation: Translation,
    /// The findings that are true of the source.
    pub acknowledged: Vec<Acknowledged>,
    /// What the editor says about clauses.
    pub text_notes: Vec<TextNote>,
    /// How much the findings of rules weigh for this plan, where the site does not decide.
    pub rules: Vec<RuleLevel>,
    /// The files under `files/`, published as they are.
    pub files: Vec<Attachment>,
    /// Where `title`, `short` and `summary` stand.
    pub places: Places,
    pub span: Span,
}

/// Where some of what `plan.toml` says stands.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    pub title: Span,
    pub short: Span,
    pub summary: Span,
}

impl Plan {
    /// The day on which the plan was published or, where nobody knows that, the page that it was taken from. The plan may
    /// be older than its page.
    pub fn appeared(&self) -> Option<&Spanned<Date>> {
        let of_source = || self.source.as_ref().and_then(|source| source.date.as_ref());
        self.published.as_ref().or_else(of_source)
    }

    /// The day on which it was signed or else published.
    pub fn made(&self) -> Option<Date> {
        self.signed.as_ref().or(self.published.as_ref()).map(|one| one.value)
    }

    /// The clause in which the source of the text breaks off, with all below it.
    pub fn ends_in(&self) -> Option<&Address> {
        self.source.as_ref()?.ends_in.as_ref().map(|one| &one.value)
    }

    /// The indicators of the plan; none where it has no target table.
    pub fn indicators(&self) -> std::slice::Iter<'_, Indicator> {
        self.targets.as_ref().map_or_else(|| [].iter(), |targets| targets.indicators.iter())
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators().find(|one| one.id.as_str() == id)
    }

    /// The tasks of all groups.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.duties.iter().flat_map(|duties| &duties.groups).flat_map(|group| &group.tasks)
    }

    /// What the editor says at a place: the notes that stand there, then the reasons for findings that are true of the
    /// source, each once.
    pub fn notes<'p>(&'p self, about: &About, note: Option<&'p Text>) -> Vec<&'p Text> {
        let own = self.text_notes.iter().filter(|one| one.about == *about).map(|one| &one.text);
        acknowledged::notes(&self.acknowledged, about, note.into_iter().chain(own))
    }

    /// The indicators that a clause of the task promises.
    pub fn indicators_of<'p>(&'p self, task: &'p Task) -> impl Iterator<Item = &'p Indicator> {
        self.indicators().filter(|one| one.clauses.iter().any(|one| task.clauses.contains(one)))
    }
}

/// The years that a plan is for, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// `None` where the plan only says until when it runs.
    pub start: Option<i16>,
    pub end: i16,
    /// Where the end stands.
    pub span: Span,
}

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name below `files/`, with `/`.
    pub name: String,
    pub disk: PathBuf,
    pub bytes: u64,
}

/// Where a document was taken from, and what was done to it.
#[derive(Clone, Debug)]
pub struct Provenance {
    pub name: Text,
    pub url: Option<String>,
    /// The day of the page that it was taken from.
    pub date: Option<Spanned<Date>>,
    /// The clause in which it breaks off, or `PREAMBLE`; what follows in the document is not known.
    pub ends_in: Option<Spanned<Address>>,
    pub note: Option<Text>,
}

/// The responsibility division of a plan.
#[derive(Clone, Debug)]
pub struct Duties {
    pub title: Text,
    pub note: Option<Text>,
    pub groups: Vec<TaskGroup>,
    /// The clauses whose tasks are divided here, where the author says so; none where only some clauses have one.
    pub covers: Option<Vec<Address>>,
    /// Whether the tasks come from the notes of the text, not from a table.
    pub from_notes: bool,
}

/// Tasks under one heading of the division.
#[derive(Clone, Debug)]
pub struct TaskGroup {
    pub name: Text,
    pub clause: Option<Address>,
    pub tasks: Vec<Task>,
}

/// A row of the responsibility division.
#[derive(Clone, Debug)]
pub struct Task {
    pub number: u32,
    pub name: Text,
    pub clauses: Vec<Address>,
    /// The first leads; the others lead jointly. Empty where a document only names responsible units.
    pub lead: Vec<Unit>,
    pub responsible: Vec<Unit>,
    pub due: Option<When>,
    pub note: Option<Text>,
    /// Its number in the table, or its first unit in the text.
    pub span: Span,
}

/// Every indicator of some plans, each with its plan.
pub fn indicators_of<'p>(
    plans: impl Iterator<Item = &'p Plan> + Clone,
) -> impl Iterator<Item = (&'p Plan, &'p Indicator)> + Clone {
    plans.flat_map(|plan| plan.indicators().map(move |one| (plan, one)))
}

impl Task {
    /// Every unit of the row, those that lead before the others.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.lead.iter().chain(&self.responsible)
    }
}

/// A unit as a row names it.
#[derive(Clone, Debug)]
pub struct Unit {
    pub key: Key<Organisation>,
    /// The name as the document writes it, where that is not the short name of the register.
    pub written: Option<Text>,
    pub span: Span,
}

impl Unit {
    /// The name that the document uses.
    pub fn name<'s>(&'s self, organisations: &'s Register<Organisation>, lang: Lang) -> &'s str {
        self.written.as_ref().unwrap_or(&organisations[self.key].short).get(lang)
    }
}

/// Whether a text is still the one that the files of a new plan begin with.
pub fn is_unfinished(text: &str) -> bool {
    static MARKS: WordList<2> = WordList::new(["待填写", "To be filled in"]);
    MARKS.is_in(text)
}
