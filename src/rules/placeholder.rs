//! In: the flaws of every text. Out: a finding for placeholders that are still in the text.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "placeholder",
    family: Family::Text,
    level: Level::Warning,
    checks: "Nothing stands for what was still to be written: XX, ××, 某某, ____, （待定）, TODO.",
    why: "Readers see that the text is not finished, or that names were taken out of it.",
    fixed: None,
    fails: &[("text.zh.md", "由XX区负责。")],
    passes: &[("text.zh.md", "由北县负责，面积为3×5米。")],
    run: Run::Walk,
};
