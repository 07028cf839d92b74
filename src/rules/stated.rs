//! In: the paragraphs of the Chinese texts of a plan. Out: what they claim in figures, each with its paragraph, read once for all
//! rules; and the indicators of the plan by the names that the text may call them by.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::claims::{
    self, Additions, Announced, Claim, Counted, Figure, Gain, Grouped, InTurn, Kind, Price, Rate,
    Share, Times, Turned, Whole, YearlySum, almost_equal, is_end_of, measured, normal,
};
use crate::diagnostic::Span;
use crate::language::Lang;
use crate::model::Plan;
use crate::model::document::{Address, Clause};
use crate::model::indicator::Indicator;
use crate::model::kept::fitted;
use crate::model::quantity::{Bound, Quantity};
use crate::parity::quantity::Measure;

use super::places::Places;
use super::reading::{Paragraph, Reading};
use super::{Case, PlanCase};

/// What one text claims. The numbers are those of the paragraphs.
pub struct Stated {
    /// The number of the reading.
    reading: usize,
    claims: Vec<(usize, Claim)>,
    in_turn: Vec<(usize, InTurn)>,
    wholes: Vec<(usize, Whole)>,
    counted: Vec<(usize, Counted)>,
    rates: Vec<(usize, Rate)>,
    times: Vec<(usize, Times)>,
    shares: Vec<(usize, Share)>,
    prices: Vec<(usize, Price)>,
    turned: Vec<(usize, Turned)>,
    gains: Vec<(usize, Gain)>,
    additions: Vec<(usize, Additions)>,
    yearly: Vec<(usize, YearlySum)>,
    announced: Vec<(usize, Announced)>,
    grouped: Vec<(usize, Grouped)>,
    bare: Vec<(usize, std::ops::Range<usize>)>,
    /// The claims by the names of their things.
    names: FxHashMap<String, Vec<usize>>,
}

/// What every Chinese text claims.
pub fn stated(readings: &[Reading<'_>], case: &Case<'_>) -> Vec<Stated> {
    let chinese = readings.iter().enumerate().filter(|(_, reading)| reading.chinese);
    chinese.map(|(number, reading)| read(number, reading, &Places::of(reading, case))).collect()
}

fn read(reading: usize, text: &Reading<'_>, places: &Places<'_>) -> Stated {
    let mut all = Stated {
        reading,
        claims: Vec::new(),
        in_turn: Vec::new(),
        wholes: Vec::new(),
        counted: Vec::new(),
        rates: Vec::new(),
        times: Vec::new(),
        shares: Vec::new(),
        prices: Vec::new(),
        turned: Vec::new(),
        gains: Vec::new(),
        additions: Vec::new(),
        yearly: Vec::new(),
        announced: Vec::new(),
        grouped: Vec::new(),
        bare: Vec::new(),
        names: FxHashMap::default(),
    };
    let (mut year, mut headed) = (None, None);
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        let words = paragraph.prose.text();
        if paragraph.is_heading() {
            (year, headed) = (None, places.headed(words));
            continue;
        }
        let said = claims::read(words, &mut year);
        let place = places.led(words).or(headed);
        for mut claim in said.claims {
            if let Some(place) = place.filter(|place| places.is_of(place, words, &claim)) {
                claim.name.insert_str(0, place);
            }
            all.names.entry(claim.name.clone()).or_default().push(all.claims.len());
            all.claims.push((number, claim));
        }
        all.in_turn.extend(said.in_turn.into_iter().map(|one| (number, one)));
        all.wholes.extend(said.wholes.into_iter().map(|one| (number, one)));
        all.counted.extend(said.counted.into_iter().map(|one| (number, one)));
        all.rates.extend(said.rates.into_iter().map(|one| (number, one)));
        all.times.extend(said.times.into_iter().map(|one| (number, one)));
        all.shares.extend(said.shares.into_iter().map(|one| (number, one)));
        all.prices.extend(said.prices.into_iter().map(|one| (number, one)));
        all.gains.extend(said.gains.into_iter().map(|one| (number, one)));
        all.additions.extend(said.additions.into_iter().map(|one| (number, one)));
        all.turned.extend(said.turned.into_iter().map(|one| (number, one)));
        all.yearly.extend(said.yearly.into_iter().map(|one| (number, one)));
        all.announced.extend(said.announced.into_iter().map(|one| (number, one)));
        all.grouped.extend(said.grouped.into_iter().map(|one| (number, one)));
        all.bare.extend(said.bare.into_iter().map(|one| (number, one)));
    }
    // Those of many plans are looked at together.
    all.claims = fitted(all.claims);
    all
}

