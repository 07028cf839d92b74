//! In: a sentence. Out: the pieces that change as a whole: words of languages with spaces, numbers, dates, clock times,
//! single characters of everything else. Chinese has no spaces, and a dictionary of its words would be larger than the rest of lantu's
//! data.

use super::moments;
use crate::language::{ascii_digit, is_cjk, numeral};

/// The pieces of a sentence, nothing left out.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = moments::length(rest) {
            length
        } else if let Some(length) = number_length(rest, before) {
            length
        } else if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if is_numeral(first) {
            rest.find(|c| !is_numeral(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, more) = rest.split_at(length);
        tokens.push(token);
        before = token.chars().next_back();
        rest = more;
    }
    tokens
}

/// Whether a token is a number in digits, a date or a clock time. Words have no digits.
pub fn is_number(token: &str) -> bool {
    token.contains(is_digit)
}

/// Whether a token may be a number in words: 十二, `twelve`. Such words also stand where nothing is counted.
pub fn is_number_word(token: &str) -> bool {
    let word = token.to_ascii_lowercase();
    let english = numeral::english(&word).is_some_and(|value| (1..=50).contains(&value));
    let numeral = !token.is_empty() && token.chars().all(is_numeral);
    numeral || english || matches!(word.as_str(), "once" | "twice" | "half" | "hundred")
}

/// A letter of a language that puts spaces between words.
fn is_word(c: char) -> bool {
    c.is_alphabetic() && !is_cjk(c)
}

fn is_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千万亿两".contains(c)
}

/// Half-width and full-width digits.
fn is_digit(c: char) -> bool {
    ascii_digit(c).is_some()
}

const SIGNS: [char; 3] = ['-', '−', '－'];

/// The length of the number at the start: `1,600`, `31.6亿`, `10%`, `5‰`, `30 million`, `1/3`, `-2.5`. A dash behind
/// a letter or a digit is no sign, nor is one behind a month: 1月-6月.
fn number_length(text: &str, before: Option<char>) -> Option<usize> {
    let free = before
        .is_none_or(|c| !c.is_ascii_alphanumeric() && !is_digit(c) && !"年月日时".contains(c));
    let sign = text.chars().next().filter(|c| free && SIGNS.contains(c)).map_or(0, char::len_utf8);
    let mut end = sign;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < sign) {
        let mark = matches!(c, '.' | ',' | '/' | '．') && at > sign;
        let inside = is_digit(c) || (mark && text[at + c.len_utf8()..].starts_with(is_digit));
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    if end == sign {
        return None;
    }
    let rest = &text[end..];
    let unit = rest.chars().take_while(|c| matches!(c, '千' | '万' | '亿' | '%' | '‰' | '％'));
    let unit: usize = unit.take(2).map(char::len_utf8).sum();
    let word = [" million", " billion", " trillion", " per cent"].into_iter().find(|word| {
        rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    Some(end + unit.max(word.map_or(0, str::len)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_stay_whole() {
        assert_eq!(
            tokens("到2027年达31.6亿元、1,200家"),
            ["到", "2027", "年", "达", "31.6亿", "元", "、", "1,200", "家"]
        );
        assert_eq!(
            tokens("CNY 30 million a year, 4.5."),
            ["CNY", " ", "30 million", " ", "a", " ", "year", ",", " ", "4.5", "."]
        );
        assert_eq!(
            tokens("到2023年12月31日、2024年1月-6月，末班车22:30"),
            [
                "到",
                "2023年12月31日",
                "、",
                "2024年1月",
                "-",
                "6月",
                "，",
                "末",
                "班",
                "车",
                "22:30"
            ]
        );
        assert_eq!(
            tokens("from 1 February 2024, December 31, 2025 or May 2026 at 7:00"),
            [
                "from",
                " ",
                "1 February 2024",
                ",",
                " ",
                "December 31, 2025",
                " ",
                "or",
                " ",
                "May 2026",
                " ",
                "at",
                " ",
                "7:00"
            ]
        );
        assert_eq!(tokens("12 Marches may 5"), ["12", " ", "Marches", " ", "may", " ", "5"]);
        assert_eq!(tokens("任务：5家"), ["任", "务", "：", "5", "家"]);
        assert_eq!(tokens("9时30分，3个月"), ["9时30分", "，", "3", "个", "月"]);
        assert_eq!(tokens("每年十二次"), ["每", "年", "十二", "次"]);
        assert_eq!(tokens("30 millionaires"), ["30", " ", "millionaires"]);
        assert_eq!(tokens("由-3%到３．５%"), ["由", "-3%", "到", "３．５%"]);
        assert_eq!(tokens("1/3至2/3，2018-2020"), ["1/3", "至", "2/3", "，", "2018", "-", "2020"]);
    }
}
