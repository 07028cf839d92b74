//! In: a published folder. Out: whether lantu made all that is in it. Somebody's own files, put there by
//! hand or found in a folder that was named by mistake, would be lost with the next build.

use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;
use walkdir::WalkDir;

use crate::source::path_from;

use super::{PublishError, at};

/// What the last builds published.
pub struct Record {
    place: PathBuf,
    /// `None` before the first build.
    known: Option<Known>,
}

/// The folders and files of the published tree and of the one before it.
#[derive(Default)]
struct Known {
    /// What the system calls the two folders, where it has such names.
    folders: Vec<String>,
    /// Sorted.
    paths: Vec<String>,
}

impl Record {
    /// Reads the record that is kept in the folder beside the published one.
    pub fn read(workshop: &Path) -> Self {
        let place = workshop.join("published");
        let known = fs::read_to_string(&place).ok().map(|text| {
            let mut known = Known::default();
            for line in text.lines() {
                match line.strip_prefix("folder ") {
                    Some(name) => known.folders.push(name.to_owned()),
                    None => known.paths.push(line.to_owned()),
                }
            }
            known.paths.sort_unstable();
            known
        });
        Self { place, known }
    }

    /// Refuses a folder with anything in it that lantu did not make.
    pub fn allows(&self, target: &Path) -> Result<(), PublishError> {
        let Ok(meta) = fs::metadata(target) else { return Ok(()) };
        if !meta.is_dir() {
            return Err(PublishError::NotAFolder(target.to_owned()));
        }
        let names = names(target)?;
        if names.is_empty() {
            return Ok(());
        }
        let Some(known) = &self.known else {
            return Err(PublishError::NotOurs(target.to_owned()));
        };
        let first = |path: &str| path.split('/').next().unwrap_or(path).to_owned();
        let tops: FxHashSet<String> = known.paths.iter().map(|path| first(path)).collect();
        if let Some(name) = names.into_iter().find(|name| !tops.contains(name)) {
            return Err(PublishError::Foreign { folder: target.to_owned(), file: name });
        }
        // The very folder that lantu published needs no second look; another one of the same name does.
        match identity(target) {
            Some(name) if known.folders.contains(&name) => Ok(()),
            _ => known.allows_every_file(target),
        }
    }

    /// Notes what is about to be published from `spare`, the files `paths`, which are sorted, beside what is published now.
    pub fn write(&self, paths: &[String], spare: &Path, target: &Path) -> Result<(), PublishError> {
        let folders = [spare, target].into_iter().filter_map(identity);
        let mut text: String = folders.map(|name| format!("folder {name}\n")).collect();
        let known = self.known.iter().flat_map(|known| &known.paths);
        // Nearly all of them are published again.
        let gone = known.filter(|path| paths.binary_search(path).is_err());
        let gone: Vec<&String> = gone.filter(|path| target.join(path).exists()).collect();
        let mut lines: Vec<&String> = paths.iter().chain(gone).collect();
        lines.sort_unstable();
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        // In one step: half a record would make the next build take its own files for somebody else's.
        let new = self.place.with_extension("new");
        fs::write(&new, text).map_err(at("cannot write", &new))?;
        fs::rename(&new, &self.place).map_err(at("cannot write", &self.place))
    }
}

impl Known {
    fn allows_every_file(&self, target: &Path) -> Result<(), PublishError> {
        for entry in
            WalkDir::new(target).into_iter().flatten().filter(|entry| !entry.file_type().is_dir())
        {
            let file = path_from(target, entry.path());
            if self.paths.binary_search(&file).is_err() {
                return Err(PublishError::Foreign { folder: target.to_owned(), file });
            }
        }
        Ok(())
    }
}

fn names(folder: &Path) -> Result<Vec<String>, PublishError> {
    let entries = fs::read_dir(folder).map_err(at("cannot read the folder", folder))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// A name that no other folder has had: its number on the disk is given again when it is removed, so the
/// moment of its making belongs to it.
#[cfg(unix)]
fn identity(folder: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(folder).ok()?;
    let made = meta.created().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(format!("{} {}", meta.ino(), made.as_nanos()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<String> {
    None
}
