//! In: a Chinese text, and the days of its plan. Out: the time limits of which the text says the last day, where that is
//! another one: 施行之日起三个月内，即2026年9月30日前.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::language::WordList;
use crate::language::days::chinese_before;
use crate::language::numeral::chinese;
use crate::model::Plan;

use super::period_length::{Length, UNITS};

/// A time limit that does not end on the day that the text says.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    pub length: Length,
    pub from: Date,
    pub to: Date,
    /// The length in the text: 三个月内.
    pub range: Range<usize>,
}

/// The time limits of a text whose last day is wrong.
pub fn read(text: &str, plan: &Plan) -> Vec<Limit> {
    static JOINTS: WordList<3> = WordList::new(["内，即", "内（即", "内,即"]);
    let value =
        |date: &Option<crate::diagnostic::Spanned<Date>>| date.as_ref().map(|one| one.value);
    let days = Days {
        in_force: value(&plan.in_force),
        issued: [value(&plan.published), value(&plan.signed)],
    };
    JOINTS
        .find_all(text)
        .filter_map(|(at, joint)| limit(text, at, at + joint.len(), &days))
        .collect()
}

/// The days from which time limits count.
struct Days {
    in_force: Option<Date>,
    issued: [Option<Date>; 2],
}

/// The limit whose length ends at a byte and whose last day begins at another one, where they do not agree.
fn limit(text: &str, end: usize, day: usize, days: &Days) -> Option<Limit> {
    let (length, start) = length_before(&text[..end])?;
    let stop = text[day..].find('日').map(|at| day + at + '日'.len_utf8())?;
    let last = chinese_before(text, stop).filter(|one| one.range.start == day)?.date()?;
    let from = starts(&text[..start], days);
    // Whoever knows several days on which it may begin, accepts each.
    let wrong = !from.is_empty() && !from.iter().any(|from| ends(length, *from).contains(&last));
    let range = start..end + '内'.len_utf8();
    wrong.then(|| Limit { length, from: from[0], to: last, range })
}

/// The length at the end of a text, and where it begins.
fn length_before(text: &str) -> Option<(Length, usize)> {
    let (rest, unit) = UNITS.into_iter().find_map(|unit| Some((text.strip_suffix(unit)?, unit)))?;
    let numeral = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c);
    let start = rest.trim_end_matches(numeral).len();
    let number = match &rest[start..] {
        "" => return None,
        "两" => 2,
        digits if digits.starts_with(|c: char| c.is_ascii_digit()) => digits.parse().ok()?,
        numeral => i64::from(chinese(numeral)?),
    };
    (1..=1000).contains(&number).then(|| (Length::of(number, unit), start))
}

/// The days from which a limit may count whose length follows a text: 自2026年7月1日起, 本计划施行之日起, 本办法印发后.
fn starts(text: &str, days: &Days) -> Vec<Date> {
    let Some(before) = text.strip_suffix(['起', '后']) else { return Vec::new() };
    if let Some(day) = chinese_before(before, before.len()) {
        return day.date().into_iter().collect();
    }
    let before = before.strip_suffix("之日").unwrap_or(before);
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or(before);
    // 项目实施后 is another day.
    if !clause.contains('本') {
        return Vec::new();
    }
    let ends = |words: &[&str]| words.iter().any(|word| clause.ends_with(word));
    if ends(&["施行", "实施", "生效", "执行"]) {
        return days.in_force.into_iter().collect();
    }
    if ends(&["印发", "发布", "公布"]) {
        return days.issued.into_iter().flatten().collect();
    }
    Vec::new()
}

/// The days on which a limit may be said to end: the last one that counts, the one behind it, or the last of that month.
fn ends(length: Length, from: Date) -> Vec<Date> {
    let span = match length {
        Length::Days(number) => number.days(),
        Length::Months(number) => number.months(),
        Length::Years(number) => number.years(),
    };
    let Ok(end) = from.checked_add(span) else { return Vec::new() };
    let last = end.yesterday().unwrap_or(end);
    match length {
        Length::Days(_) => vec![last, end],
        _ => vec![last, end, last.last_of_month()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_and_their_last_days() {
        let day = |year, month, day| Some(Date::constant(year, month, day));
        let days = Days { in_force: day(2026, 7, 1), issued: [day(2026, 6, 30), day(2026, 6, 24)] };
        let wrong = |text: &str| {
            let at = text.find("内，即").expect("a limit");
            limit(text, at, at + "内，即".len(), &days).map(|one| text[one.range].to_owned())
        };
        for right in [
            "应当在本行动计划施行之日起三个月内，即2026年9月30日前印发实施方案",
            "本办法印发后30日内，即2026年7月24日前",
            "本办法印发后30日内，即2026年7月30日前",
            "自2026年3月10日起15日内，即2026年3月25日前",
            "自2026年3月10日起两年内，即2028年3月31日前",
            "项目实施后3个月内，即2028年3月31日前",
            "本计划施行之日起3个月内，即9月30日前",
        ] {
            assert_eq!(wrong(right), None, "{right}");
        }
        for (text, words) in [
            ("应当在本行动计划施行之日起三个月内，即2026年8月31日前印发实施方案", "三个月内"),
            ("本办法印发后30日内，即2026年8月24日前", "30日内"),
            ("在本行动计划施行后2个月内，即2026年9月30日前", "2个月内"),
            ("自2026年3月10日起15日内，即2026年3月15日前", "15日内"),
            ("自2026年3月10日起两年内，即2029年3月10日前", "两年内"),
        ] {
            assert_eq!(wrong(text).as_deref(), Some(words), "{text}");
        }
    }
}
