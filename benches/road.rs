//! How fast lantu is, and how much memory it takes, with 100, 1,000 and 10,000 plans:
//!
//! ```sh
//! cargo bench --bench road                          # 100 and 1,000 plans, the whole site and texts only
//! cargo bench --bench road -- --plans 100,1000,10000 --runs 5 --save
//! benches/compare                                   # beside Hugo, with the same plans
//! ```
//!
//! Sites are made in `target/bench`, and published to memory where the system has a folder for that.

#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::{Value, json};

use support::measure::{be_measured, plain_writing, run, time};
use support::report;
use support::synthetic::hugo;
use support::synthetic::site::{self, Pages};

/// As in the program itself.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The same for every run and every machine.
const SEED: u64 = 1;

struct Options {
    plans: Vec<usize>,
    runs: usize,
    pages: Vec<Pages>,
    save: bool,
    /// The program to compare with.
    hugo: Option<PathBuf>,
}

fn main() -> io::Result<()> {
    if be_measured() {
        return Ok(());
    }
    let options = options();
    let output = memory().join(format!("lantu-bench-{}", std::process::id()));
    fs::create_dir_all(&output)?;
    let result = measure(&options, &output);
    fs::remove_dir_all(&output)?;
    let rows = result?;
    print!("{}", report::table(&rows));
    if options.save {
        let path = report::save(&rows)?;
        println!("\nSaved in {}", path.display());
    }
    Ok(())
}

fn measure(options: &Options, output: &Path) -> io::Result<Vec<Value>> {
    let mut rows = Vec::new();
    for pages in &options.pages {
        for plans in &options.plans {
            let place = site_folder(*plans, *pages)?;
            let public = output.join("public");
            let mut runs = Vec::new();
            for _ in 0..options.runs {
                runs.push(run(&place, &public)?);
            }
            let written = (0..3).map(|_| plain_writing(&public, &output.join("plain")));
            let written: Vec<_> = written.collect::<Result<_, _>>()?;
            let other =
                options.hugo.as_deref().map(|hugo| beside(hugo, *plans, options.runs, &public));
            let other = other.transpose()?;
            let least = written.iter().min().map_or(0.0, std::time::Duration::as_secs_f64);
            rows.push(
                json!({ "pages": pages.name(), "plain_writing_ms": least * 1000.0, "hugo_ms": other, "runs": runs }),
            );
            eprintln!("{plans} plans, {}: done", pages.name());
        }
    }
    Ok(rows)
}

/// How long Hugo takes for the same plans, in each run.
fn beside(program: &Path, plans: usize, runs: usize, public: &Path) -> io::Result<Vec<f64>> {
    let folder = target().join(format!("hugo-{plans}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    hugo::write(&folder, plans, SEED)?;
    (0..runs).map(|_| time(program, &["--quiet", "--destination"], &folder, public)).collect()
}

/// The site, made where it is not there yet.
fn site_folder(plans: usize, pages: Pages) -> io::Result<PathBuf> {
    let folder = target().join(format!("{}-{plans}", pages.name()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.parent().expect("it is in `target`"))?;
    site::write(&folder, plans, SEED, pages)?;
    Ok(folder)
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench")
}

/// A folder in memory, so that the disk is not what is measured.
fn memory() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir() { memory } else { target() }
}

fn options() -> Options {
    let mut options = Options {
        plans: vec![100, 1000],
        runs: 5,
        pages: vec![Pages::Text, Pages::All],
        save: false,
        hugo: None,
    };
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_default();
        match word.as_str() {
            "--plans" => {
                options.plans = value().split(',').filter_map(|one| one.parse().ok()).collect();
            }
            "--runs" => options.runs = value().parse().unwrap_or(5),
            "--pages" => {
                let name = value();
                options.pages = Pages::ALL.into_iter().filter(|one| one.name() == name).collect();
            }
            "--save" => options.save = true,
            "--hugo" => options.hugo = Some(value().into()),
            // Cargo says `--bench`.
            _ => {}
        }
    }
    options
}
