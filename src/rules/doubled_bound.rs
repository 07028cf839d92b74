//! In: the flaws of every text. Out: a finding for numbers with two bounds.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "doubled-bound",
    family: Family::Text,
    level: Level::Warning,
    checks: "A number has one bound: 至少 before it or 以上 behind it, not both.",
    why: "Two bounds say the same twice, and readers wonder which of them was meant.",
    fixed: None,
    fails: &[("text.zh.md", "每年至少安排2000万元以上。")],
    passes: &[("text.zh.md", "每年安排2000万元以上，至少引进1家市级以上平台。")],
    run: Run::Walk,
};
