//! In: an English text. Out: its words, numbers and marks, and what stands at each.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::parity::{Which, numerals, verbatim};

use super::beginnings;

/// A word, a number or a mark.
pub struct Token<'t> {
    pub kind: Kind<'t>,
    pub range: Range<usize>,
    /// Whether a quantity may begin here. All other tokens, which are nearly all, are passed over without a closer look.
    pub begins: bool,
}

pub enum Kind<'t> {
    Number {
        value: Decimal,
        plain_four: bool,
    },
    /// As written.
    Word(&'t str),
    Mark(char),
    /// What both languages write alike; what is not compared is passed over.
    Verbatim {
        compared: bool,
    },
}

/// A text, and the tokens of a part of it.
pub struct Tokens<'t> {
    pub text: &'t str,
    pub list: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str, part: Range<usize>, which: Which) -> Self {
        Self { text, list: tokens(text, part, which) }
    }

    pub fn word(&self, at: usize) -> &'t str {
        match self.list.get(at) {
            Some(Token { kind: Kind::Word(word), .. }) => word,
            _ => "",
        }
    }

    /// The word in small letters.
    pub fn lower(&self, at: usize) -> Cow<'t, str> {
        let word = self.word(at);
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
    }

    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        matches!(self.list.get(at), Some(Token { kind: Kind::Mark(c), .. }) if marks.contains(*c))
    }

    pub fn digits(&self, at: usize) -> Option<(Decimal, bool)> {
        match self.list.get(at)?.kind {
            Kind::Number { value, plain_four } => Some((value, plain_four)),
            _ => None,
        }
    }

    /// Whether two tokens stand without a space between them.
    pub fn glued(&self, at: usize) -> bool {
        at > 0
            && self.list.get(at).is_some_and(|one| one.range.start == self.list[at - 1].range.end)
    }

    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        self.list[tokens.start].range.start..self.list[tokens.end - 1].range.end
    }

    /// The token as it is written.
    pub fn written(&self, at: usize) -> &'t str {
        &self.text[self.list[at].range.clone()]
    }

    pub fn rest(&self, at: usize) -> &'t str {
        self.list.get(at).map_or("", |token| &self.text[token.range.start..])
    }

    /// The token behind so many bytes.
    pub fn behind(&self, at: usize, length: usize) -> usize {
        let end = self.list[at].range.start + length;
        let later = self.list[at..].iter().position(|token| token.range.start >= end);
        later.map_or(self.list.len(), |later| at + later)
    }
}

fn tokens(text: &str, part: Range<usize>, which: Which) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(part.len() / 4);
    let mut at = part.start;
    while at < part.end {
        let (kind, length) = token(text, at);
        let begins = match &kind {
            None => false,
            Some(Kind::Number { .. }) => {
                // A currency stands before its number, one or two tokens away.
                tokens.iter_mut().rev().take(2).for_each(|before| before.begins = true);
                true
            }
            Some(Kind::Verbatim { .. }) => true,
            Some(Kind::Word(word)) => {
                let may_be = beginnings::may_be(word, which);
                // `a third of` is no rank.
                if may_be && numerals::english_rank(&word.to_ascii_lowercase()).is_some() {
                    tokens.last_mut().into_iter().for_each(|before| before.begins = true);
                }
                may_be
            }
            Some(Kind::Mark(_)) => false,
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, range: at..at + length, begins });
        }
        at += length;
    }
    tokens
}

/// What stands at a byte of a text, and its bytes; `None` for white space.
fn token(text: &str, at: usize) -> (Option<Kind<'_>>, usize) {
    let rest = &text[at..];
    // Nearly everything is a plain word or the space behind it.
    if rest.as_bytes().first() == Some(&b' ') {
        return (None, 1);
    }
    if let Some(length) = verbatim::plain_word(rest) {
        return (Some(Kind::Word(&rest[..length])), length);
    }
    if !verbatim::plain_number(rest)
        && let Some(verbatim) = verbatim::at(rest, text[..at].chars().next_back())
    {
        return (Some(Kind::Verbatim { compared: verbatim.compared }), verbatim.length);
    }
    if let Some(read) = numerals::digits(rest) {
        let number = Kind::Number { value: read.value, plain_four: read.plain_four };
        return (Some(number), read.length);
    }
    match rest.chars().next() {
        Some(c) if c.is_alphabetic() => {
            let end = word_end(rest);
            (Some(Kind::Word(&rest[..end])), end)
        }
        Some(c) => ((!c.is_whitespace()).then_some(Kind::Mark(c)), c.len_utf8()),
        None => (None, rest.len()),
    }
}

/// Where the letters at the beginning of a text end.
fn word_end(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    // Only behind a byte of another alphabet may be more of them.
    if rest.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())
}

/// Units have signs that are no letters: `km²`, `US$`.
pub fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '²' || c == '³'
}

/// Whether a text begins with a whole word, perhaps in the plural.
pub fn begins_with(text: &str, word: &str, plural: bool) -> bool {
    let matches = match text.get(..word.len()) {
        // Short forms keep their case: `m` is not `M`.
        Some(begin) if plural => begin.eq_ignore_ascii_case(word),
        begin => begin == Some(word),
    };
    if !matches {
        return false;
    }
    let rest = &text[word.len()..];
    let whole = |rest: &str| rest.chars().next().is_none_or(|c| !is_letter(c));
    let letters = word.ends_with(is_letter);
    !letters || whole(rest) || (plural && rest.strip_prefix('s').is_some_and(whole))
}

/// Whether a text ends with whole words.
pub fn ends_with(text: &str, words: &str) -> bool {
    text.strip_suffix(words)
        .is_some_and(|before| !words.starts_with(is_letter) || !before.ends_with(is_letter))
}
