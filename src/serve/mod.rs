//! In: a site folder. Out: the site in a browser on this computer; pages are made when the browser asks for them, and
//! nothing is written. While the content has errors the last good site stays, and the findings are shown in the page.

mod client;
mod server;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch as channel;

use crate::diagnostic::{self, Diagnostics, Files};
use crate::live::{Live, Shown, Understood};
use crate::{Summary, Today};

use watch::Watcher;

/// What to show, and where.
#[derive(Debug)]
pub struct Options {
    pub root: PathBuf,
    pub port: u16,
}

/// What happened, for the one who started the server.
pub enum Event<'e> {
    /// The server is there, at this address.
    Listening(&'e str),
    /// Browsers see the site as it is now, so long after the last change was seen.
    Shown { summary: &'e Summary, took: Duration },
    /// There are errors; the last good site stays, where there is one.
    Stays { found: &'e Diagnostics, files: &'e Files, last: bool },
    /// The whole site has been looked at.
    Judged { found: &'e Diagnostics, files: &'e Files },
}

/// Why the server cannot run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(
        "cannot listen on port {port}: {source}; another program may use it, choose one with `--port`"
    )]
    Listen { port: u16, source: std::io::Error },
    #[error("cannot watch the files of the site: {0}")]
    Watch(#[from] notify::Error),
    #[error("cannot start the server: {0}")]
    Start(std::io::Error),
}

/// What browsers need to know: which site they should show, and what is wrong with a newer one.
#[derive(Clone, serde::Serialize)]
pub struct Status {
    version: u64,
    errors: Option<String>,
    /// The last good site; `None` while there was none.
    #[serde(skip)]
    site: Option<Arc<Shown>>,
}

/// Serves until the process is ended. `today` is asked whenever something has changed, so that a server that runs
/// over midnight shows the new day.
pub fn run(
    options: &Options,
    today: &mut dyn FnMut() -> Today,
    listen: &mut dyn FnMut(Event<'_>),
) -> Result<(), ServeError> {
    // A browser that was open before this server started must see another version.
    let version = u64::from(std::process::id()) << 20;
    let (sender, receiver) = channel::channel(Status { version, errors: None, site: None });
    let mut watcher = Watcher::new(&options.root)?;
    let mut live = Live::open(&options.root);
    let understood = show(&mut live, (Instant::now(), today()), &sender, listen);
    let url = server::start(options, receiver)?;
    let base_path = sender.borrow().site.as_ref().map(|site| site.base_path().to_owned());
    listen(Event::Listening(&format!("{url}{}/", base_path.unwrap_or_default())));
    judge(&live, &understood, &watcher, &sender, listen);
    while let Some(paths) = watcher.wait() {
        let seen = Instant::now();
        if live.look_again(&paths) {
            let understood = show(&mut live, (seen, today()), &sender, listen);
            judge(&live, &understood, &watcher, &sender, listen);
        }
    }
    Ok(())
}

/// Shows the site as it is now, if nothing is wrong with what has changed.
fn show(
    live: &mut Live,
    (seen, today): (Instant, Today),
    sender: &channel::Sender<Status>,
    listen: &mut dyn FnMut(Event<'_>),
) -> Understood {
    let understood = live.understand(today);
    let (found, files) = (&understood.found, live.files());
    match understood.show() {
        Some(site) => {
            let summary = site.summary();
            let version = sender.borrow().version + 1;
            let site = Some(Arc::new(site));
            let before = sender.send_replace(Status { version, errors: None, site });
            listen(Event::Shown { summary: &summary, took: seen.elapsed() });
            // Taking a large site apart takes longer than to show the next one.
            std::thread::spawn(move || drop(before));
        }
        None => {
            let errors = diagnostic::to_text(found, files, false);
            sender.send_modify(|status| status.errors = Some(errors));
            let last = sender.borrow().site.is_some();
            listen(Event::Stays { found, files, last });
        }
    }
    understood
}

/// Looks at the whole site, unless something changes in the meantime, and tells browsers what is wrong.
fn judge(
    live: &Live,
    understood: &Understood,
    watcher: &Watcher,
    sender: &channel::Sender<Status>,
    listen: &mut dyn FnMut(Event<'_>),
) {
    if understood.found.has_errors() {
        return;
    }
    let Some(found) = live.judge(understood, &watcher.quiet()) else { return };
    if found.has_errors() {
        let errors = diagnostic::to_text(&found, live.files(), false);
        sender.send_modify(|status| status.errors = Some(errors));
    }
    listen(Event::Judged { found: &found, files: live.files() });
}

/// What the server and its answers share.
struct Shared {
    status: channel::Receiver<Status>,
    port: u16,
}

type SharedState = Arc<Shared>;
