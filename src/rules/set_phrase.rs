//! In: the flaws of every text. Out: a finding for set phrases with a slip.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "set-phrase",
    family: Family::Text,
    level: Level::Warning,
    checks: "Set phrases of plans are written as everybody writes them: 重点实验室, 人民群众, 战略性新兴产业.",
    why: "A character that is missing or wrong in a phrase that everybody knows is seen at once.",
    fixed: None,
    fails: &[("text.zh.md", "满足人民众的需要。")],
    passes: &[("text.zh.md", "满足人民群众的需要，人民众志成城。")],
    run: Run::Walk,
};
