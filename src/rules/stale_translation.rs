//! In: where the translations of every plan stand. Out: a finding at each clause whose authoritative text has changed
//! since its translation was confirmed, and one where there are more of them than the site allows.

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Lang;
use crate::model::Plan;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "stale-translation",
    family: Family::Translation,
    level: Level::Warning,
    checks: "The authoritative text of a clause is still the one for which its translation was confirmed.",
    why: "Readers of the translation take it for what holds, though the authoritative text says something else by now.",
    fixed: None,
    fails: &[
        (
            "confirmed.toml",
            r#"[en]
"2.1.1" = "22cfd7dd54d52f7b""#,
        ),
        ("text.zh.md", r#"水价不变。"#),
        ("text.en.md", r#"The work is paid for."#),
    ],
    passes: &[(
        "confirmed.toml",
        r#"[en]
"2.1.1" = "22cfd7dd54d52f7b""#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for plan in &case.site.plans {
        for lang in case.site.config.languages.iter().skip(1) {
            check(plan, lang, case, found);
        }
    }
}

fn check(plan: &Plan, lang: Lang, case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let several = languages.iter().len() > 2;
    let stale = plan.translation.stale(lang);
    for one in stale {
        let problem = Translation::Stale {
            plan: plan.id.to_string(),
            passage: one.passage.clone(),
            source: languages.name(languages.first()),
            target: languages.name(lang),
            to: several.then(|| languages.tag(lang).to_owned()),
        };
        let place = one.target.unwrap_or(one.source);
        found.push(Diagnostic::new(Problem::Translation(problem), place).with_related(one.source));
    }
    let most = case.site.config.most_stale.as_ref();
    if let Some((most, first)) = most.zip(stale.first())
        && stale.len() > most.value as usize
    {
        let problem = Translation::TooManyStale {
            count: stale.len(),
            most: most.value,
            target: languages.name(lang),
        };
        let place = first.target.unwrap_or(first.source);
        found.push(Diagnostic::new(Problem::Translation(problem), place).with_related(most.span));
    }
}
