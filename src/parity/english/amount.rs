//! In: the tokens of an English text. Out: the amount at a token: a number with its currency, scale and unit.

use std::ops::Range;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::Lookup;
use crate::language::numeral::english;
use crate::parity::numerals::{english_month, english_scale, is_year};
use crate::parity::quantity::{Measure, Strength};
use crate::parity::units::{CURRENCIES, UNITS, Unit};

use super::tokens::{Tokens, begins_with};

/// Words that may stand for a number and mostly do not.
pub const LATENT: [(&str, u32); 6] =
    [("a", 1), ("an", 1), ("single", 1), ("once", 1), ("both", 2), ("pair", 2)];

static SIGNS: LazyLock<Lookup<Measure>> = LazyLock::new(|| {
    let signs = [
        ("%", Measure::Percent),
        ("percentage point", Measure::Points),
        ("percentage-point", Measure::Points),
        ("per cent", Measure::Percent),
        ("percent", Measure::Percent),
        ("‰", Measure::PerMille),
        ("per mille", Measure::PerMille),
        ("per thousand", Measure::PerMille),
        ("times", Measure::Times),
        ("fold", Measure::Times),
    ];
    Lookup::by_first(signs.into_iter())
});
/// Those that may stand behind the number, which signs such as `¥` do not.
static CURRENCY_WORDS: LazyLock<Lookup<&'static str>> = LazyLock::new(|| {
    let words =
        CURRENCIES.iter().flat_map(|(_, code, words)| words.iter().map(|word| (*word, *code)));
    Lookup::by_first(words.filter(|(word, _)| word.len() > 2))
});
/// Those that may stand before the number.
static CURRENCY_NAMES: LazyLock<Lookup<&'static str>> = LazyLock::new(|| {
    let words =
        CURRENCIES.iter().flat_map(|(_, code, words)| words.iter().map(|word| (*word, *code)));
    Lookup::by_first(words.filter(|(word, _)| word.len() > 1))
});
/// With whether they have a plural.
static UNIT_WORDS: LazyLock<Lookup<(&'static Unit, bool)>> = LazyLock::new(|| {
    let words = UNITS.iter().flat_map(|unit| {
        let long = unit.english.iter().map(move |word| (*word, (unit, true)));
        long.chain(unit.short.iter().map(move |word| (*word, (unit, false))))
    });
    Lookup::by_first(words)
});
/// A number and what belongs to it, in tokens.
#[derive(Clone)]
pub struct Amount {
    pub value: Decimal,
    pub measure: Measure,
    pub strength: Strength,
    /// Whether a scale or a unit was said.
    pub named: bool,
    /// How many of its measure the unit is: a thousand kilowatts are a megawatt.
    pub factor: u64,
    /// The first token, and the one behind the last.
    pub tokens: Range<usize>,
}

