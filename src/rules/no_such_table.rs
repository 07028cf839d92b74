//! In: the Chinese texts of a plan. Out: a finding for each of its tables that a text names by a number and does not have.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};

use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-such-table",
    family: Family::Structure,
    level: Level::Warning,
    checks: "In a Chinese text whose tables have numbers (表1), every table that the text names is there.",
    why: "Tables are put in and taken out until the last day; readers who follow the number find nothing.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "主要指标见表2。\n\n表1 主要指标\n\n| 指标 | 2026年 |\n|---|---|\n| 水表 | 10 |",
    )],
    passes: &[(
        "text.zh.md",
        "主要指标见表1。\n\n表1 主要指标\n\n| 指标 | 2026年 |\n|---|---|\n| 水表 | 10 |",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|one| one.chinese) {
        let captions: Vec<u32> = reading.paragraphs.iter().filter_map(caption).collect();
        if !captions.is_empty() {
            check(reading, &captions, found);
        }
    }
}

/// The number of the table above which a line stands: 表1 主要指标
pub fn caption(paragraph: &Paragraph<'_>) -> Option<u32> {
    /// A longer line is a sentence.
    const LONGEST: usize = 50;
    let text = paragraph.prose.text().trim();
    let (number, rest) = number(text.strip_prefix('表')?)?;
    let begins = rest.is_empty() || rest.starts_with([' ', '\u{3000}', '：', ':', '.', '、']);
    (begins && !text.contains('。') && text.chars().count() <= LONGEST).then_some(number)
}

fn check(reading: &Reading<'_>, captions: &[u32], found: &mut Diagnostics) {
    for paragraph in &reading.paragraphs {
        let text = paragraph.prose.text();
        for (at, table) in text.match_indices('表') {
            let start = at + table.len();
            // 附表1, 报表2 and the tables of other documents are others.
            let own = ["见", "入", "在", "如", "与", "和", "、", "（", "据", "照"];
            let leads = own.iter().any(|word| text[..at].ends_with(word));
            let Some((number, rest)) = number(&text[start..]).filter(|_| leads) else { continue };
            if !captions.contains(&number) {
                let end = text.len() - rest.len();
                let words = text[at..end].to_owned();
                let place = paragraph.prose.span(at..end);
                found.report(Problem::Agreement(Agreement::NoTable { words }), place);
            }
        }
    }
}

/// A number of up to two digits, and what stands behind it; `1-2` is the number of something else.
pub fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let whole = (1..3).contains(&digits) && !rest.starts_with(['-', '—', '.', '－']);
    Some((number.parse().ok().filter(|_| whole)?, rest))
}
