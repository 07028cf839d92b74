//! In: what the texts claim, and their clauses. Out: a finding where the text of a part says how many groups and tasks it
//! has, and there are more or fewer; and where it says how many tasks the plan has, and the table of responsibilities has
//! one or two more or fewer.

use std::ops::Range;

use crate::claims::Grouped;
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::document::Clause;

use super::stated::{Text, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clauses-counted",
    family: Family::Figures,
    level: Level::Warning,
    checks: "五个方面16项任务 at the head of a part agrees with its headings: five groups, and sixteen numbered clauses in them; at the head of the text with all of them. Where neither number fits, something else is counted. 共15项任务 in the text of a plan with a table of 16 tasks is wrong, too.",
    why: "Tasks are added and taken away until the last day; the number at the head is forgotten, and readers look for what is missing.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "## 一、任务\n\n实施两个方面4项任务。\n\n### （一）设施\n\n#### 1.修管道\n\n修管道。\n\n#### 2.换器具\n\n换器具。\n\n### （二）管理\n\n#### 3.查漏损\n\n查漏损。",
    )],
    passes: &[(
        "text.zh.md",
        "## 一、任务\n\n实施两个方面3项任务。\n\n### （一）设施\n\n#### 1.修管道\n\n修管道。\n\n#### 2.换器具\n\n换器具。\n\n### （二）管理\n\n#### 3.查漏损\n\n查漏损。",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case).filter(|text| !text.plan.is_pending(text.lang)) {
        for (one, below) in text.grouped() {
            let whole = one.paragraph.clause.is_none();
            let count = if whole { counted_in_all(below) } else { counted(below) };
            let in_part = || counted_in_part(below, one.it).filter(|_| whole);
            let Some((groups, items)) = count.or_else(in_part) else { continue };
            let Grouped { groups: said_groups, items: said_items, .. } = *one.it;
            let (said, found_here) = match (said_groups == groups, said_items == items) {
                (true, false) => (said_items, items),
                (false, true) => (said_groups, groups),
                _ => continue,
            };
            let words = one.words(&one.it.range);
            let problem = Figures::Clauses { words, said, found: found_here };
            found.report(Problem::Figures(problem), one.span(&one.it.range));
        }
        tasks(&text, found);
    }
}

/// 六大行动，共15项任务 and 9项指标和15项重点任务 against the tasks of the table. What is far from their number is that of
/// something else.
fn tasks(text: &Text<'_>, found: &mut Diagnostics) {
    /// Tables with fewer tasks may be of a part of the text.
    const LEAST: usize = 5;
    const NEAR: usize = 2;
    let tasks = text.plan.tasks().count();
    if tasks < LEAST {
        return;
    }
    for paragraph in text.paragraphs().iter().filter(|one| one.prose.text().contains("任务")) {
        let prose = paragraph.prose.text();
        for (words, said) in tasks_said(prose) {
            if said != tasks && said.abs_diff(tasks) <= NEAR {
                let shown = prose[words.clone()].to_owned();
                let problem = Figures::Tasks { words: shown, said, found: tasks };
                found.report(Problem::Figures(problem), paragraph.prose.span(words));
            }
        }
    }
}

/// The numbers of tasks that a text says of a whole plan: 共15项任务, 9项指标和15项重点任务, 12项任务 alone; not 其中5项任务 or
/// 完成15项任务.
fn tasks_said(text: &str) -> Vec<(Range<usize>, usize)> {
    const KINDS: [&str; 4] = ["重点", "主要", "具体", "工作"];
    /// So many bytes before a number are looked at.
    const REACH: usize = 90;
    const LEADS: [&str; 9] = ["共", "和", "、", "，", "提出", "明确", "部署", "的", "实施"];
    let said = |(at, _): (usize, &str)| {
        let number = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let value = text[at - number..at].parse().ok().filter(|_| number > 0)?;
        let rest = &text[at + '项'.len_utf8()..];
        let noun = KINDS.iter().fold(rest, |rest, kind| rest.strip_prefix(kind).unwrap_or(rest));
        let behind = noun.strip_prefix("任务")?;
        let from = text.floor_char_boundary((at - number).saturating_sub(REACH));
        let before = &text[from..at - number];
        // 第一季度完成的15项任务, 15项任务按期完成 tell what was done.
        let led = before.is_empty() || LEADS.iter().any(|lead| before.ends_with(lead));
        let piece = before.rfind(is_mark).map_or(before, |mark| &before[mark..]);
        let part =
            ["其中", "完成", "承担", "负责", "涉及", "已"].iter().any(|word| piece.contains(word));
        let ends = behind.is_empty() || behind.starts_with(is_mark) || behind.starts_with('的');
        let range = at - number..text.len() - behind.len();
        (led && !part && ends).then_some((range, value))
    };
    text.match_indices('项').filter_map(said).collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '、' | '（' | '）' | '\n')
}

/// How many groups and how many numbered clauses in them there are; `None` where some have none.
fn counted(below: &[Clause]) -> Option<(usize, usize)> {
    let depth = below.first()?.depth;
    let (mut groups, mut items) = (0, 0);
    for (at, clause) in below.iter().enumerate().filter(|(_, clause)| clause.depth <= depth + 1) {
        let next = below.get(at + 1).map(|next| next.depth);
        if clause.label.is_empty() || (clause.depth == depth && next != Some(depth + 1)) {
            return None;
        }
        if clause.depth == depth { groups += 1 } else { items += 1 }
    }
    Some((groups, items))
}

/// The same for the one part of a text that has as many groups or as many items as are said; `None` where several have.
fn counted_in_part(clauses: &[Clause], said: &Grouped) -> Option<(usize, usize)> {
    let depth = clauses.first()?.depth;
    let parts =
        clauses.chunk_by(|_, next| next.depth > depth).filter_map(|part| counted(&part[1..]));
    let mut parts = parts.filter(|(groups, items)| *groups == said.groups || *items == said.items);
    parts.next().filter(|_| parts.next().is_none())
}

/// The same for a whole text: only the parts that have numbered clauses are groups. `None` where these have clauses of
/// their own, too: nobody knows which of them are meant.
fn counted_in_all(clauses: &[Clause]) -> Option<(usize, usize)> {
    let depth = clauses.first()?.depth;
    let (mut groups, mut items) = (0, 0);
    for pair in clauses.windows(2) {
        let (clause, next) = (&pair[0], &pair[1]);
        if next.depth > depth + 1 || clause.label.is_empty() {
            return None;
        }
        groups += usize::from(clause.depth == depth && next.depth == depth + 1);
        items += usize::from(next.depth == depth + 1);
    }
    Some((groups, items))
}

#[cfg(test)]
mod tests {
    use super::tasks_said;

    #[test]
    fn tasks_of_a_whole_plan() {
        let said = |text| tasks_said(text).into_iter().map(|(_, said)| said).collect::<Vec<_>>();
        for text in [
            "组织实施六大行动，共15项任务，分工见表。",
            "提出9项主要指标和15项重点任务。",
            "15项任务，逐项落实。",
        ] {
            assert_eq!(said(text), [15], "{text}");
        }
        for text in [
            "其中15项任务由市级承担。",
            "2025年15项任务全部完成。",
            "15项任务分工",
            "涉及15项任务。",
            "已完成15项任务。",
        ] {
            assert!(said(text).is_empty(), "{text}");
        }
    }
}
