//! In: texts whose parts do not fit together. Out: their codes, levels and words.

use super::Level;

/// Parts of a text that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Structure {
    /// A heading whose number does not follow.
    ClauseNumber {
        label: String,
        number: u32,
        numbering: Numbering,
    },
    /// A heading that is more than one level below the one before it; 0 is no heading at all.
    LevelLeftOut {
        from: usize,
        to: usize,
    },
    /// Labels of two kinds under one heading.
    MixedLabels {
        label: String,
        usual: String,
    },
    HeadingWithoutText,
    /// A heading that ends with a mark.
    HeadingMark {
        mark: char,
    },
    /// A line that looks like a heading and is a paragraph.
    HeadingAsText,
    /// One of several points is missing.
    Enumeration(Gap),
    /// A paragraph without an end. `sentence`: in the middle of a sentence. `ends_in`: how an author names the clause, if
    /// the source may break off there.
    CutOff {
        words: String,
        sentence: bool,
        ends_in: Option<String>,
    },
    AnnexMissing {
        name: String,
    },
    AnnexNotAnnounced {
        name: String,
    },
    /// A paragraph or a heading that stands there twice.
    Repeated {
        heading: bool,
    },
    /// A sentence that stands there twice, one right behind the other or in one clause.
    RepeatedSentence {
        beside: bool,
    },
    /// A row of the table of responsibilities with another name than its clause.
    TaskRow {
        number: u32,
        name: String,
        heading: String,
        kind: RowName,
    },
}

/// Which number was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Under the same heading, after `before`.
    Within { before: u32, expected: u32 },
    /// The first one under a heading, in a text whose numbers run through.
    RunsThrough { expected: u32 },
    /// The first one under a heading, in a text whose numbers begin again.
    BeginsAgain,
    /// The first one of all.
    First,
}

/// Which of several points is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing follows the first one.
    After { point: String, missing: String },
    /// Nothing stands before a later one.
    Before { point: String, missing: String },
    /// One is left out between two others.
    Between { point: String, last: String, missing: String },
    /// A number is there twice, or goes back.
    Again { point: String, last: String },
}

/// How the name of a row differs from the heading of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowName {
    /// In a few letters.
    Near,
    /// It is a part of it, and no row has the other part.
    Part,
    /// It has words that the heading does not have.
    Other,
}

