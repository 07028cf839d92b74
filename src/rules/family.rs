//! In: nothing. Out: the families of rules, with what they are called.

/// Rules that look at one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Figures,
    Structure,
    Text,
    Publication,
    Responsibilities,
    Consultations,
    Translation,
}

impl Family {
    pub const ALL: [Self; 7] = [
        Self::Figures,
        Self::Structure,
        Self::Text,
        Self::Publication,
        Self::Responsibilities,
        Self::Consultations,
        Self::Translation,
    ];

    /// Its name as a heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Figures => "Figures",
            Self::Structure => "Structure",
            Self::Text => "Text",
            Self::Publication => "Publication",
            Self::Responsibilities => "Responsibilities",
            Self::Consultations => "Consultations",
            Self::Translation => "Translation",
        }
    }

    /// What its rules look at.
    pub fn about(self) -> &'static str {
        match self {
            Self::Figures => "figures, years and dates that agree with each other.",
            Self::Structure => "headings, numbers and lists, and what the text refers to.",
            Self::Text => "words, marks and names as an editor would print them.",
            Self::Publication => "what a page needs before it is published.",
            Self::Responsibilities => "who answers for which task.",
            Self::Consultations => "calls for comments, and what became of the comments.",
            Self::Translation => "the two languages of a plan say the same.",
        }
    }

    /// Its name in `[rules]`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Structure => "structure",
            Self::Text => "text",
            Self::Publication => "publication",
            Self::Responsibilities => "responsibilities",
            Self::Consultations => "consultations",
            Self::Translation => "translation",
        }
    }
}
