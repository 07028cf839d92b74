//! In: the Chinese texts of a plan. Out: a finding where the length of a period is not the time between its ends.

use std::ops::Range;

use jiff::civil::Date;
use jiff::{ToSpan, Unit};

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::days::{Written, chinese_before, number_before};
use crate::language::numeral::chinese;
use crate::language::{WordList, ascii_digit};

use super::reading::Paragraph;
use super::{Family, PlanCase, Rule, Run, time_limits};

pub const RULE: Rule = Rule {
    name: "period-length",
    family: Family::Figures,
    level: Level::Warning,
    checks: "The length of a period is the time from its first day to its last (自2026年5月1日起施行，有效期至2028年12月31日，共32个月; 2026年至2030年，共五年), and the day that a time limit is said to end on follows from it (施行之日起三个月内，即2026年9月30日前). The first day may count or not.",
    why: "Whoever reckons by the length comes to another last day than who reads it.",
    fixed: None,
    fails: &[("text.zh.md", "自2026年5月1日起施行，有效期至2028年12月31日，共36个月。")],
    passes: &[("text.zh.md", "自2026年5月1日起施行，有效期至2028年12月31日，共32个月。")],
    run: Run::Plan(run),
};

/// What may lead a length.
const LEADS: [&str; 10] =
    ["共计", "总计", "共", "为期", "历时", "有效期为", "有效期", "期限为", "期限", "时间为"];
static LEADING: WordList<10> = WordList::new(LEADS);

/// So many of them only lead the length of the period before them.
const SURE: usize = 5;

/// So far behind the last day stands the length, in bytes.
const REACH: usize = 90;

/// A length as the text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// What lengths are counted in; longer words first.
pub const UNITS: [&str; 4] = ["个月", "天", "日", "年"];

impl Length {
    /// So many of a unit.
    pub fn of(number: i64, unit: &str) -> Self {
        match unit {
            "个月" => Self::Months(number),
            "年" => Self::Years(number),
            _ => Self::Days(number),
        }
    }
}

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|one| one.chinese) {
        for paragraph in &reading.paragraphs {
            let text = paragraph.prose.text();
            let twice = |c: char| text.matches(c).nth(1).is_some();
            // Most texts say no length.
            if LEADING.is_in(text) && (twice('年') || twice('日')) {
                days(paragraph, text, found);
                months(paragraph, text, found);
                years(paragraph, text, found);
            }
            for limit in time_limits::read(text, case.plan) {
                let is = says(limit.length, limit.from, limit.to);
                let words = text[limit.range.clone()].to_owned();
                let (from, to) = (limit.from.to_string(), limit.to.to_string());
                let problem = Figures::Period { words, from, to, is };
                found.report(Problem::Figures(problem), paragraph.prose.span(limit.range));
            }
        }
    }
}

/// Periods from one day to another.
fn days(paragraph: &Paragraph<'_>, text: &str, found: &mut Diagnostics) {
    let ends = text.match_indices('日').map(|(at, day)| at + day.len());
    let all: Vec<Written> = ends.filter_map(|end| chinese_before(text, end)).collect();
    for pair in all.windows(2) {
        let between = &text[pair[0].range.end..pair[1].range.start];
        let joint = between.len() <= REACH
            && between.ends_with(['至', '到', '—', '－', '～', '-'])
            && !between.contains(['。', '；', '、']);
        let Some((from, to)) = dates(&pair[0], &pair[1]).filter(|_| joint) else { continue };
        // Every year, from 6月1日 to 9月15日.
        let every_year = pair[0].year.is_none();
        let behind = pair[1].range.end..pair[1].range.end + sentence(&text[pair[1].range.end..]);
        let within = pair[0].range.end..pair[1].range.start;
        // 申请时间为1月1日至3月31日，有效期3年: what is behind the last day may hold for something else.
        for (place, leads) in [(within, &LEADS[..]), (behind, &LEADS[..SURE])] {
            let Some((length, range)) = length(text, place.clone(), leads) else { continue };
            // 考试自6月7日至9日，此前15天，即5月23日至6月9日，共18天: it is that of another period.
            if every_year && text[place.start..range.start].contains('月') {
                continue;
            }
            if !fits(length, from, to) {
                let is = says(length, from, to);
                let written = |date: Date, at: usize| match every_year {
                    true => text[pair[at].range.clone()].to_owned(),
                    false => date.to_string(),
                };
                let (words, from, to) =
                    (text[range.clone()].to_owned(), written(from, 0), written(to, 1));
                let problem = Figures::Period { words, from, to, is };
                found.report(Problem::Figures(problem), paragraph.prose.span(range));
            }
        }
    }
}

/// The two days with their years: what the second one leaves out is that of the first one. Where both have none, they are of any
/// year, and no day may lie between them that only some years have.
fn dates(from: &Written, to: &Written) -> Option<(Date, Date)> {
    const ANY: i16 = 2027;
    let within = from.month > 2 || to.month < 3;
    let any = (from.year.is_none() && to.year.is_none() && within).then_some(ANY);
    let year = from.year.or(any)?;
    let start = Date::new(year, from.month, from.day).ok()?;
    let end = Date::new(to.year.unwrap_or(year), to.month, to.day).ok()?;
    (start < end).then_some((start, end))
}

