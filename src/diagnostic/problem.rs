//! In: what a stage knows about a mistake. Out: its kind. The codes and levels of kinds stand in `codes.rs`, the
//! words for people in `words.rs` and `help.rs`.

use super::{
    agreement::Agreement, basis::Basis, checker::Checker, concept::Concept, csv_table::CsvTable,
};
use super::{figures::Figures, prose::Prose, publication::Publication};
use super::{limit::Limit, safety::Safety, structure::Structure, translation::Translation};

/// Everything that can be wrong with a site folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    // The folder and its files
    NoSite,
    /// Not a single file is in `content`.
    NoContent,
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
        /// The tag of the language, where the text may be late.
        pending: Option<String>,
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
    BadAmount {
        text: String,
    },
    RangeUpsideDown {
        text: String,
    },
    BadDate {
        text: String,
    },
    /// Neither a date nor a year.
    BadWhen {
        text: String,
    },
    /// Neither a date nor a date with an hour.
    BadLimit {
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
    BadTelephone {
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
    CsvTable(CsvTable),
    // Names that lead somewhere
    DuplicateId {
        what: &'static str,
        id: String,
    },
    UnknownId {
        what: &'static str,
        id: String,
        nearest: Vec<String>,
    },
    /// An entry that leads back to itself by way of `key`: `parent`, `members`, `replaced` or `draft`.
    Circle {
        what: &'static str,
        key: &'static str,
        id: String,
    },
    MembersWithoutGroup,
    GroupWithoutMembers {
        id: String,
    },
    NameClaimedTwice {
        name: String,
        first: String,
        /// The key that says where an entry is.
        place: &'static str,
    },
    AmbiguousName {
        name: String,
        ids: Vec<String>,
    },
    NameElsewhere {
        name: String,
        ids: Vec<String>,
    },
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
    PageSwitchedOff {
        target: String,
        key: &'static str,
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
    NoDuties,
    DutiesTwice,
    // Meaning
    EndBeforeStart {
        start: String,
        end: String,
    },
    AreasAndParts,
    YearOutsidePlan {
        year: String,
        start: Option<String>,
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
    NotesAndTable,
    NoNotes {
        word: String,
        language: String,
    },
    NotesDiffer {
        address: String,
        language: String,
    },
    // Consultations
    NoChannel,
    FileAndUrl,
    SubmissionsWithoutRound,
    NoOutcome,
    OutcomeNotCounted,
    OutcomeCounts {
        counted: u32,
        listed: u32,
        adoption: &'static str,
    },
    OutcomeBeforeClose {
        published: String,
        close: String,
    },
    OutcomeOverdue {
        due: String,
        /// The setting of the site, where the round itself promises nothing.
        days: Option<u32>,
        /// Whether the rule that asks for an outcome was in force when the round closed.
        binding: bool,
    },
    ShortPeriod {
        days: u32,
        least: u32,
        working: bool,
        /// Whether the minimum was in force when the round opened.
        since: Option<String>,
        /// How the author named the rule.
        profile: String,
    },
    SubmissionOutsidePeriod {
        date: String,
    },
    /// No plan names this one as its draft.
    NoFinalPlan {
        draft: String,
    },
    /// Another plan names the same draft.
    DraftTwice {
        draft: String,
        /// The plan to which the comments on the draft belong.
        first: String,
    },
    /// The draft was published after the plan.
    DraftLater {
        draft: String,
        published: String,
    },
    /// What is named as a draft does not have that status.
    NoDraftStatus {
        draft: String,
    },
    /// A clause that a comment is said to have changed.
    UnknownChanged {
        address: String,
        plan: String,
    },
    AdoptedWithoutChange {
        plan: String,
    },
    PrivateData {
        what: &'static str,
        text: String,
    },
    /// Two languages that do not agree.
    Translation(Translation),
    Checker(Checker),
    Figures(Figures),
    Structure(Structure),
    Limit(Limit),
    Prose(Prose),
    Publication(Publication),
    Agreement(Agreement),
    Basis(Basis),
    Concept(Concept),
    LeadAndResponsible {
        id: String,
    },
    UnitNamedTwice {
        id: String,
        leads: bool,
    },
    UnitAfterSuccessor {
        id: String,
        on: String,
        successors: Vec<String>,
    },
    TaskWithoutClause {
        number: u32,
    },
    ClauseWithoutTask {
        address: String,
        /// Whether tasks come from notes of the text.
        notes: bool,
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
    Safety(Safety),
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
