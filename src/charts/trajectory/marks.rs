//! In: a trajectory with its axes. Out: its lines and marks, each bound in its own shape, and the legend
//! that names those that are there.

use super::super::canvas::{At, Canvas, Key, MARGIN, Symbol};
use super::super::ink::{Ink, Tone};
use super::super::pen::WIDTH;
use super::{Gap, Plot, end_of, scale};
use crate::language::Voice;
use crate::model::quantity::Bound;

/// Half the width of a mark.
pub const HALF: f64 = 4.0;
/// The radius of a figure: smaller than a target, so that both are seen where they meet.
pub const DOT: f64 = 3.0;
/// How far an arrow reaches from its bar.
pub const ARROW: f64 = 11.0;

/// The shape of a target.
pub fn target(canvas: &Canvas, (x, y): At, bound: Bound, end: Option<f64>) {
    match bound {
        Bound::Exactly => canvas.rect(Ink::TargetMark, (x - 4.0, y - 4.0), (x + 4.0, y + 4.0)),
        Bound::AtLeast => arrow(canvas, (x, y), -1.0, false),
        Bound::MoreThan => arrow(canvas, (x, y), -1.0, true),
        Bound::AtMost => arrow(canvas, (x, y), 1.0, false),
        Bound::LessThan => arrow(canvas, (x, y), 1.0, true),
        Bound::About => canvas.circle(Ink::TargetRing, (x, y), 4.5),
        Bound::To(_) => {
            let high = end.unwrap_or(y - 10.0);
            canvas.path(Ink::TargetMark, &[(x, y), (x, high)]);
            canvas.path(Ink::TargetMark, &[(x - HALF, y), (x + HALF, y)]);
            canvas.path(Ink::TargetMark, &[(x - HALF, high), (x + HALF, high)]);
        }
    }
}

/// A bar at the value with an arrow away from it; the bar is hollow where the value itself is not enough.
fn arrow(canvas: &Canvas, (x, y): At, way: f64, open: bool) {
    let (base, tip) = (if open { y + way * 1.5 } else { y }, y + way * ARROW);
    canvas.path(Ink::TargetMark, &[(x, base), (x, tip - way * 4.0)]);
    canvas.polygon(
        Ink::TargetSolid,
        &[(x - 3.5, tip - way * 5.0), (x + 3.5, tip - way * 5.0), (x, tip)],
    );
    if open {
        canvas.rect(Ink::TargetMark, (x - 5.0, y - 1.5), (x + 5.0, y + 1.5));
    } else {
        canvas.path(Ink::TargetMark, &[(x - 5.0, y), (x + 5.0, y)]);
    }
}

fn cross(canvas: &Canvas, (x, y): At) {
    canvas.path(Ink::Earlier, &[(x - 3.0, y - 3.0), (x + 3.0, y + 3.0)]);
    canvas.path(Ink::Earlier, &[(x - 3.0, y + 3.0), (x + 3.0, y - 3.0)]);
}

fn diamond(canvas: &Canvas, (x, y): At) {
    canvas.polygon(Ink::BaselineMark, &[(x, y - 5.0), (x + 5.0, y), (x, y + 5.0), (x - 5.0, y)]);
}

/// A mark that stands on a line.
fn on_line(ink: Ink, canvas: &Canvas, (x, y): At) {
    canvas.path(ink, &[(x - 9.0, y), (x + 9.0, y)]);
}

