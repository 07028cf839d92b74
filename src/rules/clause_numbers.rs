//! In: the headings of every text. Out: a finding for each number that does not follow the one before it, for each
//! level that is left out, and for labels of two kinds under one heading. Whether numbers run through the whole text
//! or begin again under each heading, the text itself shows.

use rustc_hash::FxHashMap;

use crate::diagnostic::structure::{Numbering, Structure};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::ascii_digit;
use crate::language::numeral::heading_label;
use crate::model::document::{Clause, Document};

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clause-numbers",
    family: Family::Structure,
    level: Level::Warning,
    checks: "The numbers of headings follow one another, no level is left out, and headings of one level have labels of one kind.",
    why: "A gap in the numbers makes readers look for a part that is missing; and clauses are cited by their numbers.",
    fixed: None,
    fails: &[("text.zh.md", "## 一、目标\n\n节水。\n\n## 三、任务\n\n修管道。")],
    passes: &[("text.zh.md", "## 一、目标\n\n节水。\n\n## 二、任务\n\n修管道。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings {
        // A text that is still being translated may lack clauses.
        if reading.document.damaged || reading.plan.is_pending(reading.lang) {
            continue;
        }
        levels(reading.document, found);
        let headings = numbered(reading.document, found);
        // The other languages must have the same numbers, which another rule looks after.
        if reading.lang == first {
            numbers(&headings, found);
        }
    }
}

/// `##` is followed by `##` or `###`, not by `####`.
fn levels(document: &Document, found: &mut Diagnostics) {
    let mut above = 0;
    for clause in &document.clauses {
        if clause.depth > above + 1 {
            let problem = Structure::LevelLeftOut { from: above, to: clause.depth };
            found.report(Problem::Structure(problem), clause.span);
        }
        above = clause.depth;
    }
}

/// A heading with a number.
struct Numbered<'d> {
    clause: &'d Clause,
    number: u32,
    /// The largest number before it under the same heading.
    before: Option<u32>,
    /// How its label is written: 1. may run through a text whose （一） begins again.
    kind: String,
    /// The last number before it at its level and of its kind, in another part of the text.
    running: Option<u32>,
    /// Whether it is within an annex or another part without a number, or in another part of a higher level than the
    /// heading before it at its level: numbers may begin again there.
    afresh: bool,
}

fn numbers(headings: &[Numbered<'_>], found: &mut Diagnostics) {
    let mut runs: FxHashMap<(usize, &str), (usize, usize, bool)> = FxHashMap::default();
    for one in headings.iter().filter(|one| one.before.is_none() && !one.afresh) {
        let Some(running) = one.running else { continue };
        let (goes_on, begins_again) = (one.number == running + 1, one.number == 1);
        let votes = runs.entry((one.clause.depth, &one.kind)).or_insert((0, 0, goes_on));
        votes.0 += usize::from(goes_on);
        votes.1 += usize::from(begins_again);
    }
    // Where both are equally many, the first one counts.
    let runs_through = |one: &Numbered<'_>| match runs.get(&(one.clause.depth, &*one.kind)) {
        Some((on, again, first)) => on > again || (on == again && *first),
        None => false,
    };
    for one in headings {
        let numbering = match (one.before, one.running) {
            (Some(before), _) if one.number == before || one.number == before + 1 => None,
            (Some(before), _) => Some(Numbering::Within { before, expected: before + 1 }),
            (None, None) if one.number == 1 => None,
            (None, _) if one.number == 1 && (one.afresh || !runs_through(one)) => None,
            (None, Some(running)) if runs_through(one) => {
                let expected = running + 1;
                (one.number != expected).then_some(Numbering::RunsThrough { expected })
            }
            (None, Some(_)) if !one.afresh => Some(Numbering::BeginsAgain),
            (None, _) => Some(Numbering::First),
        };
        if let Some(numbering) = numbering {
            let label = one.clause.label.to_string();
            let problem = Structure::ClauseNumber { label, number: one.number, numbering };
            found.report(Problem::Structure(problem), one.clause.span);
        }
    }
}

