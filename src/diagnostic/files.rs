//! In: the author's files as text. Out: places in them (`FileId`, `Span`), and lines and columns of
//! those places. Every later stage carries spans instead of texts, so that a finding can always be
//! shown on the line that caused it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::FileText;

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

    /// What stands there in the text of the file; nothing where it is not within the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
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
    text: FileText,
    /// Made when somebody first asks for a position: most files have no findings.
    index: OnceLock<Index>,
}

/// Where lines begin and how many characters stand before some bytes of a file, so that no position is counted from the
/// beginning: a file may have a hundred thousand findings, and a line a million characters.
#[derive(Debug)]
struct Index {
    /// The first byte of every line.
    lines: Vec<usize>,
    /// How many characters begin before the bytes 0, `STEP`, twice `STEP` and so on.
    characters: Vec<usize>,
}

/// How many bytes are counted at most for a position.
const STEP: usize = 1024;

impl Index {
    fn new(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut characters = vec![0];
        let mut sum = 0;
        for piece in text.as_bytes().chunks(STEP) {
            sum += beginnings(piece);
            characters.push(sum);
        }
        Self { lines: std::iter::once(0).chain(ends).collect(), characters }
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let step = byte / STEP;
        self.characters[step] + beginnings(&text.as_bytes()[step * STEP..byte])
    }

    /// The number of the line with this byte, from 0.
    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte) - 1
    }
}

/// How many characters begin in a piece of UTF-8.
fn beginnings(piece: &[u8]) -> usize {
    piece.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
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
        self.add_kept(path, FileText::whole(text))
    }

    /// Adds a file whose text is kept in one way or another.
    pub fn add_kept(&mut self, path: String, text: FileText) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.files.push(File { path, text, index: OnceLock::new() });
        id
    }

    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// The file with this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.ids().find(|id| self.get(*id).path == path)
    }

    /// Gives a file another text.
    pub fn replace(&mut self, id: FileId, text: FileText) {
        let file = &mut self.files[id.0 as usize];
        (file.text, file.index) = (text, OnceLock::new());
    }

    /// Every file, in reading order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0u32..).take(self.files.len()).map(FileId)
    }

    pub fn text(&self, id: FileId) -> &str {
        self.shared_text(id)
    }

    /// The text of a file, for whoever looks at it once.
    pub fn text_once(&self, id: FileId) -> Cow<'_, str> {
        self.get(id).text.once()
    }

    /// The text of a file, for whoever keeps pieces of it.
    pub fn shared_text(&self, id: FileId) -> &Arc<String> {
        self.get(id).text.shared()
    }

    /// What stands at a place; nothing where it is not within the file.
    pub fn at(&self, span: Span) -> &str {
        span.of(self.text(span.file))
    }

    /// The line and column of a byte; behind the end of the file, those of the end.
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let (text, index) = self.indexed(file);
        let byte = text.floor_char_boundary(byte);
        let line = index.line(byte);
        let before = index.characters_before(text, byte);
        let column = before - index.characters_before(text, index.lines[line]);
        Position { line: line + 1, column: column + 1 }
    }

    /// The bytes of the line with this byte, without the mark at its end.
    pub fn line(&self, file: FileId, byte: usize) -> Range<usize> {
        let (text, index) = self.indexed(file);
        let line = index.line(byte.min(text.len()));
        let end = index.lines.get(line + 1).map_or(text.len(), |next| next - 1);
        index.lines[line]..end
    }

    fn indexed(&self, file: FileId) -> (&str, &Index) {
        let file = self.get(file);
        let text = file.text.shared();
        (text, file.index.get_or_init(|| Index::new(text)))
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

    #[test]
    fn positions_agree_with_counting_from_the_beginning() {
        let mut files = Files::default();
        for text in [
            String::new(),
            "\n".into(),
            "一\n二\n".into(),
            "一".repeat(STEP),
            format!("{}\n{}x\n\n", "a".repeat(STEP - 1), "市é𠮷".repeat(STEP)),
            "\n".repeat(STEP * 2),
        ] {
            let id = files.add("a.md".into(), text.clone());
            for byte in 0..text.len() + 2 {
                let before = &text[..text.floor_char_boundary(byte)];
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                let counted = Position {
                    line: before.matches('\n').count() + 1,
                    column: before[start..].chars().count() + 1,
                };
                assert_eq!(files.position(id, byte), counted, "byte {byte}");
                let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
                assert_eq!(files.line(id, byte), start..end, "byte {byte}");
            }
        }
    }
}