/// A text with what it claims.
pub struct Text<'c> {
    pub plan: &'c Plan,
    pub lang: Lang,
    reading: &'c Reading<'c>,
    stated: &'c Stated,
    /// The names of the indicators in their normal form, in the order of the table.
    indicators: OnceCell<Vec<String>>,
}

/// Something with its paragraph.
pub struct At<'c, T> {
    pub it: &'c T,
    pub paragraph: &'c Paragraph<'c>,
}

impl<T> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<'_, T> {}

impl<T> At<'_, T> {
    pub fn span(&self, range: &std::ops::Range<usize>) -> Span {
        self.paragraph.prose.span(range.clone())
    }

    /// The words of the text.
    pub fn words(&self, range: &std::ops::Range<usize>) -> String {
        self.paragraph.prose.text()[range.clone()].to_owned()
    }

    pub fn address(&self) -> Option<&Address> {
        self.paragraph.address()
    }
}

impl<T> At<'_, T> {
    /// What one more in the last digit of a figure is.
    pub fn last_place(&self, figure: &Figure) -> rust_decimal::Decimal {
        figure.last_place(&self.paragraph.prose.text()[figure.range.clone()])
    }
}

impl At<'_, Claim> {
    /// The place of the claim.
    pub fn place(&self) -> Span {
        self.span(&self.it.range)
    }

    /// The name of the thing as it is written; its normal form where it was named before.
    pub fn called(&self) -> String {
        match &self.it.named {
            named if named.is_empty() => self.it.name.clone(),
            named => self.words(named),
        }
    }

    /// The figure as it is written.
    pub fn figure(&self) -> String {
        self.words(&self.it.figure.range)
    }
}

/// The texts that claim anything.
pub fn texts<'c>(case: &PlanCase<'c>) -> impl Iterator<Item = Text<'c>> {
    let PlanCase { plan, readings, stated, .. } = *case;
    stated.iter().map(move |stated| {
        let reading = &readings[stated.reading];
        Text { plan, lang: reading.lang, reading, stated, indicators: OnceCell::new() }
    })
}

impl<'c> Text<'c> {
    fn at<T>(&self, (paragraph, it): &'c (usize, T)) -> At<'c, T> {
        At { it, paragraph: &self.reading.paragraphs[*paragraph] }
    }

    pub fn claims(&self) -> impl Iterator<Item = At<'c, Claim>> {
        self.stated.claims.iter().map(|one| self.at(one))
    }

