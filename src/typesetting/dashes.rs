//! In: dashes, dots and what stands beside them. Out: ranges with the wrong dash, lines of tables in place of dashes,
//! dots in place of `……`, and days with a full stop.

use std::ops::Range;

use crate::diagnostic::prose::Prose;

use super::Script;
use super::sheet::{RangeAt, RangeKind};
use super::walk::{Walk, is_chinese, is_han};

/// Numbers longer than this are codes.
const LONGEST_NUMBER: usize = 12;

/// A run of one kind of dash.
pub fn dash(walk: &mut Walk<'_>, at: usize, mark: char) {
    let length: usize =
        walk.text[at..].chars().take_while(|c| *c == mark).map(char::len_utf8).sum();
    let run = at..at + length;
    walk.skip = walk.skip.max(run.end);
    let between_numbers = walk.after(run.end).is_some_and(|c| c.is_ascii_digit())
        && walk.before(at).is_some_and(|c| c.is_ascii_digit() || UNITS.contains(c));
    if between_numbers {
        if length <= 2 * mark.len_utf8()
            && let Some(range) = range(walk, &run)
        {
            walk.sheet.ranges.push(range);
        }
        return;
    }
    let count = length / mark.len_utf8();
    if let Some(right) = right_dash(walk, &run, mark, count) {
        let written = walk.text[run.clone()].to_owned();
        match &right {
            Some(text) => {
                let text = text.clone();
                walk.replace_all(run, Prose::Dash { written, right }, text);
            }
            None => walk.report(run, Prose::Dash { written, right }, Vec::new()),
        }
    }
}

/// What belongs in the place of a dash; `None` where nothing is wrong, and within it where nobody can say.
fn right_dash(
    walk: &Walk<'_>,
    run: &Range<usize>,
    mark: char,
    count: usize,
) -> Option<Option<String>> {
    let (before, after) = (walk.before(run.start), walk.after(run.end));
    let chinese = [before, after].into_iter().flatten().any(is_chinese);
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let long = || Some(Some(if count == 1 { "—".to_owned() } else { "——".to_owned() }));
    match (mark, walk.script) {
        ('ㄧ', _) => match count {
            1 if chinese => Some(None),
            2 => long(),
            _ => None,
        },
        ('－' | '﹣', _) if latin(before) && latin(after) && count == 1 => Some(Some("-".into())),
        ('─' | '━' | '―' | '－' | '﹣', Script::Chinese) if chinese && count <= 4 => long(),
        ('-', Script::Chinese) if (2..=4).contains(&count) => {
            let beside = before.is_some_and(is_chinese) && after.is_some();
            (beside && after.is_some_and(|c| is_chinese(c) || latin(Some(c))))
                .then(|| Some("——".into()))
        }
        ('-', Script::English) if count == 2 && latin(before) && latin(after) => {
            Some(Some("—".into()))
        }
        _ => None,
    }
}

/// What may stand between a number and the dash of a range.
const UNITS: &str = "%％年月日时万亿元";

/// The range around a dash; `None` where it is a date, a telephone number, a code or the number of something.
fn range(walk: &Walk<'_>, dash: &Range<usize>) -> Option<RangeAt> {
    let text = walk.text;
    let unit = walk.before(dash.start).filter(|c| !c.is_ascii_digit());
    let end = dash.start - unit.map_or(0, char::len_utf8);
    let start = end - digits(text[..end].bytes().rev());
    let last = dash.end + digits(text[dash.end..].bytes());
    let last = if text[..last].ends_with(['.', ',']) { last - 1 } else { last };
    let (left, right) = (&text[start..end], &text[dash.end..last]);
    let fits = |number: &str| !number.is_empty() && number.len() <= LONGEST_NUMBER;
    if !fits(left) || !fits(right) || !stands_alone(walk, start, last, unit.is_some()) {
        return None;
    }
    let is_year =
        |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let years = is_year(left) && is_year(right);
    let dated = years || unit.is_some_and(|c| "年月日时".contains(c));
    if unit.is_none() {
        let value = |text: &str| text.replace(',', "").parse::<f64>().ok();
        if value(left)? >= value(right)? {
            return None;
        }
        let telephone = left.starts_with('0') && !left.starts_with("0.")
            || left.len().min(right.len()) >= 5 && !left.contains(['.', ','])
            || is_year(right) && !is_year(left);
        if telephone || !(years || is_counted(walk, last)) {
            return None;
        }
    }
    let percent = unit.is_none() && text[last..].starts_with('%') && walk.script == Script::Chinese;
    Some(RangeAt {
        part: walk.part,
        whole: start..last + usize::from(percent),
        dash: dash.clone(),
        kind: if dated { RangeKind::Time } else { RangeKind::Number },
        percent,
    })
}

