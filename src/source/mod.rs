//! In: the site folder on disk. Out: `Sources`: every file that belongs to the site, each in its place,
//! texts read, attachments noted. This is the only code that reads the site folder.

mod layout;
mod walk;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::limit::Limit;
use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, FileId, Files, Place, Problem, Span};
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
    Text(String, Vec<usize>),
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
    let paths = walk::site_files(root, &mut diagnostics);
    let has_content = paths.iter().any(|(path, _)| path.starts_with("content/"));
    let found: Vec<Found> = paths.into_par_iter().map(|(path, disk)| load(path, disk)).collect();
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

fn load(path: String, disk: PathBuf) -> Found {
    if layout::is_attachment(&path) {
        let bytes = std::fs::metadata(&disk).map_or(0, |found| found.len());
        return Found { path, disk, content: Content::Attachment(bytes) };
    }
    let content = read_file(&disk).unwrap_or_else(|error| Content::Unreadable(error.to_string()));
    Found { path, disk, content }
}

fn read_file(disk: &Path) -> io::Result<Content> {
    let file = File::open(disk)?;
    let size = file.metadata()?.len();
    if size > limits::TEXT {
        return Ok(Content::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    // Up to a limit, the system is not asked once more how much there is.
    file.take(limits::TEXT + 1).read_to_end(&mut bytes)?;
    Ok(decode(bytes))
}

/// Takes away the byte order mark of Windows editors and makes all line ends alike.
fn decode(bytes: Vec<u8>) -> Content {
    let (text, bad_byte) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at))
        }
    };
    let clean = |text: &str| text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    match bad_byte {
        None if !text.starts_with('\u{feff}') && !text.contains('\r') => whole(text),
        None => whole(clean(&text)),
        Some(at) => Content::NotUtf8(clean(&text), clean(&text[..at]).len()),
    }
}

fn whole(text: String) -> Content {
    let hidden = no_text(&text).map(|(at, _)| at).collect();
    Content::Text(text, hidden)
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
            Some(file) => match load(path.to_owned(), disk).content {
                Content::Text(text, _) if text == self.files.text(file) => Change::None,
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
                let file = self.files.add(found.path, text);
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
        let Content::Text(text, _) = decode(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n".to_vec()) else {
            panic!("this is text");
        };
        assert_eq!(text, "a = 1\nb = 2\n");
    }

    #[test]
    fn finds_the_first_byte_that_is_no_utf8() {
        let Content::NotUtf8(text, at) = decode(b"a\r\n\xb9\xab\n".to_vec()) else {
            panic!("GBK is not UTF-8");
        };
        assert_eq!(at, 2);
        assert!(text.starts_with("a\n\u{fffd}"));
    }
}
