//! In: the beginning of a heading, such as `（三）打造…`, `IV. Safeguards` or `11.加快…`. Out: the number
//! it carries, the label as it is printed, and where the title begins. Levels follow GB/T 9704
//! (一、 （一） 1. （1）) and their English counterparts; 第一章, 第一条, Chapter 1, Article 1 are read too. And English
//! numbers in words.

use super::ascii_digit;

/// The months of the year in English.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number at the beginning of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    pub number: u32,
    /// As printed, such as `（三）` or `11.`
    pub printed: &'a str,
    /// What follows the label and its space.
    pub rest: &'a str,
}

/// The label of a heading; `None` where the heading carries no number.
pub fn heading_label(heading: &str) -> Option<Label<'_>> {
    let heading = heading.trim();
    in_brackets(heading)
        .or_else(|| ordinal(heading))
        .or_else(|| english_ordinal(heading))
        .or_else(|| before_mark(heading))
}

/// `（三）` `(3)` `(iv)` `(IV)`
fn in_brackets(heading: &str) -> Option<Label<'_>> {
    let inner = heading.strip_prefix(['（', '('])?;
    let close = inner.find(['）', ')'])?;
    let number = any_number(&inner[..close])?;
    let bracket = inner[close..].chars().next()?.len_utf8();
    let end = heading.len() - inner.len() + close + bracket;
    // A bracket may be followed by a mark of its own: `（三）、`
    label(heading, end, number)
}

/// `第三章` `第十二条`
fn ordinal(heading: &str) -> Option<Label<'_>> {
    let inner = heading.strip_prefix('第')?;
    let at = inner.find(['章', '节', '条', '部', '篇'])?;
    let number = any_number(&inner[..at])?;
    let unit = inner[at..].chars().next()?.len_utf8();
    label(heading, '第'.len_utf8() + at + unit, number)
}

/// `Chapter 3` `Article XII:`
fn english_ordinal(heading: &str) -> Option<Label<'_>> {
    let word = ["Chapter ", "Section ", "Article ", "Part "]
        .into_iter()
        .find(|word| heading.starts_with(word))?;
    let inner = &heading[word.len()..];
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let number = any_number(&inner[..end])?;
    label(heading, word.len() + end, number)
}

/// `三、` `11.` `11．` `11、` `IV.`
fn before_mark(heading: &str) -> Option<Label<'_>> {
    /// No number is longer, not even with blanks around it.
    const LONGEST: usize = 64;
    let begin = &heading[..heading.floor_char_boundary(LONGEST)];
    let at = begin.find(['、', '.', '．'])?;
    let number = any_number(&heading[..at])?;
    let mark = heading[at..].chars().next()?.len_utf8();
    // 3.5% of … is a number, not a label.
    let rest = &heading[at + mark..];
    if heading[at..].starts_with('.') && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    label(heading, at + mark, number)
}

fn label(heading: &str, end: usize, number: u32) -> Option<Label<'_>> {
    let between = |c: char| matches!(c, '、' | ':' | '：') || c.is_whitespace();
    let rest = heading[end..].trim_start_matches(between);
    Some(Label { number, printed: &heading[..end], rest })
}

fn any_number(text: &str) -> Option<u32> {
    /// 九百九十九 has fewer bytes, and four digits of full width, too.
    const LONGEST: usize = 24;
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    arabic(text).or_else(|| chinese(text)).or_else(|| roman(text))
}

/// Half-width or full-width digits, at most four.
fn arabic(text: &str) -> Option<u32> {
    if text.chars().count() > 4 {
        return None;
    }
    text.chars().try_fold(0u32, |value, c| Some(value * 10 + ascii_digit(c)?.to_digit(10)?))
}

