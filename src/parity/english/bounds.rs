//! In: the tokens of an English text and a number in it. Out: the bounds around the number.

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::Lookup;
use crate::model::quantity::Bound;
use crate::parity::Which;
use crate::parity::numerals::{english_month, english_scale};
use crate::parity::quantity::{Bounded, Measure, Strength};
use crate::parity::units::{BEFORE_ENGLISH, BEHIND_ENGLISH};

use super::beginnings;
use super::further::{further_bound, is_compared_limit, without_aside};
use super::negation::negated;
use super::tokens::{Begins, Kind, Token, Tokens, begins_with, ends_with, in_small_letters};

static BOUNDS_BEFORE: LazyLock<Lookup<Bound>> =
    LazyLock::new(|| Lookup::by_last(BEFORE_ENGLISH.iter().copied()));

static BOUNDS_BEHIND: LazyLock<Lookup<Bound>> =
    LazyLock::new(|| Lookup::by_first(BEHIND_ENGLISH.iter().copied()));

/// The bound at the beginning of a text.
fn behind(rest: &str) -> Option<(&'static str, Bound)> {
    BOUNDS_BEHIND.beginning(rest).find(|(word, _)| begins_with(rest, word, false))
}

impl Tokens<'_> {
    /// The bound in front of a number.
    pub fn bound_before(
        &self,
        number: &Range<usize>,
        measure: &Measure,
        strength: Strength,
    ) -> Bounded {
        let begin = self.list[number.start].range.start;
        let none = Bounded::surely(Bound::Exactly, begin);
        if !measure.takes_bound() {
            return none;
        }
        // A bound stands right before the number.
        let from = self.text.floor_char_boundary(begin.saturating_sub(48));
        let mut text = self.text[from..begin].trim_end().trim_end_matches('−').trim_end();
        let mut the = false;
        const SKIPPED: [&str; 9] = [
            " the",
            " that",
            " this",
            " a total of",
            " an additional",
            " another",
            " a further",
            " the next",
            " the following",
        ];
        for skip in SKIPPED {
            // A byte tells nearly always that it is another word.
            if skip.as_bytes().last() == text.as_bytes().last()
                && let Some(rest) = text.strip_suffix(skip)
            {
                the |= skip == " the";
                text = rest.trim_end();
            }
        }
        let mut small = [0; 64];
        let text = in_small_letters(without_aside(text), &mut small);
        // What comes at least every 12 minutes comes within them.
        let in_time = matches!(measure, Measure::Unit("minutes" | "hours" | "days" | "seconds"));
        if in_time && text.ends_with("at least every") {
            let begin = from + text.len() - "at least every".len();
            return Bounded { bound: Bound::AtMost, or_exactly: true, begin };
        }
        // `below the maximum of CNY 200,000`
        if is_compared_limit(text) {
            return Bounded { bound: Bound::LessThan, or_exactly: true, begin };
        }
        let word = BOUNDS_BEFORE
            .ending(text)
            .filter(|(word, _)| ends_with(text, word))
            .max_by_key(|(word, _)| word.len());
        let Some((word, bound)) = word else {
            let further = further_bound(text);
            return further.map_or(none, |(bound, or_exactly)| Bounded {
                bound,
                or_exactly,
                begin,
            });
        };
        let place = from + text.len() - word.len();
        // `adds up to CNY 500,000 to the investment`
        let added = word == "up to" && self.word(number.end) == "to";
        if !added && is_other_sense(word, text, measure, strength) {
            return none;
        }
        if !matches!(bound, Bound::MoreThan | Bound::LessThan) {
            // `within 5 working days and complex ones within 15`
            let alone = word == "within" && *measure == Measure::Count;
            // No sentence begins with a number: `Some 112 leave each year` may be 112.
            let alone = alone || self.text[..begin].ends_with("Some ");
            let or_exactly = alone || LOOSE.contains(&word);
            return Bounded { bound, or_exactly, begin: place };
        }
        if self.compares(place, number, the) {
            // `70% above CNY 100,000` may be 70% of what is above it.
            let part = matches!(word, "above" | "below") && self.text[..place].ends_with("% ");
            let either = Bounded { bound, or_exactly: true, begin };
            return if part { either } else { none };
        }
        let before = &self.text[..place];
        // `lower than the 2.10 of 2020`: what is known to be there is compared with.
        // `below the 500-tonne class`
        let class = || (number.end..number.end + 4).any(|at| self.word(at) == "class");
        if the && !negated(before) && !class() {
            return none;
        }
        let bound = match (negated(before), bound) {
            (false, bound) => return Bounded::surely(bound, place),
            (true, Bound::MoreThan) => Bound::AtMost,
            (true, _) => Bound::AtLeast,
        };
        // 届满30日前 has no bound in words.
        let or_exactly = word == "later than";
        let negation = ["no ", "not "].into_iter().find(|word| ends_with(before, word));
        Bounded { bound, or_exactly, begin: place - negation.map_or(0, str::len) }
    }

    /// The bound of a quantity in one word.
    pub fn bound_of_times(
        &self,
        word: &str,
        tokens: &Range<usize>,
        measure: &Measure,
        strength: Strength,
    ) -> Bounded {
        let surely = |bound| Bounded::surely(bound, self.list[tokens.start].range.start);
        let before = || self.bound_before(tokens, measure, strength);
        let behind = self.rest(tokens.end);
        match word {
            "twice" | "thrice" if begins_with(behind, "at most", false) => surely(Bound::AtMost),
            "twice" | "thrice" if begins_with(behind, "or more", false) => surely(Bound::AtLeast),
            "twice" | "thrice" => before(),
            // `roughly double that of 2025`
            "double" | "triple" => Some(before())
                .filter(|one| one.bound == Bound::About)
                .unwrap_or(surely(Bound::Exactly)),
            _ => surely(Bound::Exactly),
        }
    }

    /// Whether the words at a byte compare two quantities, rather than bound the number behind them: `180 fewer than the 4,380
    /// of 2024`.
    fn compares(&self, place: usize, number: &Range<usize>, the: bool) -> bool {
        let of_year =
            |at: usize| matches!(self.word(at), "of" | "in" | "for") && self.year(at + 1).is_some();
        if the && of_year(number.end) {
            return true;
        }
        let tokens = &self.list[..number.start];
        let Some(last) = tokens.iter().rposition(|token| token.range.end <= place) else {
            return false;
        };
        // `the subsidy under Annex 2 exceeds 30%`
        let named =
            |at: usize| matches!(self.word(at.wrapping_sub(1)), "Annex" | "Table" | "Article");
        let is_number =
            |at: usize| self.digits(at).is_some() && self.year(at).is_none() && !named(at);
        // `300 hectares more than three years earlier`
        let earlier = matches!(self.word(number.end), "earlier" | "before" | "ago");
        if earlier && last > 0 && is_number(last - 1) {
            return true;
        }
        let word = self.lower(last);
        let is_unit = || {
            let bare = matches!(&*word, "point" | "points" | "cent" | "percent" | "times");
            // `30 yuan less than four tickets`
            bare || (last > 0 && is_number(last - 1) && matches!(&*word, "yuan" | "dollars"))
        };
        // `180 complaints fewer than the 4,380`
        let counts = || {
            let counted = last > 0 && the && english_month(self.word(last)).is_none();
            counted && is_number(last - 1)
        };
        is_number(last)
            || self.is_mark(last, "%")
            || is_unit()
            || english_scale(&word).is_some()
            || counts()
    }

    /// The token behind a bound that follows a number, and the bound: `99% or more`, `5 enterprises or more`, `35 t/h or less`.
    pub fn bound_behind(&self, at: usize, measure: &Measure) -> (usize, Bound) {
        if !measure.takes_bound() {
            return (at, Bound::Exactly);
        }
        let per = self.is_mark(at, "/") || matches!(self.word(at), "a" | "an" | "per" | "each");
        let behind = self.bound_at(at).or_else(|| {
            let (end, bound) = self.bound_at(at + 2).filter(|_| per)?;
            // `9 per 100,000 or less`: the second number is read, too.
            Some((if self.digits(at + 1).is_some() { at } else { end }, bound))
        });
        behind.unwrap_or((at, Bound::Exactly))
    }

    /// The tokens behind the first plain words from `of` on, up to the fifth of them; short forms in brackets stand between,
    /// too: `35 tonnes of steam per hour (t/h) or less`.
    fn further_behind(&self, of: usize) -> impl Iterator<Item = usize> {
        const MOST: usize = 5;
        let (mut words, mut bracket) = (1, false);
        let goes_on = move |at: &usize| {
            let Some(token) = self.list.get(*at) else { return false };
            match token.kind {
                Kind::Mark('(') => bracket = true,
                Kind::Mark(')') if bracket => bracket = false,
                Kind::Mark('/') if bracket => {}
                Kind::Word(_) if bracket => {}
                Kind::Word(_) => words += 1,
                _ => return false,
            }
            words <= MOST
        };
        (of + 1..self.list.len()).take_while(goes_on).map(|at| at + 1)
    }

    /// A bound at a token or not far behind it, and the token behind that.
    fn bound_at(&self, at: usize) -> Option<(usize, Bound)> {
        for place in at..at + 2 {
            let rest = self.rest(place);
            if let Some((word, bound)) = behind(rest) {
                let behind = self.behind(place, word.len());
                // `10 days, at most 20 in all`
                let next = word.ends_with("most")
                    && self.list.get(behind).is_some_and(|one| one.begins > Begins::Nothing);
                return (!next).then_some((behind, bound));
            }
            // `5,000 tonnes of petrol or more`, `35 tonnes of steam per hour or less`
            if place == at && self.word(at) == "of" {
                let further = self.further_behind(at).find_map(|at| {
                    behind(self.rest(at)).map(|(word, bound)| (self.behind(at, word.len()), bound))
                });
                if further.is_some() {
                    return further;
                }
            }
            // `5 at provincial level or above` is no bound of 5; neither is that of another quantity.
            let other = |token: &Token<'_>| match token.kind {
                Kind::Word(word) => beginnings::may_be(word, Which::Sure),
                Kind::Number { .. } | Kind::Verbatim { .. } => true,
                Kind::Mark(_) => false,
            };
            if self.list.get(place).is_some_and(other)
                || matches!(self.word(place), "" | "at" | "in" | "of")
            {
                break;
            }
        }
        None
    }
}

