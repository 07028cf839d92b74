//! In: how two languages disagree. Out: the code, the message and the help of the finding.

use super::Level;
use super::apart::Apart;
pub use super::missing_words::{NameMissing, NegationLost, SentenceMissing};

/// What is wrong between a text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Translation {
    /// A quantity differs.
    Quantity(Box<QuantityDiffers>),
    /// The blocks of a clause do not match.
    Blocks { reason: BlocksDiffer, language: String, acceptable: Option<String> },
    /// A link that leads elsewhere than the one in the authoritative text: their addresses.
    OtherLink { source: String, target: String, languages: Languages },
    /// A registered name or a term of the glossary that the translation lacks.
    Name(Box<NameMissing>),
    /// A prohibition of one language in whose place the other has no negative word.
    Negation(Box<NegationLost>),
    /// A sentence that one of the two languages has no translation of.
    Sentence(Box<SentenceMissing>),
    /// The same figures beside other areas, in another order or for another time.
    Apart(Box<Apart>),
    /// A difference was accepted that is none.
    NothingToAccept { what: Accepted },
    /// A heading of a pending text whose number belongs to a heading of another level.
    OtherLevel { address: String, language: String },
    /// The text of the first language is said to be still in translation.
    FirstPending { language: String },
    /// A text is said to be still in translation, but is complete.
    NeedlessPending { language: String },
    /// The authoritative text has changed since the translation was confirmed.
    Stale { plan: String, passage: String, source: String, target: String, to: Option<String> },
    /// More clauses are stale than the site allows.
    TooManyStale { count: usize, most: u32, target: String },
    /// A confirmation of what is not there.
    UnusedConfirmation { what: Unused },
    /// What stands in `confirmed.toml` is no fingerprint.
    BadFingerprint { text: String },
}

/// What was confirmed and is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// A clause that one of the two texts lacks.
    Passage(String),
    /// A language into which the site does not translate.
    Language(String),
}

/// Two quantities, or one without a counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityDiffers {
    pub kind: QuantityKind,
    /// In the authoritative text; at least one of the two is there.
    pub source: Option<Quoted>,
    /// In the translation.
    pub target: Option<Quoted>,
    pub languages: Languages,
    pub source_sentence: String,
    pub target_sentence: String,
    pub accept: Accept,
}

/// How quantities differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityKind {
    /// Same value, other bound: 80%以上 and `80%`.
    Bound,
    /// Same value, other unit: 10% and 10‰.
    Unit,
    /// Another value.
    Value,
    /// The same two values the other way round: 由318家增加到600家 and `from 600 to 318`.
    Order,
    /// The translation has none.
    Missing,
    /// The authoritative text has none.
    Extra,
}

/// A quantity as it is written, and as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub text: String,
    pub value: String,
}

/// What messages call the two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages {
    pub source: String,
    pub target: String,
}

/// How the author says that a difference is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accept {
    /// In `translation.toml`, for this clause; `None` for the text before the first one.
    InFile(Option<String>),
    /// By `differs` within the braces of the text.
    InBraces,
    /// By the column `differs` of a spreadsheet.
    InColumn,
}

/// How the blocks of a clause differ; of two numbers, the first is that of the authoritative text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlocksDiffer {
    /// So many blocks in the one text and in the other.
    Count(usize, usize),
    /// A paragraph here, a list or a table there.
    Kind,
    /// So many items or rows.
    Lines(usize, usize),
    /// So many cells in a row.
    Cells(usize, usize),
    /// So many points in a sentence, parted by semicolons.
    Points(usize, usize),
    /// Another chart, table or figure is asked for.
    Directive,
}

/// What was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accepted {
    Value(String),
    Name(String),
    Blocks,
    /// By `differs`.
    Text,
}

