//! In: the flaws of every text. Out: a finding for 防止 and its kind with a negation behind it.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "double-negation",
    family: Family::Text,
    level: Level::Warning,
    checks: "防止, 避免 and 杜绝 stand before what must not happen, not before 不再发生.",
    why: "防止事故不再发生 says that accidents are to go on.",
    fixed: None,
    fails: &[("text.zh.md", "防止类似事故不再发生。")],
    passes: &[("text.zh.md", "防止类似事故再次发生，确保不再发生。")],
    run: Run::Walk,
};
