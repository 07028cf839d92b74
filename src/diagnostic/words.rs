//! In: a problem. Out: its message, which says without jargon what is wrong. What to do stands in `help.rs`; the
//! two are the one place for the words of findings.

use super::Problem;

impl Problem {
    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::NoSite => {
                "there is no `site-config.toml` here, so this is not a lantu site".into()
            }
            Self::NoContent => "there is nothing in the folder `content`".into(),
            Self::CannotRead { reason } => format!("this cannot be read: {reason}"),
            Self::NotUtf8 => "the file is not UTF-8 text: this character cannot be read".into(),
            Self::LinkLeavesSite { target } => {
                format!("this is a link to `{target}`, which is outside the site folder")
            }
            Self::MissingFile { name } => format!("the file `{name}` is missing"),
            Self::MissingTwin { language, name, .. } => {
                format!("the {language} twin of this text is missing: there is no `{name}`")
            }
            Self::UnexpectedFile { .. } => "lantu does not know what to do with this file".into(),
            Self::BadFolderName { name } => {
                format!("`{name}` cannot be part of a web address")
            }
            Self::TomlSyntax { reason, .. } => format!("the TOML is not well formed: {reason}"),
            Self::DuplicateKey { key } => format!("`{key}` is there twice"),
            Self::UnknownKey { key, .. } => format!("`{key}` is not a key that belongs here"),
            Self::MissingKey { key } => format!("`{key}` is missing here"),
            Self::MissingTable { key, .. } => format!("the part `[{key}]` is missing"),
            Self::WrongType { expected, found } => {
                format!("{expected} is expected here, but this is {found}")
            }
            Self::UnknownWord { word, .. } => {
                format!("`{word}` is not one of the words allowed here")
            }
            Self::MissingLanguage { language, .. } => {
                format!("the {language} text is missing here")
            }
            Self::UnknownLanguage { language } => {
                format!("`{language}` is not one of the languages of this site")
            }
            Self::NoWordsForLanguage { language } => {
                format!("the theme has no interface words for the language `{language}`")
            }
            Self::EmptyText => "this text is empty".into(),
            Self::BadId { id } => format!("`{id}` cannot be used as an id"),
            Self::BadNumber { text, .. } => format!("`{text}` is not a number"),
            Self::BadAmount { text } => format!("`{text}` cannot be the amount of an award"),
            Self::RangeUpsideDown { text } => format!("the range `{text}` ends below its start"),
            Self::BadDate { text } => format!("`{text}` is not a date"),
            Self::BadWhen { text } => format!("`{text}` is neither a date nor a year"),
            Self::BadLimit { text } => format!("`{text}` is not a valid date, or date and time"),
            Self::CsvTable(problem) => problem.message(),
            Self::BadYear { text } => format!("`{text}` is not a year"),
            Self::BadTimeZone { text } => format!("`{text}` is not the name of a time zone"),
            Self::BadUrl { text } => format!("`{text}` is not a web address"),
            Self::BadTelephone { text } => format!("`{text}` is not one telephone number"),
            Self::BadEmail { text } => format!("`{text}` is not an e-mail address"),
            Self::BadSiteIdCode { text } => {
                format!("`{text}` is not a website identification code")
            }
            Self::TooFewLanguages => "a site needs at least one language".into(),
            Self::BadLanguageTag { tag } => format!("`{tag}` is not the short name of a language"),
            Self::DuplicateId { what, id } => format!("the {what} `{id}` is there twice"),
            Self::UnknownId { what, id, .. } => format!("there is no {what} `{id}`"),
            Self::Circle { what, key: "members", id } => {
                format!("the {what} `{id}` is, by way of its members, its own member")
            }
            Self::Circle { what, key: "replaced", id } => {
                format!("the {what} `{id}` is, by way of its successors, its own successor")
            }
            Self::Circle { key: "draft", id, .. } => {
                format!("the drafts of `{id}` lead back to `{id}`")
            }
            Self::Circle { what, id, .. } => {
                format!("the {what} `{id}` is, by way of its parents, its own parent")
            }
            Self::MembersWithoutGroup => "only an organisation of kind `group` has members".into(),
            Self::GroupWithoutMembers { id } => {
                format!("the group `{id}` has no members")
            }
            Self::NameClaimedTwice { name, first, .. } => {
                format!("`{name}` is already a name of `{first}`")
            }
            Self::AmbiguousName { name, ids } => {
                format!("`{name}` can mean {}", any_of(ids))
            }
            Self::NameElsewhere { name, ids } => {
                format!("`{name}` is only known as {}, in another area than this plan", any_of(ids))
            }
            Self::TopHeading => {
                "a heading with one `#` does not belong in the text of a plan".into()
            }
            Self::NoTitle => "the page does not begin with a title".into(),
            Self::DuplicateClause { address } => format!("clause {address} is there twice"),
            Self::MixedUpClause { address, twin: Some(twin), language } => format!(
                "the two languages part here: this is clause {address}, in {language} it is {twin}"
            ),
            Self::MixedUpClause { address, twin: None, language } => {
                format!("clause {address} is not in the {language} text")
            }
            Self::MissingClauses { count, address, language } => format!(
                "this text ends too early: the {language} text has {count} more, from clause {address} on"
            ),
            Self::HtmlRemoved { tag } => {
                format!("the HTML tag `{tag}` is not allowed and is left out of the page")
            }
            Self::HeadingWithoutSpace { marks } => {
                format!("this is no heading: there is no space after `{marks}`")
            }
            Self::IndentedCode => {
                "these lines are indented by four spaces, which makes them a piece of program text"
                    .into()
            }
            Self::UnsafeLink { target } => format!("a link to `{target}` is not allowed"),
            Self::DeadLink { target, .. } => format!("the link `{target}` leads to no page"),
            Self::NoSuchFile { target, .. } => format!("there is no file `{target}`"),
            Self::PageSwitchedOff { target, .. } => {
                format!("the link `{target}` leads to a page that this site does without")
            }
            Self::PageNotMade { target, .. } => format!("the page `{target}` does not exist"),
            Self::DeadAnchor { target, anchor, .. } => {
                format!("the page `{target}` has no place `#{anchor}`")
            }
            Self::MissingAlt => "the picture has no description".into(),
            Self::BadDirective { .. } => "these double braces cannot be read".into(),
            Self::DirectiveNotAlone => "a chart or a table cannot stand within a sentence".into(),
            Self::DirectiveMisplaced { place } => {
                format!("double braces do not work in {place}")
            }
            Self::NoFigure { indicator } => format!("`{indicator}` has no such figure"),
            Self::NoChart { needs } => {
                format!("this chart cannot be drawn: the plan has no `{needs}`")
            }
            Self::NoDuties => {
                "there is no table of responsibilities to print: the plan has no `duties.toml`"
                    .into()
            }
            Self::DutiesTwice => "the table of responsibilities stands in this text already".into(),
            Self::EndBeforeStart { start, end } => {
                format!("the end ({end}) is before the start ({start})")
            }
            Self::AreasAndParts => "an indicator with parts has its areas in the parts".into(),
            Self::YearOutsidePlan { year, start: None, end } => {
                format!("{year} is outside the period of the plan, which ends with {end}")
            }
            Self::YearOutsidePlan { year, start: Some(start), end } if start == end => {
                format!("{year} is outside the period of the plan, which is {start}")
            }
            Self::YearOutsidePlan { year, start: Some(start), end } => {
                format!("{year} is outside the period of the plan, which is {start} to {end}")
            }
            Self::DuplicateActual { date } => {
                format!("the indicator has two figures as of {date}")
            }
            Self::ActualBeforeBaseline { date, year } => {
                format!("the figure is as of {date}, but the baseline is that of {year}")
            }
            Self::DateInFuture { date, today } => {
                format!("{date} has not come yet: today is {today}")
            }
            Self::ReportedBeforeAsOf { reported, as_of } => {
                format!("the figure is as of {as_of}, but it was reported on {reported}")
            }
            Self::RevisionWithoutTarget { year } => {
                format!("a target for {year} was changed, but there is no target for {year}")
            }
            Self::RevisionsDoNotLead { year, new, next, to_target: true } => format!(
                "the target for {year} was last changed to {new}, but the table says {next}"
            ),
            Self::RevisionsDoNotLead { year, new, next, to_target: false } => format!(
                "the target for {year} was changed to {new}, but the next change begins at {next}"
            ),
            Self::NoLead => "the task has no lead unit".into(),
            Self::FileAndUrl => "a document is a `file` or has a `url`, not both".into(),
            Self::SubmissionsWithoutRound => {
                "there are comments, but `consultation.toml` has no round that they belong to"
                    .into()
            }
            Self::NoOutcome => "comments are listed, but the round has no `[round.outcome]`".into(),
            Self::OutcomeNotCounted => "the outcome does not say how many comments came in".into(),
            Self::OutcomeCounts { counted, listed, adoption } => {
                format!("`{adoption}` is {counted} here, but the list has {listed} of them")
            }
            Self::OutcomeBeforeClose { published, close } => {
                format!(
                    "the outcome is dated {published}, but the consultation is open until {close}"
                )
            }
            Self::OutcomeOverdue { due, days, .. } => {
                let setting =
                    days.map_or_else(String::new, |days| format!(" (`outcome-days` = {days})"));
                format!(
                    "the outcome of this consultation was due on {due}{setting} and has not been published"
                )
            }
            Self::ShortPeriod { days, least, working, since, profile } => {
                let kind = if *working { "working days" } else { "days" };
                let rule = since.as_ref().map_or_else(String::new, |since| {
                    format!("; the rule is in force since {since}, later than this consultation")
                });
                format!(
                    "this consultation is open for {days} {kind}, counting the first and the last; {profile} requires at least {least}{rule}"
                )
            }
            Self::SubmissionOutsidePeriod { date } => {
                format!("a comment of {date} lies outside the consultation")
            }
            Self::NoFinalPlan { draft } => {
                format!(
                    "`changed` names clauses of the final plan, but no plan has `draft = \"{draft}\"`"
                )
            }
            Self::DraftTwice { draft, first } => {
                format!("`{first}` names `{draft}` as its draft, too")
            }
            Self::DraftLater { draft, published } => {
                format!(
                    "`{draft}` was published on {published}, later than the plan that came of it"
                )
            }
            Self::NoDraftStatus { draft } => {
                format!("`{draft}` is named as a draft, but its `status` is not `draft`")
            }
            Self::UnknownChanged { address, plan } => {
                format!("there is no clause `{address}` in `{plan}`, which came of this draft")
            }
            Self::AdoptedWithoutChange { plan } => {
                format!("this comment was adopted, but its clauses read the same in `{plan}`")
            }
            Self::PrivateData { what, text } => {
                format!("`{text}` looks like {what}, and this site does not give it for any office")
            }
            Self::Translation(problem) => problem.message(),
            Self::Checker(problem) => problem.message(),
            Self::Figures(problem) => problem.message(),
            Self::Structure(problem) => problem.message(),
            Self::Limit(problem) => problem.message(),
            Self::Prose(problem) => problem.message(),
            Self::Publication(problem) => problem.message(),
            Self::Agreement(problem) => problem.message(),
            Self::Basis(problem) => problem.message(),
            Self::Concept(problem) => problem.message(),
            Self::NoChannel => "the consultation names no channel for comments".into(),
            Self::NotesAndTable => "`[notes]` and `[[group]]` cannot stand in one file".into(),
            Self::NoNotes { word, language } => {
                format!("no clause of the {language} text ends in a note that begins with `{word}`")
            }
            Self::NotesDiffer { address, language } => {
                format!("clause {address} does not name the same units in {language}")
            }
            Self::LeadAndResponsible { id } => {
                format!("`{id}` is lead unit and responsible unit of one task")
            }
            Self::UnitNamedTwice { id, leads: true } => {
                format!("`{id}` stands twice among the lead units of one task")
            }
            Self::UnitNamedTwice { id, leads: false } => {
                format!("`{id}` stands twice among the responsible units of one task")
            }
            Self::UnitAfterSuccessor { id, on, successors } if successors.is_empty() => {
                format!("`{id}` had ceased to exist {on}, before this was published")
            }
            Self::UnitAfterSuccessor { id, on, .. } => {
                format!("`{id}` had been replaced {on}, before this was published")
            }
            Self::TaskWithoutClause { number } => {
                format!("task {number} does not say which clause of the text it belongs to")
            }
            Self::ClauseWithoutTask { address, .. } => {
                format!("no task of the responsibility division covers clause {address}")
            }
            Self::NoSiteIdCode => {
                "the website identification code (网站标识码) is not given".into()
            }
            Self::Unfinished { key } => {
                format!("the `{key}` of this plan is still to be filled in")
            }
            Self::SameUrl { url } => format!("two files would be published at `{url}`"),
            Self::TakenUrl { url } => format!("lantu makes a page of its own at `{url}`"),
            Self::Safety(problem) => problem.message(),
            Self::Template { reason } => format!("the template cannot be used: {reason}"),
            Self::Words { reason } => format!("the interface words cannot be read: {reason}"),
            Self::MissingWord { key, language } => {
                format!("the interface word `{key}` is missing in the language `{language}`")
            }
            Self::RenderFailed { page, reason } => format!("`{page}` cannot be made: {reason}"),
        }
    }
}

/// `a`, `b` or `c`.
pub(super) fn any_of(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match &quoted[..] {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}
