//! In: the Chinese texts of a plan. Out: a finding for each of its own clauses that a text names and does not have.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::document::Address;
use crate::parity::clause_named;

use super::articles::Articles;
use super::reading::{ITSELF, Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-such-clause",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A clause that the Chinese text names as one of its own, such as 本计划四（二）, is there; so is, in a text of articles, each that it names, such as 第十二条, unless a law is named before it.",
    why: "Clauses are renumbered while a draft is written; readers who follow the number find nothing, or something else.",
    fixed: None,
    fails: &[("text.zh.md", "按照本计划二（八）的规定办理。")],
    passes: &[("text.zh.md", "按照本计划二（一）的规定办理，参照《办法》四（八）。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings.iter().filter(|one| one.chinese && !one.document.damaged) {
        let articles = Articles::of(reading);
        for paragraph in &reading.paragraphs {
            check(reading, articles.as_ref(), paragraph, found);
        }
    }
}

fn check(
    reading: &Reading<'_>,
    articles: Option<&Articles<'_>>,
    paragraph: &Paragraph<'_>,
    found: &mut Diagnostics,
) {
    let text = paragraph.prose.text();
    let named = articles.map_or_else(Vec::new, |one| one.named(paragraph));
    for article in named.iter().filter(|one| one.clause.is_none()) {
        let words = text[article.range.clone()].to_owned();
        let place = paragraph.prose.span(article.range.clone());
        found.report(Problem::Agreement(Agreement::NoClause { words }), place);
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
