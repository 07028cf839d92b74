//! In: the baseline, newest figure and target of many indicators. Out: bars that can be compared although
//! the units differ: each runs from the baseline to the target, that of a yearly figure from zero to the target of
//! its year.

mod way;

use jiff::civil::Date;

use super::canvas::{At, Canvas, Key, MARGIN, Plane};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{Chart, INDICATORS_PER_SHEET, Kind, words};
use crate::language::Voice;
use crate::model::indicator::Direction;
use crate::model::quantity::Quantity;
use way::{Share, Way};

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
    /// Of a yearly figure, the target of the year of the newest one.
    pub target: Option<(i16, Quantity)>,
    pub direction: Direction,
    /// Counted anew every year, so that what came in before is no part of the way.
    pub yearly: bool,
}

const RIGHT: f64 = WIDTH - MARGIN;
const ROOM: f64 = RIGHT - MARGIN;
/// How much of the way is shown before the baseline and beyond the target.
const BEFORE: f64 = -0.12;
const BEYOND: f64 = 1.2;
const BAR: f64 = 10.0;

impl OverviewRow {
    /// `318 → 600 enterprises by 2020; latest 452 (31 December 2018)`.
    fn text(&self, voice: &Voice<'_>) -> String {
        let mut parts = Vec::new();
        let with_unit = |value: &Quantity| words::with_unit(voice, value, &self.unit);
        match (&self.baseline, &self.target) {
            (_, Some((year, to))) if self.of_year_alone() => {
                let args: [(&str, &str); 2] = [("to", &with_unit(to)), ("year", &year.to_string())];
                parts.push(words::fill(voice, "chart-row-of-year", &args));
            }
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
        parts.extend(self.remarks().into_iter().map(|word| voice.word(word)));
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
        // A figure that leaves open how far it has come counts as a figure, and for nothing else.
        let shares = || {
            self.rows.iter().zip(ways).filter_map(|(row, way)| match way {
                Way::Open(Some(share)) => share.one().map(|share| (row, share)),
                _ => None,
            })
        };
        let count = |of: &dyn Fn(&OverviewRow, f64) -> bool| {
            shares().filter(|(row, share)| of(row, *share)).count()
        };
        let open = ways.iter().filter(|way| way.is_open_figure()).count();
        let args: [(&str, &str); 4] = [
            ("count", &self.rows.len().to_string()),
            ("with", &(count(&|_, _| true) + open).to_string()),
            ("reached", &count(&|row, share| share >= 1.0 && row.reached()).to_string()),
            ("away", &count(&|_, share| share < 0.0).to_string()),
        ];
        let mut said = vec![words::fill(voice, "chart-say-overview", &args)];
        if open > 0 {
            said.push(words::fill(voice, "chart-say-open", &[("count", &open.to_string())]));
        }
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
fn bar(canvas: &mut Canvas, share: Option<Share>) {
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

/// The bar of a share, soft where a range leaves it open, with an arrow at its end where it goes on further.
fn draw_share(canvas: &Canvas, plane: &Plane, share: Share, (top, bottom): (f64, f64)) {
    let x = |share: f64| plane.place(share.clamp(BEFORE, BEYOND), 0.0).0;
    let (top, bottom, middle) = (top + 1.5, bottom - 1.5, (top + bottom) / 2.0);
    let piece = |ink: Ink, from: f64, to: f64| {
        if from < to {
            canvas.rect(ink, (from, top), (to, bottom));
        }
    };
    let (before, beyond) = (share.least < BEFORE, share.most > BEYOND);
    let (zero, least, most) = (x(0.0), x(share.least), x(share.most));
    let least = if before { least + HEAD } else { least };
    piece(Ink::BarAway, most.max(least), zero);
    piece(Ink::Bar, zero, least);
    piece(Ink::BarSoft, least, most);
    if before {
        arrow(canvas, (least - HEAD, middle), 1.0);
    }
    if beyond {
        arrow(canvas, (most + HEAD, middle), -1.0);
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
    let outside = |share: Share| share.least < BEFORE || share.most > BEYOND;
    let all: [(bool, &str, Symbol); 6] = [
        (open, "chart-key-baseline", |c, (x, y)| c.path(Ink::Axis, &[(x, y - 7.0), (x, y + 7.0)])),
        (shares().any(|share| share.least >= 0.0), "chart-key-latest", |c, at| {
            sample(Ink::Bar, c, at)
        }),
        (shares().any(|share| share.one().is_none()), "chart-key-range", |c, at| {
            sample(Ink::BarSoft, c, at);
        }),
        (shares().any(|share| share.most < 0.0), "chart-key-away", |c, at| {
            sample(Ink::BarAway, c, at);
        }),
        (open, "chart-key-target", |c, (x, y)| {
            c.path(Ink::TargetTick, &[(x, y - 7.0), (x, y + 7.0)]);
        }),
        (shares().any(outside), "chart-key-overflow", |c, (x, y)| arrow(c, (x + 4.0, y), -1.0)),
    ];
    let there = all.iter().filter(|(there, _, _)| *there);
    let keys: Vec<Key> = there.map(|(_, key, symbol)| Key::new(voice.word(key), *symbol)).collect();
    canvas.legend(&keys);
}

/// A piece of a bar.
fn sample(ink: Ink, canvas: &Canvas, (x, y): At) {
    canvas.rect(ink, (x - 9.0, y - 3.5), (x + 9.0, y + 3.5));
}
