//! In: the flaws of every text. Out: a finding for misspelled words of English texts.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "english-spelling",
    family: Family::Text,
    level: Level::Warning,
    checks: "English texts have none of some 70,000 known misspellings, and no long word that is unknown and one slip of the hand (a letter lost, doubled or in the wrong place) away from a known one.",
    why: "A misspelled word makes readers doubt the rest of the translation.",
    fixed: None,
    fails: &[("text.en.md", "Pipes are kept in good order by regular maintainance.")],
    passes: &[("text.en.md", "Pipes are kept in good order by regular maintenance.")],
    run: Run::Walk,
};
