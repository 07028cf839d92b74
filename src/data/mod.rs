//! In: the site, in one language. Out: its tables as data: rows of plain values, written as CSV and JSON.
//! Numbers are raw, their units stand in a column of their own; the headers are in the language of the
//! file, the names of the fields in JSON are the same in all.

mod awards;
mod concept;
mod figures;
mod forms;
mod missing;
mod owed;
mod progress;
mod registers;
mod submissions;
mod tasks;

use std::borrow::Cow;
use std::io;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::language::Voice;
use crate::model::quantity::{Bound, Quantity};
use crate::model::register::When;
use crate::model::{Area, Key, Organisation, Site};

use forms::{Column, Csv, Form, Json, Row};

/// A table that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// Every baseline, target and actual: of one indicator, or of all of the plan.
    Figures { plan: usize, indicator: Option<usize> },
    /// Where each indicator stands: of one plan, or of the site.
    Progress { plan: Option<usize> },
    /// The responsibility division of a plan.
    Tasks { plan: usize },
    /// The awards and subsidies of a plan.
    Awards { plan: usize },
    /// What came in during a round of the consultation of a plan.
    Submissions { plan: usize, round: usize },
    /// The figures that are missing.
    Missing,
    /// The register of organisations, with how many tasks each one owes.
    Organisations,
    /// The tasks of an organisation, in all plans.
    Owed { organisation: Key<Organisation> },
    /// The register of areas.
    Areas,
    /// The figures of an area, in all plans.
    AreaFigures { area: Key<Area> },
    /// What several plans promise, by the place of the concept.
    Concept { concept: usize },
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// Both forms, in the order in which pages offer them.
pub const FORMATS: [Format; 2] = [Format::Csv, Format::Json];

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What web servers and search engines call the form.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
        }
    }
}

/// What a table is made from.
#[derive(Clone, Copy)]
pub struct Scene<'s> {
    pub site: &'s Site,
    /// The day of the build.
    pub today: Date,
    pub voice: Voice<'s>,
}

impl Dataset {
    /// The file name without its ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures { .. } => "figures",
            Self::Progress { .. } => "progress",
            Self::Tasks { .. } => "tasks",
            Self::Awards { .. } => "awards",
            Self::Submissions { .. } => "comments",
            Self::Missing => "missing",
            Self::Organisations => "organisations",
            Self::Owed { .. } => "tasks",
            Self::Areas => "areas",
            Self::AreaFigures { .. } => "figures",
            Self::Concept { .. } => "figures",
        }
    }

    /// The place of the plan whose table it is, if it is that of one.
    pub fn plan(self) -> Option<usize> {
        match self {
            Self::Figures { plan, .. }
            | Self::Tasks { plan }
            | Self::Awards { plan }
            | Self::Submissions { plan, .. } => Some(plan),
            Self::Progress { plan } => plan,
            Self::Missing
            | Self::Organisations
            | Self::Owed { .. }
            | Self::Areas
            | Self::AreaFigures { .. }
            | Self::Concept { .. } => None,
        }
    }

    fn table<'s>(self, scene: &'s Scene<'s>) -> Table<'s> {
        match self {
            Self::Figures { plan, indicator } => figures::table(scene, plan, indicator),
            Self::Progress { plan } => progress::table(scene, plan),
            Self::Tasks { plan } => tasks::table(scene, plan),
            Self::Awards { plan } => awards::table(scene, plan),
            Self::Submissions { plan, round } => submissions::table(scene, plan, round),
            Self::Missing => missing::table(scene),
            Self::Organisations => registers::organisations(scene),
            Self::Owed { organisation } => owed::table(scene, organisation),
            Self::Areas => registers::areas(scene),
            Self::AreaFigures { area } => figures::of_area(scene, area),
            Self::Concept { concept } => concept::table(scene, concept),
        }
    }

    /// Writes the file, row by row: that of an organisation may be larger than all the rest of the site in memory.
    pub fn write(
        self,
        scene: &Scene<'_>,
        format: Format,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let table = self.table(scene);
        match format {
            Format::Csv => table.write(scene, &mut [&mut Csv::new(out)]),
            Format::Json => table.write(scene, &mut [&mut Json::new(out)]),
        }
    }

    /// Writes the files of both forms, for which every row is made once.
    pub fn write_both(
        self,
        scene: &Scene<'_>,
        csv: &mut dyn io::Write,
        json: &mut dyn io::Write,
    ) -> io::Result<()> {
        let forms: &mut [&mut dyn Form] = &mut [&mut Csv::new(csv), &mut Json::new(json)];
        self.table(scene).write(scene, forms)
    }
}

/// One value of a table; most texts are those of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'s> {
    Empty,
    Text(Cow<'s, str>),
    Number(Decimal),
}

impl<'s> Cell<'s> {
    fn text(text: impl Into<Cow<'s, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Empty where there is nothing.
    fn maybe(text: Option<impl Into<Cow<'s, str>>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn count(count: impl Into<Decimal>) -> Self {
        Self::Number(count.into())
    }

    /// A year, or a date as machines write it.
    fn when(when: Option<When>) -> Self {
        match when {
            None => Self::Empty,
            Some(When::Year(year)) => Self::count(year),
            Some(When::Day(date)) => Self::text(date.to_string()),
        }
    }

    /// A quantity in three columns: its bound, its value, and where a range ends.
    fn quantity(quantity: Option<Quantity>) -> [Self; 3] {
        let Some(Quantity { value, bound }) = quantity else {
            return [Self::Empty, Self::Empty, Self::Empty];
        };
        let (name, end) = match bound {
            Bound::Exactly => ("exactly", None),
            Bound::AtLeast => ("at-least", None),
            Bound::MoreThan => ("more-than", None),
            Bound::AtMost => ("at-most", None),
            Bound::LessThan => ("less-than", None),
            Bound::About => ("about", None),
            Bound::To(end) => ("range", Some(end)),
        };
        [Self::text(name), Self::Number(value), end.map_or(Self::Empty, Self::Number)]
    }
}

/// Rows under named columns.
pub struct Table<'s> {
    /// In snake_case; the header is the interface word `data-…` with hyphens.
    columns: &'static [&'static str],
    /// Made one by one while they are written: a table of all plans has hundreds of thousands.
    rows: Box<dyn Iterator<Item = Vec<Cell<'s>>> + 's>,
}

impl<'s> Table<'s> {
    fn new(
        columns: &'static [&'static str],
        rows: impl Iterator<Item = Vec<Cell<'s>>> + 's,
    ) -> Self {
        Self { columns, rows: Box::new(rows) }
    }

    fn write(self, scene: &Scene<'_>, forms: &mut [&mut dyn Form]) -> io::Result<()> {
        let title = |name: &str| scene.voice.word(&format!("data-{}", name.replace('_', "-")));
        let columns: Vec<Column> =
            self.columns.iter().map(|name| Column { name, title: title(name) }).collect();
        forms.iter_mut().try_for_each(|form| form.columns(&columns))?;
        let mut line = String::new();
        for row in self.rows {
            let row = Row::of(&row, &mut line);
            forms.iter_mut().try_for_each(|form| form.row(&row))?;
        }
        forms.iter_mut().try_for_each(|form| form.end())
    }
}