impl Translation {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Quantity(one) if one.kind == QuantityKind::Bound => "bound-parity",
            Self::Quantity(_) => "quantity-parity",
            Self::Blocks { .. } => "block-parity",
            Self::OtherLink { .. } => "link-parity",
            Self::Name(_) => "name-parity",
            Self::Negation(_) => "negation-parity",
            Self::Sentence(_) => "sentence-parity",
            Self::Apart(apart) => apart.code(),
            Self::NothingToAccept { .. } => "nothing-to-accept",
            Self::Stale { .. } => "stale-translation",
            Self::TooManyStale { .. } => "too-many-stale",
            Self::UnusedConfirmation { .. } => "unused-confirmation",
            Self::BadFingerprint { .. } => "bad-fingerprint",
            Self::OtherLevel { .. } => "clause-parity",
            Self::FirstPending { .. } => "first-pending",
            Self::NeedlessPending { .. } => "needless-pending",
        }
    }

    pub fn default_level(&self) -> Level {
        match self {
            Self::Quantity(one) if one.kind == QuantityKind::Bound => Level::Warning,
            Self::Quantity(_)
            | Self::Blocks { .. }
            | Self::TooManyStale { .. }
            | Self::BadFingerprint { .. }
            | Self::OtherLevel { .. }
            | Self::FirstPending { .. } => Level::Error,
            Self::OtherLink { .. }
            | Self::Name(_)
            | Self::Negation(_)
            | Self::Sentence(_)
            | Self::Apart(_)
            | Self::NothingToAccept { .. }
            | Self::Stale { .. }
            | Self::NeedlessPending { .. }
            | Self::UnusedConfirmation { .. } => Level::Warning,
        }
    }

    pub fn message(&self) -> String {
        match self {
            Self::Quantity(differs) => differs.message(),
            Self::Blocks { reason, language, .. } => blocks(*reason, language),
            Self::OtherLink { source, target, languages } => format!(
                "the link leads to `{target}` in {}, but to `{source}` in {}",
                languages.target, languages.source
            ),
            Self::Name(missing) => format!(
                "`{}` does not have its registered name in the {} text of this clause",
                missing.name, missing.languages.target
            ),
            Self::Negation(lost) => lost.message(),
            Self::Sentence(missing) => missing.message(),
            Self::Apart(apart) => apart.message(),
            Self::NothingToAccept { what: Accepted::Value(value) } => {
                format!(
                    "`{value}` is accepted as a difference here, but both languages agree about it"
                )
            }
            Self::NothingToAccept { what: Accepted::Name(name) } => {
                format!("`{name}` is accepted as missing in this clause, but it is not missing")
            }
            Self::NothingToAccept { what: Accepted::Blocks } => {
                "other paragraphs are accepted here, but both languages have the same".into()
            }
            Self::NothingToAccept { what: Accepted::Text } => {
                "`differs` accepts other figures here, but both languages have the same".into()
            }
            Self::Stale { source, target, .. } => format!(
                "the {source} text has changed since its {target} translation was confirmed"
            ),
            Self::TooManyStale { count, most, target } => format!(
                "the {target} text of this plan has {count} stale clauses, more than the {most} that the site allows"
            ),
            Self::UnusedConfirmation { what: Unused::Passage(passage) } => {
                format!("the clause `{passage}` is confirmed here, but it is not in both languages")
            }
            Self::UnusedConfirmation { what: Unused::Language(tag) } => {
                format!("translations into `{tag}` are confirmed here, but the site has none")
            }
            Self::BadFingerprint { text } => format!("`{text}` is no fingerprint of a clause"),
            Self::OtherLevel { address, language } => format!(
                "this heading has the number {address}, but clause {address} of the {language} text is of another level"
            ),
            Self::FirstPending { language } => {
                format!("{language} is the first language of the site: its text cannot be late")
            }
            Self::NeedlessPending { language } => {
                format!("the {language} text is said to be pending, but it has every clause")
            }
        }
    }

    pub fn help(&self) -> String {
        match self {
            Self::Quantity(differs) => differs.help(),
            Self::Blocks { acceptable: Some(clause), .. } => format!(
                "give both languages the same paragraphs, lists and tables in the same order; if they must differ, say why in `translation.toml`:\n\n[[accepted]]\nclause = \"{clause}\"\nblocks = true\nreason = \"…\""
            ),
            Self::Blocks { acceptable: None, .. } => {
                "give both languages the same paragraphs, lists and tables in the same order".into()
            }
            Self::OtherLink { .. } => {
                "correct the address that is wrong, and see that the words of the link fit it".into()
            }
            Self::Name(missing) => missing.help(),
            Self::Negation(lost) => lost.help(),
            Self::Sentence(missing) => missing.help(),
            Self::Apart(apart) => apart.help(),
            Self::NothingToAccept { what: Accepted::Text } => "take `differs` out".into(),
            Self::Stale { plan, passage, to, .. } => {
                let to = to.as_ref().map_or_else(String::new, |tag| format!(" --to {tag}"));
                format!("correct the translation, then run `lantu translation confirm {plan} {passage}{to}`")
            }
            Self::TooManyStale { .. } => {
                "correct and confirm their translations; `lantu translation status` lists them".into()
            }
            Self::UnusedConfirmation { .. } => {
                "`lantu translation confirm` takes such lines out when it is used on the plan again".into()
            }
            Self::BadFingerprint { .. } => {
                "take the line out, and confirm the clause again with `lantu translation confirm`".into()
            }
            Self::OtherLevel { .. } => {
                "numbers count from the headings above: translate these first".into()
            }
            Self::FirstPending { .. } => {
                "`pending` names languages into which the text is still being translated".into()
            }
            Self::NeedlessPending { .. } => "take the language out of `pending`".into(),
            Self::NothingToAccept { .. } => {
                "take the entry out, or look whether it names the right clause and the value as the finding showed it".into()
            }
        }
    }

    pub fn related_label(&self) -> &'static str {
        match self {
            Self::Quantity(_)
            | Self::Blocks { .. }
            | Self::OtherLink { .. }
            | Self::Name(_)
            | Self::Negation(_)
            | Self::Sentence(_)
            | Self::Apart(_) => "the same place in the authoritative text",
            Self::OtherLevel { .. } => "the clause with this number",
            Self::Stale { .. } => "the authoritative text",
            Self::TooManyStale { .. } => "the most that the site allows",
            Self::NothingToAccept { .. }
            | Self::UnusedConfirmation { .. }
            | Self::BadFingerprint { .. }
            | Self::FirstPending { .. }
            | Self::NeedlessPending { .. } => "see here",
        }
    }
}

