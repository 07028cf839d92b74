//! In: the flaws of every text. Out: a finding for marks and small words that stand twice.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "doubled-mark",
    family: Family::Text,
    level: Level::Warning,
    checks: "No mark and no small word stands twice side by side.",
    why: "They are left over when a sentence was changed, and show that nobody read it again.",
    fixed: None,
    fails: &[("text.zh.md", "加强节水，，保护水源。")],
    passes: &[("text.zh.md", "加强节水，目的的实现要靠大家。")],
    run: Run::Walk,
};
