//! In: the titles and summaries of plans. Out: a finding for each that `lantu new plan` wrote and nobody
//! has filled in.

use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::Text;
use crate::model::plan::is_unfinished;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unfinished",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Titles and summaries do not say that they are still to be filled in.",
    why: "A new plan can be built at once, and its first words are only a place for the real ones.",
    fixed: None,
    fails: &[(
        "plan.toml",
        r#"summary = { zh = "待填写：用两三句话说明规划的内容。", en = "To be filled in: the plan in two or three sentences." }"#,
    )],
    passes: &[(
        "plan.toml",
        r#"summary = { zh = "到2028年，农村自来水不再漏水。", en = "By 2028, the pipes of the villages no longer leak." }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let unfinished = |text: &Text| {
        let mut texts = case.site.config.languages.iter().map(|lang| text.get(lang));
        texts.any(is_unfinished)
    };
    for plan in &case.site.plans {
        let texts = [
            ("title", &plan.title, plan.places.title),
            ("summary", &plan.summary, plan.places.summary),
        ];
        for (key, text, place) in texts {
            if unfinished(text) {
                found.report(Problem::Unfinished { key }, place);
            }
        }
    }
}
