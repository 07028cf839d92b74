//! In: a file as it stands on disk, and edits by their place in it as it was read. Out: the file with these
//! edits and not another byte changed: its byte order mark, line ends and blanks stay.

use std::ops::Range;

/// A place in a text as lantu reads it (no byte order mark, `\n` ends lines), and what is to stand there.
#[derive(Clone, Debug)]
pub struct Edit {
    pub place: Range<usize>,
    pub text: String,
}

/// A text as lantu reads it.
pub fn plain(raw: &str) -> String {
    raw.strip_prefix('\u{feff}').unwrap_or(raw).replace("\r\n", "\n")
}

/// The file with the edits, which are in order and do not overlap.
pub fn splice(raw: &str, edits: &[Edit]) -> String {
    let windows = raw.contains("\r\n");
    let mut places = Places::new(raw);
    let mut out = String::with_capacity(raw.len());
    let mut done = 0;
    for edit in edits {
        let (start, end) = (places.raw(edit.place.start), places.raw(edit.place.end));
        out.push_str(&raw[done..start]);
        if windows {
            out.push_str(&edit.text.replace('\n', "\r\n"));
        } else {
            out.push_str(&edit.text);
        }
        done = end;
    }
    out.push_str(&raw[done..]);
    out
}

/// Walks through the file once and knows both kinds of places.
struct Places<'a> {
    raw: &'a str,
    at_raw: usize,
    at_plain: usize,
}

impl<'a> Places<'a> {
    fn new(raw: &'a str) -> Self {
        let mark = if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { raw, at_raw: mark, at_plain: 0 }
    }

    /// Where the place in the text as read is in the file; places must not go back.
    fn raw(&mut self, plain: usize) -> usize {
        while self.at_plain < plain {
            let rest = &self.raw[self.at_raw..];
            let step = if rest.starts_with("\r\n") { 2 } else { 1 };
            self.at_raw += step;
            self.at_plain += 1;
            // Places in the middle of a character are passed by: no edit begins or ends there.
            while !self.raw.is_char_boundary(self.at_raw) {
                self.at_raw += 1;
                self.at_plain += 1;
            }
        }
        self.at_raw
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_edit_changes() {
        let raw = "\u{feff}甲\r\n\r\n乙丙 \r\n\r丁";
        let text = plain(raw);
        assert_eq!(splice(raw, &[]), raw);
        let at = text.find('乙').unwrap();
        let edit = Edit { place: at..at + "乙丙".len(), text: "b\nc".into() };
        assert_eq!(splice(raw, &[edit]), "\u{feff}甲\r\n\r\nb\r\nc \r\n\r丁");
        let first = Edit { place: 0..0, text: "x\n".into() };
        let last = Edit { place: text.len()..text.len(), text: "\ny".into() };
        assert_eq!(splice(raw, &[first, last]), "\u{feff}x\r\n甲\r\n\r\n乙丙 \r\n\r丁\r\ny");
    }
}
