//! In: a text. Out: its sentences, and the pieces that commas make of them.

use std::ops::Range;

use crate::language::{WordList, is_han};

/// The sentences of a text, the mark at the end of each with it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = ENDS.find_all(text).map(|(at, mark)| at + mark.len());
    let mut start = 0;
    let pieces = ends.chain([text.len()]).map(move |end| {
        let piece = start..end;
        start = end;
        piece
    });
    pieces.filter(|piece| !piece.is_empty())
}

/// The marks of `ends_sentence`.
static ENDS: WordList<9> = WordList::new(["。", "；", "！", "？", "…", "\n", ";", "!", "?"]);

/// How far is looked around a place, in bytes: sentences may be of any length.
const REACH: usize = 900;

/// What stands before a place, as far as is looked.
pub fn tail(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(REACH)..=at).find(|from| text.is_char_boundary(*from));
    &text[from.unwrap_or(at)..at]
}

/// What stands behind a place, as far as is looked.
pub fn head(text: &str, at: usize) -> &str {
    let end = at.saturating_add(REACH).min(text.len());
    let end = (at..=end).rev().find(|end| text.is_char_boundary(*end));
    &text[at..end.unwrap_or(at)]
}

pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' | '…')
}

/// Marks that end a piece of a sentence. The comma of lists, 、, does not.
pub fn is_mark(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '：' | ':')
}

/// What stands behind the last mark of some words, with the mark.
pub fn last_piece(words: &str) -> &str {
    &words[words.rfind(is_mark).unwrap_or(0)..]
}

pub fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '[')
}

pub fn closes(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']')
}

/// Without what stands in brackets.
pub fn without_brackets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(outside_brackets(text));
    plain
}

/// The characters that do not stand in brackets.
pub fn outside_brackets(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0usize;
    text.chars().filter(move |c| {
        // Nearly all are Chinese characters.
        if is_han(*c) {
            return depth == 0;
        }
        if opens(*c) {
            depth += 1;
            return false;
        }
        if closes(*c) {
            depth = depth.saturating_sub(1);
            return false;
        }
        depth == 0
    })
}