/// How many of the bytes belong to a number.
fn digits(bytes: impl Iterator<Item = u8>) -> usize {
    let number = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    bytes.take_while(number).take(LONGEST_NUMBER + 1).count()
}

/// Whether numbers are no part of a code: `GB/T 15834-2011`, `PM2-5`, `2018-04-11`, `3-2-501`, `表1-2`.
fn stands_alone(walk: &Walk<'_>, start: usize, end: usize, has_unit: bool) -> bool {
    const BEFORE: &str = "-–—~～〜−－/\\._#+:@图表件栏式号〕]";
    let before = walk.before(start);
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || BEFORE.contains(c)) {
        return false;
    }
    if before == Some(' ') {
        let word = walk.text[..start].trim_end();
        if word.ends_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
    }
    let rest = &walk.text[end..];
    let mut next = rest.chars();
    match (next.next(), next.next()) {
        (Some('-'), Some(c)) => c.is_ascii_lowercase(),
        (Some('–' | '—' | '～' | '~' | '/' | '_' | '\\' | '@' | '#'), _) => false,
        (Some(c), _) if c.is_ascii_uppercase() => false,
        (Some('室' | '号'), _) => has_unit,
        _ => !rest.starts_with("单元"),
    }
}

/// Whether what is counted stands behind a number.
fn is_counted(walk: &Walk<'_>, end: usize) -> bool {
    let mut next = walk.text[end..].chars();
    match (next.next(), next.next()) {
        (Some('%' | '‰' | '℃'), _) => true,
        (Some(' ' | '-'), Some(c)) => walk.script == Script::English && c.is_ascii_lowercase(),
        (Some(c), _) => is_han(c) || c.is_ascii_lowercase(),
        (None, _) => false,
    }
}

/// `...` and `。。。`
pub fn dots(walk: &mut Walk<'_>, at: usize, mark: char) {
    let length: usize =
        walk.text[at..].chars().take_while(|c| *c == mark).map(char::len_utf8).sum();
    let run = at..at + length;
    walk.skip = walk.skip.max(run.end);
    let around = [walk.before(at), walk.after(run.end)];
    let chinese = around.into_iter().flatten().any(is_chinese);
    if length / mark.len_utf8() >= 3 && chinese && walk.script == Script::Chinese {
        let written = walk.text[run.clone()].to_owned();
        walk.replace_all(run, Prose::Ellipsis { written }, "……");
    } else if mark == '.' && length == 2 && chinese && walk.script == Script::Chinese {
        let written = walk.text[run.clone()].to_owned();
        walk.report(run, Prose::DoubledMark { written }, Vec::new());
    }
}

/// Days that are known by their date, with one digit for the day.
const DAYS: [&str; 14] = [
    "3.8", "5.1", "5.4", "5.8", "6.1", "6.5", "6.6", "6.8", "7.1", "8.1", "10.1", "11.9", "12.2",
    "12.4",
];

/// A day with a full stop before a closing quotation mark: `“3.15”`.
pub fn day(walk: &mut Walk<'_>, quote: usize) {
    let bytes = walk.text[..quote].bytes().rev();
    let length = bytes.take(6).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let start = quote - length;
    let written = &walk.text[start..quote];
    let Some((month, day)) = written.split_once('.') else { return };
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| !text.starts_with('0'));
    let is_day = number(month).is_some_and(|month| month <= 12)
        && number(day).is_some_and(|day| day <= 31)
        && (day.len() == 2 || DAYS.contains(&written));
    let alone = walk.before(start).is_none_or(|c| c == '“' || is_han(c));
    if is_day && alone && walk.script == Script::Chinese {
        let right = format!("{month}·{day}");
        let problem = Prose::DayWithStop { written: written.to_owned(), right };
        // Only a reader knows whether a number was meant.
        walk.report(start..quote, problem, Vec::new());
    }
}
