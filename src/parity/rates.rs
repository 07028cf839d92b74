//! In: the quantities of an English text, and those of its Chinese twin. Out: them with rates of every thousand as Chinese
//! has them: `3.0 per 1,000 live births` is 3.0‰.

use super::quantity::{Measure, Quantity};

/// Makes one quantity of a number and the thousand that it is of, where the other text has such a rate.
pub fn settle(list: &mut Vec<Quantity>, text: &str, other: &[Quantity]) {
    let rates = other.iter().filter(|one| one.measure == Measure::PerMille);
    for rate in rates {
        let is_rate = |one: &Quantity| {
            one.measure == Measure::Count
                && one.value == rate.value
                && per_thousand(&text[one.range.end..]).is_some()
        };
        let Some(at) = list.iter().position(is_rate) else { continue };
        let end = list[at].range.end;
        let thousand = per_thousand(&text[end..]).map_or(end, |length| end + length);
        list[at].measure = Measure::PerMille;
        list.retain(|one| one.range.start < end || one.range.end > thousand);
    }
}

/// The bytes up to the end of the words that make a number one of every thousand: `deaths per 1,000`.
fn per_thousand(behind: &str) -> Option<usize> {
    const NEAR: usize = 48;
    const WORDS: [&str; 4] = ["per 1,000", "per 1000", "per thousand", "in every 1,000"];
    let near = &behind[..behind.floor_char_boundary(NEAR)];
    let whole = |end: &usize| !behind[*end..].starts_with(|c: char| c.is_ascii_digit() || c == ',');
    let ends = WORDS.iter().filter_map(|word| near.find(word).map(|at| at + word.len()));
    let end = ends.filter(whole).min()?;
    // Another number in between has the rate for itself.
    let between = behind[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    (!between.contains(|c: char| c.is_ascii_digit())).then_some(end)
}
