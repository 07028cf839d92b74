//! In: what a plan says in two places that do not agree: the cells of a table and its total, a clause and its task. Out:
//! the codes, messages and helps of the findings.

use super::Level;

/// Two places of a plan that do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// A total within a table of the text. `of` is the name of its row or column.
    TableTotal { of: String, sum: String, total: String },
    /// The parts of an indicator, which add up in all other years.
    Parts { year: i16, sum: String, target: String },
    /// A share of more than a hundred per cent, far beyond every other figure of the indicator.
    AboveWhole { value: String, most: String },
    /// A figure that counts from the beginning on is smaller than an earlier one.
    CountFalls { value: String, day: String, before: String, day_before: String },
    /// The clause of a task says who leads, and it is somebody else.
    Lead { body: String, clause: String },
    /// A task is due before the only day that its clause names.
    Due { due: String, text: String, clause: String },
    /// A clause that the text names and does not have.
    NoClause { words: String },
}

impl Agreement {
    pub fn code(&self) -> &'static str {
        match self {
            Self::TableTotal { .. } => "table-adds-up",
            Self::Parts { .. } => "target-parts-add-up",
            Self::AboveWhole { .. } => "share-above-whole",
            Self::CountFalls { .. } => "count-falls",
            Self::Lead { .. } => "lead-differs",
            Self::Due { .. } => "due-differs",
            Self::NoClause { .. } => "no-such-clause",
        }
    }

    pub fn default_level(&self) -> Level {
        Level::Warning
    }

    pub fn message(&self) -> String {
        match self {
            Self::TableTotal { of, sum, total } => {
                format!("the figures of “{of}” add up to {sum}, but the table says {total}")
            }
            Self::Parts { year, sum, target } => format!(
                "the parts of {year} add up to {sum}, but the target is {target}; in all other years they agree"
            ),
            Self::AboveWhole { value, most } => format!(
                "{value}% is more than the whole, and all other figures of the indicator are at most {most}%"
            ),
            Self::CountFalls { value, day, before, day_before } => format!(
                "a figure that counts from the beginning on falls: {before} as of {day_before}, {value} as of {day}"
            ),
            Self::Lead { body, clause } => {
                format!(
                    "clause {clause} says that {body} leads, but it is not the lead unit of the task"
                )
            }
            Self::Due { due, text, clause } => {
                format!("the task is due on {due}, but clause {clause} says {text}")
            }
            Self::NoClause { words } => format!("the text has no clause `{words}`"),
        }
    }

    pub fn help(&self) -> String {
        let help = match self {
            Self::TableTotal { .. } => "check the figures and the total",
            Self::Parts { .. } => "check the parts and the target of this year",
            Self::AboveWhole { .. } => "look whether a decimal point was lost",
            Self::CountFalls { .. } => {
                "check both figures; where each period counts anew, take “cumulative” out of the name"
            }
            Self::Lead { .. } => "correct the text, or `lead` of the task",
            Self::Due { .. } => "correct the text, or `due` of the task",
            Self::NoClause { .. } => {
                "numbers of clauses change while a draft is written: name the clause that is meant"
            }
        };
        help.to_owned()
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::CountFalls { .. } => "the figure before",
            Self::Lead { .. } | Self::Due { .. } => "the clause",
            _ => "see here",
        }
    }
}
