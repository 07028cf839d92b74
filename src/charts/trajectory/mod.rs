//! In: the baseline, targets and figures of one indicator. Out: a chart of time and value: where it began,
//! where it shall go, where it is.

mod labels;
mod marks;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::canvas::{Anchor, At, Canvas, MARGIN, Plane};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::scale::{self, Ticks};
use super::{Chart, Kind, words};
use crate::language::{Voice, WordArg};
use crate::model::indicator::{Direction, is_over};
use crate::model::quantity::{Bound, Quantity};

pub(super) const KIND: Kind = Kind {
    name: "trajectory",
    about: "One indicator over time: its baseline, its targets as they are bounded, the figures so far, and the gap.",
};

/// One indicator over time.
pub struct Trajectory {
    pub title: String,
    pub unit: String,
    pub baseline: Option<Start>,
    /// Year and target of its end.
    pub targets: Vec<(i16, Quantity)>,
    /// Targets that were revised since.
    pub earlier: Vec<(i16, Quantity)>,
    pub actuals: Vec<(Date, Quantity)>,
    pub direction: Direction,
    /// Counted anew every year.
    pub yearly: bool,
}

/// Where a plan begins.
pub struct Start {
    pub value: Quantity,
    /// At its end; `None` where the plan does not say.
    pub year: Option<i16>,
}

const HEIGHT: f64 = 190.0;
/// Between the sides of the plot and its first and last mark.
const INSET: f64 = 20.0;

/// Where nothing has a date.
const NO_YEARS: (i32, i32) = (0, 0);

/// A trajectory with its axes laid out.
struct Plot<'t> {
    data: &'t Trajectory,
    /// In the order of time.
    targets: Vec<(i16, Quantity)>,
    actuals: Vec<(Date, Quantity)>,
    plane: Plane,
    ticks: Ticks,
    years: (i32, i32),
    /// The upper left of the plot: below the unit, beside the numbers of the axis.
    top: f64,
    left: f64,
    unit: Vec<String>,
}

/// How far the newest figure is from the target of its year.
struct Gap<'p> {
    latest: &'p (Date, Quantity),
    target: &'p (i16, Quantity),
    by: Decimal,
    kind: GapKind,
}

/// A target is missed when its time has come, and not before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GapKind {
    Below,
    Above,
    /// The year of the target is not over, and it is not reached.
    ToGo,
}

/// The end of a year, in years.
fn end_of(year: i16) -> f64 {
    f64::from(year) + 1.0
}

fn moment(date: Date) -> f64 {
    let days = f64::from(date.days_in_year());
    f64::from(date.year()) + f64::from(date.day_of_year()) / days
}

impl Trajectory {
    /// `None` where there is neither target nor figure nor baseline.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        let figures = self.figures();
        if figures.is_empty() {
            return None;
        }
        let mut canvas = Canvas::new();
        let plot = self.plot(voice, &canvas, &figures);
        plot.axes(voice, &mut canvas);
        plot.marks(&canvas);
        plot.labels(voice, &canvas);
        plot.legend(voice, &mut canvas);
        Some(canvas.finish(KIND.name, &self.title, plot.description(voice)))
    }

    /// How a difference to the target of the year is called on a day of this year.
    fn gap_kind(&self, day: Date, by: Decimal) -> Option<GapKind> {
        let over = is_over(day.year(), day);
        let below = by.is_sign_negative();
        match (self.direction, below) {
            (Direction::MoreIsBetter, true) if !over => Some(GapKind::ToGo),
            (Direction::LessIsBetter, false) if !over && !self.yearly => Some(GapKind::ToGo),
            // What is counted over the year may still go beyond its limit, and never comes back from there.
            (Direction::LessIsBetter, true) if self.yearly && !over => None,
            (_, true) => Some(GapKind::Below),
            (_, false) => Some(GapKind::Above),
        }
    }

    fn figures(&self) -> Vec<Quantity> {
        let start = self.baseline.iter().map(|start| start.value);
        let targets = self.targets.iter().chain(&self.earlier).map(|(_, value)| *value);
        start.chain(targets).chain(self.actuals.iter().map(|(_, value)| *value)).collect()
    }

    /// The years from the first end of a year to the last.
    fn years(&self) -> (i32, i32) {
        let start = self.baseline.iter().filter_map(|start| start.year);
        let targets = self.targets.iter().chain(&self.earlier).map(|(year, _)| *year);
        let ends = start.chain(targets).map(|year| (i32::from(year), i32::from(year)));
        let dates = self.actuals.iter().map(|(date, _)| {
            let year = i32::from(date.year());
            let last_day = is_over(date.year(), *date);
            (if last_day { year } else { year - 1 }, year)
        });
        let spans = ends.chain(dates);
        let span = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        match span {
            None => NO_YEARS,
            Some((first, last)) if first == last => (first - 1, last + 1),
            Some(span) => span,
        }
    }

    fn plot(&self, voice: &Voice<'_>, canvas: &Canvas, figures: &[Quantity]) -> Plot<'_> {
        let ends = figures.iter().map(scale::ends).flat_map(|(low, high)| [low, high]);
        let ticks = Ticks::around(ends, 5);
        let wide = ticks.0.iter().map(|tick| Tone::Quiet.width(&label(voice, *tick)));
        let left = MARGIN + wide.fold(0.0, f64::max) + 5.0;
        let unit = Tone::Quiet.wrap(&words::unit(voice, &self.unit), WIDTH - 2.0 * MARGIN);
        let top = MARGIN + unit.len() as f64 * Tone::Quiet.line() + 5.0;
        let years = self.years();
        let inset = ((WIDTH - MARGIN - left) / 2.0 - 10.0).clamp(0.0, INSET);
        let (from, to) = ((left + inset, top), (WIDTH - MARGIN - inset, top + HEIGHT));
        let span = (f64::from(years.0) + 1.0, f64::from(years.1) + 1.0);
        let plane = canvas.plane(span, ticks.range(), from, to);
        let (mut targets, mut actuals) = (self.targets.clone(), self.actuals.clone());
        targets.sort_by_key(|(year, _)| *year);
        actuals.sort_by_key(|(date, _)| *date);
        Plot { data: self, targets, actuals, plane, ticks, years, top, left, unit }
    }
}

