//! In: the Chinese texts of a plan. Out: a finding for each of its own clauses, and of the items of its articles, that a text
//! names and does not have.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::numeral::{chinese, heading_label};
use crate::model::document::{Address, Clause};
use crate::parity::clause_named;

use super::articles::Articles;
use super::listed_count::outer_items;
use super::reading::{ITSELF, Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-such-clause",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A clause that the Chinese text names as one of its own, such as 本计划四（二）, is there; so is, in a text of articles, each that it names, such as 第十二条 or 第十二条第三项, unless a law is named before it.",
    why: "Clauses are renumbered while a draft is written; readers who follow the number find nothing, or something else.",
    fixed: None,
    fails: &[("text.zh.md", "按照本计划二（八）的规定办理。")],
    passes: &[("text.zh.md", "按照本计划二（一）的规定办理，参照《办法》四（八）。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|one| one.chinese && !one.document.damaged) {
        let articles = Articles::of(reading);
        // Few texts name an item.
        let counted = LazyCell::new(|| items(reading));
        let items = |clause: &Address| counted.get(clause).copied().unwrap_or(0);
        for paragraph in &reading.paragraphs {
            check(reading, articles.as_ref(), &items, paragraph, found);
        }
    }
}

fn check(
    reading: &Reading<'_>,
    articles: Option<&Articles<'_>>,
    items: &dyn Fn(&Address) -> usize,
    paragraph: &Paragraph<'_>,
    found: &mut Diagnostics,
) {
    let text = paragraph.prose.text();
    let named = articles.map_or_else(Vec::new, |one| one.named(paragraph));
    for article in named {
        let behind = &text[article.range.end..];
        let length = match article.clause {
            None => Some(0),
            Some(clause) => no_such_item(behind, clause, items),
        };
        if let Some(length) = length {
            let range = article.range.start..article.range.end + length;
            let words = text[range.clone()].to_owned();
            let place = paragraph.prose.span(range);
            found.report(Problem::Agreement(Agreement::NoClause { words }), place);
        }
    }
    for (at, _) in text.match_indices('本') {
        let Some(itself) = ITSELF.iter().find(|word| text[at..].starts_with(**word)) else {
            continue;
        };
        let start = at + itself.len();
        let Some((levels, length)) = clause_named(&text[start..]) else { continue };
        let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
        if reading.document.clause(&Address::new(levels.join("."))).is_none() {
            let words = text[start..start + length].to_owned();
            let place = paragraph.prose.span(at..start + length);
            found.report(Problem::Agreement(Agreement::NoClause { words }), place);
        }
    }
}

/// How many items each clause has.
type Items<'s> = FxHashMap<&'s Address, usize>;

/// Counts them in one walk over a text.
fn items<'s>(reading: &Reading<'s>) -> Items<'s> {
    let mut items = Items::default();
    for paragraph in &reading.paragraphs {
        if let Some(clause) = paragraph.clause {
            *items.entry(&clause.address).or_default() += items_of(paragraph);
        }
    }
    items
}

/// The bytes of 第一款第六项 behind the number of an article that has items, but not so many.
fn no_such_item(behind: &str, clause: &Clause, items: &dyn Fn(&Address) -> usize) -> Option<usize> {
    let (_, rest) = ranked(behind, '款').unwrap_or((0, behind));
    let (item, rest) = ranked(rest, '项')?;
    let there = items(&clause.address);
    let lacks = there > 1 && usize::try_from(item).is_ok_and(|item| item > there);
    lacks.then(|| behind.len() - rest.len())
}

/// The number of 第六项 or 第（六）项 at the beginning of a text, and what stands behind it.
fn ranked(text: &str, rank: char) -> Option<(u32, &str)> {
    let rest = text.strip_prefix('第')?;
    let number = rest.trim_start_matches('（');
    let end = number.find(|c| !"一二三四五六七八九十".contains(c))?;
    let behind = number[end..].trim_start_matches('）').strip_prefix(rank)?;
    Some((chinese(&number[..end])?, behind))
}

/// The items of a list, or of a paragraph that begins with （一）.
fn items_of(paragraph: &Paragraph<'_>) -> usize {
    let html = paragraph.block.and_then(|block| block.html());
    match html.filter(|html| matches!(html.tag(), "ul" | "ol")) {
        Some(html) => outer_items(html),
        None => {
            let is_item = |line: &&str| {
                heading_label(line).is_some_and(|label| label.printed.starts_with('（'))
            };
            paragraph.prose.text().lines().filter(is_item).count()
        }
    }
}
