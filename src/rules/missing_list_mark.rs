//! In: the flaws of every text. Out: a finding for 市委市政府 without 、.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "missing-list-mark",
    family: Family::Text,
    level: Level::Warning,
    checks: "Two bodies side by side are divided by 、: 市委、市政府.",
    why: "Without it, two bodies look like one.",
    fixed: None,
    fails: &[("text.zh.md", "落实市委市政府部署。")],
    passes: &[("text.zh.md", "落实市委、市政府部署。")],
    run: Run::Walk,
};
