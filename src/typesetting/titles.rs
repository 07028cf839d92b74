//! In: two titles of documents. Out: whether they are one title, written in two ways.

use crate::language::{WordList, is_cjk};

/// How two titles differ that mean one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// In dashes or quotation marks.
    Marks,
    /// A word is missing in the first one.
    Word,
}

/// A title, as `name_key` gives it without what is written in several widths, without dashes and quotation marks, too.
pub fn key(form: &str) -> String {
    let mut key = String::with_capacity(form.len());
    for c in form.chars() {
        match c {
            '–' | '—' | '―' | '─' | '~' | '～' | '〜' | '－' | '−' | '-' => {
                if !key.ends_with('-') {
                    key.push('-');
                }
            }
            '"' | '\'' | '〈' | '〉' | '《' | '》' => {}
            c => key.push(c),
        }
    }
    key
}

/// Titles with less characters than this differ by more than a slip when a word is missing.
const SHORTEST: usize = 9;

/// In bytes.
const LONGEST_CHARACTER: usize = 4;

/// Words by which two documents differ, not two ways to write one.
const WORDS: [&str; 28] = [
    "实施", "若干", "修订", "补充", "暂行", "试行", "贯彻", "落实", "行动", "工作", "总体", "专项",
    "重点", "年度", "中期", "长期", "近期", "远期", "农业", "工业", "科技", "企业", "人才", "地方",
    "中央", "基本", "特色", "产业",
];

/// Whether two titles with different keys mean one document: a word of two characters is missing within the first.
pub fn lacks_word(shorter: &str, longer: &str) -> bool {
    // Most titles are told apart by their lengths.
    if !(1..=2 * LONGEST_CHARACTER).contains(&longer.len().saturating_sub(shorter.len())) {
        return false;
    }
    let (short, long): (Vec<char>, Vec<char>) =
        (shorter.chars().collect(), longer.chars().collect());
    if short.len() < SHORTEST || long.len() != short.len() + 2 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(one, other)| one == other).count();
    // At the ends it is a place, a kind of document or a draft.
    let within = same > 2 && same < short.len();
    if !within || short[same..] != long[same + 2..] {
        return false;
    }
    let word: String = long[same..same + 2].iter().collect();
    let numbered = |c: char| {
        c.is_ascii_digit() || !is_cjk(c) || "一二三四五六七八九十第省市县区州镇年月".contains(c)
    };
    !WORDS.contains(&word.as_str()) && !word.contains(numbered)
}

/// The titles in a text, with their places, without 《 and 》.
pub fn titles(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const LONGEST: usize = 240;
    static OPEN: WordList<1> = WordList::new(["《"]);
    OPEN.find_all(text).filter_map(|(at, mark)| {
        let start = at + mark.len();
        let rest = &text[start..text.floor_char_boundary(start + LONGEST)];
        let title = &rest[..rest.find('》')?];
        (!title.is_empty() && !title.contains(['《', '\n'])).then_some((start, title))
    })
}
