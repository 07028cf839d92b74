//! In: the flaws of every text. Out: a finding for 发挥 without an object.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "missing-object",
    family: Family::Text,
    level: Level::Warning,
    checks: "充分发挥 is followed by what is brought into play: 作用, 优势, 职能.",
    why: "Without it the sentence is not complete, and a word was lost when it was copied.",
    fixed: None,
    fails: &[("text.zh.md", "充分发挥行业协会，规范市场秩序。")],
    passes: &[("text.zh.md", "充分发挥行业协会的作用，规范市场秩序。")],
    run: Run::Walk,
};
