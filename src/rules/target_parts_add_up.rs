//! In: the parts of every indicator. Out: a finding for the one year in which they do not add up to the target, where they
//! do in all others.

use rust_decimal::Decimal;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::indicator::{ByYear, Indicator};
use crate::model::quantity::Bound;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "target-parts-add-up",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Where the parts of an indicator add up to its target in all other years, they do so in each year.",
    why: "Two digits that changed places are seen by nobody but the reader who adds them up.",
    fixed: None,
    fails: &[(
        "targets.toml",
        r#"[[indicator]]
id     = "pipes"

[[indicator]]
id     = "meters"
name   = { zh = "更换水表", en = "Meters replaced" }
unit   = { zh = "只", en = "meters" }
total  = "none"
clauses = ["2.1.1"]
target = { 2026 = 10, 2027 = 29, 2028 = 30 }
[[indicator.part]]
id     = "old"
total  = "none"
name   = { zh = "机械表", en = "Mechanical" }
target = { 2026 = 6, 2027 = 12, 2028 = 18 }
[indicator.part.areas]
north = { 2026 = 6, 2027 = 12, 2028 = 18 }
[[indicator.part]]
id     = "other"
total  = "none"
name   = { zh = "其他水表", en = "Others" }
target = { 2026 = 4, 2027 = 8, 2028 = 12 }
[indicator.part.areas]
north = { 2026 = 4, 2027 = 8, 2028 = 12 }"#,
    )],
    passes: &[(
        "targets.toml",
        r#"[[indicator]]
id     = "pipes"

[[indicator]]
id     = "meters"
name   = { zh = "更换水表", en = "Meters replaced" }
unit   = { zh = "只", en = "meters" }
total  = "none"
clauses = ["2.1.1"]
target = { 2026 = 10, 2027 = 20, 2028 = 30 }
[[indicator.part]]
id     = "old"
total  = "none"
name   = { zh = "机械表", en = "Mechanical" }
target = { 2026 = 6, 2027 = 12, 2028 = 18 }
[indicator.part.areas]
north = { 2026 = 6, 2027 = 12, 2028 = 18 }
[[indicator.part]]
id     = "other"
total  = "none"
name   = { zh = "其他水表", en = "Others" }
target = { 2026 = 4, 2027 = 8, 2028 = 12 }
[indicator.part.areas]
north = { 2026 = 4, 2027 = 8, 2028 = 12 }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, indicator) in case.site.indicators() {
        check(indicator, found);
    }
}

fn check(indicator: &Indicator, found: &mut Diagnostics) {
    let parts: Vec<&ByYear> = indicator
        .divisions
        .iter()
        .filter(|division| division.part.is_some())
        .map(|division| &division.total)
        .collect();
    if parts.len() < 2 {
        return;
    }
    let years = indicator.target.iter().filter_map(|(year, target)| {
        let range = matches!(target.value.bound, Bound::To(_));
        let sum = sum(&parts, *year).filter(|_| !range)?;
        Some((*year, sum, target))
    });
    let (agree, differ): (Vec<_>, Vec<_>) =
        years.partition(|(_, sum, target)| *sum == target.value.value);
    if let [(year, sum, target)] = &differ[..]
        && agree.len() >= 2
    {
        let (sum, target_value) = (sum.normalize().to_string(), target.value.value.to_string());
        let fault = Agreement::Parts { year: *year, sum, target: target_value };
        found.report(Problem::Agreement(fault), target.span);
    }
}

/// The sum of a year; `None` where a part has no figure for it, or a range.
fn sum(parts: &[&ByYear], year: i16) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        let figure = part.get(&year)?.value;
        if matches!(figure.bound, Bound::To(_)) {
            return None;
        }
        sum.checked_add(figure.value)
    })
}
