//! In: the figures of areas over years. Out: a heat map in five classes, with the figures in its cells where
//! there is room.

use rust_decimal::Decimal;

use super::canvas::{Anchor, At, Canvas, Key, MARGIN};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{AREAS_PER_SHEET, Chart, Kind, scale, words};
use crate::language::Voice;
use crate::model::quantity::Quantity;

pub(super) const KIND: Kind = Kind {
    name: "area-years",
    about: "Figures of areas over years as a heat map in five classes.",
};

/// The figures of areas over years.
pub struct AreaYears {
    pub title: String,
    pub unit: String,
    pub years: Vec<i16>,
    /// For each area a figure for each year.
    pub rows: Vec<(String, Vec<Option<Quantity>>)>,
}

/// Cells with figures, and cells at all.
const MOST_FIGURES: usize = 260;
const MOST_CELLS: usize = 420;
const NARROWEST: f64 = 8.0;
const CELL: f64 = 16.0;
const RIGHT: f64 = WIDTH - MARGIN;
const INKS: [Ink; 5] = [Ink::Step1, Ink::Step2, Ink::Step3, Ink::Step4, Ink::Step5];

/// How figures are written in the cells, if at all.
#[derive(Clone, Copy, PartialEq)]
enum Figures {
    Words,
    Signs,
    None,
}

struct Layout {
    /// The places of the years that are drawn, the earliest first.
    years: Vec<usize>,
    /// Where the cells begin; names stand above their cells where this is the margin.
    left: f64,
    each: f64,
    figures: Figures,
}

impl AreaYears {
    /// Charts of at most sixty rows.
    pub fn sheets(self) -> Vec<Self> {
        if self.rows.len() <= AREAS_PER_SHEET {
            return vec![self];
        }
        let sheet = |rows: &[(String, Vec<Option<Quantity>>)]| Self {
            title: self.title.clone(),
            unit: self.unit.clone(),
            years: self.years.clone(),
            rows: rows.to_vec(),
        };
        self.rows.chunks(AREAS_PER_SHEET).map(sheet).collect()
    }

