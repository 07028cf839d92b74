//! In: what the texts claim. Out: a finding where the verb of a step goes the other way than its figures.

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "step-direction",
    family: Family::Figures,
    level: Level::Warning,
    checks: "由A增加到B leads upwards, and 由A减少到B downwards.",
    why: "Either the verb is wrong, or the two figures have changed places: readers cannot know which.",
    fixed: None,
    fails: &[("text.zh.md", "化肥施用量由5.0万吨增加到4.5万吨。")],
    passes: &[("text.zh.md", "化肥施用量由5.0万吨减少到4.5万吨。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.turned() {
            let (from, to) = (one.words(&one.it.from.range), one.words(&one.it.to.range));
            let problem = Figures::Direction { words: one.words(&one.it.range), from, to };
            found.report(Problem::Figures(problem), one.span(&one.it.range));
        }
    }
}
