//! In: the id of a plan, or a file that comes back from a translator. Out: a file for translators, or the text
//! of the second language with what was translated. A file for translators is never written over another one,
//! and a text only changes when everything that came back fits.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem};
use crate::language::{Lang, Languages};
use crate::model::limits;
use crate::parse;
use crate::source::{self, PlanSource, Slot, Sources, TextSource};
use crate::translation::import::{Change, Twin, import};
use crate::translation::units::{PlanText, pair};
use crate::translation::xliff::{self, Head, Translation};

use super::args::{AnswerFormat, Format};
use super::author_file::{cannot_write, read_text, replace};
use super::confirm::{self, Which};
use super::{Done, FINDINGS, FINE, USAGE, in_site, report, standing};

/// What can be done with translations.
#[derive(Subcommand, Debug)]
pub enum Action {
    /// Write the text of a plan into a file for translators
    Export {
        /// The name of the folder of the plan, such as water-plan-2025
        plan: String,
        /// The language to translate into; without it, the only other one of the site
        #[arg(long, value_name = "LANGUAGE")]
        to: Option<String>,
        /// The form of the file
        #[arg(long, value_enum, default_value_t = FileFormat::Xliff)]
        format: FileFormat,
        /// The file to write, or `-` for standard output; without it, PLAN.LANGUAGE.xlf in this folder
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The folder of the site
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        site: PathBuf,
    },
    /// Take a translated file over into the text of its plan
    Import {
        /// The XLIFF file as it came back
        file: PathBuf,
        /// Also confirm the clauses that came back translated completely
        #[arg(long)]
        confirm: bool,
        /// The folder of the site
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        site: PathBuf,
    },
    /// Show which translated clauses are current, stale, unconfirmed or missing
    Status {
        /// The name of the folder of the plan; without it, all plans
        plan: Option<String>,
        /// Only this language; without it, all but the first
        #[arg(long, value_name = "LANGUAGE")]
        to: Option<String>,
        /// How the answer is printed: for people, or for programs
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
        format: AnswerFormat,
        /// The folder of the site
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        site: PathBuf,
    },
    /// Record that translated clauses say what the authoritative text says now
    Confirm {
        /// The name of the folder of the plan, such as water-plan-2025
        plan: String,
        /// Clauses, such as 3.3: each with all below it; `_preamble` is the text before the first one; without any,
        /// the whole plan
        clauses: Vec<String>,
        /// The language of the translation; without it, the only other one of the site
        #[arg(long, value_name = "LANGUAGE")]
        to: Option<String>,
        /// The folder of the site
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        site: PathBuf,
    },
}

/// The forms of files for translators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    /// XLIFF 2.1, which translation programs read
    Xliff,
}

pub fn run(action: Action) -> u8 {
    let done = match action {
        Action::Export { plan, to, format: FileFormat::Xliff, output, site } => {
            export(&site, &plan, to.as_deref(), output)
        }
        Action::Import { file, confirm, site } => take_in(&site, &file, confirm),
        Action::Status { plan, to, format, site } => {
            standing::run(&site, plan.as_deref(), to.as_deref(), format)
        }
        Action::Confirm { plan, clauses, to, site } => {
            confirm::run(&site, &plan, Which::Typed(clauses), to.as_deref())
        }
    };
    done.map_or_else(|code| code, |()| FINE)
}

/// A plan in two languages.
struct Pair {
    source: PlanText,
    target: PlanText,
    /// The paths of both from the folder of the site.
    paths: [String; 2],
    languages: [String; 2],
    /// Whether there is a text in the second language.
    is_there: bool,
}

