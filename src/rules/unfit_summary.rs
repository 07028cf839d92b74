//! In: the summaries of plans. Out: a finding for each that is nothing but the title, or longer than lists and search
//! results show.

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::letters_of;
use crate::model::Plan;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unfit-summary",
    family: Family::Publication,
    level: Level::Warning,
    checks: "The summary of a plan says more than its title, in at most 200 Chinese or 500 other letters.",
    why: "Readers of lists and of search results decide by the summary whether they open the plan.",
    fixed: None,
    fails: &[(
        "plan.toml",
        "title = { zh = \"节水规划\", en = \"Water Plan\" }\nsummary = { zh = \"《节水规划》。\", en = \"Saving water in three years.\" }",
    )],
    passes: &[(
        "plan.toml",
        "title = { zh = \"节水规划\", en = \"Water Plan\" }\nsummary = { zh = \"三年节水的规划。\", en = \"Saving water in three years.\" }",
    )],
    run: Run::Site(run),
};

/// So many letters may a summary have, in Chinese and in other languages.
const MOST: (usize, usize) = (200, 500);

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for plan in &case.site.plans {
        check(plan, case, found);
    }
}

fn check(plan: &Plan, case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for lang in languages.iter() {
        let (title, summary) = (plan.title.get(lang), plan.summary.get(lang));
        let chinese = languages.is_chinese(lang);
        let (length, most) = (summary.chars().count(), if chinese { MOST.0 } else { MOST.1 });
        let language = languages.name(lang);
        // What nobody has filled in yet is reported as such.
        if letters_of(title).next().is_some() && letters_of(title).eq(letters_of(summary)) {
            let problem = Publication::SummaryIsTitle { language };
            found.report(Problem::Publication(problem), plan.places.summary);
        } else if length > most {
            let problem = Publication::SummaryTooLong { language, length, most };
            found.report(Problem::Publication(problem), plan.places.summary);
        }
    }
}
