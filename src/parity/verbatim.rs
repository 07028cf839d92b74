//! In: a text and a place in it. Out: what stands there that both languages write alike and that must not be taken for a
//! number: mail addresses, telephone numbers, postcodes, `PM2.5`, `5G`. Web addresses are passed over.

use crate::language::word_length;
use crate::model::limits::WORD;

use super::units::{CURRENCIES, UNITS};

/// What stands at a place.
pub struct Verbatim {
    /// Bytes.
    pub length: usize,
    /// Not for a web address, which may lead to another page in each language.
    pub compared: bool,
}

/// Reads at the beginning of `rest`; `before` is the character in front of it.
pub fn at(rest: &str, before: Option<char>) -> Option<Verbatim> {
    let alone = !before.is_some_and(|c| c.is_ascii_alphanumeric());
    let begins = rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    let rest = &rest[..rest.floor_char_boundary(WORD)];
    if !begins
        || !alone
        || !may_be_verbatim(rest)
        || is_plain_number(rest)
        || plain_word(rest).is_some()
    {
        return None;
    }
    let address = run(rest, |byte| byte.is_ascii_graphic() && !b"()<>\"'".contains(&byte));
    if (address.contains(':') && address.contains("://")) || address.starts_with("www.") {
        return Some(Verbatim { length: address.len(), compared: false });
    }
    let run = run(rest, |byte| byte.is_ascii_alphanumeric() || b"@.+-_".contains(&byte));
    if run.is_empty() {
        return None;
    }
    // A range of clauses: 4.2.1-4.2.3
    let first = run.split('-').next().filter(|first| first.len() < run.len() && is_dotted(first));
    if let Some(first) = first.filter(|_| !is_name(run)) {
        return Some(Verbatim { length: first.len(), compared: true });
    }
    let is_code = if run.contains('@') {
        run.len() > 2
    } else {
        is_telephone(run) || has_leading_zero(run) || is_dotted(run) || is_name(run)
    };
    is_code.then_some(Verbatim { length: run.len(), compared: true })
}

/// Whether the word at the beginning of a text has a sign without which it can be none of what is read here. Words with
/// hyphens and apostrophes have none.
fn may_be_verbatim(rest: &str) -> bool {
    let word = rest.bytes().take_while(u8::is_ascii_graphic);
    word.fold(false, |any, byte| any | byte.is_ascii_digit() | (byte == b'@') | (byte == b':'))
        || rest.starts_with("www.")
}

/// What is compared: capitals and small letters are the same.
pub fn code(written: &str) -> String {
    written.to_ascii_uppercase()
}

/// The length of a word of plain letters with no more than a mark between it and the next blank. Nearly all words of an
/// English text are such words, and a glance is enough to tell that they are nothing else.
pub fn plain_word(rest: &str) -> Option<usize> {
    let letters = word_length(rest.as_bytes(), false);
    let behind = match &rest.as_bytes()[letters..] {
        [b',' | b'.' | b';' | b':', behind @ ..] => behind,
        behind => behind,
    };
    let ends = behind.first().is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_graphic());
    (letters > 0 && ends).then_some(letters)
}

/// Whether a text begins with a few digits and nothing more before the next blank, bracket or Chinese character: neither a
/// part of a code nor a telephone number.
fn is_plain_number(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = |byte: &u8| !byte.is_ascii_graphic() || matches!(byte, b'(' | b')');
    let alone = rest.as_bytes().get(digits).is_none_or(ends);
    (1..8).contains(&digits) && alone && !rest.starts_with('0')
}

/// Marks at the end belong to the sentence.
fn run(rest: &str, belongs: impl Fn(u8) -> bool) -> &str {
    let end = rest.bytes().position(|byte| !belongs(byte)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/')
}

/// `0316-5212180`, `13800000000`
fn is_telephone(run: &str) -> bool {
    let plain = run.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !plain || run.len() < 10 {
        return false;
    }
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let begins = |digit| run.trim_start_matches('-').starts_with(digit);
    let mobile = digits == 11 && begins('1');
    mobile || (begins('0') && (10..=12).contains(&digits))
}

/// `065000`
fn has_leading_zero(run: &str) -> bool {
    run.len() > 2 && run.starts_with('0') && run.bytes().all(|byte| byte.is_ascii_digit())
}

/// `3.1.1`
fn is_dotted(run: &str) -> bool {
    run.split('.').count() > 2
        && run.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Letters and digits in one: `PM2.5`, `5G`, `COVID-19`; but not `50km`, `19th`, `50-kilometre`, `1990s`.
fn is_name(run: &str) -> bool {
    let digits = run.bytes().any(|byte| byte.is_ascii_digit());
    let letters = run.bytes().any(|byte| byte.is_ascii_alphabetic());
    if !digits || !letters {
        return false;
    }
    // `end-2025`, `mid-2027`
    const TIMES: [&str; 5] = ["end-", "mid-", "early-", "late-", "pre-"];
    if TIMES.iter().any(|time| run.starts_with(time)) {
        return false;
    }
    // `RMB20,000`
    let money = |(_, _, words): &(&[&str], &str, &[&str])| {
        let rest = words.iter().find_map(|word| run.strip_prefix(word).filter(|_| word.len() > 1));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    if CURRENCIES.iter().any(money) {
        return false;
    }
    let behind = run.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let starts_as_number = run.starts_with(|c: char| c.is_ascii_digit());
    !(starts_as_number && (behind.starts_with('-') || is_ending(behind)))
}

/// What may be glued to a number without changing its nature.
fn is_ending(letters: &str) -> bool {
    let word = letters.split('-').next().unwrap_or(letters);
    let short = UNITS.iter().any(|unit| unit.short.contains(&word));
    short || matches!(word, "st" | "nd" | "rd" | "th" | "s" | "bn" | "am" | "pm")
}
