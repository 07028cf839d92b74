//! In: a text. Out: the document numbers in it, and what is wrong with the way each is written.

use std::ops::Range;

use crate::language::{WordList, ascii_digit, is_han};

/// A document number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// From the first sign of the issuer to 号.
    pub range: Range<usize>,
    pub open: Range<usize>,
    pub close: Range<usize>,
    pub year: i16,
    /// The first thing that is wrong with it.
    pub fault: Option<Fault>,
}

/// What is wrong with a document number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Brackets,
    ShortYear,
    LeadingZero,
    Ordinal,
    NoEnd,
    Blank,
}

const CLOSERS: &str = "〕]］)）】﹞〗";
/// The signs with which the short name of an issuer mostly ends. In round brackets the year is that of anything else
/// behind others.
const ENDS: &str = "字发函办政规令文通委厅党组会综法审监建教科财农外经纪";
/// What an issuer's short name has at most.
const LONGEST: usize = 12;

/// Every document number of a text, from left to right.
pub fn written(text: &str, mut take: impl FnMut(Written)) {
    // Quick to see, and seldom true: none is told without one of these signs.
    static SIGNS: WordList<2> = WordList::new(["号", "〔"]);
    if !SIGNS.is_in(text) || !may_have_number(text) {
        return;
    }
    for (at, c) in text.char_indices() {
        if opens(c)
            && let Some(one) = number(text, at, c)
        {
            take(one);
        }
    }
}

/// Whether a digit may stand behind a bracket that opens. The processor looks at many bytes at a time here: brackets are told
/// by their last bytes, digits of full width by their first and last ones.
fn may_have_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let opens = |a: u8| {
        let half = (a == b'[') | (a == b'(');
        half | (a == 0x94) | (a == 0xbb) | (a == 0x88) | (a == 0x90) | (a == 0x9d) | (a == 0x96)
    };
    let behind = |by: usize| bytes.get(by..).unwrap_or(&[]);
    let half = bytes.iter().zip(behind(1));
    let half = half.fold(false, |any, (a, b)| any | opens(*a) & b.is_ascii_digit());
    let wide =
        bytes.iter().zip(behind(1)).zip(behind(3)).fold(false, |any, ((a, b), d)| {
            any | opens(*a) & (*b == 0xef) & (0x90..=0x99).contains(d)
        });
    half || wide
}

fn opens(c: char) -> bool {
    matches!(c, '〔' | '[' | '［' | '(' | '（' | '【' | '﹝' | '〖')
}

/// The number whose year stands in the bracket at `at`.
fn number(text: &str, at: usize, opener: char) -> Option<Written> {
    let issuer = text[..at].trim_end_matches([' ', '\u{a0}', '\u{3000}']);
    let start = issuer.char_indices().rev().take(LONGEST).take_while(|(_, c)| is_han(*c)).last()?.0;
    let open = at..at + opener.len_utf8();
    let (year, behind) = digits(&text[open.end..], 4)?;
    let closer = behind.chars().next().filter(|c| CLOSERS.contains(*c))?;
    let close_at = text.len() - behind.len();
    let close = close_at..close_at + closer.len_utf8();
    let official = opener == '〔' && closer == '〕';
    let rest = &text[close.end..];
    let inner = rest.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
    let (ordinal, inner) = inner.strip_prefix('第').map_or((false, inner), |inner| (true, inner));
    let (number, behind) = digits(inner, 6)?;
    let behind_blank = behind.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
    let (ended, end) = match behind_blank.strip_prefix('号') {
        Some(rest) => (true, text.len() - rest.len()),
        None => (false, text.len() - behind.len()),
    };
    // House numbers and the like: 公司(2016)3号楼.
    let place =
        text[end..].starts_with(|c| "楼院线地机路栋厂井桥洞车门窑坑孔室店馆站矿".contains(c));
    let issuer_ends = issuer.ends_with(|c| ENDS.contains(c));
    let year = year.to_owned();
    let plausible = match year.chars().count() {
        4 => (1949..2100).contains(&value(&year)),
        2 => issuer_ends && ended,
        _ => false,
    };
    // Only tortoise-shell brackets say by themselves that this is a document number.
    if !plausible || place || !(official || (ended && issuer_ends)) {
        return None;
    }
    let blank = rest.len() != inner.len() + if ordinal { '第'.len_utf8() } else { 0 }
        || (ended && behind.len() != behind_blank.len())
        || issuer.len() != at;
    let fault = if !official {
        Some(Fault::Brackets)
    } else if year.chars().count() != 4 {
        Some(Fault::ShortYear)
    } else if ordinal {
        Some(Fault::Ordinal)
    } else if value(number) > 0 && number.starts_with(['0', '０']) {
        Some(Fault::LeadingZero)
    } else if !ended && !is_listed(behind) {
        Some(Fault::NoEnd)
    } else {
        blank.then_some(Fault::Blank)
    };
    let year = i16::try_from(value(&year)).ok()?;
    Some(Written { range: start..end, open, close, year, fault })
}