/// A tick as it is written on the axis.
fn label(voice: &Voice<'_>, tick: Decimal) -> String {
    scale::short(voice, tick, 90.0, Tone::Quiet.size())
}

impl Plot<'_> {
    fn at(&self, moment: f64, value: Decimal) -> At {
        self.plane.place(moment, scale::place(value))
    }

    fn target_at(&self, (year, value): &(i16, Quantity)) -> At {
        self.at(end_of(*year), value.value)
    }

    fn actual_at(&self, (date, value): &(Date, Quantity)) -> At {
        self.at(moment(*date), value.value)
    }

    /// `None` where the newest figure meets the target of its year, or is not exact, or has none.
    fn gap(&self) -> Option<Gap<'_>> {
        let latest = self.actuals.last()?;
        let target = self.targets.iter().rev().find(|(year, _)| *year == latest.0.year())?;
        let (low, high) = scale::ends(&target.1);
        let by = latest.1.value.checked_sub(latest.1.value.clamp(low, high))?;
        let exact = latest.1.bound == Bound::Exactly;
        let kind = self.data.gap_kind(latest.0, by)?;
        (exact && !by.is_zero()).then_some(Gap { latest, target, by, kind })
    }

    fn axes(&self, voice: &Voice<'_>, canvas: &mut Canvas) {
        for line in &self.unit {
            let middle = canvas.y + Tone::Quiet.line() / 2.0 - 1.0;
            canvas.text(Tone::Quiet, Anchor::Left, (MARGIN, middle), line);
            canvas.y += Tone::Quiet.line();
        }
        let mut lowest = f64::INFINITY;
        for tick in &self.ticks.0 {
            let (_, y) = self.at(f64::from(self.years.0), *tick);
            let ink = if tick.is_zero() { Ink::Axis } else { Ink::Grid };
            canvas.path(ink, &[(self.left, y), (WIDTH - MARGIN, y)]);
            // Ends that no step could be counted between may fall together.
            if lowest - y < Tone::Quiet.line() {
                continue;
            }
            lowest = y;
            let text = label(voice, *tick);
            canvas.text(Tone::Quiet, Anchor::Right, (self.left - 4.0, y), &text);
        }
        let bottom = self.top + HEIGHT + 6.0;
        canvas.path(Ink::Axis, &[(self.left, bottom), (WIDTH - MARGIN, bottom)]);
        // A baseline alone, of an unknown year, has no time.
        if self.years != NO_YEARS {
            self.year_marks(canvas, bottom);
        }
        canvas.y = bottom + 4.0 + Tone::Quiet.line() + 4.0;
    }

    /// A stroke at the end of every year for which there is room, and its number below.
    fn year_marks(&self, canvas: &Canvas, bottom: f64) {
        let (first, last) = self.years;
        let (left, _) = self.plane.place(f64::from(first) + 1.0, 0.0);
        let (right, _) = self.plane.place(f64::from(last) + 1.0, 0.0);
        let wide = |year: i32| Tone::Quiet.width(&year.to_string());
        let each = wide(first).max(wide(last)) + 8.0;
        let most = ((right - left) / each).max(1.0);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
        let fits = |step: &i32| f64::from(last - first) / f64::from(*step) <= most;
        let step = steps.into_iter().find(fits).unwrap_or(50_000);
        // Counted from the last year, which is the one that matters most.
        for back in 0..=(last - first) / step {
            let year = last - back * step;
            let (x, _) = self.plane.place(f64::from(year) + 1.0, 0.0);
            canvas.path(Ink::Axis, &[(x, bottom), (x, bottom + 3.0)]);
            let at = (x, bottom + 4.0 + Tone::Quiet.line() / 2.0);
            canvas.text(Tone::Quiet, Anchor::Middle, at, &year.to_string());
        }
    }

    fn description(&self, voice: &Voice<'_>) -> String {
        let quantity = |value: &Quantity| words::with_unit(voice, value, &self.data.unit);
        let mut said = Vec::new();
        if let Some(start) = &self.data.baseline {
            let value = quantity(&start.value);
            said.push(match start.year {
                Some(year) => words::fill(
                    voice,
                    "chart-say-baseline",
                    &[("value", &value), ("year", &year.to_string())],
                ),
                None => words::fill(voice, "chart-say-baseline-without-year", &[("value", &value)]),
            });
        }
        let year = |target: &(i16, Quantity)| target.0.to_string();
        match (self.targets.first(), self.targets.last()) {
            (Some(first), Some(last)) if self.targets.len() > 1 => {
                let args: [(&str, &str); 4] = [
                    ("first", &quantity(&first.1)),
                    ("start", &year(first)),
                    ("last", &quantity(&last.1)),
                    ("end", &year(last)),
                ];
                said.push(words::fill(voice, "chart-say-targets", &args));
            }
            (Some(only), _) => {
                let args: [(&str, &str); 2] =
                    [("value", &quantity(&only.1)), ("year", &year(only))];
                said.push(words::fill(voice, "chart-say-target", &args));
            }
            _ => {}
        }
        said.push(self.say_latest(voice));
        words::sentences(voice, &said)
    }

    fn say_latest(&self, voice: &Voice<'_>) -> String {
        let Some(latest) = self.actuals.last() else { return voice.word("chart-say-no-data") };
        let value = words::with_unit(voice, &latest.1, &self.data.unit);
        let date = voice.date(latest.0);
        let args: [(&str, &str); 2] = [("value", &value), ("date", &date)];
        let Some(gap) = self.gap() else {
            return words::fill(voice, "chart-say-latest", &args);
        };
        let year = gap.target.0.to_string();
        let (key, by) = match gap.kind {
            GapKind::ToGo => ("chart-say-latest-to-go", voice.number(gap.by.abs())),
            _ => ("chart-say-latest-gap", gap.text(voice)),
        };
        words::fill(voice, key, &[args[0], args[1], ("gap", &by), ("year", &year)])
    }
}