/// How far the sentence goes on, as far as is looked.
fn sentence(rest: &str) -> usize {
    let near = &rest[..rest.floor_char_boundary(REACH)];
    near.find(['。', '；', '\n']).unwrap_or(near.len())
}

/// The length that a place says, behind a mark or an open bracket.
fn length(text: &str, place: Range<usize>, leads: &[&str]) -> Option<(Length, Range<usize>)> {
    let piece = &text[place.clone()];
    for (at, lead) in leads.iter().flat_map(|lead| piece.match_indices(lead)) {
        let begins = piece[..at].chars().next_back().is_none_or(|c| "，,（(：".contains(c));
        let rest = &piece[at + lead.len()..];
        if let Some((length, bytes)) = read_length(rest).filter(|_| begins) {
            let start = place.start + at;
            return Some((length, start..start + lead.len() + bytes));
        }
    }
    None
}

fn read_length(text: &str) -> Option<(Length, usize)> {
    let near = &text[..text.floor_char_boundary(12)];
    let digits = near.find(|c| ascii_digit(c).is_none()).unwrap_or(near.len());
    let (number, rest) = if digits > 0 {
        (near[..digits].parse().ok()?, &text[digits..])
    } else {
        let end = near.find(|c| !"一二两三四五六七八九十百".contains(c))?;
        let number = if &near[..end] == "两" { 2 } else { chinese(&near[..end])? };
        (i64::from(number), &text[end..])
    };
    let unit = UNITS.into_iter().find(|unit| rest.starts_with(unit))?;
    let behind = &rest[unit.len()..];
    let (length, behind) = match (unit, months_behind(behind)) {
        ("年", Some((months, behind))) => (Length::Months(12 * number + months), behind),
        _ => (Length::of(number, unit), behind),
    };
    // 3年以上 is a bound.
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '）', ')', ',', '、']);
    ends.then(|| (length, text.len() - behind.len()))
}

/// The months with which a text begins, and what stands behind them: 10个月.
fn months_behind(text: &str) -> Option<(i64, &str)> {
    let digits = text.find(|c| ascii_digit(c).is_none())?;
    let number = text[..digits].parse().ok()?;
    Some((number, text[digits..].strip_prefix("个月")?))
}

/// From the first day to the last, both of which count.
fn days_between(from: Date, to: Date) -> Option<i64> {
    Some(i64::from(from.until((Unit::Day, to)).ok()?.get_days()) + 1)
}

/// Whole months and the days that are left.
fn months_between(from: Date, to: Date) -> Option<(i64, i64)> {
    let span = from.until((Unit::Month, to)).ok()?;
    Some((i64::from(span.get_months()), i64::from(span.get_days())))
}

fn fits(length: Length, from: Date, to: Date) -> bool {
    let until = to.checked_add(1.day()).unwrap_or(to);
    let mut all = [until, to].into_iter().filter_map(|to| months_between(from, to));
    match length {
        Length::Days(number) => {
            days_between(from, to).is_none_or(|days| days == number || days == number + 1)
        }
        Length::Months(number) => {
            // All but a day or two of a month is a month.
            let most = |days: i64| days >= 28;
            all.any(|(months, days)| {
                months == number && !most(days) || (days > 0 && months + 1 == number)
            })
        }
        Length::Years(number) => {
            let all: Vec<(i64, i64)> = all.collect();
            let whole = |(months, days): &&(i64, i64)| *days == 0 && months % 12 == 0;
            match all.iter().find(whole) {
                Some((months, _)) => *months == 12 * number,
                // 自7月1日起至年底，共两年半 is often said as two or three years.
                None => all.iter().any(|(months, _)| (months - 12 * number).abs() < 12),
            }
        }
    }
}

/// How long it is in the unit of the text.
fn says(length: Length, from: Date, to: Date) -> String {
    let until = to.checked_add(1.day()).unwrap_or(to);
    let months = months_between(from, until).map_or(0, |(months, _)| months);
    match length {
        Length::Days(_) => format!("{} days", days_between(from, to).unwrap_or(0)),
        Length::Years(_) if months % 12 == 0 => format!("{} years", months / 12),
        Length::Months(_) | Length::Years(_) => format!("{months} months"),
    }
}

/// Periods from one year to another: 2026年至2030年，共五年.
fn years(paragraph: &Paragraph<'_>, text: &str, found: &mut Diagnostics) {
    for (at, year) in text.match_indices('年') {
        let Some((before, last)) = year_before(&text[..at]) else { continue };
        let Some(before) = before.strip_suffix(['至', '到', '—', '－', '～', '-', '–'])
        else {
            continue;
        };
        let Some((_, first)) = year_before(before.strip_suffix('年').unwrap_or(before)) else {
            continue;
        };
        let start = at + year.len();
        let Some(rest) = text[start..].strip_prefix(['，', ',', '（', '(']) else { continue };
        let Some(lead) = LEADS.iter().find(|lead| rest.starts_with(**lead)) else { continue };
        let read = read_length(&rest[lead.len()..]);
        let Some((Length::Years(number), bytes)) = read else { continue };
        let is = last - first + 1;
        if is > 1 && is != number && is != number + 1 {
            let start = text.len() - rest.len();
            let range = start..start + lead.len() + bytes;
            let words = text[range.clone()].to_owned();
            let (from, to) = (first.to_string(), last.to_string());
            let problem = Figures::Period { words, from, to, is: format!("{is} years") };
            found.report(Problem::Figures(problem), paragraph.prose.span(range));
        }
    }
}

