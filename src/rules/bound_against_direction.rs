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
    checks: "Where every target of an indicator is \"at most\" or \"less than\", less is better (`better = \"less\"`), and more where all are \"at least\" or \"more than\".",
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
    let all = |fits: fn(Bound) -> bool| indicator.target.values().all(|one| fits(one.value.bound));
    let upper = all(|bound| matches!(bound, Bound::AtMost | Bound::LessThan));
    let lower = all(|bound| matches!(bound, Bound::AtLeast | Bound::MoreThan));
    let less = match indicator.direction {
        Direction::MoreIsBetter if upper => true,
        Direction::LessIsBetter if lower => false,
        _ => return,
    };
    if let Some(last) = indicator.target.values().last() {
        let target = last.value.to_string();
        found.report(Problem::Agreement(Agreement::BoundAgainst { target, less }), last.span);
    }
}
