//! In: the quantities of a text and of its translation. Out: those that have no counterpart, each with what may have been
//! meant.

use std::collections::VecDeque;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::diagnostic::translation::QuantityKind as Kind;
use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity, Strength};

/// A quantity that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub kind: Kind,
    /// In the authoritative text.
    pub source: Option<Quantity>,
    /// In the translation.
    pub target: Option<Quantity>,
}

/// Whether two quantities may be each other's mistake.
type Fits = fn(&Quantity, &Quantity) -> bool;

/// What two quantities have in common at least, where one can be the other's counterpart or mistake.
#[derive(Clone, Copy)]
enum Shared {
    Value,
    /// The sort of measure.
    Sort,
}

/// One side while it is matched.
struct Side {
    list: Vec<Option<Quantity>>,
}

impl Side {
    fn new(list: Vec<Quantity>) -> Self {
        Self { list: list.into_iter().map(Some).collect() }
    }

    fn is_matched(&self) -> bool {
        self.list.iter().all(Option::is_none)
    }

    /// What is left, with its place.
    fn left(&self) -> impl Iterator<Item = (usize, &Quantity)> {
        self.list.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_ref()?)))
    }
}

/// Where the quantities of two texts differ, without regard to their order.
/// `named` are the units that each of the texts names.
pub fn compare(
    source: Vec<Quantity>,
    target: Vec<Quantity>,
    named: (&[Measure], &[Measure]),
) -> Vec<Difference> {
    let (mut source, mut target) = (Side::new(source), Side::new(target));
    let mut differences = Vec::new();
    let digits = |one: &Quantity, two: &Quantity| {
        one.strength == Strength::Digits || two.strength == Strength::Digits
    };
    // What is sure comes first, so that a word never takes the counterpart of a figure.
    take(&mut source, &mut target, Shared::Value, |one, two| {
        let same = one.bound == two.bound && one.or_exactly == two.or_exactly;
        same && one.says(two) && at_least(one, two, Strength::Digits)
    });
    // Nearly all texts agree in this way.
    if source.is_matched() && target.is_matched() {
        return differences;
    }
    take(&mut source, &mut target, Shared::Value, |one, two| {
        one.says(two) && at_least(one, two, Strength::Digits)
    });
    // 3处 are `three` before 三个 are, if it stands where they do.
    let ends = (end(&source), end(&target));
    take(&mut source, &mut target, Shared::Value, |one, two| {
        one.says(two)
            && digits(one, two)
            && at_least(one, two, Strength::Words)
            && is_near((one, ends.0), (two, ends.1))
    });
    take(&mut source, &mut target, Shared::Value, |one, two| {
        one.says(two) && at_least(one, two, Strength::Words)
    });
    // 五级航道不低于5米 and `5 m on Class V`: the metres belong together, whatever their bounds.
    let bounds = take(&mut source, &mut target, Shared::Value, |one, two| {
        let unit = matches!(one.measure, Measure::Unit(_) | Measure::Money(_));
        unit && one.measure == two.measure
            && one.same_value(two)
            && at_least(one, two, Strength::Digits)
    });
    take(&mut source, &mut target, Shared::Value, |one, two| {
        !is_latent(one, two) && one.says_without_unit(two, named)
    });
    take(&mut source, &mut target, Shared::Value, |one, two| {
        one.says(two) || (is_latent(one, two) && is_plain(one, two) && one.same_value(two))
    });
    let kinds: [(Kind, Shared, Fits); 3] = [
        (Kind::Bound, Shared::Value, |one, two| one.same_value(two)),
        (Kind::Unit, Shared::Value, |one, two| {
            one.value == two.value && !one.value.is_zero() && !are_parts_and_times(one, two)
        }),
        (Kind::Value, Shared::Sort, |one, two| {
            one.measure.is_like(&two.measure) && !are_parts_and_times(one, two)
        }),
    ];
    for (one, two) in bounds {
        differences.push(Difference { kind: Kind::Bound, source: Some(one), target: Some(two) });
    }
    for (kind, shared, fits) in kinds {
        let pairs = take(&mut source, &mut target, shared, |one, two| {
            fits(one, two)
                && !is_latent(one, two)
                && (digits(one, two) || one.measure.is_like(&two.measure))
        });
        for (one, two) in pairs {
            differences.push(Difference { kind, source: Some(one), target: Some(two) });
        }
    }
    let alone =
        |side: Side| side.list.into_iter().flatten().filter(|one| one.strength == Strength::Digits);
    for one in alone(source) {
        differences.push(Difference { kind: Kind::Missing, source: Some(one), target: None });
    }
    for one in alone(target) {
        differences.push(Difference { kind: Kind::Extra, source: None, target: Some(one) });
    }
    differences
}

