//! In: a problem. Out: the code of its kind, and how much it weighs.

use super::{Level, Problem};

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
            Self::BadDate { .. } | Self::BadWhen { .. } | Self::BadLimit { .. } => "bad-date",
            Self::BadYear { .. } => "bad-year",
            Self::BadTimeZone { .. } => "bad-time-zone",
            Self::BadUrl { .. } => "bad-url",
            Self::BadEmail { .. } => "bad-email",
            Self::BadTelephone { .. } => "bad-telephone",
            Self::BadSiteIdCode { .. } => "bad-site-id-code",
            Self::TooFewLanguages => "too-few-languages",
            Self::BadLanguageTag { .. } => "bad-language-tag",
            Self::EmptyTable | Self::OpenQuote | Self::BadRow { .. } => "bad-table",
            Self::UnknownColumn { .. } => "unknown-column",
            Self::MissingColumn { .. } => "missing-column",
            Self::EmptyCell { .. } => "empty-cell",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::Circle { key: "members", .. } => "circular-members",
            Self::Circle { key: "replaced", .. } => "circular-replaced",
            Self::Circle { key: "draft", .. } => "circular-draft",
            Self::Circle { .. } => "circular-parent",
            Self::MembersWithoutGroup => "members-without-group",
            Self::GroupWithoutMembers { .. } => "group-without-members",
            Self::NameClaimedTwice { .. } => "name-claimed-twice",
            Self::AmbiguousName { .. } => "ambiguous-name",
            Self::NameElsewhere { .. } => "name-elsewhere",
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
            Self::FileAndUrl => "file-and-url",
            Self::SubmissionsWithoutRound => "submissions-without-round",
            Self::NoOutcome => "no-outcome",
            Self::OutcomeNotCounted | Self::OutcomeCounts { .. } => "outcome-counts",
            Self::OutcomeBeforeClose { .. } => "outcome-before-close",
            Self::OutcomeOverdue { .. } => "outcome-overdue",
            Self::ShortPeriod { .. } => "short-period",
            Self::SubmissionOutsidePeriod { .. } => "submission-outside-period",
            Self::DraftTwice { .. } => "draft-twice",
            Self::DraftLater { .. } => "draft-later",
            Self::NoDraftStatus { .. } => "no-draft-status",
            Self::UnknownChanged { .. } => "unknown-changed",
            Self::NoFinalPlan { .. } => "no-final-plan",
            Self::AdoptedWithoutChange { .. } => "adopted-without-change",
            Self::PrivateData { .. } => "private-data",
            Self::NotesAndTable => "notes-and-table",
            Self::NoNotes { .. } => "no-notes",
            Self::NotesDiffer { .. } => "notes-differ",
            Self::Translation(problem) => problem.code(),
            Self::Checker(problem) => problem.code(),
            Self::Figures(problem) => problem.code(),
            Self::Structure(problem) => problem.code(),
            Self::Prose(problem) => problem.code(),
            Self::Publication(problem) => problem.code(),
            Self::LeadAndResponsible { .. } => "lead-and-responsible",
            Self::UnitNamedTwice { .. } => "unit-named-twice",
            Self::UnitAfterSuccessor { .. } => "unit-after-successor",
            Self::TaskWithoutClause { .. } => "task-without-clause",
            Self::ClauseWithoutTask { .. } => "clause-without-task",
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
            | Self::UnitNamedTwice { .. }
            | Self::UnitAfterSuccessor { .. }
            | Self::TaskWithoutClause { .. }
            | Self::ClauseWithoutTask { .. }
            | Self::IndentedCode
            | Self::SubmissionOutsidePeriod { .. }
            | Self::AdoptedWithoutChange { .. }
            | Self::DraftTwice { .. }
            | Self::DraftLater { .. }
            | Self::NoDraftStatus { .. }
            | Self::OutcomeOverdue { binding: true, .. }
            | Self::YearOutsidePlan { .. }
            | Self::Unfinished { .. }
            | Self::NoSiteIdCode => Level::Warning,
            Self::Translation(problem) => problem.default_level(),
            Self::Checker(problem) => problem.default_level(),
            Self::Figures(problem) => problem.default_level(),
            Self::Structure(problem) => problem.default_level(),
            Self::Prose(problem) => problem.default_level(),
            Self::Publication(problem) => problem.default_level(),
            Self::OutcomeOverdue { binding: false, .. }
            | Self::ShortPeriod { since: Some(_), .. } => Level::Info,
            _ => Level::Error,
        }
    }
}
