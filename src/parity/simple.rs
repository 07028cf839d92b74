//! In: a text of a language that puts spaces between words. Out: its words in their simplest form, in which names are looked
//! for.

use std::cell::OnceCell;

use memchr::memmem;

use crate::language::letters_end;

/// A text in which names are looked for, and what of it has been made for that. Nearly always its small letters tell where a
/// name may stand, and only a few words of it have to be brought into their simplest form.
pub struct Simple<'t> {
    text: &'t str,
    /// `None` where they do not tell it.
    small: OnceCell<Option<String>>,
    /// As `searched` gives it.
    whole: OnceCell<String>,
}

impl<'t> Simple<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, small: OnceCell::new(), whole: OnceCell::new() }
    }

    /// Whether words stand in it: as `searched` gives them, or such a beginning of a word behind a space.
    pub fn has(&self, words: &str) -> bool {
        let first = words.strip_prefix(' ').and_then(stem).filter(|first| first.is_ascii());
        let small = || self.small.get_or_init(|| small(self.text)).as_deref();
        match first.zip(small()) {
            Some((first, small)) => {
                let places = memmem::find_iter(small.as_bytes(), first);
                { places }.any(|at| begins(&self.text[..at]) && self.stands(words, at))
            }
            None => {
                let whole = self.whole.get_or_init(|| searched(self.text));
                memmem::find(whole.as_bytes(), words.as_bytes()).is_some()
            }
        }
    }

    /// Whether words stand at a place where one begins.
    fn stands(&self, words: &str, at: usize) -> bool {
        first_words(&self.text[at..], words.len()).starts_with(words)
    }
}

/// What the first of some words begins with before it is brought into its simplest form, too: of `city`, what `cities` has.
fn stem(words: &str) -> Option<&str> {
    let first = &words[..words.find(' ').unwrap_or(words.len())];
    let last =
        if first.len() > 2 { first.chars().next_back().map_or(0, char::len_utf8) } else { 0 };
    Some(&first[..first.len() - last]).filter(|stem| !stem.is_empty())
}

/// Whether a word begins behind a text.
fn begins(before: &str) -> bool {
    !before.trim_end_matches(['’', '\'']).ends_with(goes_on)
}

/// A text in small letters; `None` where its words may begin otherwise in their simplest form: an apostrophe stands in one
/// before its end (Xi’an), or a letter becomes one of an English keyboard.
fn small(text: &str) -> Option<String> {
    let within = |mark: &str| {
        memmem::find_iter(text.as_bytes(), mark).any(|at| {
            let (before, behind) = (&text[..at], &text[at + mark.len()..]);
            // The `s` of `city’s` is behind all that is looked for, but not that of `A’s`.
            let long = before.chars().rev().take_while(|c| goes_on(*c)).nth(1).is_some();
            let behind = behind.strip_prefix('s').filter(|_| long).unwrap_or(behind);
            before.ends_with(goes_on) && behind.starts_with(goes_on)
        })
    };
    let has = |letter: &str| memmem::find(text.as_bytes(), letter.as_bytes()).is_some();
    let whole = within("’") || within("'") || has("\u{130}") || has("\u{212a}");
    (!whole).then(|| text.to_ascii_lowercase())
}

/// A text in small letters and in the singular, each word between two spaces, so that `High-tech zones` is found by
/// `high-tech zone`.
pub fn searched(text: &str) -> String {
    first_words(text, usize::MAX)
}

/// The same of the first words, which have at least so many bytes together if there are enough.
fn first_words(text: &str, bytes: usize) -> String {
    let mut words = String::with_capacity(text.len().min(bytes) + 2);
    words.push(' ');
    let mut start = words.len();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next()
        && start <= bytes
    {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Simple, searched};

    proptest! {
        #[test]
        fn words_are_found_as_in_the_whole_text(
            text in "(a|A|b|cit|ies|y|s|S|es|x|’|'|&|-| |  |,|é|É|İ|K|K|” ?|1){0,24}",
            words in "(a|b|cit|ies|y|s|es|x|&|-| |é|k|i|1){1,6}",
            part in any::<bool>(),
        ) {
            let words = searched(&words);
            let words = if part { words.trim_end() } else { &words };
            let is = searched(&text).contains(words);
            prop_assert_eq!(Simple::new(&text).has(words), is, "{:?} in {:?}", words, text);
        }
    }
}
