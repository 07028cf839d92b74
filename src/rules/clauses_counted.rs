//! In: what the texts claim, and their clauses. Out: a finding where the text of a part says how many groups and tasks it
//! has, and there are more or fewer.

use crate::claims::Grouped;
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::document::Clause;

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clauses-counted",
    family: Family::Figures,
    level: Level::Warning,
    checks: "五个方面16项任务 at the head of a part agrees with its headings: five groups, and sixteen numbered clauses in them; at the head of the text with all of them. Where neither number fits, something else is counted.",
    why: "Tasks are added and taken away until the last day; the number at the head is forgotten, and readers look for what is missing.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "## 一、任务\n\n实施两个方面4项任务。\n\n### （一）设施\n\n#### 1.修管道\n\n修管道。\n\n#### 2.换器具\n\n换器具。\n\n### （二）管理\n\n#### 3.查漏损\n\n查漏损。",
    )],
    passes: &[(
        "text.zh.md",
        "## 一、任务\n\n实施两个方面3项任务。\n\n### （一）设施\n\n#### 1.修管道\n\n修管道。\n\n#### 2.换器具\n\n换器具。\n\n### （二）管理\n\n#### 3.查漏损\n\n查漏损。",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case).filter(|text| !text.plan.is_pending(text.lang)) {
        for (one, below) in text.grouped() {
            let whole = one.paragraph.clause.is_none();
            let count = if whole { counted_in_all(below) } else { counted(below) };
            let in_part = || counted_in_part(below, one.it).filter(|_| whole);
            let Some((groups, items)) = count.or_else(in_part) else { continue };
            let Grouped { groups: said_groups, items: said_items, .. } = *one.it;
            let (said, found_here) = match (said_groups == groups, said_items == items) {
                (true, false) => (said_items, items),
                (false, true) => (said_groups, groups),
                _ => continue,
            };
            let words = one.words(&one.it.range);
            let problem = Figures::Clauses { words, said, found: found_here };
            found.report(Problem::Figures(problem), one.span(&one.it.range));
        }
    }
}

/// How many groups and how many numbered clauses in them there are; `None` where some have none.
fn counted(below: &[Clause]) -> Option<(usize, usize)> {
    let depth = below.first()?.depth;
    let (mut groups, mut items) = (0, 0);
    for (at, clause) in below.iter().enumerate().filter(|(_, clause)| clause.depth <= depth + 1) {
        let next = below.get(at + 1).map(|next| next.depth);
        if clause.label.is_empty() || (clause.depth == depth && next != Some(depth + 1)) {
            return None;
        }
        if clause.depth == depth { groups += 1 } else { items += 1 }
    }
    Some((groups, items))
}

/// The same for the one part of a text that has as many groups or as many items as are said; `None` where several have.
fn counted_in_part(clauses: &[Clause], said: &Grouped) -> Option<(usize, usize)> {
    let depth = clauses.first()?.depth;
    let parts =
        clauses.chunk_by(|_, next| next.depth > depth).filter_map(|part| counted(&part[1..]));
    let mut parts = parts.filter(|(groups, items)| *groups == said.groups || *items == said.items);
    parts.next().filter(|_| parts.next().is_none())
}

/// The same for a whole text: only the parts that have numbered clauses are groups. `None` where these have clauses of
/// their own, too: nobody knows which of them are meant.
fn counted_in_all(clauses: &[Clause]) -> Option<(usize, usize)> {
    let depth = clauses.first()?.depth;
    let (mut groups, mut items) = (0, 0);
    for pair in clauses.windows(2) {
        let (clause, next) = (&pair[0], &pair[1]);
        if next.depth > depth + 1 || clause.label.is_empty() {
            return None;
        }
        groups += usize::from(clause.depth == depth && next.depth == depth + 1);
        items += usize::from(next.depth == depth + 1);
    }
    Some((groups, items))
}