/// Bounds that the other language need not say: 上限5万元 is `capped at CNY 50,000`.
const LOOSE: [&str; 10] = [
    "capped at",
    "ceiling of",
    "held to",
    "limited to",
    "limit of",
    "upper limit of",
    "no later than",
    "not later than",
    "the first",
    "an estimated",
];

/// Whether `up to` says what a number becomes: `brings the numbers up to 456`.
fn brings_to(text: &str) -> bool {
    const VERBS: [&str; 8] =
        ["bring", "brings", "bringing", "brought", "take", "takes", "taking", "took"];
    let clause = text.rsplit([',', ';', ':', '.', '(']).next().unwrap_or(text);
    // `may bring up to two children` is a bound.
    let before = clause.trim_end_matches("up to").trim_end();
    let mut words = before.rsplit(' ').skip(1);
    words.any(|word| VERBS.contains(&word))
}

/// Who is so many years old: `under` is said of the age.
const AGED: [&str; 6] = ["children", "infants", "toddlers", "aged", "people", "those"];

/// Whether a word for a bound is another one here.
fn is_other_sense(word: &str, text: &str, measure: &Measure, strength: Strength) -> bool {
    let in_time = matches!(measure, Measure::Unit("years" | "months" | "weeks" | "days" | "hours"));
    match word {
        "over" => {
            // `extends over 120 km²`
            let spread = [
                "spread over",
                "spreads over",
                "distributed over",
                "scattered over",
                "divided over",
                "extend over",
                "extends over",
                "extending over",
                "stretches over",
                "stretching over",
            ];
            in_time
                || strength != Strength::Digits
                || spread.iter().any(|words| ends_with(text, words))
        }
        // `it is short of two`
        "short of" => {
            let be = |word: &&str| ends_with(text, &format!("{word} short of"));
            ["is", "are", "be", "was", "were", "being", "still"].iter().any(be)
        }
        // `below six months` and `children under three`, but not `under three projects`
        "above" | "under" | "below" | "around" | "beyond" => {
            let aged = || AGED.iter().any(|who| ends_with(text, &format!("{who} {word}")));
            let measured = matches!(measure, Measure::Unit(_) | Measure::Money(_));
            strength != Strength::Digits && !measured && !aged()
        }
        "up to" => {
            ["add up to", "adds up to", "adding up to"].iter().any(|sum| ends_with(text, sum))
                || brings_to(text)
        }
        "within" => !matches!(
            measure,
            Measure::Count | Measure::Unit(_) | Measure::Percent | Measure::Money(_)
        ),
        _ => false,
    }
}
