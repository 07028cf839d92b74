//! Writes a site of invented plans, for measuring speed:
//!
//! ```sh
//! cargo run --example synthetic_site -- FOLDER PLANS           # the whole site
//! cargo run --example synthetic_site -- FOLDER PLANS text      # one page for each plan and language, and lists
//! cargo run --example synthetic_site -- FOLDER PLANS hugo      # the same plans for Hugo
//! ```

#[path = "../benches/support/synthetic.rs"]
mod synthetic;

use synthetic::hugo;
use synthetic::site::{self, Pages};

/// The same as in the benchmark.
const SEED: u64 = 1;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (folder, plans, kind) = match arguments.as_slice() {
        [folder, plans] => (*folder, *plans, "all"),
        [folder, plans, kind] => (*folder, *plans, *kind),
        _ => ("", "", ""),
    };
    let Ok(plans) = plans.parse() else {
        eprintln!("usage: synthetic_site FOLDER PLANS [all|text|hugo]");
        std::process::exit(2);
    };
    match Pages::ALL.into_iter().find(|pages| pages.name() == kind) {
        Some(pages) => site::write(folder.as_ref(), plans, SEED, pages),
        None => hugo::write(folder.as_ref(), plans, SEED),
    }
}
