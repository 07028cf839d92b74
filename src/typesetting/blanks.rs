//! In: spaces, characters that look like spaces or are not seen, and letters in full width. Out: those that have no
//! place in the text.

use crate::diagnostic::prose::Prose;
use crate::language::is_cjk;

use super::Script;
use super::walk::{Walk, is_han};

/// Whether a character looks like a space or is not seen, and is no plain space.
pub fn is_blank(c: char) -> bool {
    matches!(c,
        '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}')
}

/// What people call it.
pub fn name(c: char) -> &'static str {
    match c {
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{3000}' => "a Chinese space",
        '\u{ad}' => "a soft hyphen",
        '\u{feff}' => "the mark of the beginning of a file",
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => "a space of another width",
        _ => "a character that is not seen",
    }
}

/// Whether it takes no room.
fn is_unseen(c: char) -> bool {
    !matches!(
        c,
        ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// A run of blanks, with the plain spaces among them.
pub fn blank(walk: &mut Walk<'_>, at: usize, first: char) {
    let run = walk.text[at..].chars().take_while(|c| *c == ' ' || is_blank(*c));
    let (length, unseen, all) = run.fold((0, true, 0), |(length, unseen, all), c| {
        (length + c.len_utf8(), unseen && is_unseen(c), all + 1)
    });
    let range = at..at + length;
    walk.skip = walk.skip.max(range.end);
    let (before, after) = (walk.before(at), walk.after(range.end));
    let edge = before.is_none_or(|c| c == '\n') || after.is_none_or(|c| c == '\n');
    let right = match walk.script {
        // The joiner holds the parts of one sign together.
        _ if first == '\u{200d}' && !before.is_some_and(char::is_alphanumeric) => return,
        _ if edge || unseen => "",
        // 张　三 is set so on purpose.
        Script::Chinese if first == '\u{3000}' && all == 1 && between(before, after, is_han) => {
            return;
        }
        Script::Chinese if first == '\u{3000}' && all == 1 && is_numbered(&walk.text[..at]) => {
            return;
        }
        Script::Chinese if before.is_some_and(is_wide) || after.is_some_and(is_wide) => "",
        // English keeps a number and its unit together, and may part digits by a thin space.
        Script::English
            if all == 1 && matches!(first, '\u{a0}' | '\u{2009}' | '\u{200a}' | '\u{202f}') =>
        {
            return;
        }
        _ => " ",
    };
    walk.blanks.add(range, Some(right));
}

/// Whether a line so far is the number of a table, an annex or a chapter, behind which such a space is set: 表1　主要指标.
fn is_numbered(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十章节条".contains(c);
    line.ends_with(number) && is_label(line)
}

fn between(before: Option<char>, after: Option<char>, is: fn(char) -> bool) -> bool {
    before.is_some_and(is) && after.is_some_and(is)
}

/// Chinese characters and the marks that bring their own space.
fn is_wide(c: char) -> bool {
    is_cjk(c) || matches!(c, '“' | '”' | '‘' | '’')
}

/// Plain spaces, which Chinese does not have between its characters.
pub fn space(walk: &mut Walk<'_>, at: usize) {
    if walk.script == Script::English {
        return;
    }
    let length = walk.text[at..].bytes().take_while(|b| *b == b' ').count();
    let range = at..at + length;
    let next = walk.after(range.end);
    if next.is_some_and(is_blank) {
        // The blank takes the spaces before it along.
        return blank(walk, at, next.unwrap_or(' '));
    }
    walk.skip = walk.skip.max(range.end);
    let (Some(before), Some(after)) = (walk.before(at), next) else { return };
    if before == '\n' || after == '\n' || is_label(&walk.text[walk.line.min(at)..at]) {
        return;
    }
    let mark = |c: char| is_wide(c) && !is_han(c);
    let latin = |c: char| c.is_ascii_alphanumeric();
    let quote = |c: char| matches!(c, '“' | '”' | '‘' | '’');
    if mark(before) || mark(after) {
        let foreign = quote(before) && latin(after) || quote(after) && latin(before);
        let plain = |c: char| latin(c) || is_wide(c);
        if !foreign && plain(before) && plain(after) {
            walk.spaces.add(range, Some(""));
        }
    } else if is_han(before) && is_han(after) {
        walk.line_spaces.push((range, false));
    } else if before.is_ascii_digit() && is_han(after) || is_han(before) && after.is_ascii_digit() {
        walk.line_spaces.push((range, true));
    }
}

/// What counts things, so that a number before it belongs to it.
const COUNTS: &str = "年月日家个项件人名万亿元公米吨度时分级所处座条次倍户亩";
/// What is numbered, named or dated, with a space between.
const NUMBERED: &str = "图表件栏章节条款第日局府室会院部委";

/// Spaces between Chinese characters belong to a sentence, where they are wrong, or divide names and columns, where they
/// are not; the marks of the line tell.
pub fn end_line(walk: &mut Walk<'_>, end: usize) {
    let spaces = std::mem::take(&mut walk.line_spaces);
    let Some(((first, _), (last, _))) = spaces.first().zip(spaces.last()) else { return };
    let line = &walk.text[walk.line.min(end)..end];
    let sentence = line.contains(['，', '。', '；', ',', ';']);
    // Columns and lists of names have many.
    let columns = spaces.len() > 3 && last.end - first.start < spaces.len() * 16;
    for (range, digit) in spaces {
        let before = walk.before(range.start).unwrap_or(' ');
        let after = walk.after(range.end).unwrap_or(' ');
        if !digit {
            if sentence && !columns {
                walk.spaces.add(range, Some(""));
            }
        } else if COUNTS.contains(after) || sentence && !NUMBERED.contains(before) {
            walk.sheet.loose.push((walk.part, range));
        }
    }
}

/// The number or name of a chapter, item or annex, behind which a space may stand.
fn is_label(text: &str) -> bool {
    let numbered = text.starts_with('第')
        && text.ends_with(['章', '节', '条', '款', '项', '篇', '编', '部', '分']);
    let named =
        ["附件", "附录", "附表", "专栏", "图", "表"].iter().any(|word| text.starts_with(word));
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十.．、（）()".contains(c);
    text.len() < 30 && (numbered || named && text.len() < 15 || text.chars().all(number))
}

/// A run of letters and digits in full width.
pub fn full_width(walk: &mut Walk<'_>, at: usize) {
    let wide = |c: &char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let run: String = walk.text[at..].chars().take_while(wide).collect();
    let half = |c: char| char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
    let range = at..at + run.len();
    walk.skip = walk.skip.max(range.end);
    let right: String = run.chars().map(half).collect();
    walk.replace_all(range, Prose::FullWidthLetters { written: run }, right);
}