/// The digits at the beginning of a text, `most` of them at most, and what follows.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let length = text.char_indices().take(most + 1).take_while(|(_, c)| ascii_digit(*c).is_some());
    let (count, end) = length.fold((0, 0), |(count, _), (at, c)| (count + 1, at + c.len_utf8()));
    (1..=most).contains(&count).then(|| text.split_at(end))
}

fn value(digits: &str) -> u32 {
    digits
        .chars()
        .filter_map(ascii_digit)
        .filter_map(|c| c.to_digit(10))
        .fold(0, |value, digit| value * 10 + digit)
}

/// Whether the number is one of several before one 号: 〔2016〕21、22号.
fn is_listed(behind: &str) -> bool {
    let rest = behind
        .trim_start_matches(|c: char| ascii_digit(c).is_some() || "、，,和及至—-～~ ".contains(c));
    rest.len() < behind.len() && rest.starts_with('号')
}

/// Orders and announcements are numbered in other ways: 国务院令第713号, 2016年第3号.
pub fn is_other_form(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('号') else { return false };
    let before = rest.trim_end_matches(|c: char| ascii_digit(c).is_some());
    before.len() < rest.len()
        && (before.ends_with('第') || before.ends_with('令'))
        && !before.contains(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(&str, Option<Fault>)> {
        let mut all = Vec::new();
        written(text, |one| all.push((one.range, one.fault)));
        all.into_iter().map(|(range, fault)| (&text[range], fault)).collect()
    }

    #[test]
    fn numbers_in_their_form() {
        assert_eq!(
            faults("国发〔2016〕21号，冀政办字〔2018〕5号"),
            [("国发〔2016〕21号", None), ("冀政办字〔2018〕5号", None)]
        );
        assert_eq!(faults("（衡字〔2016〕21、22号）"), [("衡字〔2016〕21", None)]);
    }

    #[test]
    fn numbers_in_other_forms() {
        for (text, fault) in [
            ("国发[2016]21号", Fault::Brackets),
            ("国发(2016)21号", Fault::Brackets),
            ("国发（2016）21号", Fault::Brackets),
            ("国发【2016】21号", Fault::Brackets),
            ("国发﹝2016﹞21号", Fault::Brackets),
            ("国发〔2016]21号", Fault::Brackets),
            ("国发〔16〕21号", Fault::ShortYear),
            ("国发〔2016〕021号", Fault::LeadingZero),
            ("国发〔2016〕第21号", Fault::Ordinal),
            ("国发〔2016〕21", Fault::NoEnd),
            ("国发〔2016〕 21号", Fault::Blank),
            ("国发 〔2016〕21号", Fault::Blank),
        ] {
            assert_eq!(faults(text), [(text, Some(fault))], "{text}");
        }
    }

    #[test]
    fn other_brackets_are_left_alone() {
        for text in [
            "计划（2018）年",
            "公司（2016）3号楼",
            "（2016）冀01民初123号",
            "方案(2018—2020年)",
            "见图（12）",
            "[2016]",
            "三〔1〕",
            "水利局（2018）21",
            "建设（2016）5号线",
        ] {
            assert_eq!(faults(text), [], "{text}");
        }
        assert!(is_other_form("国务院令第713号") && is_other_form("2016年第3号"));
        assert!(!is_other_form("衡政字〔2016〕第21号") && !is_other_form("衡政字21号"));
    }
}
