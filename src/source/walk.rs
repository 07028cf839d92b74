//! In: the site folder. Out: the paths of its files, sorted, the same on every system. Symbolic links
//! are followed as long as they stay within the site.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::safety::{NameRefused, Safety};
use crate::diagnostic::{Diagnostics, Place, Problem};

/// `site-config.toml` and every file below `content/` and `themes/`: path from the site, path on disk.
pub fn site_files(root: &Path, diagnostics: &mut Diagnostics) -> Vec<(String, PathBuf)> {
    let mut paths = Vec::new();
    for top in [super::layout::CONFIG, "content", "themes"] {
        match root.join(top).symlink_metadata() {
            Ok(_) => walk(root, top, &mut paths, diagnostics),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                let reason = error.to_string();
                diagnostics.report(Problem::CannotRead { reason }, Place::Path(top.to_owned()));
            }
        }
    }
    paths
}

fn walk(root: &Path, top: &str, paths: &mut Vec<(String, PathBuf)>, diagnostics: &mut Diagnostics) {
    let home = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut outside = Vec::new();
    let entries = WalkDir::new(root.join(top))
        .follow_links(true)
        .follow_root_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !is_clutter(entry) && stays_inside(entry, &home, &mut outside));
    let mut problems = Vec::new();
    for entry in entries {
        if let Some((path, problem)) = entry.as_ref().ok().and_then(|one| refused(root, one)) {
            problems.push((path, Problem::Safety(problem)));
        }
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                paths.push((path_from(root, entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path =
                    error.path().map_or_else(|| top.to_owned(), |path| path_from(root, path));
                problems.push((path, Problem::CannotRead { reason: reason(&error) }));
            }
        }
    }
    for path in outside {
        let target = std::fs::read_link(&path).unwrap_or_default().display().to_string();
        problems.push((path_from(root, &path), Problem::LinkLeavesSite { target }));
    }
    for (path, problem) in problems {
        diagnostics.report(problem, Place::Path(path));
    }
}

/// The name of a file or folder that cannot be kept on every system, or cannot be an address.
fn refused(root: &Path, entry: &DirEntry) -> Option<(String, Safety)> {
    let problem = match entry.file_name().to_str() {
        None => Safety::NameNotUtf8,
        Some(name) => Safety::Name { name: name.to_owned(), fault: NameRefused::of(name)? },
    };
    Some((path_from(root, entry.path()), problem))
}

fn reason(error: &walkdir::Error) -> String {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "this link leads back to a folder that holds it".to_owned(),
        (None, Some(io)) => match error.path().and_then(|path| path.read_link().ok()) {
            Some(target) => format!("it is a link to `{}`: {io}", target.display()),
            None => io.to_string(),
        },
        (None, None) => error.to_string(),
    }
}

fn is_clutter(entry: &DirEntry) -> bool {
    entry.depth() > 0 && is_clutter_name(&entry.file_name().to_string_lossy())
}

/// Files that editors and systems leave behind.
pub fn is_clutter_name(name: &str) -> bool {
    let named = ["Thumbs.db", "desktop.ini"].contains(&name);
    named || name.starts_with(['.', '~']) || name.ends_with('~')
}

fn stays_inside(entry: &DirEntry, home: &Path, outside: &mut Vec<PathBuf>) -> bool {
    if !entry.path_is_symlink() {
        return true;
    }
    let inside = entry.path().canonicalize().is_ok_and(|target| target.starts_with(home));
    if !inside {
        outside.push(entry.path().to_owned());
    }
    inside
}

/// A path as it is seen from a folder, with `/` on every system.
pub fn path_from(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
