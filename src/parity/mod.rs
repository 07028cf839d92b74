//! In: a text and its translation. Out: where their quantities differ. Chinese and English are known; texts of other
//! languages are not compared.
//!
//! A quantity is a value, what it measures and its bound, as `quantity.rs` says. Each language has a reader
//! (`chinese.rs`, `english.rs`); what they read is matched without regard to the order (`matching.rs`), because
//! sentences are turned round in translation.

mod align;
mod alike;
mod alone;
mod bounds_in_words;
mod chinese;
mod classes;
mod clauses;
mod days;
mod dealt;
pub mod directions;
pub mod division_words;
pub mod divisions;
pub mod documents;
mod endings;
mod english;
pub mod exceptions;
pub mod frequency;
mod gaps;
pub mod labels;
pub mod lengths;
mod limits;
mod matching;
pub mod names;
pub mod negation;
mod negation_words;
mod numerals;
pub mod omitted;
mod opposite_pairs;
pub mod opposites;
mod other_forms;
mod other_name;
pub mod pairs;
pub mod points;
mod prohibitions;
pub mod quantity;
mod rates;
pub mod ratios;
mod sentence;
mod simple;
mod steps;
pub mod strangers;
mod tables;
#[cfg(test)]
mod tests;
mod understood;
mod understood_bounds;
mod understood_lists;
mod understood_units;
pub mod unit;
mod units;
mod verbatim;

pub use align::Places;
pub use matching::Difference;
pub use sentence::{pair_of, sentence_at};

use rust_decimal::Decimal;

use crate::language::primary;
use quantity::{Measure, Quantity, Strength};

/// A language whose quantities are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Chinese,
    English,
}

