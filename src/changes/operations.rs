//! In: two lists of things that can be told apart. Out: which of them stay, come and go, in their order.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Compares by numbers that stand for the things, so that the algorithms are compiled once.
pub fn operations<T: Eq + Hash>(algorithm: Algorithm, old: &[T], new: &[T]) -> Vec<DiffOp> {
    let mut numbers: FxHashMap<&T, usize> = FxHashMap::default();
    let mut number = |thing| {
        let next = numbers.len();
        *numbers.entry(thing).or_insert(next)
    };
    let old: Vec<usize> = old.iter().map(&mut number).collect();
    let new: Vec<usize> = new.iter().map(&mut number).collect();
    capture_diff_slices(algorithm, &old, &new)
}
