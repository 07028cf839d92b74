//! In: what was reported of indicators that count from the beginning on. Out: a finding for each figure that is smaller
//! than an earlier one.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Languages;
use crate::model::indicator::{Direction, Indicator};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "count-falls",
    family: Family::Figures,
    level: Level::Warning,
    checks: "The reported figures of an indicator whose name says 累计 or “cumulative” do not fall.",
    why: "What has been built or held is not undone: one of the two figures is mistyped, or counts something else.",
    fixed: None,
    fails: &[
        (
            "targets.toml",
            r#"[[indicator]]
name = { zh = "改造管道（累计）", en = "Pipes renewed (cumulative)" }"#,
        ),
        (
            "progress.toml",
            r#"[[actual]]
indicator = "pipes"
value     = 12
as-of     = 2026-03-31
source    = { zh = "市水利局", en = "City Water Bureau" }
[[actual]]
indicator = "pipes"
value     = 7
as-of     = 2026-06-30
source    = { zh = "市水利局", en = "City Water Bureau" }"#,
        ),
    ],
    passes: &[
        (
            "targets.toml",
            r#"[[indicator]]
name = { zh = "改造管道（累计）", en = "Pipes renewed (cumulative)" }"#,
        ),
        (
            "progress.toml",
            r#"[[actual]]
indicator = "pipes"
value     = 12
as-of     = 2026-03-31
source    = { zh = "市水利局", en = "City Water Bureau" }
[[actual]]
indicator = "pipes"
value     = 17
as-of     = 2026-06-30
source    = { zh = "市水利局", en = "City Water Bureau" }"#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for (_, indicator) in case.site.indicators() {
        if indicator.direction == Direction::MoreIsBetter && counts_on(indicator, languages) {
            check(indicator, found);
        }
    }
}

/// Whether the name says that nothing is taken off again.
fn counts_on(indicator: &Indicator, languages: &Languages) -> bool {
    const WORDS: [&str; 2] = ["累计", "cumulative"];
    let names = languages.iter().map(|lang| indicator.name.get(lang));
    names.into_iter().any(|name| WORDS.iter().any(|word| name.contains(word)))
}

fn check(indicator: &Indicator, found: &mut Diagnostics) {
    for pair in indicator.actuals.windows(2) {
        let [before, now] = pair else { continue };
        if now.value.value.value >= before.value.value.value {
            continue;
        }
        let fault = Agreement::CountFalls {
            value: now.value.value.to_string(),
            day: now.as_of.value.to_string(),
            before: before.value.value.to_string(),
            day_before: before.as_of.value.to_string(),
        };
        let finding = Diagnostic::new(Problem::Agreement(fault), now.value.span);
        found.push(finding.with_related(before.value.span));
    }
}