/// A sign of the numbers with which points are counted.
pub fn counts_points(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// The Chinese number of at most `most` such signs that a text begins with, and its bytes.
pub fn chinese_at(text: &str, most: usize) -> Option<(u32, usize)> {
    let signs = text.chars().take(most).take_while(|c| counts_points(*c));
    let length = signs.map(char::len_utf8).sum();
    Some((chinese(&text[..length])?, length))
}

/// 一 to 九百九十九, as headings are numbered.
pub fn chinese(text: &str) -> Option<u32> {
    let mut total = 0u32;
    let mut digit: Option<u32> = None;
    let mut last_unit = u32::MAX;
    for c in text.chars() {
        if let Some(value) = "〇一二三四五六七八九".chars().position(|known| known == c) {
            // A zero only fills a gap: 一百零三.
            if digit.replace(u32::try_from(value).ok()?).is_some_and(|before| before != 0) {
                return None;
            }
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '零' => {
                digit = Some(0);
                continue;
            }
            _ => return None,
        };
        if unit >= last_unit {
            return None;
        }
        last_unit = unit;
        total += digit.take().filter(|value| *value > 0).unwrap_or(1) * unit;
    }
    let value = total + digit.unwrap_or(0);
    (value > 0).then_some(value)
}

/// From `zero`, in small letters.
pub const ENGLISH_ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// From `twenty`.
pub const ENGLISH_TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// `three`, `ninety`: up to nineteen, and the tens; in small letters.
pub fn english(word: &str) -> Option<u32> {
    let place = |list: &[&str]| u32::try_from(list.iter().position(|one| *one == word)?).ok();
    place(&ENGLISH_ONES).or_else(|| Some((place(&ENGLISH_TENS)? + 2) * 10))
}

/// I to XXXIX in capitals, as texts name clauses.
pub fn roman_in_capitals(text: &str) -> Option<u32> {
    roman(text).filter(|_| text.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// I to XXXIX, in capitals or small letters: longer ones are words (`MIX`, `CD`) more often than numbers.
fn roman(text: &str) -> Option<u32> {
    let letters = |b: u8| matches!(b.to_ascii_uppercase(), b'I' | b'V' | b'X');
    if text.len() > "XXXVIII".len() || !text.bytes().all(letters) {
        return None;
    }
    let upper = text.to_ascii_uppercase();
    let mixed = text != upper && text != text.to_ascii_lowercase();
    if mixed || text.is_empty() {
        return None;
    }
    (1..40).find(|number| to_roman(*number) == upper)
}

/// As Chinese headings are numbered, up to 九百九十九.
pub fn to_chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS[(value % 10) as usize];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let hundreds_text =
        if hundreds > 0 { digit(hundreds).to_owned() + "百" } else { String::new() };
    let tens_text = match (hundreds, tens) {
        (0, 1) => "十".to_owned(),
        (0, 0) => String::new(),
        (_, 0) if ones > 0 => "零".to_owned(),
        (_, 0) => String::new(),
        _ => digit(tens).to_owned() + "十",
    };
    hundreds_text + &tens_text + digit(ones)
}

/// As English headings are numbered, up to XXXIX.
pub fn to_roman(number: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat((number / 10) as usize) + ONES[(number % 10) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(heading: &str) -> Option<(u32, &str, &str)> {
        heading_label(heading).map(|label| (label.number, label.printed, label.rest))
    }

    #[test]
    fn reads_every_level_in_both_languages() {
        assert_eq!(read("三、主要任务"), Some((3, "三、", "主要任务")));
        assert_eq!(read("（三）更加突出"), Some((3, "（三）", "更加突出")));
        assert_eq!(read("(三)更加突出"), Some((3, "(三)", "更加突出")));
        assert_eq!(read("11.打造"), Some((11, "11.", "打造")));
        assert_eq!(read("1、打造"), Some((1, "1、", "打造")));
        assert_eq!(read("（2）项目"), Some((2, "（2）", "项目")));
        assert_eq!(read("III. Main tasks"), Some((3, "III.", "Main tasks")));
        assert_eq!(read("(IV) Regions"), Some((4, "(IV)", "Regions")));
        assert_eq!(read("27. Monitoring"), Some((27, "27.", "Monitoring")));
        assert_eq!(read("第十二条 期限"), Some((12, "第十二条", "期限")));
        assert_eq!(read("Article 12 Term"), Some((12, "Article 12", "Term")));
    }

    #[test]
    fn leaves_words_alone() {
        for heading in [
            "附件",
            "Annexes",
            "3.5% growth",
            "I am",
            "十三五规划",
            "Mix. It",
            "I, the undersigned",
            "第三方评估",
            "",
        ] {
            assert_eq!(read(heading), None, "{heading}");
        }
    }

    #[test]
    fn counts_in_chinese() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十一", 11),
            ("二十", 20),
            ("二十七", 27),
            ("一百零三", 103),
            ("三百一十", 310),
        ] {
            assert_eq!(chinese(text), Some(value), "{text}");
        }
        for value in 1..1000 {
            assert_eq!(chinese(&to_chinese(value)), Some(value), "{value}");
        }
        for text in ["", "零", "一二", "十十", "人"] {
            assert_eq!(chinese(text), None, "{text}");
        }
    }

    #[test]
    fn counts_in_english() {
        let numbers = [("one", 1), ("nineteen", 19), ("twenty", 20), ("ninety", 90), ("zero", 0)];
        for (word, value) in numbers {
            assert_eq!(english(word), Some(value), "{word}");
        }
        for word in ["", "Three", "hundred", "once", "twenties"] {
            assert_eq!(english(word), None, "{word}");
        }
    }
}
