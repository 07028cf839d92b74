//! In: the tasks of a plan and the Chinese texts of their clauses. Out: a finding for each task that is due before the
//! last day that its clause names, or after the day by which its clause has done what the task is called after: the thing, or
//! the figure in its name.

use jiff::civil::Date;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::days::chinese_last_day;
use crate::model::document::Address;
use crate::model::plan::Task;
use crate::model::register::When;

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "due-differs",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "A task is not due before the last day that its Chinese clause sets (2027年底前), nor after the day by which the clause has made what the task is called after (2027年底前建成监测平台, of a task 建设监测平台; 扩建1800平方米，2028年6月30日前投入使用, of a task 扩建实验室1800平方米); and a day within a year (2028年5月31日) stands in a clause that sets any, which does not name the same day of another year alone.",
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
    let (day, mut days) = (due.last_day(), days(reading, clause));
    // Of several days, the one of the table may be the one that is meant.
    if days.is_empty() || days.iter().any(|one| one.day == day) {
        return;
    }
    // 自2026年7月1日起
    let full = format!("{}年{}月{}日", day.year(), day.month(), day.day());
    let own = || reading.paragraphs.iter().filter(|one| one.address() == Some(clause));
    if own().any(|one| one.prose.text().contains(&full)) {
        return;
    }
    // The days of other tasks of the clause are theirs.
    let others = reading.plan.tasks().filter(|one| one.number != task.number);
    let others = others.filter(|one| one.clauses.contains(clause)).filter_map(|one| one.due);
    let theirs: Vec<Date> = others.map(When::last_day).collect();
    days.retain(|one| !theirs.contains(&one.day));
    let last = days.iter().max_by_key(|one| one.day).filter(|one| day < one.day);
    let name = task.name.get(reading.lang);
    let only = |is: &dyn Fn(&Deadline<'_>) -> bool| {
        let mut days = days.iter().filter(|one| is(one));
        days.next().filter(|one| days.next().is_none() && one.day < day)
    };
    let makes_own = || thing(name).and_then(|thing| only(&|one| makes(one.behind, thing)));
    let by_figure = || figure(name).and_then(|figure| only(&|one| has_figure(one, figure)));
    // No year ends on that day, so that it was taken from somewhere.
    let made_up = || {
        let ends_year = (day.month(), day.day()) == (12, 31);
        let named = |once: bool| {
            own().any(|one| {
                let text = one.prose.text();
                let text = if once { text.replace("每季度", "") } else { text.to_owned() };
                names_day(&text, day)
            })
        };
        // 每季度抽查 is said of every quarter, and not of what is due in the year of another day.
        let same_year = days.iter().any(|one| one.day.year() == day.year());
        let known = ends_year || named(same_year);
        let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
        let nearest = || days.iter().min_by_key(|one| (months(one.day) - months(day)).abs());
        (!known).then(nearest).flatten()
    };
    // The same day of another year, in a clause that does not speak of that year.
    let other_year = || {
        let year = format!("{}年", day.year());
        let ends_plan = reading.plan.period.is_some_and(|period| period.end == day.year());
        let known = ends_plan || own().any(|one| one.prose.text().contains(&year));
        let same =
            |one: &&Deadline<'_>| (one.day.month(), one.day.day()) == (day.month(), day.day());
        if known { None } else { days.iter().find(same) }
    };
    let found_out = last.or_else(makes_own).or_else(by_figure).or_else(made_up);
    if let Some(one) = found_out.or_else(other_year) {
        let (due, clause) = (day.to_string(), clause.to_string());
        let fault = Agreement::Due { due, text: one.words.clone(), clause };
        found.push(Diagnostic::new(Problem::Agreement(fault), task.span).with_related(one.place));
    }
}

/// Whether a text names a day without its year, or what ends with it: 6月30日, 6月底, 上半年.
fn names_day(text: &str, day: Date) -> bool {
    let month = day.month();
    let ends = day.last_of_month() == day;
    let words: &[&str] = match month {
        6 => &["上半年", "年中", "季度"],
        3 | 9 => &["季度"],
        _ => &[],
    };
    text.contains(&format!("{month}月{}日", day.day()))
        || ends && text.contains(&format!("{month}月"))
        || ends && words.iter().any(|word| text.contains(word))
}

/// How the names of tasks begin, and how clauses say that something is made.
const MAKES: [&str; 15] = [
    "建设", "建成", "建立", "设立", "完成", "搭建", "编制", "制定", "出台", "组建", "开通", "新建",
    "成立", "开发", "建好",
];

/// What a task makes: the name without its verb, where that leaves enough to know it by.
fn thing(name: &str) -> Option<&str> {
    let thing = MAKES.iter().find_map(|verb| name.strip_prefix(verb))?;
    (thing.chars().count() > 3 && !thing.contains(['、', '，'])).then_some(thing)
}

