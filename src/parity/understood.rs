//! In: what differs between the quantities of a Chinese and an English text, and the texts. Out: the differences that are
//! left when those are taken away that readers understand, because one of the languages says them in its own way: a bound
//! once for several numbers, the years after the first as the following ones, a size in a second unit.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::translation::QuantityKind as Kind;

use super::Reader;
use super::alone::{chinese_needs_no_twin, english_needs_no_twin, is_in_roman, is_repeated};
use super::classes::is_last_age;
use super::matching::Difference;
use super::quantity::{Measure, Quantity, Strength};
use super::sentence::sentences;
use super::understood_bounds::bound_is_understood;
use super::understood_units::unit_is_understood;

/// A text and its quantities.
#[derive(Clone, Copy)]
pub struct Read<'t> {
    pub text: &'t str,
    pub list: &'t [Quantity],
}

impl<'t> Read<'t> {
    /// The bytes of the sentence in which a quantity stands.
    pub fn sentence(&self, quantity: &Quantity) -> Range<usize> {
        let mut list = sentences(self.text).into_iter();
        list.find(|one| one.end > quantity.range.start).unwrap_or(0..self.text.len())
    }

    /// The text before a quantity, up to so many characters.
    pub fn before(&self, quantity: &Quantity, characters: usize) -> &'t str {
        let before = &self.text[..quantity.range.start];
        let from = before.char_indices().rev().take(characters).last().map_or(0, |(at, _)| at);
        &before[from..]
    }

    /// The text behind it.
    pub fn behind(&self, quantity: &Quantity) -> &'t str {
        &self.text[quantity.range.end..]
    }

    /// Whether a quantity of a Chinese text is an age: 50岁以上.
    pub fn is_age(&self, quantity: &Quantity) -> bool {
        self.behind(quantity).starts_with('岁') || self.words(quantity).contains('岁')
    }

    /// The words of a quantity.
    pub fn words(&self, quantity: &Quantity) -> &'t str {
        &self.text[quantity.range.clone()]
    }

    /// The quantities behind one.
    pub fn later(&self, quantity: &Quantity) -> impl Iterator<Item = &'t Quantity> {
        let end = quantity.range.end;
        self.list.iter().filter(move |one| one.range.start >= end)
    }

    /// The quantities in front of one in its sentence, the last first.
    pub fn earlier(&self, quantity: &Quantity) -> impl Iterator<Item = &'t Quantity> {
        let (start, end) = (self.sentence(quantity).start, quantity.range.start);
        self.list.iter().rev().filter(move |one| one.range.start >= start && one.range.end <= end)
    }
}

