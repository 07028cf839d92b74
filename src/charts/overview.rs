//! In: the baseline, newest figure and target of many indicators. Out: bars that can be compared although
//! the units differ: each runs from the baseline to the target.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::canvas::{At, Canvas, Key, MARGIN, Plane};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{Chart, INDICATORS_PER_SHEET, Kind, scale, words};
use crate::language::Voice;
use crate::model::quantity::{Bound, Quantity};

pub(super) const KIND: Kind = Kind {
    name: "overview",
    about: "How far many indicators have come from their baselines to their targets.",
};

/// How far the indicators of a plan have come.
pub struct Overview {
    pub title: String,
    pub rows: Vec<OverviewRow>,
}

/// One indicator.
#[derive(Clone)]
pub struct OverviewRow {
    pub name: String,
    pub unit: String,
    pub baseline: Option<Quantity>,
    pub latest: Option<(Date, Quantity)>,
    pub target: Option<(i16, Quantity)>,
    pub less_is_better: bool,
}

const RIGHT: f64 = WIDTH - MARGIN;
const ROOM: f64 = RIGHT - MARGIN;
/// How much of the way is shown before the baseline and beyond the target.
const BEFORE: f64 = -0.12;
const BEYOND: f64 = 1.2;
const BAR: f64 = 10.0;

/// What can be drawn of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// From here to there: none, or the share of the way that has been gone.
    Open(Option<f64>),
    /// Where no bar makes sense, the word that says why.
    Closed(&'static str),
}

impl OverviewRow {
    fn way(&self) -> Way {
        let Some((_, target)) = &self.target else { return Way::Closed("chart-no-target") };
        let (low, high) = scale::ends(target);
        let start = match &self.baseline {
            Some(start) => start.value,
            None if self.less_is_better => return Way::Closed("chart-no-baseline-no-bar"),
            None => Decimal::ZERO,
        };
        let goal = if self.less_is_better { high } else { low };
        match (goal.cmp(&start), self.less_is_better) {
            (Ordering::Equal, _) => Way::Closed("chart-target-is-baseline"),
            (Ordering::Less, false) | (Ordering::Greater, true) => {
                Way::Closed("chart-target-behind")
            }
            _ => {
                let (start, goal) = (scale::place(start), scale::place(goal));
                let share = |(_, value): &(Date, Quantity)| {
                    (scale::place(value.value) - start) / (goal - start)
                };
                Way::Open(self.latest.as_ref().map(share))
            }
        }
    }

    /// Whether a figure that came all the way is enough: more than a value is not the value itself.
    fn reached(&self) -> bool {
        let (Some((_, latest)), Some((_, target))) = (&self.latest, &self.target) else {
            return false;
        };
        let strict = matches!(target.bound, Bound::MoreThan | Bound::LessThan);
        !strict || latest.value != target.value
    }

    /// `318 → 600 enterprises by 2020; latest 452 (31 December 2018)`.
    fn text(&self, voice: &Voice<'_>) -> String {
        let mut parts = Vec::new();
        let with_unit = |value: &Quantity| words::with_unit(voice, value, &self.unit);
        match (&self.baseline, &self.target) {
            (Some(from), Some((year, to))) => {
                let args: [(&str, &str); 3] = [
                    ("from", &from.text(voice)),
                    ("to", &with_unit(to)),
                    ("year", &year.to_string()),
                ];
                parts.push(words::fill(voice, "chart-row-way", &args));
            }
            (None, Some((year, to))) => {
                let args: [(&str, &str); 2] = [("to", &with_unit(to)), ("year", &year.to_string())];
                parts.push(words::fill(voice, "chart-row-target", &args));
            }
            (Some(from), None) => {
                parts.push(words::fill(voice, "chart-row-baseline", &[("from", &with_unit(from))]));
            }
            (None, None) => {}
        }
        parts.push(match &self.latest {
            Some((date, value)) => {
                let value =
                    if self.target.is_some() { value.text(voice) } else { with_unit(value) };
                let args: [(&str, &str); 2] = [("value", &value), ("date", &voice.date(*date))];
                words::fill(voice, "chart-row-latest", &args)
            }
            None => voice.word("chart-no-data"),
        });
        match self.way() {
            Way::Closed(why) => parts.push(voice.word(why)),
            Way::Open(_) if self.baseline.is_none() => parts.push(voice.word("chart-from-zero")),
            Way::Open(_) => {}
        }
        words::parts(voice, &parts)
    }
}

