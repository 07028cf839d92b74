//! In: the Chinese texts of a plan. Out: a finding where work begins after it is done.

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::days::number_before;

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "start-after-end",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Work does not begin after the day on which the same sentence has it done (2027年3月开工，2029年底前投产).",
    why: "One of the two dates is wrong, and whoever builds or pays has to guess which.",
    fixed: None,
    fails: &[("text.zh.md", "新建水厂1座，2030年3月开工，2029年12月底前投产。")],
    passes: &[("text.zh.md", "新建水厂1座，2027年3月开工，2029年12月底前投产。")],
    run: Run::Plan(run),
};

/// Work begins.
const STARTS: [&str; 7] = ["开工建设", "动工建设", "启动建设", "开工", "动工", "开建", "启动"];

/// Work is done.
const ENDS: [&str; 13] = [
    "竣工",
    "投产",
    "完工",
    "建成",
    "投入使用",
    "投入运行",
    "投用",
    "通车",
    "通水",
    "完成",
    "交付",
    "全面完成",
    "全部建成",
];

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|one| one.chinese) {
        for paragraph in &reading.paragraphs {
            let text = paragraph.prose.text();
            for (start, end) in turned(text) {
                let words = |range: &Range<usize>| text[range.clone()].to_owned();
                let problem = Figures::StartAfterEnd { start: words(&start), end: words(&end) };
                let finding =
                    Diagnostic::new(Problem::Figures(problem), paragraph.prose.span(start));
                found.push(finding.with_related(paragraph.prose.span(end)));
            }
        }
    }
}

/// Every beginning with the end beside it that lies before it.
fn turned(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    // Most texts say nothing of the kind.
    if text.matches('年').nth(1).is_none() {
        return Vec::new();
    }
    let mut list = Vec::new();
    let times: Vec<Time> = text.match_indices('年').filter_map(|(at, _)| time(text, at)).collect();
    for pair in times.windows(2) {
        let Some(start) = said(text, &pair[0], &STARTS) else { continue };
        let between = &text[start.end..pair[1].range.start];
        let words = between.trim_start_matches(['，', ',']);
        let plain =
            ["", "并于", "于", "力争", "计划", "预计", "确保", "争取", "到"].contains(&words);
        let beside = words.len() < between.len() && plain;
        let Some(end) = said(text, &pair[1], &ENDS).filter(|_| beside) else { continue };
        if pair[0].first > pair[1].last {
            list.push((start, end));
        }
    }
    list
}

/// A time of a text: its first and its last day.
struct Time {
    first: Date,
    last: Date,
    range: Range<usize>,
}

/// The time whose year ends at a place: 2027年, 2027年3月, 2027年3月31日.
fn time(text: &str, at: usize) -> Option<Time> {
    let (before, year) = number_before(&text[..at]).filter(|(_, year)| *year > 999)?;
    let whole = |end: usize, month: i8, last: i8| {
        let first = Date::new(year, month, 1).ok()?;
        let last = Date::new(year, last, 1).ok()?.last_of_month();
        Some(Time { first, last, range: before.len()..end })
    };
    let behind = at + '年'.len_utf8();
    let Some((month, rest)) =
        number(&text[behind..]).and_then(|(month, rest)| Some((month, rest.strip_prefix('月')?)))
    else {
        return whole(behind, 1, 12);
    };
    let end = text.len() - rest.len();
    let day = number(rest).and_then(|(day, rest)| Some((day, rest.strip_prefix('日')?)));
    let Some((day, rest)) = day else { return whole(end, month, month) };
    let date = Date::new(year, month, day).ok()?;
    Some(Time { first: date, last: date, range: before.len()..text.len() - rest.len() })
}

/// A number of one or two digits at the beginning, and what stands behind it.
fn number(text: &str) -> Option<(i8, &str)> {
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok().filter(|_| digits < 3)?, &text[digits..]))
}

/// The time with one of the verbs behind it, and nothing more before the next mark.
fn said(text: &str, time: &Time, verbs: &[&str]) -> Option<Range<usize>> {
    let rest =
        text[time.range.end..].trim_start_matches(['底', '末', '初', '以', '之', '前', '份']);
    let rest = rest.strip_prefix("全部").or_else(|| rest.strip_prefix("全面")).unwrap_or(rest);
    let verb = verbs.iter().find(|verb| rest.starts_with(**verb))?;
    let behind = &rest[verb.len()..];
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '）', ',', '、', '并']);
    ends.then(|| time.range.start..text.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_begins_after_it_is_done() {
        for text in [
            "二期工程2029年6月开工，2028年底前竣工。",
            "新桥2030年动工建设，2029年10月1日前通车。",
            "项目2027年5月启动，力争2026年底建成；",
        ] {
            assert_eq!(turned(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn work_in_its_order() {
        for text in [
            "二期工程2026年6月开工，2028年底前竣工。",
            "2028年6月开工，2028年底前竣工。",
            "2027年3月开工建设二期，2026年底前建成一期。",
            "2028年启动二期；2026年建成一期。",
            "2028年启动评估，2026年完成调查。",
        ] {
            assert!(turned(text).is_empty(), "{text}");
        }
    }
}
