//! In: a text of a language that puts spaces between words. Out: its words in their simplest form, in which names are looked
//! for.

use crate::language::letters_end;

/// A text in small letters and in the singular, each word between two spaces, so that `High-tech zones` is found by
/// `high-tech zone`.
pub fn searched(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    let mut start = words.len();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // Nearly all of a text is plain letters, which are taken together.
        let end = letters_end(text.as_bytes(), at);
        if end > at {
            words.push_str(&text[at..end]);
            at = end;
            continue;
        }
        match c {
            c if !goes_on(c) => start = finish(&mut words, start),
            // Apostrophes are written in two ways.
            '’' | '\'' => {}
            '&' => words.push(c),
            c => words.extend(c.to_lowercase()),
        }
        at += c.len_utf8();
    }
    finish(&mut words, start);
    words.make_ascii_lowercase();
    words
}

/// Whether a character belongs to a word; all others stand between words.
pub fn goes_on(c: char) -> bool {
    matches!(c, '’' | '\'' | '&') || c.is_alphanumeric()
}

/// Puts the word that begins at `start`, if any, into the singular; gives where the next one begins.
fn finish(words: &mut String, start: usize) -> usize {
    if words.len() > start {
        // One byte is compared faster than a text of one character.
        if matches!(words.as_bytes().last(), Some(b's' | b'S')) {
            words[start..].make_ascii_lowercase();
            let (stem, ending) = singular(&words[start..]);
            words.truncate(start + stem);
            words.push_str(ending);
        }
        words.push(' ');
    }
    words.len()
}

/// The beginnings of the words that carry the meaning of a phrase, each after a space.
pub fn beginnings(phrase: &str) -> Vec<String> {
    const EMPTY: [&str; 14] = [
        "share",
        "rate",
        "proportion",
        "ratio",
        "number",
        "total",
        "value",
        "level",
        "amount",
        "percentage",
        "with",
        "from",
        "that",
        "than",
    ];
    searched(phrase)
        .split_whitespace()
        .filter(|word| word.chars().count() > 3 && !EMPTY.contains(word))
        .map(|word| format!(" {}", word.chars().take(5).collect::<String>()))
        .collect()
}

/// How many bytes of a word stay in the singular, and what comes behind them; for names and texts alike.
fn singular(word: &str) -> (usize, &'static str) {
    let length = word.len();
    let longer_than = |ending: &str| length > ending.len() + 1;
    match word.as_bytes() {
        [.., b'i', b'e', b's'] if longer_than("ies") => (length - 3, "y"),
        [.., b's', b's', b'e', b's'] if longer_than("sses") => (length - 2, ""),
        [.., b'x', b'e', b's'] if longer_than("xes") => (length - 2, ""),
        [.., b'c' | b's', b'h', b'e', b's'] if longer_than("ches") => (length - 2, ""),
        [.., before, b's'] if length > 3 && *before != b's' => (length - 1, ""),
        _ => (length, ""),
    }
}