/// Periods from one month to another: 2027年4月至2029年9月，共30个月.
fn months(paragraph: &Paragraph<'_>, text: &str, found: &mut Diagnostics) {
    let mut last: Option<Month> = None;
    for (at, month) in text.match_indices('月') {
        let end = at + month.len();
        let Some(second) = Month::before(&text[..at], last.as_ref()) else { continue };
        let first = last.replace(second);
        let day = text[end..].starts_with(|c: char| c.is_ascii_digit());
        let Some(first) = first.filter(|first| !day && first.end <= second.start) else { continue };
        let joint = matches!(&text[first.end..second.start], "至" | "到" | "—" | "－" | "-");
        let behind = end..end + sentence(&text[end..]);
        let is = second.number - first.number + 1;
        let Some((Length::Months(number), range)) = length(text, behind, &LEADS[..SURE]) else {
            continue;
        };
        if joint && is > 1 && number != is && number != is - 1 {
            let words = text[range.clone()].to_owned();
            let (from, to) = (first.written(), second.written());
            let problem = Figures::Period { words, from, to, is: format!("{is} months") };
            found.report(Problem::Figures(problem), paragraph.prose.span(range));
        }
    }
}

/// A month of a year, and where it stands.
#[derive(Clone, Copy)]
struct Month {
    /// Counted from the year nought.
    number: i64,
    start: usize,
    end: usize,
}

impl Month {
    /// The month at the end of a text without its 月; of the year of the one before, where it names none.
    fn before(text: &str, last: Option<&Self>) -> Option<Self> {
        let (before, month) = number_before(text)?;
        let month = i64::from(month) - 1;
        (0..12).contains(&month).then_some(())?;
        let year = before.strip_suffix('年').and_then(year_before);
        let (start, year) = match year {
            Some((before, year)) => (before.len(), year),
            None => (before.len(), last?.number / 12),
        };
        Some(Self { number: 12 * year + month, start, end: text.len() + '月'.len_utf8() })
    }

    fn written(self) -> String {
        format!("{}-{:02}", self.number / 12, self.number % 12 + 1)
    }
}

/// What stands before the year at the end, and the year.
fn year_before(text: &str) -> Option<(&str, i64)> {
    let (before, year) = number_before(text)?;
    (1900..2200).contains(&year).then_some((before, year.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(words: &str, from: (i16, i8, i8), to: (i16, i8, i8)) -> bool {
        let day = |(year, month, day)| Date::constant(year, month, day);
        let (length, bytes) = read_length(words).expect("a length");
        assert_eq!(bytes, words.len());
        fits(length, day(from), day(to))
    }

    #[test]
    fn lengths_of_periods() {
        let (first, last) = ((2025, 3, 10), (2025, 4, 8));
        assert!(fit("30天", first, last) && fit("29日", first, last) && !fit("20天", first, last));
        let (first, last) = ((2026, 7, 1), (2028, 12, 31));
        assert!(fit("30个月", first, last) && !fit("36个月", first, last));
        assert!(fit("三年", first, last) && fit("两年", first, last) && !fit("五年", first, last));
        let (first, last) = ((2026, 1, 1), (2030, 12, 31));
        assert!(fit("5年", first, last) && !fit("四年", first, last) && !fit("六年", first, last));
        assert!(fit("5年", first, (2031, 1, 1)));
        assert!(fit("2个月", (2026, 1, 15), (2026, 3, 10)));
        let (first, last) = ((2027, 3, 1), (2030, 12, 31));
        assert!(fit("3年10个月", first, last) && !fit("3年9个月", first, last));
        assert!(fit("46个月", first, last) && !fit("45个月", first, last));
    }

    #[test]
    fn days_of_every_year() {
        let day = |month, day| Written { year: None, month, day, range: 0..0 };
        let length = |from, to| dates(&from, &to).and_then(|(from, to)| days_between(from, to));
        assert_eq!(length(day(6, 1), day(9, 15)), Some(107));
        // Some years have a day more, and nobody knows where the year turns.
        assert_eq!(length(day(1, 1), day(3, 31)), None);
        assert_eq!(length(day(11, 15), day(3, 15)), None);
    }

    #[test]
    fn what_goes_on_is_no_length() {
        assert!(read_length("3年以上").is_none());
        assert!(read_length("15个工作日").is_none());
        assert!(read_length("收到意见").is_none());
        assert!(read_length("3年10个月以上").is_none());
    }
}
