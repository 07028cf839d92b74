//! In: the flaws of every text. Out: a finding for two words of an English text that never stand so.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "english-grammar",
    family: Family::Text,
    level: Level::Warning,
    checks: "Behind will, shall, must, should, may and can stands no participle, a and an stand before the right sound, a subject in the plural has no verb in the singular, and no preposition is lost (in accordance the plan).",
    why: "Where a small word is lost, readers must guess who does what.",
    fixed: None,
    fails: &[("text.en.md", "The works will completed by June.")],
    passes: &[(
        "text.en.md",
        "The works will be completed by June, after an hour and a one-day break.",
    )],
    run: Run::Walk,
};
