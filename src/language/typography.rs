//! In: characters and names. Out: whether characters are set without spaces between words, as Chinese is;
//! what of a name counts when two names are compared.

/// Whether a character belongs to Chinese (or Japanese) writing and to no other: Han characters, kana,
/// CJK punctuation, full-width forms.
pub fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x303F      // radicals, CJK symbols and punctuation
        | 0x3040..=0x30FF    // kana
        | 0x3100..=0x312F    // bopomofo
        | 0x31A0..=0x4DBF    // extensions, strokes, Han extension A
        | 0x4E00..=0x9FFF    // Han
        | 0xF900..=0xFAFF    // compatibility Han
        | 0xFE30..=0xFE4F    // compatibility forms
        | 0xFF00..=0xFF60    // full-width forms
        | 0xFFE0..=0xFFE6
        | 0x20000..=0x3FFFF  // Han extensions B and later
    )
}

/// Whether a character is one of those with which all Chinese words of official texts are written.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// A digit in half width, whichever width it is written in; `None` for what is no digit.
pub fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

/// Punctuation that Chinese and English share.
fn is_shared_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Whether a line break between these two stands for nothing, where in English it is a space.
pub fn joins_without_space(before: char, after: char) -> bool {
    let chinese = is_cjk(before) || is_cjk(after);
    let fits = |c| is_cjk(c) || is_shared_punctuation(c);
    chinese && fits(before) && fits(after)
}

