//! In: the targets of every indicator. Out: a finding for each indicator whose targets are bounded on the side that is said
//! to be better.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::indicator::{Direction, Indicator};
use crate::model::quantity::Bound;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "bound-against-direction",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Where every target of an indicator is \"at most\" or \"less than\", less is better (`better = \"less\"`), and more where all are \"at least\" or \"more than\"; and no single target is bounded the other way than the rest.",
    why: "Progress is judged by `better`: with the wrong one, an office that does well is shown as failing.",
    fixed: None,
    fails: &[(
        "targets.toml",
        r#"[[indicator]]
better   = "more"
baseline = { value = 50 }
target   = { 2026 = "<=48", 2028 = "<=45" }"#,
    )],
    passes: &[(
        "targets.toml",
        r#"[[indicator]]
better   = "less"
baseline = { value = 50 }
target   = { 2026 = "<=48", 2028 = "<=45" }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, indicator) in case.site.indicators() {
        check(indicator, found);
    }
}

fn check(indicator: &Indicator, found: &mut Diagnostics) {
    let is_upper = |bound: Bound| matches!(bound, Bound::AtMost | Bound::LessThan);
    let is_lower = |bound: Bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
    let less = indicator.direction == Direction::MoreIsBetter;
    let against = |bound| if less { is_upper(bound) } else { is_lower(bound) };
    let along = |bound| if less { is_lower(bound) } else { is_upper(bound) };
    let all = || indicator.target.values();
    // All of them are against it, or one among others that are not.
    let wrong =
        all().all(|one| against(one.value.bound)) || all().any(|one| along(one.value.bound));
    if let Some(last) = all().rfind(|one| wrong && against(one.value.bound)) {
        let target = last.value.to_string();
        found.report(Problem::Agreement(Agreement::BoundAgainst { target, less }), last.span);
    }
}
