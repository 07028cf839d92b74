//! In: what the texts claim. Out: a finding where one thing is counted with two words, or the second figure of a step has
//! no unit though the first one has.

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unit-changes",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A text counts one thing with one word (家, 个), and gives both figures of a step their unit.",
    why: "Two words for counting look like two things, or like two authors.",
    fixed: None,
    fails: &[("text.zh.md", "培育农业科技小巨人企业100家。\n\n培育50个农业科技小巨人企业。")],
    passes: &[("text.zh.md", "培育农业科技小巨人企业100家。\n\n培育50家农业科技小巨人企业。")],
    run: Run::Plan(run),
};

/// Words that say something else than how one thing is counted.
const OTHER: [&str; 6] = ["人次", "户次", "个百分点", "期", "场", "种"];

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for thing in text.things() {
            let mut counted = thing.iter().filter_map(|one| {
                let word = one.it.figure.word.filter(|word| !OTHER.contains(word))?;
                Some((word, *one))
            });
            let Some((first, place)) = counted.next() else { continue };
            if let Some((word, claim)) = counted.find(|(word, _)| *word != first) {
                let problem = Figures::Words {
                    name: claim.called(),
                    one: word.to_owned(),
                    other: first.to_owned(),
                };
                let finding = Diagnostic::new(Problem::Figures(problem), claim.place());
                found.push(finding.with_related(place.place()));
            }
        }
        for bare in text.bare() {
            let problem = Figures::NoUnit { words: bare.words(bare.it) };
            found.push(Diagnostic::new(Problem::Figures(problem), bare.span(bare.it)));
        }
    }
}
