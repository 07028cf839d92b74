//! In: a paragraph. Out: days that no calendar has (6月31日), and days with the name of another day of the week. Most
//! paragraphs have neither a day behind the 28th nor a weekday, and are passed over at once.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use memchr::memmem::{self, Finder};
use memchr::{memchr2_iter, memchr3};

use crate::diagnostic::prose::Prose;
use crate::language::days::{Written, chinese_before, english_at, english_before};

use super::{Flaw, Part, Script};

/// Where the year of days may stand that have none beside them: the heading above them, and the paragraph before.
pub type Above<'t> = [&'t str; 2];

/// Puts what is wrong with the days of a paragraph to its other flaws.
pub fn look(
    part: &Part<'_>,
    above: Above<'_>,
    index: usize,
    script: Script,
    flaws: &mut Vec<Flaw>,
) {
    let above = above.map(|text| &text[..text.floor_char_boundary(NEAR)]);
    // Years have one of these digits, and so has every day behind the 28th.
    if memchr3(b'1', b'2', b'3', part.text.as_bytes()).is_none() {
        return;
    }
    let mut report = |range: Range<usize>, problem: Prose| {
        flaws.push(Flaw { part: index, range, problem, fix: Vec::new() });
    };
    for written in late_days(part.text, script) {
        let days = written.days_of_month();
        if written.day > days {
            let words = part.text[written.range.clone()].to_owned();
            report(written.range, Prose::NoSuchDay { words, days });
        }
    }
    for (written, weekday, range) in weekdays(part.text, above, script) {
        let Some(date) = written.date().filter(|date| date.weekday() != weekday) else { continue };
        let words = |range: &Range<usize>| part.text[range.clone()].to_owned();
        let (day, written) = (words(&written.range), words(&range));
        let right = named(date.weekday(), script);
        report(range, Prose::OtherWeekday { day, written, right });
    }
}

/// What a day may have its year from: the heading, and the paragraph before where it names a day with its year.
fn years_above<'t>([heading, before]: Above<'t>, script: Script) -> Above<'t> {
    [heading, if names_whole_day(before, script) { before } else { "" }]
}

/// Whether a text names a day with its year, so that the next paragraph need not.
fn names_whole_day(text: &str, script: Script) -> bool {
    let mut years = memmem::find_iter(text.as_bytes(), "20");
    years.any(|at| {
        let end = at + "2026".len();
        let is_year =
            text.get(at..end).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
        let behind = text.get(end..).unwrap_or("");
        let month = behind.strip_prefix('年').map(|rest| rest.trim_start_matches(char::is_numeric));
        is_year
            && match script {
                Script::Chinese => month.is_some_and(|rest| rest.starts_with('月')),
                Script::English => english_before(text, end).is_some_and(|day| day.year.is_some()),
            }
    })
}

/// Every day from the 29th on.
fn late_days(text: &str, script: Script) -> impl Iterator<Item = Written> {
    let bytes = text.as_bytes();
    let digits = memchr2_iter(b'2', b'3', bytes);
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let alone = move |at: &usize| {
        let before = at.checked_sub(1).is_some_and(|at| is_digit(at) || bytes[at] == b'.');
        is_digit(at + 1) && !before && !is_digit(at + 2) && bytes[*at..at + 2] >= b"29"[..]
    };
    digits.filter(alone).filter_map(move |at| match script {
        Script::Chinese => {
            let end =
                at + 2 + text[at + 2..].starts_with(['日', '号']).then_some('日'.len_utf8())?;
            chinese_before(text, end)
        }
        Script::English => english_at(text, at),
    })
}

/// Every day with the name of a day of the week beside it, and the bytes of that name.
fn weekdays(text: &str, above: Above<'_>, script: Script) -> Vec<(Written, Weekday, Range<usize>)> {
    static CHINESE: LazyLock<[Finder<'static>; 2]> =
        LazyLock::new(|| [Finder::new("星期"), Finder::new("日（周")]);
    static ENGLISH: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("day"));
    match script {
        Script::Chinese => CHINESE
            .iter()
            .flat_map(|finder| finder.find_iter(text.as_bytes()))
            .filter_map(|at| chinese_weekday(text, above, at))
            .collect(),
        Script::English => ENGLISH
            .find_iter(text.as_bytes())
            .filter_map(|at| english_weekday(text, above, at + "day".len()))
            .collect(),
    }
}

const CHINESE_DAYS: [(char, Weekday); 8] = [
    ('一', Weekday::Monday),
    ('二', Weekday::Tuesday),
    ('三', Weekday::Wednesday),
    ('四', Weekday::Thursday),
    ('五', Weekday::Friday),
    ('六', Weekday::Saturday),
    ('日', Weekday::Sunday),
    ('天', Weekday::Sunday),
];

const ENGLISH_DAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// How a text names a weekday.
fn named(weekday: Weekday, script: Script) -> String {
    match script {
        Script::Chinese => {
            let (name, _) =
                CHINESE_DAYS.iter().find(|(_, one)| *one == weekday).unwrap_or(&CHINESE_DAYS[0]);
            format!("星期{name}")
        }
        Script::English => {
            let (name, _) =
                ENGLISH_DAYS.iter().find(|(_, one)| *one == weekday).unwrap_or(&ENGLISH_DAYS[0]);
            (*name).to_owned()
        }
    }
}

