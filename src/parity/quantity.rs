//! In: nothing. Out: what a quantity of a text is, whatever the language: a value, what it measures, its bound, and how
//! surely it is a quantity at all.

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::quantity::Bound;

/// A quantity of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// In the unit of `measure`, with 万 and `million` multiplied out.
    pub value: Decimal,
    pub measure: Measure,
    pub bound: Bound,
    /// Whether it may as well be said without the bound: 最高奖励50万元 is an award of up to CNY 500,000, and the highest
    /// award of CNY 500,000.
    pub or_exactly: bool,
    pub strength: Strength,
    /// The bytes of the text that say it: `31.6亿元`, `at least 20`.
    pub range: Range<usize>,
}

/// The bound of a number.
#[derive(Clone, Copy, Debug)]
pub struct Bounded {
    pub bound: Bound,
    /// As in a quantity.
    pub or_exactly: bool,
    /// Where the bound or the number begins.
    pub begin: usize,
}

impl Bounded {
    /// A bound that is meant, or none.
    pub fn surely(bound: Bound, begin: usize) -> Self {
        Self { bound, or_exactly: false, begin }
    }
}

/// Gives both numbers of a range the bound that one of them has.
pub fn share_bound(first: &mut Quantity, second: &mut Bounded) {
    match (first.bound, second.bound) {
        (Bound::Exactly, bound) => (first.bound, first.or_exactly) = (bound, second.or_exactly),
        (bound, Bound::Exactly) => (second.bound, second.or_exactly) = (bound, first.or_exactly),
        _ => {}
    }
}

/// How surely something is a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// May stand for a quantity of the other language, and says nothing alone: 双创, `both`, 四梁八柱.
    Latent,
    /// In words, with something to count: 八大集群, `eight clusters`. Languages may say such a thing without a
    /// number: 市、县两级, `the city and the counties`.
    Words,
    /// In digits.
    Digits,
}

