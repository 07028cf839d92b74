//! In: a file that is made piece by piece, and the one that stands in its place. Out: the new one. What is the same up to some
//! byte is not written again, and no more than a piece of it is in memory.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{MakeRoom, PublishError, at, make_folder, make_room, size_of_own};

/// So many bytes are compared, or written, at a time.
const PIECE: usize = 1 << 16;

/// A file that is being written; what it has been given so far may still be in memory.
pub struct InMaking {
    place: PathBuf,
    writer: BufWriter<Target>,
    /// How many bytes there were before.
    old: u64,
}

impl InMaking {
    /// Over the file at `place`, if there is one.
    pub fn over(place: PathBuf) -> Result<Self, PublishError> {
        size_of_own(&place)?;
        let file = opened(&place, open, make_room)?;
        let old = file.metadata().map_err(at("cannot read", &place))?.len();
        Ok(Self::new(place, file, old))
    }

    /// Where no file stands.
    pub fn fresh(place: PathBuf) -> Result<Self, PublishError> {
        let file = opened(&place, |place| File::create(place), make_folder)?;
        Ok(Self::new(place, file, 0))
    }

    fn new(place: PathBuf, file: File, old: u64) -> Self {
        let target = Target { file, at: 0, is_same: old > 0, piece: Vec::new() };
        Self { place, writer: BufWriter::with_capacity(PIECE, target), old }
    }

    /// Writes what is left; the size of the file in bytes. `made` says whether all could be written so far.
    pub fn finish(self, made: io::Result<()>) -> Result<u64, PublishError> {
        let Self { place, writer, old } = self;
        let size = || {
            made?;
            let target = writer.into_inner()?;
            if old > target.at {
                target.file.set_len(target.at)?;
            }
            Ok(target.at)
        };
        size().map_err(at("cannot write", &place))
    }
}

impl Write for InMaking {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn opened(
    place: &Path,
    open: impl Fn(&Path) -> io::Result<File>,
    make_room: MakeRoom,
) -> Result<File, PublishError> {
    if let Ok(file) = open(place) {
        return Ok(file);
    }
    make_room(place)?;
    open(place).map_err(at("cannot write", place))
}

fn open(place: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(place)
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

    /// In small pieces, as rows come.
    fn rewrite(place: &Path, text: &str) -> u64 {
        let mut file = InMaking::over(place.to_owned()).unwrap();
        let made = text.as_bytes().chunks(1000).try_for_each(|piece| file.write_all(piece));
        file.finish(made).unwrap()
    }

    #[test]
    fn a_file_becomes_what_is_written() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("a/table.csv");
        let long = "a row of a long table\n".repeat(10_000);
        let changed = long.clone() + "end";
        let short = &long[..PIECE * 2 + 1];
        let other = format!("{}x{}", &long[..PIECE + 3], &long[PIECE..]);
        for text in ["", "a", "ab", "a", &long, &changed, &long, short, &other, &long, ""] {
            assert_eq!(rewrite(&place, text), text.len() as u64);
            assert!(fs::read_to_string(&place).unwrap() == text);
        }
    }

    #[test]
    fn what_is_the_same_is_not_written() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("table.csv");
        let text = "row\n".repeat(50_000);
        rewrite(&place, &text);
        let before = fs::metadata(&place).unwrap().modified().unwrap();
        let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        File::options().write(true).open(&place).unwrap().set_modified(time).unwrap();
        rewrite(&place, &text);
        assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), time);
        assert_ne!(before, time);
    }
}