impl Structure {
    pub fn code(&self) -> &'static str {
        match self {
            Self::ClauseNumber { .. } | Self::LevelLeftOut { .. } | Self::MixedLabels { .. } => {
                "clause-numbers"
            }
            Self::HeadingWithoutText => "heading-without-text",
            Self::HeadingMark { .. } => "heading-mark",
            Self::HeadingAsText => "heading-as-text",
            Self::Enumeration(_) => "enumeration-broken",
            Self::CutOff { .. } => "cut-off",
            Self::AnnexMissing { .. } | Self::AnnexNotAnnounced { .. } => "annex-announced",
            Self::Repeated { .. } | Self::RepeatedSentence { .. } => "repeated-passage",
            Self::TaskRow { .. } => "task-rows",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::TaskRow { kind: RowName::Part, .. } => Level::Info,
            _ => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::ClauseNumber { label, number, numbering } => numbering.message(label, *number),
            Self::LevelLeftOut { from: 0, to } => {
                format!("the first heading has {} `#`, where `##` is expected", to + 1)
            }
            Self::LevelLeftOut { from, to } => format!(
                "this heading has {} `#`, but the one before it only {}: a level between them is missing",
                to + 1,
                from + 1
            ),
            Self::MixedLabels { label, usual } => format!(
                "the label `{label}` is not of the kind of `{usual}`, which the headings beside it have"
            ),
            Self::HeadingWithoutText => "nothing stands under this heading".into(),
            Self::HeadingMark { mark } => format!("this heading ends with `{mark}`"),
            Self::HeadingAsText => {
                "this line looks like a heading, but it is a paragraph like any other".into()
            }
            Self::Enumeration(gap) => gap.message(),
            Self::CutOff { words, sentence: true, .. } => {
                format!("the paragraph ends in the middle of a sentence: `…{words}`")
            }
            Self::CutOff { words, sentence: false, .. } => {
                format!("the last sentence of the paragraph has no end: `…{words}`")
            }
            Self::AnnexMissing { name } => {
                format!("the text speaks of `{name}`, but there is no such annex")
            }
            Self::AnnexNotAnnounced { name } => {
                format!("the annex `{name}` is there, but the text does not speak of it")
            }
            Self::Repeated { heading: true } => {
                "another heading beside this one has the same words".into()
            }
            Self::Repeated { heading: false } => "the same paragraph is there twice".into(),
            Self::RepeatedSentence { beside: true } => {
                "the same sentence is there twice, one right behind the other".into()
            }
            Self::RepeatedSentence { beside: false } => {
                "the same sentence is there twice in this clause".into()
            }
            Self::TaskRow { number, name, heading, kind: RowName::Near } => format!(
                "task {number} is called `{name}`, but the heading of its clause says `{heading}`"
            ),
            Self::TaskRow { number, name, heading, kind: RowName::Part } => format!(
                "task {number}, `{name}`, is only a part of its clause `{heading}`, and no row has the rest"
            ),
            Self::TaskRow { number, name, heading, kind: RowName::Other } => format!(
                "task {number} is called `{name}`, but no heading is: its clause is called `{heading}`"
            ),
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::ClauseNumber { numbering, .. } => numbering.help(),
            Self::LevelLeftOut { .. } => {
                "headings of the highest level begin with `##`, those below them with `###`, and so on; give it the level that follows, or put in the heading that is missing".into()
            }
            Self::MixedLabels { .. } => {
                "write the labels of one level alike; if this heading belongs to another level, change the number of its `#`".into()
            }
            Self::HeadingWithoutText => {
                "compare with the document and put in what is missing; or take the heading out".into()
            }
            Self::HeadingMark { .. } => "take the mark away".into(),
            Self::HeadingAsText => {
                "if it is a heading, begin the line with `##`, `###` or `####` and a space, and leave an empty line after it".into()
            }
            Self::Enumeration(Gap::Again { .. }) => "compare with the document and correct the numbers".into(),
            Self::Enumeration(_) => {
                "compare with the document: put in what is missing, or correct the count".into()
            }
            Self::CutOff { ends_in, .. } => {
                let mend = "compare with the document: put in what is missing, be it only the mark at the end";
                match ends_in {
                    Some(clause) => format!("{mend}; where the copy itself breaks off here, and you have no other, write `ends-in = \"{clause}\"` under `[source]` in `plan.toml`, and readers are told so"),
                    None => mend.into(),
                }
            }
            Self::AnnexMissing { .. } => {
                "add the annex: as a heading such as `## 附件1：…` at the end of the text, as a file in `files/` with a link to it, or as `targets.toml` or `duties.toml` with the announced title; or correct the number in the text".into()
            }
            Self::AnnexNotAnnounced { .. } => {
                "name it in the text, or in the list under `附件：`; or correct its number".into()
            }
            Self::RepeatedSentence { beside: true } => "take one of the two out".into(),
            Self::Repeated { .. } | Self::RepeatedSentence { .. } => "compare with the document, and take one of the two out".into(),
            Self::TaskRow { kind: RowName::Near, .. } => {
                "compare with the document: one of the two was mistyped".into()
            }
            Self::TaskRow { kind: RowName::Part, .. } => {
                "if the row stands for the whole clause, give it the whole name".into()
            }
            Self::TaskRow { kind: RowName::Other, .. } => {
                "the other rows have the names of their clauses: look whether this one names the right clause, or has lost a word".into()
            }
        }
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::MixedLabels { .. } => "the first of them",
            Self::Repeated { .. } | Self::RepeatedSentence { .. } => "it is here first",
            Self::TaskRow { .. } => "the heading",
            _ => "see here",
        }
    }
}

impl Numbering {
    fn message(self, label: &str, number: u32) -> String {
        match self {
            Self::Within { before, expected } if number > expected => {
                let last = number - 1;
                let missing = if last > expected {
                    format!("numbers {expected} to {last} are missing")
                } else {
                    format!("number {expected} is missing")
                };
                format!(
                    "this heading has number {number} (`{label}`), but number {before} stands before it: {missing}"
                )
            }
            Self::Within { before, .. } => format!(
                "this heading has number {number} (`{label}`), but number {before} stands before it"
            ),
            Self::RunsThrough { expected } => format!(
                "this heading has number {number} (`{label}`); the numbers of this level run through the text, so {expected} is expected"
            ),
            Self::BeginsAgain => format!(
                "this heading has number {number} (`{label}`); the numbers of this level begin again under each heading, so 1 is expected"
            ),
            Self::First => format!(
                "the first heading here has number {number} (`{label}`): number 1 is missing"
            ),
        }
    }

    fn help(self) -> String {
        "compare with the document: put in the heading that is missing, or correct the number"
            .to_owned()
    }
}

impl Gap {
    fn message(&self) -> String {
        match self {
            Self::After { point, missing } => {
                format!("`{point}` is counted here, but no `{missing}` follows")
            }
            Self::Before { point, missing } => {
                format!("`{point}` is counted here, but no `{missing}` stands before it")
            }
            Self::Between { point, last, missing } => {
                format!("`{point}` follows `{last}`: `{missing}` is missing")
            }
            Self::Again { point, last } if point == last => {
                format!("`{point}` is counted twice")
            }
            Self::Again { point, last } => format!("`{point}` follows `{last}`"),
        }
    }
}
