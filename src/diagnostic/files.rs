//! In: the author's files as text. Out: places in them (`FileId`, `Span`), and lines and columns of
//! those places. Every later stage carries spans instead of texts, so that a finding can always be
//! shown on the line that caused it.

use std::ops::Range;

/// One file of the site folder, by its number in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A piece of one author's file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// The piece `range` of `file`. Files beyond 4 GiB are refused by the reader.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: narrow(range.start), end: narrow(range.end) }
    }

    /// The first place of a file, for findings that concern the file as a whole.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the start of this piece to the end of `last`, in the same file.
    pub fn to(self, last: Self) -> Self {
        Self { end: last.end, ..self }
    }

    /// The part of this span that starts `offset` bytes in and is `len` bytes long.
    pub fn part(self, offset: usize, len: usize) -> Self {
        let start = self.start as usize + offset;
        Self::new(self.file, start..start + len)
    }
}

/// A value together with the place where the author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A text file of the site folder.
#[derive(Debug)]
pub struct File {
    /// Path from the site folder, with `/` on every system.
    pub path: String,
    pub text: String,
}

/// All text files that were read, in reading order.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

/// Line and column as editors count them: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Files {
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.files.push(File { path, text });
        id
    }

    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// Every file, in reading order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0u32..).take(self.files.len()).map(FileId)
    }

    pub fn text(&self, id: FileId) -> &str {
        &self.get(id).text
    }

    /// What stands at a place; nothing where it is not within the file.
    pub fn at(&self, span: Span) -> &str {
        self.text(span.file).get(span.range()).unwrap_or("")
    }

    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let text = self.text(file);
        let before = &text[..text.floor_char_boundary(byte)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut files = Files::default();
        let id = files.add("a.toml".into(), "x = 1\n名称 = \"市\"\n".into());
        let byte = files.text(id).find('=').unwrap();
        assert_eq!(files.position(id, byte), Position { line: 1, column: 3 });
        let second = files.text(id).rfind('=').unwrap();
        assert_eq!(files.position(id, second), Position { line: 2, column: 4 });
    }
}
