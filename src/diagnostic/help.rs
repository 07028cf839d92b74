//! In: a problem. Out: what to do about it, and what to say at a second place of it, without jargon. The messages
//! that say what is wrong stand in `words.rs`.

use super::Problem;
use super::words::any_of;

impl Problem {
    /// What the author can do about it.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::NoSite => {
                "change to the folder of your site, name it with `--site FOLDER`, or start one with `lantu init FOLDER`".into()
            }
            Self::NoContent => {
                "the plans, the registers and the pages of the site belong there; look whether the folder was moved. A site without anything is not published".into()
            }
            Self::CannotRead { .. } => "look whether it is there and whether you may open it".into(),
            Self::NotUtf8 => {
                "save the file as UTF-8 (in Windows Notepad: Save as, Encoding UTF-8; in a spreadsheet: Save as, CSV UTF-8); files from older Chinese systems are often GBK".into()
            }
            Self::LinkLeavesSite { .. } => "put a copy of the file into the site folder".into(),
            Self::MissingFile { name } if name.starts_with("content/") => {
                "add the file; `lantu init FOLDER` makes a small site with every file to look at".into()
            }
            Self::MissingFile { .. } => "add the file; `lantu new plan ID` shows what a plan consists of".into(),
            Self::MissingTwin { name, pending: Some(tag), .. } => format!(
                "add `{name}` with the same clauses in the same order; while it is being translated, write `pending = [\"{tag}\"]` in `plan.toml`"
            ),
            Self::MissingTwin { name, pending: None, .. } => {
                format!("add `{name}` with the same clauses in the same order")
            }
            Self::UnexpectedFile { nearest: Some(name) } => format!("did you mean `{name}`?"),
            Self::UnexpectedFile { nearest: None } => {
                "files that are to be published as they are belong in `files/` of a plan".into()
            }
            Self::BadFolderName { .. } => {
                "use lower-case letters a-z, digits and hyphens, such as `water-plan-2025`".into()
            }
            Self::TomlSyntax { reason, mark } => return Some(syntax_help(reason, *mark)),
            Self::DuplicateKey { .. } => "take one of the two out, or correct it: a year or a key stands only once in a table".into(),
            Self::UnknownKey { nearest: Some(name), .. } | Self::UnknownWord { nearest: Some(name), .. } => {
                format!("did you mean `{name}`?")
            }
            Self::UnknownKey { known, .. } => format!("the keys here are: {}", known.join(", ")),
            Self::UnknownWord { known, .. } => format!("use one of: {}", known.join(", ")),
            Self::MissingKey { key } => format!("add a line `{key} = …`"),
            Self::MissingTable { key, entry } => {
                format!("add a line `[{key}]`, and below it `{entry} = …`")
            }
            Self::WrongType { expected, .. } => return type_example(expected),
            Self::MissingLanguage { tag, .. } => format!("add `{tag} = \"…\"` inside the braces"),
            Self::UnknownLanguage { .. } => {
                "the languages of the site stand in `languages` in `site-config.toml`".into()
            }
            Self::NoWordsForLanguage { language } => {
                format!("add `themes/<your theme>/i18n/{language}.ftl`; copy one of the default theme and translate it")
            }
            Self::EmptyText => "write the text, or take the line out".into(),
            Self::BadId { .. } => {
                "use lower-case letters a-z, digits and hyphens, beginning with a letter or digit".into()
            }
            Self::BadNumber { meant: Some(meant), .. } => format!("write {meant}"),
            Self::BadNumber { .. } => {
                "write 12, 3.5 or, with a bound, \">=80\" (at least), \">500\" (more than), \"<=5\", \"<3\", \"~30\" (about), \"3-5\" (a range)".into()
            }
            Self::BadAmount { .. } => "write a number above 0, with a bound such as \"<=50\" (at most) if it has one, or a ratio such as \"1:1\"; where the document states no amount, leave out the whole `[[award.amount]]`".into(),
            Self::RangeUpsideDown { .. } => "write the smaller number first".into(),
            Self::BadWhen { .. } => "write the day, such as 2018-04-11, or only the year, such as 2018, without quotation marks".into(),
            Self::BadDate { .. } => "write year-month-day with two digits each, such as 2018-04-11".into(),
            Self::BadLimit { .. } => "write year-month-day such as 2018-04-25, also where the notice leaves out the year; add the time only if the notice gives one: \"2018-04-25 17:00\", in the time zone of the site".into(),
            Self::CsvTable(problem) => return Some(problem.help()),
            Self::BadYear { .. } => "write four digits, such as 2020".into(),
            Self::BadTimeZone { .. } => "write a name such as \"Asia/Shanghai\"".into(),
            Self::BadUrl { .. } => "write the whole address, such as \"https://www.example.gov.cn\"".into(),
            Self::BadTelephone { .. } => "write one number, such as \"0316-5212180\" or \"0316-5212180转803\"; what else there is to say about it is `hours` or `note` of a channel, and a second number is a channel of its own".into(),
            Self::BadEmail { .. } => "write an address such as \"office@example.gov.cn\"".into(),
            Self::BadSiteIdCode { .. } => {
                "the code has ten letters and digits, such as \"bm01000001\" or \"1304000009\"".into()
            }
            Self::TooFewLanguages => "write `languages = [\"zh\", \"en\"]`".into(),
            Self::BadLanguageTag { .. } => "use the usual short names in small letters, such as \"zh\", \"en\", \"fr\"".into(),
            Self::DuplicateId { what, .. } => format!("give this {what} another id, or take one of the two out"),
            Self::UnknownId { what, nearest, .. } if nearest.is_empty() => unknown_id_help(what),
            Self::UnknownId { nearest, .. } => format!("did you mean {}?", any_of(nearest)),
            Self::Circle { key: "members", .. } => "take one of them out of `members`".into(),
            Self::Circle { key: "replaced", .. } => "take the id out of one of the `by` lists".into(),
            Self::Circle { key: "draft", .. } => "take one of the `draft` lines out".into(),
            Self::Circle { .. } => "take one of the `parent` lines out".into(),
            Self::MembersWithoutGroup => "write `kind = \"group\"`, or take `members` out".into(),
            Self::GroupWithoutMembers { .. } => {
                "list them: `members = [\"…\"]`; if the documents do not say who they are, write a `note` that says so to readers: `note = { zh = \"…\", en = \"…\" }`".into()
            }
            Self::NameClaimedTwice { place, .. } => {
                format!("take the name out of one of the two; in two different places both may have it: say where each of them is with `{place} = \"…\"`")
            }
            Self::NameElsewhere { ids, .. } => format!(
                "add the one of this area to the register, with its `area`; if {} is meant, write the id or the full name",
                any_of(ids)
            ),
            Self::AmbiguousName { ids, .. } => {
                format!("write the id instead of the name: {}", any_of(ids))
            }
            Self::TopHeading => {
                "the title of the plan stands in `plan.toml`; first-level clauses begin with `##`".into()
            }
            Self::NoTitle => "write the title in the first line, after one `#`".into(),
            Self::DuplicateClause { .. } => {
                "the number of a heading makes its address; check the numbers and the levels (`##`, `###`, `####`)".into()
            }
            Self::MixedUpClause { .. } | Self::MissingClauses { .. } => {
                "both texts need the same clauses with the same numbers in the same order".into()
            }
            Self::HtmlRemoved { .. } => "write it in Markdown".into(),
            Self::UnsafeLink { .. } => "links begin with https:, http:, mailto:, tel:, `/`, `#` or the name of a page".into(),
            Self::HeadingWithoutSpace { marks } => format!("put a space after `{marks}`"),
            Self::IndentedCode => "take the spaces at the beginning of the lines away".into(),
            Self::NoSuchFile { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
            Self::NoSuchFile { .. } => {
                "put the file into the folder `files` of the plan; capital and small letters count".into()
            }
            Self::PageNotMade { file, .. } => {
                format!("the page is made when the plan has a `{file}`; add it, or take the link out")
            }
            Self::PageSwitchedOff { key, .. } => {
                format!("take the link out; or take `{key} = false` out of `[pages]` in `site-config.toml`, and the page is made")
            }
            Self::DeadLink { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
            Self::DeadLink { .. } => {
                "write the address of a page without its language: `/about/`, `targets/` for a page of this plan, `files/…` for a file of this plan, `#3.1` for a clause".into()
            }
            Self::DeadAnchor { nearest: Some(name), .. } => format!("did you mean `#{name}`?"),
            Self::DeadAnchor { .. } => "a clause is named by its numbers, such as `#3.1.2`".into(),
            Self::MissingAlt => "describe the picture for people who cannot see it: `![what it shows](files/…)`".into(),
            Self::BadDirective { form } => {
                format!("write `{form}`; to show the braces themselves, put them between two ` marks")
            }
            Self::DirectiveNotAlone => {
                "give it a line of its own, with an empty line before and after it".into()
            }
            Self::DirectiveMisplaced { .. } => "move it into a paragraph of a plan’s text".into(),
            Self::NoFigure { .. } => {
                "look into `targets.toml`: the year, the part and the area must have a figure there; `latest` needs one in `progress.toml`".into()
            }
            Self::NoChart { .. } | Self::NoDuties => "add the file, or take the line out".into(),
            Self::DutiesTwice => {
                "leave it in one place, mostly the annex; elsewhere, link to it: `[…](#annexes)`".into()
            }
            Self::EndBeforeStart { .. } => "check both; perhaps they were exchanged".into(),
            Self::AreasAndParts => "move these areas below one of the `[[indicator.part]]`".into(),
            Self::YearOutsidePlan { .. } => {
                "check the year, or the `period` in `plan.toml`; a goal beyond the plan may stay".into()
            }
            Self::DuplicateActual { .. } => {
                "take one of the two out; if the first was corrected later, say so in the `note` of the other".into()
            }
            Self::ActualBeforeBaseline { .. } => {
                "check both; a figure for the year of the baseline belongs in `baseline` in `targets.toml`".into()
            }
            Self::DateInFuture { .. } => "check the date; only what has been reported belongs here".into(),
            Self::ReportedBeforeAsOf { .. } => "check both; perhaps they were exchanged".into(),
            Self::RevisionWithoutTarget { .. } => {
                "check the `year`; the target that holds now stands in `target`".into()
            }
            Self::RevisionsDoNotLead { to_target: true, .. } => {
                "the target that holds now stands in `target`; a change needs a `[[indicator.revision]]` of its own".into()
            }
            Self::RevisionsDoNotLead { to_target: false, .. } => {
                "write every change in a `[[indicator.revision]]` of its own, the oldest first".into()
            }
            Self::NoLead => "name the unit that leads, first, and then those that lead jointly; if the document names no lead units at all, leave `lead` out of every task".into(),
            Self::FileAndUrl => "take one of the two out".into(),
            Self::SubmissionsWithoutRound => "add the `[[round]]` to `consultation.toml`".into(),
            Self::NoOutcome => "add `[round.outcome]` with the day of publication: `published = 2018-06-01`".into(),
            Self::OutcomeNotCounted => "list the comments (`[[round.submission]]` or `submissions.csv`), or write `counts = { adopted = 1, partly-adopted = 2, explained = 3, not-adopted = 0 }`; `counts = {}` says that none came in".into(),
            Self::OutcomeCounts { .. } => "correct the number, or take `counts` out: it is counted by itself".into(),
            Self::OutcomeBeforeClose { .. } => "check both; the outcome can be published on the day after the close at the earliest".into(),
            Self::OutcomeOverdue { .. } => "publish what became of the comments with `[round.outcome]`; if it will be later, say when: `outcome-due = …`".into(),
            Self::ShortPeriod { since: Some(_), .. } => "nothing needs to be done".into(),
            Self::ShortPeriod { .. } => "make the period longer, or say why it is shorter: `shorter-period = { zh = \"…\", en = \"…\" }`, which is printed; if another rule holds for this draft, write `profile = \"…\"`".into(),
            Self::SubmissionOutsidePeriod { .. } => "check the date; a comment that was taken though it came late may stay".into(),
            Self::DraftTwice { .. } => "check both; if two plans did come of one draft, the comments on it are shown with the plan that was published last".into(),
            Self::DraftLater { .. } => "check both dates, and whether the two ids were exchanged".into(),
            Self::NoDraftStatus { .. } => "check the id, or write `status = \"draft\"` in the `plan.toml` of the draft".into(),
            Self::UnknownChanged { .. } => "write the number that the clause has in the final plan; in the draft it may have had another one".into(),
            Self::NoFinalPlan { draft } => format!("write `draft = \"{draft}\"` in the `plan.toml` of the final plan, or take `changed` out until it is there"),
            Self::AdoptedWithoutChange { .. } => "check `result`; if other clauses changed because of it, name them: `changed = [\"3.2\"]`".into(),
            Self::PrivateData { .. } => "write the text without it: nothing that is published may show who sent a comment; if it is the number or address of an office, give it as the `contact` of that office in `organisations.toml`".into(),
            Self::Translation(problem) => return Some(problem.help()),
            Self::Checker(problem) => return Some(problem.help()),
            Self::Figures(problem) => return Some(problem.help()),
            Self::Structure(problem) => return Some(problem.help()),
            Self::Limit(problem) => return Some(problem.help()),
            Self::Prose(problem) => return Some(problem.help()),
            Self::Publication(problem) => return Some(problem.help()),
            Self::Agreement(problem) => return Some(problem.help()),
            Self::Basis(problem) => return Some(problem.help()),
            Self::Concept(problem) => return Some(problem.help()),
            Self::NoChannel => "add a `[[round.channel]]` with the e-mail or postal address".into(),
            Self::NotesAndTable => "take `[notes]` or the `[[group]]` tables out".into(),
            Self::NoNotes { .. } => {
                "a note stands at the very end of a clause, such as （责任单位：市科技局、市财政局）; check the words under `[notes]`".into()
            }
            Self::NotesDiffer { .. } => {
                "both languages name the same units in the note at the end of the clause".into()
            }
            Self::LeadAndResponsible { .. } => "leave it in one of the two lists".into(),
            Self::UnitNamedTwice { .. } => "take one of the two out".into(),
            Self::UnitAfterSuccessor { successors, .. } if successors.is_empty() => {
                "compare with the document; if it does name this unit, leave it: this warning stops nothing".into()
            }
            Self::UnitAfterSuccessor { successors, .. } => format!(
                "did you mean {}? If the document does name the old unit, leave it: this warning stops nothing",
                any_of(successors)
            ),
            Self::TaskWithoutClause { .. } => {
                "write `clauses = [\"…\"]`, so that readers get from the task to the text".into()
            }
            Self::ClauseWithoutTask { notes: true, .. } => {
                "write the note at the end of the clause; if only some parts of the text name units, name those parts in `duties.toml`: `covers = [\"3\"]`".into()
            }
            Self::ClauseWithoutTask { .. } => {
                "add the number to the `clauses` of its task in `duties.toml`; if only some parts of the text are divided into tasks, name those parts there: `covers = [\"3\"]`".into()
            }
            Self::NoSiteIdCode => {
                "websites of Chinese government bodies must carry it: write `site-id-code = \"…\"` under `[identifiers]` in `site-config.toml`".into()
            }
            Self::Unfinished { .. } => "write what the document says".into(),
            Self::SameUrl { .. } => "rename one of the two".into(),
            Self::TakenUrl { .. } => "give this page another name".into(),
            Self::Safety(problem) => return Some(problem.help()),
            Self::Template { .. } | Self::Words { .. } => {
                "compare the file with the one of the default theme, or remove it to use that one".into()
            }
            Self::MissingWord { key, .. } => format!("add a line `{key} = …`"),
            Self::RenderFailed { .. } => {
                "if the site has templates of its own, compare them with the default theme; else please report this as a fault of lantu".into()
            }
        })
    }

    /// What to say at the other place of a finding that has two.
    pub fn related_label(&self) -> &'static str {
        match self {
            Self::DuplicateId { .. } | Self::DuplicateClause { .. } => "it is here first",
            Self::NameClaimedTwice { .. } => "the other entry with this name",
            Self::NotesDiffer { .. } => "the same clause in the other language",
            Self::UnitNamedTwice { .. } => "it is here first",
            Self::UnitAfterSuccessor { .. } => "when it was replaced",
            Self::SameUrl { .. } => "the other one",
            Self::EndBeforeStart { .. } => "the start",
            Self::DuplicateActual { .. } => "the other figure",
            Self::ActualBeforeBaseline { .. } => "the indicator",
            Self::RevisionsDoNotLead { to_target: true, .. } => "the table",
            Self::RevisionsDoNotLead { .. } => "the next change",
            Self::OutcomeBeforeClose { .. } => "the close",
            Self::OutcomeCounts { .. } => "the list begins here",
            Self::MixedUpClause { .. } => "the clause at this place in the other language",
            Self::Translation(problem) => problem.related_label(),
            Self::Checker(problem) => problem.related_label(),
            Self::Figures(problem) => problem.related_label(),
            Self::Structure(problem) => problem.related_label(),
            Self::Prose(problem) => problem.related_label(),
            Self::Agreement(problem) => problem.related_label(),
            Self::Publication(problem) => problem.related_label(),
            Self::Concept(problem) => problem.related_label(),
            Self::MissingClauses { .. } => "the first one that is missing",
            _ => "see here",
        }
    }
}

