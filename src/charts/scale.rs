//! In: exact figures. Out: exact ticks for an axis, and places for figures. Only places are floating
//! point; what is printed stays a decimal.

use rust_decimal::Decimal;

use crate::language::Voice;
use crate::model::quantity::{Bound, Quantity};

/// The figure as a number to place it by. The powers of ten are exact or, beyond 22, the same everywhere.
pub fn place(value: Decimal) -> f64 {
    let power = (0..value.scale()).fold(1.0, |power: f64, _| power * 10.0);
    value.mantissa() as f64 / power
}

/// The lowest and the highest figure that a quantity names.
pub fn ends(quantity: &Quantity) -> (Decimal, Decimal) {
    match quantity.bound {
        Bound::To(end) => (quantity.value.min(end), quantity.value.max(end)),
        _ => (quantity.value, quantity.value),
    }
}

/// An axis from its first to its last tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks(pub Vec<Decimal>);

impl Ticks {
    /// At most about `most` ticks in steps of 1, 2 or 5 times a power of ten, around all `values`. Zero is
    /// the first tick where the figures come near it, and where all are equal.
    pub fn around(values: impl Iterator<Item = Decimal> + Clone, most: u32) -> Self {
        let (Some(mut low), Some(mut high)) = (values.clone().min(), values.max()) else {
            return Self(vec![Decimal::ZERO, Decimal::ONE]);
        };
        let spread = high.saturating_sub(low);
        if low > Decimal::ZERO && (spread.is_zero() || spread > low) {
            low = Decimal::ZERO;
        } else if high < Decimal::ZERO && (spread.is_zero() || spread > -high) {
            high = Decimal::ZERO;
        }
        if low == high {
            high = Decimal::ONE;
        }
        Self::nice(low, high, most.max(1)).unwrap_or_else(|| Self::plain(low, high))
    }

    fn nice(low: Decimal, high: Decimal, most: u32) -> Option<Self> {
        let step = step(high.checked_sub(low)?.checked_div(Decimal::from(most))?)?;
        let first = low.checked_div(step)?.floor().checked_mul(step)?;
        // All with as many decimals as the step has.
        let decimals = step.normalize().scale();
        let written = |mut tick: Decimal| {
            tick.rescale(decimals);
            tick
        };
        let mut ticks = vec![written(first)];
        let mut last = first;
        while last < high && ticks.len() < most as usize + 3 {
            last = last.checked_add(step)?;
            ticks.push(written(last));
        }
        (last >= high && first <= low).then_some(Self(ticks))
    }

    /// Where the figures are so large that no step can be counted: the ends, and zero between them.
    fn plain(low: Decimal, high: Decimal) -> Self {
        let zero = (low < Decimal::ZERO && high > Decimal::ZERO).then_some(Decimal::ZERO);
        Self([Some(low), zero, Some(high)].into_iter().flatten().collect())
    }

    /// The first and the last tick.
    pub fn range(&self) -> (f64, f64) {
        let end = |tick: Option<&Decimal>| tick.copied().map_or(0.0, place);
        (end(self.0.first()), end(self.0.last()))
    }

    pub fn starts_at_zero(&self) -> bool {
        let zero = |tick: Option<&Decimal>| tick.is_some_and(Decimal::is_zero);
        let inside = self.0.first() < Some(&Decimal::ZERO) && self.0.last() > Some(&Decimal::ZERO);
        inside || zero(self.0.first()) || zero(self.0.last())
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50, … and their fractions that is not below `least`.
fn step(least: Decimal) -> Option<Decimal> {
    let small = (1..=28).rev().map(|scale| Decimal::new(1, scale));
    let large = (0..=28).scan(Decimal::ONE, |power, _| {
        let this = *power;
        *power = power.saturating_mul(Decimal::TEN);
        Some(this)
    });
    // Five times a power below the tenth is less than half of `least`.
    let tenth = least.checked_div(Decimal::TEN)?;
    let powers = small.chain(large).skip_while(|power| *power < tenth);
    let steps = powers.flat_map(|power| [1, 2, 5].map(|m| power.checked_mul(Decimal::from(m))));
    steps.flatten().find(|step| *step >= least)
}

/// A figure for an axis, in at most `room` hundredths of the letter height; one that is longer is written
/// with a power of ten, which is exact as ticks have one digit that counts.
pub fn short(voice: &Voice<'_>, value: Decimal, room: f64, size: f64) -> String {
    let full = voice.number(value);
    if super::measure::width(&full, size) <= room {
        return full;
    }
    let value = value.normalize();
    let digits = value.mantissa().unsigned_abs().to_string();
    let shown = digits.trim_end_matches('0');
    let power = digits.len() as i64 - 1 - i64::from(value.scale());
    let sign = if value.is_sign_negative() { "−" } else { "" };
    let about = if shown.len() > 3 { "≈" } else { "" };
    let (head, tail) = shown.split_at(1.min(shown.len()));
    let tail = &tail[..tail.len().min(2)];
    let point = if tail.is_empty() { "" } else { "." };
    format!("{about}{sign}{head}{point}{tail}×10{}", raised(power))
}

fn raised(power: i64) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| match c.to_digit(10) {
        Some(digit) => DIGITS[digit as usize],
        None => '⁻',
    };
    power.to_string().chars().map(digit).collect()
}

/// A quantity in as few characters as can be: bounds as signs.
pub fn signed(voice: &Voice<'_>, quantity: &Quantity) -> String {
    let value = voice.number(quantity.value);
    match quantity.bound {
        Bound::Exactly => value,
        Bound::AtLeast => format!("≥{value}"),
        Bound::MoreThan => format!(">{value}"),
        Bound::AtMost => format!("≤{value}"),
        Bound::LessThan => format!("<{value}"),
        Bound::About => format!("≈{value}"),
        Bound::To(end) => format!("{value}–{}", voice.number(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[&str]) -> Vec<String> {
        let values: Vec<Decimal> = values.iter().map(|value| value.parse().unwrap()).collect();
        Ticks::around(values.iter().copied(), 5).0.iter().map(Decimal::to_string).collect()
    }

    #[test]
    fn ticks_are_round_and_exact() {
        assert_eq!(ticks(&["318", "600"]), ["300", "400", "500", "600"]);
        assert_eq!(ticks(&["0.1", "0.3"]), ["0.0", "0.1", "0.2", "0.3"]);
        assert_eq!(ticks(&["438", "438"]), ["0", "100", "200", "300", "400", "500"]);
        assert_eq!(ticks(&["0"]), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(ticks(&["-7", "-7"]), ["-8", "-6", "-4", "-2", "0"]);
        assert_eq!(ticks(&["97.1", "98.6"]), ["97.0", "97.5", "98.0", "98.5", "99.0"]);
    }

    #[test]
    fn ticks_enclose_all_figures_whatever_they_are() {
        let (max, tiny) = (Decimal::MAX, Decimal::new(1, 28));
        for values in [vec![], vec![max], vec![-max, max], vec![tiny], vec![tiny, max], vec![-tiny]]
        {
            let ticks = Ticks::around(values.iter().copied(), 5).0;
            assert!(ticks.is_sorted() && ticks.len() >= 2 && ticks.len() <= 8, "{ticks:?}");
            assert!(values.iter().all(|v| ticks[0] <= *v && v <= ticks.last().unwrap()));
        }
    }

    #[test]
    fn powers_are_written_small() {
        assert_eq!(raised(-12), "⁻¹²");
        assert_eq!(place(Decimal::new(-125, 2)), -1.25);
    }
}
