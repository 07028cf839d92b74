//! In: the flaws of every text. Out: a finding for the dash of ranges.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "range-dash",
    family: Family::Text,
    level: Level::Warning,
    checks: "A range has the dash of its language, the same in the whole text: 3—5家 or 3～5家, 2018–2020 in English.",
    why: "A hyphen may be read as a minus or as part of a code, and two forms in one text look careless.",
    fixed: None,
    fails: &[("text.zh.md", "建设3-5家泵站。")],
    passes: &[(
        "text.zh.md",
        "建设3—5家泵站，电话0316-2012345，2018-04-11发布，符合GB/T 15834-2011。",
    )],
    run: Run::Walk,
};
