//! In: single TOML values, or the cells of a spreadsheet. Out: dates, years, and the moments at which something ends.

use jiff::civil::{Date, Time};

use crate::diagnostic::Problem;
use crate::language::{Languages, ascii_digit};
use crate::model::consultation::Limit;
use crate::model::register::When;

use super::toml::schema::Schema;
use super::toml::{FromToml, Kind, Reader, Value};

impl FromToml for Date {
    /// A TOML date, or the same date in quotation marks.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = match value.value() {
            Kind::DateTime(_) => reader.written(value).to_owned(),
            Kind::String(text) => text.to_string(),
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

    fn schema(_: &Languages) -> Schema {
        Schema::date()
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
        let text = match value.value() {
            Kind::DateTime(_) => reader.written(value).to_owned(),
            Kind::String(text) => text.to_string(),
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

    fn schema(_: &Languages) -> Schema {
        // In quotation marks, the hour may be written in several ways.
        Schema::any_of(vec![Schema::date(), Schema::date_with_hour(), Schema::date_like()])
    }
}

/// Reads `2018-04-25`, `2018-04-25 17:00` and `2018-04-25T17:00:00`; a day that ends at 24:00 is the whole day.
fn parse_limit(text: &str) -> Option<Limit> {
    let Some((date, time)) = text.split_once([' ', 'T', 't']) else {
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
        let Kind::Integer(_) = value.value() else {
            reader.wrong_type("a number", value);
            return None;
        };
        let text = reader.number(value);
        let year = parse_year(&text);
        if year.is_none() {
            reader.report(Problem::BadYear { text }, reader.span(value));
        }
        year.map(Self)
    }

    fn schema(_: &Languages) -> Schema {
        Schema::integer(1000, 9999)
    }
}

/// Reads a year in four digits.
pub fn parse_year(text: &str) -> Option<i16> {
    let four = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    four.then(|| text.parse().ok()).flatten()
}

impl FromToml for When {
    /// A date, or only the year.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        match value.value() {
            Kind::Integer(_) => Year::from_toml(value, reader).map(|year| Self::Year(year.0)),
            Kind::String(text) if parse_date(text).is_none() => {
                reader.report(Problem::BadWhen { text: text.to_string() }, reader.span(value));
                None
            }
            _ => Date::from_toml(value, reader).map(Self::Day),
        }
    }

    fn schema(languages: &Languages) -> Schema {
        Year::schema(languages).or(Date::schema(languages))
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
