//! In: the concepts of the site. Out: a finding for each that puts nothing beside each other.

use crate::diagnostic::concept::Concept as Fault;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::indicator::Measure;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "nothing-beside",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A concept of `concepts.toml` has at least two indicators that stand beside each other: two levels, or two yearly flows.",
    why: "Its page is to show what several plans promise; with one indicator it only repeats the page of that indicator.",
    fixed: None,
    fails: &[(
        "concepts.toml",
        r#"[[concept]]
id         = "pipes"
name       = { zh = "修复管道", en = "Pipes repaired" }
unit       = { zh = "公里", en = "km" }
comparable = { zh = "都按长度计算。", en = "All are counted by length." }
limits     = { zh = "年份不同。", en = "The years differ." }

[[concept.indicator]]
plan      = "water"
indicator = "pipes""#,
    )],
    passes: &[
        (
            "targets.toml",
            r#"[[indicator]]

[[indicator]]
id     = "old-pipes"
name   = { zh = "修复旧管道", en = "Old pipes repaired" }
unit   = { zh = "公里", en = "km" }
total  = "none"
target = { 2028 = 20 }"#,
        ),
        (
            "concepts.toml",
            r#"[[concept]]
id         = "pipes"
name       = { zh = "修复管道", en = "Pipes repaired" }
unit       = { zh = "公里", en = "km" }
comparable = { zh = "都按长度计算。", en = "All are counted by length." }
limits     = { zh = "年份不同。", en = "The years differ." }

[[concept.indicator]]
plan      = "water"
indicator = "pipes"

[[concept.indicator]]
plan      = "water"
indicator = "old-pipes""#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for concept in case.site.concepts.iter().filter(|concept| concept.complete) {
        let of = |measure| concept.of(case.site, measure).count();
        if of(Measure::Level).max(of(Measure::YearlyFlow)) < 2 {
            let problem = Fault::NothingBeside { count: concept.indicators.len() };
            found.report(Problem::Concept(problem), concept.span);
        }
    }
}
