//! In: words of letters and digits, and Chinese characters that stand twice. Out: words that stand twice, and words
//! that say that something is still to be written.

use std::ops::Range;

use crate::diagnostic::prose::Prose;

use super::walk::{Walk, is_han};
use super::word_class::Classes;
use super::{Script, grammar, masks, spelling};

/// A word of letters and digits, with its classes.
pub fn word(walk: &mut Walk<'_>, word: Range<usize>, classes: Classes) {
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
            let classes_before = std::mem::replace(&mut walk.classes, classes);
            let apart = before.end + 1 == word.start;
            let touches = apart && bytes[before.end] == b' ';
            if classes.is_spelled() {
                let joined = touches || apart && bytes[before.end] == b'-';
                let one_before = if joined { &walk.text[before.clone()] } else { "" };
                spelling::word(walk, one_before, word.clone());
            }
            if touches && classes.may_be_pair(classes_before) {
                grammar::pair(walk, &before, &word);
            }
            if touches && classes.is_small() && before.len() == word.len() {
                twice(walk, before, word);
            }
        }
    }
}

/// Whether a word in small letters may be masked, or say that something is still to be written.
pub fn may_be_unfinished(word: &str) -> bool {
    word.ends_with('x') || ["todo", "tbd", "fixme", "lorem"].contains(&word)
}

/// Small words that never stand twice.
pub const SMALL: [&str; 44] = [
    "the", "a", "an", "of", "to", "and", "or", "for", "with", "by", "from", "at", "as", "are",
    "be", "will", "has", "its", "this", "into", "all", "shall", "must", "should", "would", "could",
    "their", "which", "were", "been", "also", "than", "under", "within", "through", "between",
    "these", "those", "our", "your", "each", "if", "but", "about",
];

/// A small word behind one that is as long.
fn twice(walk: &mut Walk<'_>, before: Range<usize>, word: Range<usize>) {
    let (first, second) = (&walk.text[before.clone()], &walk.text[word.clone()]);
    if !first.eq_ignore_ascii_case(second) {
        return;
    }
    // `Plan A a day` has a name.
    let name = first == "A" || second.starts_with(|c: char| c.is_ascii_uppercase());
    if !name {
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

/// Words of two characters that never stand twice, but before these.
const WORDS: [(&str, &[&str]); 61] = [
    ("应当", &[]),
    ("应该", &[]),
    ("必须", &[]),
    ("进行", &[]),
    ("以及", &[]),
    ("或者", &[]),
    ("对于", &[]),
    ("关于", &[]),
    ("根据", &["地"]),
    ("按照", &[]),
    ("依据", &[]),
    ("为了", &[]),
    ("由于", &[]),
    ("可以", &[]),
    ("不得", &["出", "到", "罪", "已", "了"]),
    ("能够", &[]),
    ("加强", &[]),
    ("推进", &[]),
    ("推动", &[]),
    ("提高", &[]),
    ("完善", &[]),
    ("健全", &[]),
    ("开展", &[]),
    ("加快", &[]),
    ("确保", &[]),
    ("强化", &[]),
    ("优化", &[]),
    ("坚持", &[]),
    ("全面", &[]),
    ("积极", &["性"]),
    ("充分", &[]),
    ("切实", &[]),
    ("我市", &[]),
    ("我县", &[]),
    ("我省", &[]),
    ("我区", &[]),
    ("全市", &[]),
    ("全省", &["性"]),
    ("全县", &[]),
    ("全区", &[]),
    ("本市", &[]),
    ("其中", &[]),
    ("同时", &[]),
    ("并且", &[]),
    ("而且", &[]),
    ("但是", &[]),
    ("如果", &[]),
    ("因此", &[]),
    ("因为", &[]),
    ("其他", &[]),
    ("有关", &[]),
    ("相关", &[]),
    ("各级", &[]),
    ("以上", &[]),
    ("以下", &[]),
    ("达到", &[]),
    ("至少", &[]),
    ("我们", &[]),
    ("他们", &[]),
    ("不断", &[]),
    ("有效", &["期"]),
];

/// Three or four Chinese characters that end here and stand twice: 不少于不少于. Of so many, no two are said again.
pub fn long_twice(walk: &mut Walk<'_>, at: usize, characters: usize) {
    let (length, end) = (3 * characters, at + 3);
    let all = end.checked_sub(2 * length).and_then(|start| walk.text.get(start..end));
    let Some((first, second)) = all.map(|all| all.split_at(length)) else { return };
    // 哈哈哈哈哈哈 and 某某某某某某 are no words.
    if first == second && first[..3] != first[3..6] && first.chars().all(is_han) {
        let problem = Prose::DoubledWord { word: first.repeat(2) };
        walk.report(end - 2 * length..end, problem, Vec::new());
    }
}

/// A Chinese word of two characters that ends here and stands twice; its last characters are known to be the same.
pub fn pair_twice(walk: &mut Walk<'_>, at: usize) {
    let (start, end) = (at.saturating_sub(9), at + 3);
    let Some((first, second)) =
        walk.text.get(start..end).filter(|all| all.len() == 12).map(|all| all.split_at(6))
    else {
        return;
    };
    if first != second {
        return;
    }
    let Some((word, before)) = WORDS.iter().find(|(word, _)| *word == second) else { return };
    if !before.iter().any(|next| walk.starts(end, next)) {
        let problem = Prose::DoubledWord { word: word.repeat(2) };
        walk.report(start..end, problem, Vec::new());
    }
}
