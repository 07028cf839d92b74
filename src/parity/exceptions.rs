//! In: a Chinese text and its English twin. Out: the exceptions of the Chinese one, such as 但涉及国家秘密的除外, in whose place
//! English excepts nothing.

use std::ops::Range;

use memchr::memmem;

use crate::language::is_han;

use super::align::{Places, beside};
use super::opposites::first_of;

/// What ends an exception.
const EXCEPT: &str = "除外";

/// What excepts something in English, each in small letters, as `first_of` takes them.
const WORDS: [&str; 17] = [
    "except*",
    "unless*",
    "other than*",
    "exclud*",
    "exclus*",
    "apart from*",
    "aside from*",
    "exempt*",
    "save *",
    "but *",
    "not *",
    "no *",
    "nor *",
    "outside*",
    "without*",
    "only*",
    "leav*",
];

/// The exceptions that are lost, sentence by sentence; the first one of each.
pub fn lost(chinese: &str, english: &str) -> Vec<Places> {
    // Few texts have any.
    if memmem::find(chinese.as_bytes(), EXCEPT.as_bytes()).is_none() {
        return Vec::new();
    }
    let pairs = beside(chinese, english).unwrap_or_default();
    let lost = pairs.into_iter().filter_map(|(here, there)| {
        let at = chinese[here.clone()].find(EXCEPT)? + here.start;
        let says = english[there.clone()].to_ascii_lowercase();
        if first_of(&says, &WORDS).is_some() {
            return None;
        }
        Some(Places { source: clause(chinese, here.start, at), target: trimmed(english, there) })
    });
    lost.collect()
}

/// The words of an exception, back to the mark before them.
fn clause(text: &str, start: usize, at: usize) -> Range<usize> {
    let before = text[start..at].char_indices().rev().take_while(|(_, c)| is_han(*c)).last();
    start + before.map_or(at - start, |(place, _)| place)..at + EXCEPT.len()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::lost;

    #[test]
    fn exceptions_that_english_has_not() {
        let chinese = "调查报告应当在10日内公布，但涉及国家秘密的除外。结果应当公示。";
        let found = |english: &str| -> Vec<String> {
            lost(chinese, english).into_iter().map(|one| one.words(chinese, english).0).collect()
        };
        let without = "The report must be published within ten days. The results are displayed.";
        assert_eq!(found(without), ["但涉及国家秘密的除外"]);
        for english in [
            "The report must be published within ten days, except where state secrets are involved. The results are displayed.",
            "Unless state secrets are involved, the report must be published within ten days. The results are displayed.",
            "The report must be published within ten days; this does not apply to state secrets. The results are displayed.",
        ] {
            assert!(found(english).is_empty(), "{english}");
        }
        assert!(lost("结果应当公示。", "The results are displayed.").is_empty());
    }
}
