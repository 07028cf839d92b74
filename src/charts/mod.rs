//! In: plain data and the voice of a language. Out: charts as SVG, drawn with plotters through a pen of our
//! own. Nothing here knows the site: pages prepare the data and place the charts.
//!
//! A kind of chart is one file in this folder, a line in `KINDS`, and its data type with `draw`.

mod area_years;
mod areas;
mod bars;
mod canvas;
mod chart;
mod duty_matrix;
mod ink;
mod measure;
mod overview;
mod pen;
mod plan_years;
mod room;
mod scale;
mod style_sheet;
mod trajectory;
mod words;
mod xml;

pub use area_years::AreaYears;
pub use areas::Areas;
pub use chart::Chart;
pub use duty_matrix::{DutyMatrix, DutyUnit};
pub use overview::{Overview, OverviewRow};
pub use pen::TextBox;
pub use plan_years::{PlanBars, PlanYears};
pub use style_sheet::StyleSheet;
pub use trajectory::{Start, Trajectory};

/// Charts of areas have at most so many rows; `sheets` cuts what is longer.
pub const AREAS_PER_SHEET: usize = 60;
/// The same for the overview of a plan.
pub const INDICATORS_PER_SHEET: usize = 20;

/// The same for the targets of several plans.
pub const BARS_PER_SHEET: usize = 60;

/// Every kind of chart.
pub static KINDS: &[Kind] = &[
    trajectory::KIND,
    areas::KIND,
    area_years::KIND,
    overview::KIND,
    duty_matrix::KIND,
    plan_years::KIND,
];

/// One kind of chart.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// In kebab-case: the class of the chart and a part of the names of its files.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
}
