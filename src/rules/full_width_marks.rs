//! In: the flaws of every text. Out: a finding for Chinese marks in English texts.

use crate::diagnostic::{Diagnostics, Level};

use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "full-width-marks",
    family: Family::Text,
    level: Level::Warning,
    checks: "English texts have the marks of an English keyboard, and no Chinese quotation marks.",
    why: "Chinese marks leave gaps in an English line and are read aloud wrongly.",
    fixed: None,
    fails: &[("text.en.md", "Pipes，pumps and meters are repaired.")],
    passes: &[("text.en.md", "Pipes, pumps and meters (节水，治水) are repaired.")],
    run: Some(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    case.wording.report(RULE.name, found);
}
