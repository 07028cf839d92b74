//! In: a site folder. Out: the site in a browser on this computer, made again whenever a file changes.
//! While the content has errors the last good site stays, and the findings are shown in the page.

mod client;
mod server;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch as channel;

use crate::publish::PublishError;
use crate::{Checked, Summary, Today, diagnostic};

use watch::Watcher;

/// What to show, and where.
#[derive(Debug)]
pub struct Options {
    pub root: PathBuf,
    pub output: PathBuf,
    pub port: u16,
}

/// What happened, for the one who started the server.
pub enum Event<'e> {
    /// The server is there, at this address.
    Listening(&'e str),
    Built {
        checked: &'e Checked,
        summary: &'e Summary,
        took: Duration,
    },
    /// There are errors; the last good site stays.
    Failed {
        checked: &'e Checked,
    },
    /// The site could not be written.
    Problem(&'e str),
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
#[derive(Clone, Debug, serde::Serialize)]
pub struct Status {
    version: u64,
    errors: Option<String>,
    #[serde(skip)]
    base_path: String,
}

/// Serves until the process is ended. `today` is asked before every build, so that a server that runs
/// over midnight shows the new day.
pub fn run(
    options: &Options,
    today: &mut dyn FnMut() -> Today,
    listen: &mut dyn FnMut(Event<'_>),
) -> Result<(), ServeError> {
    // A browser that was open before this server started must see another version.
    let version = u64::from(std::process::id()) << 20;
    let start = Status { version, errors: None, base_path: String::new() };
    let (sender, receiver) = channel::channel(start);
    let mut watcher = Watcher::new(&options.root)?;
    build(options, today(), &sender, listen);
    let url = server::start(options, receiver)?;
    listen(Event::Listening(&format!("{url}{}/", sender.borrow().base_path)));
    while watcher.wait() {
        build(options, today(), &sender, listen);
    }
    Ok(())
}

fn build(
    options: &Options,
    today: Today,
    sender: &channel::Sender<Status>,
    listen: &mut dyn FnMut(Event<'_>),
) {
    let started = Instant::now();
    let mut checked = crate::check(&options.root, today);
    let result = checked.publish(&options.output, &());
    let errors = errors_of(&result, &checked);
    sender.send_modify(|status| {
        status.version += 1;
        if let Ok(Some(summary)) = &result {
            status.base_path.clone_from(&summary.base_path);
        }
        status.errors = errors;
    });
    match &result {
        Ok(Some(summary)) => {
            listen(Event::Built { checked: &checked, summary, took: started.elapsed() });
        }
        Ok(None) => listen(Event::Failed { checked: &checked }),
        Err(error) => listen(Event::Problem(&error.to_string())),
    }
}

fn errors_of(result: &Result<Option<Summary>, PublishError>, checked: &Checked) -> Option<String> {
    match result {
        Ok(Some(_)) => None,
        Ok(None) => Some(diagnostic::to_text(&checked.found, &checked.files, false)),
        Err(error) => Some(error.to_string()),
    }
}

/// What the server and its answers share.
struct Shared {
    output: PathBuf,
    status: channel::Receiver<Status>,
    port: u16,
}

type SharedState = Arc<Shared>;
