//! In: an indicator in the overview. Out: how far it has come from its baseline to its target, as far as its
//! figures say so.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::scale;
use super::OverviewRow;
use crate::model::indicator::{Direction, is_over};
use crate::model::quantity::Bound;

/// What can be drawn of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// From here to there: none, or the share of the way that has been gone.
    Open(Option<Share>),
    /// Where no bar makes sense, the word that says why.
    Closed(&'static str),
}

/// A share of the way; two where a range leaves open which of them it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    pub least: f64,
    pub most: f64,
}

impl Share {
    /// The one share, where the figure gives one.
    pub fn one(self) -> Option<f64> {
        (self.least == self.most).then_some(self.least)
    }
}

impl OverviewRow {
    pub fn way(&self) -> Way {
        let Some((_, target)) = &self.target else { return Way::Closed(self.no_target()) };
        let start = match self.start() {
            Ok(start) => start,
            Err(why) => return Way::Closed(why),
        };
        let less = self.direction == Direction::LessIsBetter;
        let (low, high) = scale::ends(target);
        let goal = if less { high } else { low };
        match (goal.cmp(&start), less) {
            (Ordering::Equal, _) => return Way::Closed("chart-target-is-baseline"),
            (Ordering::Less, false) | (Ordering::Greater, true) => {
                return Way::Closed("chart-target-behind");
            }
            _ => {}
        }
        if less && self.is_part_of_year() {
            return Way::Closed("chart-year-not-over");
        }
        let (start, goal) = (scale::place(start), scale::place(goal));
        let share = |value: Decimal| (scale::place(value) - start) / (goal - start);
        let Some((_, latest)) = &self.latest else { return Way::Open(None) };
        let (one, other) = match (latest.bound, self.direction.known(*latest)) {
            (_, Some(value)) => (share(value), share(value)),
            (Bound::To(end), None) => (share(latest.value), share(end)),
            // A bound says nothing about the way behind it.
            (_, None) => return Way::Closed("chart-figure-open"),
        };
        Way::Open(Some(Share { least: one.min(other), most: one.max(other) }))
    }

    /// What the bar starts from.
    fn start(&self) -> Result<Decimal, &'static str> {
        match (&self.baseline, self.direction) {
            (_, Direction::MoreIsBetter) if self.yearly => Ok(Decimal::ZERO),
            (Some(start), direction) => direction.known(*start).ok_or("chart-baseline-open"),
            (None, Direction::MoreIsBetter) => Ok(Decimal::ZERO),
            (None, Direction::LessIsBetter) => Err("chart-no-baseline-no-bar"),
        }
    }

    /// Whether the newest figure is what came in during a part of the year of the target.
    fn is_part_of_year(&self) -> bool {
        let (Some((date, _)), Some((year, _))) = (&self.latest, &self.target) else { return false };
        self.yearly && !is_over(*year, *date)
    }

    fn no_target(&self) -> &'static str {
        if self.yearly && self.latest.is_some() {
            "chart-no-target-for-year"
        } else {
            "chart-no-target"
        }
    }

    /// Whether the target is one for a year by itself, and nothing leads there from the baseline.
    pub fn of_year_alone(&self) -> bool {
        self.yearly && self.direction == Direction::MoreIsBetter
    }

    /// Whether a figure that came all the way is enough: more than a value is not the value itself.
    pub fn reached(&self) -> bool {
        let (Some((_, latest)), Some((_, target))) = (&self.latest, &self.target) else {
            return false;
        };
        let strict = |bound: Bound| matches!(bound, Bound::MoreThan | Bound::LessThan);
        !strict(target.bound) || strict(latest.bound) || latest.value != target.value
    }

    /// What readers should know about the bar, or why there is none.
    pub fn remarks(&self) -> Vec<&'static str> {
        let share = match self.way() {
            Way::Closed(why) => return vec![why],
            Way::Open(share) => share,
        };
        let start = match &self.baseline {
            _ if self.of_year_alone() => Some("chart-yearly-from-zero"),
            None => Some("chart-from-zero"),
            Some(_) => None,
        };
        let range = share.is_some_and(|share| share.one().is_none()).then_some("chart-range-open");
        start.into_iter().chain(range).collect()
    }
}

