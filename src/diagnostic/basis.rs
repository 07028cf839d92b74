//! In: what is wrong with the documents that a plan names as its basis. Out: the code, the message and the help of the
//! finding.

/// What is wrong with an entry `[[basis]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Plans that lead back to the first of them, each based on the next.
    Circle { plans: Vec<String> },
    /// What the plan that is named says itself.
    SaidByPlan { key: &'static str },
}

impl Basis {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Circle { .. } => "circular-basis",
            Self::SaidByPlan { .. } => "said-by-plan",
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
            Self::SaidByPlan { key } => format!("`{key}` cannot stand beside `plan`"),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Circle { .. } => {
                "a plan is based on what was there before it: take one of these `[[basis]]` entries out".into()
            }
            Self::SaidByPlan { .. } => {
                "take it out: the title, the number and the address of a plan of this site are taken from that plan".into()
            }
        }
    }
}
