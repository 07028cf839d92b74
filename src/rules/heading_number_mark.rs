//! In: the flaws of every text. Out: a finding for Arabic numbers of headings with 、.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "heading-number-mark",
    family: Family::Text,
    level: Level::Info,
    checks: "The Arabic number of a heading has a stop behind it: 1. and not 1、.",
    why: "The standard for marks keeps 、 for Chinese numbers; many offices write it all the same.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "## 一、目标\n\n节水。\n\n## 二、任务\n\n### （一）设施\n\n#### 1、修管道\n\n到2028年完成。",
    )],
    passes: &[(
        "text.zh.md",
        "## 一、目标\n\n节水。\n\n## 二、任务\n\n### （一）设施\n\n#### 1.修管道\n\n到2028年完成。",
    )],
    run: Run::Walk,
};
