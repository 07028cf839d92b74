//! In: the site folder. Out: a signal when something in it has changed and is quiet again.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Editors write a file in several steps; a build between two of them would see half a file.
const QUIET: Duration = Duration::from_millis(20);

/// The folders whose every file belongs to the site.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Watches the files that a build reads, and none that it writes.
pub struct Watcher {
    changes: Receiver<()>,
    watcher: RecommendedWatcher,
    /// Folders that did not exist yet when they were looked for.
    waiting: Vec<PathBuf>,
}

impl Watcher {
    pub fn new(root: &Path) -> notify::Result<Self> {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let (sender, changes) = channel();
        let watched: Vec<PathBuf> = FOLDERS
            .iter()
            .map(|name| root.join(name))
            .chain([root.join("site-config.toml")])
            .collect();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                let Ok(event) = event else { return };
                let ours = |path: &PathBuf| watched.iter().any(|folder| path.starts_with(folder));
                if !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours) {
                    let _ = sender.send(());
                }
            })?;
        // The folder itself, because editors replace `site-config.toml` by a new file.
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let waiting = FOLDERS.iter().map(|name| root.join(name)).collect();
        let mut watcher = Self { changes, watcher, waiting };
        watcher.watch_new_folders();
        Ok(watcher)
    }

    fn watch_new_folders(&mut self) {
        let Self { watcher, waiting, .. } = self;
        waiting.retain(|folder| {
            !folder.is_dir() || watcher.watch(folder, RecursiveMode::Recursive).is_err()
        });
    }

    /// Waits for the next change, and until no other follows; `false` when there will be none.
    pub fn wait(&mut self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        self.watch_new_folders();
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
