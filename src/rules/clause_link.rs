//! In: the texts of a plan. Out: a finding for each link that names a clause and leads to another one, or to the clause in
//! which it stands; and for each article that names itself.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostics, Level, Problem, Spanned};
use crate::language::numeral::{chinese, english, roman_in_capitals};
use crate::model::document::{Address, Document};

use super::articles::Articles;
use super::reading::Paragraph;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clause-link",
    family: Family::Structure,
    level: Level::Warning,
    checks: "A link that names a clause of the text leads to that clause, and not to the one in which it stands; no article names itself by its number.",
    why: "When clauses are renumbered, the words are corrected and the address is forgotten, or the other way round; readers cannot tell which of the two is meant.",
    fixed: None,
    fails: &[("text.zh.md", "按照[二（一）](#1)的规定办理。")],
    passes: &[("text.zh.md", "按照[二（一）](#2.1)的规定办理。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        let articles = Articles::of(reading);
        for paragraph in &reading.paragraphs {
            if let Some(articles) = &articles {
                names_itself(articles, paragraph, found);
            }
            let Some(html) = paragraph.block.and_then(|block| block.html()) else { continue };
            for link in html.links() {
                let words = words(case.files.at(link.span));
                if let Some(problem) = problem(link, words, paragraph.address(), reading.document) {
                    found.report(Problem::Agreement(problem), link.span);
                }
            }
        }
    }
}

fn names_itself(articles: &Articles<'_>, paragraph: &Paragraph<'_>, found: &mut Diagnostics) {
    for article in articles.named(paragraph) {
        if article.clause.is_some_and(|clause| Some(&clause.address) == paragraph.address()) {
            let words = paragraph.prose.text()[article.range.clone()].to_owned();
            let place = paragraph.prose.span(article.range);
            found.report(Problem::Agreement(Agreement::ToItself { words }), place);
        }
    }
}

/// What readers see of a link as the author wrote it.
fn words(written: &str) -> &str {
    let words = written.strip_prefix('[').and_then(|rest| rest.rsplit_once("](")).map(|one| one.0);
    words.unwrap_or("")
}

/// What begins the name of an annex.
const ANNEX: [&str; 4] = ["附件", "附录", "annex", "appendix"];

/// What is wrong with a link of these words within a clause.
fn problem(
    link: &Spanned<String>,
    words: &str,
    here: Option<&Address>,
    text: &Document,
) -> Option<Agreement> {
    let address = link.value.strip_prefix('#')?;
    let named = named(words)?;
    let levels = levels(address)?;
    let names_annex = ANNEX.iter().any(|word| words.to_lowercase().contains(word));
    if !has(&levels, &named) || (names_annex && !is_annex(address, text)) {
        let (words, address) = (words.to_owned(), address.to_owned());
        return Some(Agreement::LinkNamesOther { words, address });
    }
    let to_itself = here.is_some_and(|here| here.as_str() == address);
    to_itself.then(|| Agreement::ToItself { words: words.to_owned() })
}

/// Whether an address is that of an annex, or of a clause that is called one or stands below one: `十、附件`.
fn is_annex(address: &str, text: &Document) -> bool {
    let above = address.match_indices('.').map(|(at, _)| &address[..at]).chain([address]);
    let called = |address: &str| {
        let clause = text.clauses.iter().find(|clause| clause.address.as_str() == address);
        let title = clause.map(|clause| clause.title.text().to_lowercase()).unwrap_or_default();
        ANNEX.iter().any(|word| title.starts_with(word))
    };
    address.starts_with("annex-") || above.into_iter().any(called)
}

/// Whether an address is the one that is named. Where numbers go on from one part to the next, those of levels between may be
/// left out: 第8项 and 第二部分第8项 are both 2.3.8.
fn has(levels: &[u32], named: &[u32]) -> bool {
    let mut above = levels.iter();
    levels.last() == named.last() && named.iter().all(|number| above.any(|level| level == number))
}

/// The numbers of an address: `2.1`, `annex-2`.
fn levels(address: &str) -> Option<Vec<u32>> {
    let numbers = address.strip_prefix("annex-").unwrap_or(address);
    numbers.split('.').map(|number| number.parse().ok()).collect()
}

/// The numbers of the clause that the words of a link name, such as 第四部分第（二）项, `Section II(4)` or `Measure 25`;
/// `None` where they name one clause and something else, several clauses, or none.
fn named(words: &str) -> Option<Vec<u32>> {
    /// What may stand before a number and behind it.
    const CHINESE: &str = "第部分章节条项款正文任务附件录措施";
    const ENGLISH: [&str; 15] = [
        "part",
        "section",
        "clause",
        "item",
        "article",
        "chapter",
        "paragraph",
        "point",
        "measure",
        "action",
        "task",
        "annex",
        "appendix",
        "schedule",
        "no",
    ];
    // The lower level stands first: `item (1) of Part 5`.
    if let Some((below, above)) = words.split_once(" of ") {
        return Some([named(above)?, named(below)?].concat());
    }
    let mut numbers = Vec::new();
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let length = match c {
            '0'..='9' => {
                let length = run(|c| c.is_ascii_digit());
                numbers.push(rest[..length].parse().ok()?);
                length
            }
            'a'..='z' | 'A'..='Z' => {
                let length = run(|c| c.is_ascii_alphabetic());
                let word = &rest[..length];
                let small = word.to_ascii_lowercase();
                match roman_in_capitals(word).or_else(|| english(&small)) {
                    Some(number) => numbers.push(number),
                    None if ENGLISH.contains(&small.as_str()) => {}
                    None => return None,
                }
                length
            }
            ' ' | '\u{a0}' | '.' | ',' | '(' | ')' | '（' | '）' | '、' => c.len_utf8(),
            c if CHINESE.contains(c) => c.len_utf8(),
            _ => {
                let length = run(|c| "零一二三四五六七八九十百".contains(c));
                numbers.push(chinese(&rest[..length])?);
                length
            }
        };
        rest = &rest[length..];
    }
    (!numbers.is_empty()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::{has, named};

    #[test]
    fn levels_that_are_left_out() {
        assert!(has(&[2, 3, 8], &[8]) && has(&[2, 3, 8], &[2, 8]) && has(&[2, 3, 8], &[2, 3, 8]));
        assert!(!has(&[2, 3, 8], &[2, 3]) && !has(&[2, 3, 8], &[3, 2, 8]) && !has(&[1], &[2, 1]));
    }

    #[test]
    fn clauses_that_words_name() {
        let cases: [(&str, &[u32]); 12] = [
            ("第四部分第（二）项", &[4, 2]),
            ("二、（二）5", &[2, 2, 5]),
            ("第（二十五）条", &[25]),
            ("任务8", &[8]),
            ("附件2", &[2]),
            ("Section II(4)", &[2, 4]),
            ("clause III (IV) 10", &[3, 4, 10]),
            ("clause 3.2.6", &[3, 2, 6]),
            ("III(II)6", &[3, 2, 6]),
            ("Part Five, Item (1)", &[5, 1]),
            ("Schedule 1", &[1]),
            ("Item (1) of Part 5", &[5, 1]),
        ];
        for (words, numbers) in cases {
            assert_eq!(named(words).as_deref(), Some(numbers), "{words}");
        }
        for words in ["指标表", "the 17 townships", "第十六条规定", "Sections 2 and 3", "", "表2"]
        {
            assert_eq!(named(words), None, "{words}");
        }
    }
}
