//! In: single TOML values. Out: the small types of the model: texts in every language, ids, quantities.

use crate::diagnostic::safety::{NameRefused, Safety};
use crate::diagnostic::{Problem, Spanned};
use crate::language::{Languages, Text, no_text};
use crate::model::indicator::ByYear;
use crate::model::limits::problem_of_id;
use crate::model::quantity::{Quantity, QuantityError};
use crate::model::register::{Alias, Id};
use crate::model::rule_level::{RuleLevel, Setting};

use super::dates::parse_year;
use super::parity;
use super::toml::schema::Schema;
use super::toml::{FromToml, Kind, Reader, Table, Value};
use super::wording::Role;

impl FromToml for String {
    /// Texts may not be empty: an empty text on a page is always a mistake.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.value() {
            Kind::String(text) if text.trim().is_empty() => {
                reader.report(Problem::EmptyText, reader.span(value));
                None
            }
            Kind::String(text) => {
                // TOML itself refuses them unless they are written as `\u0001`, which is longer; others are reported when
                // the file is read.
                let escaped = value.span().range().len() > text.len() + "\"\"".len();
                let hidden = escaped.then(|| no_text(text).next()).flatten();
                if let Some((_, c)) = hidden {
                    reader.report(Problem::Safety(Safety::hidden(c)), reader.span(value));
                }
                Some(text.to_string())
            }
            _ => {
                reader.wrong_type("a text in quotation marks", value);
                None
            }
        }
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}

impl FromToml for u32 {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        const EXPECTED: &str = "a whole number";
        let wrong = |found: &'static str| {
            let problem = Problem::WrongType { expected: EXPECTED, found };
            reader.report(problem, reader.span(value));
            None
        };
        match value.value() {
            Kind::Integer(_) => {
                let digits = reader.number(value);
                let found = if digits.starts_with('-') { "one below 0" } else { "too large" };
                digits.parse().ok().or_else(|| wrong(found))
            }
            Kind::Float(_) => wrong("one with decimals"),
            _ => {
                reader.wrong_type(EXPECTED, value);
                None
            }
        }
    }

    fn schema(_: &Languages) -> Schema {
        Schema::integer(0, u32::MAX.into())
    }
}

impl FromToml for bool {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        if let Some(yes) = value.as_bool() {
            return Some(yes);
        }
        reader.wrong_type("true or false", value);
        None
    }

    fn schema(_: &Languages) -> Schema {
        Schema::truth()
    }
}

/// The table `[rules]`: the names of rules and families, and how much their findings weigh.
pub fn rule_levels(table: &Table<'_>) -> Vec<RuleLevel> {
    let levels = table.table("rules", |rules| rules.pairs::<Setting>());
    levels.into_iter().flatten().map(|(name, level)| RuleLevel { name, level }).collect()
}

/// A value for each language of the site, in their order.
pub struct ByLanguage<T>(pub Vec<T>);

impl<T: FromToml> FromToml for ByLanguage<T> {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        by_language(value, reader, &[]).map(Self)
    }

    fn schema(languages: &Languages) -> Schema {
        Reader::schema(languages, |table| in_languages::<T>(table, &[]))
    }
}

/// A value for each language of the site, in their order. `other` are keys that may stand beside them.
pub fn by_language<T: FromToml>(
    value: &Value<'_>,
    reader: &Reader<'_>,
    other: &[&str],
) -> Option<Vec<T>> {
    let table = Table::from_value(value, reader);
    if table.is_none() {
        reader.wrong_type("a text in each language", value);
    }
    in_languages(&table?, other)
}

/// The same of a table that has been opened.
pub fn in_languages<T: FromToml>(table: &Table<'_>, other: &[&str]) -> Option<Vec<T>> {
    table.expects_languages::<T>(other);
    let reader = table.reader();
    for (key, _) in table.entries().filter(|(key, _)| !other.contains(&key.value)) {
        if reader.languages.find(key.value).is_none() {
            let language = key.value.to_owned();
            reader.report_once(Problem::UnknownLanguage { language }, key.span);
        }
    }
    let text = |lang| match table.get(reader.languages.tag(lang)) {
        Some(text) => T::from_toml(text, reader),
        None => {
            let language = reader.languages.name(lang);
            let tag = reader.languages.tag(lang).to_owned();
            reader.report(Problem::MissingLanguage { language, tag }, table.span);
            None
        }
    };
    // Every language is read, so that what is wrong in any of them is reported.
    let languages = reader.languages.iter().count();
    let mut texts = Vec::with_capacity(languages);
    texts.extend(reader.languages.iter().filter_map(text));
    (texts.len() == languages).then_some(texts)
}

