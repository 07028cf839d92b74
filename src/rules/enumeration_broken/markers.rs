//! In: a text. Out: the words and signs in it that count points: 一是, 第二，, （3）, ④, `5.` at the beginning of a line,
//! `Third,`.

use std::iter;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::{memchr_iter, memmem};

use crate::language::numeral::{chinese_at, to_chinese};
use crate::language::{Characters, WordList, any_byte};

/// What counts a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    pub kind: Kind,
    pub number: u32,
    pub range: Range<usize>,
}

/// How a point is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 一是, 二要
    Is,
    /// 第一，
    Ordinal,
    /// 其一，
    Its,
    /// （一）
    Bracket,
    /// （1）
    BracketDigit,
    /// ①
    Circle,
    /// `1.` or `1、` at the beginning of a line.
    Line,
    /// `(a)`
    Letter,
    /// `First,` or `Firstly,`
    Word,
}

const WORDS: [&str; 9] =
    ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];

/// Larger numbers are years, sizes or anything else.
const LARGEST: u32 = 50;

impl Kind {
    pub const COUNT: usize = 9;
    pub const ALL: [Self; Self::COUNT] = [
        Self::Is,
        Self::Ordinal,
        Self::Its,
        Self::Bracket,
        Self::BracketDigit,
        Self::Circle,
        Self::Line,
        Self::Letter,
        Self::Word,
    ];

    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether it does nothing but count: the others may refer to something elsewhere.
    pub fn only_counts(self) -> bool {
        matches!(self, Self::Is | Self::Ordinal | Self::Its | Self::Word)
    }

    /// Whether a first one must be followed by a second one; `First,` may stand for "before all else".
    pub fn needs_second(self) -> bool {
        matches!(self, Self::Is | Self::Ordinal | Self::Its)
    }

    /// As texts write it.
    pub fn write(self, number: u32) -> String {
        let letter = |first: u32| char::from_u32(first + number - 1).unwrap_or('…');
        match self {
            Self::Is => to_chinese(number) + "是",
            Self::Ordinal => "第".to_owned() + &to_chinese(number),
            Self::Its => "其".to_owned() + &to_chinese(number),
            Self::Bracket => format!("（{}）", to_chinese(number)),
            Self::BracketDigit => format!("({number})"),
            Self::Circle => letter(0x2460).to_string(),
            Self::Line => format!("{number}."),
            Self::Letter => format!("({})", letter(u32::from('a'))),
            Self::Word => {
                WORDS.get(number as usize - 1).map_or(String::new(), |one| (*one).to_owned())
            }
        }
    }
}

/// What stands before a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Comma,
    Sentence,
    Line,
}

/// Every marker of a text, from left to right. A marker begins a line, a sentence, or a part of a sentence.
pub fn markers(text: &str, chinese: bool, mut take: impl FnMut(Marker)) {
    let mut done = 0;
    let mut look = |at: usize| {
        if at >= done
            && let Some(edge) = edge_before(&text[..at], chinese)
            && let Some((kind, number, length)) = marker(&text[at..], edge, chinese)
        {
            done = at + length;
            take(Marker { kind, number, range: at..done });
        }
    };
    if chinese || has_chinese(text) {
        FIRST.places(text).for_each(|place| look(place.start));
    } else {
        first_in_english(text).into_iter().for_each(look);
    }
}

/// Characters with which a marker begins: those of `WORDS`, too.
static FIRST: LazyLock<Characters> = LazyLock::new(|| {
    let circles = '①'..='⑳';
    "（(0123456789EFNST第其一二三四五六七八九十".chars().chain(circles).collect()
});

static BY_WORDS: WordList<9> = WordList::new(WORDS);

/// Whether a text may have a marker of Chinese texts.
fn has_chinese(text: &str) -> bool {
    // Marks such as ’ and – begin with smaller bytes than Chinese characters, and ① with one of them.
    any_byte(text, |byte| byte > 0xe2)
        || memmem::find(text.as_bytes(), &"①".as_bytes()[..2]).is_some()
}

/// Where markers may begin in a text without Chinese ones: at a bracket, at a line with a number, or at one of `WORDS`.
fn first_in_english(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut places: Vec<usize> = memchr_iter(b'(', bytes).collect();
    let mut from = 0;
    while let Some((at, word)) = BY_WORDS.find(text, from) {
        places.push(at);
        from = at + word.len();
    }
    let lines = iter::once(0).chain(memchr_iter(b'\n', bytes).map(|at| at + 1));
    let number = |at: usize| {
        let at = text.len() - text[at..].trim_start_matches(BLANKS).len();
        bytes.get(at).is_some_and(u8::is_ascii_digit).then_some(at)
    };
    places.extend(lines.filter_map(number));
    places.sort_unstable();
    places
}

const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

/// What a text ends with, but for blanks, if a marker may stand behind it.
fn edge_before(text: &str, chinese: bool) -> Option<Edge> {
    let before = text.trim_end_matches(BLANKS);
    let edge = match before.chars().next_back() {
        None => Some(Edge::Line),
        Some(mark) => edge(mark, chinese),
    };
    // A point of a list may begin behind these words.
    let joint = || {
        let word = before.ends_with(" and") || before.ends_with(" or");
        word && !chinese && text[before.len()..].starts_with(' ')
    };
    edge.or_else(|| joint().then_some(Edge::Comma))
}

