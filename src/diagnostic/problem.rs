//! In: what a stage knows about a mistake. Out: its kind, the code of the kind and how much it weighs.
//! The words for people stand in `words.rs`.

use super::Level;

/// Everything that can be wrong with a site folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    // The folder and its files
    NoSite,
    CannotRead {
        reason: String,
    },
    NotUtf8,
    LinkLeavesSite {
        target: String,
    },
    MissingFile {
        name: String,
    },
    MissingTwin {
        language: String,
        name: String,
    },
    UnexpectedFile {
        nearest: Option<String>,
    },
    BadFolderName {
        name: String,
    },
    // TOML
    /// `mark` is a Chinese mark where TOML needs the one of an English keyboard.
    TomlSyntax {
        reason: String,
        mark: Option<char>,
    },
    /// A key, or a year of a table, that is there twice.
    DuplicateKey {
        key: String,
    },
    UnknownKey {
        key: String,
        nearest: Option<String>,
        known: Vec<&'static str>,
    },
    MissingKey {
        key: &'static str,
    },
    MissingTable {
        key: &'static str,
        entry: &'static str,
    },
    WrongType {
        expected: &'static str,
        found: &'static str,
    },
    UnknownWord {
        word: String,
        nearest: Option<String>,
        known: Vec<&'static str>,
    },
    MissingLanguage {
        language: String,
        tag: String,
    },
    UnknownLanguage {
        language: String,
    },
    NoWordsForLanguage {
        language: String,
    },
    EmptyText,
    BadId {
        id: String,
    },
    BadNumber {
        text: String,
        meant: Option<String>,
    },
    RangeUpsideDown {
        text: String,
    },
    BadDate {
        text: String,
    },
    BadYear {
        text: String,
    },
    BadTimeZone {
        text: String,
    },
    BadUrl {
        text: String,
    },
    BadEmail {
        text: String,
    },
    BadSiteIdCode {
        text: String,
    },
    TooFewLanguages,
    BadLanguageTag {
        tag: String,
    },
    // Names that lead somewhere
    DuplicateId {
        what: &'static str,
        id: String,
    },
    UnknownId {
        what: &'static str,
        id: String,
        nearest: Option<String>,
    },
    CircularParent {
        what: &'static str,
        id: String,
    },
    MembersWithoutGroup,
    // Texts
    TopHeading,
    NoTitle,
    DuplicateClause {
        address: String,
    },
    MixedUpClause {
        address: String,
        twin: Option<String>,
        language: String,
    },
    MissingClauses {
        count: usize,
        address: String,
        language: String,
    },
    HtmlRemoved {
        tag: String,
    },
    HeadingWithoutSpace {
        marks: String,
    },
    IndentedCode,
    UnsafeLink {
        target: String,
    },
    DeadLink {
        target: String,
        nearest: Option<String>,
    },
    NoSuchFile {
        target: String,
        nearest: Option<String>,
    },
    PageNotMade {
        target: String,
        file: &'static str,
    },
    DeadAnchor {
        target: String,
        anchor: String,
        nearest: Option<String>,
    },
    MissingAlt,
    // Directives
    BadDirective {
        form: &'static str,
    },
    DirectiveNotAlone,
    DirectiveMisplaced {
        place: &'static str,
    },
    NoFigure {
        indicator: String,
    },
    NoChart {
        needs: &'static str,
    },
    // Meaning
    EndBeforeStart {
        start: String,
        end: String,
    },
    AreasDoNotAddUp {
        year: String,
        sum: String,
        total: String,
        difference: String,
    },
    AreasAndParts,
    YearOutsidePlan {
        year: String,
        start: String,
        end: String,
    },
    DuplicateActual {
        date: String,
    },
    ActualBeforeBaseline {
        date: String,
        year: String,
    },
    DateInFuture {
        date: String,
        today: String,
    },
    ReportedBeforeAsOf {
        reported: String,
        as_of: String,
    },
    RevisionWithoutTarget {
        year: String,
    },
    RevisionsDoNotLead {
        year: String,
        new: String,
        next: String,
        to_target: bool,
    },
    NoLead,
    NoChannel,
    LeadAndResponsible {
        id: String,
    },
    NoSiteIdCode,
    Unfinished {
        key: &'static str,
    },
    SameUrl {
        url: String,
    },
    TakenUrl {
        url: String,
    },
    // Theme
    Template {
        reason: String,
    },
    Words {
        reason: String,
    },
    MissingWord {
        key: String,
        language: String,
    },
    // Output
    RenderFailed {
        page: String,
        reason: String,
    },
}

