//! In: the flaws of every text. Out: a finding for straight quotation marks and apostrophes among curly ones, and the other way round.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "mixed-quotes",
    family: Family::Text,
    level: Level::Warning,
    checks: "An English text has curly quotation marks and apostrophes, or straight ones, but not both.",
    why: "Marks of two kinds in one text show where something was pasted.",
    fixed: None,
    fails: &[("text.en.md", "The “water day” and the \"river day\".")],
    passes: &[("text.en.md", "The “water day” and the “river day” of the city’s schools.")],
    run: Run::Walk,
};
