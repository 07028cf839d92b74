//! In: one figure for each area. Out: horizontal bars, the largest first.

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas, MARGIN, Plane};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{AREAS_PER_SHEET, Chart, Kind, bars, scale, words};
use crate::language::Voice;
use crate::model::indicator::Rank;
use crate::model::quantity::Quantity;

pub(super) const KIND: Kind = Kind {
    name: "areas",
    about: "One figure for each area as a bar, the largest first, and their total.",
};

/// One figure for each area.
pub struct Areas {
    pub title: String,
    pub unit: String,
    pub rows: Vec<(String, Option<Quantity>)>,
    /// The area that a page is about, by its place in `rows`.
    pub marked: Option<usize>,
    pub total: Option<(String, Quantity)>,
    /// The least and the greatest figure of all sheets, so that their bars have one measure; else those of
    /// the rows.
    pub scale: Option<(Decimal, Decimal)>,
    /// The rank of the marked area, where it means something.
    pub rank: Option<Rank>,
}

/// The widest column of names beside the bars.
const NAMES: f64 = 0.4 * WIDTH;
const RIGHT: f64 = WIDTH - MARGIN;

/// A row, ready to be drawn.
struct Row<'r> {
    name: &'r str,
    value: Option<Quantity>,
    label: String,
    look: Look,
}

/// What a row is drawn with.
#[derive(Clone, Copy)]
struct Look {
    name: Tone,
    bar: Ink,
    /// What a range leaves open.
    open: Ink,
}

const PLAIN: Look = Look { name: Tone::Name, bar: Ink::Bar, open: Ink::BarSoft };
const MARKED: Look = Look { name: Tone::Marked, ..PLAIN };
const BESIDE_MARKED: Look = Look { name: Tone::Name, bar: Ink::Rest, open: Ink::RestSoft };

/// How the width is divided.
struct Layout {
    /// Names stand beside their bars.
    beside: bool,
    /// Figures stand at the ends of the bars.
    at_ends: bool,
    plane: Plane,
    zero: f64,
}

impl Areas {
    /// Charts of at most sixty rows; the total stands on the last.
    pub fn sheets(self) -> Vec<Self> {
        if self.rows.len() <= AREAS_PER_SHEET {
            return vec![self];
        }
        // Cut in the order of the bars, so that one sheet continues the other.
        let mut rows: Vec<_> = self.rows.iter().enumerate().collect();
        sort(&mut rows, |(_, row)| row.1);
        let scale = bars::ends(rows.iter().filter_map(|(_, row)| row.1));
        let last = rows.len().div_ceil(AREAS_PER_SHEET) - 1;
        let sheets = rows.chunks(AREAS_PER_SHEET).enumerate().map(|(at, rows)| {
            let marked = rows.iter().position(|(place, _)| self.marked == Some(*place));
            Self {
                title: self.title.clone(),
                unit: self.unit.clone(),
                rows: rows.iter().map(|(_, row)| (*row).clone()).collect(),
                marked,
                total: self.total.clone().filter(|_| at == last),
                scale,
                rank: self.rank.filter(|_| marked.is_some()),
            }
        });
        sheets.collect()
    }

