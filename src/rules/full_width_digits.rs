//! In: the flaws of every text. Out: a finding for letters and digits in full width.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "full-width-digits",
    family: Family::Text,
    level: Level::Warning,
    checks: "Digits and Latin letters are those of an English keyboard.",
    why: "Numbers in full width are not found by a search and are not read as numbers by programs.",
    fixed: None,
    fails: &[("text.zh.md", "面向２０３０年。")],
    passes: &[("text.zh.md", "面向2030年。")],
    run: Run::Walk,
};
