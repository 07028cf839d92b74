//! In: marks that stand for what is still to be written, and marks of Markdown that readers see. Out: each placeholder
//! with the word that it belongs to, and the marks.

use std::ops::Range;

use crate::diagnostic::prose::Prose;

use super::Script;
use super::walk::{Walk, is_han};

/// What the name of a masked place or body ends with.
const ENDINGS: [&str; 26] = [
    "学院", "大学", "分校", "师院", "公司", "中心", "集团", "街道", "园区", "活动", "项目", "同志",
    "省", "市", "区", "县", "州", "镇", "乡", "村", "局", "厅", "委", "院", "路", "号",
];

/// A name is not longer than this many characters.
const LONGEST_NAME: usize = 8;

/// `×`, `□`, `＊` or `Ｘ`
pub fn mask(walk: &mut Walk<'_>, at: usize, mark: char) {
    let length: usize =
        walk.text[at..].chars().take_while(|c| *c == mark).map(char::len_utf8).sum();
    let range = at..at + length;
    walk.skip = walk.skip.max(range.end);
    let several = length > mark.len_utf8();
    // ×月×日, but not 3×4.
    let dated = mark == '×'
        && walk.after(range.end).is_some_and(|c| "年月日号省市区县镇乡".contains(c))
        && !walk.before(at).is_some_and(|c| c.is_ascii_digit());
    if several || dated {
        return place(walk, range);
    }
    if matches!(mark, 'Ｘ' | 'ｘ') {
        walk.skip = at;
        super::blanks::full_width(walk, at);
    }
}

/// Notes a placeholder, with the word that it belongs to.
pub fn place(walk: &mut Walk<'_>, range: Range<usize>) {
    let end = range.end + name_behind(&walk.text[range.end..]);
    let written = walk.text[range.start..end].trim().to_owned();
    note(walk, range.start..end, written);
}

/// Notes a placeholder.
pub fn note(walk: &mut Walk<'_>, range: Range<usize>, written: String) {
    let part = walk.part;
    let known = walk.sheet.masks.entry(written).or_insert((part, range, 0));
    known.2 += 1;
}

/// How much of what follows belongs to the name.
fn name_behind(text: &str) -> usize {
    let name = text.char_indices().take(LONGEST_NAME);
    let end = name.take_while(|(_, c)| is_han(*c)).map(|(at, c)| at + c.len_utf8()).last();
    let name = &text[..end.unwrap_or(0)];
    let ends = ENDINGS.iter().filter_map(|ending| name.find(ending).map(|at| at + ending.len()));
    // Without an ending, two characters are enough to find it.
    let short = || name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    ends.min().unwrap_or_else(short)
}

/// `【待定】`, `（此处填写……）`, `（待定）`
pub fn bracket(walk: &mut Walk<'_>, at: usize, mark: char) {
    let rest = &walk.text[at + mark.len_utf8()..];
    const WORDS: [&str; 8] = ["待定", "待补", "待填", "待确", "此处", "待核", "待完善", "请填"];
    if !WORDS.iter().any(|word| rest.starts_with(word)) {
        return;
    }
    let close = rest.char_indices().take(30).find(|(_, c)| matches!(c, '】' | ')' | '）'));
    let Some((end, close)) = close else { return };
    let range = at..at + mark.len_utf8() + end + close.len_utf8();
    note(walk, range.clone(), walk.text[range].to_owned());
}

/// `*`, `_` and backticks that readers see.
pub fn emphasis(walk: &mut Walk<'_>, at: usize, mark: char) {
    let length = walk.text[at..].chars().take_while(|c| *c == mark).count();
    let range = at..at + length;
    walk.skip = walk.skip.max(range.end);
    let (before, after) = (walk.before(at), walk.after(range.end));
    let wrong = match (mark, length) {
        ('_', 3..) => return blank_line(walk, range),
        ('_', 2) => {
            !before.is_some_and(|c| c.is_ascii_alphanumeric())
                || !after.is_some_and(|c| c.is_ascii_alphanumeric())
        }
        ('_', _) => false,
        ('*', 1) => star(before, after),
        ('*', 2..=3) | ('`', _) => true,
        _ => false,
    };
    if wrong {
        let mark = walk.text[range.clone()].to_owned();
        walk.report(range, Prose::EmphasisMark { mark }, Vec::new());
    }
}

/// A star within words; one that multiplies, or that leads to a note, stays.
fn star(before: Option<char>, after: Option<char>) -> bool {
    let han = |c: Option<char>| c.is_some_and(is_han);
    before.is_some()
        && han(after)
        && (han(before) || before.is_some_and(|c| "，。、；：“（".contains(c)))
}

/// A line to write on.
fn blank_line(walk: &mut Walk<'_>, range: Range<usize>) {
    let written = "____".to_owned();
    note(walk, range, written);
}

/// `XX` in a word of letters and digits.
pub fn letters(walk: &mut Walk<'_>, word: Range<usize>) {
    let text = &walk.text[word.clone()];
    let marks = text.bytes().rev().take_while(|b| matches!(b, b'X' | b'x')).count();
    let rest = &text[..text.len() - marks];
    if marks < 2 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    let small = text.ends_with('x');
    let (before, after) = (walk.before(word.start), walk.after(word.end));
    match walk.script {
        Script::Chinese => {
            // Small letters may be anything where no Chinese character is near.
            let beside = |c: Option<char>| c.is_some_and(is_han);
            if !small || beside(before) || beside(after) {
                place(walk, word);
            }
        }
        Script::English => {
            // XX and XXX are Roman numbers, too.
            const PLACES: [&str; 9] = [
                " City",
                " Province",
                " County",
                " District",
                " University",
                " Bureau",
                " Town",
                " Village",
                " Municipal",
            ];
            let place = PLACES.iter().find(|place| walk.text[word.end..].starts_with(**place));
            if let Some(place) = place.filter(|_| !small) {
                let range = word.start..word.end + place.len();
                note(walk, range.clone(), walk.text[range].to_owned());
            } else if !rest.is_empty() && rest.len() + marks == 4 {
                note(walk, word.clone(), walk.text[word].to_owned());
            }
        }
    }
}
