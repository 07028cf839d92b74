//! What may happen on a Friday afternoon: builds that are killed, disks that are full, files that vanish, many requests
//! at once. A few rounds of each in `cargo test`; all of them with
//!
//! ```sh
//! cargo build --release
//! LANTU_STRESS=full LANTU_BINARY=$PWD/target/release/lantu cargo test --test stress
//! ```

#[path = "../support/mod.rs"]
mod support;

#[cfg(unix)]
mod disk;
#[cfg(unix)]
mod failures;
#[cfg(unix)]
mod kill;
#[cfg(unix)]
mod read_only;
mod requests;
mod tree;

/// How often something is tried: `few` times, or `many` times when all of it is asked for.
pub fn rounds(few: usize, many: usize) -> usize {
    let full = std::env::var("LANTU_STRESS").is_ok_and(|value| value == "full");
    if full { many } else { few }
}