fn type_example(expected: &str) -> Option<String> {
    let example = match expected {
        "a text in quotation marks" => "put it in quotation marks: \"…\"",
        "a text in each language" => "write `{ zh = \"…\", en = \"…\" }`",
        "a list" => "put it in square brackets: [ … ]",
        "a number" => "write 12, 3.5 or, with a bound, \">=80\"",
        "a whole number" => "write it without quotation marks, sign or decimals, such as 30",
        "a date" => "write a date such as 2018-04-11",
        "true or false" => "write `true` or `false`, without quotation marks",
        "a table" => "write `{ … }`, or a heading line `[…]` with one key a line below it",
        "a list of tables" => "begin each entry with a line in double square brackets: `[[…]]`",
        _ => return None,
    };
    Some(example.to_owned())
}

fn syntax_help(reason: &str, mark: Option<char>) -> String {
    if let Some(mark) = mark {
        let english = match mark {
            '“' | '”' | '＂' => "\"",
            '‘' | '’' => "'",
            '＝' => "=",
            '，' | '、' => ",",
            '｛' => "{",
            '｝' => "}",
            '［' | '【' => "[",
            _ => "]",
        };
        return format!("`{mark}` is a Chinese mark; type `{english}` with the English keyboard");
    }
    let help = if reason.contains("date") || reason.contains("day between") {
        "write year-month-day with two digits each, such as 2018-04-11"
    } else {
        "check the quotation marks, brackets and commas here and just above: texts stand in \"…\", lists in […]"
    };
    help.to_owned()
}

fn unknown_id_help(what: &str) -> String {
    match what {
        "organisation" => "add it to `content/organisations.toml`".into(),
        "area" => "add it to `content/areas.toml`".into(),
        "clause" => "clauses are named by the numbers of their headings, such as \"3.1.2\"".into(),
        "text before the first clause" => "name a clause, by the number of its heading".into(),
        _ => format!("check the spelling of the {what}"),
    }
}
