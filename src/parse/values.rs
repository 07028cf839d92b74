//! In: single TOML values. Out: the small types of the model: texts in every language, ids, dates,
//! years, quantities.

use jiff::civil::{Date, Time};
use toml::de::DeValue;

use crate::diagnostic::{Problem, Spanned};
use crate::language::{Text, ascii_digit};
use crate::model::consultation::Limit;
use crate::model::indicator::ByYear;
use crate::model::quantity::{Quantity, QuantityError};
use crate::model::register::{Alias, Id, When};
use crate::model::rule_level::{RuleLevel, Setting};

use super::parity;
use super::toml::{FromToml, Reader, Table, Value};

impl FromToml for String {
    /// Texts may not be empty: an empty text on a page is always a mistake.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                reader.report(Problem::EmptyText, reader.span(value));
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                reader.wrong_type("a text in quotation marks", value);
                None
            }
        }
    }
}

impl FromToml for u32 {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else {
            reader.wrong_type("a number", value);
            return None;
        };
        let parsed = number.as_str().replace('_', "").parse().ok();
        if parsed.is_none() {
            let text = number.as_str().to_owned();
            reader.report(Problem::BadNumber { text, meant: None }, reader.span(value));
        }
        parsed
    }
}

impl FromToml for bool {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        if let DeValue::Boolean(yes) = value.get_ref() {
            return Some(*yes);
        }
        reader.wrong_type("true or false", value);
        None
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
    let reader = table.reader();
    for (key, _) in table.entries().filter(|(key, _)| !other.contains(&key.value)) {
        if reader.languages.find(key.value).is_none() {
            let language = key.value.to_owned();
            reader.report_once(Problem::UnknownLanguage { language }, key.span);
        }
    }
    let texts: Vec<Option<T>> = reader
        .languages
        .iter()
        .map(|lang| match table.get(reader.languages.tag(lang)) {
            Some(text) => T::from_toml(text, reader),
            None => {
                let language = reader.languages.name(lang);
                let tag = reader.languages.tag(lang).to_owned();
                reader.report(Problem::MissingLanguage { language, tag }, table.span);
                None
            }
        })
        .collect();
    texts.into_iter().collect()
}

impl FromToml for Text {
    /// Readers see it, so its marks and words are looked at, too.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        text(value, reader, |texts| reader.printed(texts))
    }
}

/// A text in each language; the quantities of all of them are compared.
fn text(value: &Value<'_>, reader: &Reader<'_>, keep: impl Fn(&[Spanned<String>])) -> Option<Text> {
    let texts: Vec<Spanned<String>> = by_language(value, reader, &[parity::DIFFERS])?;
    parity::check(&texts, value, reader);
    keep(&texts);
    Some(Text::new(texts.into_iter().map(|text| text.value).collect()))
}

impl FromToml for Id {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let id = Self::new(&text);
        if id.is_none() {
            reader.report(Problem::BadId { id: text }, reader.span(value));
        }
        id
    }
}

impl FromToml for Date {
    /// A TOML date, or the same date in quotation marks.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) if date.time.is_none() => date.to_string(),
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => {
                reader.report(Problem::BadDate { text: date.to_string() }, reader.span(value));
                return None;
            }
            _ => {
                reader.wrong_type("a date", value);
                return None;
            }
        };
        let date = parse_date(&text);
        if date.is_none() {
            reader.report(Problem::BadDate { text }, reader.span(value));
        }
        date
    }
}

/// Reads `2018-04-11`, and nothing looser.
pub fn parse_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// Reads a date as spreadsheets write it, too: `2018/4/11`, `2018年4月11日`.
pub fn spreadsheet_date(text: &str) -> Option<Date> {
    let text = half_width(text);
    // Cells of dates may come with a time, which is midnight.
    let text = text.split_whitespace().next()?;
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']);
    let year = parse_year(parts.next()?)?;
    let mut number = || parts.next().filter(|part| part.len() <= 2)?.parse().ok();
    let (month, day) = (number()?, number()?);
    if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
}

/// A text with its digits in half width.
pub fn half_width(text: &str) -> String {
    let half = |c| if c == '．' { '.' } else { ascii_digit(c).unwrap_or(c) };
    text.chars().map(half).collect()
}

impl FromToml for Limit {
    /// A date, or a date and an hour without a time zone; also in quotation marks.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => {
                reader.wrong_type("a date", value);
                return None;
            }
        };
        let limit = parse_limit(&text);
        if limit.is_none() {
            reader.report(Problem::BadLimit { text }, reader.span(value));
        }
        limit
    }
}

