//! In: commas, stops, colons and their kind. Out: those of the wrong width for the script, those that stand side by
//! side, and question marks where nothing is asked.

use crate::diagnostic::prose::Prose;

use super::walk::{Walk, is_chinese, is_han};
use super::{Script, dashes, lists};

/// A mark of an English keyboard.
pub fn half(walk: &mut Walk<'_>, at: usize, mark: char) {
    let (before, after) = (walk.before(at), walk.after(at + 1));
    if mark == '.' && after == Some('.') {
        return dashes::dots(walk, at, '.');
    }
    if after == Some(mark) && matches!(mark, ',' | ';' | ':') {
        doubled(walk, at, mark);
    }
    if walk.script == Script::English {
        if matches!(mark, '.' | '?' | '!') {
            walk.sentence = at + 1;
        }
        return;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if digit(before) && digit(after) || walk.starts(at, "://") {
        return;
    }
    if mark == '.' {
        return full_stop(walk, at, before);
    }
    let beside = |c: Option<char>| c.is_some_and(is_chinese);
    if beside(before) || beside(after) || before == Some('%') {
        let wide = char::from_u32(u32::from(mark) + 0xFEE0).unwrap_or(mark);
        // The space that an English keyboard wants behind a mark goes with it.
        let space = after == Some(' ') && walk.after(at + 2).is_some_and(|c| c != '\n' && c != ' ');
        let end = at + 1 + usize::from(space);
        walk.widths.places.push(at..at + 1);
        walk.widths.fix.push((at..end, wide.to_string()));
        walk.skip = walk.skip.max(end);
    }
    passed(walk, at, 1, mark);
}

/// A shorter beginning of a sentence may be its number: 一., 第一章.
const NUMBER: usize = "十一二三四".len();

/// A stop behind a Chinese character, at the end of a sentence.
fn full_stop(walk: &mut Walk<'_>, at: usize, before: Option<char>) {
    let rest = walk.text[at + 1..].trim_start_matches(['”', '’', '）', ')', '」', '》']);
    let ends = rest.is_empty() || rest.starts_with('\n');
    let goes_on = rest.strip_prefix(' ').unwrap_or(rest).starts_with(is_han);
    let length = at - walk.line.max(walk.sentence).min(at);
    // `一.` at the beginning is a number.
    let number = if ends { at - walk.line < "十一二".len() } else { length < NUMBER };
    if (ends || goes_on) && !number && before.is_some_and(|c| is_han(c) || "”）》".contains(c))
    {
        walk.widths.add(at..at + 1, Some("。"));
        walk.sentence = at + 1;
        walk.clause = at + 1;
    }
}

/// A Chinese mark.
pub fn full(walk: &mut Walk<'_>, at: usize, mark: char) {
    let width = mark.len_utf8();
    let after = walk.after(at + width);
    if mark == '。' && walk.starts(at, "。。。") {
        return dashes::dots(walk, at, '。');
    }
    if walk.script == Script::English {
        return english(walk, at, mark);
    }
    let single = !matches!(mark, '！' | '？' | '．');
    if single && matches!(after, Some('，' | '。' | '；' | '：' | '、' | ',' | ';' | ':')) {
        doubled(walk, at, mark);
    }
    if mark == '、' {
        lists::pause(walk, at);
    } else {
        passed(walk, at, width, mark);
    }
}

/// What a mark ends.
fn passed(walk: &mut Walk<'_>, at: usize, width: usize, mark: char) {
    let end = at + width;
    match mark {
        ',' | '，' => {
            lists::comma(walk, at, width);
            walk.clause = end;
        }
        '?' | '？' => {
            question(walk, at, width);
            walk.sentence = end;
            walk.clause = end;
        }
        '。' | '！' | '!' | ';' | '；' => {
            walk.list.end();
            walk.sentence = end;
            walk.clause = end;
        }
        ':' | '：' => {
            walk.list.end();
            walk.clause = end;
        }
        _ => {}
    }
}

fn doubled(walk: &mut Walk<'_>, at: usize, mark: char) {
    let width = mark.len_utf8();
    let all = walk.text[at..].chars().take_while(|c| "，。；：、,;:".contains(*c));
    let (marks, same) =
        all.fold((0, true), |(length, same), c| (length + c.len_utf8(), same && c == mark));
    let written = walk.text[at..at + marks].to_owned();
    let fix = if same { vec![(at + width..at + marks, String::new())] } else { Vec::new() };
    walk.report(at..at + marks, Prose::DoubledMark { written }, fix);
    walk.skip = walk.skip.max(at + marks);
}

/// Where a sentence is longer, the words that ask may be far away.
const LONGEST_SENTENCE: usize = 600;

/// Words that ask.
const ASKS: &[&str] = &[
    "吗", "呢", "吧", "么", "何", "谁", "哪", "几", "多少", "是否", "能否", "可否", "有无", "怎",
    "难道", "岂", "啊", "不", "多久", "多大", "多长", "多远", "多高",
];

/// A question mark that stands beside another mark, or at the beginning, in a sentence that asks nothing: what is left
/// of a character that was lost.
fn question(walk: &mut Walk<'_>, at: usize, width: usize) {
    let sentence = walk.since(walk.sentence, at, LONGEST_SENTENCE + 1);
    let after = walk.after(at + width);
    let mark = |c: char| "，。；：、（《【,;:?？".contains(c);
    let beside = after.is_some_and(mark)
        || sentence.chars().next_back().is_none_or(|c| mark(c) || c.is_ascii_digit());
    // Who asks twice shouts.
    let before = walk.before(at);
    let shouts = before.is_some_and(|c| matches!(c, '?' | '？' | '!' | '！'))
        || after.is_some_and(|c| matches!(c, '?' | '？' | '!' | '！'));
    if beside
        && !shouts
        && sentence.len() <= LONGEST_SENTENCE
        && !ASKS.iter().any(|word| sentence.contains(word))
    {
        walk.report(at..at + width, Prose::StrayQuestion, Vec::new());
    }
}

/// A Chinese mark in an English text; beside Chinese characters, it belongs to them.
pub fn english(walk: &mut Walk<'_>, at: usize, mark: char) {
    if matches!(mark, '(' | ')' | '“' | '”' | '‘' | '’') {
        return;
    }
    let end = at + mark.len_utf8();
    let (before, after) = (walk.before(at), walk.after(end));
    // 示政发〔2026〕5号 is written so in every language.
    let number = matches!(mark, '〔' | '〕');
    if number || before.is_some_and(is_han) || after.is_some_and(is_han) {
        return;
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let behind = |text: &str| if letter(after) { format!("{text} ") } else { text.to_owned() };
    let right = match mark {
        '，' | '、' => Some(behind(",")),
        '。' => Some(behind(".")),
        '；' => Some(behind(";")),
        '：' => Some(behind(":")),
        '？' => Some(behind("?")),
        '！' => Some(behind("!")),
        '）' => Some(behind(")")),
        '（' => Some(if letter(before) { " (".to_owned() } else { "(".to_owned() }),
        '「' => Some("“".to_owned()),
        '」' => Some("”".to_owned()),
        '『' => Some("‘".to_owned()),
        '』' => Some("’".to_owned()),
        _ => None,
    };
    walk.widths.add(at..end, right.as_deref());
}
