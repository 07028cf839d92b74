//! In: the flaws of every text. Out: a finding for spaces and signs that come with copied text.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-break-space",
    family: Family::Text,
    level: Level::Warning,
    checks: "There are no no-break spaces, Chinese spaces as indents, soft hyphens or signs without width.",
    why: "They come with text from word processors and web pages, move lines about and hide words from a search.",
    fixed: None,
    fails: &[("text.zh.md", "\u{a0}节水是大事。")],
    passes: &[("text.zh.md", "节水是大事。")],
    run: Run::Walk,
};
