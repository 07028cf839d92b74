//! In: texts. Out: how wide they are at most, and their lines. Every decision of a layout rests on these
//! widths and never on a font, so that every machine draws the same chart.

use crate::language::is_cjk;

/// The height of a line over the height of its letters.
pub const LINE: f64 = 1.4;

/// Widths of the printable ASCII characters from the blank on, in hundredths of the letter height: those
/// of a wide sans-serif face, so that narrower ones fit as well.
const ASCII: [u8; 95] = [
    32, 41, 47, 84, 64, 96, 78, 29, 40, 40, 51, 84, 33, 37, 33, 35, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 35, 35, 84, 84, 84, 54, 100, 70, 70, 71, 78, 65, 59, 78, 76, 31, 31, 67, 58, 88, 76,
    80, 62, 80, 71, 65, 63, 74, 70, 100, 70, 63, 70, 40, 35, 40, 84, 51, 51, 63, 65, 56, 65, 63,
    37, 65, 65, 29, 29, 60, 29, 98, 65, 63, 65, 65, 43, 53, 41, 65, 61, 84, 61, 61, 54, 65, 35, 65,
    84,
];

/// The width of a character in hundredths of the height of its letters.
pub type Face = fn(char) -> u64;

/// Of letters as they are.
pub fn plain(c: char) -> u64 {
    u64::from(hundredths(c))
}

/// Of bold letters: they grow by a part of their width and, however narrow they are, by a little more. Chinese characters
/// fill their squares as they are.
pub fn bold(c: char) -> u64 {
    match plain(c) {
        0 => 0,
        wide if u32::from(c) < 0x530 => (wide * 112).div_ceil(100) + 4,
        wide => wide,
    }
}

/// The width of a text whose letters are `size` high.
pub fn width(text: &str, size: f64) -> f64 {
    width_in(plain, text, size)
}

/// The same in another face.
pub fn width_in(face: Face, text: &str, size: f64) -> f64 {
    at_size(text.chars().map(face).sum(), size)
}

fn at_size(hundredths: u64, size: f64) -> f64 {
    hundredths as f64 * size / 100.0
}

fn hundredths(c: char) -> u8 {
    let code = u32::from(c);
    match code {
        0x20..=0x7E => ASCII[(code - 0x20) as usize],
        0x00..=0x1F | 0x7F..=0x9F | 0x300..=0x36F | 0x200B..=0x200F => 0,
        0xA0 => 32,
        0x2013 => 55,
        0xA1..=0x52F if !matches!(c, '×' | '÷' | '±' | '·') => 80,
        0x1F000..=0x1FFFF => 140,
        _ => 100,
    }
}

/// The lines of a text, none wider than `room`: broken at blanks and between Chinese characters, and
/// within a word only where the word alone is wider. There is always one line.
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    wrap_in(plain, text, size, room)
}

/// The same in another face.
pub fn wrap_in(face: Face, text: &str, size: f64, room: f64) -> Vec<String> {
    if width_in(face, text, size) <= room {
        return vec![text.trim().to_owned()];
    }
    let mut lines = Vec::new();
    let (mut line, mut wide) = (String::new(), 0);
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Piece { length, shown, whole } = piece(rest, face);
        let (piece, behind) = rest.split_at(length);
        if at_size(wide, size) + at_size(shown, size) <= room {
            line.push_str(piece);
            wide += whole;
        } else {
            push(&mut lines, &mut line);
            break_word(&|part| width_in(face, part, size), piece, room, &mut lines, &mut line);
            wide = line.chars().map(face).sum();
        }
        rest = behind;
    }
    push(&mut lines, &mut line);
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn push(lines: &mut Vec<String>, line: &mut String) {
    let done = line.trim();
    if !done.is_empty() {
        lines.push(done.to_owned());
    }
    line.clear();
}

/// A word alone on its line, cut where it is wider than the line; its last part stays open.
fn break_word(
    width: &dyn Fn(&str) -> f64,
    word: &str,
    room: f64,
    lines: &mut Vec<String>,
    line: &mut String,
) {
    for c in word.trim_end().chars() {
        if !line.is_empty() && width(line) + width(c.encode_utf8(&mut [0; 4])) > room {
            push(lines, line);
        }
        line.push(c);
    }
    if word.ends_with(' ') {
        line.push(' ');
    }
}

/// What may not be torn apart, with the blanks behind it.
struct Piece {
    /// In bytes.
    length: usize,
    /// The widths without those blanks and with them.
    shown: u64,
    whole: u64,
}

/// The first piece of a text.
fn piece(text: &str, face: Face) -> Piece {
    let (mut shown, mut whole) = (0, 0);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            return Piece { length: at, shown, whole };
        }
        whole += face(c);
        if !c.is_whitespace() {
            shown = whole;
        }
        before = Some(c);
    }
    Piece { length: text.len(), shown, whole }
}

fn may_break(before: char, after: char) -> bool {
    // Nearly all that is asked about, and none of the marks.
    let han = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    if han(before) && han(after) {
        return true;
    }
    let opens = matches!(before, '（' | '《' | '〈' | '「' | '『' | '【' | '“' | '‘' | '(' | '[');
    #[rustfmt::skip]
    let closes = matches!(
        after,
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '》' | '〉' | '」' | '』' | '】' | '”' | '’' | '…' | '—' | '～'
            | ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '%'
    );
    if after == ' ' || opens || closes {
        return false;
    }
    before == ' ' || is_cjk(before) || is_cjk(after) || matches!(before, '/' | '→')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold_width(text: &str, size: f64) -> f64 {
        width_in(bold, text, size)
    }

    #[test]
    fn chinese_is_one_square_each() {
        assert_eq!(width("廊坊", 12.0), 24.0);
        assert_eq!(width("", 12.0), 0.0);
        assert!(width("Langfang", 12.0) < 8.0 * 12.0);
    }

    #[test]
    fn bold_letters_are_wider() {
        for text in ["illicit", "Wm", "Gu'an (1)"] {
            assert!(bold_width(text, 12.0) >= width(text, 12.0) * 1.12);
        }
        assert_eq!(bold_width("廊坊", 12.0), 24.0);
        assert_eq!(bold_width("", 12.0), 0.0);
    }

    #[test]
    fn lines_keep_to_the_room() {
        for text in [
            "Langfang Economic and Technological Development Zone",
            "廊坊经济技术开发区管理委员会（含综合保税区、空港新区）",
            "Donaudampfschifffahrtsgesellschaftskapitän 12,345",
            "  两种 words 混在一起 of every 种类 ",
            "99999999999999999999999999999999",
        ] {
            for room in [30.0, 60.0, 144.0] {
                let lines = wrap(text, 12.0, room);
                assert!(lines.iter().all(|line| width(line, 12.0) <= room), "{lines:?}");
                let kept: String = lines.concat().replace(' ', "");
                assert_eq!(kept, text.replace(' ', ""));
                let bold = wrap_in(bold, text, 12.0, room);
                assert!(bold.iter().all(|line| bold_width(line, 12.0) <= room), "{bold:?}");
            }
        }
        assert_eq!(wrap("", 12.0, 100.0), [""]);
        assert_eq!(wrap("重点（一）", 10.0, 30.0), ["重点", "（一）"]);
    }
}