    pub fn in_turn(&self) -> impl Iterator<Item = At<'c, InTurn>> {
        self.stated.in_turn.iter().map(|one| self.at(one))
    }

    pub fn wholes(&self) -> impl Iterator<Item = At<'c, Whole>> {
        self.stated.wholes.iter().map(|one| self.at(one))
    }

    pub fn counted(&self) -> impl Iterator<Item = At<'c, Counted>> {
        self.stated.counted.iter().map(|one| self.at(one))
    }

    pub fn rates(&self) -> impl Iterator<Item = At<'c, Rate>> {
        self.stated.rates.iter().map(|one| self.at(one))
    }

    pub fn times(&self) -> impl Iterator<Item = At<'c, Times>> {
        self.stated.times.iter().map(|one| self.at(one))
    }

    pub fn turned(&self) -> impl Iterator<Item = At<'c, Turned>> {
        self.stated.turned.iter().map(|one| self.at(one))
    }

    pub fn gains(&self) -> impl Iterator<Item = At<'c, Gain>> {
        self.stated.gains.iter().map(|one| self.at(one))
    }

    pub fn additions(&self) -> impl Iterator<Item = At<'c, Additions>> {
        self.stated.additions.iter().map(|one| self.at(one))
    }

    pub fn yearly(&self) -> impl Iterator<Item = At<'c, YearlySum>> {
        self.stated.yearly.iter().map(|one| self.at(one))
    }

    pub fn shares(&self) -> impl Iterator<Item = At<'c, Share>> {
        self.stated.shares.iter().map(|one| self.at(one))
    }

    pub fn prices(&self) -> impl Iterator<Item = At<'c, Price>> {
        self.stated.prices.iter().map(|one| self.at(one))
    }

    /// The counts that announce a list, each with the paragraphs behind it up to the next heading.
    pub fn announced(&self) -> impl Iterator<Item = (At<'c, Announced>, &'c [Paragraph<'c>])> {
        self.stated.announced.iter().map(|one| {
            let behind = &self.reading.paragraphs[one.0 + 1..];
            let end = behind.iter().position(Paragraph::is_heading).unwrap_or(behind.len());
            (self.at(one), &behind[..end])
        })
    }

    /// The counts of groups and items, each with the clauses below its own; of the whole text, where it stands before the
    /// first one.
    pub fn grouped(&self) -> impl Iterator<Item = (At<'c, Grouped>, &'c [Clause])> {
        let below = |one: &At<'c, Grouped>| {
            let document = self.reading.document;
            let Some(clause) = one.paragraph.clause else { return document.clauses.get(..) };
            let start = document.clauses.iter().position(|other| std::ptr::eq(other, clause))? + 1;
            let end = document.last_within(&clause.address)? + 1;
            document.clauses.get(start..end)
        };
        let all = self.stated.grouped.iter().map(|one| self.at(one));
        all.filter_map(move |one| Some((one, below(&one)?)))
    }

    /// Headings and blocks in the order of the text.
    pub fn paragraphs(&self) -> &'c [Paragraph<'c>] {
        &self.reading.paragraphs
    }

    pub fn bare(&self) -> impl Iterator<Item = At<'c, std::ops::Range<usize>>> {
        self.stated.bare.iter().map(|one| self.at(one))
    }

    /// The claims about a thing, in the order of the text.
    pub fn about(&self, name: &str) -> impl Iterator<Item = At<'c, Claim>> {
        let list = self.stated.names.get(name).map_or(&[][..], Vec::as_slice);
        list.iter().map(|claim| self.at(&self.stated.claims[*claim]))
    }

    /// Every thing with the claims about it, in the order in which the text names them first.
    pub fn things(&self) -> impl Iterator<Item = Vec<At<'c, Claim>>> {
        let mut lists: Vec<&Vec<usize>> = self.stated.names.values().collect();
        lists.sort_unstable_by_key(|list| list.first().copied());
        lists
            .into_iter()
            .map(|list| list.iter().map(|claim| self.at(&self.stated.claims[*claim])).collect())
    }

    /// The step 由A增加到B of a thing.
    pub fn step(&self, name: &str) -> Option<At<'c, Claim>> {
        self.about(name).find(|one| one.it.from.is_some())
    }

    /// The indicator that a claim is about: by its name, or in a clause of the indicator by one that is almost the same.
    pub fn indicator(&self, claim: At<'_, Claim>) -> Option<&'c Indicator> {
        self.indicator_called(&claim.it.name, claim.address())
    }

    /// The indicator of that name, or in a clause of the indicator the one with almost the same name, or the only one
    /// whose name ends with it: 管网漏损率 for 公共供水管网漏损率.
    pub fn indicator_called(&self, name: &str, place: Option<&Address>) -> Option<&'c Indicator> {
        let promises = |one: &&Indicator| one.clauses.iter().any(|clause| clause.names(place));
        let called = self.indicators.get_or_init(|| {
            self.plan.indicators().map(|one| normal(one.name.get(self.lang))).collect()
        });
        let all = || self.plan.indicators().zip(called);
        let same = all().find(|(_, called)| *called == name);
        let almost = || all().find(|(one, called)| promises(one) && almost_equal(called, name));
        let short = || {
            let mut ending = all().filter(|(_, called)| is_end_of(name, called));
            ending.next().filter(|(one, _)| promises(one) && ending.next().is_none())
        };
        same.or_else(almost).or_else(short).map(|(one, _)| one)
    }

    /// A value of the table in the way of figures of a text.
    pub fn measured(&self, value: Quantity, indicator: &Indicator) -> Option<Figure> {
        measured(value, indicator.unit.get(self.lang))
    }
}

/// A value as messages say it: 558, 10%, 40亿元.
pub fn said(value: rust_decimal::Decimal, measure: &Measure) -> String {
    use rust_decimal::Decimal;
    let short = |value: Decimal| value.round_dp(4).normalize().to_string();
    let scaled = |scale: u32| value.checked_div(Decimal::from(scale)).map(short);
    match measure {
        Measure::Money("CNY") if value.abs() >= Decimal::from(100_000_000) => {
            scaled(100_000_000).unwrap_or_default() + "亿元"
        }
        Measure::Money("CNY") if value.abs() >= Decimal::from(10_000) => {
            scaled(10_000).unwrap_or_default() + "万元"
        }
        Measure::Percent => short(value) + "%",
        Measure::PerMille => short(value) + "‰",
        _ => short(value),
    }
}

/// A figure of a table with its unit and its bound, as messages say it.
pub fn bounded(quantity: Quantity, unit: &str) -> String {
    let value = format!("{}{unit}", quantity.value);
    match quantity.bound {
        Bound::Exactly => value,
        Bound::AtLeast => format!("{value} or more"),
        Bound::MoreThan => format!("more than {value}"),
        Bound::AtMost => format!("{value} or less"),
        Bound::LessThan => format!("less than {value}"),
        Bound::About => format!("about {value}"),
        Bound::To(end) => format!("{} to {end}{unit}", quantity.value),
    }
}

/// Whether a claim says how things stand.
pub fn is_level(claim: &Claim) -> bool {
    claim.kind == Kind::Level
}