/// 2026年11月16日（星期一）, and the end of a range: 2026年11月16日（星期一）至12月11日（星期五）
fn chinese_weekday(
    text: &str,
    above: Above<'_>,
    at: usize,
) -> Option<(Written, Weekday, Range<usize>)> {
    let at = at + if text[at..].starts_with('日') { "日（".len() } else { 0 };
    let word = ["星期", "周"].into_iter().find(|word| text[at..].starts_with(word))?;
    let name = text[at + word.len()..].chars().next()?;
    let (_, weekday) = CHINESE_DAYS.iter().find(|(one, _)| *one == name)?;
    let before = text[..at].trim_end_matches(['（', '(', '，', ' ']);
    let mut written = chinese_before(text, before.len())?;
    if written.year.is_none() {
        let year = year_of_start(text, &written);
        let before = &text[..written.range.start];
        let start = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
        let above = years_above(above, Script::Chinese);
        let near = [&before[start..], above[0], above[1]];
        written.year = year.or_else(|| likely_year(near, &written, *weekday));
    }
    Some((written, *weekday, at..at + word.len() + name.len_utf8()))
}

/// So far around a day is looked for its year, in bytes.
const NEAR: usize = 900;

/// The year of a day, by the first of some texts that names any.
fn likely_year(texts: [&str; 3], day: &Written, weekday: Weekday) -> Option<i16> {
    texts.iter().find_map(|text| named_year(text, day, weekday))
}

/// Of the years that a text names, the one in which a day has this weekday; else the last one.
fn named_year(text: &str, day: &Written, weekday: Weekday) -> Option<i16> {
    /// A text with more of them is a table of years.
    const MOST: usize = 8;
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let places = memchr2_iter(b'1', b'2', text.as_bytes());
    let alone = |at: &usize| {
        let before = at.checked_sub(1);
        let begins =
            !before.is_some_and(|at| digit(at) || matches!(text.as_bytes()[at], b'.' | b','));
        begins && (*at..at + 4).all(digit) && !digit(at + 4)
    };
    let years = places.filter(alone).filter_map(|at| text.get(at..at + 4)?.parse().ok());
    let years: Vec<i16> = years.filter(|year| (1949..2100).contains(year)).take(MOST).collect();
    let fits = |year: &&i16| {
        let date = Written { year: Some(**year), ..day.clone() }.date();
        date.is_some_and(|date| date.weekday() == weekday)
    };
    years.iter().find(fits).or(years.last()).copied()
}

/// The year of the day from which a range leads to this one.
fn year_of_start(text: &str, end: &Written) -> Option<i16> {
    let before = text[..end.range.start].strip_suffix(['至', '到', '—', '－', '～'])?;
    let before = match before.strip_suffix(['）', ')']) {
        Some(inner) => &inner[..inner.rfind(['（', '('])?],
        None => before,
    };
    let start = chinese_before(text, before.len())?;
    let turns = (start.month, start.day) > (end.month, end.day);
    start.year.map(|year| year + i16::from(turns))
}

/// `Monday 16 November 2026`, `Monday, November 16, 2026`, `16 November 2026 (Monday)`; `end` is that of the name.
fn english_weekday(
    text: &str,
    above: Above<'_>,
    end: usize,
) -> Option<(Written, Weekday, Range<usize>)> {
    let (name, weekday) = ENGLISH_DAYS.iter().find(|(name, _)| text[..end].ends_with(name))?;
    let place = end - name.len()..end;
    let behind =
        text[end..].strip_prefix(", ").or_else(|| text[end..].strip_prefix([' ', '\u{a0}']));
    let mut written = behind
        .and_then(|rest| english_at(text, text.len() - rest.len()))
        .or_else(|| english_before(text, text[..place.start].strip_suffix(" (")?.len()))?;
    if written.year.is_none() {
        let year = year_of_end(text, &written);
        let from = text.ceil_char_boundary(written.range.start.saturating_sub(NEAR));
        let to = text.floor_char_boundary((written.range.end + NEAR).min(text.len()));
        let above = years_above(above, Script::English);
        let near = [&text[from..to], above[0], above[1]];
        written.year = year.or_else(|| likely_year(near, &written, *weekday));
    }
    Some((written, *weekday, place))
}

/// The year of the day to which a range leads from this one: `Monday 16 November to Friday 11 December 2026`
fn year_of_end(text: &str, start: &Written) -> Option<i16> {
    const JOINTS: [&str; 5] = [" to ", " until ", " through ", " and ", " – "];
    let behind = &text[start.range.end..];
    let rest = JOINTS.iter().find_map(|joint| behind.strip_prefix(joint))?;
    let named = ENGLISH_DAYS.iter().find_map(|(name, _)| rest.strip_prefix(name));
    let rest = named.map_or(rest, |rest| rest.trim_start_matches([',', ' ']));
    let end = english_at(text, text.len() - rest.len())?;
    let turns = (start.month, start.day) > (end.month, end.day);
    end.year.map(|year| year - i16::from(turns))
}
