//! In: an English text. Out: its quantities, in the order of the text.

mod amount;
mod beginnings;
mod bounds;
mod clause;
mod dates;
mod further;
mod negation;
mod tokens;

use std::ops::Range;

use memchr::{memchr_iter, memrchr};
use rust_decimal::Decimal;

use crate::language::numeral::english;
use crate::model::quantity::Bound;

use super::days;
use super::numerals::{english_rank, is_minus};
use super::quantity::{Bounded, Measure, Quantity, Strength, share_bound};
use super::{Which, verbatim};
use amount::{Amount, LATENT};
use tokens::{Begins, Kind, Tokens, ends_with};

struct Reader<'t> {
    tokens: Tokens<'t>,
    found: Vec<Quantity>,
}

/// The quantities of a text.
pub fn quantities(text: &str, which: Which) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(first) = beginnings::first(text, from, which) {
        let end = sentence_end(text, first);
        let tokens = Tokens::of(text, words_before(text, first).max(from)..end, which);
        let mut reader = Reader { tokens, found };
        reader.read_all();
        (found, from) = (reader.found, end);
    }
    found
}

/// Where the fifth word before that of a place begins: what is said of a quantity by the tokens in front of it stands
/// within them. A token has no space, so that none is cut.
fn words_before(text: &str, place: usize) -> usize {
    const WORDS: usize = 5;
    let mut start = place;
    for _ in 0..=WORDS {
        let before = text[..start].trim_end_matches(' ');
        let Some(space) = memrchr(b' ', before.as_bytes()) else { return 0 };
        start = space + 1;
    }
    start
}

/// Where the sentence ends in which a place is. No quantity goes on in the next one, whatever else a full stop behind a small
/// letter and before a capital may be.
fn sentence_end(text: &str, place: usize) -> usize {
    let bytes = text.as_bytes();
    let ends =
        |at: &usize| matches!(bytes[at - 1..], [b'a'..=b'z' | b')', b'.', b' ', b'A'..=b'Z', ..]);
    let mut stops = memchr_iter(b'.', &bytes[place + 1..]).map(|at| place + 1 + at);
    stops.find(ends).map_or(text.len(), |at| at + 1)
}