    /// `None` where there is no figure.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        let layout = self.layout(voice)?;
        let classes = self.classes(&layout);
        if classes.is_empty() {
            return None;
        }
        let mut canvas = Canvas::new();
        let unit = words::unit(voice, &self.unit);
        if !unit.is_empty() {
            canvas.paragraph(Tone::Quiet, MARGIN, RIGHT - MARGIN, &unit);
        }
        self.heads(&mut canvas, &layout);
        for row in &self.rows {
            self.row(voice, &mut canvas, &layout, &classes, row);
        }
        canvas.y += 6.0;
        self.legend(voice, &mut canvas, &layout, &classes);
        let description = self.description(voice, &layout);
        Some(canvas.finish(KIND.name, &self.title, description))
    }

    fn value(row: &(String, Vec<Option<Quantity>>), year: usize) -> Option<Quantity> {
        row.1.get(year).copied().flatten()
    }

    fn layout(&self, voice: &Voice<'_>) -> Option<Layout> {
        let mut years: Vec<usize> = (0..self.years.len()).collect();
        years.sort_by_key(|at| self.years[*at]);
        let names = self.rows.iter().map(|row| Tone::Name.width(&row.0)).fold(0.0, f64::max);
        let left = if names <= 0.4 * WIDTH { (MARGIN + names + 6.0).ceil() } else { MARGIN };
        let fit = ((RIGHT - left) / NARROWEST) as usize;
        let most = (MOST_CELLS / self.rows.len().max(1)).clamp(1, fit.max(1));
        let years = years.split_off(years.len().saturating_sub(most));
        if years.is_empty() || self.rows.is_empty() {
            return None;
        }
        let each = ((RIGHT - left) / years.len() as f64).floor().min(110.0);
        let mut layout = Layout { years, left, each, figures: Figures::None };
        let few = self.rows.len() * layout.years.len() <= MOST_FIGURES;
        let fits = |figures: &Figures| {
            let texts = self.cells(&layout).map(|value| figures.text(voice, &value));
            few && texts.map(|text| Tone::OnLow.width(&text)).all(|wide| wide + 2.0 <= each)
        };
        let best = [Figures::Words, Figures::Signs].into_iter().find(fits);
        layout.figures = best.unwrap_or(Figures::None);
        Some(layout)
    }

    /// Every figure that is drawn.
    fn cells<'s>(&'s self, layout: &'s Layout) -> impl Iterator<Item = Quantity> + 's {
        let years = &layout.years;
        self.rows.iter().flat_map(|row| years.iter().filter_map(|year| Self::value(row, *year)))
    }

    /// Every figure with its class: a fifth of the figures each, equal ones in the same.
    fn classes(&self, layout: &Layout) -> Vec<(Decimal, usize)> {
        let mut values: Vec<Decimal> = self.cells(layout).map(|cell| cell.value).collect();
        values.sort();
        let count = values.len();
        let mut classes: Vec<(Decimal, usize)> = Vec::new();
        for (below, value) in values.into_iter().enumerate() {
            if classes.last().is_none_or(|(last, _)| *last != value) {
                classes.push((value, below * INKS.len() / count));
            }
        }
        classes
    }

    /// The years above the cells, fewer where they would touch.
    fn heads(&self, canvas: &mut Canvas, layout: &Layout) {
        let year = |at: &usize| self.years.get(*at).copied().unwrap_or(0).to_string();
        let wide = layout.years.iter().map(|at| Tone::Quiet.width(&year(at))).fold(0.0, f64::max);
        let every = ((wide * 1.5 + 4.0) / layout.each).ceil().max(1.0) as usize;
        let middle = canvas.y + Tone::Quiet.line() / 2.0;
        for (column, at) in layout.years.iter().enumerate().rev().step_by(every) {
            let x = layout.left + (column as f64 + 0.5) * layout.each;
            let x = x.clamp(MARGIN + wide / 2.0, RIGHT - wide / 2.0);
            canvas.text(Tone::Quiet, Anchor::Middle, (x, middle), &year(at));
        }
        canvas.y += Tone::Quiet.line() + 1.0;
    }

    fn row(
        &self,
        voice: &Voice<'_>,
        canvas: &mut Canvas,
        layout: &Layout,
        classes: &[(Decimal, usize)],
        row: &(String, Vec<Option<Quantity>>),
    ) {
        if layout.left > MARGIN {
            let middle = canvas.y + CELL / 2.0;
            canvas.text(Tone::Name, Anchor::Left, (MARGIN, middle), &row.0);
        } else {
            canvas.y += 2.0;
            canvas.paragraph(Tone::Name, MARGIN, RIGHT - MARGIN, &row.0);
        }
        for (column, year) in layout.years.iter().enumerate() {
            let left = layout.left + column as f64 * layout.each;
            let (from, to): (At, At) =
                ((left, canvas.y), (left + layout.each - 1.0, canvas.y + CELL));
            let middle = ((from.0 + to.0) / 2.0, canvas.y + CELL / 2.0);
            let Some(value) = Self::value(row, *year) else {
                missing(canvas, from, to);
                continue;
            };
            let found = classes.binary_search_by(|(other, _)| other.cmp(&value.value));
            let class = found.map_or(0, |at| classes[at].1);
            canvas.path(INKS[class], &[(from.0, middle.1), (to.0, middle.1)]);
            let tone = if class > 2 { Tone::OnHigh } else { Tone::OnLow };
            let text = layout.figures.text(voice, &value);
            canvas.text(tone, Anchor::Middle, middle, &text);
        }
        canvas.y += CELL + 1.0;
    }

    fn legend(
        &self,
        voice: &Voice<'_>,
        canvas: &mut Canvas,
        layout: &Layout,
        classes: &[(Decimal, usize)],
    ) {
        let mut keys = Vec::new();
        for (class, ink) in INKS.into_iter().enumerate() {
            let mut of = classes.iter().filter(|(_, of)| *of == class).map(|(value, _)| *value);
            let Some(low) = of.next() else { continue };
            let high = of.next_back().unwrap_or(low);
            let (from, to) = (voice.number(low), voice.number(high));
            let name = match low == high {
                true => from,
                false => words::fill(voice, "chart-class", &[("from", &from), ("to", &to)]),
            };
            let draw = move |c: &Canvas, (x, y): At| c.path(ink, &[(x - 9.0, y), (x + 9.0, y)]);
            keys.push(Key::new(name, draw));
        }
        let all = self.rows.len() * layout.years.len();
        if self.cells(layout).count() < all {
            let draw = |c: &Canvas, (x, y): At| missing(c, (x - 9.0, y - 8.0), (x + 9.0, y + 8.0));
            keys.push(Key::new(voice.word("chart-missing"), draw));
        }
        canvas.legend(&keys);
        if layout.years.len() < self.years.len() {
            let note = self.left_out(voice, layout);
            canvas.paragraph(Tone::Quiet, MARGIN, RIGHT - MARGIN, &note);
        }
    }

    fn left_out(&self, voice: &Voice<'_>, layout: &Layout) -> String {
        let (shown, all) = (layout.years.len().to_string(), self.years.len().to_string());
        words::fill(voice, "chart-say-latest-years", &[("shown", &shown), ("all", &all)])
    }

    fn description(&self, voice: &Voice<'_>, layout: &Layout) -> String {
        let year = |at: Option<&usize>| {
            at.and_then(|at| self.years.get(*at)).map_or_else(String::new, i16::to_string)
        };
        let (first, last) = (year(layout.years.first()), year(layout.years.last()));
        let count = self.rows.len().to_string();
        let args: [(&str, &str); 3] = [("count", &count), ("first", &first), ("last", &last)];
        let mut said = vec![words::fill(voice, "chart-say-area-years", &args)];
        if layout.years.len() < self.years.len() {
            said.push(self.left_out(voice, layout));
        }
        // What is said of the largest and the smallest is said of the newest year.
        let newest = layout.years.last().copied().unwrap_or(0);
        let figures = self
            .rows
            .iter()
            .filter_map(|row| Self::value(row, newest).map(|value| (row.0.as_str(), value)));
        let figures: Vec<(&str, Quantity)> = figures.collect();
        let most = figures.iter().rev().max_by_key(|(_, value)| value.value);
        let least = figures.iter().min_by_key(|(_, value)| value.value);
        if most.is_some() {
            let extremes = words::extremes(voice, most, least, &self.unit);
            let args: [(&str, &str); 2] = [("year", &last), ("said", &extremes)];
            said.push(words::fill(voice, "chart-say-in-year", &args));
        }
        words::sentences(voice, &said)
    }
}

impl Figures {
    fn text(self, voice: &Voice<'_>, value: &Quantity) -> String {
        match self {
            Self::Words => value.text(voice),
            Self::Signs => scale::signed(voice, value),
            Self::None => String::new(),
        }
    }
}

/// An empty cell with a dash.
fn missing(canvas: &Canvas, from: At, to: At) {
    let (x, y) = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let half = ((to.0 - from.0) / 4.0).min(4.0);
    canvas.path(Ink::Missing, &[(x - half, y), (x + half, y)]);
}
