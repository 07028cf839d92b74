//! In: a sentence with 分别. Out: the things before it and the figures that stand for them in turn.

use super::InTurn;
use super::figure::Figure;
use super::lists::groupings;
use super::names::{name, split_leading};
use super::sentences::{is_mark, without_brackets};
use super::steps::is_joint;

const WORD: &str = "分别";

/// Reads every 分别 of a sentence that has figures behind it.
pub fn read(sentence: &str, figures: &[Figure], year: Option<i16>, list: &mut Vec<InTurn>) {
    let mut first = 0;
    let mut before = 0;
    for (at, _) in sentence.match_indices(WORD) {
        let behind = at + WORD.len();
        while figures.get(first).is_some_and(|one| one.range.start < behind) {
            before = figures[first].range.end;
            first += 1;
        }
        let Some(start) = figures.get(first).map(|one| one.range.start) else { return };
        let between = &sentence[behind..start];
        if between.contains(is_mark) || between.contains(WORD) {
            continue;
        }
        let taken = run(sentence, &figures[first..]);
        if taken < 2 {
            continue;
        }
        // 分别新增甲、乙1000家、2000家: the things stand behind the word.
        let words = if between.contains('、') { between } else { things(&sentence[before..at]) };
        let text = without_brackets(words);
        let counts = groupings(&text);
        if counts.is_empty() {
            continue;
        }
        let grades = grades(&text);
        let mut things: Vec<usize> =
            counts.iter().flat_map(|(least, most)| *least..=*most).collect();
        if grades > 1 {
            // 国家级、省级、市级重点实验室: the grades are what 分别 counts, or the kinds behind them.
            let kinds: Vec<usize> =
                things.iter().map(|count| (count + 1).saturating_sub(grades)).collect();
            things.extend(kinds);
            things.push(grades);
        }
        things.sort_unstable();
        things.dedup();
        let figures = figures[first..first + taken].to_vec();
        let range = at..figures[taken - 1].range.end;
        let name = name(split_leading(words).1).unwrap_or_default();
        list.push(InTurn { things, name, figures, year, range });
    }
}

/// How many figures follow each other with nothing but a joint between them.
fn run(sentence: &str, figures: &[Figure]) -> usize {
    let joint = |pair: &[Figure]| {
        let between = sentence.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        is_joint(between)
    };
    1 + figures.windows(2).take_while(|pair| joint(pair)).count()
}

/// The words before 分别 back to the last mark; where the mark stands right before it, those before that mark.
fn things(before: &str) -> &str {
    let before = before.trim_end_matches(['，', ',', ' ']);
    let mut depth = 0usize;
    for (at, c) in before.char_indices().rev() {
        if super::sentences::closes(c) {
            depth += 1;
        } else if super::sentences::opens(c) {
            depth = depth.saturating_sub(1);
        } else if is_mark(c) && depth == 0 {
            return &before[at + c.len_utf8()..];
        }
    }
    before
}

/// How many grades a list begins with: 国家级、省级、市级.
fn grades(text: &str) -> usize {
    let grade = |item: &str| {
        [
            "国家级",
            "省部级",
            "省级",
            "市级",
            "县级",
            "区级",
            "一等",
            "二等",
            "三等",
            "一级",
            "二级",
            "三级",
        ]
        .iter()
        .any(|grade| item.contains(grade))
    };
    text.split(['、', '和', '及', '与']).filter(|item| grade(item)).count()
}
