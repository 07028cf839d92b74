//! In: a text. Out: the telephone and identity-card numbers in it, however people group their digits.

use jiff::civil::Date;

use crate::language::ascii_digit;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Telephone,
    Identity,
}

/// A number in a text, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number<'t> {
    pub kind: Kind,
    pub written: &'t str,
    /// Its digits in half width, without the code of China; `X` may end an identity-card number.
    pub digits: String,
}

/// Digits without anything between them.
struct Group {
    start: usize,
    end: usize,
    digits: String,
}

/// So many groups make the longest number: 138 1234 5678, +86 0316 521 2180.
const MOST_GROUPS: usize = 6;

/// Every number, from left to right; of two that overlap the one that begins first, and of those the longer one.
pub fn numbers(text: &str) -> Vec<Number<'_>> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let longest = (at + 1..=groups.len().min(at + MOST_GROUPS)).rev();
        let joined = longest.filter(|end| are_joined(text, &groups[at..*end]));
        let number = joined.map(|end| (end, number(text, &groups[at..end])));
        match number.filter_map(|(end, number)| Some((end, number?))).next() {
            Some((end, number)) => {
                found.push(number);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let Some(digit) = half_width(c) else { continue };
        let follows = groups.last().is_some_and(|group| group.end == start);
        // An X is a digit only at the end of an identity-card number.
        let sum: usize = groups.iter().rev().take(3).map(|group| group.digits.len()).sum();
        match groups.last_mut().filter(|_| follows) {
            Some(group) if digit != 'X' || sum >= 17 => {
                group.digits.push(digit);
                group.end = end;
            }
            None if digit != 'X' => groups.push(Group { start, end, digits: digit.to_string() }),
            _ => {}
        }
    }
    groups
}

fn half_width(c: char) -> Option<char> {
    if matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ') { Some('X') } else { ascii_digit(c) }
}

/// Whether between groups there are only the marks that stand within numbers, at most two.
fn are_joined(text: &str, groups: &[Group]) -> bool {
    const MARKS: &str = " \u{a0}-－‐‑–—·.()（）";
    groups.windows(2).all(|pair| {
        let between = &text[pair[0].end..pair[1].start];
        between.chars().count() <= 2 && between.chars().all(|c| MARKS.contains(c))
    })
}

fn number<'t>(text: &'t str, groups: &[Group]) -> Option<Number<'t>> {
    let (first, last) = (groups.first()?, groups.last()?);
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let (before, after) = (&text[..first.start], &text[last.end..]);
    let abroad = before.ends_with(['+', '＋']);
    let written = |start: usize| &text[start..last.end];
    let of_kind = |kind, digits: &str| {
        Some(Number { kind, written: written(first.start), digits: digits.to_owned() })
    };
    if is_identity_number(&digits) {
        return of_kind(Kind::Identity, &digits);
    }
    if abroad && (9..=15).contains(&digits.len()) {
        let digits = match digits.strip_prefix("86") {
            Some(rest) if rest.len() == 11 && rest.starts_with('1') => rest.to_owned(),
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None => digits,
        };
        let start = first.start - before.chars().next_back().map_or(0, char::len_utf8);
        return Some(Number { kind: Kind::Telephone, written: written(start), digits });
    }
    // A quantity, or the decimals of one.
    let counted = groups.len() == 1 && (after.starts_with(is_unit) || is_decimal(before));
    let sizes: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let announced = matches!(digits.len(), 7 | 8) && announces_telephone(before);
    let telephone = !counted && (is_mobile(&digits, &sizes) || is_landline(&digits, &sizes));
    (telephone || announced).then(|| of_kind(Kind::Telephone, &digits)).flatten()
}

fn is_unit(c: char) -> bool {
    "元万亿千百%％‰家个件项人吨米亩平公台套户名".contains(c)
}

fn is_decimal(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next() == Some('.') && back.next().is_some_and(|c| c.is_ascii_digit())
}

/// 11 digits from 13 to 19, in one group or in three.
fn is_mobile(digits: &str, sizes: &[usize]) -> bool {
    let grouped =
        matches!(sizes, [11] | [3, 4, 4] | [3, 8] | [7, 4] | [4, 4, 3] | [3, 3, 5] | [5, 6]);
    let mut bytes = digits.bytes();
    let begins =
        bytes.next() == Some(b'1') && bytes.next().is_some_and(|two| (b'3'..=b'9').contains(&two));
    digits.len() == 11 && grouped && begins
}

