//! A site whose every text tries to break its pages: `cargo run --example hostile_site FOLDER` writes its files; the
//! checks in a browser build it and open every page. `tests/hostile.rs` reads what becomes of it.

#[path = "hostile_site/payloads.rs"]
mod payloads;
#[path = "hostile_site/spoil.rs"]
mod spoil;

use std::path::PathBuf;
use std::{env, io};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("name a folder to write to"));
    };
    spoil::write(&folder, Some(0)).map(|_| ())
}
