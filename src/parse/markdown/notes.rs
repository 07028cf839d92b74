//! In: a block of a clause. Out: what may be notes that name units, such as （责任单位：市科技局）: the brackets at
//! its end, one pair or several, else its last line. Whether they are notes the words say that a plan declares.

use memchr::memchr2_iter;
use pulldown_cmark::{Event, Tag};

use crate::diagnostic::Spanned;

use super::Origin;
use super::inline::Placed;

const BRACKETS: [(char, char); 5] =
    [('（', '）'), ('(', ')'), ('【', '】'), ('［', '］'), ('[', ']')];
/// What may stand between and behind the brackets.
const BETWEEN: [char; 8] = ['*', '_', '。', '.', '；', ';', ' ', '\n'];

/// The candidates of a block, in the order of the text.
pub fn notes(block: &[Placed<'_>], origin: &Origin<'_>) -> Vec<Spanned<String>> {
    let (Event::Start(Tag::Paragraph | Tag::List(_)), range) = &block[0] else {
        return Vec::new();
    };
    let text = &origin.text[range.clone()];
    let place = |part: &str| {
        let at = range.start + (part.as_ptr() as usize - text.as_ptr() as usize);
        Spanned::new(part.to_owned(), origin.span(at..at + part.len()))
    };
    candidates(text).into_iter().map(place).collect()
}

fn candidates(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let mut rest = text.trim_end_matches(BETWEEN).trim_end();
    while let Some(start) = opening(rest) {
        let mut inner = rest[start..].chars();
        inner.next();
        inner.next_back();
        found.push(inner.as_str());
        rest = rest[..start].trim_end_matches(BETWEEN).trim_end();
    }
    found.reverse();
    let names = |part: &&str| has_colon(part);
    found.retain(names);
    if found.is_empty() {
        // Without brackets a note is a line of its own; the word at its beginning says whether it is one.
        found.extend(text.lines().map(str::trim).filter(names));
    }
    found
}

/// Whether a text has a colon, also a wide one. Every block is asked.
fn has_colon(text: &str) -> bool {
    let (bytes, wide) = (text.as_bytes(), "：".as_bytes());
    memchr2_iter(b':', wide[0], bytes).any(|at| bytes[at] == b':' || bytes[at..].starts_with(wide))
}

/// The place of the bracket that the one at the end closes; what stands between may have brackets, too.
fn opening(text: &str) -> Option<usize> {
    let last = text.chars().next_back()?;
    let (open, close) = BRACKETS.into_iter().find(|(_, close)| *close == last)?;
    let mut depth = 0usize;
    for (at, c) in text.char_indices().rev() {
        if c == close || (close == '）' && c == ')') || (close == ')' && c == '）') {
            depth += 1;
        } else if c == open || (open == '（' && c == '(') || (open == '(' && c == '（') {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn notes_stand_in_brackets_at_the_end_or_on_lines_of_their_own() {
        for (text, notes) in [
            ("正文。（责任单位：市科技局）\n", &["责任单位：市科技局"][..]),
            ("正文。(责任单位:各县(市、区)政府)。", &["责任单位:各县(市、区)政府"]),
            ("正文（牵头单位：甲）（责任单位：乙、丙）", &["牵头单位：甲", "责任单位：乙、丙"]),
            ("正文。**【责任单位：甲】**", &["责任单位：甲"]),
            (
                "牵头单位：甲\n责任单位：乙、各县（市、区）",
                &["牵头单位：甲", "责任单位：乙、各县（市、区）"],
            ),
            ("**责任单位：** 甲", &["**责任单位：** 甲"]),
            ("正文（见附件）。", &[]),
            ("正文）", &[]),
            ("", &[]),
        ] {
            assert_eq!(candidates(text), notes, "{text}");
        }
    }
}
