//! In: the rest of a sentence. Out: how long the clock time or the date at its start is. Both are one thing that
//! changes as a whole; a year alone is a number like others.

use crate::language::ascii_digit;
use crate::language::numeral::ENGLISH_MONTHS;

/// The length of a date or a clock time at the start.
pub fn length(text: &str) -> Option<usize> {
    chinese_date(text)
        .or_else(|| day_first(text))
        .or_else(|| month_first(text))
        .or_else(|| clock(text))
}

/// `2023年12月31日`, `2023年12月`, `12月31日`, `12月`
fn chinese_date(text: &str) -> Option<usize> {
    let year = counted(text, 4..=4, "年");
    let year = year.unwrap_or(0);
    let end = year + counted(&text[year..], 1..=2, "月")?;
    let day = counted(&text[end..], 1..=2, "日");
    Some(end + day.unwrap_or(0))
}

/// `31 December 2023`, `31 December`
fn day_first(text: &str) -> Option<usize> {
    let day = digits(text, 1..=2)?;
    let rest = text[day..].strip_prefix(BLANKS)?;
    let end = text.len() - rest.len() + month(rest)?;
    Some(end + year_behind(&text[end..]).unwrap_or(0))
}

/// `December 2023`, `December 31, 2023`, `December 31`
fn month_first(text: &str) -> Option<usize> {
    let month = month(text)?;
    if let Some(year) = year_behind(&text[month..]) {
        return Some(month + year);
    }
    let rest = text[month..].strip_prefix(BLANKS)?;
    let end = text.len() - rest.len() + digits(rest, 1..=2)?;
    let year = text[end..].strip_prefix(',').and_then(year_behind);
    Some(end + year.map_or(0, |year| year + 1))
}

/// `7:00`, `22：30`, `7:00:30`, `9时30分`; also a ratio such as `1:2`
fn clock(text: &str) -> Option<usize> {
    let first = digits(text, 1..=2)?;
    let rest = &text[first..];
    if let Some(minutes) = rest.strip_prefix(['时', '点']) {
        return Some(text.len() - minutes.len() + counted(minutes, 1..=2, "分")?);
    }
    let next = |rest: &str| {
        let ascii = rest.strip_prefix(':').and_then(|more| Some((1, digits(more, 1..=2)?)));
        // Behind a full-width colon a figure may stand that has nothing to do with what is before it.
        let wide = || Some(('：'.len_utf8(), digits(rest.strip_prefix('：')?, 2..=2)?));
        ascii.or_else(wide).map(|(colon, digits)| colon + digits)
    };
    let second = first + next(rest)?;
    Some(second + next(&text[second..]).unwrap_or(0))
}

const BLANKS: [char; 2] = [' ', '\u{a0}'];

/// So many digits and no more.
fn digits(text: &str, many: std::ops::RangeInclusive<usize>) -> Option<usize> {
    let digits = text.chars().take_while(|c| ascii_digit(*c).is_some());
    let (count, length) =
        digits.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
    many.contains(&count).then_some(length)
}

/// So many digits with a sign behind them.
fn counted(text: &str, many: std::ops::RangeInclusive<usize>, sign: &str) -> Option<usize> {
    let length = digits(text, many)?;
    text[length..].starts_with(sign).then_some(length + sign.len())
}

/// The name of a month, as a whole word.
fn month(text: &str) -> Option<usize> {
    let name = ENGLISH_MONTHS.iter().find(|name| text.starts_with(*name))?;
    (!text[name.len()..].starts_with(char::is_alphanumeric)).then_some(name.len())
}

/// ` 2023`
fn year_behind(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(BLANKS)?;
    Some(text.len() - rest.len() + digits(rest, 4..=4)?)
}
