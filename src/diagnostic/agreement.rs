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
    /// A unit of a task is not named in its clause, which names the others.
    Unit { body: String, clause: String },
    /// A task is due before the only day that its clause names.
    Due { due: String, text: String, clause: String },
    /// A cell of a table in the text and the target table.
    Cell { text: String, table: String, year: i16 },
    /// The last target is bounded on the side that is said to be better. `less`: as if less were better.
    BoundAgainst { target: String, less: bool },
    /// The day from which the plan is in force.
    InForce { text: String, ours: String },
    /// A day of a consultation: `key` is the key of the round that gives another one.
    Close { text: String, key: &'static str, ours: String },
    /// A table that the text names and does not have.
    NoTable { words: String },
    /// A clause that the text names and does not have.
    NoClause { words: String },
    /// A link that names one clause and leads to another.
    LinkNamesOther { words: String, address: String },
    /// A clause that is named, or to which a link leads, within itself.
    ToItself { words: String },
}

impl Agreement {
    pub fn code(&self) -> &'static str {
        match self {
            Self::TableTotal { .. } => "table-adds-up",
            Self::Parts { .. } => "target-parts-add-up",
            Self::AboveWhole { .. } => "share-above-whole",
            Self::CountFalls { .. } => "count-falls",
            Self::Lead { .. } => "lead-differs",
            Self::Unit { .. } => "unit-not-in-clause",
            Self::Due { .. } => "due-differs",
            Self::Cell { .. } => "cell-differs",
            Self::BoundAgainst { .. } => "bound-against-direction",
            Self::InForce { .. } => "in-force-differs",
            Self::Close { .. } => "close-differs",
            Self::NoTable { .. } => "no-such-table",
            Self::NoClause { .. } => "no-such-clause",
            Self::LinkNamesOther { .. } | Self::ToItself { .. } => "clause-link",
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
            Self::Unit { body, clause } => {
                format!(
                    "{body} has this task, but clause {clause} names other units and not this one"
                )
            }
            Self::Due { due, text, clause } => {
                format!("the task is due on {due}, but clause {clause} says {text}")
            }
            Self::Cell { text, table, year } => {
                format!("the table in the text says {text}, the target table {table} for {year}")
            }
            Self::BoundAgainst { target, less: true } => {
                format!("the target is {target}, but more is said to be better")
            }
            Self::BoundAgainst { target, less: false } => {
                format!("the target is {target}, but less is said to be better")
            }
            Self::InForce { text, ours } => {
                format!("the text is in force from {text}, `plan.toml` says {ours}")
            }
            Self::Close { text, key, ours } => {
                format!("the notice says {text}, but `{key}` is {ours}")
            }
            Self::NoTable { words } => format!("the text has no table `{words}`"),
            Self::NoClause { words } => format!("the text has no clause `{words}`"),
            Self::LinkNamesOther { words, address } => {
                format!("the link says `{words}`, but leads to clause {address}")
            }
            Self::ToItself { words } => {
                format!("`{words}` is the clause in which these words stand")
            }
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
            Self::Unit { .. } => "correct the note of the clause, or the units of the task",
            Self::Due { .. } => "correct the text, or `due` of the task",
            Self::Cell { .. } => "correct one of the two tables",
            Self::BoundAgainst { less: true, .. } => {
                "write `better = \"less\"`, or correct the bound"
            }
            Self::BoundAgainst { less: false, .. } => {
                "take `better = \"less\"` out, or correct the bound"
            }
            Self::InForce { .. } => "correct the text, or `in-force`",
            Self::Close { .. } => {
                "correct the notice in every language, or the round; where the period was made longer, say so with `updated`"
            }
            Self::NoTable { .. } => "name the table that is meant, or put it in",
            Self::LinkNamesOther { .. } => "correct the words of the link, or its address",
            Self::NoClause { .. } | Self::ToItself { .. } => {
                "numbers of clauses change while a draft is written: name the clause that is meant"
            }
        };
        help.to_owned()
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::CountFalls { .. } => "the figure before",
            Self::Lead { .. } | Self::Due { .. } => "the clause",
            Self::Unit { .. } => "the units of the clause",
            Self::Cell { .. } => "the target table",
            Self::Close { .. } => "the round",
            _ => "see here",
        }
    }
}
