//! In: a problem. Out: its words: what is wrong in the message, what to do in the help, both without
//! jargon. This is the one place for the words of findings.

use super::Problem;

impl Problem {
    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::NoSite => {
                "there is no `site-config.toml` here, so this is not a lantu site".into()
            }
            Self::CannotRead { reason } => format!("this cannot be read: {reason}"),
            Self::NotUtf8 => "the file is not UTF-8 text: this character cannot be read".into(),
            Self::LinkLeavesSite { target } => {
                format!("this is a link to `{target}`, which is outside the site folder")
            }
            Self::MissingFile { name } => format!("the file `{name}` is missing"),
            Self::MissingTwin { language, name } => {
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
            Self::RangeUpsideDown { text } => format!("the range `{text}` ends below its start"),
            Self::BadDate { text } => format!("`{text}` is not a date"),
            Self::BadYear { text } => format!("`{text}` is not a year"),
            Self::BadTimeZone { text } => format!("`{text}` is not the name of a time zone"),
            Self::BadUrl { text } => format!("`{text}` is not a web address"),
            Self::BadEmail { text } => format!("`{text}` is not an e-mail address"),
            Self::BadSiteIdCode { text } => {
                format!("`{text}` is not a website identification code")
            }
            Self::TooFewLanguages => "a site needs at least one language".into(),
            Self::BadLanguageTag { tag } => format!("`{tag}` is not the short name of a language"),
            Self::DuplicateId { what, id } => format!("the {what} `{id}` is there twice"),
            Self::UnknownId { what, id, .. } => format!("there is no {what} `{id}`"),
            Self::CircularParent { what, id } => {
                format!("the {what} `{id}` is, by way of its parents, its own parent")
            }
            Self::MembersWithoutGroup => "only an organisation of kind `group` has members".into(),
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
            Self::EndBeforeStart { start, end } => {
                format!("the end ({end}) is before the start ({start})")
            }
            Self::AreasDoNotAddUp { year, sum, total, difference } => format!(
                "the areas of {year} add up to {sum}, but the target says {total} (difference {difference})"
            ),
            Self::AreasAndParts => "an indicator with parts has its areas in the parts".into(),
            Self::YearOutsidePlan { year, start, end } if start == end => {
                format!("{year} is outside the period of the plan, which is {start}")
            }
            Self::YearOutsidePlan { year, start, end } => {
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
            Self::NoChannel => "the consultation names no channel for comments".into(),
            Self::LeadAndResponsible { id } => {
                format!("`{id}` is lead unit and responsible unit of one task")
            }
            Self::NoSiteIdCode => {
                "the website identification code (网站标识码) is not given".into()
            }
            Self::Unfinished { key } => {
                format!("the `{key}` of this plan is still to be filled in")
            }
            Self::SameUrl { url } => format!("two files would be published at `{url}`"),
            Self::TakenUrl { url } => format!("lantu makes a page of its own at `{url}`"),
            Self::Template { reason } => format!("the template cannot be used: {reason}"),
            Self::Words { reason } => format!("the interface words cannot be read: {reason}"),
            Self::MissingWord { key, language } => {
                format!("the interface word `{key}` is missing in the language `{language}`")
            }
            Self::RenderFailed { page, reason } => format!("`{page}` cannot be made: {reason}"),
        }
    }

    /// What the author can do about it.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::NoSite => {
                "change to the folder of your site, name it with `--site FOLDER`, or start one with `lantu init FOLDER`".into()
            }
            Self::CannotRead { .. } => "look whether it is there and whether you may open it".into(),
            Self::NotUtf8 => {
                "save the file as UTF-8 (in Windows Notepad: Save as, Encoding UTF-8); files from older Chinese systems are often GBK".into()
            }
            Self::LinkLeavesSite { .. } => "put a copy of the file into the site folder".into(),
            Self::MissingFile { name } if name.starts_with("content/") => {
                "add the file; `lantu init FOLDER` makes a small site with every file to look at".into()
            }
            Self::MissingFile { .. } => "add the file; `lantu new plan ID` shows what a plan consists of".into(),
            Self::MissingTwin { name, .. } => {
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
            Self::RangeUpsideDown { .. } => "write the smaller number first".into(),
            Self::BadDate { .. } => "write year-month-day with two digits each, such as 2018-04-11".into(),
            Self::BadYear { .. } => "write four digits, such as 2020".into(),
            Self::BadTimeZone { .. } => "write a name such as \"Asia/Shanghai\"".into(),
            Self::BadUrl { .. } => "write the whole address, such as \"https://www.example.gov.cn\"".into(),
            Self::BadEmail { .. } => "write an address such as \"office@example.gov.cn\"".into(),
            Self::BadSiteIdCode { .. } => {
                "the code has ten letters and digits, such as \"bm01000001\" or \"1304000009\"".into()
            }
            Self::TooFewLanguages => "write `languages = [\"zh\", \"en\"]`".into(),
            Self::BadLanguageTag { .. } => "use the usual short names in small letters, such as \"zh\", \"en\", \"fr\"".into(),
            Self::DuplicateId { what, .. } => format!("give this {what} another id, or take one of the two out"),
            Self::UnknownId { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
            Self::UnknownId { what, nearest: None, .. } => unknown_id_help(what),
            Self::CircularParent { .. } => "take one of the `parent` lines out".into(),
            Self::MembersWithoutGroup => "write `kind = \"group\"`, or take `members` out".into(),
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
            Self::NoChart { .. } => "add the file, or take the line out".into(),
            Self::EndBeforeStart { .. } => "check both; perhaps they were exchanged".into(),
            Self::AreasDoNotAddUp { .. } => {
                "check the figures; where the areas are not meant to add up (a rate, a ratio), write `total = \"none\"`".into()
            }
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
            Self::NoLead => "name the unit that leads, first, and then those that lead jointly".into(),
            Self::NoChannel => "add a `[[round.channel]]` with the e-mail or postal address".into(),
            Self::LeadAndResponsible { .. } => "leave it in one of the two lists".into(),
            Self::NoSiteIdCode => {
                "websites of Chinese government bodies must carry it: write `site-id-code = \"…\"` under `[identifiers]` in `site-config.toml`".into()
            }
            Self::Unfinished { .. } => "write what the document says".into(),
            Self::SameUrl { .. } => "rename one of the two".into(),
            Self::TakenUrl { .. } => "give this page another name".into(),
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
            Self::SameUrl { .. } => "the other one",
            Self::EndBeforeStart { .. } => "the start",
            Self::DuplicateActual { .. } => "the other figure",
            Self::ActualBeforeBaseline { .. } => "the indicator",
            Self::RevisionsDoNotLead { to_target: true, .. } => "the table",
            Self::RevisionsDoNotLead { .. } => "the next change",
            Self::MixedUpClause { .. } => "the clause at this place in the other language",
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
        "a date" => "write a date such as 2018-04-11",
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
        _ => format!("check the spelling of the {what}"),
    }
}
