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
    checks: "五个方面16项任务 at the head of a part agrees with its headings: five groups, and sixteen numbered clauses in them. Where neither number fits, something else is counted.",
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
            let Some((groups, items)) = counted(below) else { continue };
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
