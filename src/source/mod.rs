//! In: the site folder on disk. Out: `Sources`: every file that belongs to the site, each in its place,
//! texts read, attachments noted. This is the only code that reads the site folder.

mod layout;
mod walk;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use memchr::memchr;
use rayon::prelude::*;

use crate::diagnostic::limit::Limit;
use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, FileId, FileText, Files, Place, Problem, Span};
use crate::language::no_text;
use crate::model::limits;
use crate::model::plan::Attachment;

pub use layout::{PageSource, PlanSource, TextSource, ThemeSource};
pub use walk::path_from;

/// Whether a file is there and can be used. A broken file has been reported; nobody should complain
/// a second time that it is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Slot {
    #[default]
    Missing,
    Broken,
    Text(FileId),
}

/// The site folder as it was read.
#[derive(Debug)]
pub struct Sources {
    pub files: Files,
    pub config: Slot,
    pub organisations: Slot,
    pub glossary: Slot,
    pub areas: Slot,
    pub concepts: Slot,
    /// By name and language.
    pub pages: Vec<PageSource>,
    /// By id.
    pub plans: Vec<PlanSource>,
    /// The files of `content/root`, published as they are at the root of the site.
    pub root: Vec<Attachment>,
    /// By name.
    pub themes: Vec<ThemeSource>,
}

/// A file that was found, before its content has a place.
struct Found {
    /// From the site folder, with `/`.
    path: String,
    disk: PathBuf,
    content: Content,
}

enum Content {
    /// The text, and where in it characters are that no text may hold.
    Text(FileText, Vec<usize>),
    /// The text as far as it can be shown, and the byte that is not UTF-8.
    NotUtf8(String, usize),
    Unreadable(String),
    /// Of so many bytes; it was not read.
    TooLarge(u64),
    /// Published as it is, without a look inside; its size in bytes.
    Attachment(u64),
}

/// Reads the site in `root`. Problems with single files are reported and reading goes on.
pub fn read(root: &Path) -> (Sources, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut wrong = Vec::new();
    let folder = walk::Folder::new(root);
    let parts = folder.parts(&mut wrong);
    // Small shares, so that nobody waits long for whoever has the last one.
    let read = parts.into_par_iter().with_max_len(8).map_init(Room::default, |room, part| {
        let mut wrong = Vec::new();
        let files = folder.files(&part, &mut wrong).into_iter();
        (files.map(|(path, disk)| load(path, disk, room)).collect::<Vec<_>>(), wrong)
    });
    let mut found = Vec::new();
    for (files, wrong_in_part) in read.collect::<Vec<_>>() {
        found.extend(files);
        wrong.extend(wrong_in_part);
    }
    for (path, problem) in wrong {
        diagnostics.report(problem, Place::Path(path));
    }
    let has_content = found.iter().any(|file| file.path.starts_with("content/"));
    let mut sources = Sources {
        files: Files::default(),
        config: Slot::Missing,
        organisations: Slot::Missing,
        glossary: Slot::Missing,
        areas: Slot::Missing,
        concepts: Slot::Missing,
        pages: Vec::new(),
        plans: Vec::new(),
        root: Vec::new(),
        themes: Vec::new(),
    };
    for found in found {
        if let Content::Attachment(bytes) = found.content
            && bytes > limits::ATTACHMENT
        {
            let problem = Limit::Attachment { bytes, most: limits::ATTACHMENT };
            diagnostics.report(Problem::Limit(problem), Place::Path(found.path.clone()));
        }
        layout::place(found, &mut sources, &mut diagnostics);
    }
    if sources.config == Slot::Missing && diagnostics.is_empty() {
        let place = root.join(layout::CONFIG).display().to_string();
        diagnostics.report(Problem::NoSite, Place::Path(place));
    } else if !has_content && diagnostics.is_empty() {
        // Most likely it was moved away; publishing a site without anything would take the good one away.
        let place = root.join("content").display().to_string();
        diagnostics.report(Problem::NoContent, Place::Path(place));
    }
    (sources, diagnostics)
}

/// What became of a file of the site folder that may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is no file of the site, or reads as before.
    None,
    /// It is a text, and reads otherwise now.
    Text,
    /// It is published as it is; nothing that lantu knows of it has changed.
    Attachment,
    /// It is new, gone, or of another kind than before: the folder has to be read again.
    Folder,
}

/// Room that is used for one file after the other.
#[derive(Default)]
struct Room {
    read: Vec<u8>,
    packed: Vec<u8>,
}

fn load(path: String, disk: PathBuf, room: &mut Room) -> Found {
    if layout::is_attachment(&path) {
        let bytes = std::fs::metadata(&disk).map_or(0, |found| found.len());
        return Found { path, disk, content: Content::Attachment(bytes) };
    }
    // They are read once, and later only looked at for findings.
    let pack = path.ends_with(".toml");
    let content = read_file(&disk, pack, room);
    let content = content.unwrap_or_else(|error| Content::Unreadable(error.to_string()));
    Found { path, disk, content }
}

fn read_file(disk: &Path, pack: bool, room: &mut Room) -> io::Result<Content> {
    let mut file = File::open(disk)?;
    let size = file.metadata()?.len();
    if size > limits::TEXT {
        return Ok(Content::TooLarge(size));
    }
    let length = read_whole(&mut file, usize::try_from(size).unwrap_or(0), &mut room.read)?;
    Ok(decode(&room.read[..length], pack.then_some(&mut room.packed)))
}