fn export(site: &Path, plan: &str, to: Option<&str>, output: Option<PathBuf>) -> Done<()> {
    let (sources, languages) = open(site)?;
    let target = other_language(&languages, to)?;
    let pair_of = read_pair(&sources, &languages, plan, target)?;
    let [source_language, target_language] = &pair_of.languages;
    let head = Head { plan, original: &pair_of.paths[0], source_language, target_language };
    let units = pair(&pair_of.source, &pair_of.target);
    if units.is_empty() {
        report::error(&format!("there is nothing to translate in `{}`", pair_of.paths[0]));
        return Err(FINDINGS);
    }
    let text = xliff::write(&head, &units);
    if output.as_deref() == Some(Path::new("-")) {
        return io::stdout().write_all(text.as_bytes()).map_err(|error| {
            report::error(&format!("cannot write to standard output: {error}"));
            FINDINGS
        });
    }
    let path = output.unwrap_or_else(|| format!("{plan}.{target_language}.xlf").into());
    write_new(&path, &text)?;
    let segments = units.iter().flat_map(|unit| &unit.segments);
    let (all, open) = segments
        .fold((0, 0), |(all, open), one| (all + 1, open + usize::from(one.target.is_none())));
    report::say(&format!(
        "{}, {open} without a translation, from {} to {}: `{}`",
        report::count(all, "segment"),
        languages.name(languages.first()),
        languages.name(target),
        path.display()
    ));
    report::say("When it comes back, run `lantu translation import FILE`.");
    Ok(())
}

/// Writes a file that must not be there yet: it may hold the work of a translator.
fn write_new(path: &Path, text: &str) -> Done<()> {
    let file = fs::File::create_new(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            let name = path.display();
            report::error(&format!(
                "`{name}` is there already and may hold a translation; take it away, or name another file with --output"
            ));
            return USAGE;
        }
        cannot_write(path, &error)
    })
}

fn take_in(site: &Path, file: &Path, confirm: bool) -> Done<()> {
    let translation = read_file(file)?;
    let (sources, languages) = open(site)?;
    let target = language_of(&translation, &languages, file)?;
    let pair = read_pair(&sources, &languages, &translation.plan, target)?;
    let path = in_site(site, &pair.paths[1]);
    let raw = if pair.is_there { read_text(&path)? } else { String::new() };
    let twin =
        Twin { text: &pair.target, raw: &raw, path: &pair.paths[1], language: &pair.languages[1] };
    let imported = import(&pair.source, &twin, &translation.units).map_err(|refused| {
        for one in &refused {
            report::error(&one.to_string());
        }
        let name = file.display();
        report::say(&format!("Nothing was written: `{name}` and the text do not fit together."));
        FINDINGS
    })?;
    if imported.changes.is_empty() {
        report::say(&format!("0 changes: `{}` says all of this already.", path.display()));
    } else {
        replace(&path, &imported.raw)?;
        say_changes(&imported.changes, &path);
    }
    if confirm {
        let which = Which::Exactly(imported.complete);
        confirm::run(site, &translation.plan, which, Some(languages.tag(target)))?;
    }
    Ok(())
}

fn say_changes(changes: &[Change], path: &Path) {
    let all = changes.iter().map(|change| change.segments.len()).sum();
    report::say(&format!("{} in `{}`:", report::count(all, "change"), path.display()));
    for change in changes {
        let new = if change.new { " (new)" } else { "" };
        report::say(&format!("  {}{new}: {}", change.unit, change.segments.join(", ")));
    }
    report::say("Read them in the text, and run `lantu check`.");
}

fn read_file(file: &Path) -> Done<Translation> {
    let name = file.display();
    let cannot_read = |error| {
        report::error(&format!("cannot read `{name}`: {error}"));
        USAGE
    };
    if fs::metadata(file).map_err(cannot_read)?.len() > limits::TRANSLATION {
        let most = limits::TRANSLATION / limits::MEGABYTE;
        report::error(&format!("`{name}` cannot be taken in: it has more than {most} MB"));
        return Err(USAGE);
    }
    let bytes = fs::read(file).map_err(cannot_read)?;
    xliff::decode(&bytes).and_then(|text| xliff::read(&text)).map_err(|error| {
        report::error(&format!("`{name}` cannot be taken in: {error}"));
        USAGE
    })
}

/// The site's files and languages.
pub(super) fn open(site: &Path) -> Done<(Sources, Languages)> {
    let (sources, found) = source::read(site);
    let (config, mut of_config) = parse::config(&sources);
    let Some(config) = config else {
        report::findings(&found, &sources.files, Format::Text);
        return Err(USAGE);
    };
    // What else is wrong is for `lantu check`; a new language begins with its text.
    of_config.retain(|problem| {
        matches!(problem, Problem::BadLanguageTag { .. } | Problem::TooFewLanguages)
    });
    stop_at_errors(&of_config, &sources)?;
    Ok((sources, config.config.languages))
}

