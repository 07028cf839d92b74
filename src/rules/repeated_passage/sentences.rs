//! In: the paragraphs of a text. Out: a finding for each sentence that stands twice side by side or in one clause.

use std::ops::Range;

use memchr::memchr3_iter;
use rustc_hash::FxHashMap;

use crate::diagnostic::structure::Structure;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::rules::reading::{Paragraph, Reading};

use super::SHORTEST;

/// So many letters has a sentence at least that must not stand twice side by side, in one line, in one clause.
struct Lengths {
    beside: usize,
    line: usize,
    clause: usize,
}

const CHINESE: Lengths = Lengths { beside: 8, line: 12, clause: SHORTEST.0 };
const OTHERS: Lengths = Lengths { beside: 25, line: 40, clause: SHORTEST.1 };

/// A sentence: the number of its paragraph, where its line begins, and whether it is all of the paragraph.
#[derive(Clone)]
struct Sentence {
    paragraph: usize,
    line: usize,
    range: Range<usize>,
    whole: bool,
}

pub fn check(reading: &Reading<'_>, found: &mut Diagnostics) {
    let lengths = if reading.chinese { &CHINESE } else { &OTHERS };
    let mut seen: FxHashMap<&str, Sentence> = FxHashMap::default();
    let mut clause = None;
    for (at, paragraph) in reading.paragraphs.iter().enumerate() {
        if std::mem::replace(&mut clause, paragraph.address()) != paragraph.address() {
            seen.clear();
        }
        if !has_sentences(paragraph) {
            continue;
        }
        let text = paragraph.prose.text();
        let (mut before, mut line) = (0..0, 0);
        for range in cut(text) {
            if text[before.end..range.start].contains('\n') {
                (before, line) = (range.start..range.start, range.start);
            }
            let words = &text[range.clone()];
            let last = std::mem::replace(&mut before, range.clone());
            if text[last.clone()] == *words {
                beside(paragraph, last, range, lengths, found);
            } else if is_long(words, lengths.line) {
                let here = Sentence { paragraph: at, line, range, whole: words == text.trim() };
                let first = seen.entry(words).or_insert_with(|| here.clone());
                again(reading, first, here, lengths, found);
            }
        }
    }
}

/// The second of two that stand side by side is one too many.
fn beside(
    paragraph: &Paragraph<'_>,
    first: Range<usize>,
    second: Range<usize>,
    lengths: &Lengths,
    found: &mut Diagnostics,
) {
    let prose = &paragraph.prose;
    if is_long(&prose.text()[second.clone()], lengths.beside) {
        let problem = Problem::Structure(Structure::RepeatedSentence { beside: true });
        let fix = prose.edit(first.end..second.end, "");
        let finding = Diagnostic::new(problem, prose.span(second)).with_related(prose.span(first));
        found.push(finding.with_fix(fix.into_iter().collect()));
    }
}

/// A sentence whose words stand in the clause before.
fn again(
    reading: &Reading<'_>,
    first: &Sentence,
    second: Sentence,
    lengths: &Lengths,
    found: &mut Diagnostics,
) {
    let same_paragraph = first.paragraph == second.paragraph;
    if same_paragraph && first.range == second.range {
        return;
    }
    let prose = &reading.paragraphs[second.paragraph].prose;
    let words = &prose.text()[second.range.clone()];
    // What is the whole of two paragraphs is reported as such.
    let far = is_long(words, lengths.clause) && !(first.whole && second.whole) && !is_duty(words);
    if same_paragraph && first.line == second.line || far {
        let there = reading.paragraphs[first.paragraph].prose.span(first.range.clone());
        let problem = Problem::Structure(Structure::RepeatedSentence { beside: false });
        found.push(Diagnostic::new(problem, prose.span(second.range)).with_related(there));
    }
}

/// Whether a text has so many letters.
fn is_long(text: &str, letters: usize) -> bool {
    text.len() >= letters && text.chars().nth(letters - 1).is_some()
}

/// Rows of tables repeat each other.
fn has_sentences(paragraph: &Paragraph<'_>) -> bool {
    let html = paragraph.block.and_then(|block| block.html());
    html.is_some_and(|html| matches!(html.tag(), "p" | "ul" | "ol" | "blockquote"))
}

/// Who answers for the items of a list is said behind each of them.
fn is_duty(sentence: &str) -> bool {
    const WORDS: [&str; 6] = ["单位", "部门", "负责", "牵头", "esponsible", "Lead"];
    WORDS.iter().any(|word| sentence.contains(word))
}

/// The sentences of a text, without the blanks around them. What a line ends with is one, too.
fn cut(text: &str) -> impl Iterator<Item = Range<usize>> {
    const STOP: &[u8] = "。".as_bytes();
    let bytes = text.as_bytes();
    let mut start = 0;
    let ends = memchr3_iter(b'.', STOP[2], b'\n', bytes).filter_map(move |at| match bytes[at] {
        b'\n' => Some((at, at + 1)),
        // 3.5, example.org
        b'.' => {
            bytes.get(at + 1).is_none_or(|b| *b == b' ' || *b == b'\n').then_some((at + 1, at + 1))
        }
        _ => bytes[..=at].ends_with(STOP).then_some((at + 1, at + 1)),
    });
    ends.chain([(text.len(), text.len())]).filter_map(move |(end, next)| {
        let sentence = &text[start..end];
        let begin = start + sentence.len() - sentence.trim_start().len();
        start = next;
        let end = begin + sentence.trim().len();
        (begin < end).then_some(begin..end)
    })
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn sentences_end_with_stops_and_lines() {
        let of =
            |text: &'static str| -> Vec<&str> { cut(text).map(|range| &text[range]).collect() };
        assert_eq!(of("节水。 治水。\n修管道"), ["节水。", "治水。", "修管道"]);
        assert_eq!(of("Save 3.5 t. Mend it.\n"), ["Save 3.5 t.", "Mend it."]);
        assert_eq!(of("、。"), ["、。"]);
        assert!(of(" \n").is_empty());
    }
}
