//! In: what is wrong with the documents that a plan names as its basis. Out: the code, the message and the help of the
//! finding.

use super::Level;

/// What is wrong with an entry `[[basis]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Plans that lead back to the first of them, each based on the next.
    Circle { plans: Vec<String> },
    /// A clause that is said to name a document, and does not; `None` for the text before the first one.
    NotNamed { title: String, clause: Option<String> },
    /// The text gives a document another number, or the number another title, than `plan.toml`.
    Differs { key: &'static str, text: String, ours: String },
    /// What the plan that is named says itself.
    SaidByPlan { key: &'static str },
}

impl Basis {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Circle { .. } => "circular-basis",
            Self::NotNamed { .. } | Self::Differs { .. } => "basis-named",
            Self::SaidByPlan { .. } => "said-by-plan",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::NotNamed { .. } | Self::Differs { .. } => Level::Warning,
            _ => Level::Error,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Circle { plans } => match &plans[..] {
                [alone] => format!("the plan `{alone}` is based on itself"),
                [first, rest @ ..] => {
                    let steps: Vec<String> =
                        rest.iter().chain([first]).map(|id| format!("`{id}`")).collect();
                    format!(
                        "the basis of `{first}` leads back to it: `{first}` is based on {}",
                        steps.join(", that on ")
                    )
                }
                [] => String::new(),
            },
            Self::NotNamed { title, clause: None } => {
                format!("the text before the first clause does not name `{title}`")
            }
            Self::NotNamed { title, clause: Some(clause) } => {
                format!("clause {clause} does not name `{title}`")
            }
            Self::Differs { key: "document-number", text, ours } => {
                format!("the text gives this document the number {text}, `plan.toml` {ours}")
            }
            Self::Differs { text, ours, .. } => {
                format!("the text calls this document 《{text}》, `plan.toml` 《{ours}》")
            }
            Self::SaidByPlan { key } => format!("`{key}` cannot stand beside `plan`"),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Circle { .. } => {
                "a plan is based on what was there before it: take one of these `[[basis]]` entries out".into()
            }
            Self::NotNamed { .. } => {
                "compare with the text: correct the title, or the number of the clause".into()
            }
            Self::Differs { .. } => {
                "look at the document itself, and correct the text or `plan.toml`".into()
            }
            Self::SaidByPlan { .. } => {
                "take it out: the title, the number and the address of a plan of this site are taken from that plan".into()
            }
        }
    }
}