/// Two of three parts are not taken for `twice`.
fn are_parts_and_times(one: &Quantity, two: &Quantity) -> bool {
    let both = |one: &Quantity, two: &Quantity| {
        matches!((&one.measure, &two.measure), (Measure::Parts(_), Measure::Times))
    };
    one.value == two.value && (both(one, two) || both(two, one))
}

/// Takes pairs out of both sides, each with the first that fits, and gives them.
fn take(
    source: &mut Side,
    target: &mut Side,
    shared: Shared,
    fits: impl Fn(&Quantity, &Quantity) -> bool,
) -> Vec<(Quantity, Quantity)> {
    /// With more quantities on both sides than this, looking at each of them for each would take too long.
    const MANY: usize = 128;
    let many = source.list.len().min(target.list.len()) > MANY;
    let mut candidates = many.then(|| Candidates::new(target, shared));
    let mut pairs = Vec::new();
    for at in 0..source.list.len() {
        let Some(one) = source.list[at].as_ref() else { continue };
        let found = match &mut candidates {
            Some(candidates) => candidates.take(one, target, &fits),
            None => target.left().find(|(_, two)| fits(one, two)).map(|(place, _)| place),
        };
        if let Some((one, two)) =
            found.and_then(|place| Some((source.list[at].take()?, target.list[place].take()?)))
        {
            pairs.push((one, two));
        }
    }
    pairs
}

/// The places of the quantities of a long text, by what they share with their counterparts.
struct Candidates {
    shared: Shared,
    places: FxHashMap<(Decimal, usize), VecDeque<usize>>,
}

impl Candidates {
    fn new(side: &Side, shared: Shared) -> Self {
        let mut candidates = Self { shared, places: FxHashMap::default() };
        for (place, quantity) in side.left() {
            candidates.places.entry(candidates.key(quantity)).or_default().push_back(place);
        }
        candidates
    }

    fn key(&self, quantity: &Quantity) -> (Decimal, usize) {
        match self.shared {
            Shared::Value => (quantity.value, 0),
            Shared::Sort => (Decimal::ZERO, quantity.measure.sort()),
        }
    }

    /// The first that fits; of very many that share so much, only the first ones are looked at.
    fn take(
        &mut self,
        one: &Quantity,
        side: &Side,
        fits: impl Fn(&Quantity, &Quantity) -> bool,
    ) -> Option<usize> {
        const MOST: usize = 256;
        let places = self.places.get_mut(&self.key(one))?;
        let fitting = |place: &usize| side.list[*place].as_ref().is_some_and(|two| fits(one, two));
        let at = places.iter().take(MOST).position(fitting)?;
        places.remove(at)
    }
}

/// Where the last quantity of a text ends.
fn end(side: &Side) -> usize {
    side.left().map(|(_, one)| one.range.end).max().unwrap_or(0)
}

/// Whether two quantities stand about as far from the beginning, each in a text whose last quantity ends at a byte.
fn is_near((one, end): (&Quantity, usize), (two, other_end): (&Quantity, usize)) -> bool {
    /// In hundredths of the text.
    const NEAR: usize = 15;
    let share = |start: usize, end: usize| start * 100 / end.max(1);
    share(one.range.start, end).abs_diff(share(two.range.start, other_end)) <= NEAR
}

fn is_latent(one: &Quantity, two: &Quantity) -> bool {
    one.strength == Strength::Latent || two.strength == Strength::Latent
}

fn at_least(one: &Quantity, two: &Quantity, strength: Strength) -> bool {
    one.strength >= strength && two.strength >= strength
}

/// What may be a quantity never stands for one with a bound.
fn is_plain(one: &Quantity, two: &Quantity) -> bool {
    one.bound == Bound::Exactly && two.bound == Bound::Exactly
}