/// An area code (010, 02x, 03xx to 09xx) and seven or eight digits.
fn is_landline(digits: &str, sizes: &[usize]) -> bool {
    let code = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return false,
    };
    // Groups end where the area code does, or there are none.
    let grouped = sizes == [digits.len()] || sizes.first() == Some(&code);
    grouped && matches!(digits.len().checked_sub(code), Some(7 | 8))
}

/// Whether a text ends with a word that a telephone number follows.
fn announces_telephone(before: &str) -> bool {
    const WORDS: [&str; 8] =
        ["电话", "座机", "手机", "联系方式", "telephone", "phone", "tel", "mobile"];
    let before = before.to_lowercase();
    let before = before.trim_end_matches([' ', '：', ':', '.', '是', '为', '号', '码']);
    WORDS.iter().any(|word| before.ends_with(word))
}

/// 公民身份号码: 18 characters: region, date of birth, order, a check character (GB 11643-1999, ISO 7064 MOD 11-2). One
/// with a slip in its check character still tells who somebody is, so either that or the date of birth is enough.
fn is_identity_number(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    if digits.len() != 18 {
        return false;
    }
    let values = digits[..17].chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>();
    let Some(values) = values else { return false };
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = CHECKS.chars().nth((sum % 11) as usize) == digits.chars().last();
    check || (matches!(values[0], 1..=8) && is_date_of_birth(&digits[6..14]))
}

/// `19491231`, within the lives of people.
fn is_date_of_birth(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits[range].parse::<i8>().ok();
    let year = digits[..4].parse::<i16>().ok().filter(|year| (1900..2100).contains(year));
    let date = year.zip(part(4..6)).zip(part(6..8));
    date.is_some_and(|((year, month), day)| Date::new(year, month, day).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<&str> {
        numbers(text).into_iter().map(|one| one.written).collect()
    }

    #[test]
    fn numbers_are_found_however_they_are_grouped() {
        for (text, expected) in [
            ("张三 13812345678 13987654321", &["13812345678", "13987654321"][..]),
            ("2026-03-15 13812345670来电", &["13812345670"]),
            ("3 13812345678", &["13812345678"]),
            ("楼号12-3-401 13812345678", &["13812345678"]),
            ("电话：13812345678 6楼", &["13812345678"]),
            ("13812345678-1", &["13812345678"]),
            ("call +86 138 1234 5678 please", &["+86 138 1234 5678"]),
            ("WhatsApp +852 9123 4567", &["+852 9123 4567"]),
            ("138.1234.5678", &["138.1234.5678"]),
            ("138·1234·5678", &["138·1234·5678"]),
            ("座机0316-5212180", &["0316-5212180"]),
            ("0316–5212180", &["0316–5212180"]),
            ("0316-5212180转803", &["0316-5212180"]),
            ("（010）62345678", &["010）62345678"]),
            ("03165212180", &["03165212180"]),
            ("手机１３８１２３４５６７８", &["１３８１２３４５６７８"]),
            ("我的电话号码是5212180。", &["5212180"]),
            ("Tel.: 6234 5678", &["6234 5678"]),
            ("电话：8888 1234-5", &["8888 1234"]),
            ("身份证11010519491231002X号", &["11010519491231002X"]),
            (
                "身份证 １１０１０５１９４９１２３１００２ｘ",
                &["１１０１０５１９４９１２３１００２ｘ"],
            ),
            ("110105 19491231 002X", &["110105 19491231 002X"]),
            ("ID 110105194912310021 (last figure misread)", &["110105194912310021"]),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn figures_and_codes_are_left_alone() {
        for text in [
            "由438家增加到600家，2018-2020年",
            "2018年4月11日至2018-04-25",
            "衡政字〔2016〕21号",
            "拨打12345热线",
            "统一社会信用代码 911100007178306183",
            "投资52121800元，电话会议5212180次",
            "投资13800000000元",
            "比例为0.0138123456",
            "项目编号018-20250301",
            "010-12345",
            "面积1200 3400 5600平方米",
            "3.1.2 4.5.6 10.11.12",
            "100000000000000",
        ] {
            assert_eq!(written(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_code_of_china_does_not_count() {
        let digits =
            |text: &str| numbers(text).into_iter().map(|one| one.digits).collect::<Vec<_>>();
        assert_eq!(digits("+86 316 5212180"), ["03165212180"]);
        assert_eq!(digits("+8613812345678"), ["13812345678"]);
        assert_eq!(digits("0316-5212180"), ["03165212180"]);
    }
}