/// Reads a file of so many bytes to the beginning of a buffer, nearly always with one question to the system; one that has
/// grown meanwhile, to its end or a little beyond the limit. Gives how many bytes it has.
fn read_whole(file: &mut File, size: usize, buffer: &mut Vec<u8>) -> io::Result<usize> {
    if buffer.len() <= size {
        buffer.resize(size + 1, 0);
    }
    let mut length = 0;
    while length < size {
        match file.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    if length > size {
        buffer.truncate(length);
        length += file.take(limits::TEXT).read_to_end(buffer)?;
    }
    Ok(length)
}

/// Takes away the byte order mark of Windows editors and makes all line ends alike. With room for that, the text is packed.
fn decode(bytes: &[u8], room: Option<&mut Vec<u8>>) -> Content {
    let clean = |text: &str| text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        let is_clean = !text.starts_with('\u{feff}') && memchr(b'\r', bytes).is_none();
        let text = if is_clean { Cow::Borrowed(text) } else { Cow::Owned(clean(text)) };
        let hidden = no_text(&text).map(|(at, _)| at).collect();
        let kept = match room {
            Some(room) => FileText::packed(&text, room),
            None => FileText::whole(text.into_owned()),
        };
        return Content::Text(kept, hidden);
    }
    let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let text = String::from_utf8_lossy(bytes);
    Content::NotUtf8(clean(&text), clean(&text[..at]).len())
}

impl Sources {
    /// Looks again at one path of the site folder in `root`, and takes the text in where that is all that changed.
    pub fn look_again(&mut self, root: &Path, path: &str, found: &Diagnostics) -> Change {
        let disk = root.join(path);
        if path.split('/').any(walk::is_clutter_name) {
            return Change::None;
        }
        let reported = found.iter().any(|one| one.place.path(&self.files) == path);
        match self.files.find(path).filter(|_| !reported) {
            Some(file) => match load(path.to_owned(), disk, &mut Room::default()).content {
                Content::Text(text, _) if text.once() == self.files.text_once(file) => Change::None,
                // With characters that no text may hold, it is looked at as when all is read.
                Content::Text(text, hidden) if hidden.is_empty() => {
                    self.files.replace(file, text);
                    Change::Text
                }
                _ => Change::Folder,
            },
            None if self.is_static(path) && disk.is_file() => Change::Attachment,
            // Editors make files for a moment, such as the `4913` of Vim.
            None if !disk.exists() && !self.has_below(path) => Change::None,
            None => Change::Folder,
        }
    }

    /// Whether a theme has this static file.
    fn is_static(&self, path: &str) -> bool {
        self.statics().any(|one| one == path)
    }

    /// The paths of the static files of all themes.
    fn statics(&self) -> impl Iterator<Item = String> {
        self.themes.iter().flat_map(|theme| {
            theme.statics.iter().map(|(name, _)| format!("themes/{}/static/{name}", theme.name))
        })
    }

    /// Whether this is a file that is known, or a folder with one.
    fn has_below(&self, path: &str) -> bool {
        let texts = self.files.ids().map(|file| self.files.get(file).path.as_str());
        let attachments = self.plans.iter().flat_map(|plan| {
            plan.files.iter().map(|file| format!("content/plans/{}/files/{}", plan.id, file.name))
        });
        let root = self.root.iter().map(|file| format!("content/root/{}", file.name));
        let within = |one: &str| {
            one.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let others = attachments.chain(root).chain(self.statics());
        { texts }.any(within) || { others }.any(|one| within(&one))
    }

    /// Takes the text in and says where it is; what is broken is reported.
    fn slot(&mut self, found: Found, diagnostics: &mut Diagnostics) -> Slot {
        match found.content {
            Content::Text(text, hidden) => {
                // TOML files cannot be read with them, which says where they are.
                let toml = found.path.ends_with(".toml");
                let file = self.files.add_kept(found.path, text);
                for at in hidden.into_iter().filter(|_| !toml) {
                    let c = self.files.text(file)[at..].chars().next().unwrap_or_default();
                    let place = Span::new(file, at..at + c.len_utf8());
                    diagnostics.report(Problem::Safety(Safety::hidden(c)), place);
                }
                Slot::Text(file)
            }
            Content::NotUtf8(text, at) => {
                let end = text.ceil_char_boundary(at + 1);
                let file = self.files.add(found.path, text);
                diagnostics.report(Problem::NotUtf8, Span::new(file, at..end));
                Slot::Broken
            }
            Content::Unreadable(reason) => {
                diagnostics.report(Problem::CannotRead { reason }, Place::Path(found.path));
                Slot::Broken
            }
            Content::TooLarge(bytes) => {
                let problem = Limit::Text { bytes, most: limits::TEXT };
                diagnostics.report(Problem::Limit(problem), Place::Path(found.path));
                Slot::Broken
            }
            Content::Attachment(_) => Slot::Broken,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_files_read_like_any_other() {
        let Content::Text(text, _) = decode(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", None) else {
            panic!("this is text");
        };
        assert_eq!(text.once(), "a = 1\nb = 2\n");
    }

    #[test]
    fn finds_the_first_byte_that_is_no_utf8() {
        let Content::NotUtf8(text, at) = decode(b"a\r\n\xb9\xab\n", None) else {
            panic!("GBK is not UTF-8");
        };
        assert_eq!(at, 2);
        assert!(text.starts_with("a\n\u{fffd}"));
    }
}
