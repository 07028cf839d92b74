//! In: the flaws of every text. Out: a finding for lists that go on behind 等.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "list-after-etc",
    family: Family::Text,
    level: Level::Warning,
    checks: "A list ends with 等 and does not go on with 及, 和 or 与.",
    why: "等 says that the list is closed; what follows seems to belong to nothing.",
    fixed: None,
    fails: &[("text.zh.md", "组织展览、科普讲座等及系列活动。")],
    passes: &[("text.zh.md", "组织展览、科普讲座等系列活动，促进自由、平等和公正。")],
    run: Run::Walk,
};
