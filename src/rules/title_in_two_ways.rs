//! In: the Chinese texts of every plan and the titles of its tables. Out: a finding at each title of a document that
//! is written otherwise than in the other places.

use std::collections::BTreeMap;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::{Lang, Text, name_key};
use crate::model::Plan;
use crate::typesetting::titles::{key, lacks_word, titles};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "title-in-two-ways",
    family: Family::Text,
    level: Level::Warning,
    checks: "A document is called by one title in the text, the tables and the title of the plan.",
    why: "Two titles look like two documents, and a search for one does not find the other.",
    fixed: None,
    fails: &[("text.zh.md", "按照《国家节约用水发展战略纲要》和《国家节约用水发展纲要》。")],
    passes: &[("text.zh.md", "按照《国家节约用水发展战略纲要》和《省节约用水发展战略纲要》。")],
    run: Run::Plan(run),
};

/// A title at one place.
struct Named<'t> {
    title: &'t str,
    /// As it is written, but for the width of brackets, which another rule looks at.
    form: String,
    span: Span,
}

/// A text with more titles than this is a list of documents, in which neighbours may be alike.
const MOST: usize = 300;

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|reading| reading.chinese) {
        check(reading, case, found);
    }
}

fn check(reading: &Reading<'_>, case: &PlanCase<'_>, found: &mut Diagnostics) {
    let mut groups: BTreeMap<String, Vec<Named<'_>>> = BTreeMap::new();
    // Of forms that are equally frequent, the first one counts: that of the plan itself.
    let whole = reading.plan.title.get(reading.lang);
    if let Some(span) = place(whole, reading.plan.span, case) {
        add(whole, span, &mut groups);
    }
    for paragraph in &reading.paragraphs {
        for (at, title) in titles(paragraph.prose.text()) {
            let span = paragraph.prose.span(at..at + title.len());
            add(title, span, &mut groups);
        }
    }
    for (title, span) in table_titles(reading.plan, reading.lang, case) {
        add(title, span, &mut groups);
    }
    for group in groups.values() {
        forms(group, found);
    }
    words(&groups, found);
}

fn add<'t>(title: &'t str, span: Span, groups: &mut BTreeMap<String, Vec<Named<'t>>>) {
    let form = name_key(title);
    groups.entry(key(&form)).or_default().push(Named { title, form, span });
}

/// The titles that stand in those of the tables.
fn table_titles<'p>(plan: &'p Plan, lang: Lang, case: &PlanCase<'_>) -> Vec<(&'p str, Span)> {
    let mut found = Vec::new();
    let targets = plan
        .targets
        .iter()
        .filter_map(|targets| Some((&targets.title, targets.indicators.first()?.span)));
    let duties = plan.duties.iter().filter_map(|duties| {
        let task = duties.groups.iter().flat_map(|group| &group.tasks).next()?;
        Some((&duties.title, task.span))
    });
    let tables: Vec<(&Text, Span)> = targets.chain(duties).collect();
    for (title, span) in tables {
        let inner = titles(title.get(lang)).map(|(_, title)| title);
        found.extend(inner.filter_map(|title| Some((title, place(title, span, case)?))));
    }
    found
}

/// The first place of a title in the file of a table.
fn place(title: &str, near: Span, case: &PlanCase<'_>) -> Option<Span> {
    let at = case.files.text(near.file).find(title).filter(|_| !title.is_empty())?;
    Some(Span::new(near.file, at..at + title.len()))
}

/// One title with other dashes or marks in some places: the rarer forms are reported, each once in a file.
fn forms(group: &[Named<'_>], found: &mut Diagnostics) {
    let Some(first) = group.first() else { return };
    if group.iter().all(|one| one.form == first.form) {
        return;
    }
    let count = |form: &str| group.iter().filter(|one| one.form == form).count();
    // The first of several that are equally frequent.
    let usual = group.iter().rev().max_by_key(|one| count(&one.form)).unwrap_or(first);
    let mut reported: Vec<(&str, Span)> = Vec::new();
    for one in group.iter().filter(|one| one.form != usual.form) {
        let again =
            reported.iter().any(|(form, span)| *form == one.form && span.file == one.span.file);
        if !again {
            reported.push((&one.form, one.span));
            report(one, usual, found);
        }
    }
}

/// Two titles of which one lacks a word.
fn words(groups: &BTreeMap<String, Vec<Named<'_>>>, found: &mut Diagnostics) {
    if groups.len() > MOST {
        return;
    }
    for (shorter, group) in groups {
        let other = groups.iter().find(|(longer, _)| lacks_word(shorter, longer));
        if let Some((_, longer)) = other {
            report(&group[0], &longer[0], found);
        }
    }
}

fn report(here: &Named<'_>, there: &Named<'_>, found: &mut Diagnostics) {
    let title = |one: &Named<'_>| format!("《{}》", one.title);
    let problem = Prose::TitleInTwoWays { here: title(here), there: title(there) };
    found.push(Diagnostic::new(Problem::Prose(problem), here.span).with_related(there.span));
}
