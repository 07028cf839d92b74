//! In: a sentence. Out: wholes with parts that are no figures elsewhere: counts in words (九项指标，其中约束性五项、预期性四项), and
//! the points of an assessment of a hundred (实行百分制：甲30分，乙20分…).

use std::ops::Range;

use crate::language::numeral::chinese;
use crate::language::{WordList, ascii_digit};
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::Figure;
use super::sentences::{ends_sentence, head, is_mark, tail};
use super::{Extent, Whole};

/// Two kinds of which everything is one or the other.
const HALVES: [(&str, &str); 6] = [
    ("约束性", "预期性"),
    ("续建", "新建"),
    ("续建", "新开工"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("公办", "民办"),
];

/// What counts things.
static COUNTERS: WordList<7> = WordList::new(["项", "个", "家", "条", "类", "名", "所"]);

/// Whether the names of parts leave nothing out.
pub fn are_all(names: &[&str]) -> bool {
    // A comment is adopted, adopted in part, or not.
    let adopted =
        |name: &&str| name.trim_start_matches("其中").trim_end_matches('的').ends_with("采纳");
    if let [_, second, third] = names
        && names.iter().all(adopted)
    {
        return second.contains("部分") && third.contains(['不', '未']);
    }
    let [one, other] = names else { return false };
    let begins = |name: &str, word: &str| name.trim_start_matches("其中").starts_with(word);
    HALVES.iter().any(|(first, second)| {
        (begins(one, first) && begins(other, second))
            || (begins(one, second) && begins(other, first))
    })
}

/// Reads the tallies of a text.
pub fn read(text: &str, list: &mut Vec<Whole>) {
    if text.contains("其中") {
        for (at, word) in text.match_indices("其中") {
            list.extend(in_words(text, at, at + word.len()));
        }
    }
    if text.contains('分') && text.contains(['百', '1', '１']) {
        list.extend(points(text));
    }
}

/// 九项指标，其中约束性指标五项，预期性指标四项. In digits, they are figures.
fn in_words(text: &str, at: usize, behind: usize) -> Option<Whole> {
    let near = tail(text, at);
    let before = near.trim_end_matches(is_mark);
    let start = at - near.len();
    let mark = before.rfind(is_mark).unwrap_or(0);
    let whole = count(text, start + mark..start + before.len())?;
    let rest = head(text, behind);
    let end = rest.find(ends_sentence).unwrap_or(rest.len());
    let mut from = behind;
    let mut parts = Vec::new();
    let mut names = Vec::new();
    for piece in text[behind..behind + end].split(['，', '、', ',']) {
        let place = from..from + piece.len();
        from = place.end + text[place.end..].chars().next().map_or(0, char::len_utf8);
        let Some(part) = count(text, place.clone()).filter(|one| one.word == whole.word) else {
            break;
        };
        names.push(&text[place.start..part.range.start]);
        parts.push(part);
    }
    let digits = |one: &Figure| text[one.range.clone()].starts_with(|c| ascii_digit(c).is_some());
    let words = !digits(&whole) || !parts.iter().all(digits);
    let all = are_all(&names) || names.last().is_some_and(|name| name.starts_with("其他"));
    (words && all && parts.len() > 1).then(|| Whole {
        whole,
        parts,
        extent: Extent::All,
        years: None,
        names: Vec::new(),
    })
}

/// The one count of a piece: 约束性指标五项.
fn count(text: &str, place: Range<usize>) -> Option<Figure> {
    let piece = &text[place.clone()];
    let numeral = |c: char| ascii_digit(c).is_some() || "一二三四五六七八九十两".contains(c);
    let mut all =
        piece.char_indices().filter(|(at, c)| numeral(*c) && !piece[..*at].ends_with(numeral));
    let (at, _) = all.next()?;
    let rest = &piece[at..];
    let end = rest.find(|c| !numeral(c))?;
    let value = match &rest[..end] {
        "两" => 2,
        digits if digits.starts_with(|c: char| c.is_ascii_digit()) => digits.parse().ok()?,
        words => chinese(words)?,
    };
    let word = COUNTERS.beginning(&rest[end..])?;
    let start = place.start + at;
    // 第五项 and 五项原则、三个体系 say something else.
    let alone = all.next().is_none() && !piece[..at].ends_with('第');
    alone.then(|| figure(value, word, start..start + end + word.len()))
}

fn figure(value: u32, word: &'static str, range: Range<usize>) -> Figure {
    Figure {
        value: value.into(),
        measure: Measure::Count,
        bound: Bound::Exactly,
        word: Some(word),
        range,
        per: false,
        placed: true,
    }
}

/// 考核实行百分制：用水总量30分，漏损控制20分….
fn points(text: &str) -> Option<Whole> {
    static WHOLES: WordList<8> = WordList::new([
        "百分制",
        "满分100分",
        "满分为100分",
        "总分100分",
        "总分为100分",
        "满分一百分",
        "共100分",
        "计100分",
    ]);
    const MOST: usize = 40;
    let (at, word) = WHOLES.find(text, 0)?;
    let behind = at + word.len();
    let rest = &text[behind..];
    let rest = &rest[..rest.find(['。', '\n']).unwrap_or(rest.len())];
    let mut parts = Vec::new();
    let mut from = behind;
    for piece in rest.split(['，', '；', '：', ',', ':', '（']).take(MOST) {
        let start = from;
        from += piece.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
        // 90分以上为优秀 behind all of them are no parts.
        let graded = ["以上", "不足", "以下"].iter().any(|word| piece.contains(word));
        if graded && parts.len() > 2 {
            break;
        }
        // Neither are 得分90分以上的 and 每少1项扣2分 among them.
        if graded || ["扣", "得分", "加分"].iter().any(|word| piece.contains(word)) {
            return None;
        }
        for inner in piece.split('、') {
            let offset = start + (inner.as_ptr() as usize - piece.as_ptr() as usize);
            if let Some((value, place)) = worth(inner) {
                parts.push(figure(value, "分", offset + place.start..offset + place.end));
            }
        }
    }
    let whole = figure(100, "分", at..behind);
    let sum: rust_decimal::Decimal = parts.iter().map(|one| one.value).sum();
    let near = (75..=130).contains(&u32::try_from(sum).ok()?);
    (near && parts.len() > 2).then(|| Whole {
        whole,
        parts,
        extent: Extent::All,
        years: None,
        names: Vec::new(),
    })
}

/// The points at the end of a name: 组织实施10分.
fn worth(piece: &str) -> Option<(u32, Range<usize>)> {
    let piece = piece.trim_end_matches('）');
    let number = piece.strip_suffix('分')?;
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let name = &number[..number.len() - digits];
    let named = name.chars().nth(1).is_some() && !name.ends_with(['.', '—']);
    Some((number[name.len()..].parse().ok().filter(|_| named)?, name.len()..piece.len()))
}
