//! In: what is wrong with a concept of `concepts.toml`. Out: the code, the message and the help of the finding.

use super::Level;

/// What is wrong with a concept or with one of its indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concept {
    /// The unit of an indicator is not that of its concept, here in one language.
    OtherUnit { own: String, concept: String },
    /// `times` where the units are the same.
    SameUnit { unit: String },
    /// `times` that is not above 0.
    BadTimes { text: String },
    /// A part of an indicator for which the plan prints areas only.
    PartWithoutTarget { part: String },
    /// An indicator that stands twice in a concept.
    NamedTwice { plan: String, indicator: String },
    /// So few indicators that none stands beside another.
    NothingBeside { count: usize },
}

impl Concept {
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherUnit { .. } => "other-unit",
            Self::SameUnit { .. } => "same-unit",
            Self::BadTimes { .. } => "bad-number",
            Self::PartWithoutTarget { .. } => "part-without-target",
            Self::NamedTwice { .. } => "indicator-named-twice",
            Self::NothingBeside { .. } => "nothing-beside",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::NothingBeside { .. } => Level::Warning,
            _ => Level::Error,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::OtherUnit { own, concept } => {
                format!("the unit of this indicator is “{own}”, that of the concept “{concept}”")
            }
            Self::SameUnit { unit } => {
                format!("`times` is given, but both units are “{unit}”")
            }
            Self::BadTimes { text } => format!("one unit cannot be {text} of another"),
            Self::PartWithoutTarget { part } => {
                format!("the part `{part}` has areas, but no target of its own")
            }
            Self::NamedTwice { plan, indicator } => {
                format!("the concept names `{indicator}` of the plan `{plan}` twice")
            }
            Self::NothingBeside { count: 0 } => "the concept names no indicator".into(),
            Self::NothingBeside { count: 1 } => {
                "the concept names one indicator, and nothing stands beside it".into()
            }
            Self::NothingBeside { .. } => {
                "the concept names one level and one yearly flow, which are never put beside each other".into()
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::OtherUnit { own, concept } => format!(
                "write `times = \"…\"`: so many {concept} are one {own}; \"1\" where only the word is another one"
            ),
            Self::SameUnit { .. } => "take `times` out".into(),
            Self::BadTimes { .. } => "write a number above 0, such as `times = \"10000\"`".into(),
            Self::PartWithoutTarget { .. } => {
                "take `part` out, or take this indicator out of the concept; where the document does print a figure for the part, write its `target` in `targets.toml`".into()
            }
            Self::NamedTwice { .. } => "take one of the two out".into(),
            Self::NothingBeside { .. } => {
                "add a `[[concept.indicator]]` of another plan, or take the concept out until there is one".into()
            }
        }
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::NamedTwice { .. } => "it is here first",
            _ => "the unit of the concept",
        }
    }
}
