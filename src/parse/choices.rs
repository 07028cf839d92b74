//! In: single TOML values. Out: the words of fixed lists, such as kinds and methods; a word that is not in its
//! list is reported with the nearest one.

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Level, Problem};
use crate::language::Languages;
use crate::model::area::AreaKind;
use crate::model::award::{AwardKind, AwardLevel};
use crate::model::consultation::{Adoption, ChannelKind};
use crate::model::indicator::{Direction, Interval, Measure, Method, TotalRule};
use crate::model::organisation::OrganisationKind;
use crate::model::plan::Status;
use crate::model::rule_level::Setting;

use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Value};

/// A type whose values are words of a fixed list.
pub trait Choice: Sized + Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! choice {
    ($type:ty: $($word:literal => $value:expr),+ $(,)?) => {
        impl Choice for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),+];
        }
        impl FromToml for $type {
            fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
                choose(value, reader)
            }

            fn schema(_: &Languages) -> Schema {
                Schema::word(Self::WORDS.iter().map(|(word, _)| *word))
            }
        }
    };
}

fn choose<T: Choice>(value: &Value<'_>, reader: &Reader<'_>) -> Option<T> {
    let word = String::from_toml(value, reader)?;
    match choose_word(&word) {
        Ok(value) => Some(value),
        Err(problem) => {
            reader.report(problem, reader.span(value));
            None
        }
    }
}

/// The value that a word stands for.
pub fn choose_word<T: Choice>(word: &str) -> Result<T, Problem> {
    if let Some((_, value)) = T::WORDS.iter().find(|(known, _)| *known == word) {
        return Ok(*value);
    }
    let known: Vec<&'static str> = T::WORDS.iter().map(|(known, _)| *known).collect();
    let nearest = nearest(word, known.iter().copied());
    Err(Problem::UnknownWord { word: word.to_owned(), nearest, known })
}

choice!(Status:
    "draft" => Self::Draft,
    "in-force" => Self::InForce,
    "ended" => Self::Ended,
    "superseded" => Self::Superseded,
    "unknown" => Self::Unknown,
);

choice!(Setting:
    "error" => Self::Level(Level::Error),
    "warning" => Self::Level(Level::Warning),
    "info" => Self::Level(Level::Info),
    "off" => Self::Off,
);

choice!(TotalRule: "sum" => Self::Sum, "none" => Self::None);

choice!(Direction: "more" => Self::MoreIsBetter, "less" => Self::LessIsBetter);

choice!(Measure: "level" => Self::Level, "yearly-flow" => Self::YearlyFlow);

choice!(Method:
    "yearly-milestone" => Self::YearlyMilestone,
    "time-proportional" => Self::TimeProportional,
    "growth-rate" => Self::GrowthRate,
);

choice!(Interval:
    "month" => Self::Month,
    "quarter" => Self::Quarter,
    "half-year" => Self::HalfYear,
    "year" => Self::Year,
);

choice!(OrganisationKind:
    "party" => Self::Party,
    "government" => Self::Government,
    "department" => Self::Department,
    "committee" => Self::Committee,
    "leading-group" => Self::LeadingGroup,
    "institution" => Self::Institution,
    "enterprise" => Self::Enterprise,
    "group" => Self::Group,
);

choice!(AreaKind:
    "province" => Self::Province,
    "city" => Self::City,
    "county-level-city" => Self::CountyLevelCity,
    "county" => Self::County,
    "autonomous-county" => Self::AutonomousCounty,
    "district" => Self::District,
    "development-zone" => Self::DevelopmentZone,
);

choice!(AwardKind:
    "award" => Self::Award,
    "subsidy" => Self::Subsidy,
    "matching" => Self::Matching,
    "support" => Self::Support,
);

choice!(AwardLevel:
    "national" => Self::National,
    "provincial" => Self::Provincial,
    "municipal" => Self::Municipal,
    "county" => Self::County,
);

choice!(ChannelKind:
    "email" => Self::Email,
    "post" => Self::Post,
    "telephone" => Self::Telephone,
    "form" => Self::Form,
    "in-person" => Self::InPerson,
);

choice!(Adoption:
    "adopted" => Self::Adopted,
    "partly-adopted" => Self::PartlyAdopted,
    "explained" => Self::Explained,
    "not-adopted" => Self::NotAdopted,
);

/// The minimum period of consultations, as the author names it.
#[derive(Clone, Copy, Debug)]
pub enum ProfileWord {
    MajorDecision,
    Rules,
    NormativeDocument,
    None,
}

choice!(ProfileWord:
    "major-decision" => Self::MajorDecision,
    "rules" => Self::Rules,
    "normative-document" => Self::NormativeDocument,
    "none" => Self::None,
);

/// What a channel is for, as the author names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Comments,
    Information,
}

choice!(Purpose: "comments" => Self::Comments, "information" => Self::Information);
