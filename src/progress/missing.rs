//! In: a plan and the day. Out: the figures that a reader would look for and not find.

use jiff::civil::Date;

use crate::model::indicator::{Division, Indicator};
use crate::model::{Area, Key, Plan};

use super::due::overdue;

/// A figure that is not there.
#[derive(Clone, Copy, Debug)]
pub enum Missing<'p> {
    Baseline,
    /// The baseline is there, its year is not.
    BaselineYear,
    /// No target at all.
    Targets,
    /// Some areas have a figure for the year, this one has none.
    Area {
        area: Key<Area>,
        year: i16,
        division: &'p Division,
    },
    /// Areas have figures for the year, the whole has none.
    Total {
        year: i16,
    },
    /// The days have come, their figures have not been reported.
    Actuals {
        first: Date,
        last: Date,
        count: usize,
    },
}

impl Missing<'_> {
    /// How many figures that are.
    pub fn figures(&self) -> usize {
        match self {
            Self::Actuals { count, .. } => *count,
            _ => 1,
        }
    }

    /// In kebab-case, for words and data.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::BaselineYear => "baseline-year",
            Self::Targets => "targets",
            Self::Area { .. } => "area",
            Self::Total { .. } => "total",
            Self::Actuals { .. } => "actuals",
        }
    }
}

/// What is missing of one indicator.
pub fn missing<'p>(plan: &'p Plan, indicator: &'p Indicator, today: Date) -> Vec<Missing<'p>> {
    let mut list = Vec::new();
    match &indicator.baseline {
        None => list.push(Missing::Baseline),
        Some(baseline) if baseline.year.is_none() => list.push(Missing::BaselineYear),
        Some(_) => {}
    }
    if indicator.target.is_empty() {
        list.push(Missing::Targets);
    } else {
        let years = indicator.years();
        let without = years.iter().filter(|year| !indicator.target.contains_key(year));
        list.extend(without.map(|year| Missing::Total { year: *year }));
    }
    for division in &indicator.divisions {
        for year in division.years() {
            let gaps = division.areas.iter().filter(|(_, values)| !values.contains_key(&year));
            list.extend(gaps.map(|(area, _)| Missing::Area { area: *area, year, division }));
        }
    }
    let overdue = overdue(plan, indicator, today);
    if let (Some(first), Some(last)) = (overdue.first(), overdue.last()) {
        list.push(Missing::Actuals { first: *first, last: *last, count: overdue.len() });
    }
    list
}
