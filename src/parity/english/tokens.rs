//! In: an English text. Out: its words, numbers and marks, and what stands at each.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::word_length;
use crate::parity::{Which, numerals, verbatim};

use super::beginnings;

/// A word, a number or a mark.
pub struct Token<'t> {
    pub kind: Kind<'t>,
    pub range: Range<usize>,
    /// What may begin here. Nearly all tokens begin nothing and are passed over without a closer look.
    pub begins: Begins,
}

/// What may begin at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Begins {
    Nothing,
    /// An amount or the address of a clause, of which the number stands one or two tokens behind: `CNY 5`, `Part 7(3)`.
    BeforeNumber,
    Anything,
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
            Some(Kind::Number { .. }) => {
                for before in tokens.iter_mut().rev().take(2) {
                    before.begins = before.begins.max(Begins::BeforeNumber);
                }
                Begins::Anything
            }
            Some(Kind::Word(word)) if beginnings::may_be(word, which) => {
                // `a third of` is no rank.
                if numerals::english_rank(&word.to_ascii_lowercase()).is_some() {
                    let before = tokens.last_mut().into_iter();
                    before.for_each(|before| before.begins = Begins::Anything);
                }
                Begins::Anything
            }
            Some(Kind::Verbatim { .. }) => Begins::Anything,
            None | Some(Kind::Word(_) | Kind::Mark(_)) => Begins::Nothing,
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
    match rest.as_bytes().first() {
        Some(b' ') => return (None, 1),
        Some(mark) if mark.is_ascii_punctuation() => {
            return (Some(Kind::Mark(char::from(*mark))), 1);
        }
        _ => {}
    }
    if let Some(length) = verbatim::plain_word(rest) {
        return (Some(Kind::Word(&rest[..length])), length);
    }
    if let Some(verbatim) = verbatim::at(rest, text[..at].chars().next_back()) {
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
    let plain = word_length(rest.as_bytes(), false);
    // Only behind a byte of another alphabet may be more of them.
    if rest.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())
}

/// A short text in small letters, for which no memory is asked.
pub fn in_small_letters<'b>(text: &'b str, buffer: &'b mut [u8; 64]) -> &'b str {
    let Some(small) = buffer.get_mut(..text.len()) else { return text };
    small.copy_from_slice(text.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).unwrap_or(text)
}

/// Units have signs that are no letters: `km²`, `US$`.
pub fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '²' || c == '³'
}

/// Whether a text begins with a whole word, perhaps in the plural.
pub fn begins_with(text: &str, word: &str, plural: bool) -> bool {
    // The last byte tells nearly all of them apart at a glance.
    let last = |text: &str| text.as_bytes().get(word.len() - 1).map(u8::to_ascii_lowercase);
    if last(text) != last(word) {
        return false;
    }
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
