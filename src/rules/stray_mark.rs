//! In: the flaws of every text. Out: a finding for spaces and question marks that do not belong there.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "stray-mark",
    family: Family::Text,
    level: Level::Warning,
    checks: "Chinese has no spaces within a sentence, and a question mark only where something is asked.",
    why: "They are left over when a text is copied; a question mark may stand for a character that was lost.",
    fixed: None,
    fails: &[("text.zh.md", "到 “十三五”末，节水见效。")],
    passes: &[("text.zh.md", "到“十三五”末，节水见效。如何参与？")],
    run: Run::Walk,
};