fn blocks(reason: BlocksDiffer, language: &str) -> String {
    match reason {
        BlocksDiffer::Count(ours, theirs) => format!(
            "the {language} text of this clause has {theirs} paragraphs, lists and tables, the authoritative one {ours}"
        ),
        BlocksDiffer::Kind => {
            format!(
                "here the {language} text has another kind of paragraph, list or table than the authoritative one"
            )
        }
        BlocksDiffer::Lines(ours, theirs) => format!(
            "here the {language} text has {theirs} items or rows, the authoritative one {ours}"
        ),
        BlocksDiffer::Cells(ours, theirs) => format!(
            "a row of the {language} table has {theirs} cells, in the authoritative one it has {ours}"
        ),
        BlocksDiffer::Points(ours, theirs) => format!(
            "a sentence of the {language} text lists {theirs} points here, in the authoritative one it lists {ours}"
        ),
        BlocksDiffer::Directive => {
            format!(
                "the {language} text asks for other figures in double braces than the authoritative one"
            )
        }
    }
}

impl QuantityDiffers {
    fn message(&self) -> String {
        let text =
            |one: &Option<Quoted>| one.as_ref().map_or_else(String::new, |one| one.text.clone());
        let (source, target) = (text(&self.source), text(&self.target));
        let Languages { source: original, target: translation } = &self.languages;
        match self.kind {
            QuantityKind::Value => {
                format!("{translation} says `{target}` where {original} says `{source}`")
            }
            QuantityKind::Bound => {
                format!("`{target}` in {translation} is not bounded like `{source}` in {original}")
            }
            QuantityKind::Unit => {
                format!(
                    "`{target}` in {translation} is not in the unit of `{source}` in {original}"
                )
            }
            QuantityKind::Order => {
                format!(
                    "`{target}` in {translation} is `{source}` in {original} the other way round"
                )
            }
            QuantityKind::Missing => {
                format!("`{source}` of the {original} text is missing in {translation}")
            }
            QuantityKind::Extra => {
                format!("`{target}` of the {translation} text does not stand in {original}")
            }
        }
    }

    fn help(&self) -> String {
        let value =
            |one: &Option<Quoted>| one.as_ref().map_or("–", |one| one.value.as_str()).to_owned();
        let Languages { source: original, target: translation } = &self.languages;
        let texts = format!(
            "{original}: {}\n{translation}: {}\nread as {} in {original}, {} in {translation}\n",
            self.source_sentence,
            self.target_sentence,
            value(&self.source),
            value(&self.target),
        );
        let quoted = self.target.as_ref().or(self.source.as_ref());
        let shown = quoted.map_or("", |one| one.text.as_str());
        let accept = match &self.accept {
            Accept::InBraces => {
                "if the difference is meant, add `differs = \"the reason\"` inside the braces"
                    .to_owned()
            }
            Accept::InColumn => {
                "if the difference is meant, give the reason in a column `differs` (in Chinese 差异说明)".to_owned()
            }
            Accept::InFile(clause) => {
                let clause =
                    clause.as_ref().map_or_else(String::new, |one| format!("clause = \"{one}\"\n"));
                format!(
                    "if the difference is meant, say so in `translation.toml` of the plan:\n\n[[accepted]]\n{clause}value = \"{shown}\"\nreason = \"…\""
                )
            }
        };
        format!("{texts}correct the text that is wrong; {accept}")
    }
}