impl Overview {
    /// Charts of at most twenty rows.
    pub fn sheets(self) -> Vec<Self> {
        if self.rows.len() <= INDICATORS_PER_SHEET {
            return vec![self];
        }
        let sheet = |rows: &[OverviewRow]| Self { title: self.title.clone(), rows: rows.to_vec() };
        self.rows.chunks(INDICATORS_PER_SHEET).map(sheet).collect()
    }

    /// `None` where there are no rows.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        if self.rows.is_empty() {
            return None;
        }
        let mut canvas = Canvas::new();
        let ways: Vec<Way> = self.rows.iter().map(OverviewRow::way).collect();
        for (row, way) in self.rows.iter().zip(&ways) {
            canvas.paragraph(Tone::Name, MARGIN, ROOM, &row.name);
            if let Way::Open(share) = way {
                bar(&mut canvas, *share);
            }
            canvas.paragraph(Tone::Quiet, MARGIN, ROOM, &row.text(voice));
            canvas.y += 8.0;
        }
        legend(voice, &mut canvas, &ways);
        Some(canvas.finish(KIND.name, &self.title, self.description(voice, &ways)))
    }

    fn description(&self, voice: &Voice<'_>, ways: &[Way]) -> String {
        let shares = || {
            self.rows.iter().zip(ways).filter_map(|(row, way)| match way {
                Way::Open(Some(share)) => Some((row, *share)),
                _ => None,
            })
        };
        let count = |of: &dyn Fn(&OverviewRow, f64) -> bool| {
            shares().filter(|(row, share)| of(row, *share)).count().to_string()
        };
        let args: [(&str, &str); 4] = [
            ("count", &self.rows.len().to_string()),
            ("with", &count(&|_, _| true)),
            ("reached", &count(&|row, share| share >= 1.0 && row.reached())),
            ("away", &count(&|_, share| share < 0.0)),
        ];
        let mut said = vec![words::fill(voice, "chart-say-overview", &args)];
        let order = |a: &(&OverviewRow, f64), b: &(&OverviewRow, f64)| a.1.total_cmp(&b.1);
        let (most, least) = (shares().max_by(order), shares().min_by(order));
        if let (Some(most), Some(least)) = (most, least)
            && most.1 > least.1
        {
            let args: [(&str, &str); 2] = [("most", &most.0.name), ("least", &least.0.name)];
            said.push(words::fill(voice, "chart-say-furthest", &args));
        }
        words::sentences(voice, &said)
    }
}

/// The track from baseline to target, the bar, and the mark of the target; the cursor moves below it.
fn bar(canvas: &mut Canvas, share: Option<f64>) {
    let (top, bottom) = (canvas.y + 3.0, canvas.y + 3.0 + BAR);
    let plane = canvas.plane((BEFORE, BEYOND), (0.0, 1.0), (MARGIN, 0.0), (RIGHT - 8.0, 1.0));
    let x = |share: f64| plane.place(share, 0.0).0;
    canvas.rect(Ink::Track, (x(0.0), top), (x(1.0), bottom));
    if let Some(share) = share {
        draw_share(canvas, &plane, share, (top, bottom));
    }
    canvas.path(Ink::Axis, &[(x(0.0), top - 2.0), (x(0.0), bottom + 2.0)]);
    canvas.path(Ink::TargetTick, &[(x(1.0), top - 3.0), (x(1.0), bottom + 3.0)]);
    canvas.y = bottom + 5.0;
}

