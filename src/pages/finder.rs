//! In: nothing. Out: the lists with which readers narrow a table down, as the component `finder` prints them.

use serde::Serialize;

/// A list of what rows can be narrowed down to.
#[derive(Serialize)]
pub struct Filter {
    /// Its name in the address of the page.
    pub name: &'static str,
    pub label: String,
    /// What stands for no choice.
    pub all: String,
    pub options: Vec<FilterOption>,
}

#[derive(Serialize)]
pub struct FilterOption {
    pub id: String,
    pub name: String,
    /// By which ids rows name it, too; `None` in a list where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<String>,
}

/// None where there is nothing to choose from.
pub fn filter(
    name: &'static str,
    label: String,
    all: String,
    options: Vec<FilterOption>,
) -> Option<Filter> {
    (!options.is_empty()).then_some(Filter { name, label, all, options })
}