/// Whether a sentence that goes on so behind a day has made a thing by then: 前建成智慧供热平台.
fn makes(behind: &str, thing: &str) -> bool {
    /// So many bytes behind the day are looked at.
    const REACH: usize = 180;
    let behind = &behind[..behind.floor_char_boundary(REACH)];
    let piece = &behind[..behind.find(['，', '。', '；', '：', '\n']).unwrap_or(behind.len())];
    let Some(at) = piece.find(thing) else { return false };
    let whole =
        piece[at + thing.len()..].is_empty() || piece[at + thing.len()..].starts_with(['并', '（']);
    whole
        && MAKES.iter().any(|verb| {
            let between = piece[..at].find(verb).map(|begin| &piece[begin + verb.len()..at]);
            matches!(between, Some("" | "由" | "全市" | "市级" | "一个" | "1个"))
        })
}

/// The figure in the name of a task, with what it counts: 扩建实验室1800平方米. `None` where there are several.
fn figure(name: &str) -> Option<&str> {
    let digit = |c: char| c.is_ascii_digit() || c == '.';
    let start = name.find(digit)?;
    let length = name[start..].find(|c| !digit(c))?;
    let unit = name[start + length..].chars().next().filter(|c| !"年月日".contains(*c))?;
    let end = start + length + unit.len_utf8();
    (length > 1 && !name[end..].contains(digit)).then_some(&name[start..end])
}

/// Whether the sentence of a day speaks of all that a figure counts before the day, and of no part of it.
fn has_figure(one: &Deadline<'_>, figure: &str) -> bool {
    const PARTS: [&str; 6] = ["其中", "首批", "先行", "其余", "每年", "分别"];
    let places = one.before.match_indices(figure).map(|(at, _)| at);
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut whole = places.filter(|at| !one.before[..*at].ends_with(digit));
    whole.next().is_some_and(|at| !PARTS.iter().any(|word| one.before[at..].contains(word)))
}

/// A day by which something is to be done in a clause.
struct Deadline<'t> {
    day: Date,
    words: String,
    place: Span,
    /// What stands before it in its sentence.
    before: &'t str,
    /// What stands behind it.
    behind: &'t str,
}

fn days<'t>(reading: &'t Reading<'_>, clause: &Address) -> Vec<Deadline<'t>> {
    let mut days = Vec::new();
    for paragraph in reading.paragraphs.iter().filter(|one| one.address() == Some(clause)) {
        let text = paragraph.prose.text();
        for (at, _) in text.match_indices('前') {
            let end = text[..at].strip_suffix('以').map_or(at, str::len);
            // 2027年1月25日（星期一）前
            let weekday = text[..end].strip_suffix('）').and_then(|before| before.rfind("（星期"));
            let end = weekday.unwrap_or(end);
            if !is_deadline(&text[at + '前'.len_utf8()..]) {
                continue;
            }
            if let Some((day, range)) = chinese_last_day(text, end) {
                let behind = &text[at + '前'.len_utf8()..];
                let words = text[range.start..at + '前'.len_utf8()].to_owned();
                let before = text[..range.start].rsplit(['。', '；', '\n']).next().unwrap_or("");
                let place = paragraph.prose.span(range);
                days.push(Deadline { day, words, place, before, behind });
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
    fn a_task_is_called_after_what_it_makes() {
        let thing = |name| thing(name).unwrap_or("");
        assert_eq!(thing("建设智慧供热平台"), "智慧供热平台");
        for behind in ["建成智慧供热平台，接入240座换热站。", "完成智慧供热平台。"]
        {
            assert!(makes(behind, "智慧供热平台"), "{behind}");
        }
        for behind in [
            "编制智慧供热平台建设方案，2028年建成。",
            "完成选址，建成智慧供热平台。",
            "投用的智慧供热平台",
        ] {
            assert!(!makes(behind, "智慧供热平台"), "{behind}");
        }
        for name in ["建设平台", "提升能力", "建设泵站、管网"] {
            assert_eq!(thing(name), "", "{name}");
        }
    }

    #[test]
    fn a_day_is_named_in_several_ways() {
        let day = |year, month, day| Date::new(year, month, day).unwrap();
        for text in ["2027年6月30日前", "于6月底前", "6月前", "上半年完成", "每季度一次"]
        {
            assert!(names_day(text, day(2027, 6, 30)), "{text}");
        }
        for text in ["9月30日前", "年底前", "2027年完成"] {
            assert!(!names_day(text, day(2027, 6, 30)), "{text}");
        }
        assert!(names_day("3月15日前", day(2027, 3, 15)) && !names_day("3月", day(2027, 3, 15)));
    }

    #[test]
    fn a_task_may_be_told_by_its_figure() {
        assert_eq!(figure("扩建实验室1800平方米"), Some("1800平"));
        for name in ["建设5G基站", "完成2027年改造", "改造12处、新建30处", "建设实验室"]
        {
            assert_eq!(figure(name), None, "{name}");
        }
    }

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