/// The differences between a text and its translation that are not understood.
pub fn left(
    found: Vec<Difference>,
    (source, read): (Read<'_>, Reader),
    (target, read_two): (Read<'_>, Reader),
) -> Vec<Difference> {
    let chinese_first = match (read, read_two) {
        (Reader::Chinese, Reader::English) => true,
        (Reader::English, Reader::Chinese) => false,
        _ => return found,
    };
    let texts = if chinese_first { (source, target) } else { (target, source) };
    let is_left = |difference: &Difference| {
        let (source, target) = (difference.source.as_ref(), difference.target.as_ref());
        let pair = if chinese_first { (source, target) } else { (target, source) };
        !is_understood(difference.kind, pair, texts)
    };
    found.into_iter().filter(is_left).collect()
}

/// Whether a difference is understood; first the Chinese side of it, then the English one.
fn is_understood(
    kind: Kind,
    pair: (Option<&Quantity>, Option<&Quantity>),
    (chinese, english): (Read<'_>, Read<'_>),
) -> bool {
    let weak = |one: &Quantity| one.strength < Strength::Digits;
    /// Of a number that stands more often, only so many are looked at.
    const MOST: usize = 8;
    // A number in words is not missed alone; two of them are each other's mistake.
    let in_words = matches!(pair, (Some(one), Some(two)) if weak(one) && weak(two));
    let needs_no_twin = |one: &Quantity| weak(one) || chinese_needs_no_twin(one, chinese, english);
    let needs_none_either =
        |two: &Quantity| weak(two) || english_needs_no_twin(two, english, chinese);
    match (kind, pair) {
        // A rank is no bounded number.
        (Kind::Bound, (Some(one), Some(two)))
            if one.measure != Measure::Ordinal && two.measure != Measure::Ordinal =>
        {
            // Of numbers that stand twice, the other one may have been meant.
            let same = |other: &&Quantity| other.bound == two.bound && other.same_value(two);
            let mut twins = english.list.iter().filter(same).take(MOST);
            let same = |other: &&Quantity| other.bound == one.bound && other.same_value(one);
            let ours = || chinese.list.iter().filter(same).take(MOST);
            twins.any(|two| ours().any(|one| bound_is_understood((one, chinese), (two, english))))
        }
        (Kind::Bound, (Some(one), Some(two))) => needs_no_twin(one) && needs_none_either(two),
        (Kind::Unit, (Some(one), Some(two))) => {
            unit_is_understood((one, chinese), (two, english))
                || (!in_words && needs_no_twin(one) && needs_none_either(two))
        }
        // A wrong year is another one, whatever else the texts say of years.
        (Kind::Value, (Some(one), Some(two))) if one.measure == two.measure && is_date(one) => {
            is_repeated(one, english) && is_repeated(two, chinese)
        }
        (Kind::Value, (Some(one), Some(two))) if weak(two) && is_in_roman(one, english) => true,
        (Kind::Value, (Some(one), Some(two))) => {
            (!in_words && needs_no_twin(one) && needs_none_either(two))
                || are_places_apart((one, chinese), (two, english))
                || is_per_hectare((one, chinese), (two, english))
                || is_last_age((one, chinese), (two, english))
                || is_times_more((one, chinese), two)
                || is_year_and_half((one, chinese), two)
        }
        (_, (Some(one), None)) => needs_no_twin(one),
        (_, (None, Some(two))) => needs_none_either(two),
        _ => false,
    }
}

fn is_date(one: &Quantity) -> bool {
    matches!(one.measure, Measure::Year | Measure::Month)
}

/// 三个县（区）, `the two districts and the county`
fn are_places_apart((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const PLACES: [&str; 4] = ["县（区）", "县(区)", "区县", "县区"];
    let behind = chinese.behind(one).trim_start_matches('个');
    let counts = PLACES.iter().any(|word| behind.starts_with(word));
    let apart = |word: &str| english.behind(two).trim_start().starts_with(word);
    counts
        && one.value == two.value + Decimal::ONE
        && ["districts and the county", "counties and the district"].iter().any(|one| apart(one))
}

/// 每亩3000元, `CNY 45,000 per hectare`: a hectare has 15 mu.
fn is_per_hectare((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let mu = chinese.before(one, 3).ends_with("每亩") || chinese.behind(one).starts_with("/亩");
    let hectare = ["per hectare", "a hectare", "per ha"];
    let behind = english.behind(two).trim_start();
    let same = one.measure == two.measure && matches!(one.measure, Measure::Money(_));
    same && mu
        && hectare.iter().any(|words| behind.starts_with(words))
        && one.value.checked_mul(Decimal::from(15)) == Some(two.value)
}

/// 增加两倍, `triple`
fn is_times_more((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    one.measure == Measure::Times
        && two.measure == Measure::Times
        && one.value + Decimal::ONE == two.value
        && super::chinese::rises(&chinese.text[..one.range.start])
}

/// 四年零六个月, `four and a half years`
fn is_year_and_half((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    let years = Measure::Unit("years");
    let half = one.measure == years && two.measure == years && two.value == one.value + HALF;
    half && is_half_year(chinese.behind(one))
}

/// What makes half a year more behind a number of years.
fn is_half_year(behind: &str) -> bool {
    let months = behind.trim_start_matches(['零', '又']);
    months.starts_with("六个月") || months.starts_with("6个月")
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// The months of 4年零6个月, where English has `four and a half years`.
pub fn is_half_of_years(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let years = Measure::Unit("years");
    let before = chinese.text[..one.range.start].trim_end_matches(['零', '又']);
    let half = |two: &Quantity| two.measure == years && two.value.fract() == HALF;
    one.measure == Measure::Unit("months")
        && one.value == Decimal::from(6)
        && before.ends_with('年')
        && english.list.iter().any(half)
}

pub type Placed<'q> = (&'q Quantity, Read<'q>);
