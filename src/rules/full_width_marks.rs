//! In: the flaws of every text. Out: a finding for Chinese marks in English texts.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "full-width-marks",
    family: Family::Text,
    level: Level::Warning,
    checks: "English texts have the marks of an English keyboard, and no Chinese quotation marks.",
    why: "Chinese marks leave gaps in an English line and are read aloud wrongly.",
    fixed: None,
    fails: &[("text.en.md", "Pipes，pumps and meters are repaired.")],
    passes: &[("text.en.md", "Pipes, pumps and meters (节水，治水) are repaired.")],
    run: Run::Walk,
};
