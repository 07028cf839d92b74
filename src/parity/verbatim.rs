//! In: a text and a place in it. Out: what stands there that both languages write alike and that must not be taken for a
//! number: mail addresses, telephone numbers, postcodes, `PM2.5`, `5G`. Web addresses are passed over.

use super::quantity::Measure;
use super::units::UNITS;

/// What stands at a place.
pub struct Verbatim {
    /// Bytes.
    pub length: usize,
    /// `None` for a web address, which may lead to another page in each language.
    pub measure: Option<Measure>,
}

/// Reads at the beginning of `rest`; `before` is the character in front of it.
pub fn at(rest: &str, before: Option<char>) -> Option<Verbatim> {
    let begins = rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    if !begins || before.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let address = run(rest, |c| c.is_ascii_graphic() && !"()<>\"'".contains(c));
    if address.contains("://") || address.starts_with("www.") {
        return Some(Verbatim { length: address.len(), measure: None });
    }
    let run = run(rest, |c| c.is_ascii_alphanumeric() || "@.+-_".contains(c));
    if run.is_empty() {
        return None;
    }
    let is_code = if run.contains('@') {
        run.len() > 2
    } else {
        is_telephone(run) || has_leading_zero(run) || is_dotted(run) || is_name(run)
    };
    let code = run.to_ascii_uppercase();
    is_code.then_some(Verbatim { length: run.len(), measure: Some(Measure::Code(code)) })
}

/// Marks at the end belong to the sentence.
fn run(rest: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/')
}

/// `0316-5212180`, `13800000000`
fn is_telephone(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let plain = run.chars().all(|c| c.is_ascii_digit() || c == '-');
    let mobile = digits.len() == 11 && digits.starts_with('1');
    plain && (mobile || (digits.starts_with('0') && (10..=12).contains(&digits.len())))
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
