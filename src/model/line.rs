//! In: safe HTML. Out: its text alone, in lines: paragraphs, items of lists, rows of tables.

use std::borrow::Cow;
use std::fmt;

use memchr::memchr;

/// A line of a text without its marks. Where the author wrote it so, letter by letter, it is borrowed from there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Line<'t> {
    Text(Cow<'t, str>),
    /// A row of a table.
    Row {
        head: bool,
        cells: Vec<String>,
    },
}

impl Line<'_> {
    /// Every text of the line: itself, or its cells.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (text, cells) = match self {
            Self::Text(text) => (Some(&**text), &[][..]),
            Self::Row { cells, .. } => (None, &cells[..]),
        };
        text.into_iter().chain(cells.iter().map(String::as_str))
    }

    /// The same, which stays when the text is gone.
    pub fn into_owned(self) -> Line<'static> {
        match self {
            Self::Text(text) => Line::Text(text.into_owned().into()),
            Self::Row { head, cells } => Line::Row { head, cells },
        }
    }

    fn is_blank(&self) -> bool {
        self.texts().all(str::is_empty)
    }

    /// The text that is being written.
    fn last(&mut self) -> Option<&mut String> {
        match self {
            Self::Text(text) => Some(text.to_mut()),
            Self::Row { cells, .. } => cells.last_mut(),
        }
    }
}

/// Cells of a row are kept apart by `|`.
impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Row { cells, .. } => f.write_str(&cells.join(" | ")),
        }
    }
}

/// The lines of safe HTML as this program writes it.
pub fn lines(html: &str) -> Vec<Line<'static>> {
    let mut lines = vec![Line::Text(Cow::default())];
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (text, tag) = rest.split_at(at);
        push_text(&mut lines, text);
        // Safe HTML has no `>` within a tag.
        let end = memchr(b'>', tag.as_bytes()).map_or(tag.len(), |end| end + 1);
        let name = tag[1..end].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        push_tag(&mut lines, name, tag.starts_with("</"));
        rest = &tag[end..];
    }
    push_text(&mut lines, rest);
    for line in &mut lines {
        match line {
            Line::Text(text) => squeeze(text.to_mut()),
            Line::Row { cells, .. } => cells.iter_mut().for_each(squeeze),
        }
    }
    lines.retain(|line| !line.is_blank());
    lines
}

/// The line of words without any mark; `None` where there are none.
pub fn line(words: &str) -> Option<Line<'_>> {
    let text = squeezed(words).map_or(Cow::Borrowed(words), Cow::Owned);
    (!text.is_empty()).then_some(Line::Text(text))
}

/// Leaves one space wherever there is any.
fn squeeze(text: &mut String) {
    if let Some(squeezed) = squeezed(text) {
        *text = squeezed;
    }
}

/// The text with one space wherever there is any; `None` where it is so.
fn squeezed(text: &str) -> Option<String> {
    if is_squeezed(text) {
        return None;
    }
    let mut words = text.split_whitespace();
    let mut squeezed = String::with_capacity(text.len());
    squeezed.push_str(words.next().unwrap_or(""));
    for word in words {
        squeezed.push(' ');
        squeezed.push_str(word);
    }
    Some(squeezed)
}

/// Whether all white space of a text is single spaces within it, as in most texts.
fn is_squeezed(text: &str) -> bool {
    let odd = may_have_odd_space(text.as_bytes()) && {
        let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
        let mut behind = None;
        spaces.into_iter().any(|(at, c)| c != ' ' || behind.replace(at + 1) == Some(at))
    };
    !odd && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Whether a text may have two spaces in a row or white space that is no space. The processor looks at many bytes at a time
/// here: white space begins with these two bytes, and so do few other characters that texts have.
pub(super) fn may_have_odd_space(bytes: &[u8]) -> bool {
    let alone = |a: u8| (a < b' ') | (a == 0xc2) | (a == 0xe1);
    let pair = |a: u8, b: u8| (a == b' ') & (b == b' ') | (a == 0xe2) & (b == 0x81);
    let three = |a: u8, b: u8, c: u8| {
        (a == 0xe3) & (b == 0x80) & (c == 0x80)
            | (a == 0xe2) & (b == 0x80) & !(0x8b..=0xa7).contains(&c)
    };
    let (second, third) = (bytes.get(1..).unwrap_or(&[]), bytes.get(2..).unwrap_or(&[]));
    let triples = bytes.iter().zip(second).zip(third);
    let at_end = &bytes[bytes.len().saturating_sub(2)..];
    let end = at_end.iter().any(|a| alone(*a)) || at_end == b"  ";
    end || triples
        .fold(false, |any, ((a, b), c)| any | alone(*a) | pair(*a, *b) | three(*a, *b, *c))
}

fn push_tag(lines: &mut Vec<Line<'_>>, name: &str, closes: bool) {
    let in_row = matches!(lines.last(), Some(Line::Row { .. }));
    match (name, closes) {
        ("tr", false) => lines.push(Line::Row { head: true, cells: Vec::new() }),
        ("td" | "th", false) => {
            if let Some(Line::Row { head, cells }) = lines.last_mut() {
                *head &= name == "th";
                cells.push(String::new());
            }
        }
        ("a" | "em" | "strong" | "code" | "del" | "span" | "sup" | "sub" | "img", _)
        | ("td" | "th", true) => {}
        // A line break within a cell is a space.
        (name, _) if in_row && name != "tr" => push_text(lines, " "),
        _ => lines.push(Line::Text(Cow::default())),
    }
}

fn push_text(lines: &mut [Line<'_>], text: &str) {
    const ENTITIES: [(&str, char); 7] = [
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
        ("&#x27;", '\''),
        ("&nbsp;", ' '),
        ("&amp;", '&'),
    ];
    let Some(line) = lines.last_mut().and_then(Line::last) else { return };
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        line.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity));
        let (length, c) = entity.map_or((1, '&'), |(entity, c)| (entity.len(), *c));
        line.push(c);
        rest = &rest[length..];
    }
    line.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn html_becomes_lines() {
        let html = "<p><strong>一、</strong>见<a href=\"#2\">正文</a> &lt;b&gt;&amp;&quot;</p>\n<ul>\n<li>甲</li>\n<li><p>乙<br>丙</p></li>\n</ul>\n<table><thead><tr><th>年</th><th></th></tr></thead><tbody><tr><td>2027</td><td>60<br>个</td></tr></tbody></table>";
        let texts =
            |html: &str| -> Vec<String> { lines(html).iter().map(ToString::to_string).collect() };
        assert_eq!(texts(html), ["一、见正文 <b>&\"", "甲", "乙", "丙", "年 | ", "2027 | 60 个"]);
        assert_eq!(texts(""), Vec::<String>::new());
        assert_eq!(texts("<p> 甲\u{3000}乙\u{a0} 丙\n丁\u{2003}</p>"), ["甲 乙 丙 丁"]);
        assert_eq!(texts("<p>“甲”、乙　</p>"), ["“甲”、乙"]);
        assert_eq!(texts("text <unfinished"), ["text"]);
    }
}
