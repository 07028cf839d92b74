//! In: a telephone number as an author writes it. Out: one number, as printed and as telephones dial it.

use crate::language::ascii_digit;

/// One telephone number, perhaps with an extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    /// As printed.
    pub written: String,
    /// The digits without an extension, which somebody has to be asked for; `+` before a country code.
    pub dial: String,
}

/// What stands between number and extension.
const EXTENSIONS: [&str; 7] = ["转分机", "转", "分机", "extension", "ext", "Ext", "x"];

impl Telephone {
    /// `None` where it is not exactly one number: two in one field would be dialled as one long one.
    pub fn parse(written: &str) -> Option<Self> {
        let place = EXTENSIONS.iter().filter_map(|word| Some((written.find(word)?, word.len())));
        let (number, extension) = match place.min_by_key(|(at, _)| *at) {
            Some((at, length)) => (&written[..at], Some(&written[at + length..])),
            None => (written, None),
        };
        let number = without_extension(number);
        let dial = digits(number)?;
        // The longest numbers in the world have 15 digits (ITU-T E.164), the shortest three.
        let length = dial.trim_start_matches('+').len();
        if !(3..=15).contains(&length) || long_groups(number) > 1 {
            return None;
        }
        if !extension.is_none_or(is_extension) {
            return None;
        }
        Some(Self { written: written.trim().to_owned(), dial })
    }
}

/// 0316-5212180-803: behind area code and number a third, short group is an extension, too.
fn without_extension(number: &str) -> &str {
    let dash = |c: char| matches!(c, '-' | '－' | '–' | '—');
    let Some((rest, extension)) = number.rsplit_once(dash) else { return number };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    let short = (1..=5).contains(&extension.len()) && extension.chars().all(|c| c.is_ascii_digit());
    let landline = rest.trim_start().starts_with(['0', '０', '(', '（']);
    if short && landline && (10..=12).contains(&digits(rest)) { rest } else { number }
}

/// The digits of a number, in half width; `None` where something else stands between them.
fn digits(number: &str) -> Option<String> {
    let mut digits = String::new();
    for c in number.trim().chars() {
        if let Some(digit) = ascii_digit(c) {
            digits.push(digit);
            continue;
        }
        match c {
            '+' | '＋' if digits.is_empty() => digits.push('+'),
            ' ' | '\u{a0}' | '-' | '－' | '–' | '—' | '(' | ')' | '（' | '）' | '.' => {}
            _ => return None,
        }
    }
    Some(digits)
}

/// How many groups of digits are long enough to be numbers of their own.
fn long_groups(number: &str) -> usize {
    let groups = number.split(|c: char| !c.is_numeric());
    groups.filter(|group| group.chars().count() >= 7).count()
}

fn is_extension(text: &str) -> bool {
    let text = text.trim_matches([' ', '.', ':', '：', '-']);
    (1..=6).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_dialled_as_it_is() {
        for (written, dial) in [
            ("0316-5212180", "03165212180"),
            ("（0316）5212180", "03165212180"),
            ("０３１６－５２１２１８０", "03165212180"),
            ("+86 316 521 2180", "+863165212180"),
            ("0316-5212180转803", "03165212180"),
            ("0316-5212180 ext. 803", "03165212180"),
            ("0316-5212180-803", "03165212180"),
            ("（010）62345678-12", "01062345678"),
            ("12345", "12345"),
            ("400-670-1234", "4006701234"),
        ] {
            let telephone = Telephone::parse(written);
            assert_eq!(telephone.map(|one| one.dial).as_deref(), Some(dial), "{written}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_none() {
        for written in [
            "0316-5212180、5212181",
            "0316-5212180/5212181",
            "0316-5212180 5212181",
            "0316-5212180\r\n5212181",
            "电话0316-5212180",
            "0316-5212180（张先生）",
            "0316-5212180转",
            "12",
            "1234567890123456",
            "12+34567",
            "",
        ] {
            assert_eq!(Telephone::parse(written), None, "{written}");
        }
    }
}
