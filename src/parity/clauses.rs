//! In: the addresses of clauses that a text names, such as 4.2.1. Out: them as quantities, and those that a range names
//! without writing them.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity, Strength};

/// The clause with an address of several levels, `[4, 2, 1]`.
pub fn clause(levels: &[u32], strength: Strength, range: Range<usize>) -> Quantity {
    let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
    named(levels.join("."), strength, range)
}

/// The same with the address as it is printed. One of up to two levels is a number, too: other texts may write it as one.
pub fn named(address: String, strength: Strength, range: Range<usize>) -> Quantity {
    let value = Decimal::from_str_exact(&address).unwrap_or_default();
    Quantity { value, measure: Measure::Clause(address), bound: Bound::Exactly, strength, range }
}

/// The clauses between the two ends of a range. The other language may name each of them, but need not.
pub fn between(first: &[u32], last: &[u32], range: &Range<usize>) -> Vec<Quantity> {
    /// More are no range of clauses.
    const MOST: u32 = 50;
    let (Some((from, above)), Some((to, also_above))) = (first.split_last(), last.split_last())
    else {
        return Vec::new();
    };
    if above != also_above || to.saturating_sub(*from) > MOST {
        return Vec::new();
    }
    let inner = (from + 1..*to).map(|number| {
        let levels = [above, &[number]].concat();
        clause(&levels, Strength::Latent, range.clone())
    });
    inner.collect()
}
