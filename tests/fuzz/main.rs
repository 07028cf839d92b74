//! Hostile input, by the thousand: whatever stands in an author's file, lantu does not fall over, hang or eat the memory,
//! and what it says is true. Inputs are kept ones (`corpus/`) and files of the fixtures, spoilt at random.
//!
//! `cargo test` tries some hundred of each kind, the same in every run. `LANTU_FUZZ=20000 cargo test --test fuzz` tries
//! as many as that, others in every run; the seed is printed, and `LANTU_FUZZ_SEED=…` repeats the run. An input that
//! breaks something is put into the corpus, and is tried every time from then on.

mod corpus;
mod dictionary;
mod memory;
mod mutate;
mod playground;
mod random;
#[path = "../support/mod.rs"]
mod support;
mod target;
mod targets;
mod toml;