impl Reader {
    /// For a language tag such as `zh`, `zh-hant` or `en-gb`; `None` where quantities cannot be read.
    pub fn of(tag: &str) -> Option<Self> {
        match primary(tag) {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The quantities of a text, in its order.
    pub fn quantities(self, text: &str, which: Which) -> Vec<Quantity> {
        let mut list = match self {
            Self::Chinese => chinese::quantities(text, which),
            Self::English => english::quantities(text, which),
        };
        repeated_years(text, &mut list);
        if which == Which::Sure {
            list.retain(|one| one.strength > Strength::Latent);
        }
        list
    }
}

/// In 2026年4月至2026年12月 the second year need not be said: the other language may have `April to December 2026`.
fn repeated_years(text: &str, list: &mut [Quantity]) {
    /// `December 2026 to 31 January` has no more bytes between its years.
    const NEAR: usize = 40;
    const JOINTS: [&str; 8] = ["至", "到", "—", "–", "-", "～", " to ", " until "];
    let mut last: Option<(Decimal, usize)> = None;
    for one in list.iter_mut().filter(|one| one.measure == Measure::Year) {
        let again = last.is_some_and(|(year, end)| {
            let between = text.get(end..one.range.start).filter(|words| words.len() <= NEAR);
            year == one.value
                && between.is_some_and(|words| {
                    JOINTS.iter().any(|joint| words.contains(joint))
                        && !words.contains(['，', '。', '；', '、', ',', ';'])
                })
        });
        if again {
            one.strength = Strength::Latent;
        }
        last = Some((one.value, one.range.end));
    }
}

/// The levels of the clause that a Chinese text names right behind the name of a document, and the bytes of its address.
pub fn clause_named(text: &str) -> Option<(Vec<u32>, usize)> {
    chinese::clause_behind_document(text)
}

/// Which quantities of a text are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that say something by themselves. `a` and 一, which stand in nearly every sentence, need not be looked at.
    Sure,
    /// The others, too.
    All,
}

/// Two texts with more differences than this are not each other's translation; the first ones say it.
const MOST_DIFFERENCES: usize = 100;

/// Where a text and its translation differ. Nearly all texts agree in the quantities that are sure; then no other can
/// make a difference, and none is read.
pub fn compare(source: (&str, Reader), target: (&str, Reader)) -> Vec<Difference> {
    let (ours, theirs) = quantities_of(source, target, Which::Sure);
    if ours.is_empty() && theirs.is_empty() {
        return Vec::new();
    }
    let turned = steps::turned_round((source.0, source.1, &ours), (target.0, target.1, &theirs));
    let mut found = matching::compare(ours, theirs, (&[], &[]));
    if !found.is_empty() {
        found = compare_all(source, target);
    }
    found.extend(turned);
    found.truncate(MOST_DIFFERENCES);
    found
}

/// The quantities of two texts; days that have become names in one of them as the other writes them.
fn quantities_of(
    source: (&str, Reader),
    target: (&str, Reader),
    which: Which,
) -> (Vec<Quantity>, Vec<Quantity>) {
    let quantities = |(text, reader): (&str, Reader)| reader.quantities(text, which);
    let (mut ours, mut theirs) = (quantities(source), quantities(target));
    days::settle(&mut ours, &theirs);
    days::settle(&mut theirs, &ours);
    (ours, theirs)
}

/// Where two texts differ, by all their quantities and by all that readers understand.
fn compare_all(source: (&str, Reader), target: (&str, Reader)) -> Vec<Difference> {
    let (mut ours, mut theirs) = quantities_of(source, target, Which::All);
    if target.1 == Reader::English {
        rates::settle_ages(&mut ours, source.0, target.0);
        rates::settle(&mut theirs, target.0, &ours);
        rates::settle_areas(&mut theirs, &ours);
    } else if source.1 == Reader::English {
        rates::settle(&mut ours, source.0, &theirs);
        rates::settle_areas(&mut ours, &theirs);
    }
    rates::settle_per_mille(&mut ours, &theirs);
    rates::settle_per_mille(&mut theirs, &ours);
    rates::settle_hours(&mut ours, &theirs);
    rates::settle_hours(&mut theirs, &ours);
    let (named, also_named) = (units::named(source, &theirs), units::named(target, &ours));
    let mut found = matching::compare(ours.clone(), theirs.clone(), (&named, &also_named));
    // What is understood is asked of the whole texts for each difference.
    found.truncate(MOST_DIFFERENCES);
    let read = |text, list| understood::Read { text, list };
    let (one, two) = (read(source.0, &*ours), read(target.0, &*theirs));
    understood::left(found, (one, source.1), (two, target.1))
}

/// `2018-04-11` at the beginning of a text: year, month, day, bytes.
fn iso_date(text: &str) -> Option<(u32, u32, u32, usize)> {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| -> Option<u32> {
        let part = bytes.get(range)?;
        part.iter()
            .all(u8::is_ascii_digit)
            .then(|| part.iter().fold(0, |sum, b| sum * 10 + u32::from(b - b'0')))
    };
    let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    let marks = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    let ends = !bytes.get(10).is_some_and(u8::is_ascii_digit);
    (marks && real && ends).then_some((year, month, day, 10))
}

/// `17:30` or `17：30` at the beginning of a text: hour, minutes, bytes.
fn clock(text: &str) -> Option<(u32, u32, usize)> {
    // Few numbers have such a mark behind their first two digits.
    let marked = |bytes: &[u8]| matches!(bytes, [b':', ..] | [0xef, ..]);
    if !(1..=2).any(|length| text.as_bytes().get(length..).is_some_and(marked)) {
        return None;
    }
    let hour = numerals::digits(text).filter(|read| read.length <= 2)?;
    let rest = &text[hour.length..];
    let mark = rest.chars().next().filter(|c| matches!(c, ':' | '：'))?;
    let minutes = numerals::digits(&rest[mark.len_utf8()..]).filter(|read| read.length == 2)?;
    let (hours, all) = (u32::try_from(hour.value).ok()?, u32::try_from(minutes.value).ok()?);
    (hours <= 24 && all < 60).then_some((
        hours,
        all,
        hour.length + mark.len_utf8() + minutes.length,
    ))
}
