//! In: the paragraphs of the texts of a plan. Out: a finding for each that looks like a heading and is none.

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::numeral::{counts_points, heading_label};

use super::clause_numbers::kind;
use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "heading-as-text",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A short line with a number such as 一、 or （二）, or with 第三章, is a heading.",
    why: "Only headings appear in the contents, can be linked to and commented on, and can be named in tables.",
    fixed: None,
    fails: &[("text.zh.md", "（三）监督检查\n\n每年检查一次。")],
    passes: &[("text.zh.md", "（三）监督检查。每年检查一次。")],
    run: Run::Plan(run),
};

/// A line that is longer is no heading.
const LONGEST: usize = 30;

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|reading| reading.chinese) {
        check(reading, found);
    }
}

fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    // Whether the lines are those of a list of annexes.
    let mut annexes = false;
    let mut paragraphs = reading.paragraphs.iter().peekable();
    while let Some(paragraph) = paragraphs.next() {
        let text = paragraph.prose.text().trim_start();
        let Some(label) = label(paragraph) else {
            annexes = text.starts_with("附件");
            continue;
        };
        let next = paragraphs.peek().filter(|next| !next.is_heading());
        // Several such lines one after the other are a list.
        let alone =
            next.is_some_and(|next| self::label(next).is_none_or(|next| kind(next) != kind(label)));
        if alone && !annexes {
            found.report(Problem::Structure(Structure::HeadingAsText), paragraph.span);
        }
    }
}

/// The label of a paragraph that looks like a heading.
fn label<'p>(paragraph: &'p Paragraph<'_>) -> Option<&'p str> {
    let html = paragraph.block?.html()?;
    let text = paragraph.prose.text().trim();
    // The number is the first thing of the line, and quick to see.
    let numbered = text.starts_with(|c| "一二三四五六七八九十（(第".contains(c));
    if !numbered || text.len() > 4 * LONGEST || html.tag() != "p" {
        return None;
    }
    let label = heading_label(text)?;
    let chinese = label.printed.chars().any(counts_points);
    let short = text.chars().count() <= LONGEST;
    let ends = label.rest.ends_with(|c| "。；，、：:;,.！？”》）)".contains(c));
    let whole = !label.rest.is_empty() && !text.contains(['\n', '《', '。', '；']);
    (chinese && short && whole && !ends).then_some(label.printed)
}
