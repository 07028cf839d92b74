//! In: the targets of several plans, by year. Out: horizontal bars on one measure, plan by plan and year by year.

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas, MARGIN, Plane};
use super::ink::{Ink, Tone};
use super::pen::WIDTH;
use super::{BARS_PER_SHEET, Chart, Kind, bars, words};
use crate::language::Voice;
use crate::model::quantity::Quantity;

pub(super) const KIND: Kind = Kind {
    name: "plan-years",
    about: "The targets of several plans as bars, plan by plan and year by year.",
};

/// The targets of several plans, in one unit.
pub struct PlanYears {
    pub title: String,
    pub unit: String,
    /// In the order in which they are drawn.
    pub plans: Vec<PlanBars>,
    /// The least and the greatest figure of all sheets, so that their bars have one measure; else those of the plans.
    pub scale: Option<(Decimal, Decimal)>,
}

/// The targets of one plan.
#[derive(Clone)]
pub struct PlanBars {
    pub name: String,
    pub bars: Vec<(i16, Quantity)>,
}

const RIGHT: f64 = WIDTH - MARGIN;
const ROOM: f64 = RIGHT - MARGIN;

/// How the width is divided.
struct Layout {
    /// Where what stands behind the years begins.
    left: f64,
    /// Figures stand at the ends of the bars.
    at_ends: bool,
    plane: Plane,
    zero: f64,
}

impl PlanYears {
    /// Charts of at most sixty bars; the bars of one plan stay together.
    pub fn sheets(self) -> Vec<Self> {
        let scale = self.scale.or_else(|| bars::ends(self.figures()));
        let mut sheets: Vec<Vec<PlanBars>> = Vec::new();
        let mut count = 0;
        for plan in self.plans {
            count += plan.bars.len();
            match sheets.last_mut() {
                Some(sheet) if count <= BARS_PER_SHEET => sheet.push(plan),
                _ => {
                    count = plan.bars.len();
                    sheets.push(vec![plan]);
                }
            }
        }
        let (title, unit) = (self.title, self.unit);
        let sheet = |plans| Self { title: title.clone(), unit: unit.clone(), plans, scale };
        sheets.into_iter().map(sheet).collect()
    }

    /// `None` where no plan has a figure.
    pub fn draw(&self, voice: &Voice<'_>) -> Option<Chart> {
        self.figures().next()?;
        let mut canvas = Canvas::new();
        let unit = words::unit(voice, &self.unit);
        if !unit.is_empty() {
            canvas.paragraph(Tone::Quiet, MARGIN, ROOM, &unit);
            canvas.y += 2.0;
        }
        let layout = self.layout(voice, &canvas);
        for (at, plan) in self.plans.iter().filter(|plan| !plan.bars.is_empty()).enumerate() {
            canvas.y += if at > 0 { 7.0 } else { 0.0 };
            canvas.paragraph(Tone::Name, MARGIN, ROOM, &plan.name);
            let top = canvas.y;
            for (year, quantity) in &plan.bars {
                layout.row(voice, &mut canvas, *year, quantity);
            }
            canvas.path(Ink::Axis, &[(layout.zero, top), (layout.zero, canvas.y)]);
        }
        Some(canvas.finish(KIND.name, &self.title, self.description(voice)))
    }

    fn figures(&self) -> impl Iterator<Item = Quantity> {
        self.plans.iter().flat_map(|plan| plan.bars.iter().map(|(_, quantity)| *quantity))
    }

    fn layout(&self, voice: &Voice<'_>, canvas: &Canvas) -> Layout {
        let years = self.plans.iter().flat_map(|plan| plan.bars.iter().map(|(year, _)| year));
        let wide = years.map(|year| Tone::Quiet.width(&year.to_string())).fold(0.0, f64::max);
        let left = MARGIN + wide + 6.0;
        let label = |one: Quantity| Tone::Value.width(&one.text(voice)) + 6.0;
        let negative = |one: &Quantity| one.value < Decimal::ZERO;
        let after = self.figures().filter(|one| !negative(one)).map(label).fold(0.0, f64::max);
        let before = self.figures().filter(negative).map(label).fold(0.0, f64::max);
        let at_ends = RIGHT - left - after - before >= bars::LEAST;
        let (after, before) = if at_ends { (after, before) } else { (0.0, 0.0) };
        let ends = self.scale.or_else(|| bars::ends(self.figures()));
        let plane = bars::plane(canvas, ends, left + before, RIGHT - after);
        let zero = plane.place(0.0, 0.0).0;
        Layout { left, at_ends, plane, zero }
    }

    fn description(&self, voice: &Voice<'_>) -> String {
        let plans = self.plans.iter().filter(|plan| !plan.bars.is_empty());
        // Of each plan, what it leads to.
        let last = plans.filter_map(|plan| Some((plan, plan.bars.last()?)));
        let last: Vec<(String, Quantity)> = last
            .map(|(plan, (year, quantity))| {
                let args = [("plan", plan.name.as_str()), ("year", &year.to_string())];
                (words::fill(voice, "chart-plan-in-year", &args), *quantity)
            })
            .collect();
        let count = last.len().to_string();
        let figures: Vec<(&str, Quantity)> =
            last.iter().map(|(name, quantity)| (name.as_str(), *quantity)).collect();
        let most = figures.iter().rev().max_by_key(|(_, quantity)| quantity.value);
        let least = figures.iter().min_by_key(|(_, quantity)| quantity.value);
        let said = [
            words::fill(voice, "chart-say-plan-years", &[("count", &count)]),
            words::extremes(voice, most, least, &self.unit),
        ];
        words::sentences(voice, &said)
    }
}

impl Layout {
    fn row(&self, voice: &Voice<'_>, canvas: &mut Canvas, year: i16, quantity: &Quantity) {
        let (label, high) = (quantity.text(voice), Tone::Value.line());
        let first = canvas.y + high / 2.0;
        canvas.text(Tone::Quiet, Anchor::Left, (MARGIN, first), &year.to_string());
        if !self.at_ends {
            canvas.paragraph(Tone::Value, self.left, RIGHT - self.left, &label);
        }
        let middle = canvas.y + high / 2.0;
        let look = (Ink::Bar, Ink::BarSoft);
        let (from, to) = bars::bar(canvas, &self.plane, look, quantity, middle);
        if self.at_ends && quantity.value < Decimal::ZERO {
            canvas.text(Tone::Value, Anchor::Right, (from - 4.0, middle), &label);
        } else if self.at_ends {
            canvas.text(Tone::Value, Anchor::Left, (to + 4.0, middle), &label);
        }
        canvas.y += high;
    }
}
