//! In: a text. Out: its sentences, and the pieces that commas make of them.

use std::ops::Range;

/// Whether a figure in digits can stand in a text.
pub fn has_digit(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        byte.is_ascii_digit()
            // ０ to ９
            || (*byte == 0xEF
                && bytes.get(at + 1) == Some(&0xBC)
                && bytes.get(at + 2).is_some_and(|last| (0x90..=0x99).contains(last)))
    })
}

/// The sentences of a text, the mark at the end of each with it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive(ends_sentence).map(move |piece| {
        let range = start..start + piece.len();
        start = range.end;
        range
    })
}

pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' | '…')
}

/// Marks that end a piece of a sentence. The comma of lists, 、, does not.
pub fn is_mark(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':')
}

pub fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '[')
}

pub fn closes(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']')
}

/// Without what stands in brackets.
pub fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            plain.push(c);
        }
    }
    plain
}
