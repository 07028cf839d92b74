//! In: what is wrong with what an author says about rules and their findings. Out: its code, level and words.

use super::Level;

/// A mistake in the levels of rules, or in an acknowledged finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checker {
    /// No rule and no family has this name.
    UnknownRule { name: String, nearest: Option<String> },
    /// A rule whose level nobody may change, and whose findings nobody may acknowledge.
    FixedRule { name: String, why: &'static str },
    /// A finding is acknowledged that there is not.
    NothingAcknowledged { rule: String },
}

impl Checker {
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownRule { .. } => "unknown-rule",
            Self::FixedRule { .. } => "fixed-rule",
            Self::NothingAcknowledged { .. } => "nothing-acknowledged",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::UnknownRule { .. } | Self::FixedRule { .. } => Level::Error,
            Self::NothingAcknowledged { .. } => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::UnknownRule { name, .. } => format!("there is no rule `{name}`"),
            Self::FixedRule { name, .. } => {
                format!("the rule `{name}` cannot be changed, nor its findings acknowledged")
            }
            Self::NothingAcknowledged { rule } => {
                format!("a finding of the rule `{rule}` is acknowledged here, but there is none")
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::UnknownRule { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
            Self::UnknownRule { nearest: None, .. } => "`lantu rules` lists them all".into(),
            Self::FixedRule { why, .. } => (*why).to_owned(),
            Self::NothingAcknowledged { .. } => {
                "take the entry out; or look whether it names the right rule, and the place as the finding showed it".into()
            }
        }
    }

    pub fn related_label(&self) -> &'static str {
        "see here"
    }
}
