//! In: the paragraphs of the texts of a plan. Out: a finding for each long paragraph that is there twice, for each sentence
//! that stands twice side by side or in one clause, and for each heading that has the words of another one beside it.

mod sentences;

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "repeated-passage",
    family: Family::Structure,
    level: Level::Warning,
    checks: "No long paragraph is there twice, no sentence twice in one clause, and no two headings beside each other have the same words.",
    why: "What is there twice was mostly copied twice, and what should stand in its place is missing.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "任务完成情况每年向社会公布，自觉接受群众监督。任务完成情况每年向社会公布，自觉接受群众监督。",
    )],
    passes: &[("text.zh.md", "任务完成情况每年向社会公布，自觉接受群众监督。")],
    run: Run::Plan(run),
};

/// Shorter paragraphs may well say the same: so many letters of Chinese text, and of others.
const SHORTEST: (usize, usize) = (30, 90);

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        paragraphs(reading, found);
        sentences::check(reading, found);
        headings(reading, found);
    }
}

fn paragraphs(reading: &Reading<'_>, found: &mut Diagnostics) {
    let shortest = if reading.chinese { SHORTEST.0 } else { SHORTEST.1 };
    let mut seen: FxHashMap<&str, Span> = FxHashMap::default();
    seen.reserve(reading.paragraphs.len());
    for paragraph in &reading.paragraphs {
        let text = paragraph.prose.text().trim();
        let plain =
            paragraph.block.and_then(|block| block.html()).is_some_and(|html| html.tag() == "p");
        // Who is responsible may be said of several clauses in the same words.
        let note = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
        if plain && !note && text.chars().nth(shortest).is_some() {
            match seen.entry(text) {
                Entry::Occupied(first) => report(false, paragraph.span, *first.get(), found),
                Entry::Vacant(place) => {
                    place.insert(paragraph.span);
                }
            }
        }
    }
}

fn headings(reading: &Reading<'_>, found: &mut Diagnostics) {
    // By the place of the heading above, and the words.
    let mut seen: FxHashMap<(usize, &str), Span> = FxHashMap::default();
    let mut open: Vec<usize> = Vec::new();
    let clauses = &reading.document.clauses;
    seen.reserve(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        while open.last().is_some_and(|above| clauses[*above].depth >= clause.depth) {
            open.pop();
        }
        let above = open.last().map_or(0, |above| above + 1);
        open.push(at);
        if clause.title.text().is_empty() {
            continue;
        }
        match seen.entry((above, clause.title.text())) {
            Entry::Occupied(first) => report(true, clause.span, *first.get(), found),
            Entry::Vacant(place) => {
                place.insert(clause.span);
            }
        }
    }
}

fn report(heading: bool, place: Span, first: Span, found: &mut Diagnostics) {
    let problem = Problem::Structure(Structure::Repeated { heading });
    found.push(Diagnostic::new(problem, place).with_related(first));
}
