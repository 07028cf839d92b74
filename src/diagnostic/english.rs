//! In: words and marks of an English text that an editor would correct. Out: their codes and words.

/// Words and marks of an English text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum English {
    /// `sure`: no other word can be meant.
    Misspelled { written: String, right: String, sure: bool },
    /// A word that the rest of the text would spell otherwise; `usual` is how: British, American, -ise or -ize.
    OtherSpelling { written: String, right: String, usual: &'static str },
    /// Two words of which the first wants another form of the second: `will provided`, `a increase`.
    WrongForm { written: String, right: String },
    /// Straight quotation marks or apostrophes among curly ones, or curly ones among straight ones.
    Marks { marks: usize, apostrophes: bool, straight: bool },
}

impl English {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Misspelled { .. } => "english-spelling",
            Self::OtherSpelling { .. } => "mixed-spelling",
            Self::WrongForm { .. } => "english-grammar",
            Self::Marks { .. } => "mixed-quotes",
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Misspelled { written, .. } => format!("`{written}` is misspelled"),
            Self::WrongForm { written, .. } => format!("`{written}` is no English"),
            Self::OtherSpelling { written, usual: usual @ ("British" | "American"), .. } => {
                format!("`{written}` in a text that mostly has {usual} spelling")
            }
            Self::OtherSpelling { written, usual, .. } => {
                format!("`{written}` in a text that mostly writes {usual} in such words")
            }
            Self::Marks { marks, apostrophes, straight } => {
                let (form, other) =
                    if *straight { ("straight", "curly") } else { ("curly", "straight") };
                let mark = if *apostrophes { "apostrophe" } else { "quotation mark" };
                let several = if *marks == 1 { "" } else { "s" };
                format!("{marks} {form} {mark}{several}; elsewhere this text has {other} ones")
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Misspelled { right, sure: true, .. } => format!("write `{right}`"),
            Self::Misspelled { right, sure: false, .. } => {
                format!("write `{right}`, unless another word is meant")
            }
            Self::WrongForm { right, .. } => format!("write `{right}`, if this is meant"),
            Self::OtherSpelling { right, .. } => {
                format!("write `{right}`, or spell the whole text in the other way")
            }
            Self::Marks { apostrophes: true, straight: true, .. } => "write ’".into(),
            Self::Marks { apostrophes: true, .. } => "write ', or ’ in the whole text".into(),
            Self::Marks { straight: true, .. } => "write “ and ”".into(),
            Self::Marks { .. } => "write \", or “ and ” in the whole text".into(),
        }
    }
}
