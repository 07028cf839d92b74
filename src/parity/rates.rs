//! In: the quantities of an English text, and those of its Chinese twin. Out: them with rates of every thousand and areas as
//! Chinese has them: `3.0 per 1,000 live births` is 3.0‰, and two hectares are 30 mu.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::quantity::{Measure, Quantity, Strength};

/// Makes one quantity of a number and the thousand that it is of, where the other text has such a rate.
pub fn settle(list: &mut Vec<Quantity>, text: &str, other: &[Quantity]) {
    let mut rates: FxHashMap<Decimal, usize> = FxHashMap::default();
    for rate in other.iter().filter(|one| one.measure == Measure::PerMille) {
        *rates.entry(rate.value).or_default() += 1;
    }
    if rates.is_empty() {
        return;
    }
    // Where the words begin and end that make the last number a rate.
    let mut said = 0..0;
    list.retain_mut(|one| {
        let left = rates.get_mut(&one.value).filter(|left| **left > 0);
        if one.measure == Measure::Count
            && let Some(left) = left
            && let Some(length) = per_thousand(&text[one.range.end..])
        {
            *left -= 1;
            one.measure = Measure::PerMille;
            said = one.range.end..one.range.end + length;
        }
        one.range.start < said.start || one.range.end > said.end
    });
}

/// Makes thousandths of the hundredths that the other text has in thousandths: 5‰ are `0.5%`.
pub fn settle_per_mille(list: &mut [Quantity], other: &[Quantity]) {
    let has = |measure: &Measure, value: Decimal| {
        other.iter().any(|one| one.measure == *measure && one.value == value)
    };
    if !other.iter().any(|one| one.measure == Measure::PerMille) {
        return;
    }
    for one in list.iter_mut().filter(|one| one.measure == Measure::Percent) {
        let Some(thousandths) = one.value.checked_mul(Decimal::TEN) else { continue };
        if has(&Measure::PerMille, thousandths) && !has(&Measure::Percent, one.value) {
            (one.value, one.measure) = (thousandths, Measure::PerMille);
        }
    }
}

/// Takes the ages of the first years of life out where the other text counts the years: 1岁以内4次、1至2岁2次 are `four in the
/// first year and two in the second`.
pub fn settle_ages(list: &mut Vec<Quantity>, chinese: &str, english: &str) {
    if !chinese.contains("岁以内") || !english.contains(" in the first year") {
        return;
    }
    list.retain(|one| {
        let (words, behind) = (&chinese[one.range.clone()], &chinese[one.range.end..]);
        let first = words.ends_with("岁以内") || behind.starts_with("岁以内");
        let from = behind.starts_with(['至', '—', '-']);
        let to = chinese[..one.range.start].ends_with(['至', '—', '-']) && behind.starts_with('岁');
        let to = to || words.contains('至') && words.ends_with('岁');
        !(first || from && chinese[one.range.end..].chars().nth(2) == Some('岁') || to)
    });
}

/// Makes of hectares the mu or the square metres that the other text has: 3万亩 are `2,000 hectares`, and 546万平方米
/// `546 hectares`. What stands beside them without a unit may be hectares, too.
pub fn settle_areas(list: &mut [Quantity], other: &[Quantity]) {
    const HECTARES: Measure = Measure::Unit("ha");
    const MU: Measure = Measure::Unit("mu");
    const METRES: Measure = Measure::Unit("m²");
    let has = |measure: Measure| other.iter().any(|one| one.measure == measure);
    // 546万平方米 are 546 hectares.
    let metres = !has(MU) && has(METRES);
    let (wanted, times) = if metres { (METRES, 10_000) } else { (MU, 15) };
    let times = Decimal::from(times);
    // Many texts give both.
    if (!metres && list.iter().any(|one| one.measure == MU)) || has(HECTARES) {
        return;
    }
    let sizes: FxHashSet<Decimal> =
        other.iter().filter(|one| one.measure == wanted).map(|one| one.value).collect();
    // `243.6, 210.8 and 190.6 hectares`: the last one names the unit of all.
    let named = list.iter().any(|one| one.measure == HECTARES);
    for one in list {
        let may_be = one.measure == HECTARES
            || (named && one.measure == Measure::Count && one.strength == Strength::Digits);
        let Some(size) = one.value.checked_mul(times).filter(|_| may_be) else { continue };
        if sizes.contains(&size) {
            (one.value, one.measure) = (size, wanted.clone());
        }
    }
}

/// Makes minutes of the hours that the other text has in minutes: 30分钟 is `half an hour`.
pub fn settle_hours(list: &mut [Quantity], other: &[Quantity]) {
    const HOURS: Measure = Measure::Unit("hours");
    const MINUTES: Measure = Measure::Unit("minutes");
    const MOST_HOURS: usize = 50;
    let has = |measure: &Measure, value: Decimal| {
        other.iter().any(|one| one.measure == *measure && one.value == value)
    };
    // Most texts have few hours, and need not be looked through for each.
    for one in list.iter_mut().filter(|one| one.measure == HOURS).take(MOST_HOURS) {
        let Some(minutes) = one.value.checked_mul(60.into()) else { continue };
        if has(&MINUTES, minutes) && !has(&HOURS, one.value) {
            (one.value, one.measure) = (minutes, MINUTES);
        }
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