    /// `None` where no area has a figure.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        let rows = self.sorted(voice);
        rows.first()?.value?;
        let mut canvas = Canvas::new();
        let unit = words::unit(voice, &self.unit);
        if !unit.is_empty() {
            canvas.paragraph(Tone::Quiet, MARGIN, RIGHT - MARGIN, &unit);
            canvas.y += 2.0;
        }
        let scale = self.scale.or_else(|| bars::ends(rows.iter().filter_map(|row| row.value)));
        let layout = layout(&canvas, &rows, scale);
        let top = canvas.y;
        for row in &rows {
            layout.row(&mut canvas, row);
        }
        if layout.beside {
            canvas.path(Ink::Axis, &[(layout.zero, top), (layout.zero, canvas.y)]);
        }
        self.total(voice, &mut canvas);
        Some(canvas.finish(KIND.name, &self.title, self.description(voice, &rows)))
    }

    fn sorted(&self, voice: &Voice<'_>) -> Vec<Row<'_>> {
        let look = |at: usize| match self.marked.filter(|marked| *marked < self.rows.len()) {
            None => PLAIN,
            Some(marked) if marked == at => MARKED,
            Some(_) => BESIDE_MARKED,
        };
        let rows = self.rows.iter().enumerate().map(|(at, entry)| Row {
            name: &entry.0,
            value: entry.1,
            label: entry.1.map_or_else(|| "—".to_owned(), |value| value.text(voice)),
            look: look(at),
        });
        let mut rows: Vec<Row<'_>> = rows.collect();
        sort(&mut rows, |row| row.value);
        rows
    }

    fn total(&self, voice: &Voice<'_>, canvas: &mut Canvas) {
        let Some((name, total)) = &self.total else { return };
        canvas.y += 5.0;
        canvas.path(Ink::Axis, &[(MARGIN, canvas.y), (RIGHT, canvas.y)]);
        canvas.y += 3.0;
        let total = words::with_unit(voice, total, &self.unit);
        let text = words::fill(voice, "chart-total", &[("name", name), ("value", &total)]);
        canvas.paragraph(Tone::Name, MARGIN, RIGHT - MARGIN, &text);
    }

    fn description(&self, voice: &Voice<'_>, rows: &[Row<'_>]) -> String {
        let count = rows.len().to_string();
        let figures = rows.iter().filter_map(|row| row.value.map(|value| (row.name, value)));
        let figures: Vec<(&str, Quantity)> = figures.collect();
        let mut said = vec![words::fill(voice, "chart-say-areas", &[("count", &count)])];
        said.push(words::extremes(voice, figures.first(), figures.last(), &self.unit));
        said.extend(self.place_of_marked(voice));
        let missing = rows.len() - figures.len();
        if missing > 0 {
            said.push(words::fill(voice, "chart-say-missing", &[("count", &missing.to_string())]));
        }
        if let Some((name, total)) = &self.total {
            let total = words::with_unit(voice, total, &self.unit);
            said.push(words::fill(voice, "chart-say-total", &[("name", name), ("value", &total)]));
        }
        words::sentences(voice, &said)
    }

    /// `Xianghe ranks 3 of 11: 45 enterprises.`
    fn place_of_marked(&self, voice: &Voice<'_>) -> Option<String> {
        let (name, value) = self.rows.get(self.marked?)?;
        let value = words::with_unit(voice, value.as_ref()?, &self.unit);
        let Some(rank) = self.rank else {
            let args = [("name", name.as_str()), ("value", &value)];
            return Some(words::fill(voice, "chart-say-marked-alone", &args));
        };
        let (place, of) = (rank.place.to_string(), rank.of.to_string());
        let args = [("name", name.as_str()), ("rank", &place), ("count", &of), ("value", &value)];
        let key = if rank.shared { "chart-say-marked-equal" } else { "chart-say-marked" };
        Some(words::fill(voice, key, &args))
    }
}

/// What the order of the bars goes by.
fn size(quantity: &Quantity) -> (Decimal, Decimal) {
    (quantity.value, scale::ends(quantity).1)
}

/// The largest first, those without a figure last, equal ones as they were.
fn sort<R>(rows: &mut [R], value: impl Fn(&R) -> Option<Quantity>) {
    rows.sort_by(|a, b| {
        let key = |row| value(row).as_ref().map(size);
        key(b).cmp(&key(a))
    });
}

fn layout(canvas: &Canvas, rows: &[Row<'_>], ends: Option<(Decimal, Decimal)>) -> Layout {
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let names = widest(&mut rows.iter().map(|row| row.look.name.width(row.name)));
    let negative = |row: &&Row<'_>| row.value.is_some_and(|q| q.value < Decimal::ZERO);
    let label = |row: &Row<'_>| Tone::Value.width(&row.label) + 6.0;
    let after = widest(&mut rows.iter().filter(|row| !negative(row)).map(label));
    let before = widest(&mut rows.iter().filter(negative).map(label));
    let all = RIGHT - MARGIN;
    let names = if names <= NAMES { names + 6.0 } else { 0.0 };
    let beside = names > 0.0 && all - names - after - before >= bars::LEAST;
    let names = if beside { names } else { 0.0 };
    let at_ends = all - names - after - before >= bars::LEAST;
    let (after, before) = if at_ends { (after, before) } else { (0.0, 0.0) };
    let plane = bars::plane(canvas, ends, MARGIN + names + before, RIGHT - after);
    let zero = plane.place(0.0, 0.0).0;
    Layout { beside, at_ends, plane, zero }
}

impl Layout {
    fn row(&self, canvas: &mut Canvas, row: &Row<'_>) {
        let room = RIGHT - MARGIN;
        if self.beside {
            let middle = canvas.y + Tone::Name.line() / 2.0;
            canvas.text(row.look.name, Anchor::Left, (MARGIN, middle), row.name);
        } else {
            canvas.y += 2.0;
            canvas.paragraph(row.look.name, MARGIN, room, row.name);
        }
        if !self.at_ends {
            canvas.paragraph(Tone::Value, MARGIN, room, &row.label);
        }
        let high = if self.beside { Tone::Name.line() } else { Tone::Value.line() };
        let middle = canvas.y + high / 2.0;
        if !self.beside {
            let foot = canvas.y + high;
            canvas.path(Ink::Axis, &[(self.zero, canvas.y + 1.0), (self.zero, foot - 1.0)]);
        }
        let (from, to) = row.value.map_or((self.zero, self.zero), |value| {
            let look = (row.look.bar, row.look.open);
            bars::bar(canvas, &self.plane, look, &value, middle)
        });
        if self.at_ends {
            let back = row.value.is_some_and(|value| value.value < Decimal::ZERO);
            let (anchor, x) =
                if back { (Anchor::Right, from - 4.0) } else { (Anchor::Left, to + 4.0) };
            canvas.text(Tone::Value, anchor, (x, middle), &row.label);
        }
        canvas.y += high;
    }
}
