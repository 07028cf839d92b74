//! In: `[consultation]` of `site-config.toml`, and `profile` of a round. Out: the minimum period of consultations,
//! and the days on which offices work.

use crate::language::Languages;
use crate::model::minimum::{Consultations, Custom, Length, Profile, WorkCalendar};

use super::choices::ProfileWord;
use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};

/// The part `[consultation]` of the configuration.
pub fn consultations(table: &Table<'_>) -> Consultations {
    let consultations = Consultations {
        profile: table.optional("profile"),
        outcome_days: table.optional("outcome-days"),
        calendar: WorkCalendar {
            holidays: table.optional("holidays").unwrap_or_default(),
            workdays: table.optional("workdays").unwrap_or_default(),
        },
    };
    table.finish();
    consultations
}

impl FromToml for Profile {
    /// A word, or a table of the author's own.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        if let Some(table) = Table::from_value(value, reader) {
            return custom(&table).map(Self::Custom);
        }
        Some(match ProfileWord::from_toml(value, reader)? {
            ProfileWord::MajorDecision => Self::MajorDecision,
            ProfileWord::Rules => Self::Rules,
            ProfileWord::NormativeDocument => Self::NormativeDocument,
            ProfileWord::None => Self::None,
        })
    }

    fn schema(languages: &Languages) -> Schema {
        ProfileWord::schema(languages).or(Reader::schema(languages, custom))
    }
}

fn custom(table: &Table<'_>) -> Option<Custom> {
    let days = table.required_unless("days", &["working-days"]).map(Length::Days);
    let working = table.optional("working-days").map(Length::WorkingDays);
    let since = table.optional("since");
    let source = table.required("source");
    table.finish();
    Some(Custom { length: days.or(working)?, since, source: source? })
}
