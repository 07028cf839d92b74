//! In: the pending languages of every plan. Out: a finding for each whose text is complete.

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::pending::Translated;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "needless-pending",
    family: Family::Translation,
    level: Level::Warning,
    checks: "A language that `pending` names still lacks clauses of the text.",
    why: "While a language is pending, a clause that gets lost from its text is not noticed.",
    fixed: None,
    fails: &[("plan.toml", r#"pending = ["en"]"#)],
    passes: &[
        ("plan.toml", r#"pending = ["en"]"#),
        (
            "text.en.md",
            r#"Preamble.

## I. Goals

Save water."#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for plan in &case.site.plans {
        for pending in &plan.pending {
            let damaged = plan.text(pending.lang).damaged;
            if !damaged && plan.translated(pending.lang) == Translated::Whole {
                let language = languages.name(pending.lang);
                let problem = Translation::NeedlessPending { language };
                found.report(Problem::Translation(problem), pending.span);
            }
        }
    }
}
