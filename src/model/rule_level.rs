//! In: `[rules]` of `site-config.toml` or of a plan. Out: how much the findings of rules weigh there.

use crate::diagnostic::{Level, Spanned};

/// The level of one rule, or of all rules of a family.
#[derive(Clone, Debug)]
pub struct RuleLevel {
    /// Of a rule or a family.
    pub name: Spanned<String>,
    pub level: Setting,
}

/// How much findings weigh, or that they are not wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Level(Level),
    Off,
}
