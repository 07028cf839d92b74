//! In: the flaws of every text. Out: a finding for days such as 6月31日 that no calendar has.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "impossible-day",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A day is in the calendar: June has 30 days.",
    why: "Nobody knows whether the last day of the month or the first of the next one is meant, and somebody will miss the deadline.",
    fixed: None,
    fails: &[("text.zh.md", "2027年6月31日前完成。")],
    passes: &[("text.zh.md", "2027年6月30日前完成，2028年2月29日前验收。")],
    run: Run::Walk,
};
