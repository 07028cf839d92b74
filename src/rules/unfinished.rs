//! In: the titles and summaries of plans. Out: a finding for each that `lantu new plan` wrote and nobody
//! has filled in.

use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::Text;
use crate::model::plan::is_unfinished;

use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "unfinished",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Titles and summaries do not say that they are still to be filled in.",
    why: "A new plan can be built at once, and its first words are only a place for the real ones.",
    fixed: None,
    fails: &[],
    passes: &[],
    run: Some(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let unfinished = |text: &Text| {
        let mut texts = case.site.config.languages.iter().map(|lang| text.get(lang));
        texts.any(is_unfinished)
    };
    for plan in &case.site.plans {
        for (key, text) in [("title", &plan.title), ("summary", &plan.summary)] {
            if unfinished(text) {
                found.report(Problem::Unfinished { key }, plan.span);
            }
        }
    }
}
