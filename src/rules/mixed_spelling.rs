//! In: the flaws of every text. Out: a finding for British spellings in an American text, and the other way round.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "mixed-spelling",
    family: Family::Text,
    level: Level::Warning,
    checks: "An English text has British or American spelling, and writes -ise or -ize, but not both.",
    why: "Two ways of spelling in one text look as if nobody had read it as a whole.",
    fixed: None,
    fails: &[("text.en.md", "A centre for labour of 300 square meters.")],
    passes: &[(
        "text.en.md",
        "A centre for labour of 300 square metres, named the Program Center, with 20 water meters.",
    )],
    run: Run::Walk,
};