impl Plot<'_> {
    pub fn marks(&self, canvas: &Canvas) {
        for earlier in &self.data.earlier {
            cross(canvas, self.target_at(earlier));
        }
        let way = self.target_line();
        if way.len() > 1 {
            canvas.path(Ink::TargetLine, &way);
        }
        match (&self.data.baseline, self.start()) {
            (_, Some(start)) => diamond(canvas, start),
            (Some(unknown), None) => {
                let (_, y) = self.at(0.0, unknown.value.value);
                canvas.path(Ink::BaselineLine, &[(self.left, y), (WIDTH - MARGIN, y)]);
            }
            (None, None) => {}
        }
        for (year, value) in &self.targets {
            let (_, high) = self.at(end_of(*year), scale::ends(value).1);
            target(canvas, self.target_at(&(*year, *value)), value.bound, Some(high));
        }
        if self.actuals.len() > 1 {
            canvas.path(Ink::ActualLine, &self.actual_line());
        }
        for actual in &self.actuals {
            canvas.circle(Ink::ActualDot, self.actual_at(actual), DOT);
        }
        self.bracket(canvas);
    }

    /// The place of a baseline whose year is known.
    fn start(&self) -> Option<At> {
        let start = self.data.baseline.as_ref()?;
        Some(self.at(end_of(start.year?), start.value.value))
    }

    /// The way that was promised: from the baseline, where its year is known, along the targets.
    pub fn target_line(&self) -> Vec<At> {
        let targets = self.targets.iter().map(|target| self.target_at(target));
        self.start().into_iter().chain(targets).collect()
    }

    pub fn actual_line(&self) -> Vec<At> {
        self.actuals.iter().map(|actual| self.actual_at(actual)).collect()
    }

    /// From the newest figure to the target of its year: upright, beside both.
    pub fn bracket_ends(&self) -> Option<(At, At)> {
        let Gap { latest, target, .. } = self.gap()?;
        let (low, high) = scale::ends(&target.1);
        let goal = latest.1.value.clamp(low, high);
        let x = self.target_at(target).0 + 8.0;
        let (_, from) = self.actual_at(latest);
        let (_, to) = self.at(end_of(target.0), goal);
        Some(((x, from), (x, to)))
    }

    fn bracket(&self, canvas: &Canvas) {
        if let (Some(((x, from), (_, to))), Some(latest)) =
            (self.bracket_ends(), self.actuals.last())
        {
            // The upper or lower arm reaches back to the figure, which may be of an earlier day.
            let start = self.actual_at(latest).0 + DOT + 1.0;
            canvas.path(Ink::Gap, &[(start, from), (x, from), (x, to), (x - 4.0, to)]);
        }
    }

    /// Names only what is there.
    pub fn legend(&self, voice: &Voice<'_>, canvas: &mut Canvas) {
        let mut keys = Vec::new();
        let mut add = |key: &str, symbol: Symbol| {
            keys.push(Key::new(voice.word(key), symbol));
        };
        if let Some(start) = &self.data.baseline {
            match start.year {
                Some(_) => add("chart-baseline", Box::new(diamond)),
                None => add("chart-baseline", Box::new(|c, at| on_line(Ink::BaselineLine, c, at))),
            }
        }
        if !self.actuals.is_empty() {
            add(
                "chart-actual",
                Box::new(|c, at| {
                    on_line(Ink::ActualLine, c, at);
                    c.circle(Ink::ActualDot, at, DOT);
                }),
            );
        }
        for (key, bound) in self.bounds() {
            let shift = match bound {
                Bound::AtLeast | Bound::MoreThan => 5.0,
                Bound::AtMost | Bound::LessThan => -5.0,
                Bound::To(_) => 5.0,
                Bound::Exactly | Bound::About => 0.0,
            };
            add(key, Box::new(move |c, (x, y)| target(c, (x, y + shift), bound, None)));
        }
        if !self.data.earlier.is_empty() {
            add("chart-earlier", Box::new(cross));
        }
        canvas.legend(&keys);
        self.notes(voice, canvas);
    }

    fn notes(&self, voice: &Voice<'_>, canvas: &mut Canvas) {
        let mut notes = Vec::new();
        if self.years != super::NO_YEARS {
            notes.push(voice.word("chart-year-ends"));
        }
        if !self.ticks.starts_at_zero() {
            notes.push(voice.word("chart-not-from-zero"));
        }
        let notes = super::words::sentences(voice, &notes);
        canvas.paragraph(Tone::Quiet, MARGIN, WIDTH - 2.0 * MARGIN, &notes);
    }

    /// The bounds that targets have, each once.
    fn bounds(&self) -> Vec<(&'static str, Bound)> {
        let zero = rust_decimal::Decimal::ZERO;
        let all = [
            ("chart-target", Bound::Exactly),
            ("chart-target-at-least", Bound::AtLeast),
            ("chart-target-more-than", Bound::MoreThan),
            ("chart-target-at-most", Bound::AtMost),
            ("chart-target-less-than", Bound::LessThan),
            ("chart-target-about", Bound::About),
            ("chart-target-range", Bound::To(zero)),
        ];
        let same = |a: &Bound, b: &Bound| std::mem::discriminant(a) == std::mem::discriminant(b);
        let has = |bound: &Bound| self.targets.iter().any(|(_, value)| same(&value.bound, bound));
        all.into_iter().filter(|(_, bound)| has(bound)).collect()
    }
}