/// What is known of the headings under one heading.
#[derive(Default)]
struct Part<'d> {
    depth: usize,
    /// Whether it, or a heading above it, has no number.
    aside: bool,
    /// The largest number so far.
    largest: Option<u32>,
    /// The first heading with a number, and how its label is written.
    first: Option<(&'d Clause, String)>,
    mixed: bool,
}

/// The headings with numbers; labels of two kinds are reported on the way.
fn numbered<'d>(document: &'d Document, found: &mut Diagnostics) -> Vec<Numbered<'d>> {
    let mut open = vec![Part::default()];
    // By depth and kind: the last number, and whether a heading two levels higher or more came since.
    let mut last: FxHashMap<(usize, String), (u32, bool)> = FxHashMap::default();
    let mut headings = Vec::new();
    for clause in &document.clauses {
        while open.len() > 1 && open.last().is_some_and(|part| part.depth >= clause.depth) {
            open.pop();
        }
        for ((depth, _), (_, afresh)) in &mut last {
            *afresh |= clause.depth + 1 < *depth;
        }
        let parent = open.last_mut().expect("the whole text stays open");
        let label = heading_label(&clause.label).filter(|_| !clause.label.is_empty());
        let aside = parent.aside || label.is_none();
        if let Some(label) = label {
            let key = (clause.depth, kind(&clause.label));
            report_mixed(parent, (clause, &key.1), found);
            let known = last.get(&key);
            headings.push(Numbered {
                clause,
                number: label.number,
                kind: key.1.clone(),
                before: parent.largest,
                running: known.map(|(number, _)| *number),
                afresh: parent.aside || known.is_some_and(|(_, afresh)| *afresh),
            });
            parent.largest = parent.largest.max(Some(label.number));
            if !parent.aside {
                last.insert(key, (label.number, false));
            }
        }
        open.push(Part { depth: clause.depth, aside, ..Part::default() });
    }
    headings
}

/// Reports the first label under a heading that is not written like the others there.
fn report_mixed<'d>(
    parent: &mut Part<'d>,
    (clause, kind): (&'d Clause, &str),
    found: &mut Diagnostics,
) {
    let Some((first, usual)) = &parent.first else {
        parent.first = Some((clause, kind.to_owned()));
        return;
    };
    if !parent.mixed && usual != kind {
        parent.mixed = true;
        let (label, usual) = (clause.label.to_string(), first.label.to_string());
        let problem = Structure::MixedLabels { label, usual };
        let finding = Diagnostic::new(Problem::Structure(problem), clause.span);
        found.push(finding.with_related(first.span));
    }
}

/// How a label is written, without its number: `（三）` and `(12)` differ, `（三）` and `(十)` do not, nor `1.` and `12．`.
pub fn kind(label: &str) -> String {
    let (word, number) = label.trim_end_matches([':', '：']).split_once(' ').unwrap_or(("", label));
    let mut kind = word.to_owned();
    for c in number.chars() {
        let sign = match c {
            '（' => '(',
            '）' => ')',
            '．' => '.',
            '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            | '百' => '一',
            'I' | 'V' | 'X' => 'I',
            'i' | 'v' | 'x' => 'i',
            _ if ascii_digit(c).is_some() => '1',
            _ => c,
        };
        if !kind.ends_with(sign) {
            kind.push(sign);
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn labels_are_of_one_kind_whatever_their_number() {
        for (one, other) in [
            ("一、", "十二、"),
            ("（三）", "(二十)"),
            ("1.", "27．"),
            ("IV.", "IX."),
            ("Article 3", "Article 12"),
        ] {
            assert_eq!(kind(one), kind(other), "{one} {other}");
        }
        for (one, other) in [
            ("一、", "1、"),
            ("（三）", "三、"),
            ("1.", "1、"),
            ("1.", "（1）"),
            ("第一章", "第一条"),
            ("I.", "(I)"),
        ] {
            assert_ne!(kind(one), kind(other), "{one} {other}");
        }
    }
}
