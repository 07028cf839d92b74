//! In: the quantities of a text and of its translation. Out: those that have no counterpart, each with what may have been
//! meant.

use crate::diagnostic::translation::QuantityKind as Kind;
use crate::model::quantity::Bound;

use super::quantity::{Quantity, Strength};

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

/// One side while it is matched.
struct Side {
    list: Vec<Option<Quantity>>,
}

impl Side {
    fn new(list: Vec<Quantity>) -> Self {
        Self { list: list.into_iter().map(Some).collect() }
    }

    /// What is left, with its place.
    fn left(&self) -> impl Iterator<Item = (usize, &Quantity)> {
        self.list.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_ref()?)))
    }
}

/// Where the quantities of two texts differ, without regard to their order.
pub fn compare(source: Vec<Quantity>, target: Vec<Quantity>) -> Vec<Difference> {
    let (mut source, mut target) = (Side::new(source), Side::new(target));
    let mut differences = Vec::new();
    // What is sure comes first, so that a word never takes the counterpart of a figure.
    take(&mut source, &mut target, |one, two| {
        same(one, two) && at_least(one, two, Strength::Digits)
    });
    take(&mut source, &mut target, |one, two| {
        same(one, two) && at_least(one, two, Strength::Words)
    });
    take(&mut source, &mut target, |one, two| {
        same(one, two) || (is_latent(one, two) && is_plain(one, two) && one.same_value(two))
    });
    let digits = |one: &Quantity, two: &Quantity| {
        one.strength == Strength::Digits || two.strength == Strength::Digits
    };
    let kinds: [(Kind, Fits); 3] = [
        (Kind::Bound, |one, two| one.same_value(two)),
        (Kind::Unit, |one, two| one.value == two.value && !one.value.is_zero()),
        (Kind::Value, |one, two| one.measure.is_like(&two.measure)),
    ];
    for (kind, fits) in kinds {
        let pairs = take(&mut source, &mut target, |one, two| {
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

/// Takes pairs out of both sides, each with the first that fits, and gives them.
fn take(
    source: &mut Side,
    target: &mut Side,
    fits: impl Fn(&Quantity, &Quantity) -> bool,
) -> Vec<(Quantity, Quantity)> {
    let mut pairs = Vec::new();
    for at in 0..source.list.len() {
        let Some(one) = source.list[at].as_ref() else { continue };
        let found = target.left().find(|(_, two)| fits(one, two)).map(|(place, _)| place);
        if let Some((one, two)) =
            found.and_then(|place| Some((source.list[at].take()?, target.list[place].take()?)))
        {
            pairs.push((one, two));
        }
    }
    pairs
}

fn is_latent(one: &Quantity, two: &Quantity) -> bool {
    one.strength == Strength::Latent || two.strength == Strength::Latent
}

fn at_least(one: &Quantity, two: &Quantity, strength: Strength) -> bool {
    one.strength >= strength && two.strength >= strength
}

fn same(one: &Quantity, two: &Quantity) -> bool {
    one.same_value(two) && one.bound == two.bound
}

/// What may be a quantity never stands for one with a bound.
fn is_plain(one: &Quantity, two: &Quantity) -> bool {
    one.bound == Bound::Exactly && two.bound == Bound::Exactly
}
