//! In: the flaws of every text. Out: a finding for quotation marks and brackets without a partner.

use crate::diagnostic::{Diagnostics, Level};

use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "unbalanced-marks",
    family: Family::Text,
    level: Level::Warning,
    checks: "Quotation marks and brackets come in pairs, the right way round, and do not cross.",
    why: "Where one is missing, readers do not know where a name or quotation ends.",
    fixed: None,
    fails: &[("text.zh.md", "借助十三五”时机。")],
    passes: &[("text.zh.md", "借助“十三五”时机（2016—2020年），1）节水，2）治水。")],
    run: Some(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    case.wording.report(RULE.name, found);
}