/// The bar of a share, with an arrow at its end where it goes on further.
fn draw_share(canvas: &Canvas, plane: &Plane, share: f64, (top, bottom): (f64, f64)) {
    let x = |share: f64| plane.place(share, 0.0).0;
    let (top, bottom, middle) = (top + 1.5, bottom - 1.5, (top + bottom) / 2.0);
    let (zero, end) = (x(0.0), x(share.clamp(BEFORE, BEYOND)));
    if share < BEFORE {
        canvas.rect(Ink::BarAway, (end + HEAD, top), (zero, bottom));
        arrow(canvas, (end, middle), 1.0);
    } else if end < zero {
        canvas.rect(Ink::BarAway, (end, top), (zero, bottom));
    } else if end > zero {
        canvas.rect(Ink::Bar, (zero, top), (end, bottom));
    }
    if share > BEYOND {
        arrow(canvas, (end + HEAD, middle), -1.0);
    }
}

/// How long the head of an arrow is.
const HEAD: f64 = 7.0;

/// A head with its tip at a place, pointing away from its foot.
fn arrow(canvas: &Canvas, (x, y): At, way: f64) {
    let foot = x + way * HEAD;
    canvas.polygon(Ink::Overflow, &[(x, y), (foot, y - 6.0), (foot, y + 6.0)]);
}

fn legend(voice: &Voice<'_>, canvas: &mut Canvas, ways: &[Way]) {
    type Symbol = fn(&Canvas, At);
    let shares = || {
        ways.iter().filter_map(|way| match way {
            Way::Open(share) => *share,
            Way::Closed(_) => None,
        })
    };
    let open = ways.iter().any(|way| matches!(way, Way::Open(_)));
    let all: [(bool, &str, Symbol); 5] = [
        (open, "chart-key-baseline", |c, (x, y)| c.path(Ink::Axis, &[(x, y - 7.0), (x, y + 7.0)])),
        (shares().any(|share| share >= 0.0), "chart-key-latest", |c, (x, y)| {
            c.rect(Ink::Bar, (x - 9.0, y - 3.5), (x + 9.0, y + 3.5));
        }),
        (shares().any(|share| share < 0.0), "chart-key-away", |c, (x, y)| {
            c.rect(Ink::BarAway, (x - 9.0, y - 3.5), (x + 9.0, y + 3.5));
        }),
        (open, "chart-key-target", |c, (x, y)| {
            c.path(Ink::TargetTick, &[(x, y - 7.0), (x, y + 7.0)]);
        }),
        (
            shares().any(|share| !(BEFORE..=BEYOND).contains(&share)),
            "chart-key-overflow",
            |c, (x, y)| {
                arrow(c, (x + 4.0, y), -1.0);
            },
        ),
    ];
    let there = all.iter().filter(|(there, _, _)| *there);
    let keys: Vec<Key> = there.map(|(_, key, symbol)| Key::new(voice.word(key), *symbol)).collect();
    canvas.legend(&keys);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(baseline: Option<i64>, latest: Option<i64>, target: i64, less: bool) -> OverviewRow {
        let exactly = |value: i64| Quantity::exactly(Decimal::from(value));
        OverviewRow {
            name: String::new(),
            unit: String::new(),
            baseline: baseline.map(exactly),
            latest: latest.map(|value| (jiff::civil::date(2018, 12, 31), exactly(value))),
            target: Some((2020, exactly(target))),
            less_is_better: less,
        }
    }

    #[test]
    fn ways_lead_from_baseline_to_target() {
        assert_eq!(row(Some(300), Some(450), 600, false).way(), Way::Open(Some(0.5)));
        assert_eq!(row(Some(10), Some(8), 6, true).way(), Way::Open(Some(0.5)));
        assert_eq!(row(None, Some(3), 6, false).way(), Way::Open(Some(0.5)));
        assert_eq!(row(Some(10), Some(12), 6, true).way(), Way::Open(Some(-0.5)));
        assert_eq!(row(Some(10), None, 20, false).way(), Way::Open(None));
        for closed in
            [row(Some(6), None, 6, false), row(Some(6), None, 5, false), row(None, None, 5, true)]
        {
            assert!(matches!(closed.way(), Way::Closed(_)));
        }
    }
}
