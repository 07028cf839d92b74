//! In: an author's file and what is to stand in it. Out: the file, written in one step; or what went wrong, said once.

use std::fs;
use std::io;
use std::path::Path;

use super::{Done, FINDINGS, report};

/// The bytes of an author's file, which `source` has found to be UTF-8.
pub(super) fn read_text(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|error| {
        report::error(&format!("cannot read `{}`: {error}", path.display()));
        FINDINGS
    })
}

/// Puts the new text in the place of the old one in a single step, so that none is lost half-way.
pub(super) fn replace(path: &Path, text: &str) -> Done<()> {
    let in_one_step = || {
        let Ok(real) = path.canonicalize() else { return fs::write(path, text) };
        let name = real.file_name().unwrap_or_default().to_string_lossy();
        let spare = real.with_file_name(format!(".{name}.new"));
        fs::write(&spare, text)?;
        fs::set_permissions(&spare, real.metadata()?.permissions())?;
        fs::rename(&spare, &real)
    };
    in_one_step().map_err(|error| cannot_write(path, &error))
}

/// Says so; the exit code.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> u8 {
    report::error(&format!("cannot write to `{}`: {error}", path.display()));
    FINDINGS
}
