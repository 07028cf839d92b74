//! In: the text of the first language, the tables and the files of every plan. Out: a finding for each annex that the
//! text speaks of and that is not there, and for each that is there and that the text does not speak of.

mod mentions;

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostics, Level, Place, Problem, Spanned};
use crate::language::Lang;
use crate::model::Plan;
use crate::model::consultation::PaperPlace;
use crate::model::document::{BlockContent, Clause, Document};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

use mentions::{Mentions, Name, name_at, same_title};

pub const RULE: Rule = Rule {
    name: "annex-announced",
    family: Family::Structure,
    level: Level::Warning,
    checks: "Every annex that the text speaks of is there, as a part of the text, a table or a file; and the text speaks of every annex.",
    why: "An annex that is announced and missing is the most common gap of a published document.",
    fixed: None,
    fails: &[("text.zh.md", "具体分工见附件3。")],
    passes: &[(
        "text.zh.md",
        "## 一、分工\n\n具体分工见附件1。\n\n## 附件1：任务分工\n\n水利局修管道。",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let readings = case.readings.iter().filter(|one| one.lang == first && !one.document.damaged);
    for reading in readings {
        let mentions = Mentions::of(reading);
        let there = There::of(reading.plan, reading, &mentions, first);
        missing(&mentions, &there, found);
        unannounced(reading.plan, reading.document, &mentions, &there, found);
    }
}

/// What may be an annex besides a part of the text.
struct There<'p> {
    /// The titles of tables.
    tables: Vec<&'p str>,
    /// Files by their names, and whether a link of the text or a call for comments leads to them.
    files: Vec<(&'p str, bool)>,
}

impl<'p> There<'p> {
    fn of(plan: &'p Plan, reading: &Reading<'_>, mentions: &Mentions, first: Lang) -> Self {
        // Printed in an annex, the table is that annex and can be no other one.
        let printed = is_in_annex(reading.document, mentions);
        let duties = plan.duties.as_ref().filter(|duties| !duties.from_notes && !printed);
        let titles = [
            plan.targets.as_ref().map(|targets| targets.title.get(first)),
            duties.map(|duties| duties.title.get(first)),
        ];
        let mut linked: Vec<String> = Vec::new();
        if !plan.files.is_empty() {
            linked.extend(reading.document.links().map(|link| decoded(&link.value)));
            let papers = plan.rounds.iter().flat_map(|round| &round.papers);
            linked.extend(papers.filter_map(|paper| match &paper.place {
                PaperPlace::File(name) => Some(name.clone()),
                PaperPlace::Url(_) => None,
            }));
        }
        let is_linked = |name: &str| linked.iter().any(|link| link.contains(name));
        let files = plan.files.iter().map(|file| (file.name.as_str(), is_linked(&file.name)));
        Self { tables: titles.into_iter().flatten().collect(), files: files.collect() }
    }

    /// How many tables and files there are whose names do not say which annex they are.
    fn unnumbered(&self) -> usize {
        let files = self.files.iter().map(|(name, _)| name.rsplit('/').next().unwrap_or(name));
        self.tables.iter().copied().chain(files).filter(|name| name_at(name).is_none()).count()
    }

    /// Whether a table or a file has this name or title.
    fn has(&self, name: Option<Name>, title: &str) -> bool {
        let files = self.files.iter().map(|(name, _)| *name);
        self.tables.iter().copied().chain(files).any(|other| {
            let stem = other.rsplit('/').next().unwrap_or(other);
            let numbered =
                || name.is_some_and(|name| name_at(stem).is_some_and(|(found, _)| found == name));
            same_title(title, stem) || numbered()
        })
    }
}

/// Whether the text prints the table of responsibilities in a part that is an annex, or below it.
fn is_in_annex(text: &Document, mentions: &Mentions) -> bool {
    let mut annex = None;
    text.clauses.iter().any(|clause| {
        if annex.is_none_or(|depth| clause.depth <= depth) {
            let is_annex = mentions.parts.iter().any(|part| part.span == clause.span);
            annex = is_annex.then_some(clause.depth);
        }
        annex.is_some() && prints_duties(clause)
    })
}

fn decoded(link: &str) -> String {
    percent_encoding::percent_decode_str(link).decode_utf8_lossy().into_owned()
}

/// What the text speaks of and lacks.
fn missing(mentions: &Mentions, there: &There<'_>, found: &mut Diagnostics) {
    let mut absent = Vec::new();
    let mut matched = 0;
    for item in &mentions.items {
        if item.linked || mentions.has_part(item.name, &item.title) {
            continue;
        }
        if there.has(item.name, &item.title) {
            matched += 1;
        } else {
            absent.push(item);
        }
    }
    // Files and tables may have other names than those by which they are announced.
    if absent.len() + matched > there.unnumbered() {
        for item in absent {
            let problem = Structure::AnnexMissing { name: item.shown.clone() };
            found.report(Problem::Structure(problem), item.span);
        }
    }
    let mut seen: Vec<Option<Name>> = Vec::new();
    for (name, shown, span) in &mentions.references {
        if seen.contains(name) {
            continue;
        }
        seen.push(*name);
        let number = name.map_or(1, |name| name.number) as usize;
        let listed = match name {
            Some(name) => mentions.items.iter().any(|item| item.name == Some(*name)),
            None => !mentions.items.is_empty() || !mentions.parts.is_empty(),
        };
        if !(listed
            || mentions.has_part(*name, "")
            || there.has(*name, "")
            || there.unnumbered() >= number)
        {
            let problem = Structure::AnnexMissing { name: shown.clone() };
            found.report(Problem::Structure(problem), *span);
        }
    }
}

fn prints_duties(clause: &Clause) -> bool {
    clause.blocks.iter().any(|block| matches!(block.content, BlockContent::Duties))
}

/// What is there and is not spoken of.
fn unannounced(
    plan: &Plan,
    text: &Document,
    mentions: &Mentions,
    there: &There<'_>,
    found: &mut Diagnostics,
) {
    let announced = |name: Option<Name>, title: &str| {
        let item = |one: &mentions::Item| {
            same_title(&one.title, title) || (name.is_some() && one.name == name) || name.is_none()
        };
        let reference = |one: &Option<Name>| one.is_none() || name.is_none() || *one == name;
        mentions.items.iter().any(item)
            || mentions.references.iter().any(|(one, ..)| reference(one))
    };
    let leads = |link: &Spanned<String>| link.value.contains("responsibilities/");
    let leads_to_duties = text.links().any(leads);
    for part in &mentions.parts {
        // A link to the page of responsibilities speaks of the annex that prints them, and one to a clause of the tables in
        // it.
        let holds = |clause: &Clause| {
            clause.span == part.span || clause.blocks.iter().any(|block| block.span == part.span)
        };
        let clause = text.clauses.iter().find(|clause| holds(clause));
        let leads_there = |clause: &Clause| {
            let address = clause.address.as_str();
            text.links().any(|link| link.value.strip_prefix('#') == Some(address))
        };
        let linked =
            clause.is_some_and(|one| leads_to_duties && prints_duties(one) || leads_there(one));
        if !linked && !announced(part.name, &part.title) {
            let problem = Structure::AnnexNotAnnounced { name: part.shown.clone() };
            found.report(Problem::Structure(problem), part.span);
        }
    }
    for (file, linked) in &there.files {
        let stem = file.rsplit('/').next().unwrap_or(file);
        if let Some((name, rest)) = name_at(stem)
            && !linked
            && !announced(Some(name), rest)
        {
            let problem = Structure::AnnexNotAnnounced { name: (*file).to_owned() };
            let path = format!("content/plans/{}/files/{file}", plan.id);
            found.report(Problem::Structure(problem), Place::Path(path));
        }
    }
    for title in &there.tables {
        if let Some((name, rest)) = name_at(title)
            && !announced(Some(name), rest)
        {
            let problem = Structure::AnnexNotAnnounced { name: (*title).to_owned() };
            found.report(Problem::Structure(problem), plan.span);
        }
    }
}
