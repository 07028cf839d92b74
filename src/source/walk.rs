//! In: the site folder. Out: its parts, which may be walked side by side, and the paths of the files of each, sorted, the same
//! on every system. Symbolic links are followed as long as they stay within the site.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Problem;
use crate::diagnostic::safety::{NameRefused, Safety};

const CONTENT: &str = "content";
const PLANS: &str = "content/plans";

/// What is wrong, and the path from the site where it is.
pub type Wrong = (String, Problem);

/// The site folder, and how it is divided.
pub struct Folder<'r> {
    root: &'r Path,
    /// Without links.
    home: PathBuf,
    /// The folders that are divided, with links and without: what is in one of them and leads back to it holds itself.
    divided: [(PathBuf, PathBuf); 2],
}

impl<'r> Folder<'r> {
    /// Of a site.
    pub fn new(root: &'r Path) -> Self {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let divided = [CONTENT, PLANS].map(|path| (root.join(path), whole(&root.join(path))));
        Self { root, home: whole(root), divided }
    }

    /// The parts that hold `site-config.toml` and every file below `content/` and `themes/`, in the order of their paths: each
    /// plan is one, since a site has thousands of them and little else.
    pub fn parts(&self, wrong: &mut Vec<Wrong>) -> Vec<PathBuf> {
        let mut parts = Vec::new();
        for top in [super::layout::CONFIG, CONTENT, "themes"] {
            let path = self.root.join(top);
            match path.symlink_metadata() {
                Ok(_) => self.divide(path, &mut parts, wrong),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => wrong.push(unreadable(top.to_owned(), &error)),
            }
        }
        parts
    }

    /// A path of the site, or what is in it.
    fn divide(&self, path: PathBuf, parts: &mut Vec<PathBuf>, wrong: &mut Vec<Wrong>) {
        let name = path_from(self.root, &path);
        if ![CONTENT, PLANS].contains(&name.as_str()) || !path.is_dir() {
            return parts.push(path);
        }
        if let Some(problem) = path.is_symlink().then(|| self.link_problem(&path)).flatten() {
            return wrong.push((name, problem));
        }
        let entries = std::fs::read_dir(&path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        match entries {
            Ok(mut entries) => {
                entries.sort_unstable_by_key(std::fs::DirEntry::file_name);
                for entry in entries {
                    if !is_clutter_name(&entry.file_name().to_string_lossy()) {
                        self.divide(entry.path(), parts, wrong);
                    }
                }
            }
            Err(error) => wrong.push(unreadable(name, &error)),
        }
    }

    /// The files of a part: path from the site, path on disk.
    pub fn files(&self, part: &Path, wrong: &mut Vec<Wrong>) -> Vec<(String, PathBuf)> {
        let mut paths = Vec::new();
        let mut links = Vec::new();
        let mut leads_away = |entry: &DirEntry| {
            let problem = || self.link_problem(entry.path());
            let problem = entry.path_is_symlink().then(problem).flatten();
            let is_wrong = problem.is_some();
            links.extend(problem.map(|problem| (path_from(self.root, entry.path()), problem)));
            is_wrong
        };
        let entries = WalkDir::new(part)
            .follow_links(true)
            .follow_root_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| !is_clutter(entry) && !leads_away(entry));
        for entry in entries {
            if let Some(problem) = entry.as_ref().ok().and_then(refused) {
                let path = entry.as_ref().map_or(part, DirEntry::path);
                wrong.push((path_from(self.root, path), Problem::Safety(problem)));
            }
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    paths.push((path_from(self.root, entry.path()), entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => {
                    let path = path_from(self.root, error.path().unwrap_or(part));
                    wrong.push((path, Problem::CannotRead { reason: reason(&error) }));
                }
            }
        }
        wrong.append(&mut links);
        paths
    }

    /// Why a link is not followed.
    fn link_problem(&self, path: &Path) -> Option<Problem> {
        let leads_back = |target: &Path| {
            let mut above = self.divided.iter().filter(|(above, _)| path != above);
            target == self.home
                || above.any(|(above, whole)| path.starts_with(above) && target == whole)
        };
        match path.canonicalize() {
            Ok(target) if leads_back(&target) => {
                Some(Problem::CannotRead { reason: LEADS_BACK.to_owned() })
            }
            Ok(target) if target.starts_with(&self.home) => None,
            _ => {
                let target = std::fs::read_link(path).unwrap_or_default().display().to_string();
                Some(Problem::LinkLeavesSite { target })
            }
        }
    }
}

fn unreadable(path: String, error: &std::io::Error) -> Wrong {
    (path, Problem::CannotRead { reason: error.to_string() })
}

/// The name of a file or folder that cannot be kept on every system, or cannot be an address.
fn refused(entry: &DirEntry) -> Option<Safety> {
    Some(match entry.file_name().to_str() {
        None => Safety::NameNotUtf8,
        Some(name) => Safety::Name { name: name.to_owned(), fault: NameRefused::of(name)? },
    })
}

const LEADS_BACK: &str = "this link leads back to a folder that holds it";

fn reason(error: &walkdir::Error) -> String {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => LEADS_BACK.to_owned(),
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

/// A path as it is seen from a folder, with `/` on every system.
pub fn path_from(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
