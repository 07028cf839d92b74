//! In: a text and a place in it. Out: the day that is written there, with its month and, where the text names it, its
//! year.

use std::ops::Range;

use jiff::civil::Date;

use super::numeral::ENGLISH_MONTHS;

/// A day as a text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Written {
    /// `None` where the text names no year, and for days that no calendar has.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The days of its month; 29 in a February whose year is not named.
    pub fn days_of_month(&self) -> i8 {
        const LEAP: i16 = 2000;
        let first = Date::new(self.year.unwrap_or(LEAP), self.month, 1);
        first.map_or(31, |first| first.days_in_month())
    }
}

/// The day that ends at a place: 2026年6月30日, 6月30日; and the end of a range: 6月28日至30日
pub fn chinese_before(text: &str, end: usize) -> Option<Written> {
    let (rest, day) = number_before(text[..end].strip_suffix(['日', '号'])?)?;
    let (of_month, alone) = match rest.strip_suffix('月') {
        Some(of_month) => (of_month, None),
        None => {
            let first = rest.strip_suffix(['至', '到', '—', '－', '～', '-'])?;
            let (first, _) = number_before(first.strip_suffix(['日', '号']).unwrap_or(first))?;
            (first.strip_suffix('月')?, Some(rest.len()))
        }
    };
    let (before, month) = number_before(of_month)?;
    let year = before.strip_suffix('年').and_then(number_before).filter(|(_, year)| *year > 999);
    let (before, year) = year.map_or((before, None), |(before, year)| (before, Some(year)));
    let (month, day) = (in_calendar(month, 12)?, in_calendar(day, 99)?);
    Some(Written { year, month, day, range: alone.unwrap_or(before.len())..end })
}

/// The last day of the time that ends at a place: 2027年6月30日, 2027年6月底, 2027年底; and its bytes. `None` where the text
/// names no year.
pub fn chinese_last_day(text: &str, end: usize) -> Option<(Date, Range<usize>)> {
    let before = &text[..end];
    if let Some(written) = chinese_before(text, end) {
        return Some((written.date()?, written.range));
    }
    let before = before.strip_suffix(['底', '末'])?;
    let (before, month) = match before.strip_suffix('月').and_then(number_before) {
        Some((before, month)) => (before, in_calendar(month, 12)?),
        None => (before, 12),
    };
    let (start, year) = number_before(before.strip_suffix('年')?)?;
    let first = Date::new(year, month, 1).ok().filter(|_| year > 999)?;
    Some((first.last_of_month(), start.len()..end))
}

/// The day that begins at a place with its number (`31 June 2027`, `31st of June`) or is the number behind the name of its
/// month there or before it (`June 31, 2027`).
pub fn english_at(text: &str, at: usize) -> Option<Written> {
    let rest = &text[at..];
    if let Some((month, length)) = month(rest) {
        let number = rest[length..].strip_prefix(BLANKS)?;
        return month_first(text, at, month, text.len() - number.len());
    }
    let (day, length) = number(rest)?;
    let behind = &rest[length..];
    let ranked = ENDINGS.iter().find_map(|ending| behind.strip_prefix(ending));
    if let Some(name) = ranked.unwrap_or(behind).strip_prefix(BLANKS)
        && let name = name.strip_prefix("of ").filter(|_| ranked.is_some()).unwrap_or(name)
        && let Some((month, length)) = self::month(name)
    {
        let end = text.len() - name.len() + length;
        let (year, end) = year(text, end).map_or((None, end), |(year, end)| (Some(year), end));
        return Some(Written { year, month, day: in_calendar(day, 99)?, range: at..end });
    }
    let before = text[..at].strip_suffix(BLANKS)?;
    let (month, name) = ENGLISH_MONTHS
        .iter()
        .zip(1..)
        .find_map(|(name, month)| before.strip_suffix(name).map(|rest| (month, rest.len())))?;
    let whole = !text[..name].ends_with(char::is_alphanumeric);
    whole.then(|| month_first(text, name, month, at))?
}

/// The day that ends at a place: `16 November 2026`, `November 16, 2026`
pub fn english_before(text: &str, end: usize) -> Option<Written> {
    /// `Wednesday, September 30, 2026`
    const LONGEST: usize = 24;
    let from = text[..end].char_indices().rev().map(|(at, _)| at).take(LONGEST);
    let days = from.filter_map(|at| {
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        english_at(text, at).filter(|day| begins && day.range == (at..end))
    });
    days.last()
}

/// `June 31, 2027`: `at` is where the number begins.
fn month_first(text: &str, start: usize, month: i8, at: usize) -> Option<Written> {
    let (day, length) = number(&text[at..])?;
    let end = at + length;
    let end =
        end + ENDINGS.iter().find(|one| text[end..].starts_with(*one)).map_or(0, |one| one.len());
    let behind = if text[end..].starts_with(',') { end + 1 } else { end };
    let (year, end) = year(text, behind).map_or((None, end), |(year, end)| (Some(year), end));
    Some(Written { year, month, day: in_calendar(day, 99)?, range: start..end })
}

const BLANKS: [char; 2] = [' ', '\u{a0}'];
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// The month whose name begins the text as a whole word, and its bytes.
fn month(text: &str) -> Option<(i8, usize)> {
    let (name, month) = ENGLISH_MONTHS.iter().zip(1..).find(|(name, _)| text.starts_with(*name))?;
    (!text[name.len()..].starts_with(char::is_alphanumeric)).then_some((month, name.len()))
}

/// A year of four digits behind a blank, and where it ends.
fn year(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = text[at..].strip_prefix(BLANKS)?;
    let (year, length) = number(rest)?;
    (length == 4).then(|| (year, text.len() - rest.len() + length))
}

/// A whole number of at most four digits at the beginning, and its bytes.
fn number(text: &str) -> Option<(i16, usize)> {
    let length = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let number = text[..length].parse().ok().filter(|_| length < 5)?;
    Some((number, length))
}

/// What stands before the whole number of at most four digits at the end, and the number.
pub fn number_before(text: &str) -> Option<(&str, i16)> {
    let length = text.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
    let (rest, number) = text.split_at(text.len() - length);
    Some((rest, number.parse().ok().filter(|_| length < 5)?))
}

fn in_calendar(number: i16, most: i8) -> Option<i8> {
    i8::try_from(number).ok().filter(|number| (1..=most).contains(number))
}
