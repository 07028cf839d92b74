//! In: what the texts claim. Out: a finding at every 分别 that has another number of figures than of things.

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "respectively-count",
    family: Family::Figures,
    level: Level::Warning,
    checks: "分别 has as many figures as things.",
    why: "With one figure too few, every figure may belong to the wrong thing.",
    fixed: None,
    fails: &[("text.zh.md", "孵化器、众创空间、星创天地分别达到48家、52家。")],
    passes: &[("text.zh.md", "孵化器、众创空间、星创天地分别达到48家、52家、12家。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for turn in text.in_turn() {
            let figures = turn.it.figures.len();
            let Some(things) = turn.it.things.first().copied() else { continue };
            if !turn.it.things.contains(&figures) {
                let problem = Problem::Figures(Figures::InTurn { things, figures });
                found.push(Diagnostic::new(problem, turn.span(&turn.it.range)));
            }
        }
    }
}
