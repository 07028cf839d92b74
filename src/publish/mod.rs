//! In: the bytes of every file. Out: the published folder, replaced whole or not at all. This is the
//! only code that writes the site.
//!
//! Files go to a spare tree beside the published one; only those that changed are written. When all of
//! them are there, the two trees change places in one step. Whatever happens before that step leaves
//! the last good site as it is.

mod folders;
mod record;
mod rewrite;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::render::Body;

use rewrite::InMaking;

use folders::{Folders, remove_link};
use record::Record;

/// Why a site could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error("{doing} `{}`: {source}", path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("`{}` is a file; name a folder with `--output`", .0.display())]
    NotAFolder(PathBuf),
    #[error(
        "the folder `{}` holds files that lantu did not make; empty it, or name another folder with `--output`",
        .0.display()
    )]
    NotOurs(PathBuf),
    #[error(
        "`{file}` in `{}` was not made by lantu and would be lost; move it to `content/root`, where files are that belong to the site as they are, or away",
        folder.display()
    )]
    Foreign { folder: PathBuf, file: String },
    #[error("another lantu is writing to `{}`; wait until it has finished", .0.display())]
    Busy(PathBuf),
}

impl PublishError {
    /// Whether another `--output` would help.
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::NotAFolder(_) | Self::NotOurs(_) | Self::Foreign { .. })
    }
}

/// Names the path in every input or output error.
fn at(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { doing, path, source }
}

/// A site that is being published.
pub struct Publisher {
    target: PathBuf,
    spare: PathBuf,
    /// Whether nothing is in the spare tree yet, so that nobody need look what is there.
    empty: bool,
    folders: Folders,
    record: Record,
    /// Held while the spare tree is in use.
    _lock: File,
}

impl Publisher {
    /// Prepares to publish to the folder `target`, which is made where it does not exist.
    pub fn begin(target: &Path) -> Result<Self, PublishError> {
        // Where the folder is a link, its goal is exchanged and the link stays.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        let workshop = workshop(&target);
        // Before anything is made beside a folder that is not ours.
        Record::read(&workshop).allows(&target)?;
        fs::create_dir_all(&workshop).map_err(at("cannot make the folder", &workshop))?;
        let lock_path = workshop.join("lock");
        let lock = File::create(&lock_path).map_err(at("cannot write", &lock_path))?;
        if lock.try_lock().is_err() {
            return Err(PublishError::Busy(target));
        }
        // Read again under the lock: another lantu may have published in between.
        let record = Record::read(&workshop);
        let spare = workshop.join("spare");
        remove_link(&spare)?;
        let empty = fs::create_dir(&spare).is_ok();
        fs::create_dir_all(&spare).map_err(at("cannot make the folder", &spare))?;
        Ok(Self { target, spare, empty, folders: Folders::default(), record, _lock: lock })
    }

    /// Puts one file, whose path is seen from the published folder; its size in bytes. Any number of
    /// threads may do this at once, for different files.
    pub fn put(&self, path: &str, body: &Body<'_>) -> Result<u64, PublishError> {
        let place = self.place(path)?;
        let bytes = match body {
            Body::Bytes(bytes) => bytes.as_slice(),
            Body::Embedded(bytes) => bytes,
            Body::Copy(from) => return copy_if_changed(from, &place),
            Body::Made(make) => {
                let mut file = self.in_making(place)?;
                let made = make(&mut file);
                return file.finish(made);
            }
        };
        if self.empty { write(&place, bytes, make_folder) } else { write_if_changed(&place, bytes) }
    }

    /// A file that is written piece by piece, whose path is seen from the published folder.
    pub fn open(&self, path: &str) -> Result<InMaking, PublishError> {
        self.in_making(self.place(path)?)
    }

    fn place(&self, path: &str) -> Result<PathBuf, PublishError> {
        let place = self.spare.join(path);
        if !self.empty {
            self.folders.without_links(&self.spare, path)?;
        } else if let Some(folder) = place.parent().filter(|_| path.ends_with("/index.html")) {
            // Nearly every page has a folder of its own. What cannot be made here is made, or reported, with the file.
            let _ = fs::create_dir(folder);
        }
        Ok(place)
    }

    fn in_making(&self, place: PathBuf) -> Result<InMaking, PublishError> {
        if self.empty { InMaking::fresh(place) } else { InMaking::over(place) }
    }

    /// Takes away what no longer belongs to the site and shows the new one.
    pub fn finish(self, mut paths: Vec<String>) -> Result<(), PublishError> {
        paths.par_sort_unstable();
        if !self.empty {
            remove_others(&self.spare, "", &paths)?;
        }
        // Before the exchange, so that whatever happens in between is known to be ours.
        self.record.write(&paths, &self.spare, &self.target)?;
        exchange(&self.spare, &self.target)
    }
}

/// The folder for everything that is not published: `.public.lantu` beside `public`.
fn workshop(target: &Path) -> PathBuf {
    let name = target.file_name().map_or_else(|| "site".into(), |name| name.to_string_lossy());
    target.with_file_name(format!(".{name}.lantu"))
}

fn write_if_changed(place: &Path, bytes: &[u8]) -> Result<u64, PublishError> {
    let size = bytes.len() as u64;
    if size_of_own(place)? == Some(size) && fs::read(place).is_ok_and(|old| old == bytes) {
        return Ok(size);
    }
    write(place, bytes, make_room)
}

/// `make_room` is asked where the file cannot be written as things are.
fn write(place: &Path, bytes: &[u8], make_room: MakeRoom) -> Result<u64, PublishError> {
    if fs::write(place, bytes).is_err() {
        make_room(place)?;
        fs::write(place, bytes).map_err(at("cannot write", place))?;
    }
    Ok(bytes.len() as u64)
}

