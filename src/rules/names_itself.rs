//! In: the titles and Chinese texts of plans. Out: a finding where a document calls itself by the name of another kind.

use std::ops::Range;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostics, Level, Problem};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "names-itself",
    family: Family::Text,
    level: Level::Warning,
    checks: "A document calls itself what its title calls it: 本方案, where the title ends in 方案.",
    why: "The other name came with words from another document, and readers look for that one.",
    fixed: None,
    fails: &[
        ("plan.toml", "title = { zh = \"节水方案\", en = \"Water Scheme\" }"),
        ("text.zh.md", "本方案三年完成。本办法由市水利局负责解释。"),
    ],
    passes: &[
        ("plan.toml", "title = { zh = \"节水方案\", en = \"Water Scheme\" }"),
        ("text.zh.md", "本方案三年完成，由市水利局负责解释。基本办法是“本办法所称用水”。"),
    ],
    run: Run::Plan(run),
};

/// The kinds of documents, as their titles end. A notice is none of them: it says 本通知 of itself, and hands on another.
const KINDS: [&str; 10] =
    ["办法", "规划", "计划", "方案", "意见", "细则", "条例", "规定", "纲要", "预案"];

/// Words that may stand before the kind: 本实施方案.
const BEFORE: [&str; 12] = [
    "",
    "实施",
    "行动",
    "三年行动",
    "工作",
    "专项",
    "管理",
    "暂行",
    "试行",
    "总体",
    "建设",
    "发展",
];

/// Characters that make another word of 本, and of the kind: 基本办法, 本规划期.
const WORDS_BEFORE: &str = "根基资成样文日脚版原书标课剧副亏股人范读绘蓝底抄善孤话";
const WORDS_BEHIND: &str = "期区年单院局外内生员司性经师";

/// Where a text speaks of the document that it is.
struct Use {
    paragraph: usize,
    range: Range<usize>,
    kind: usize,
}

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|reading| reading.chinese) {
        check(reading, found);
    }
}

fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    let uses = uses(reading);
    let mut counts = [0; KINDS.len()];
    uses.iter().for_each(|one| counts[one.kind] += 1);
    let title = own_title(reading);
    let own = (0..KINDS.len()).filter(|kind| is_own(&title, *kind, &counts));
    let Some(right) = own.max_by_key(|kind| counts[*kind]) else { return };
    // What stands there more often is the name of something that is quoted or annexed.
    let slip = |kind: usize| {
        kind != right && counts[kind] <= counts[right] && !is_annexed(reading, &title, KINDS[kind])
    };
    let slips: Vec<bool> = (0..KINDS.len()).map(|kind| counts[kind] > 0 && slip(kind)).collect();
    for one in uses.iter().filter(|one| slips[one.kind]) {
        let prose = &reading.paragraphs[one.paragraph].prose;
        let written = prose.text()[one.range.clone()].to_owned();
        let right = format!("本{}", KINDS[right]);
        let problem = Problem::Prose(Prose::OtherKind { written, right });
        found.report(problem, prose.span(one.range.clone()));
    }
}

/// Whether the document is of this kind: its title says so, or, where that says nothing, most places of the text.
fn is_own(title: &str, kind: usize, counts: &[usize; KINDS.len()]) -> bool {
    if KINDS.iter().any(|one| title.contains(one)) {
        return title.contains(KINDS[kind]) && counts[kind] > 0;
    }
    let others = counts.iter().sum::<usize>() - counts[kind];
    counts[kind] > 2 * others
}

/// Whether the title names a document of this kind, or a heading ends so: it is an annex with a title of its own.
fn is_annexed(reading: &Reading<'_>, title: &str, kind: &str) -> bool {
    let headings = reading.document.clauses.iter().map(|clause| clause.title.text().trim_end());
    let mut headings = headings.map(|heading| heading.trim_end_matches(['）', ')']));
    title.contains(kind) || headings.any(|heading| heading.ends_with(kind))
}

/// The title without what may stand behind it: （征求意见稿）.
fn own_title(reading: &Reading<'_>) -> String {
    reading.plan.title.get(reading.lang).replace("征求意见", "")
}

fn uses(reading: &Reading<'_>) -> Vec<Use> {
    let mut uses = Vec::new();
    for (paragraph, one) in reading.paragraphs.iter().enumerate() {
        let text = one.prose.text();
        for (at, this) in text.match_indices('本') {
            let rest = &text[at + this.len()..];
            let kind =
                kind_at(rest).filter(|_| !text[..at].ends_with(|c| WORDS_BEFORE.contains(c)));
            if let Some((length, kind)) = kind.filter(|_| !is_quoted(&text[..at])) {
                uses.push(Use { paragraph, range: at..at + this.len() + length, kind });
            }
        }
    }
    uses
}

/// The kind that a text begins with, and how long it is.
fn kind_at(text: &str) -> Option<(usize, usize)> {
    BEFORE.iter().find_map(|before| {
        let rest = text.strip_prefix(before)?;
        let kind = KINDS.iter().position(|kind| rest.starts_with(kind))?;
        let length = before.len() + KINDS[kind].len();
        (!text[length..].starts_with(|c| WORDS_BEHIND.contains(c))).then_some((length, kind))
    })
}

/// Whether a quotation or a title is open at the end of a text.
fn is_quoted(text: &str) -> bool {
    /// A quotation that is longer may lack its end.
    const LONGEST: usize = 600;
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST))..];
    [('“', '”'), ('《', '》')].iter().any(|(open, close)| text.rfind(*open) > text.rfind(*close))
}

#[cfg(test)]
mod tests {
    use super::{KINDS, kind_at};

    #[test]
    fn kinds_of_documents() {
        let kind = |text: &'static str| {
            kind_at(text).map(|(length, kind)| (&text[..length], KINDS[kind]).to_owned())
        };
        assert_eq!(kind("办法自公布之日起施行"), Some(("办法", "办法")));
        assert_eq!(kind("实施方案由"), Some(("实施方案", "方案")));
        for text in ["规划期内", "规划区", "计划单列市", "市", "通知自印发之日起施行", "条件"]
        {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