/// Whether a character is not seen and only changes how others are set: marks of direction, the mark at the start of
/// a file, spaces without width.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is no part of any text: control characters but for line breaks and tabs, and what Unicode will
/// never give a meaning. Pages and feeds may not hold them.
fn is_no_text(c: char) -> bool {
    let never = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    never || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// The characters of a text that are no text, each with its byte. Nearly all texts have none, which a first glance tells.
pub fn no_text(text: &str) -> impl Iterator<Item = (usize, char)> {
    let text = if may_hold_no_text(text.as_bytes()) { text } else { "" };
    text.char_indices().filter(|(_, c)| is_no_text(*c))
}

/// The processor looks at many bytes at a time here. It may see something where there is nothing, and never the other way
/// round: behind these bytes stand the characters that `is_no_text` tells.
fn may_hold_no_text(bytes: &[u8]) -> bool {
    let odd =
        |b: u8| (b < 0x20) & (b != b'\n') & (b != b'\t') | (b == 0x7f) | (b == 0xc2) | (b >= 0xf0);
    let wide = |b: u8| b == 0xef;
    let (odd, wide) = bytes
        .iter()
        .fold((false, false), |(any, any_wide), b| (any | odd(*b), any_wide | wide(*b)));
    let pair = |a: u8, b: u8| (a == 0xef) & ((b == 0xb7) | (b == 0xbf));
    let pairs = || bytes.iter().zip(&bytes[1..]).fold(false, |any, (a, b)| any | pair(*a, *b));
    odd || wide && pairs()
}

/// A title in pieces, and whether a piece is one that no line break may divide: a date, a year with its 年, a range of
/// years. Browsers break lines between a digit and a Chinese character.
pub fn wholes(title: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < title.len() {
        let rest = &title[at..];
        match whole_length(rest) {
            Some(length) => {
                pieces.push((&title[start..at], false));
                pieces.push((&rest[..length], true));
                at += length;
                start = at;
            }
            // What is no such piece is passed over, up to the next digit.
            None => {
                let behind = &rest[digits(rest)..];
                let next = behind.find(|c| ascii_digit(c).is_some()).unwrap_or(behind.len());
                at = title.len() - behind.len() + next;
            }
        }
    }
    pieces.push((&title[start..], false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// The length of the digits at the start.
fn digits(text: &str) -> usize {
    text.find(|c| ascii_digit(c).is_none()).unwrap_or(text.len())
}

/// `2024—2026年`, `2024–2026`, `2024年12月31日`, `3年`, `2026年度`
fn whole_length(text: &str) -> Option<usize> {
    let number = Some(digits(text)).filter(|length| *length > 0)?;
    let to = text[number..].trim_start_matches(['—', '–', '-', '－', '~', '～', '至']);
    let dash = text.len() - number - to.len();
    let range = if dash > 0 { digits(to) } else { 0 };
    let mut end = if range > 0 { number + dash + range } else { number };
    let mut whole = range > 0;
    while let Some(rest) = text[end..].strip_prefix(['年', '月', '日']) {
        whole = true;
        end = text.len() - rest.len();
        let next = digits(rest);
        if !rest[next..].starts_with(['月', '日']) {
            break;
        }
        end += next;
    }
    if text[..end].ends_with('年') && text[end..].starts_with('度') {
        end += '度'.len_utf8();
    }
    whole.then_some(end)
}

/// A text as one line for headers of mails, calendars and feeds: no line breaks, no control characters, nothing
/// that turns the direction of what follows.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let space = c.is_whitespace() || c.is_control();
        match c {
            _ if !space => line.push(c),
            _ if !line.is_empty() && !line.ends_with(' ') => line.push(' '),
            _ => {}
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// The letters, digits and characters of a text: marks and blanks may be written in several ways.
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    letters.extend(letters_of(text));
    letters
}

/// The same, one after the other.
pub fn letters_of(text: &str) -> impl Iterator<Item = char> {
    // Most are told without a look into the tables of Unicode.
    let plain = |c: char| c.is_ascii_alphanumeric() || is_han(c);
    text.chars().filter(move |c| plain(*c) || !c.is_ascii() && c.is_alphanumeric())
}

/// What of a name counts when it is looked up: no spaces within Chinese, brackets and marks of one width, no
/// capitals, no leading "the". `各县(市、区)政府` and `各县（市、区）政府` are one name.
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        let chinese = |c: Option<char>| c.is_none_or(is_cjk);
        if !chinese(key.chars().last()) && !chinese(word.chars().next()) {
            key.push(' ');
        }
        for c in word.chars().map(narrow) {
            // Nearly every character has one small form, and is told without a look into the tables of Unicode.
            if c.is_ascii() || is_cjk(c) {
                key.push(c.to_ascii_lowercase());
            } else {
                key.extend(c.to_lowercase());
            }
        }
    }
    match key.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => key,
    }
}

/// The first character of what counts of a name, but for a leading "the".
pub fn key_begin(name: &str) -> Option<char> {
    name.trim_start().chars().next().and_then(|c| narrow(c).to_lowercase().next())
}

/// Full-width letters, digits and marks as those of an English keyboard; curly quotation marks straight.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + 0x21).expect("the range has as many as ASCII")
        }
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_no_text, joins_without_space, may_hold_no_text, name_key, wholes};

    #[test]
    fn the_first_glance_misses_nothing() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = format!("文{c}字");
            assert!(!is_no_text(c) || may_hold_no_text(text.as_bytes()), "{c:?}");
        }
        assert!(!may_hold_no_text("到2018年，“甲”达到600家—No. 1\n\tplan’s".as_bytes()));
    }

    #[test]
    fn years_stay_with_their_numbers() {
        let shown = |title: &str| -> String {
            let piece = |(text, whole): (&str, bool)| {
                if whole { format!("[{text}]") } else { text.to_owned() }
            };
            wholes(title).into_iter().map(piece).collect()
        };
        for (title, expected) in [
            ("绿色出行行动方案（2024—2026年）", "绿色出行行动方案（[2024—2026年]）"),
            ("Action Plan (2024–2026)", "Action Plan ([2024–2026])"),
            ("到2026年，2025年12月31日前", "到[2026年]，[2025年12月31日]前"),
            ("2026年度报告", "[2026年度]报告"),
            ("24项事项、30个", "24项事项、30个"),
            ("２０２６年", "[２０２６年]"),
            ("", ""),
            ("1.5米", "1.5米"),
        ] {
            assert_eq!(shown(title), expected);
        }
    }

    #[test]
    fn names_are_one_however_they_are_typed() {
        assert_eq!(name_key("各县(市、区)政府"), name_key("各县（市、 区）政府"));
        assert_eq!(name_key("The  Municipal Finance\nBureau"), "municipal finance bureau");
        assert_eq!(name_key("Gu’an County"), name_key("Gu'an County"));
        assert_ne!(name_key("市科技局"), name_key("市科局"));
    }

    #[test]
    fn chinese_lines_join_and_english_lines_do_not() {
        assert!(joins_without_space('市', '科'));
        assert!(joins_without_space('，', '科'));
        assert!(joins_without_space('”', '科'));
        assert!(!joins_without_space('”', '“'));
        assert!(!joins_without_space('a', '科'));
        assert!(!joins_without_space('a', 'b'));
    }
}
