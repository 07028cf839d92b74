//! In: the addresses of clauses that a text names, such as 4.2.1. Out: them as quantities, and those that a range names
//! without writing them.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity, Strength};

/// The clause with an address of several levels, `[4, 2, 1]`. One of up to two levels is a number, too: other texts may
/// write it as one.
pub fn clause(levels: &[u32], strength: Strength, range: Range<usize>) -> Quantity {
    let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
    let address = levels.join(".");
    let value = Decimal::from_str_exact(&address).unwrap_or_default();
    let (measure, bound, or_exactly) = (Measure::Clause(address), Bound::Exactly, false);
    Quantity { value, measure, bound, or_exactly, strength, range }
}

/// The number of a level in digits, as an address has it.
pub fn level(written: &str) -> Option<u32> {
    written.parse().ok().filter(|number| is_level(*number))
}

/// Whether a level may have this number. Larger ones are years, sizes or anything else.
pub fn is_level(number: u32) -> bool {
    (1..100).contains(&number)
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
