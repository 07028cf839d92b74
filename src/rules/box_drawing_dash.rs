//! In: the flaws of every text. Out: a finding for other signs in place of dashes and dots.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "box-drawing-dash",
    family: Family::Text,
    level: Level::Warning,
    checks: "Dashes are written — and ——, and what is left out ……, not with lines of tables, hyphens or stops.",
    why: "Signs that only look like a dash are read aloud wrongly, break at line ends and are not found by a search.",
    fixed: None,
    fails: &[("text.zh.md", "众创空间─孵化器─加速器。")],
    passes: &[("text.zh.md", "众创空间—孵化器—加速器……")],
    run: Run::Walk,
};
