//! In: what is invented and not marked as such. Out: its words.

/// Something of an invented place that may be taken for real.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Demonstration {
    /// `key`, `title` or `short`, does not say that the plan is invented.
    Title { key: &'static str, language: String },
    /// One of its plans names a body that is not marked as invented.
    Body { name: String },
    /// One of its plans is set beside real ones.
    Compared { plan: String },
}

impl Demonstration {
    pub fn message(&self) -> String {
        match self {
            Self::Title { key, language } => {
                format!("the {language} `{key}` does not say that this plan is a demonstration")
            }
            Self::Body { name } => {
                format!("a demonstration plan names `{name}`, which is not marked as invented")
            }
            Self::Compared { plan } => {
                format!("`{plan}` is a demonstration, but is compared with real plans here")
            }
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            Self::Title { .. } => {
                "titles go into feeds, tables and search results without the rest of the page: add （演示）, in English (demonstration). If the plan is real, take `demonstration = true` out of `content/areas.toml`"
            }
            Self::Body { .. } => {
                "write the invented place as its `area`; its page then says that it is invented"
            }
            Self::Compared { .. } => {
                "take it out, or compare demonstrations only with each other, under a name that says so"
            }
        }
    }
}
