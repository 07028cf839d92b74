//! The real plans of this repository, held against copies of their sources in `tests/sources/`: without what stood around
//! them on the websites that they were taken from, every sentence is published, in its order.

mod support;

use std::fs;
use std::ops::RangeInclusive;

use support::published::{essence, main_text, site};
use support::tests;

/// A document of a website.
struct Document {
    source: &'static str,
    /// The plan that was made from it.
    plan: &'static str,
    /// The lines that are the document, counted from 1.
    lines: &'static [RangeInclusive<usize>],
    /// Lines that go on with the sentence of the line before.
    broken: &'static [usize],
}

const DOCUMENTS: [Document; 5] = [
    // Langfang's notice stands on another page; its own test reads it, and the tables.
    Document {
        source: "langfang-2018-2020",
        plan: "langfang-sti-2018-2020",
        lines: &[28..=29, 31..=124],
        broken: &[29],
    },
    // Lines 1, 2 and 4 are the head of a news page, 104 to 107 what stood below it.
    Document {
        source: "tangshan-2025",
        plan: "tangshan-innovation-platforms-2025",
        lines: &[5..=103],
        broken: &[],
    },
    Document {
        source: "district-2020-2025",
        plan: "xx-district-sti-2020-2025",
        lines: &[1..=1],
        broken: &[],
    },
    // Of line 3, the title; 1 and 5 are the head of a website, 103 and 105 its foot.
    Document {
        source: "hebei-2018",
        plan: "hebei-sti-2018",
        lines: &[3..=3, 6..=102],
        broken: &[],
    },
    // Lines 1 to 11 are the entry of a database.
    Document {
        source: "hengshui-2016-2020",
        plan: "hengshui-sti-2016-2020",
        lines: &[12..=51],
        broken: &[32, 34, 38, 46, 51],
    },
];

/// The sentences of a document, without marks.
fn sentences(document: &Document) -> Vec<String> {
    let text = fs::read_to_string(tests(&format!("sources/{}.txt", document.source))).unwrap();
    let all: Vec<&str> = text.lines().collect();
    let mut words = String::new();
    for number in document.lines.iter().cloned().flatten().filter(|number| *number <= all.len()) {
        words += if document.broken.contains(&number) { "" } else { "\n" };
        // Where the copy was taken from, is said elsewhere.
        words += all[number - 1].split("(引自").next().unwrap();
    }
    words.split(['。', ':', ';', '\n']).map(essence).filter(|one| !one.is_empty()).collect()
}

/// So many parts at most.
const PARTS: usize = 3;

/// Where a page ends with a sentence that stands behind a place. A source without line breaks has titles and what follows
/// them in one; the longest beginning that is there is one of the parts.
fn behind(page: &str, at: usize, sentence: &str, parts: usize) -> Option<usize> {
    let whole = |words: &str| page[at..].find(words).map(|found| at + found + words.len());
    whole(sentence).or_else(|| {
        let left = parts.checked_sub(1).filter(|left| *left > 0)?;
        let cuts = sentence.char_indices().rev().map(|(cut, _)| cut);
        let cuts = cuts.filter(|cut| sentence[..*cut].chars().nth(3).is_some());
        let (cut, end) = cuts.filter_map(|cut| Some((cut, whole(&sentence[..cut])?))).next()?;
        behind(page, end, &sentence[cut..], left)
    })
}

#[test]
fn every_sentence_of_the_sources_is_published_in_order() {
    let site = site();
    site.build();
    for document in &DOCUMENTS {
        let Document { source, plan, .. } = document;
        let page = essence(&main_text(&site.page(&format!("zh/plans/{plan}/index.html"))));
        let sentences = sentences(document);
        assert!(sentences.len() >= 30, "{source}: {}", sentences.len());
        let mut at = 0;
        for sentence in &sentences {
            let end = behind(&page, at, sentence, PARTS);
            assert!(end.is_some(), "{source}: not published, or not in its place: {sentence}");
            at = end.unwrap();
        }
    }
}
