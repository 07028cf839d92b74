//! In: a directive of a plan's text, such as `{{ figure high-tech-enterprises 2020 }}`, already read. Out: what it
//! asks for. The names are still the author's words; `resolve` reports those that mean nothing.

use crate::diagnostic::Spanned;

use super::Plan;
use super::area::Area;
use super::indicator::{Division, Indicator};
use super::quantity::Quantity;
use super::register::{Key, Register};

/// What a text asks for in double braces.
#[derive(Clone, Debug)]
pub enum Directive {
    /// A single figure, within a sentence.
    Figure(Figure),
    /// A chart, on a line of its own.
    Chart(Chart),
    /// The target table of an indicator, on a line of its own.
    Table(Spanned<String>),
    /// The table of responsibilities, on a line of its own.
    Duties,
}

/// Which figure of which indicator.
#[derive(Clone, Debug)]
pub struct Figure {
    pub indicator: Spanned<String>,
    pub which: Spanned<Which>,
    /// A part of the indicator, an area, or both.
    pub of: Vec<Spanned<String>>,
}

/// Which of the figures of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The target of a year.
    Target(i16),
    Baseline,
    /// What was reported last.
    Latest,
}

/// Which chart.
#[derive(Clone, Debug)]
pub enum Chart {
    Trajectory(Spanned<String>),
    /// The breakdown of a year, or of the last one.
    Areas(Spanned<String>, Option<Spanned<i16>>),
    AreaYears(Spanned<String>),
    Overview,
    DutyMatrix,
}

/// Why a figure cannot be printed.
#[derive(Clone, Debug)]
pub enum NoFigure<'d> {
    UnknownIndicator(&'d Spanned<String>),
    /// Neither a part of the indicator nor an area with figures.
    UnknownPlace(&'d Spanned<String>),
    /// The table has no such figure.
    Absent,
}

impl Chart {
    /// What the text asks for, as the author wrote it; the same in every language.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Trajectory(indicator) => vec!["trajectory".to_owned(), indicator.value.clone()],
            Self::Areas(indicator, year) => {
                let year = year.as_ref().map(|year| year.value.to_string());
                [Some("areas".to_owned()), Some(indicator.value.clone()), year]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            Self::AreaYears(indicator) => vec!["area-years".to_owned(), indicator.value.clone()],
            Self::Overview => vec!["overview".to_owned()],
            Self::DutyMatrix => vec!["duty-matrix".to_owned()],
        }
    }
}

impl Figure {
    /// What the text asks for, as the author wrote it; the same in every language.
    pub fn words(&self) -> Vec<String> {
        let which = match self.which.value {
            Which::Target(year) => year.to_string(),
            Which::Baseline => "baseline".to_owned(),
            Which::Latest => "latest".to_owned(),
        };
        let of = self.of.iter().map(|one| one.value.clone());
        [self.indicator.value.clone(), which].into_iter().chain(of).collect()
    }

    /// The figure as the table has it.
    pub fn find<'d>(
        &'d self,
        plan: &Plan,
        areas: &Register<Area>,
    ) -> Result<Quantity, NoFigure<'d>> {
        let indicator = plan
            .indicator(&self.indicator.value)
            .ok_or(NoFigure::UnknownIndicator(&self.indicator))?;
        let (division, area) = self.place(indicator, areas)?;
        let quantity = match (self.which.value, area) {
            (Which::Baseline, None) if division.is_none() => {
                indicator.baseline.as_ref().map(|baseline| baseline.value)
            }
            (Which::Latest, area) if division.is_none() => {
                indicator.latest().and_then(|actual| match area {
                    None => Some(actual.value.value),
                    Some(area) => {
                        let row = actual.areas.iter().find(|(key, _)| *key == area);
                        row.map(|(_, quantity)| quantity.value)
                    }
                })
            }
            (Which::Target(year), None) => {
                let total = division.map_or(&indicator.target, |division| &division.total);
                total.get(&year).map(|quantity| quantity.value)
            }
            (Which::Target(year), Some(area)) => {
                // Where an indicator has parts, an area alone could mean any of them.
                let division = division.or(match &indicator.divisions[..] {
                    [only] => Some(only),
                    _ => None,
                });
                let row = division.and_then(|one| one.areas.iter().find(|(key, _)| *key == area));
                row.and_then(|(_, years)| years.get(&year)).map(|quantity| quantity.value)
            }
            (Which::Baseline | Which::Latest, _) => None,
        };
        quantity.ok_or(NoFigure::Absent)
    }

    fn place<'d, 'i>(
        &'d self,
        indicator: &'i Indicator,
        areas: &Register<Area>,
    ) -> Result<(Option<&'i Division>, Option<Key<Area>>), NoFigure<'d>> {
        let (mut division, mut place) = (None, None);
        for name in &self.of {
            let id = |id: &super::Id| id.as_str() == name.value;
            let part = indicator
                .divisions
                .iter()
                .find(|one| one.part.as_ref().is_some_and(|part| id(&part.id)));
            if let Some(part) = part {
                division = Some(part);
                continue;
            }
            let area = areas.keys().find(|key| id(&areas[*key].id));
            place = Some(area.ok_or(NoFigure::UnknownPlace(name))?);
        }
        Ok((division, place))
    }
}

impl Chart {
    /// The indicator that the chart shows, where it shows one.
    pub fn indicator(&self) -> Option<&Spanned<String>> {
        match self {
            Self::Trajectory(name) | Self::Areas(name, _) | Self::AreaYears(name) => Some(name),
            Self::Overview | Self::DutyMatrix => None,
        }
    }

    /// The file whose table it shows.
    pub fn table(&self) -> &'static str {
        match self {
            Self::DutyMatrix => "duties.toml",
            Self::Trajectory(_) | Self::Areas(..) | Self::AreaYears(_) | Self::Overview => {
                "targets.toml"
            }
        }
    }
}