impl Problem {
    /// The name of the kind of problem, for scripts and for searching.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSite => "no-site",
            Self::CannotRead { .. } => "cannot-read",
            Self::NotUtf8 => "not-utf-8",
            Self::LinkLeavesSite { .. } => "link-leaves-site",
            Self::MissingFile { .. } => "missing-file",
            Self::MissingTwin { .. } => "missing-twin",
            Self::UnexpectedFile { .. } => "unexpected-file",
            Self::BadFolderName { .. } => "bad-folder-name",
            Self::TomlSyntax { .. } => "toml-syntax",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } | Self::MissingTable { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { .. } => "unknown-word",
            Self::MissingLanguage { .. } => "missing-language",
            Self::UnknownLanguage { .. } => "unknown-language",
            Self::NoWordsForLanguage { .. } => "no-words-for-language",
            Self::EmptyText => "empty-text",
            Self::BadId { .. } => "bad-id",
            Self::BadNumber { .. } => "bad-number",
            Self::RangeUpsideDown { .. } => "range-upside-down",
            Self::BadDate { .. } => "bad-date",
            Self::BadYear { .. } => "bad-year",
            Self::BadTimeZone { .. } => "bad-time-zone",
            Self::BadUrl { .. } => "bad-url",
            Self::BadEmail { .. } => "bad-email",
            Self::BadSiteIdCode { .. } => "bad-site-id-code",
            Self::TooFewLanguages => "too-few-languages",
            Self::BadLanguageTag { .. } => "bad-language-tag",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::CircularParent { .. } => "circular-parent",
            Self::MembersWithoutGroup => "members-without-group",
            Self::TopHeading => "top-heading",
            Self::NoTitle => "no-title",
            Self::DuplicateClause { .. } => "duplicate-clause",
            Self::MixedUpClause { .. } | Self::MissingClauses { .. } => "clause-parity",
            Self::HtmlRemoved { .. } => "html-removed",
            Self::HeadingWithoutSpace { .. } => "heading-without-space",
            Self::IndentedCode => "indented-code",
            Self::UnsafeLink { .. } => "unsafe-link",
            Self::DeadLink { .. } | Self::NoSuchFile { .. } | Self::PageNotMade { .. } => {
                "dead-link"
            }
            Self::DeadAnchor { .. } => "dead-anchor",
            Self::MissingAlt => "missing-alt",
            Self::BadDirective { .. } => "bad-directive",
            Self::DirectiveNotAlone | Self::DirectiveMisplaced { .. } => "directive-misplaced",
            Self::NoFigure { .. } => "no-figure",
            Self::NoChart { .. } => "no-chart",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::AreasDoNotAddUp { .. } => "areas-add-up",
            Self::AreasAndParts => "areas-and-parts",
            Self::YearOutsidePlan { .. } => "year-outside-plan",
            Self::DuplicateActual { .. } => "duplicate-actual",
            Self::ActualBeforeBaseline { .. } => "actual-before-baseline",
            Self::DateInFuture { .. } => "date-in-future",
            Self::ReportedBeforeAsOf { .. } => "reported-before-as-of",
            Self::RevisionWithoutTarget { .. } | Self::RevisionsDoNotLead { .. } => {
                "revisions-lead-to-target"
            }
            Self::NoLead => "no-lead",
            Self::NoChannel => "no-channel",
            Self::LeadAndResponsible { .. } => "lead-and-responsible",
            Self::NoSiteIdCode => "no-site-id-code",
            Self::Unfinished { .. } => "unfinished",
            Self::SameUrl { .. } | Self::TakenUrl { .. } => "same-url",
            Self::Template { .. } => "template",
            Self::Words { .. } => "words",
            Self::MissingWord { .. } => "missing-word",
            Self::RenderFailed { .. } => "render-failed",
        }
    }

    /// Whether the line of the problem was not read, so that what follows from it may be missing.
    pub fn takes_line_out(&self) -> bool {
        matches!(self, Self::TomlSyntax { .. } | Self::DuplicateKey { .. })
    }

    /// How much the problem weighs where the site does not say otherwise.
    pub fn default_level(&self) -> Level {
        match self {
            Self::HtmlRemoved { .. }
            | Self::UnexpectedFile { .. }
            | Self::LeadAndResponsible { .. }
            | Self::IndentedCode
            | Self::YearOutsidePlan { .. }
            | Self::Unfinished { .. }
            | Self::NoSiteIdCode => Level::Warning,
            _ => Level::Error,
        }
    }
}
