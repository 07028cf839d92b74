//! In: the paths of the files that are written to the spare tree. Out: the same tree without links in the place of their
//! folders, so that nothing is written through one to where it does not belong.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashSet;

use super::{PublishError, at};

/// The folders of the spare tree that are no links, seen from there; each is looked at once.
#[derive(Default)]
pub struct Folders(Mutex<FxHashSet<PathBuf>>);

impl Folders {
    /// Takes away every link on the way to a file. Any number of threads may ask at once.
    pub fn without_links(&self, spare: &Path, file: &str) -> Result<(), PublishError> {
        let folders = Path::new(file).ancestors().skip(1);
        let folders = folders.filter(|folder| *folder != Path::new(""));
        let unknown: Vec<&Path> = {
            let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            folders.take_while(|folder| !known.contains(*folder)).collect()
        };
        for folder in unknown.into_iter().rev() {
            let place = spare.join(folder);
            // Looked at and taken away in one go: another thread may make the folder right afterwards.
            let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if known.insert(folder.to_owned()) {
                remove_link(&place)?;
            }
        }
        Ok(())
    }
}

/// Takes away what stands at a place if it is a link; what it leads to stays.
pub fn remove_link(place: &Path) -> Result<(), PublishError> {
    if !place.is_symlink() {
        return Ok(());
    }
    // Windows takes links to folders for folders.
    fs::remove_file(place).or_else(|_| fs::remove_dir(place)).map_err(at("cannot remove", place))
}
