//! In: Markdown, already parsed. Out: a text as blocks of safe HTML in a tree of clauses. Links and figures
//! are still open: they are filled in when a page is rendered, because only then is it known where
//! every page is.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use memchr::memchr;

use crate::diagnostic::{Span, Spanned};

use super::directive::{Chart, Figure};
use super::prose::Words;

/// Safe HTML with open places.
#[derive(Clone, Debug, Default)]
pub struct Html {
    text: String,
    places: Vec<(usize, Open)>,
    /// The lines, once somebody has asked for them, where they do not depend on what is filled in. Rules read every text
    /// many times.
    lines: OnceLock<Vec<Line>>,
}

/// What is filled in when a page is made.
#[derive(Clone, Debug)]
pub enum Open {
    /// The address of a link, as the author wrote it.
    Link(Spanned<String>),
    /// A figure of the plan's tables.
    Figure(Figure),
}

impl Html {
    /// `places` by their bytes in `text`, in that order.
    pub fn new(text: String, places: Vec<(usize, Open)>) -> Self {
        Self { text, places, lines: OnceLock::new() }
    }

    /// The links as the author wrote them.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.places.iter().filter_map(|(_, open)| match open {
            Open::Link(link) => Some(link),
            Open::Figure(_) => None,
        })
    }

    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.places.iter().filter_map(|(_, open)| match open {
            Open::Link(_) => None,
            Open::Figure(figure) => Some(figure),
        })
    }

    /// The name of the first tag: `p`, `ul`, `table`.
    pub fn tag(&self) -> &str {
        let inner = self.text.trim_start().strip_prefix('<').unwrap_or("");
        &inner[..inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len())]
    }

    /// The HTML with every place filled in; `fill` must give text that is safe where it stands: an address
    /// in an attribute, a figure in text.
    pub fn fill(&self, out: &mut String, mut fill: impl FnMut(&Open) -> String) {
        let mut done = 0;
        for (at, open) in &self.places {
            out.push_str(&self.text[done..*at]);
            out.push_str(&fill(open));
            done = *at;
        }
        out.push_str(&self.text[done..]);
    }

    /// The text alone: paragraphs, items of lists, rows of tables. `fill` gives what stands in the open places, as for
    /// `fill`.
    pub fn lines(&self, fill: impl FnMut(&Open) -> String) -> Cow<'_, [Line]> {
        // The address of a link stands in a mark, of which nothing is left.
        if self.figures().next().is_none() {
            return Cow::Borrowed(self.lines.get_or_init(|| lines(&self.text)));
        }
        let mut html = String::new();
        self.fill(&mut html, fill);
        Cow::Owned(lines(&html))
    }
}

/// A line of a text without its marks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    Text(String),
    /// A row of a table.
    Row {
        head: bool,
        cells: Vec<String>,
    },
}

impl Line {
    /// Every text of the line: itself, or its cells.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let texts = match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::Row { cells, .. } => cells,
        };
        texts.iter().map(String::as_str)
    }

    fn is_blank(&self) -> bool {
        self.texts().all(str::is_empty)
    }

    /// The text that is being written.
    fn last(&mut self) -> Option<&mut String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Row { cells, .. } => cells.last_mut(),
        }
    }
}

/// Cells of a row are kept apart by `|`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Row { cells, .. } => f.write_str(&cells.join(" | ")),
        }
    }
}

/// The lines of safe HTML as this program writes it.
fn lines(html: &str) -> Vec<Line> {
    let mut lines = vec![Line::Text(String::new())];
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
            Line::Text(text) => squeeze(text),
            Line::Row { cells, .. } => cells.iter_mut().for_each(squeeze),
        }
    }
    lines.retain(|line| !line.is_blank());
    lines
}

/// Leaves one space wherever there is any.
fn squeeze(text: &mut String) {
    if is_squeezed(text) {
        return;
    }
    let mut words = text.split_whitespace();
    let mut squeezed = String::with_capacity(text.len());
    squeezed.push_str(words.next().unwrap_or(""));
    for word in words {
        squeezed.push(' ');
        squeezed.push_str(word);
    }
    *text = squeezed;
}

/// Whether all white space of a text is single spaces within it, as in most texts.
fn is_squeezed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| MAY_BE_SPACE[usize::from(*byte)]) {
        at += next;
        let odd = match bytes[at] {
            b' ' => at == 0 || bytes[at - 1] == b' ',
            0..b' ' => true,
            _ => text[at..].starts_with(char::is_whitespace),
        };
        if odd {
            return false;
        }
        at += 1;
    }
    !text.ends_with(' ')
}

/// The bytes with which white space may begin.
const MAY_BE_SPACE: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut at = 0;
    while at <= b' ' as usize {
        bytes[at] = true;
        at += 1;
    }
    bytes[0xc2] = true;
    bytes[0xe1] = true;
    bytes[0xe2] = true;
    bytes[0xe3] = true;
    bytes
};