/// Reads `2018-04-25`, `2018-04-25 17:00` and `2018-04-25T17:00:00`; a day that ends at 24:00 is the whole day.
fn parse_limit(text: &str) -> Option<Limit> {
    let Some((date, time)) = text.split_once([' ', 'T']) else {
        return Some(Limit { date: parse_date(text)?, time: None });
    };
    let date = parse_date(date)?;
    let parts = time.split([':', '：']).map(|part| {
        let digits = part.chars().all(|c| c.is_ascii_digit());
        (digits && part.len() <= 2).then(|| part.parse::<i8>().ok()).flatten()
    });
    match parts.collect::<Option<Vec<i8>>>()?[..] {
        [24, 0] | [24, 0, 0] => Some(Limit { date, time: None }),
        [hour, minute] | [hour, minute, 0] => {
            Some(Limit { date, time: Some(Time::new(hour, minute, 0, 0).ok()?) })
        }
        _ => None,
    }
}

/// A year in four digits.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Year(pub i16);

impl std::fmt::Display for Year {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FromToml for Year {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else {
            reader.wrong_type("a number", value);
            return None;
        };
        let year = parse_year(number.as_str());
        if year.is_none() {
            let text = number.as_str().to_owned();
            reader.report(Problem::BadYear { text }, reader.span(value));
        }
        year.map(Self)
    }
}

fn parse_year(text: &str) -> Option<i16> {
    let four = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    four.then(|| text.parse().ok()).flatten()
}

impl FromToml for When {
    /// A date, or only the year.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Integer(_) => Year::from_toml(value, reader).map(|year| Self::Year(year.0)),
            DeValue::String(text) if parse_date(text).is_none() => {
                reader.report(Problem::BadWhen { text: text.to_string() }, reader.span(value));
                None
            }
            _ => Date::from_toml(value, reader).map(Self::Day),
        }
    }
}

impl FromToml for Alias {
    /// A name, or one in each language; it is as some document writes it, with all its slips.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Table(_) => text(value, reader, |_| ()).map(Self::Each),
            _ => String::from_toml(value, reader).map(Self::One),
        }
    }
}

impl FromToml for Quantity {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            DeValue::String(text) => text.to_string(),
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
                        let meant = Self::meant(&text);
                        Problem::BadNumber { text, meant }
                    }
                    QuantityError::RangeUpsideDown => Problem::RangeUpsideDown { text },
                };
                reader.report(problem, reader.span(value));
                None
            }
        }
    }
}

impl FromToml for ByYear {
    /// `{ 2018 = 438, 2020 = ">=600" }`; `None` where one of the entries cannot be read. The place of a
    /// figure is the whole entry, `2018 = 438`.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let DeValue::Table(entries) = value.get_ref() else {
            reader.wrong_type("a table", value);
            return None;
        };
        let mut years = Self::new();
        let mut complete = true;
        for (key, value) in entries {
            let Some(year) = parse_year(key.get_ref()) else {
                let text = key.get_ref().to_string();
                reader.report(Problem::BadYear { text }, reader.span(key));
                complete = false;
                continue;
            };
            match Quantity::from_toml(value, reader) {
                Some(quantity) => {
                    let span = reader.span(key).to(reader.span(value));
                    years.insert(year, Spanned::new(quantity, span));
                }
                None => complete = false,
            }
        }
        complete.then_some(years)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_days_with_or_without_an_hour() {
        for (text, limit) in [
            ("2018-04-25", "2018-04-25"),
            ("2018-04-25 17:00", "2018-04-25 17:00"),
            ("2018-04-25T17:00:00", "2018-04-25 17:00"),
            ("2018-04-25 9：30", "2018-04-25 09:30"),
            ("2018-04-25 24:00", "2018-04-25"),
        ] {
            let read = parse_limit(text).map(|limit| limit.to_string());
            assert_eq!(read.as_deref(), Some(limit), "{text}");
        }
        for text in [
            "04-25",
            "4月25日",
            "2018-04-31",
            "2018-04-25 17",
            "2018-04-25 25:00",
            "2018-04-25T17:00:00+08:00",
            "2018-04-25T17:00:00Z",
            "2018-04-25 ",
            "2018-04-25 24:30",
            "2018-04-25 17:00:30",
            "2018-04-25 下午5:00",
        ] {
            assert!(parse_limit(text).is_none(), "{text}");
        }
    }

    #[test]
    fn spreadsheets_write_dates_in_their_own_way() {
        let date = Some(Date::constant(2018, 4, 1));
        for text in [
            "2018-04-01",
            "2018/4/1",
            "2018年4月1日",
            "2018-4-1",
            "2018.4.1",
            "2018/4/1 0:00",
            "2018-04-01 00:00:00",
            "２０１８／４／１".replace('／', "/").as_str(),
        ] {
            assert_eq!(spreadsheet_date(text), date, "{text}");
        }
        for text in ["4/1", "2018/4", "2018/4/31", "2018/4/1/2", "18/4/1", "2018/+4/1x"] {
            assert_eq!(spreadsheet_date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_strict() {
        assert!(parse_date("2018-04-11").is_some());
        for text in
            ["2018-4-11", "2018-02-30", "20180411", "11.4.2018", "2018-04-11T00:00", "二〇一八年"]
        {
            assert!(parse_date(text).is_none(), "{text}");
        }
    }
}