/// Takes away a link that somebody put in the place of a file, so that nothing is written through it; the size of the file
/// that is there.
fn size_of_own(place: &Path) -> Result<Option<u64>, PublishError> {
    let Ok(meta) = fs::symlink_metadata(place) else { return Ok(None) };
    if meta.is_symlink() {
        remove_link(place)?;
    }
    Ok(meta.is_file().then_some(meta.len()))
}

/// Copies a file, which may be larger than memory, piece by piece.
fn copy_if_changed(from: &Path, place: &Path) -> Result<u64, PublishError> {
    let size = fs::metadata(from).map_err(at("cannot read", from))?.len();
    if size_of_own(place)? == Some(size) && same_bytes(from, place).unwrap_or(false) {
        return Ok(size);
    }
    make_room(place)?;
    // Not `fs::copy`, which would copy the permissions, too: what is published can be read and written over.
    let mut source = File::open(from).map_err(at("cannot read", from))?;
    let mut target = File::create(place).map_err(at("cannot write", place))?;
    io::copy(&mut source, &mut target).map_err(at("cannot write", place))
}

fn same_bytes(a: &Path, b: &Path) -> io::Result<bool> {
    const PIECE: usize = 1 << 16;
    let (mut a, mut b) = (
        BufReader::with_capacity(PIECE, File::open(a)?),
        BufReader::with_capacity(PIECE, File::open(b)?),
    );
    loop {
        let (left, right) = (a.fill_buf()?, b.fill_buf()?);
        let length = left.len().min(right.len());
        if left[..length] != right[..length] {
            return Ok(false);
        }
        if length == 0 {
            return Ok(left.len() == right.len());
        }
        a.consume(length);
        b.consume(length);
    }
}

/// Makes it possible to write a file.
type MakeRoom = fn(&Path) -> Result<(), PublishError>;

/// Makes the folder of a file in a tree that had nothing in it, so that nothing stands in the way.
fn make_folder(place: &Path) -> Result<(), PublishError> {
    let folder = folder_of(place);
    fs::create_dir_all(folder).map_err(at("cannot make the folder", folder))
}

fn folder_of(place: &Path) -> &Path {
    place.parent().expect("every file of the site is in the spare tree")
}

/// Makes the folder of a file, and takes away what stands in its place.
fn make_room(place: &Path) -> Result<(), PublishError> {
    let folder = folder_of(place);
    // Nearly always it is only not there yet.
    if !place.exists() && fs::create_dir_all(folder).is_ok() {
        return Ok(());
    }
    if let Some(file) = folder.ancestors().find(|part| part.is_file()) {
        fs::remove_file(file).map_err(at("cannot remove", file))?;
    }
    if place.is_dir() {
        fs::remove_dir_all(place).map_err(at("cannot remove", place))?;
    }
    fs::create_dir_all(folder).map_err(at("cannot make the folder", folder))
}

/// Removes every file that is not among `expected`, which are sorted and seen from `spare`, and folders that are left empty.
/// `within` is the folder that is looked at, with `/` at its end; whether it is left empty.
fn remove_others(spare: &Path, within: &str, expected: &[String]) -> Result<bool, PublishError> {
    let folder = spare.join(within);
    let entries = fs::read_dir(&folder).map_err(at("cannot read the folder", &folder))?;
    let mut kept = 0;
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at("cannot read the folder", &folder))?;
        let name = entry.file_name();
        // A name that is no text is none of ours.
        let path = name.to_str().map(|name| format!("{within}{name}"));
        let kind = entry.file_type().map_err(at("cannot read", &entry.path()))?;
        let is_ours = |path: &String| expected.binary_search(path).is_ok();
        match path {
            Some(path) if kind.is_dir() => folders.push(path + "/"),
            Some(path) if is_ours(&path) => kept += 1,
            _ if kind.is_dir() => {
                fs::remove_dir_all(entry.path()).map_err(at("cannot remove", &entry.path()))?;
            }
            _ => fs::remove_file(entry.path()).map_err(at("cannot remove", &entry.path()))?,
        }
    }
    let left = folders.into_par_iter().map(|within| {
        let of_folder = expected.partition_point(|path| *path < within);
        let of_folder = &expected[of_folder..];
        let end = of_folder.partition_point(|path| path.starts_with(&within));
        let empty = remove_others(spare, &within, &of_folder[..end])?;
        if empty {
            let place = spare.join(&within);
            fs::remove_dir(&place).map_err(at("cannot remove", &place))?;
        }
        Ok(usize::from(!empty))
    });
    let left: usize = left.collect::<Result<Vec<usize>, PublishError>>()?.into_iter().sum();
    Ok(kept + left == 0)
}

/// Shows the spare tree and keeps the old one for the next time.
fn exchange(spare: &Path, target: &Path) -> Result<(), PublishError> {
    if !target.exists() {
        return fs::rename(spare, target).map_err(at("cannot write", target));
    }
    if exchange_in_one_step(spare, target) {
        return Ok(());
    }
    // Without help from the system there is a moment with no site; the old one comes back if the new
    // one cannot take its place.
    let old = spare.with_file_name("old");
    if old.exists() {
        fs::remove_dir_all(&old).map_err(at("cannot remove", &old))?;
    }
    fs::rename(target, &old).map_err(at("cannot move", target))?;
    if let Err(error) = fs::rename(spare, target) {
        fs::rename(&old, target).map_err(at("cannot move back", &old))?;
        return Err(at("cannot move", spare)(error));
    }
    fs::rename(&old, spare).map_err(at("cannot move", &old))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange_in_one_step(spare: &Path, target: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, spare, CWD, target, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange_in_one_step(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests;