fn edge(mark: char, chinese: bool) -> Option<Edge> {
    match mark {
        '\n' => Some(Edge::Line),
        '.' if chinese => None,
        ';' | '!' | '?' | '.' | '。' | '；' | '！' | '？' => Some(Edge::Sentence),
        ',' | ':' | '，' | '：' | '、' => Some(Edge::Comma),
        _ => None,
    }
}

/// The marker at the beginning of a text, with its length.
fn marker(text: &str, edge: Edge, is_chinese: bool) -> Option<(Kind, u32, usize)> {
    let first = text.chars().next()?;
    match first {
        '（' | '(' => bracket(text),
        '①'..='⑳' => Some((Kind::Circle, u32::from(first) - 0x2460 + 1, first.len_utf8())),
        '0'..='9' if edge == Edge::Line => line(text),
        'A'..='Z' if edge >= Edge::Sentence && !is_chinese => word(text),
        '第' if edge >= Edge::Sentence => {
            let (number, length) = numeral(&text["第".len()..])?;
            let length = length + "第".len();
            text[length..].starts_with(['，', ',', '：']).then_some((Kind::Ordinal, number, length))
        }
        '其' => {
            let (number, length) = numeral(&text["其".len()..])?;
            let length = length + "其".len();
            text[length..].starts_with(['，', ',', '：', '是']).then_some((
                Kind::Its,
                number,
                length,
            ))
        }
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => is(text),
        _ => None,
    }
}

/// 一是 and 二要, but not 一是一 and 三要素.
fn is(text: &str) -> Option<(Kind, u32, usize)> {
    let (number, length) = numeral(text)?;
    let rest = &text[length..];
    let verb = rest.chars().next().filter(|c| matches!(c, '是' | '要'))?;
    let behind = &rest[verb.len_utf8()..];
    let other = match verb {
        '是' => behind.starts_with(&text[..length]),
        _ => behind.starts_with(|c| "素点务件领害求旨义".contains(c)),
    };
    (!other).then_some((Kind::Is, number, length + verb.len_utf8()))
}

/// （一） (2) (c)
fn bracket(text: &str) -> Option<(Kind, u32, usize)> {
    let inner = &text[text.chars().next()?.len_utf8()..];
    // Nothing that counts is longer.
    let close = inner.char_indices().take(4).find(|(_, c)| matches!(c, '）' | ')'));
    let (close, mark) = close?;
    let length = text.len() - inner.len() + close + mark.len_utf8();
    let inner = &inner[..close];
    let (kind, number) = match inner.as_bytes() {
        [letter @ b'a'..=b'h'] => (Kind::Letter, u32::from(letter - b'a') + 1),
        [b'0'..=b'9', ..] => (Kind::BracketDigit, inner.parse().ok()?),
        _ => (Kind::Bracket, numeral(inner).filter(|(_, length)| *length == inner.len())?.0),
    };
    (1..=LARGEST).contains(&number).then_some((kind, number, length))
}

/// `3.` and `3、`, but not `3.5` and not 3、4 and 5.
fn line(text: &str) -> Option<(Kind, u32, usize)> {
    let length = text.find(|c: char| !c.is_ascii_digit()).filter(|length| *length <= 2)?;
    let number = text[..length].parse().ok()?;
    let mark = text[length..].chars().next().filter(|c| matches!(c, '.' | '．' | '、'))?;
    let rest = &text[length + mark.len_utf8()..];
    let counts = (1..=LARGEST).contains(&number) && !rest.starts_with(|c: char| c.is_ascii_digit());
    counts.then_some((Kind::Line, number, length + mark.len_utf8()))
}

fn word(text: &str) -> Option<(Kind, u32, usize)> {
    let at = WORDS.iter().position(|word| text.starts_with(word))?;
    let length = WORDS[at].len();
    let rest = text[length..].strip_prefix("ly").unwrap_or(&text[length..]);
    let number = u32::try_from(at).ok()? + 1;
    rest.starts_with(',').then_some((Kind::Word, number, length))
}

/// A Chinese number at the beginning of a text, and its bytes.
fn numeral(text: &str) -> Option<(u32, usize)> {
    chinese_at(text, 4).filter(|(number, _)| *number <= LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, chinese: bool) -> Vec<String> {
        let mut all = Vec::new();
        markers(text, chinese, |marker| all.push(marker.kind.write(marker.number)));
        all
    }

    #[test]
    fn points_are_found_where_they_begin() {
        assert_eq!(written("一是修；二要查，三是换。", true), ["一是", "二是", "三是"]);
        assert_eq!(written("第一，修。第二，查。其一，换", true), ["第一", "第二", "其一"]);
        assert_eq!(written("包括：（1）修，(2)查；①换、②装", true), ["(1)", "(2)", "①", "②"]);
        assert_eq!(written("1.修\n2、查\n（三）换", true), ["1.", "2.", "（三）"]);
        assert_eq!(
            written("First, mend. Secondly, look: (a) here, and (b) there", false),
            ["First", "Second", "(a)", "(b)"]
        );
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "统一是基础，唯一是",
            "位居全省第一，",
            "一是一、二是二",
            "三要素，四要点",
            "1.5万元\n3、4月\n2018.修",
            "见附件（2）和式(3)",
            "（2018）第一产业",
            "其中一是",
        ] {
            assert_eq!(written(text, true), Vec::<String>::new(), "{text}");
        }
        assert_eq!(
            written("It came First, of course. Firstborn, (see)", false),
            Vec::<String>::new()
        );
    }
}
