//! In: units and how many tasks of each group they lead or share in. Out: a matrix of marks, and what its
//! numbered columns are.

use super::canvas::{Anchor, At, Canvas, Key, MARGIN};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{Chart, Kind, words};
use crate::language::Voice;

pub(super) const KIND: Kind =
    Kind { name: "duty-matrix", about: "Which unit leads or shares in the tasks of which group." };

/// Which unit does what.
pub struct DutyMatrix {
    pub title: String,
    pub groups: Vec<String>,
    pub units: Vec<DutyUnit>,
}

/// One unit.
#[derive(Clone)]
pub struct DutyUnit {
    pub name: String,
    /// Where its row leads on a page; files have no links.
    pub link: Option<String>,
    /// For each group: tasks led, tasks shared in.
    pub tasks: Vec<(usize, usize)>,
}

/// Rows and columns of one chart.
const MOST: usize = 40;
const MOST_GROUPS: usize = 12;
/// The bytes that rows may take: what a file of 15,000 bytes has beside its head, styles and list of groups.
const FULL: usize = 8_000;
const RIGHT: f64 = WIDTH - MARGIN;
const NAMES: f64 = 0.4 * WIDTH;
const ROW: f64 = 18.0;
/// The side of a mark for one task; one with a number is as wide as the number needs.
const MARK: f64 = 14.0;

struct Layout {
    left: f64,
    each: f64,
    numbers: bool,
}

impl DutyUnit {
    /// About how many bytes the row takes.
    fn weight(&self) -> usize {
        let mark = |tasks: usize| match tasks {
            0 => 0,
            1 => 24,
            _ => 52,
        };
        let marks = self.tasks.iter().map(|(led, shared)| mark(*led) + mark(*shared));
        110 + marks.sum::<usize>()
    }
}

impl DutyMatrix {
    /// Charts of at most twelve groups, and of as many units as a small file holds. The cut depends on the
    /// marks alone, so that it is the same in every language.
    pub fn sheets(self) -> Vec<Self> {
        let mut sheets = Vec::new();
        for (at, groups) in self.groups.chunks(MOST_GROUPS).enumerate() {
            let from = at * MOST_GROUPS;
            let part = |unit: &DutyUnit| DutyUnit {
                name: unit.name.clone(),
                link: unit.link.clone(),
                tasks: unit.tasks.iter().skip(from).take(groups.len()).copied().collect(),
            };
            let mut sheet: Vec<DutyUnit> = Vec::new();
            let mut full = 0;
            let busy = |unit: &DutyUnit| unit.tasks.iter().any(|tasks| *tasks != (0, 0));
            for unit in self.units.iter().map(part).filter(busy) {
                let weight = unit.weight();
                if !sheet.is_empty() && (sheet.len() == MOST || full + weight > FULL) {
                    sheets.push(self.sheet(groups, std::mem::take(&mut sheet)));
                    full = 0;
                }
                full += weight;
                sheet.push(unit);
            }
            if !sheet.is_empty() {
                sheets.push(self.sheet(groups, sheet));
            }
        }
        sheets
    }

    fn sheet(&self, groups: &[String], units: Vec<DutyUnit>) -> Self {
        Self { title: self.title.clone(), groups: groups.to_vec(), units }
    }

