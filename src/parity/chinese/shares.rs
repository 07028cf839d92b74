//! In: a Chinese text that is being read, and a place in it. Out: the share that begins there: 百分之十五, 1/3, 7.3/10万.

use rust_decimal::Decimal;

use crate::model::quantity::Bound;
use crate::parity::numerals::{self, Read, starts_with_digit};
use crate::parity::quantity::{Measure, Strength};

use super::Reader;
use super::bounds::{bound_before, bound_behind};

impl Reader<'_> {
    /// 百分之十五, 千分之3, 三分之二, 1/3
    pub(super) fn parts(&mut self, at: usize, digits: Option<Read>) -> Option<usize> {
        let rest = &self.text[at..];
        let any = |text: &str| numerals::digits(text).or_else(|| numerals::chinese(text));
        let of = digits.or_else(|| numerals::chinese(rest))?;
        let mark = ["分之", "/"].into_iter().find(|mark| rest[of.length..].starts_with(mark))?;
        let value = any(&rest[of.length + mark.len()..])?;
        let length = of.length + mark.len() + value.length;
        let (scale, scaled) = numerals::chinese_scale(&rest[length..]);
        if mark == "/" && scaled > 0 {
            let many = value.value.checked_mul(scale)?;
            return Some(self.rate(at, of, many, length + scaled));
        }
        let strength = if starts_with_digit(rest) { Strength::Digits } else { Strength::Words };
        let (value, measure) = match (mark, of.value) {
            ("/", _) => (of.value, Measure::Parts(value.value)),
            (_, hundred) if hundred == Decimal::ONE_HUNDRED => (value.value, Measure::Percent),
            (_, thousand) if thousand == Decimal::ONE_THOUSAND => (value.value, Measure::PerMille),
            (_, of) if of == Decimal::from(10_000) => {
                (value.value / Decimal::ONE_HUNDRED, Measure::Percent)
            }
            (_, of) => (value.value, Measure::Parts(of)),
        };
        let (bound, behind) = bound_behind(&self.text[at + length..], &measure);
        let bounded = bound_before(self.place(at), bound, &measure);
        self.push(value, measure, bounded, strength, at + length + behind);
        Some(length + behind)
    }

    /// 7.3/10万: so many of every hundred thousand. In 1/10万, the unit of a table, the one says nothing.
    fn rate(&mut self, at: usize, number: Read, many: Decimal, length: usize) -> usize {
        let (bound, behind) = bound_behind(&self.text[at + length..], &Measure::Count);
        let bounded = bound_before(self.place(at), bound, &Measure::Count);
        let one = number.value == Decimal::ONE && bounded.bound == Bound::Exactly;
        let strength = if one { Strength::Latent } else { Strength::Digits };
        self.push(number.value, Measure::Count, bounded, strength, at + number.length);
        self.push_plain(many, Measure::Count, at + number.length, length - number.length);
        length + behind
    }
}
