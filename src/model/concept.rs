//! In: an entry of `concepts.toml`, resolved. Out: what several plans promise, each under its own name and in its own
//! unit: their indicators beside each other.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::diagnostic::Span;
use crate::language::Text;

use super::area::AreaKind;
use super::indicator::{Actual, Baseline, ByYear, Division, Indicator, Measure};
use super::quantity::Quantity;
use super::register::Id;
use super::{Plan, Site};

/// What several plans promise.
#[derive(Debug)]
pub struct Concept {
    pub id: Id,
    pub name: Text,
    /// What is counted.
    pub definition: Option<Text>,
    /// The unit in which the figures are put beside each other.
    pub unit: Text,
    /// What makes the figures comparable.
    pub comparable: Text,
    /// What does not.
    pub limits: Text,
    /// By level, then by the year of the first target, then by plan.
    pub indicators: Vec<Compared>,
    /// Whether every indicator that the author names is there; what is missing has been reported.
    pub complete: bool,
    pub span: Span,
}

/// An indicator of a plan, or one of its parts, as a concept takes it.
#[derive(Debug)]
pub struct Compared {
    /// Its place in `Site::plans`.
    pub plan: usize,
    /// Its place in the plan.
    pub indicator: usize,
    /// The place of its part among its divisions.
    pub part: Option<usize>,
    /// So many units of the concept are one of its own; `None` where they are the same.
    pub times: Option<Decimal>,
    /// How the plan counts, where it does so in its own way.
    pub note: Option<Text>,
}

/// A plan of a province stands above those of its cities, and these above those of their counties and districts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaLevel {
    /// A plan that is for no area of the register is for more than any of them.
    All,
    Province,
    City,
    County,
}

impl AreaLevel {
    pub fn of(kind: Option<AreaKind>) -> Self {
        match kind {
            None => Self::All,
            Some(AreaKind::Province) => Self::Province,
            Some(AreaKind::City) => Self::City,
            Some(
                AreaKind::District
                | AreaKind::CountyLevelCity
                | AreaKind::County
                | AreaKind::AutonomousCounty
                | AreaKind::DevelopmentZone,
            ) => Self::County,
        }
    }
}

impl Concept {
    /// The indicators of one measure, in the order of the concept: a level and a yearly flow are never put beside each
    /// other.
    pub fn of<'c>(
        &'c self,
        site: &'c Site,
        measure: Measure,
    ) -> impl Iterator<Item = &'c Compared> {
        self.indicators.iter().filter(move |one| one.indicator(site).measure == measure)
    }

    /// The places of its plans, each once, in the order of the concept.
    pub fn plans(&self) -> Vec<usize> {
        let mut plans: Vec<usize> = Vec::new();
        for one in &self.indicators {
            if !plans.contains(&one.plan) {
                plans.push(one.plan);
            }
        }
        plans
    }

    /// The years of all targets, in order.
    pub fn years(&self, site: &Site) -> BTreeSet<i16> {
        self.indicators.iter().flat_map(|one| one.target(site).keys().copied()).collect()
    }

    /// Whether it has an indicator of a plan, by the places of both.
    pub fn has(&self, plan: usize, indicator: usize) -> bool {
        self.indicators.iter().any(|one| one.plan == plan && one.indicator == indicator)
    }
}

impl Compared {
    pub fn plan<'s>(&self, site: &'s Site) -> &'s Plan {
        &site.plans[self.plan]
    }

    pub fn indicator<'s>(&self, site: &'s Site) -> &'s Indicator {
        &self.plan(site).indicators().as_slice()[self.indicator]
    }

    /// The division of its part.
    pub fn division<'s>(&self, site: &'s Site) -> Option<&'s Division> {
        self.indicator(site).divisions.get(self.part?)
    }

    /// The targets of the whole area of the plan.
    pub fn target<'s>(&self, site: &'s Site) -> &'s ByYear {
        self.division(site).map_or(&self.indicator(site).target, |division| &division.total)
    }

    /// Where it starts; what a plan says of a whole indicator is not said of its parts.
    pub fn baseline<'s>(&self, site: &'s Site) -> Option<&'s Baseline> {
        self.indicator(site).baseline.as_ref().filter(|_| self.part.is_none())
    }

    /// What was reported last, of a whole indicator.
    pub fn latest<'s>(&self, site: &'s Site) -> Option<&'s Actual> {
        self.indicator(site).latest().filter(|_| self.part.is_none())
    }

    /// A figure in the unit of the concept; `None` where it would be too large to be written.
    pub fn converted(&self, quantity: Quantity) -> Option<Quantity> {
        match self.times {
            Some(times) => quantity.times(times),
            None => Some(quantity),
        }
    }
}
