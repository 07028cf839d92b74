//! In: the site folder. Out: the files in it that have changed, when it is quiet again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::path_from;

/// Editors write a file in several steps; a build between two of them would see half a file.
const QUIET: Duration = Duration::from_millis(15);

/// The folders whose every file belongs to the site.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Watches the files that a site is made from.
pub struct Watcher {
    changes: Receiver<Vec<String>>,
    /// Whether something has changed that nobody has been told of.
    waiting: Arc<AtomicBool>,
    watcher: RecommendedWatcher,
    /// Folders that did not exist yet when they were looked for.
    missing: Vec<PathBuf>,
}

impl Watcher {
    pub fn new(root: &Path) -> notify::Result<Self> {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let (sender, changes) = channel();
        let waiting = Arc::new(AtomicBool::new(false));
        let (home, flag) = (root.clone(), Arc::clone(&waiting));
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                let paths = changed(&event, &home);
                if !paths.is_empty() {
                    flag.store(true, Ordering::Relaxed);
                    let _ = sender.send(paths);
                }
            })?;
        // The folder itself, because editors replace `site-config.toml` by a new file.
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let missing = FOLDERS.iter().map(|name| root.join(name)).collect();
        let mut watcher = Self { changes, waiting, watcher, missing };
        watcher.watch_new_folders();
        Ok(watcher)
    }

    fn watch_new_folders(&mut self) {
        let Self { watcher, missing, .. } = self;
        missing.retain(|folder| {
            !folder.is_dir() || watcher.watch(folder, RecursiveMode::Recursive).is_err()
        });
    }

    /// Whether nothing has changed since the last `wait`, for one who does something that takes long.
    pub fn quiet(&self) -> impl Fn() -> bool + Sync + use<> {
        let waiting = Arc::clone(&self.waiting);
        move || !waiting.load(Ordering::Relaxed)
    }

    /// Waits for the next change, and until no other follows: the paths that changed, as they are seen from the site folder.
    /// `None` when there will be no more.
    pub fn wait(&mut self) -> Option<Vec<String>> {
        let mut paths: BTreeSet<String> = self.changes.recv().ok()?.into_iter().collect();
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(more) => paths.extend(more),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        self.waiting.store(false, Ordering::Relaxed);
        self.watch_new_folders();
        Some(paths.into_iter().collect())
    }
}

/// The paths of an event that belong to the site, as they are seen from its folder; the whole of it where the system has
/// lost events.
fn changed(event: &notify::Result<notify::Event>, root: &Path) -> Vec<String> {
    let Some(event) = event.as_ref().ok().filter(|event| !event.need_rescan()) else {
        return FOLDERS.map(str::to_owned).to_vec();
    };
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    let paths = event.paths.iter().map(|path| path_from(root, path));
    let ours = |path: &String| {
        let top = path.split('/').next().unwrap_or("");
        FOLDERS.contains(&top) || path == "site-config.toml"
    };
    paths.filter(ours).collect()
}
