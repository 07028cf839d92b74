//! In: what is larger than lantu takes. Out: its codes and words.

/// A limit of `model/limits.rs` that is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A file that is read.
    Text {
        bytes: u64,
        most: u64,
    },
    /// A file that is published as it is.
    Attachment {
        bytes: u64,
        most: u64,
    },
    Clauses {
        most: usize,
    },
    Languages {
        most: usize,
    },
    /// Lists, quotations or tags within one another.
    Depth {
        most: usize,
    },
    /// Parts of an interface word within one another.
    WordDepth {
        most: usize,
    },
    /// Lists or tables of a TOML file within one another.
    TomlDepth {
        most: usize,
    },
    /// An id, or the name of a folder that is one.
    Id {
        most: usize,
    },
}

impl Limit {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Text { .. } | Self::Attachment { .. } => "too-large",
            Self::Clauses { .. } | Self::Languages { .. } => "too-many",
            Self::Depth { .. } | Self::WordDepth { .. } | Self::TomlDepth { .. } => "too-deep",
            Self::Id { .. } => "too-long",
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Text { bytes, most } => {
                format!("the file has {}, and lantu reads up to {}", size(*bytes), size(*most))
            }
            Self::Attachment { bytes, most } => {
                format!("the file has {}, and lantu publishes up to {}", size(*bytes), size(*most))
            }
            Self::Clauses { most } => {
                format!("the text has more than {most} clauses; here the next one begins")
            }
            Self::Languages { most } => format!("there are more than {most} languages"),
            Self::Depth { most } => {
                format!(
                    "here more than {most} lists, quotations or HTML tags stand within each other"
                )
            }
            Self::WordDepth { most } => format!("here more than {most} brackets are open"),
            Self::TomlDepth { most } => {
                format!("here more than {most} lists or tables stand within each other")
            }
            Self::Id { most } => format!("this id has more than {most} characters"),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Text { .. } => {
                "look whether this is the right file; a longer text is better published as two plans, and a longer table as a file below `files/`".into()
            }
            Self::Attachment { .. } => {
                "publish it in parts, or elsewhere, and link to it there".into()
            }
            Self::Clauses { .. } => {
                "look whether lines begin with `#` that are no headings; a longer text is better published as two plans".into()
            }
            Self::Languages { .. } => "publish the site twice, each time in some of them".into(),
            Self::Depth { .. } => {
                "close the tags that are open, such as `<div>` by `</div>`; take away `>` and blanks at the beginning of lines".into()
            }
            Self::TomlDepth { .. } | Self::WordDepth { .. } => "look for brackets that are never closed".into(),
            Self::Id { .. } => "take a shorter one, such as `water-plan-2025`".into(),
        }
    }
}

/// A size as file managers show it, rounded up: what is too large never looks as if it were not.
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        tenth => format!("{}.{tenth} MB", tenths / 10),
    }
}