impl FromToml for Text {
    /// Readers see it, so its marks and words are looked at, too.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        text(value, reader, |texts| reader.printed(texts, Role::Text))
    }

    fn schema(languages: &Languages) -> Schema {
        Reader::schema(languages, |table| in_languages::<String>(table, &[parity::DIFFERS]))
    }
}

/// What an editor says beside something. What it quotes is as it was issued, with its slips.
pub struct Note(pub Text);

impl FromToml for Note {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        text(value, reader, |texts| reader.printed(texts, Role::Note)).map(Self)
    }

    fn schema(languages: &Languages) -> Schema {
        Text::schema(languages)
    }
}

/// Why a finding is true of the source: it tells of the slip, with or without quotation marks.
pub struct Reason(pub Text);

impl FromToml for Reason {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        text(value, reader, |_| ()).map(Self)
    }

    fn schema(languages: &Languages) -> Schema {
        Text::schema(languages)
    }
}

/// In what the figures of a table are given: one of it must be the same in every language.
pub struct Unit(pub Text);

impl FromToml for Unit {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let keep = |texts: &[Spanned<String>]| reader.printed(texts, Role::Text);
        compared(value, reader, parity::check_unit, keep).map(Self)
    }

    fn schema(languages: &Languages) -> Schema {
        Text::schema(languages)
    }
}

/// A text in each language; the quantities of all of them are compared.
fn text(value: &Value<'_>, reader: &Reader<'_>, keep: impl Fn(&[Spanned<String>])) -> Option<Text> {
    compared(value, reader, parity::check, keep)
}

/// A text in each language, which `check` holds against each other.
fn compared(
    value: &Value<'_>,
    reader: &Reader<'_>,
    check: impl Fn(&[Spanned<String>], &Value<'_>, &Reader<'_>),
    keep: impl Fn(&[Spanned<String>]),
) -> Option<Text> {
    let texts: Vec<Spanned<String>> = by_language(value, reader, &[parity::DIFFERS])?;
    check(&texts, value, reader);
    keep(&texts);
    Some(Text::new(texts.into_iter().map(|text| text.value).collect()))
}

impl FromToml for Id {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let id = Self::new(&text);
        if id.is_none() {
            let problem = problem_of_id(&text, Problem::BadId { id: text.clone() });
            reader.report(problem, reader.span(value));
        } else if let Some(fault) = NameRefused::of(&text) {
            let problem = Safety::Name { name: text, fault };
            reader.report(Problem::Safety(problem), reader.span(value));
        }
        id
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text_like("^[a-z0-9][a-z0-9-]*$")
    }
}

impl FromToml for Alias {
    /// A name, or one in each language; it is as some document writes it, with all its slips.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.value() {
            Kind::Table(_) => text(value, reader, |_| ()).map(Self::Each),
            _ => String::from_toml(value, reader).map(Self::One),
        }
    }

    fn schema(languages: &Languages) -> Schema {
        String::schema(languages).or(Text::schema(languages))
    }
}

impl FromToml for Quantity {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = match value.value() {
            Kind::Integer(_) | Kind::Float(_) => reader.number(value),
            Kind::String(text) => text.to_string(),
            _ => {
                reader.wrong_type("a number", value);
                return None;
            }
        };
        match Self::parse(&text) {
            Ok(quantity) => Some(quantity),
            Err(error) => {
                let problem = match error {
                    QuantityError::NoNumber => {
                        // Without quotation marks, it can only be a number of programmers.
                        let meant = value.as_str().and_then(Self::meant);
                        Problem::BadNumber { text, meant }
                    }
                    QuantityError::RangeUpsideDown => Problem::RangeUpsideDown { text },
                };
                reader.report(problem, reader.span(value));
                None
            }
        }
    }

    fn schema(languages: &Languages) -> Schema {
        Schema::number().or(String::schema(languages))
    }
}

impl FromToml for ByYear {
    /// `{ 2018 = 438, 2020 = ">=600" }`; `None` where one of the entries cannot be read. The place of a
    /// figure is the whole entry, `2018 = 438`.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let Some(entries) = value.as_table() else {
            reader.wrong_type("a table", value);
            return None;
        };
        let mut years = Vec::with_capacity(entries.len());
        let mut complete = true;
        for (key, value) in entries {
            let Some(year) = parse_year(key.name) else {
                let text = key.name.to_owned();
                reader.report(Problem::BadYear { text }, reader.key_span(key));
                complete = false;
                continue;
            };
            match Quantity::from_toml(value, reader) {
                Some(quantity) => {
                    let span = reader.key_span(key).to(reader.span(value));
                    years.push((year, Spanned::new(quantity, span)));
                }
                None => complete = false,
            }
        }
        complete.then(|| years.into_iter().collect())
    }

    fn schema(languages: &Languages) -> Schema {
        Schema::table_by("^[0-9]{4}$", Quantity::schema(languages))
    }
}