pub(super) fn stop_at_errors(found: &Diagnostics, sources: &Sources) -> Done<()> {
    if found.has_errors() {
        report::findings(found, &sources.files, Format::Text);
        return Err(FINDINGS);
    }
    Ok(())
}

/// The language to translate into.
pub(super) fn other_language(languages: &Languages, to: Option<&str>) -> Done<Lang> {
    let others: Vec<Lang> = languages.iter().skip(1).collect();
    let names: Vec<&str> = others.iter().map(|lang| languages.tag(*lang)).collect();
    let problem = match (to, &others[..]) {
        (_, []) => {
            "the site has only one language; name another one in `languages` of `site-config.toml`"
                .to_owned()
        }
        (Some(tag), others) => match others.iter().find(|lang| languages.tag(**lang) == tag) {
            Some(lang) => return Ok(*lang),
            None if tag == languages.tag(languages.first()) => {
                format!(
                    "`{tag}` is the language to translate from; name one of: {}",
                    names.join(", ")
                )
            }
            None => {
                format!("`{tag}` is not a language of the site; name one of: {}", names.join(", "))
            }
        },
        (None, [only]) => return Ok(*only),
        (None, _) => {
            format!("name the language to translate into: --to {}", names.join(" or --to "))
        }
    };
    report::error(&problem);
    Err(USAGE)
}

/// The language into which a file was translated; it must be one of the site, from its first one.
fn language_of(translation: &Translation, languages: &Languages, file: &Path) -> Done<Lang> {
    let name = file.display();
    let first = languages.tag(languages.first());
    if !translation.source_language.eq_ignore_ascii_case(first) {
        report::error(&format!(
            "`{name}` was translated from `{}`, but the first language of the site is `{first}`",
            translation.source_language
        ));
        return Err(USAGE);
    }
    let Some(tag) = &translation.target_language else {
        report::error(&format!(
            "`{name}` does not say into which language it was translated: `<xliff>` has no `trgLang`"
        ));
        return Err(USAGE);
    };
    other_language(languages, Some(&tag.to_ascii_lowercase()))
}

pub(super) fn find_plan<'s>(sources: &'s Sources, plan: &str) -> Done<&'s PlanSource> {
    sources.plans.iter().find(|one| one.id == plan).ok_or_else(|| {
        let known = sources.plans.iter().map(|one| one.id.as_str());
        let meant =
            nearest(plan, known).map_or(String::new(), |id| format!("; did you mean `{id}`?"));
        report::error(&format!("there is no plan `{plan}` in this site{meant}"));
        USAGE
    })
}

fn read_pair(sources: &Sources, languages: &Languages, plan: &str, target: Lang) -> Done<Pair> {
    let source = find_plan(sources, plan)?;
    let tags = [languages.tag(languages.first()), languages.tag(target)].map(str::to_owned);
    let paths = tags.clone().map(|tag| format!("content/plans/{plan}/text.{tag}.md"));
    let Some(first) = read_plan_text(sources, source, &tags[0], &paths[0])? else {
        report::error(&format!("the plan has no text to translate: there is no `{}`", paths[0]));
        return Err(FINDINGS);
    };
    let second = read_plan_text(sources, source, &tags[1], &paths[1])?;
    let is_there = second.is_some();
    let target = second.unwrap_or_default();
    Ok(Pair { source: first, target, paths, languages: tags, is_there })
}

/// A text without mistakes; `None` where there is no file.
fn read_plan_text(
    sources: &Sources,
    plan: &PlanSource,
    language: &str,
    path: &str,
) -> Done<Option<PlanText>> {
    match TextSource::slot_of(&plan.texts, language) {
        Slot::Text(file) => {
            let (text, found) = PlanText::read(&sources.files, file);
            stop_at_errors(&found, sources)?;
            Ok(Some(text))
        }
        Slot::Broken => {
            report::error(&format!("`{path}` cannot be read; `lantu check` says why"));
            Err(FINDINGS)
        }
        Slot::Missing => Ok(None),
    }
}