impl Way {
    /// Whether there is a figure that leaves open how far the indicator has come.
    pub fn is_open_figure(self) -> bool {
        match self {
            Self::Open(Some(share)) => share.one().is_none(),
            Self::Open(None) => false,
            Self::Closed(why) => why == "chart-figure-open",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::Quantity;

    fn row(baseline: Option<i64>, latest: Option<i64>, target: i64, less: bool) -> OverviewRow {
        let exactly = |value: i64| Quantity::exactly(Decimal::from(value));
        OverviewRow {
            name: String::new(),
            unit: String::new(),
            baseline: baseline.map(exactly),
            latest: latest.map(|value| (jiff::civil::date(2018, 12, 31), exactly(value))),
            target: Some((2020, exactly(target))),
            direction: if less { Direction::LessIsBetter } else { Direction::MoreIsBetter },
            yearly: false,
        }
    }

    fn share(least: f64, most: f64) -> Way {
        Way::Open(Some(Share { least, most }))
    }

    #[test]
    fn ways_lead_from_baseline_to_target() {
        assert_eq!(row(Some(300), Some(450), 600, false).way(), share(0.5, 0.5));
        assert_eq!(row(Some(10), Some(8), 6, true).way(), share(0.5, 0.5));
        assert_eq!(row(None, Some(3), 6, false).way(), share(0.5, 0.5));
        assert_eq!(row(Some(10), Some(12), 6, true).way(), share(-0.5, -0.5));
        assert_eq!(row(Some(10), None, 20, false).way(), Way::Open(None));
        for closed in
            [row(Some(6), None, 6, false), row(Some(6), None, 5, false), row(None, None, 5, true)]
        {
            assert!(matches!(closed.way(), Way::Closed(_)));
        }
    }

    #[test]
    fn a_yearly_figure_is_a_share_of_the_target_of_its_year() {
        let yearly = |row| OverviewRow { yearly: true, ..row };
        // 8 routes of 10, although 8 was the figure of the year before the plan, too.
        assert_eq!(yearly(row(Some(8), Some(8), 10, false)).way(), share(0.8, 0.8));
        assert_eq!(yearly(row(Some(10), Some(8), 10, false)).way(), share(0.8, 0.8));
        let until = |month, day, row: OverviewRow| {
            let latest = row.latest.map(|(_, value)| (jiff::civil::date(2020, month, day), value));
            OverviewRow { latest, target: row.target.map(|(_, value)| (2020, value)), ..row }
        };
        // Less of it is better: the way from the baseline, as the status counts it.
        let limit = yearly(row(Some(10), Some(12), 6, true));
        assert_eq!(until(12, 31, limit.clone()).way(), share(-0.5, -0.5));
        // What came in until June is no way from what came in during a year.
        assert_eq!(until(6, 30, limit).way(), Way::Closed("chart-year-not-over"));
        assert_eq!(until(6, 30, row(Some(10), Some(8), 6, true)).way(), share(0.5, 0.5));
        assert_eq!(until(6, 30, yearly(row(Some(10), Some(8), 10, false))).way(), share(0.8, 0.8));
        let none = OverviewRow { target: None, ..yearly(row(Some(8), Some(8), 10, false)) };
        assert_eq!(none.way(), Way::Closed("chart-no-target-for-year"));
    }

    #[test]
    fn a_figure_that_is_open_is_no_bar_that_is_full() {
        let with = |row: OverviewRow, text: &str| {
            let value = Quantity::parse(text).unwrap();
            OverviewRow { latest: row.latest.map(|(date, _)| (date, value)), ..row }
        };
        let range = with(row(Some(12), Some(9), 8, true), "8-10");
        assert_eq!(range.way(), share(0.5, 1.0));
        assert_eq!(range.remarks(), ["chart-range-open"]);
        assert!(range.way().is_open_figure());
        assert_eq!(with(row(Some(0), Some(9), 8, false), "2-4").way(), share(0.25, 0.5));
        let bound = with(row(Some(0), Some(9), 8, false), "<=9");
        assert_eq!(bound.way(), Way::Closed("chart-figure-open"));
        assert_eq!(with(row(Some(0), Some(9), 8, false), ">=4").way(), share(0.5, 0.5));
        let baseline = Some(Quantity::parse("10-12").unwrap());
        let unclear = OverviewRow { baseline, ..row(None, Some(9), 8, true) };
        assert_eq!(unclear.way(), Way::Closed("chart-baseline-open"));
    }
}
