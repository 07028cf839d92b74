//! What benchmarks have in common.

pub mod measure;
pub mod report;
pub mod synthetic;
