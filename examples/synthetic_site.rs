//! Writes a site of invented plans, for measuring speed: `cargo run --example synthetic_site -- FOLDER PLANS`.

#[path = "../benches/support/sentences.rs"]
mod sentences;
#[path = "../benches/support/site.rs"]
mod site;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, plans] = arguments.as_slice() else {
        eprintln!("usage: synthetic_site FOLDER PLANS");
        std::process::exit(2);
    };
    let plans = plans.parse().unwrap_or(1);
    site::write(folder.as_ref(), plans, 1, site::Pages::All)
}
