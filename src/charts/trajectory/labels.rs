//! In: a trajectory with its marks. Out: the figures beside them, as many as find room.

use super::super::canvas::{At, Canvas, MARGIN};
use super::super::ink::Tone;
use super::super::pen::WIDTH;
use super::super::room::{Area, Room};
use super::marks::ARROW;
use super::{HEIGHT, Plot, end_of, scale, words};
use crate::language::Voice;
use crate::model::quantity::{Bound, Quantity};

impl Plot<'_> {
    pub fn labels(&self, voice: &Voice<'_>, canvas: &Canvas) {
        let bottom = self.top + HEIGHT + 5.0;
        let mut room = Room::new(Area(self.left, MARGIN, WIDTH - MARGIN, bottom));
        let unit = self.unit.iter().map(|line| Tone::Quiet.width(line)).fold(0.0, f64::max);
        room.take(Area(0.0, 0.0, MARGIN + unit + 4.0, self.top - 6.0));
        self.occupy(&mut room);
        let mut put = |mark: At, away: f64, text: &str| {
            if let Some((anchor, at)) = room.find(Tone::Value, text, mark, away) {
                canvas.text(Tone::Value, anchor, at, text);
            }
        };
        // What matters most takes its place first.
        if let Some(latest) = self.actuals.last() {
            put(self.actual_at(latest), 4.0, &latest.1.text(voice));
        }
        if let (Some(((x, from), (_, to))), Some(gap)) = (self.bracket_ends(), self.gap()) {
            put((x, (from + to) / 2.0), 2.0, &gap.text(voice));
        }
        for target in self.targets.iter().rev() {
            let (at, away) = self.reach(target);
            put(at, away, &target.1.text(voice));
        }
        if let Some(start) = &self.data.baseline {
            let text = start.value.text(voice);
            match start.year {
                Some(year) => put(self.at(end_of(year), start.value.value), 5.0, &text),
                None => {
                    let text =
                        words::fill(voice, "chart-baseline-without-year", &[("value", &text)]);
                    let (_, y) = self.at(0.0, start.value.value);
                    let half = Tone::Value.width(&text) / 2.0 + 3.0;
                    put((self.left + half, y), 1.0, &text);
                }
            }
        }
        for actual in self.actuals.iter().rev().skip(1) {
            put(self.actual_at(actual), 4.0, &actual.1.text(voice));
        }
    }

    /// The middle of a target's mark and its half height.
    fn reach(&self, target: &(i16, Quantity)) -> (At, f64) {
        let (x, y) = self.target_at(target);
        match target.1.bound {
            Bound::AtLeast | Bound::MoreThan => ((x, y - ARROW / 2.0 + 1.0), ARROW / 2.0 + 1.0),
            Bound::AtMost | Bound::LessThan => ((x, y + ARROW / 2.0 - 1.0), ARROW / 2.0 + 1.0),
            Bound::To(_) => {
                let (_, high) = self.at(end_of(target.0), scale::ends(&target.1).1);
                ((x, (y + high) / 2.0), (y - high) / 2.0 + 1.0)
            }
            Bound::Exactly | Bound::About => ((x, y), 4.5),
        }
    }

    /// Marks and lines are there before any label.
    fn occupy(&self, room: &mut Room) {
        for target in &self.targets {
            let (at, away) = self.reach(target);
            room.take(Area::around(at, 5.5, away));
        }
        for earlier in &self.data.earlier {
            room.take(Area::around(self.target_at(earlier), 3.5, 3.5));
        }
        for actual in &self.actuals {
            room.take(Area::around(self.actual_at(actual), 4.0, 4.0));
        }
        match &self.data.baseline {
            Some(start) if start.year.is_some() => {
                let at = self.at(end_of(start.year.unwrap_or(0)), start.value.value);
                room.take(Area::around(at, 5.0, 5.0));
            }
            Some(start) => {
                let (_, y) = self.at(0.0, start.value.value);
                room.take(Area(self.left, y - 0.6, WIDTH - MARGIN, y + 0.6));
            }
            None => {}
        }
        if let Some(((x, from), (_, to))) = self.bracket_ends() {
            room.take(Area(x - 4.0, from.min(to), x + 1.0, from.max(to)));
            if let Some(latest) = self.actuals.last() {
                room.take(Area(self.actual_at(latest).0, from - 1.0, x, from + 1.0));
            }
        }
        room.line(&self.target_line());
        room.line(&self.actual_line());
    }
}
