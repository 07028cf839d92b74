//! In: days that have become names, such as “3·15” or “4.26”, in one of two texts. Out: them as the other text has them: as
//! the same name, as a number, or as a day of the calendar. So nobody has to say what was meant by the mark.

use rust_decimal::Decimal;

use super::quantity::{Measure, Quantity};

/// Words with which the name of a day goes on: “3.15国际消费者权益日”.
const NAMES: [&str; 8] = ["国际", "世界", "全国", "中国", "消费", "晚会", "宣传", "活动"];

/// A day that stands at a place as a name: month, day, bytes. With the dot in the middle it can be nothing else; with a full
/// stop, a quotation mark has to stand beside it.
pub fn at(text: &str, at: usize) -> Option<(u32, u32, usize)> {
    let rest = &text[at..];
    // Nearly every other number is told by what stands behind its first two digits.
    let is_dot = |byte: &u8| matches!(byte, b'.' | 0xc2 | 0xe2 | 0xe3 | 0xef);
    if !rest.as_bytes().iter().take(3).skip(1).any(is_dot) {
        return None;
    }
    let number = |text: &str| {
        // A long number is none of them, and need not be read to its end.
        let length = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let number: u32 =
            text[..length].parse().ok().filter(|_| length <= 2 && !text.starts_with('0'))?;
        Some((number, length))
    };
    let (month, first) = number(rest)?;
    let dot =
        rest[first..].chars().next().filter(|c| matches!(c, '·' | '・' | '•' | '.' | '．'))?;
    let begin = first + dot.len_utf8();
    let (day, second) = number(&rest[begin..])?;
    let end = begin + second;
    let (before, behind) = (text[..at].chars().next_back(), rest[end..].chars().next());
    let is_mark = |c: Option<char>, marks: &str| c.is_some_and(|c| marks.contains(c));
    let goes_on = NAMES.iter().any(|word| rest[end..].starts_with(word));
    let quoted = is_mark(behind, "”’」\"") || (is_mark(before, "“‘「\"") && goes_on);
    let alone = !is_mark(before, ".·-") && !behind.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_day && alone && (quoted || !matches!(dot, '.' | '．'))).then_some((month, day, end))
}

/// What stands for a named day: its value is the number that it looks like.
pub fn value(month: u32, day: u32) -> Decimal {
    Decimal::from_str_exact(&format!("{month}.{day}")).unwrap_or_default()
}

/// Makes days of the calendar of those named days that the other text writes so.
pub fn settle(list: &mut Vec<Quantity>, other: &[Quantity]) {
    let mut taken = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let Measure::NamedDay(month, day) = list[at].measure else {
            at += 1;
            continue;
        };
        let by_name = other.iter().any(|one| one.same_value(&list[at]));
        let dates = other.windows(2).enumerate().filter(|(_, pair)| is_date(pair, month, day));
        let date = dates.map(|(place, _)| place).find(|place| !taken.contains(place));
        if let Some(place) = date.filter(|_| !by_name) {
            taken.push(place);
            let part =
                |value: u32, measure| Quantity { value: value.into(), measure, ..list[at].clone() };
            let parts = [part(month, Measure::Month), part(day, Measure::Day)];
            list.splice(at..=at, parts);
            at += 1;
        }
        at += 1;
    }
}

/// Whether two quantities side by side are the month and the day: `15 March`, 3月15日.
fn is_date(pair: &[Quantity], month: u32, day: u32) -> bool {
    let has = |measure: &Measure, value: u32| {
        pair.iter().any(|one| one.measure == *measure && one.value == value.into())
    };
    let joined = pair[0].range == pair[1].range || pair[0].range.end == pair[1].range.start;
    joined && has(&Measure::Month, month) && has(&Measure::Day, day)
}
