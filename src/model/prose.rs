//! In: the words of a block as the author wrote them, in pieces. Out: the text that readers see, with the place in the
//! author's file of every part of it. Rules read this: what stands in the marks of Markdown, in addresses of links, in
//! code and in double braces is no prose.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Edit, FileId, Files, Span};

/// Stands in the text for what is no prose: code, or a figure in double braces.
pub const OBJECT: char = '\u{FFFC}';

/// A piece of the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Letter by letter as in these bytes of the file.
    Text { start: u32, end: u32 },
    /// What is no prose.
    Object { start: u32, end: u32 },
    /// The end of a line that readers see as such: of an item, a cell, a row.
    Line,
    /// A line break of the author that readers see as a space.
    Space,
}

/// The words of a block or a heading.
#[derive(Clone, Debug, Default)]
pub struct Words(Pieces);

/// Most blocks are one piece, for which no list is made. A list lies behind one address, not two, because every block and
/// heading of a site has its words.
#[derive(Clone, Debug, Default)]
enum Pieces {
    #[default]
    None,
    One(Piece),
    List(Box<Box<[Piece]>>),
}

impl Words {
    /// `pieces` in the order of the file.
    pub fn new(pieces: Vec<Piece>) -> Self {
        Self(match pieces[..] {
            [] => Pieces::None,
            [one] => Pieces::One(one),
            _ => Pieces::List(Box::new(pieces.into())),
        })
    }

    fn pieces(&self) -> &[Piece] {
        match &self.0 {
            Pieces::None => &[],
            Pieces::One(piece) => std::slice::from_ref(piece),
            Pieces::List(pieces) => pieces,
        }
    }

    /// The text, read from the file in which the words stand.
    pub fn prose<'f>(&self, file: FileId, files: &'f Files) -> Prose<'f> {
        let source = files.text(file);
        if let [Piece::Text { start, end }] = *self.pieces() {
            let text = Cow::Borrowed(&source[start as usize..end as usize]);
            return Prose { file, text, places: Places::Whole(start as usize) };
        }
        let (mut text, mut places) = (String::new(), Vec::new());
        for piece in self.pieces() {
            match *piece {
                Piece::Text { start, end } => {
                    places.push((text.len(), start as usize));
                    text.push_str(&source[start as usize..end as usize]);
                }
                Piece::Object { start, .. } => {
                    places.push((text.len(), start as usize));
                    text.push(OBJECT);
                }
                Piece::Line => text.push('\n'),
                Piece::Space => text.push(' '),
            }
        }
        Prose { file, text: Cow::Owned(text), places: Places::Pieces(places.into()) }
    }
}

/// The text of a block as readers see it.
#[derive(Clone, Debug)]
pub struct Prose<'f> {
    file: FileId,
    text: Cow<'f, str>,
    places: Places,
}

/// Where the text stands in the file.
#[derive(Clone, Debug)]
enum Places {
    /// As one piece, from here.
    Whole(usize),
    /// Where pieces begin: in the text, and in the file.
    Pieces(Box<[(usize, usize)]>),
}

impl Prose<'_> {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of the text stands in the file; from the first to the last of its characters.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = if range.is_empty() { start } else { self.place(last) + 1 };
        Span::new(self.file, start..end.max(start))
    }

    /// Writes something else over a part of the text; `None` where the part is not one piece of the file.
    pub fn edit(&self, range: Range<usize>, text: impl Into<String>) -> Option<Edit> {
        let place = self.span(range.clone());
        let whole = place.range().len() == range.len();
        whole.then(|| Edit { place, text: text.into() })
    }

    fn place(&self, at: usize) -> usize {
        let places = match &self.places {
            Places::Whole(start) => return start + at,
            Places::Pieces(places) => places,
        };
        let behind = places.partition_point(|(text, _)| *text <= at);
        match behind.checked_sub(1).map(|index| places[index]) {
            Some((text, file)) => file + (at - text),
            None => places.first().map_or(0, |(_, file)| *file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_text_have_their_places_in_the_file() {
        let mut files = Files::default();
        let source = "**重点。**见\n下文`x`，完";
        let file = files.add("a.md".into(), source.into());
        let piece = |text: &str| {
            let start = source.find(text).unwrap();
            let narrow = |at| u32::try_from(at).unwrap();
            Piece::Text { start: narrow(start), end: narrow(start + text.len()) }
        };
        let object = Piece::Object { start: 26, end: 29 };
        let words = Words::new(vec![
            piece("重点。"),
            piece("见"),
            piece("下文"),
            object,
            piece("，完"),
            Piece::Line,
        ]);
        let prose = words.prose(file, &files);
        assert_eq!(prose.text(), "重点。见下文\u{FFFC}，完\n");
        for part in ["重点", "见", "下文", "，", "完"] {
            let at = prose.text().find(part).unwrap();
            assert_eq!(files.at(prose.span(at..at + part.len())), part);
        }
        let at = prose.text().find("见下").unwrap();
        assert_eq!(files.at(prose.span(at..at + "见下".len())), "见\n下");
        assert_eq!(prose.edit(at..at + "见下".len(), ""), None);
        assert_eq!(prose.edit(at..at + "见".len(), "看").unwrap().text, "看");
    }
}
