//! In: the flaws of every text. Out: a finding for quotation marks and brackets without a partner.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unbalanced-marks",
    family: Family::Text,
    level: Level::Warning,
    checks: "Quotation marks and brackets come in pairs, the right way round, and do not cross.",
    why: "Where one is missing, readers do not know where a name or quotation ends.",
    fixed: None,
    fails: &[("text.zh.md", "借助十三五”时机。")],
    passes: &[("text.zh.md", "借助“十三五”时机（2016—2020年），1）节水，2）治水。")],
    run: Run::Walk,
};