fn push_tag(lines: &mut Vec<Line>, name: &str, closes: bool) {
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
        _ => lines.push(Line::Text(String::new())),
    }
}

fn push_text(lines: &mut [Line], text: &str) {
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

/// One paragraph, list, table, quotation or other block.
#[derive(Clone, Debug)]
pub struct Block {
    pub content: BlockContent,
    /// What readers see of it as text, as the author wrote it; empty where it does not stand in the file letter by
    /// letter.
    pub words: Words,
    pub span: Span,
}

/// What a block consists of.
#[derive(Clone, Debug)]
pub enum BlockContent {
    Html(Html),
    /// A chart of the plan.
    Chart(Chart),
    /// The target table of an indicator.
    Table(Spanned<String>),
}

impl Block {
    /// The HTML of the block; `None` for a chart or a table.
    pub fn html(&self) -> Option<&Html> {
        match &self.content {
            BlockContent::Html(html) => Some(html),
            BlockContent::Chart(_) | BlockContent::Table(_) => None,
        }
    }
}

/// What authors call the text before the first clause, where others name a clause. No clause has an address with `_`.
pub const PREAMBLE: &str = "_preamble";

/// The address of a clause: `3.3.11`, or the id that the author gave an unnumbered heading. Some places also take
/// `PREAMBLE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is no clause but what stands before the first one.
    pub fn is_preamble(&self) -> bool {
        self.0 == PREAMBLE
    }

    /// `None` for what stands before the first clause.
    pub fn clause(&self) -> Option<&Self> {
        (!self.is_preamble()).then_some(self)
    }

    /// Whether this names a clause, or where that is `None`, what stands before the first one.
    pub fn names(&self, clause: Option<&Self>) -> bool {
        self.clause() == clause
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A heading and what stands under it up to the next heading.
#[derive(Clone, Debug)]
pub struct Clause {
    pub address: Address,
    /// 1 for 一、, 2 for （一）, and so on.
    pub depth: usize,
    /// The number as printed: `（三）`; empty for an unnumbered heading.
    pub label: String,
    /// The heading without its label, as plain text.
    pub title: String,
    pub title_html: Html,
    /// The heading in the author's file.
    pub span: Span,
    /// The words of the heading in the author's file, with their marks: without hashes, label and id.
    pub words: Span,
    /// The whole heading as readers see it, its label with it.
    pub heading: Words,
    pub blocks: Vec<Block>,
    /// What may be notes that name units, as written: brackets at the end of a block, without them, and lines
    /// with a colon. A plan says by which words such notes begin.
    pub notes: Vec<Spanned<String>>,
}

/// A whole text in one language.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What stands before the first clause.
    pub preamble: Vec<Block>,
    /// All clauses of all depths, in the order of the text.
    pub clauses: Vec<Clause>,
    /// Whether a heading could not be read as one, which has been reported. What refers to clauses is
    /// then not judged.
    pub damaged: bool,
}

impl Document {
    pub fn clause(&self, address: &Address) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.address == *address)
    }

    /// The blocks of a clause, or those before the first one; `None` where there is no such clause, or nothing before it.
    pub fn blocks_of(&self, address: &Address) -> Option<&[Block]> {
        match address.clause() {
            Some(address) => self.clause(address).map(|clause| &clause.blocks[..]),
            None => (!self.preamble.is_empty()).then_some(&self.preamble),
        }
    }

    /// The place of the last clause below this one, or of this one where there is none below it.
    pub fn last_within(&self, address: &Address) -> Option<usize> {
        let start = self.clauses.iter().position(|clause| clause.address == *address)?;
        let depth = self.clauses[start].depth;
        let below = self.clauses[start + 1..].iter().take_while(|clause| clause.depth > depth);
        Some(start + below.count())
    }

    /// Whether both texts have the same clauses in the same order.
    pub fn has_clauses_of(&self, other: &Self) -> bool {
        let theirs = other.clauses.iter().map(|clause| &clause.address);
        self.clauses.iter().map(|clause| &clause.address).eq(theirs)
    }

    /// Every block, in the order of the text.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.preamble.iter().chain(self.clauses.iter().flat_map(|clause| &clause.blocks))
    }

    /// Every piece of HTML: headings and blocks.
    fn html(&self) -> impl Iterator<Item = &Html> {
        let headings = self.clauses.iter().map(|clause| &clause.title_html);
        headings.chain(self.blocks().filter_map(Block::html))
    }

    /// Every link of the text, with its place.
    pub fn links(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.html().flat_map(Html::links)
    }

    /// Every figure that the text asks for.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.html().flat_map(Html::figures)
    }
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
