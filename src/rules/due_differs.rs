//! In: the tasks of a plan and the Chinese texts of their clauses. Out: a finding for each task that is due before the
//! last day that its clause names.

use jiff::civil::Date;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::days::chinese_last_day;
use crate::model::document::Address;
use crate::model::plan::Task;

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "due-differs",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "A task is not due before the last day that its Chinese clause sets (2027年底前).",
    why: "A unit that reads the table is late, or hurried, by a year.",
    fixed: None,
    fails: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
due = 2026-12-31"#,
        ),
        ("text.zh.md", "2027年底前，全部完成改造。"),
    ],
    passes: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
due = 2027-12-31"#,
        ),
        ("text.zh.md", "2027年底前，全部完成改造。"),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first && one.chinese) {
        for task in reading.plan.tasks() {
            check(task, reading, found);
        }
    }
}

fn check(task: &Task, reading: &Reading<'_>, found: &mut Diagnostics) {
    let (Some(due), [clause]) = (task.due, &task.clauses[..]) else { return };
    let days = days(reading, clause);
    // Of several days, the one of the table may be the one that is meant.
    if days.iter().any(|(day, ..)| *day == due.last_day()) {
        return;
    }
    if let Some((day, words, place)) = days.iter().max_by_key(|(day, ..)| *day)
        && due.last_day() < *day
    {
        let (due, clause) = (due.last_day().to_string(), clause.to_string());
        let fault = Agreement::Due { due, text: words.clone(), clause };
        found.push(Diagnostic::new(Problem::Agreement(fault), task.span).with_related(*place));
    }
}

/// The days by which something is to be done in a clause, with their words and places.
fn days(reading: &Reading<'_>, clause: &Address) -> Vec<(Date, String, Span)> {
    let mut days = Vec::new();
    for paragraph in reading.paragraphs.iter().filter(|one| one.address() == Some(clause)) {
        let text = paragraph.prose.text();
        for (at, _) in text.match_indices('前') {
            let end = text[..at].strip_suffix('以').map_or(at, str::len);
            if !is_deadline(&text[at + '前'.len_utf8()..]) {
                continue;
            }
            if let Some((day, range)) = chinese_last_day(text, end) {
                let words = text[range.start..at + '前'.len_utf8()].to_owned();
                days.push((day, words, paragraph.prose.span(range)));
            }
        }
    }
    days
}

/// Whether a day behind which words stand is one by which something is to be done: not 2029年8月31日前的三个学年, 2029年底前不予上调,
/// 2027年底前建成的项目 or 2027年前期工作.
fn is_deadline(behind: &str) -> bool {
    let piece = &behind[..behind.find(['，', '。', '；', '：', '\n']).unwrap_or(behind.len())];
    let words = piece.trim_start_matches(['应', '当', '须', '均', '都', '暂', '一', '律']);
    let told = piece.ends_with('的') || piece.chars().nth(2) == Some('的');
    !told && !words.starts_with(['不', '的', '期', '述', '款', '列'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_day_makes_a_deadline_of_it() {
        for behind in ["，全部开工。", "完成全县的排查", "一律拆除到位。", "应当报送总结"]
        {
            assert!(is_deadline(behind), "{behind}");
        }
        for behind in [
            "的两个年度内免收",
            "不再新批；",
            "均不上浮，",
            "登记的商户给予补贴",
            "提出申请的，予以减免",
            "期研究",
        ] {
            assert!(!is_deadline(behind), "{behind}");
        }
    }
}
