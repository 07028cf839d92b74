//! In: a file that is made piece by piece, and the one that stands in its place. Out: the new one. What is the same up to some
//! byte is not written again, and no more than a piece of it is in memory.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::render::Making;

use super::{PublishError, at, make_room, size_of_own};

/// So many bytes are compared, or written, at a time.
const PIECE: usize = 1 << 16;

/// Lets `write` write the file at `place`; its size in bytes.
pub fn rewrite(place: &Path, write: &Making<'_>) -> Result<u64, PublishError> {
    size_of_own(place)?;
    let file = opened(place, open)?;
    let old = file.metadata().map_err(at("cannot read", place))?.len();
    write_over(file, old, write).map_err(at("cannot write", place))
}

/// The same where no file stands.
pub fn write_new(place: &Path, write: &Making<'_>) -> Result<u64, PublishError> {
    let file = opened(place, |place| File::create(place))?;
    write_over(file, 0, write).map_err(at("cannot write", place))
}

fn opened(place: &Path, open: impl Fn(&Path) -> io::Result<File>) -> Result<File, PublishError> {
    if let Ok(file) = open(place) {
        return Ok(file);
    }
    make_room(place)?;
    open(place).map_err(at("cannot write", place))
}

fn open(place: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(place)
}

/// `old` is how many bytes the file has.
fn write_over(file: File, old: u64, write: &Making<'_>) -> io::Result<u64> {
    let target = Target { file, at: 0, is_same: old > 0, piece: Vec::new() };
    let mut writer = BufWriter::with_capacity(PIECE, target);
    write(&mut writer)?;
    let target = writer.into_inner()?;
    if old > target.at {
        target.file.set_len(target.at)?;
    }
    Ok(target.at)
}

/// The file that is written over.
struct Target {
    file: File,
    /// How many bytes there are so far.
    at: u64,
    /// Whether all of them stood there before.
    is_same: bool,
    /// What stood there.
    piece: Vec<u8>,
}

impl Target {
    /// Whether these bytes come next in the file; they are read.
    fn has_next(&mut self, bytes: &[u8]) -> io::Result<bool> {
        self.piece.clear();
        (&self.file).take(bytes.len() as u64).read_to_end(&mut self.piece)?;
        Ok(self.piece == bytes)
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_same {
            if self.has_next(bytes)? {
                self.at += bytes.len() as u64;
                return Ok(bytes.len());
            }
            self.is_same = false;
            self.file.seek(SeekFrom::Start(self.at))?;
        }
        self.file.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_becomes_what_is_written() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("a/table.csv");
        let long = "a row of a long table\n".repeat(10_000);
        let changed = long.clone() + "end";
        let short = &long[..PIECE * 2 + 1];
        let other = format!("{}x{}", &long[..PIECE + 3], &long[PIECE..]);
        for text in ["", "a", "ab", "a", &long, &changed, &long, short, &other, &long, ""] {
            // In small pieces, as rows come.
            let write = |out: &mut dyn Write| -> io::Result<()> {
                text.as_bytes().chunks(1000).try_for_each(|piece| out.write_all(piece))
            };
            assert_eq!(rewrite(&place, &write).unwrap(), text.len() as u64);
            assert!(fs::read_to_string(&place).unwrap() == text);
        }
    }

    #[test]
    fn what_is_the_same_is_not_written() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("table.csv");
        let text = "row\n".repeat(50_000);
        let write = |out: &mut dyn Write| out.write_all(text.as_bytes());
        rewrite(&place, &write).unwrap();
        let before = fs::metadata(&place).unwrap().modified().unwrap();
        let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        File::options().write(true).open(&place).unwrap().set_modified(time).unwrap();
        rewrite(&place, &write).unwrap();
        assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), time);
        assert_ne!(before, time);
    }
}
