//! In: the flaws of every text. Out: a finding for marks of an English keyboard in Chinese texts.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "half-width-marks",
    family: Family::Text,
    level: Level::Warning,
    checks: "Chinese texts have Chinese marks: ，：；？！（）。.",
    why: "The national standard for marks (GB/T 15834) asks for them, and marks of both kinds in one text look careless.",
    fixed: None,
    fails: &[("text.zh.md", "加强节水,保护水源(含地下水)。")],
    passes: &[(
        "text.zh.md",
        "加强节水，会议17:30开始，比例为1:1，增长1.5%，见http://example.org/a,b。",
    )],
    run: Run::Walk,
};
