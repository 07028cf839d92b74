//! In: the flaws of every text. Out: a finding for dates with the name of another day of the week.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "weekday",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Where a day of the week stands beside a date, it is that of the date.",
    why: "One of the two is wrong, and whoever goes by the other one comes on the wrong day.",
    fixed: None,
    fails: &[("text.zh.md", "会议于2026年11月16日（星期二）召开。")],
    passes: &[("text.zh.md", "会议于2026年11月16日（星期一）召开。")],
    run: Run::Walk,
};