impl Reader<'_> {
    fn read_all(&mut self) {
        let mut at = 0;
        while at < self.tokens.list.len() {
            let read = match self.tokens.list[at].begins {
                Begins::Nothing => None,
                Begins::BeforeNumber => self.clause(at).or_else(|| self.range(at)),
                Begins::Anything => self.read(at),
            };
            at = read.unwrap_or(at + 1);
        }
    }

    fn push(&mut self, amount: Amount, bounded: Bounded, end: usize) {
        let Amount { value, measure, strength, .. } = amount;
        let Bounded { bound, or_exactly, begin } = bounded;
        let range = begin..end;
        self.found.push(Quantity { value, measure, bound, or_exactly, strength, range });
    }

    fn push_exactly(&mut self, amount: Amount) {
        let range = self.tokens.bytes(&amount.tokens);
        self.push(amount, Bounded::surely(Bound::Exactly, range.start), range.end);
    }

    fn push_plain(&mut self, value: Decimal, measure: Measure, tokens: Range<usize>) {
        let strength = Strength::Digits;
        self.push_exactly(Amount { value, measure, strength, named: true, factor: 1, tokens });
    }

    /// Reads what begins at a token; the token behind it, where anything does.
    fn read(&mut self, at: usize) -> Option<usize> {
        if let Kind::Verbatim { compared } = self.tokens.list[at].kind {
            if compared {
                let code = verbatim::code(self.tokens.written(at));
                self.push_plain(Decimal::ZERO, Measure::Code(code), at..at + 1);
            }
            return Some(at + 1);
        }
        let number = matches!(self.tokens.list[at].kind, Kind::Number { .. });
        self.clause(at)
            .or_else(|| if number { self.iso_or_clock(at) } else { None })
            .or_else(|| self.date(at))
            .or_else(|| if number { self.named_day(at) } else { self.in_a_word(at) })
            .or_else(|| self.parts(at))
            .or_else(|| self.range(at))
    }

    /// `clause 3.1.1`, `clauses 2 and 3.4.14`, `III(II)6`
    fn clause(&mut self, at: usize) -> Option<usize> {
        let (clauses, end) =
            clause::named(&self.tokens, at).or_else(|| clause::behind_levels(&self.tokens, at))?;
        self.found.extend(clauses);
        Some(end)
    }

    /// `2018-04-11`, `17:30`, `5 pm`
    fn iso_or_clock(&mut self, at: usize) -> Option<usize> {
        let (value, _) = self.tokens.digits(at)?;
        let rest = self.tokens.rest(at);
        if let Some((year, month, day, length)) = super::iso_date(rest) {
            let end = self.tokens.behind(at, length);
            self.push_plain(year.into(), Measure::Year, at..end);
            self.push_plain(month.into(), Measure::Month, at..end);
            self.push_plain(day.into(), Measure::Day, at..end);
            return Some(end);
        }
        let (hour, minutes, mut end) = match super::clock(rest) {
            Some((hour, minutes, length)) => (hour, minutes, self.tokens.behind(at, length)),
            // `2.30 p.m.`
            None if value.scale() == 2 => {
                let minutes = u32::try_from(value.fract() * Decimal::ONE_HUNDRED).ok()?;
                let hour = u32::try_from(value.trunc()).ok()?;
                (hour, Some(minutes).filter(|all| hour <= 12 && *all < 60)?, at + 1)
            }
            None => (u32::try_from(value).ok().filter(|hour| *hour <= 24)?, 0, at + 1),
        };
        let half = self.tokens.lower(end);
        let dotted = self.tokens.rest(end).get(..4).unwrap_or("");
        let (is_pm, is_am) = (
            half == "pm" || dotted.eq_ignore_ascii_case("p.m."),
            half == "am" || dotted.eq_ignore_ascii_case("a.m."),
        );
        if !is_pm && !is_am && super::clock(rest).is_none() {
            return None;
        }
        if is_pm || is_am {
            end = if half.len() == 2 { end + 1 } else { end + 4 }.min(self.tokens.list.len());
        }
        let hour = if is_pm && hour < 12 { hour + 12 } else { hour };
        self.push_plain((hour * 60 + minutes).into(), Measure::Clock, at..end);
        Some(end)
    }

    /// “3·15”, also with a full stop
    fn named_day(&mut self, at: usize) -> Option<usize> {
        let start = self.tokens.list[at].range.start;
        let (month, day, length) = days::at(self.tokens.text, start)?;
        let end = self.tokens.behind(at, length);
        self.push_plain(days::value(month, day), Measure::NamedDay(month, day), at..end);
        Some(end)
    }

    /// A quantity in one word: `double`, `third`, `twentieth`.
    fn in_a_word(&mut self, at: usize) -> Option<usize> {
        let word = self.tokens.lower(at);
        let fold = || english(word.strip_suffix("fold")?);
        let times = beginnings::times(&word).or_else(fold);
        let (value, measure) = match times {
            Some(times) => (times, Measure::Times),
            None => (english_rank(&word)?, Measure::Ordinal),
        };
        // `first` is more often a word than a number.
        let strength = if value == 1 { Strength::Latent } else { Strength::Words };
        let tokens = at..at + 1;
        let value = value.into();
        let end = self.tokens.list[at].range.end;
        let bounded = self.tokens.bound_of_times(&word, &tokens, &measure, strength);
        self.push(
            Amount { value, measure, strength, named: true, factor: 1, tokens },
            bounded,
            end,
        );
        Some(at + 1)
    }

    /// `1/3`, `one third`, `two-thirds`
    fn parts(&mut self, at: usize) -> Option<usize> {
        if let (Some((value, _)), true, Some((of, _))) = (
            self.tokens.digits(at),
            self.tokens.is_mark(at + 1, "/") && self.tokens.glued(at + 1),
            self.tokens.digits(at + 2),
        ) {
            self.push_plain(value, Measure::Parts(of), at..at + 3);
            return Some(at + 3);
        }
        if let Some(end) = self.one_in(at) {
            return Some(end);
        }
        let word = self.tokens.lower(at);
        let value =
            if word == "a" { Some(1) } else { english(&word) }.filter(|value| *value > 0)?;
        let dash = usize::from(self.tokens.is_mark(at + 1, "-"));
        let part = self.tokens.lower(at + 1 + dash);
        // `by a third`, `a quarter of the cost`, `a fifth more`
        let share = self.tokens.word(at.wrapping_sub(1)) == "by"
            || matches!(self.tokens.word(at + 2 + dash), "of" | "more" | "less" | "fewer");
        let of = match part.trim_end_matches('s') {
            // Others are of a year.
            "quarter" => share.then_some(4)?,
            // `a fifth plant`
            _ if word == "a" && !share => return None,
            // `six third prizes`
            _ if value > 1 && dash == 0 && !part.ends_with('s') => return None,
            part => english_rank(part).filter(|of| *of > 2)?,
        };
        Some(self.push_parts(value.into(), of.into(), at..at + 2 + dash))
    }

    /// Parts of a whole in words, with the bound before them; the token behind them.
    fn push_parts(&mut self, value: Decimal, of: Decimal, tokens: Range<usize>) -> usize {
        let (measure, strength) = (Measure::Parts(of), Strength::Words);
        let amount = Amount { value, measure, strength, named: true, factor: 1, tokens };
        let (bounded, behind) = self.bounded(&amount);
        self.push(amount, bounded, self.tokens.list[behind - 1].range.end);
        behind
    }

    /// `one in 15 of them`; but not `one in three years`.
    fn one_in(&mut self, at: usize) -> Option<usize> {
        let one =
            matches!(&*self.tokens.lower(at), "one" | "1") && self.tokens.word(at + 1) == "in";
        let of = if one { self.tokens.amount(at + 2)? } else { return None };
        let share = of.measure == Measure::Count && of.value > Decimal::TWO;
        (share && of.strength != Strength::Latent)
            .then(|| self.push_parts(Decimal::ONE, of.value, at..of.tokens.end))
    }

    /// One number, or two that share a unit: `3 to 5 per cent`.
    fn range(&mut self, at: usize) -> Option<usize> {
        let first = self.tokens.amount(at)?;
        if let Some(end) = self.short_year(&first) {
            return Some(end);
        }
        let Some(second) = self.second(&first) else { return Some(self.one(first)) };
        // `an increase of 2,000 or 25%` says the same twice.
        let or = self.tokens.word(first.tokens.end) == "or";
        let twice = or && self.tokens.is_mark(second.tokens.end - 1, "%");
        // `one` alone may be a pronoun; `one to three months` is no such thing.
        let mut first = first;
        if !or && first.value == Decimal::ONE && first.strength == Strength::Latent {
            first.strength = Strength::Words;
        }
        let (first, second) = if twice { (first, second) } else { self.share_unit(first, second) };
        self.one(first);
        let (mut bounded, end) = self.bounded(&second);
        // `within 3 to 5 days` bounds both; but not `from more than 3 to 5`.
        if let Some(first) = self.found.last_mut().filter(|_| !or) {
            let before = self.tokens.text[..first.range.start].trim_end();
            if first.measure == second.measure && !ends_with(before, "from") {
                share_bound(first, &mut bounded);
            }
        }
        self.push(second, bounded, self.tokens.list[end - 1].range.end);
        Some(end)
    }

    /// `2026–27`
    fn short_year(&mut self, first: &Amount) -> Option<usize> {
        let joint = first.tokens.end;
        let glued = self.tokens.glued(joint) && self.tokens.glued(joint + 1);
        let dash = glued && self.tokens.is_mark(joint, "-–/");
        let (short, _) = self.tokens.digits(joint + 1).filter(|_| dash)?;
        let next = first.value + Decimal::ONE;
        let two = self.tokens.written(joint + 1).len() == 2;
        (two && first.measure == Measure::Year && short == next % Decimal::ONE_HUNDRED).then(|| {
            self.one(first.clone());
            self.push_plain(next, Measure::Year, joint + 1..joint + 2);
            joint + 2
        })
    }

    /// The second number of a range, with a dash, `to` or `or` before it; or `and` behind `between`.
    fn second(&self, first: &Amount) -> Option<Amount> {
        const DASHES: &str = "-–—~";
        // `a` or `both` never begins a range.
        let begin = self.tokens.lower(first.tokens.start);
        if LATENT.iter().any(|(word, _)| *word == begin) {
            return None;
        }
        let joint = first.tokens.end;
        let dash = self.tokens.is_mark(joint, DASHES);
        let before = first.tokens.start.checked_sub(1);
        let between = before.is_some_and(|at| self.tokens.lower(at) == "between")
            && self.tokens.word(joint) == "and";
        if !dash && !between && !matches!(self.tokens.word(joint), "to" | "or") {
            return None;
        }
        let second = self.tokens.amount(joint + 1)?;
        // From 15% to 18–20%: the second belongs to a range of its own.
        let end = second.tokens.end;
        let another =
            !dash && self.tokens.is_mark(end, DASHES) && self.tokens.digits(end + 1).is_some();
        (second.strength != Strength::Latent && !another).then_some(second)
    }

    /// What is said at only one number of a range holds for both: `3 to 5 per cent`, `CNY 3–5 million`.
    fn share_unit(&self, mut first: Amount, mut second: Amount) -> (Amount, Amount) {
        // `from 960,000 to 1.21 million`
        let bare = !first.named
            && first.strength == second.strength
            && first.value < Decimal::ONE_THOUSAND;
        let money = matches!(first.measure, Measure::Money(_)) && second.measure == Measure::Count;
        if bare && (money || (first.measure == Measure::Count && second.named)) {
            let scale = self.tokens.scale_of(&second);
            first.value = first.value.checked_mul(scale).unwrap_or(first.value);
        }
        if money {
            second.measure = first.measure.clone();
        } else if bare && second.named && first.measure == Measure::Count {
            first.measure = second.measure.clone();
        }
        (first, second)
    }

    fn one(&mut self, mut amount: Amount) -> usize {
        let start = self.tokens.list[amount.tokens.start].range.start;
        if amount.measure == Measure::Unit("°C") && is_minus(&self.tokens.text[..start]) {
            amount.value = -amount.value;
        }
        let (bounded, end) = self.bounded(&amount);
        self.push(amount, bounded, self.tokens.list[end - 1].range.end);
        end
    }

    /// The bound of an amount, and the token behind the two.
    fn bounded(&self, amount: &Amount) -> (Bounded, usize) {
        let mut bounded =
            self.tokens.bound_before(&amount.tokens, &amount.measure, amount.strength);
        let (start, mut end) = (amount.tokens.start, amount.tokens.end);
        let of_rate = start > 0 && self.tokens.word(start - 1) == "per";
        // `a maximum temperature of 35 °C or more`
        if (bounded.bound == Bound::Exactly || bounded.or_exactly) && !of_rate {
            let (behind, bound) = self.tokens.bound_behind(end, &amount.measure);
            if bound != Bound::Exactly {
                (end, bounded.bound, bounded.or_exactly) = (behind, bound, false);
            }
        }
        (bounded, end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_give_what_the_whole_gives(
            words in proptest::collection::vec(proptest::sample::select(vec![
                "in", "the", "No", "Nos", "a", "both", "factor", "of", "CNY", "US$5", "5", "2025", "3.1.1", "clauses",
                "and", "to", "at", "least", "May", "third", "one", "p.m.", "million", "per", "cent", "or", "more", "IV",
                "https://a.cn/may", "PM2.5", "ends. The", "5. The", "more. 5", "May. In", "ends) by.", "(may). A", ",",
                "-", "é. B", "x.y@z.cn. By", "years. Two",
                "fewer", "than", "points", "March", "June", "within", "walk", "twice", "no", "shall", "longer", "%",
            ]), 0..24),
            glued in proptest::collection::vec(any::<bool>(), 24),
        ) {
            let text: String = words.iter().zip(&glued).flat_map(|(word, glued)| {
                [*word, if *glued && word.len() < 3 { "" } else { " " }]
            }).collect();
            for which in [Which::Sure, Which::All] {
                let tokens = Tokens::of(&text, 0..text.len(), which);
                let mut whole = Reader { tokens, found: Vec::new() };
                whole.read_all();
                prop_assert_eq!(quantities(&text, which), whole.found, "{}", text);
            }
        }
    }
}
