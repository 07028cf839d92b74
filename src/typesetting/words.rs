//! In: words of letters and digits, and Chinese characters that stand twice. Out: words that stand twice, and words
//! that say that something is still to be written.

use std::ops::Range;

use crate::diagnostic::prose::Prose;

use super::walk::Walk;
use super::{Script, masks, spelling};

/// A word of letters and digits.
pub fn word(walk: &mut Walk<'_>, word: Range<usize>) {
    let bytes = walk.text.as_bytes();
    match bytes[word.end - 1] {
        b'X' | b'x' if word.len() > 1 => masks::letters(walk, word.clone()),
        b'O' | b'D' | b'E' | b'm' if word.len() <= 5 => unfinished(walk, word.clone()),
        _ => {}
    }
    match walk.script {
        Script::Chinese => {
            let han = |b: Option<&u8>| b.is_some_and(|b| (0xE4..=0xE9).contains(b));
            let tight = bytes[word.end - 1].is_ascii_digit() && han(bytes.get(word.end));
            walk.sheet.tight += usize::from(tight);
        }
        Script::English => {
            let before = std::mem::replace(&mut walk.word, word.clone());
            let touches = before.end + 1 == word.start && bytes[before.end] == b' ';
            let joined = touches || before.end + 1 == word.start && bytes[before.end] == b'-';
            let one_before = if joined { &walk.text[before.clone()] } else { "" };
            spelling::word(walk, one_before, word.clone());
            if touches && before.len() == word.len() && word.len() <= 4 {
                twice(walk, before, word);
            }
        }
    }
}

/// Small words that never stand twice.
const SMALL: [&str; 21] = [
    "the", "a", "an", "of", "to", "and", "or", "for", "with", "by", "from", "at", "as", "are",
    "be", "will", "has", "its", "this", "into", "all",
];

fn twice(walk: &mut Walk<'_>, before: Range<usize>, word: Range<usize>) {
    let (first, second) = (&walk.text[before.clone()], &walk.text[word.clone()]);
    if !first.eq_ignore_ascii_case(second) {
        return;
    }
    let small = SMALL.iter().any(|one| one.eq_ignore_ascii_case(second));
    // `Plan A a day` has a name.
    let name = first == "A" || second.starts_with(|c: char| c.is_ascii_uppercase());
    if small && !name {
        let range = before.start..word.end;
        let word = walk.text[range.clone()].to_owned();
        walk.report(range, Prose::DoubledWord { word }, Vec::new());
    }
}

fn unfinished(walk: &mut Walk<'_>, word: Range<usize>) {
    let text = &walk.text[word.clone()];
    let range = match text {
        "TODO" | "TBD" | "FIXME" => word,
        "lorem" | "Lorem" if walk.starts(word.end, " ipsum") => {
            word.start..word.end + " ipsum".len()
        }
        _ => return,
    };
    masks::note(walk, range.clone(), walk.text[range].to_owned());
}

/// Characters that never stand twice, but between words that end and begin with them.
const NEVER: [(&str, &[&str], &[&str]); 6] = [
    ("的", &["目", "标", "有", "众", "中"], &["确"]),
    ("了", &["为", "明", "未", "末"], &["解", "然", "不", "结", "如"]),
    (
        "和",
        &["缓", "总", "温", "平", "共", "饱", "中", "调", "融", "祥", "谐"],
        &["美", "平", "谐", "睦", "气"],
    ),
    ("与", &["参", "给", "赋", "付", "授"], &["会", "时", "其"]),
    ("及", &["普", "涉", "波", "触", "顾", "企", "危"], &["时", "格"]),
    (
        "在",
        &["存", "所", "实", "潜", "现", "内", "外", "旨", "自"],
        &["线", "建", "校", "职", "册", "岗", "编", "场", "地"],
    ),
];

/// A Chinese character that stands twice.
pub fn han_twice(walk: &mut Walk<'_>, at: usize) {
    let c = &walk.text[at..at + 3];
    let Some((c, before, after)) = NEVER.iter().find(|(one, ..)| *one == c) else { return };
    let range = at - 3..at + 3;
    let word = || before.iter().any(|word| walk.ends(range.start, word));
    if !word() && !after.iter().any(|word| walk.starts(range.end, word)) {
        let problem = Prose::DoubledWord { word: c.repeat(2) };
        walk.report(range, problem, Vec::new());
    }
}
