//! In: the beginning of a text. Out: the number that stands there, in digits, in Chinese numerals or in English words, and
//! its length.

use rust_decimal::Decimal;

use crate::language::ascii_digit;
use crate::language::numeral::{ENGLISH_MONTHS, english};

/// A number and the bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    pub value: Decimal,
    pub length: usize,
    /// Whether it is written as a year may be: four digits, nothing between them.
    pub plain_four: bool,
}

/// Whether the text begins with a digit, half-width or full-width.
pub fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c| ascii_digit(c).is_some())
}

/// `1,600`, `31.6`, `２０`
pub fn digits(text: &str) -> Option<Read> {
    if let Some(read) = plain_digits(text.as_bytes()) {
        return read;
    }
    let (mut number, mut count, mut places, mut length, mut marks) = (0i128, 0, None, 0, false);
    for (at, c) in text.char_indices() {
        let behind = || &text[at + c.len_utf8()..];
        if let Some(digit) = ascii_digit(c).and_then(|digit| digit.to_digit(10)) {
            number = number.checked_mul(10)?.checked_add(digit.into())?;
            count += 1;
            places = places.map(|places: u32| places + 1);
        } else if count == 0 || places.is_some() {
            break;
        } else if matches!(c, '.' | '．') && starts_with_digit(behind()) {
            (places, marks) = (Some(0), true);
        } else if c == ',' && thousands(behind()) {
            marks = true;
        } else {
            break;
        }
        length = at + c.len_utf8();
    }
    if count == 0 {
        return None;
    }
    let value = Decimal::try_from_i128_with_scale(number, places.unwrap_or(0)).ok()?;
    Some(Read { value, length, plain_four: !marks && count == 4 })
}

/// The same where no more than a glance is needed: a few digits with nothing behind them that goes on with the number, or
/// no digit at all. The first byte of digits of full width has many other characters.
fn plain_digits(bytes: &[u8]) -> Option<Option<Read>> {
    const FEW: usize = 9;
    const WIDE: u8 = 0xef;
    let digits = bytes.iter().take(FEW + 1).take_while(|byte| byte.is_ascii_digit());
    let (count, number) =
        digits.fold((0, 0), |(count, sum), byte| (count + 1, sum * 10 + u64::from(byte - b'0')));
    if count > FEW || matches!(bytes.get(count), Some(b'.' | b',' | &WIDE)) {
        return None;
    }
    let read = Read { value: number.into(), length: count, plain_four: count == 4 };
    Some((count > 0).then_some(read))
}

/// Exactly three digits.
fn thousands(text: &str) -> bool {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    count == 3
}

/// What multiplies the number before it: 万, 亿, 千万.
pub fn chinese_scale(text: &str) -> (Decimal, usize) {
    let mut scale = Decimal::ONE;
    let mut length = 0;
    // 第90百分位数
    if text.starts_with("百分") {
        return (scale, length);
    }
    for (at, c) in text.char_indices() {
        // 62.4亿千瓦时
        if c == '千' && text[at + c.len_utf8()..].starts_with(['瓦', '克', '米', '伏', '卡', '升'])
        {
            break;
        }
        let Some(factor) = factor(c).filter(|factor| *factor > 10) else { break };
        let Some(product) = scale.checked_mul(Decimal::from(factor)) else { break };
        scale = product;
        length += c.len_utf8();
    }
    (scale, length)
}

/// Whether a text ends with the sign of a number below nought, 零下 or a dash; behind a letter or a digit, a dash is something
/// else.
pub fn is_minus(before: &str) -> bool {
    let dash = before
        .strip_suffix(['−', '-'])
        .is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()));
    dash || before.ends_with("零下")
}

fn factor(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<u64> {
    match c {
        '〇' | '零' => Some(0),
        '一' => Some(1),
        '二' | '两' | '兩' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// Whether a number in Chinese may begin with this character.
pub fn is_chinese(c: char) -> bool {
    chinese_digit(c).is_some() || factor(c).is_some()
}

/// The numerals at the beginning of a text: 二十, 一百五十, 二〇二〇, 万.
pub fn chinese(text: &str) -> Option<Read> {
    /// What has more signs is no number.
    const MOST: usize = 16;
    let signs = text.chars().take(MOST + 1).take_while(|c| is_chinese(*c));
    let (count, end) = signs.fold((0, 0), |(count, end), c| (count + 1, end + c.len_utf8()));
    // In 万千瓦, 千 belongs to the unit.
    let of_unit = ["千瓦", "千克", "千米"]
        .iter()
        .any(|unit| text[..end].ends_with('千') && text[end - '千'.len_utf8()..].starts_with(unit));
    let (count, end) = if of_unit { (count - 1, end - '千'.len_utf8()) } else { (count, end) };
    let run = &text[..end];
    // 五四三 is no number, either.
    if count == 0 || count > MOST {
        return None;
    }
    let mut digits = run.chars().map(chinese_digit);
    let value = match (digits.clone().all(|digit| digit.is_some()), count) {
        (true, 4) => digits.try_fold(0, |sum, one| Some(sum * 10 + one?))?,
        (true, 2..) => return None,
        _ => grouped(run)?,
    };
    let value = Decimal::from(value);
    Some(Read { value, length: end, plain_four: count == 4 && is_year(value) })
}

/// Whether a year that plans speak of may have this number.
pub fn is_year(value: Decimal) -> bool {
    value >= Decimal::from(1800) && value < Decimal::from(2200)
}

/// 三亿五千万二百: groups of 亿 and 万, each of thousands, hundreds, tens and ones.
fn grouped(run: &str) -> Option<u64> {
    let (mut total, mut group, mut pending): (u64, u64, Option<u64>) = (0, 0, None);
    for c in run.chars() {
        if let Some(value) = chinese_digit(c) {
            if pending.is_some_and(|before| before != 0) {
                return None;
            }
            pending = Some(value);
            continue;
        }
        let factor = factor(c)?;
        if factor < 10_000 {
            group += pending.take().filter(|value| *value > 0).unwrap_or(1) * factor;
        } else {
            let ones = group + pending.take().unwrap_or(0);
            total = (total + ones.max(1)).checked_mul(factor)?;
            group = 0;
        }
    }
    Some(total + group + pending.unwrap_or(0))
}

pub const RANKS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// `third`, `twentieth`
pub fn english_rank(word: &str) -> Option<u32> {
    let ones = RANKS.iter().zip(0..).find(|(one, _)| **one == word).map(|(_, at)| at);
    ones.or_else(|| english(&(word.strip_suffix("ieth")?.to_owned() + "y")))
}

/// `million`
pub fn english_scale(word: &str) -> Option<u64> {
    match word {
        "dozen" => Some(12),
        "hundred" => Some(100),
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        "billion" | "bn" => Some(1_000_000_000),
        "trillion" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// `January`; also its place in the year.
pub fn english_month(word: &str) -> Option<u64> {
    ENGLISH_MONTHS.iter().zip(1..).find(|(one, _)| **one == word).map(|(_, at)| at)
}
