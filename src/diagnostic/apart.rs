//! In: what stands in another place, order or unit of time in one of two languages. Out: the code, the message and the
//! help of the finding.

use super::translation::Languages;

/// What the two languages of a sentence say with the same figures, and not alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    pub kind: ApartKind,
    /// The words in the authoritative text and in the translation.
    pub source: String,
    pub target: String,
    pub languages: Languages,
    pub source_sentence: String,
    pub target_sentence: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApartKind {
    /// 每年 and `a month`.
    Frequency,
    /// 减少10% and `10% more`.
    Direction,
    /// A figure beside another area.
    Area,
    /// A ratio with its parts in another order.
    Ratio,
    /// 汽油 and `diesel`.
    Opposite,
    /// One area or body in place of another.
    OtherName,
    /// A letter that is not that of the class: B类 and `Tier A`.
    Label,
    /// 的除外, which English does not say.
    Exception,
}

impl Apart {
    pub(super) fn code(&self) -> &'static str {
        match self.kind {
            ApartKind::Frequency => "frequency-parity",
            ApartKind::Direction => "direction-parity",
            ApartKind::Area | ApartKind::Ratio => "order-parity",
            ApartKind::Opposite => "opposite-parity",
            ApartKind::OtherName => "name-swapped",
            ApartKind::Label => "label-parity",
            ApartKind::Exception => "negation-parity",
        }
    }

    pub(super) fn message(&self) -> String {
        let Self { source, target, languages, .. } = self;
        let (original, translation) = (&languages.source, &languages.target);
        match self.kind {
            ApartKind::Frequency
            | ApartKind::Direction
            | ApartKind::Opposite
            | ApartKind::OtherName
            | ApartKind::Label => {
                format!("{translation} says `{target}` where {original} says `{source}`")
            }
            ApartKind::Exception => {
                let Languages { source: ours, target: theirs } = languages;
                format!("`{source}` in {ours} excepts something, but {theirs} excepts nothing here")
            }
            ApartKind::Area => format!(
                "{translation} has `{target}`, but {original} has `{source}`: figures of areas have changed places"
            ),
            ApartKind::Ratio => format!(
                "the ratio `{target}` in {translation} is `{source}` in {original}: its parts are in another order"
            ),
        }
    }

    pub(super) fn help(&self) -> String {
        let Languages { source, target } = &self.languages;
        format!(
            "{source}: {}\n{target}: {}\ncorrect the text that is wrong; if both say the same in other words, acknowledge it in `acknowledged.toml`, as `lantu explain {}` shows",
            self.source_sentence,
            self.target_sentence,
            self.code()
        )
    }
}
