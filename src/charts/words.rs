//! In: figures and interface words. Out: what charts say: figures with their units, sentences one after
//! the other.

use crate::language::{Voice, WordArg};
use crate::model::quantity::Quantity;

/// An interface word with texts in its places.
pub fn fill(voice: &Voice<'_>, key: &str, args: &[(&str, &str)]) -> String {
    let args: Vec<(&str, WordArg<'_>)> =
        args.iter().map(|(name, text)| (*name, WordArg::Text(text))).collect();
    voice.word_with(key, &args)
}

/// `单位：家`; nothing for a figure without unit.
pub fn unit(voice: &Voice<'_>, unit: &str) -> String {
    if unit.is_empty() { String::new() } else { fill(voice, "chart-unit", &[("unit", unit)]) }
}

/// A figure with its unit, and both within its bound: `2.5%以上`, `at least 600 enterprises`.
pub fn with_unit(voice: &Voice<'_>, quantity: &Quantity, unit: &str) -> String {
    quantity.text_with_unit(voice, unit)
}

/// Sentences, one after the other.
pub fn sentences(voice: &Voice<'_>, all: &[String]) -> String {
    let all: Vec<&str> = all.iter().map(String::as_str).filter(|said| !said.is_empty()).collect();
    all.join(&voice.word("chart-between-sentences"))
}

/// Parts of a sentence, one after the other.
pub fn parts(voice: &Voice<'_>, all: &[String]) -> String {
    let all: Vec<&str> = all.iter().map(String::as_str).filter(|said| !said.is_empty()).collect();
    all.join(&voice.word("chart-between-parts"))
}

/// `The largest is A with 3, the smallest B with 1.`
pub fn extremes(
    voice: &Voice<'_>,
    largest: Option<&(&str, Quantity)>,
    smallest: Option<&(&str, Quantity)>,
    unit: &str,
) -> String {
    let (Some(largest), Some(smallest)) = (largest, smallest) else { return String::new() };
    let (most, least) = (with_unit(voice, &largest.1, unit), with_unit(voice, &smallest.1, unit));
    if largest.1 == smallest.1 {
        return fill(voice, "chart-say-all-equal", &[("value", &most)]);
    }
    let args: [(&str, &str); 4] =
        [("most", largest.0), ("high", &most), ("least", smallest.0), ("low", &least)];
    fill(voice, "chart-say-extremes", &args)
}
