//! In: the flaws of every text. Out: a finding for marks of Markdown that readers see.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "emphasis-mark",
    family: Family::Text,
    level: Level::Warning,
    checks: "Stars, underscores and backticks of Markdown do not show in the published text.",
    why: "They show where a pair is not complete, or where a space keeps it from working.",
    fixed: None,
    fails: &[("text.zh.md", "这是** 重点内容。")],
    passes: &[("text.zh.md", "这是**重点**内容，面积为3*5米。")],
    run: Run::Walk,
};
