//! In: the headings of every text. Out: a finding for each that neither a text nor a lower heading follows.

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::document::Clause;

use super::heading_mark::is_text;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "heading-without-text",
    family: Family::Structure,
    level: Level::Warning,
    checks: "Under every heading there is a text, or a heading of the next level.",
    why: "Where a heading stands alone, a part of the document was lost on its way to the site, or was never written.",
    fixed: None,
    fails: &[("text.zh.md", "## 一、目标\n\n## 二、任务\n\n修管道。")],
    passes: &[("text.zh.md", "## 一、目标\n\n### （一）近期\n\n节水。\n\n## 二、任务\n\n修管道。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        if reading.document.damaged || reading.plan.is_pending(reading.lang) {
            continue;
        }
        let clauses = &reading.document.clauses;
        for (at, clause) in clauses.iter().enumerate() {
            let leaf = clauses.get(at + 1).is_none_or(|next| next.depth <= clause.depth);
            if leaf
                && clause.blocks.is_empty()
                && !is_text(clause.title.text())
                && !is_annex(clause)
            {
                found.report(Problem::Structure(Structure::HeadingWithoutText), clause.span);
            }
        }
    }
}

/// An annex may be a file of its own; the rule about annexes looks after it.
fn is_annex(clause: &Clause) -> bool {
    ["附件", "附表", "附录", "附图", "Annex", "Appendix"]
        .iter()
        .any(|word| clause.title.text().starts_with(word))
}