impl Gap<'_> {
    /// `48 below target`.
    fn text(&self, voice: &Voice<'_>) -> String {
        let key = match self.kind {
            GapKind::Below => "chart-gap-below",
            GapKind::Above => "chart-gap-above",
            GapKind::ToGo => "chart-gap-to-go",
        };
        voice.word_with(key, &[("value", WordArg::Text(&voice.number(self.by.abs())))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_missed_when_its_time_has_come() {
        let kind = |direction, yearly, (month, day): (i8, i8), by: i64| {
            let (title, unit) = (String::new(), String::new());
            let (targets, earlier, actuals) = (Vec::new(), Vec::new(), Vec::new());
            let chart = Trajectory {
                title,
                unit,
                baseline: None,
                targets,
                earlier,
                actuals,
                direction,
                yearly,
            };
            chart.gap_kind(jiff::civil::date(2026, month, day), Decimal::from(by))
        };
        let (more, less) = (Direction::MoreIsBetter, Direction::LessIsBetter);
        assert_eq!(kind(more, false, (10, 31), -4), Some(GapKind::ToGo));
        assert_eq!(kind(more, false, (12, 31), -4), Some(GapKind::Below));
        assert_eq!(kind(more, false, (10, 31), 4), Some(GapKind::Above));
        assert_eq!(kind(less, false, (10, 31), 4), Some(GapKind::ToGo));
        assert_eq!(kind(less, false, (12, 31), 4), Some(GapKind::Above));
        assert_eq!(kind(less, false, (10, 31), -4), Some(GapKind::Below));
        assert_eq!(kind(less, true, (10, 31), -4), None);
        assert_eq!(kind(less, true, (10, 31), 4), Some(GapKind::Above));
    }
}
