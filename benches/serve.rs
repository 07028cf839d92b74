//! How long it takes from saving a text until a browser has the changed page, and whether memory stays what it was:
//!
//! ```sh
//! cargo bench --bench serve                         # 100 and 1,000 plans
//! cargo bench --bench serve -- --plans 1000,10000 --saves 1000
//! ```
//!
//! The site is shown by the program itself, and asked as a browser asks: it hears of the news, and then asks for the page.

#[path = "support/synthetic.rs"]
#[allow(dead_code, reason = "the sites for other programs are made elsewhere")]
mod synthetic;

#[path = "../tests/support/server.rs"]
#[allow(dead_code, reason = "a benchmark uses a part of what tests use")]
mod server;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use server::Server;
use synthetic::site::{self, Pages};

/// The same as in the other benchmark.
const SEED: u64 = 1;

/// What is put into a text, and taken out again.
const WORDS: &str = "按照计划安排，";

fn main() -> io::Result<()> {
    let words: Vec<String> = env::args().collect();
    let value =
        |key: &str| words.iter().position(|one| one == key).and_then(|at| words.get(at + 1));
    let plans = value("--plans").map_or("100,1000", String::as_str);
    let saves = value("--saves").and_then(|saves| saves.parse().ok()).unwrap_or(40);
    println!(
        "| pages | plans | median | 9 of 10 within | longest | memory at first | in the middle | at the end |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    for pages in [Pages::Text, Pages::All] {
        for plans in plans.split(',').filter_map(|one| one.parse().ok()) {
            measure(plans, pages, saves)?;
        }
    }
    Ok(())
}

fn measure(plans: usize, pages: Pages, saves: usize) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-serve");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    site::write(&folder, plans, SEED, pages)?;
    let server = Server::start(Path::new(env!("CARGO_BIN_EXE_lantu")), &folder);
    let mut news = News { list: Box::new(server.news()), version: 0 };
    news.next_version();
    let (mut took, mut memory) = (Vec::new(), Vec::new());
    for save in 0..saves {
        took.push(save_and_see(&folder, &server, &mut news, save % plans)?);
        memory.push(server.memory());
        // A person does not save again at once, and the whole site is looked at in between.
        thread::sleep(Duration::from_millis(if save < 40 { 300 } else { 30 }));
    }
    took.sort();
    let at = |part: usize| took[(took.len() - 1) * part / 100].as_secs_f64() * 1e3;
    println!(
        "| {} | {plans} | {:.0} ms | {:.0} ms | {:.0} ms | {} | {} | {} |",
        pages.name(),
        at(50),
        at(90),
        at(100),
        megabytes(memory[memory.len().min(10) - 1]),
        megabytes(memory[memory.len() / 2]),
        megabytes(memory[memory.len() - 1]),
    );
    fs::remove_dir_all(&folder)
}

fn megabytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "-".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6))
}

/// Saves the text of a plan with some more words, or without them, and asks for the page when it is said to be new.
fn save_and_see(
    folder: &Path,
    server: &Server,
    news: &mut News,
    plan: usize,
) -> io::Result<Duration> {
    let id = format!("plan-{:05}", plan + 1);
    let path: PathBuf = folder.join("content/plans").join(&id).join("text.zh.md");
    let old = fs::read_to_string(&path)?;
    let there = old.contains(WORDS);
    let new = if there {
        old.replace(WORDS, "")
    } else {
        old.replacen("\n\n坚持", &format!("\n\n{WORDS}坚持"), 1)
    };
    assert!(new != old, "{id} has a paragraph to change");
    let started = Instant::now();
    fs::write(path, new)?;
    news.next_version();
    let page = server.get(&format!("/zh/plans/{id}/"));
    let took = started.elapsed();
    assert!(page.contains(WORDS) != there, "the page is the new one");
    Ok(took)
}

/// What a browser hears.
struct News {
    list: Box<dyn Iterator<Item = serde_json::Value>>,
    version: u64,
}

impl News {
    /// Waits for a newer site.
    fn next_version(&mut self) {
        for status in &mut self.list {
            assert!(status["errors"].is_null(), "{}", status["errors"]);
            let version = status["version"].as_u64().unwrap_or(0);
            if version > self.version {
                self.version = version;
                return;
            }
        }
        panic!("the server has ended");
    }
}
