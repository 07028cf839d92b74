//! In: the flaws of every text. Out: a finding for commas in lists with 、.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "comma-in-list",
    family: Family::Text,
    level: Level::Warning,
    checks: "A list goes on with 、 where it began with 、.",
    why: "A comma in the middle of a list makes two sentences of it, and readers no longer see what belongs together.",
    fixed: None,
    fails: &[("text.zh.md", "成立领导小组，局长为组长、副局长为副组长，各科科长为成员。")],
    passes: &[("text.zh.md", "成立领导小组，局长为组长、副局长为副组长、各科科长为成员。")],
    run: Run::Walk,
};