/// What a value measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Things: their names are not compared.
    Count,
    /// 21号, `No. 21`
    Number,
    /// 第三, `19th`
    Ordinal,
    /// A year of the calendar.
    Year,
    /// A month of the calendar, 1 to 12.
    Month,
    /// A day of the month.
    Day,
    /// What is written as a day of a month that is not named, or as so many days: 提前3日, 25日前.
    DayOrDays,
    /// A day that has become a name, by its month and day: “3·15”. Its value is 3.15, as others may write it.
    NamedDay(u32, u32),
    /// A time of the day, in minutes.
    Clock,
    Percent,
    PerMille,
    /// Percentage points.
    Points,
    /// 2倍, `twofold`
    Times,
    /// 4次, which English counts with the word of 4倍: `4 times`
    Occasions,
    /// Parts of so many: 三分之一 is 1 of 3.
    Parts(Decimal),
    /// In the currency with this code of ISO 4217.
    Money(&'static str),
    /// In this unit of time, length, area, mass or power.
    Unit(&'static str),
    /// What is no number but must be the same: `PM2.5`, a telephone number, an address.
    Code(String),
    /// A clause that the text names, by its address.
    Clause(String),
}

impl Measure {
    /// Whether two languages may mean the same by these. A number without a unit may be the year, the number or the
    /// rank that the other language calls by its name.
    pub fn agrees(&self, other: &Self) -> bool {
        let loose = |one: &Self| {
            matches!(one, Self::Count | Self::Number | Self::Ordinal | Self::Occasions)
        };
        let may_be_day = |one: &Self| matches!(one, Self::Day | Self::Ordinal | Self::Unit("days"));
        self == other
            || matches!(
                (self, other),
                (Self::Occasions, Self::Times) | (Self::Times, Self::Occasions)
            )
            || (*self == Self::DayOrDays && may_be_day(other))
            || (*other == Self::DayOrDays && may_be_day(self))
            || (loose(self) && loose(other))
            || matches!(
                (self, other),
                (Self::NamedDay(..), Self::Count) | (Self::Count, Self::NamedDay(..))
            )
            || names_clause(self, other)
            || names_clause(other, self)
            || (loose(self) && *other == Self::Year)
            || (loose(other) && *self == Self::Year)
            || matches!((self, other), (Self::Day, Self::Ordinal) | (Self::Ordinal, Self::Day))
    }

    /// Years, dates and names have no bound.
    pub fn takes_bound(&self) -> bool {
        !matches!(
            self,
            Self::Year
                | Self::Month
                | Self::Day
                | Self::DayOrDays
                | Self::NamedDay(..)
                | Self::Clock
                | Self::Ordinal
                | Self::Number
                | Self::Code(_)
                | Self::Clause(_)
        )
    }

    /// What it measures where it has a bound, which days of the calendar have not.
    pub fn as_bounded(&self) -> Self {
        if *self == Self::DayOrDays { Self::Unit("days") } else { self.clone() }
    }

    /// Whether two quantities of these kinds can be each other's mistake.
    pub fn is_like(&self, other: &Self) -> bool {
        self.sort() == other.sort() || self.agrees(other)
    }

    /// The number of its sort: counts, dates, shares, money and so on.
    pub fn sort(&self) -> usize {
        match self {
            Self::Count | Self::Number | Self::Ordinal | Self::Occasions | Self::NamedDay(..) => 0,
            Self::Year | Self::Month | Self::Day | Self::DayOrDays => 1,
            Self::Clock => 2,
            Self::Percent | Self::PerMille | Self::Points | Self::Times | Self::Parts(_) => 3,
            Self::Money(_) => 4,
            Self::Unit(_) => 5,
            Self::Code(_) => 6,
            Self::Clause(_) => 7,
        }
    }
}

/// Whether one is a clause and the other its address, written without saying that it is one: 见2.3, 第五条.
fn names_clause(one: &Measure, other: &Measure) -> bool {
    let Measure::Clause(address) = one else { return false };
    match other {
        Measure::Code(code) => code == address,
        // The value is compared, too; one of three levels has none.
        Measure::Count | Measure::Number | Measure::Ordinal => address.matches('.').count() < 2,
        _ => false,
    }
}

impl Quantity {
    /// Whether both say the same.
    pub fn says(&self, other: &Self) -> bool {
        let may_be_exact =
            |one: &Self, other: &Self| one.or_exactly && other.bound == Bound::Exactly;
        let same_bound =
            self.bound == other.bound || may_be_exact(self, other) || may_be_exact(other, self);
        same_bound && self.same_value(other)
    }

    /// Whether both say the same but for the bound.
    pub fn same_value(&self, other: &Self) -> bool {
        (self.value == other.value && self.measure.agrees(&other.measure)) || self.same_share(other)
    }

    /// Whether one is the share in hundredths that the other gives in other parts: 20%, `a fifth`.
    fn same_share(&self, other: &Self) -> bool {
        match (&self.measure, &other.measure) {
            (Measure::Percent, Measure::Parts(of)) => {
                self.value.checked_mul(*of) == other.value.checked_mul(Decimal::ONE_HUNDRED)
            }
            (Measure::Parts(_), Measure::Percent) => other.same_share(self),
            _ => false,
        }
    }

    /// Whether one has no unit because its text gives it with another number, `from 60 working days to no more than 40`, and
    /// both say the same but for that. `units` are those of the two texts.
    pub fn says_without_unit(&self, other: &Self, units: (&[Measure], &[Measure])) -> bool {
        let given = match (&self.measure, &other.measure) {
            (Measure::Count, measure) => units.0.contains(measure),
            (measure, Measure::Count) => units.1.contains(measure),
            _ => false,
        };
        given && self.says(&Self { measure: self.measure.clone(), ..other.clone() })
    }
}

/// The value as it is compared, for those who look for the difference: `>= 3160000000 CNY`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.bound {
            Bound::AtLeast => ">= ",
            Bound::MoreThan => "> ",
            Bound::AtMost => "<= ",
            Bound::LessThan => "< ",
            Bound::About => "~ ",
            Bound::Exactly | Bound::To(_) => "",
        };
        let value = self.value.normalize();
        match &self.measure {
            Measure::Code(code) => f.write_str(code),
            Measure::Clause(address) => write!(f, "clause {address}"),
            Measure::Percent => write!(f, "{mark}{value}%"),
            Measure::PerMille => write!(f, "{mark}{value}‰"),
            Measure::Points => write!(f, "{mark}{value} percentage points"),
            Measure::Times => write!(f, "{mark}{value} times"),
            Measure::Parts(of) => write!(f, "{mark}{value}/{of}"),
            Measure::Money(currency) => write!(f, "{mark}{value} {currency}"),
            Measure::Unit(unit) => write!(f, "{mark}{value} {unit}"),
            Measure::Year => write!(f, "year {value}"),
            Measure::Month => write!(f, "month {value}"),
            Measure::Day | Measure::DayOrDays => write!(f, "day {value}"),
            Measure::NamedDay(month, day) => write!(f, "{month}·{day}"),
            Measure::Clock => {
                let sixty = Decimal::from(60);
                write!(f, "{:02}:{:02}", (value / sixty).floor(), value % sixty)
            }
            Measure::Ordinal => write!(f, "number {value} in order"),
            Measure::Count | Measure::Number | Measure::Occasions => write!(f, "{mark}{value}"),
        }
    }
}