impl Tokens<'_> {
    /// Whether `May` or `March` at a token is a month by what stands around it: `by the end of March`, `March to June`.
    pub fn is_month(&self, at: usize) -> bool {
        const BEFORE: [&str; 19] = [
            "of", "in", "by", "from", "until", "till", "since", "before", "after", "during",
            "through", "between", "early", "late", "mid", "each", "every", "next", "last",
        ];
        const JOINTS: [&str; 5] = ["to", "and", "or", "until", "through"];
        let joint = |at: usize| JOINTS.contains(&self.word(at)) || self.is_mark(at, ",-–—~");
        let month = |at: usize| english_month(self.word(at)).is_some();
        let behind = joint(at + 1) && month(at + 2);
        let of = ["of each", "of every", "of the following", "of the next"];
        let of = of.iter().any(|words| begins_with(self.rest(at + 1), words, false));
        let before = at > 0 && {
            let mid = at > 1 && self.is_mark(at - 1, "-") && self.lower(at - 2) == "mid";
            let joined = at > 1 && joint(at - 1) && month(at - 2);
            BEFORE.contains(&&*self.lower(at - 1)) || mid || joined
        };
        behind || of || before || self.text.trim() == self.word(at)
    }

    pub fn is_rank_ending(&self, at: usize) -> bool {
        self.glued(at) && matches!(self.word(at), "st" | "nd" | "rd" | "th")
    }

    pub fn year(&self, at: usize) -> Option<Decimal> {
        let (value, plain_four) = self.digits(at)?;
        (plain_four && is_year(value)).then_some(value)
    }
    /// What multiplied a number: `million`.
    pub fn scale_of(&self, amount: &Amount) -> Decimal {
        let words = amount.tokens.clone().filter_map(|at| english_scale(&self.lower(at)));
        let of_unit = Decimal::from(amount.factor);
        words.fold(of_unit, |scale, factor| scale.checked_mul(factor.into()).unwrap_or(scale))
    }

    /// A number with its currency, scale and unit.
    pub fn amount(&self, at: usize) -> Option<Amount> {
        let (currency, number) = match self.currency(at) {
            Some((code, end)) => (Some(code), end),
            None => (None, at),
        };
        let (mut value, strength, mut end) = self.half(number).or_else(|| self.value(number))?;
        let before = end;
        loop {
            let dash = usize::from(self.is_mark(end, "-") && self.glued(end));
            let Some(factor) = english_scale(&self.lower(end + dash)) else { break };
            value = value.checked_mul(factor.into())?;
            end += 1 + dash;
        }
        let scaled = end > before;
        let unit = if currency.is_none() { self.unit(end) } else { None };
        let factor = unit.as_ref().map_or(1, |(_, factor, _)| *factor);
        value = value.checked_mul(factor.into())?;
        let (measure, end, named) = match currency {
            Some(code) => (Measure::Money(code), end, scaled),
            None => {
                let unit = unit.map(|(measure, _, end)| (measure, end));
                let (measure, end, named) = self.measure(number, end, scaled, unit);
                (measure, end, named || scaled)
            }
        };
        let strength = match strength {
            Strength::Words if value == Decimal::ONE => Strength::Latent,
            strength => strength,
        };
        Some(Amount { value, measure, strength, named, factor, tokens: at..end })
    }

    /// `half a million`, `half a percentage point`; but not `half a street`.
    fn half(&self, at: usize) -> Option<(Decimal, Strength, usize)> {
        let whole = self.lower(at) == "half" && matches!(self.word(at + 1), "a" | "an");
        let scaled = || english_scale(&self.lower(at + 2)).is_some();
        (whole && (scaled() || self.unit(at + 2).is_some())).then_some((
            Decimal::new(5, 1),
            Strength::Words,
            at + 2,
        ))
    }

    /// A number in digits or words, and the token behind it.
    pub fn value(&self, at: usize) -> Option<(Decimal, Strength, usize)> {
        if let Some((value, _)) = self.digits(at) {
            return Some((value, Strength::Digits, at + 1));
        }
        let word = self.lower(at);
        if let Some((_, value)) = LATENT.iter().find(|(one, _)| *one == word) {
            return Some(((*value).into(), Strength::Latent, at + 1));
        }
        let value = english(&word).filter(|value| *value > 0)?;
        let ones = self.is_mark(at + 1, "-").then(|| english(&self.lower(at + 2))).flatten();
        let (value, end) = match ones.filter(|ones| value >= 20 && (1..10).contains(ones)) {
            Some(ones) => (value + ones, at + 3),
            None => (value, at + 1),
        };
        // `two and a half times`
        let half = ["and", "a", "half"];
        if half.iter().zip(end..).all(|(word, at)| self.word(at) == *word) {
            return Some((Decimal::from(value) + Decimal::new(5, 1), Strength::Words, end + 3));
        }
        Some((value.into(), Strength::Words, end))
    }

    pub fn currency(&self, at: usize) -> Option<(&'static str, usize)> {
        // `US$5`, `CNY 5`: the number is one or two tokens away.
        self.digits(at + 1).or_else(|| self.digits(at + 2))?;
        let names = CURRENCY_NAMES.beginning(self.rest(at));
        let (word, code) = names.max_by_key(|(word, _)| word.len())?;
        let end = self.behind(at, word.len());
        self.digits(end).map(|_| (code, end))
    }

    /// What a number measures, the token behind it, and whether that is said. `unit` stands behind the number.
    fn measure(
        &self,
        number: usize,
        at: usize,
        scaled: bool,
        unit: Option<(Measure, usize)>,
    ) -> (Measure, usize, bool) {
        if self.is_rank_ending(at) {
            return (Measure::Ordinal, at + 1, true);
        }
        if let Some((measure, end)) = unit {
            return (measure, end, true);
        }
        let year = self.year(number).filter(|_| !scaled);
        if year.is_some() {
            let decade = usize::from(self.glued(at) && self.word(at) == "s");
            return (Measure::Year, at + decade, false);
        }
        let numbered = number > 0
            && (matches!(self.word(number - 1), "Nos")
                || (number > 1 && self.is_mark(number - 1, ".") && self.word(number - 2) == "No"));
        if numbered && !scaled {
            return (Measure::Number, at, true);
        }
        // `by a factor of 4`
        if number > 1 && self.word(number - 1) == "of" && self.word(number - 2) == "factor" {
            return (Measure::Times, at, true);
        }
        (Measure::Count, at, false)
    }

    /// The unit at a token, how many of it the word says, and the token behind it.
    pub fn unit(&self, at: usize) -> Option<(Measure, u64, usize)> {
        let hyphen = usize::from(self.is_mark(at, "-") && self.glued(at));
        let at = at + hyphen;
        // `3 consecutive years`
        const BETWEEN: [&str; 5] = ["consecutive", "successive", "full", "whole", "standard"];
        let at = at + usize::from(BETWEEN.contains(&self.word(at)) && hyphen == 0);
        let rest = self.rest(at);
        let begins = |word: &str, plural| begins_with(rest, word, plural);
        let sign = SIGNS.may_begin(rest).iter().find(|(word, _)| begins(word, true));
        let money = || {
            // `in 2027 CNY 14.5 million`: the currency is that of the number behind it.
            if self.currency(at).is_some() {
                return None;
            }
            let words = CURRENCY_WORDS.may_begin(rest).iter();
            let money = words.filter(|(word, _)| begins(word, true));
            let (word, code) = money.max_by_key(|(word, _)| word.len())?;
            Some((word.len(), Measure::Money(code), 1))
        };
        let unit = || {
            let words = UNIT_WORDS.may_begin(rest).iter();
            // `7,144 second children` counts no seconds.
            let is_rank = |word: &str| {
                let alone = word == "second" && hyphen == 0 && self.word(at) == "second";
                alone && self.word(at.wrapping_sub(1)) != "one"
            };
            let units = words.filter(|(word, (_, plural))| begins(word, *plural) && !is_rank(word));
            let (word, (unit, _)) = units.max_by_key(|(word, _)| word.len())?;
            Some((word.len(), Measure::Unit(unit.name), unit.factor))
        };
        let sign = sign.map(|(word, measure)| (word.len(), measure.clone(), 1));
        let (length, measure, factor) = sign.or_else(money).or_else(unit)?;
        Some((measure, factor, self.behind(at, length)))
    }
}
