//! In: the flaws of every text. Out: a finding for days such as “3.15” with a full stop.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "day-with-stop",
    family: Family::Text,
    level: Level::Warning,
    checks: "A day in quotation marks has a dot in the middle: “3·15”.",
    why: "With a full stop it is the number 3.15; the standard for marks asks for the dot in the middle.",
    fixed: None,
    fails: &[("text.zh.md", "借助“3.15”开展宣传。")],
    passes: &[("text.zh.md", "借助“3·15”开展宣传，发展“2.5”产业。")],
    run: Run::Walk,
};