    /// `None` where no unit has a task.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        if !self.units.iter().any(|unit| self.total(unit) != (0, 0)) {
            return None;
        }
        let mut canvas = Canvas::new();
        let layout = self.layout();
        self.heads(&mut canvas, &layout);
        for (at, unit) in self.units.iter().enumerate() {
            self.row(&mut canvas, &layout, unit, at % 2 == 0);
        }
        canvas.y += 5.0;
        self.legend(voice, &mut canvas, &layout);
        canvas.y += 2.0;
        for (at, group) in self.groups.iter().enumerate() {
            let number = (at + 1).to_string();
            let text = words::fill(voice, "chart-group", &[("number", &number), ("name", group)]);
            canvas.paragraph(Tone::Quiet, MARGIN, RIGHT - MARGIN, &text);
        }
        Some(canvas.finish(KIND.name, &self.title, self.description(voice)))
    }

    fn tasks(&self, unit: &DutyUnit, group: usize) -> (usize, usize) {
        unit.tasks.get(group).copied().unwrap_or((0, 0))
    }

    fn total(&self, unit: &DutyUnit) -> (usize, usize) {
        let tasks = unit.tasks.iter().take(self.groups.len());
        tasks.fold((0, 0), |all, (led, shared)| {
            (all.0.saturating_add(*led), all.1.saturating_add(*shared))
        })
    }

    fn layout(&self) -> Layout {
        let columns = self.groups.len().max(1) as f64;
        let cells = self.units.iter().flat_map(|unit| unit.tasks.iter().take(self.groups.len()));
        let need = cells.map(|cell| cell_width(*cell, true)).fold(MARK, f64::max) + 3.0;
        let names = self.units.iter().map(|unit| Tone::Name.width(&unit.name)).fold(0.0, f64::max);
        let beside = (MARGIN + names + 4.0).ceil();
        let left = if names <= NAMES && beside + columns * need <= RIGHT { beside } else { MARGIN };
        let each = ((RIGHT - left) / columns).min(46.0);
        let each = if each > 2.0 { each.floor() } else { each };
        Layout { left, each, numbers: need <= each }
    }

    /// The numbers of the columns, fewer where they would touch.
    fn heads(&self, canvas: &mut Canvas, layout: &Layout) {
        let wide = Tone::Quiet.width(&self.groups.len().to_string());
        let every = ((wide + 3.0) / layout.each).ceil().max(1.0) as usize;
        let middle = canvas.y + Tone::Quiet.line() / 2.0;
        for column in (0..self.groups.len()).step_by(every) {
            let x = layout.middle(column).min(RIGHT - wide / 2.0);
            canvas.text(Tone::Quiet, Anchor::Middle, (x, middle), &(column + 1).to_string());
        }
        canvas.y += Tone::Quiet.line() + 1.0;
    }

    fn row(&self, canvas: &mut Canvas, layout: &Layout, unit: &DutyUnit, band: bool) {
        let top = canvas.y;
        if layout.left > MARGIN {
            canvas.text(Tone::Name, Anchor::Left, (MARGIN, canvas.y + ROW / 2.0), &unit.name);
        } else {
            canvas.paragraph(Tone::Name, MARGIN, RIGHT - MARGIN, &unit.name);
        }
        for group in 0..self.groups.len() {
            let at = (layout.middle(group), canvas.y + ROW / 2.0);
            layout.cell(canvas, at, self.tasks(unit, group));
        }
        canvas.y += ROW;
        if band {
            canvas.rect(Ink::Band, (0.0, top), (WIDTH, canvas.y));
        }
        if let Some(href) = &unit.link {
            canvas.link(top, href, &unit.name);
        }
    }

    fn legend(&self, voice: &Voice<'_>, canvas: &mut Canvas, layout: &Layout) {
        let all = self.units.iter().map(|unit| self.total(unit));
        let (led, shared) = all
            .fold((false, false), |(led, shared), unit| (led || unit.0 > 0, shared || unit.1 > 0));
        let mut keys = Vec::new();
        if led {
            keys.push(Key::new(voice.word("chart-lead"), |c, at| square(c, at, MARK)));
        }
        if shared {
            keys.push(Key::new(voice.word("chart-shared"), |c, at| ring(c, at, MARK)));
        }
        canvas.legend(&keys);
        let cells = self.units.iter().flat_map(|unit| unit.tasks.iter().take(self.groups.len()));
        if cells.into_iter().any(|(led, shared)| *led > 1 || *shared > 1) {
            let key = if layout.numbers { "chart-counts" } else { "chart-no-counts" };
            canvas.paragraph(Tone::Quiet, MARGIN, RIGHT - MARGIN, &voice.word(key));
        }
    }

    fn description(&self, voice: &Voice<'_>) -> String {
        let args: [(&str, &str); 2] =
            [("units", &self.units.len().to_string()), ("groups", &self.groups.len().to_string())];
        let mut said = vec![words::fill(voice, "chart-say-duties", &args)];
        // The first of those that have equally many.
        let most = |count: fn((usize, usize)) -> usize| {
            let units = self.units.iter().map(|unit| (count(self.total(unit)), unit.name.as_str()));
            units.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0)
        };
        let sentences = [
            ("chart-say-leads-most", most(|tasks| tasks.0)),
            ("chart-say-shares-most", most(|tasks| tasks.1)),
        ];
        for (key, most) in sentences {
            if let Some((count, name)) = most {
                let args: [(&str, &str); 2] = [("name", name), ("count", &count.to_string())];
                said.push(words::fill(voice, key, &args));
            }
        }
        words::sentences(voice, &said)
    }
}

/// How wide a mark for so many tasks is.
fn mark_width(count: usize, numbers: bool) -> f64 {
    match count {
        0 => 0.0,
        1 => MARK,
        _ if !numbers => MARK,
        count => (Tone::Value.width(&count.to_string()) + 4.0).max(MARK),
    }
}

fn cell_width((led, shared): (usize, usize), numbers: bool) -> f64 {
    let gap = if led > 0 && shared > 0 { 2.0 } else { 0.0 };
    mark_width(led, numbers) + gap + mark_width(shared, numbers)
}

impl Layout {
    fn middle(&self, column: usize) -> f64 {
        self.left + (column as f64 + 0.5) * self.each
    }

    fn cell(&self, canvas: &Canvas, (x, y): At, (led, shared): (usize, usize)) {
        // Where there is hardly room, marks shrink to what there is.
        let whole = cell_width((led, shared), self.numbers);
        let shrink = (self.each / whole.max(1.0)).min(1.0);
        let mut left = x - whole * shrink / 2.0;
        type Mark = fn(&Canvas, At, f64);
        let marks: [(usize, Tone, Mark); 2] =
            [(led, Tone::OnHigh, square), (shared, Tone::OnLow, ring)];
        for (count, tone, mark) in marks {
            let wide = mark_width(count, self.numbers) * shrink;
            if count > 0 {
                let at = (left + wide / 2.0, y);
                mark(canvas, at, wide);
                if count > 1 && self.numbers {
                    canvas.text(tone, Anchor::Middle, at, &count.to_string());
                }
                left += wide + 2.0 * shrink;
            }
        }
    }
}

/// A filled square, drawn as a stroke as thick as it is high.
fn square(canvas: &Canvas, (x, y): At, wide: f64) {
    canvas.path(Ink::Lead, &[(x - wide / 2.0, y), (x + wide / 2.0, y)]);
}

/// A hollow circle, drawn as a stroke with round ends and a smaller one within it.
fn ring(canvas: &Canvas, (x, y): At, wide: f64) {
    let half = ((wide - MARK) / 2.0).max(0.0);
    for ink in [Ink::Shared, Ink::SharedInside] {
        canvas.path(ink, &[(x - half, y), (x + half, y)]);
    }
}
