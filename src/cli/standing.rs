//! In: the files of plans. Out: where their translations stand, as a table and lists for people, or as JSON.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::Diagnostics;
use crate::language::{Lang, Languages};
use crate::model::confirmation::{State, standings};
use crate::model::document::{Address, Document, PREAMBLE};
use crate::parse::confirmed::{self, ConfirmedFile};
use crate::parse::markdown;
use crate::source::{PlanSource, Slot, Sources, TextSource};

use super::Done;
use super::args::AnswerFormat;
use super::report;
use super::translation::{find_plan, open, other_language, stop_at_errors};

/// The texts of a plan and what is confirmed of them.
pub struct PlanTexts {
    /// By language; a text that is not there is an empty one.
    texts: Vec<Document>,
    pub confirmed: ConfirmedFile,
}

impl PlanTexts {
    /// Stops at texts with mistakes.
    pub fn read(sources: &Sources, languages: &Languages, plan: &PlanSource) -> Done<Self> {
        let files = &sources.files;
        let mut found = Diagnostics::default();
        let mut read = |lang| {
            let tag = languages.tag(lang);
            match TextSource::slot_of(&plan.texts, tag) {
                Slot::Text(file) => found.take(markdown::plan_text(files, file)),
                // What cannot be read is reported by `lantu check`.
                _ => Document::default(),
            }
        };
        let texts = languages.iter().map(&mut read).collect();
        let confirmed = match plan.confirmed {
            Slot::Text(file) => found.take(confirmed::read(files, file, languages)),
            _ => ConfirmedFile::default(),
        };
        stop_at_errors(&found, sources)?;
        Ok(Self { texts, confirmed })
    }

    pub fn of(&self, lang: Lang) -> &Document {
        &self.texts[lang.index()]
    }
}

/// Where the translations of all plans stand.
#[derive(Serialize)]
struct Overview {
    translations: Vec<Translation>,
}

/// A plan in a language.
#[derive(Serialize)]
struct Translation {
    plan: String,
    language: String,
    current: usize,
    stale: Vec<Passage>,
    unconfirmed: Vec<Passage>,
    missing: Vec<Passage>,
}

/// A clause, or what stands before the first one.
#[derive(Serialize)]
struct Passage {
    clause: String,
    /// In the authoritative text.
    title: String,
}

pub fn run(site: &Path, plan: Option<&str>, to: Option<&str>, format: AnswerFormat) -> Done<()> {
    let (sources, languages) = open(site)?;
    let several = to.is_none() && languages.iter().len() > 1;
    let targets: Vec<Lang> = if several {
        languages.iter().skip(1).collect()
    } else {
        vec![other_language(&languages, to)?]
    };
    let plans: Vec<&PlanSource> = match plan {
        Some(id) => vec![find_plan(&sources, id)?],
        None => sources.plans.iter().collect(),
    };
    let mut translations = Vec::new();
    for one in plans {
        let texts = PlanTexts::read(&sources, &languages, one)?;
        let of = |lang: &Lang| translation(&one.id, &texts, &languages, *lang);
        translations.extend(targets.iter().map(of));
    }
    match format {
        AnswerFormat::Json => {
            let overview = Overview { translations };
            let json = serde_json::to_string_pretty(&overview).unwrap_or_default();
            report::say(&json);
        }
        AnswerFormat::Text => say(&translations, plan.is_some()),
    }
    Ok(())
}

fn translation(plan: &str, texts: &PlanTexts, languages: &Languages, lang: Lang) -> Translation {
    let source = texts.of(languages.first());
    let standings = standings(source, texts.of(lang), texts.confirmed.of(lang));
    let in_state = |state| {
        let names = standings.iter().filter(move |one| one.state == state);
        names.map(|one| Passage { clause: one.passage.clone(), title: title(source, &one.passage) })
    };
    Translation {
        plan: plan.to_owned(),
        language: languages.tag(lang).to_owned(),
        current: in_state(State::Current).count(),
        stale: in_state(State::Stale).collect(),
        unconfirmed: in_state(State::Unconfirmed).collect(),
        missing: in_state(State::Missing).collect(),
    }
}

/// What lists call a clause besides its address.
pub fn title(source: &Document, passage: &str) -> String {
    if passage == PREAMBLE {
        return "(before the first clause)".to_owned();
    }
    let clause = source.clause(&Address::new(passage));
    clause.map_or_else(String::new, |clause| clause.title.text().to_owned())
}

fn say(translations: &[Translation], in_full: bool) {
    if translations.is_empty() {
        report::say("There are no plans in this site.");
        return;
    }
    let width = translations.iter().map(|one| one.plan.len()).max().unwrap_or(0).max(4);
    let row = |plan: &str, language: &str, numbers: [&str; 4]| {
        let [current, stale, unconfirmed, missing] = numbers;
        format!(
            "{plan:width$}  {language:8}  {current:>7}  {stale:>5}  {unconfirmed:>11}  {missing:>7}"
        )
    };
    report::say(&row("plan", "language", ["current", "stale", "unconfirmed", "missing"]));
    for one in translations {
        let lengths = [one.current, one.stale.len(), one.unconfirmed.len(), one.missing.len()];
        let numbers = lengths.map(|number| number.to_string());
        let numbers = [0, 1, 2, 3].map(|at| numbers[at].as_str());
        report::say(&row(&one.plan, &one.language, numbers));
    }
    for one in translations {
        let about = format!("in `{}` of `{}`:", one.language, one.plan);
        list(&format!("Stale {about}"), &one.stale);
        if in_full {
            list(&format!("Unconfirmed {about}"), &one.unconfirmed);
        }
        list(&format!("Missing {about}"), &one.missing);
    }
}

fn list(heading: &str, passages: &[Passage]) {
    if passages.is_empty() {
        return;
    }
    report::say(&format!("\n{heading}"));
    for one in passages {
        report::say(format!("  {}  {}", one.clause, one.title).trim_end());
    }
}
