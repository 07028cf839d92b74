//! In: a plan and the clauses whose translation somebody has found right. Out: `confirmed.toml` of the plan with their
//! fingerprints. Nothing is confirmed while the check finds an error in the plan.

use std::path::Path;

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Place, Problem};
use crate::language::{Lang, Languages};
use crate::model::confirmation::{Standing, State, standings};
use crate::model::document::Document;
use crate::source::Slot;
use crate::translation::confirmed::{confirm, with_those_below, write};

use super::Done;
use super::args::Format;
use super::author_file::replace;
use super::standing::{PlanTexts, title};
use super::translation::{find_plan, open, other_language};
use super::{FINDINGS, USAGE, in_site, report, today};

/// Which clauses are confirmed.
pub enum Which {
    /// These and those below them, as they were typed; all where there are none.
    Typed(Vec<String>),
    /// Exactly these, as far as they are there.
    Exactly(Vec<String>),
}

pub fn run(site: &Path, plan: &str, which: Which, to: Option<&str>) -> Done<()> {
    let (sources, languages) = open(site)?;
    let target = other_language(&languages, to)?;
    let files = find_plan(&sources, plan)?;
    let texts = PlanTexts::read(&sources, &languages, files)?;
    let source = texts.of(languages.first());
    let before = standings(source, texts.of(target), texts.confirmed.of(target));
    let chosen = chosen(source, &before, which, &languages.name(target))?;
    stop_at_errors_of(site, plan)?;
    let others = languages.iter().skip(1);
    let confirmed = others.map(|lang| {
        let chosen = if lang == target { &chosen[..] } else { &[] };
        let lines = confirm(source, texts.of(lang), texts.confirmed.of(lang), chosen);
        (languages.tag(lang), lines)
    });
    let text = write(confirmed);
    let path = in_site(site, &format!("content/plans/{plan}/confirmed.toml"));
    let old = match files.confirmed {
        Slot::Text(file) => sources.files.text(file),
        _ => "",
    };
    if text != old {
        replace(&path, &text)?;
    }
    say(source, &before, &chosen, (&languages, target), &path);
    Ok(())
}

/// The clauses that are meant; one that is not there, or not translated yet, is refused.
fn chosen(
    source: &Document,
    standings: &[Standing],
    which: Which,
    language: &str,
) -> Done<Vec<String>> {
    let typed = match which {
        Which::Exactly(names) => return Ok(names),
        Which::Typed(names) if names.is_empty() => {
            return Ok(standings.iter().map(|one| one.passage.clone()).collect());
        }
        Which::Typed(names) => names,
    };
    let mut chosen = Vec::new();
    let mut refused = false;
    for name in typed {
        let state = standings.iter().find(|one| one.passage == name).map(|one| one.state);
        let problem = match (with_those_below(source, &name), state) {
            (None, _) => format!("the authoritative text has no clause `{name}`"),
            (Some(_), Some(State::Missing)) => {
                format!(
                    "the clause `{name}` is not in the {language} text, so nothing can be confirmed of it"
                )
            }
            (Some(names), _) => {
                chosen.extend(names);
                continue;
            }
        };
        report::error(&problem);
        refused = true;
    }
    if refused { Err(USAGE) } else { Ok(chosen) }
}

/// Errors of other plans, of free pages and of themes do not matter, nor those that a confirmation removes.
fn stop_at_errors_of(site: &Path, plan: &str) -> Done<()> {
    let checked = crate::check(site, today(None));
    let own = format!("content/plans/{plan}/");
    let elsewhere = ["content/plans/", "content/pages/", "themes/"];
    let matters = |found: &&Diagnostic| {
        let path = match &found.place {
            Place::Text(span) => &checked.files.get(span.file).path,
            Place::Path(path) => path,
        };
        let stays =
            !matches!(found.problem, Problem::Translation(Translation::TooManyStale { .. }));
        let near = path.starts_with(&own) || !elsewhere.iter().any(|one| path.starts_with(one));
        found.level == Level::Error && stays && near
    };
    let mut errors = Diagnostics::default();
    checked.found.iter().filter(matters).for_each(|found| errors.push(found.clone()));
    if errors.is_empty() {
        return Ok(());
    }
    report::findings(&errors, &checked.files, Format::Text);
    report::error("nothing is confirmed while the plan has errors");
    Err(FINDINGS)
}

fn say(
    source: &Document,
    before: &[Standing],
    chosen: &[String],
    (languages, target): (&Languages, Lang),
    path: &Path,
) {
    let of = |state| {
        let chosen = |one: &&Standing| chosen.contains(&one.passage) && one.state == state;
        before.iter().filter(chosen).collect::<Vec<_>>()
    };
    let (stale, new) = (of(State::Stale), of(State::Unconfirmed));
    let count = report::count(stale.len() + new.len(), "clause");
    report::say(&format!("{count} confirmed in {}: `{}`", languages.name(target), path.display()));
    for (list, was) in [(stale, "was stale"), (new, "new")] {
        for one in list {
            report::say(&format!("  {}  {} ({was})", one.passage, title(source, &one.passage)));
        }
    }
    for (state, what) in [(State::Current, "confirmed already"), (State::Missing, "missing")] {
        let number = of(state).len();
        if number > 0 {
            report::say(&format!("{} {what}.", report::count(number, "clause")));
        }
    }
}
