//! In: nothing; this is what the stages talk about. Out: the site as it is meant, after every
//! reference has been followed. `resolve` is the only place that makes a `Site`.

pub mod acknowledged;
pub mod area;
pub mod award;
pub mod basis;
pub mod concept;
pub mod config;
pub mod confirmation;
pub mod consultation;
pub mod demonstration;
pub mod directive;
pub mod document;
pub mod family;
pub mod fingerprint;
pub mod glossary;
pub mod html;
pub mod indicator;
pub mod kept;
pub mod limits;
pub mod line;
pub mod lineage;
pub mod minimum;
pub mod organisation;
pub mod owed;
pub mod passage;
pub mod pending;
pub mod plan;
pub mod plan_index;
pub mod plans;
pub mod prose;
pub mod quantity;
pub mod register;
pub mod rule_level;
pub mod switch;
pub mod telephone;
pub mod translation;
pub mod years;

pub use area::Area;
pub use config::Config;
pub use organisation::Organisation;
pub use plan::Plan;
pub use plans::Plans;
pub use register::{Id, Key, Register};

use crate::diagnostic::Span;
use crate::language::Text;
use acknowledged::Acknowledged;
use basis::Genealogy;
use concept::Concept;
use consultation::Round;
use document::Document;
use glossary::Term;
use indicator::{Actual, Indicator};
use lineage::Lineage;
use minimum::{Length, Profile};
use owed::Owed;
use plan_index::PlanIndex;

/// Everything that a site publishes.
#[derive(Debug)]
pub struct Site {
    pub config: Config,
    pub organisations: Register<Organisation>,
    pub areas: Register<Area>,
    /// Newest first, those of unknown age last; plans of one day by id.
    pub plans: Plans,
    /// Where each of them is.
    pub plan_index: PlanIndex,
    /// About, accessibility and other pages that stand by themselves.
    pub pages: Vec<FreePage>,
    /// What several plans promise, in the author's order.
    pub concepts: Vec<Concept>,
    /// The terms that translations keep to.
    pub glossary: Vec<Term>,
    /// Files that are published as they are at the root of the site.
    pub root: Vec<plan::Attachment>,
    /// What each organisation owes and what is expected of each area.
    pub owed: Owed,
    /// Which plan came of which draft.
    pub lineage: Lineage,
    /// What the registers say of findings that are true of the source; those of plans stand with them.
    pub acknowledged: Vec<Acknowledged>,
    /// Which plan was made on the basis of which.
    pub genealogy: Genealogy,
}

impl Site {
    /// The plan with this id.
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plan_index.place(id).map(|at| &self.plans[at])
    }

    /// The places of the concepts that have an indicator, by the places of its plan and of itself in the plan.
    pub fn concepts_of(&self, plan: usize, indicator: usize) -> impl Iterator<Item = usize> {
        let concepts = self.concepts.iter().enumerate();
        concepts.filter(move |(_, one)| one.has(plan, indicator)).map(|(at, _)| at)
    }

    /// Every indicator with its plan.
    pub fn indicators(&self) -> impl Iterator<Item = (&Plan, &Indicator)> {
        plan::indicators_of(self.plans.iter())
    }

    /// Every round with the plan that it is about.
    pub fn rounds(&self) -> impl Iterator<Item = (&Plan, &Round)> {
        self.plans.iter().flat_map(|plan| plan.rounds.iter().map(move |round| (plan, round)))
    }

    /// The rule about the length of a round: its own, or that of the site.
    pub fn profile<'s>(&'s self, round: &'s Round) -> Option<&'s Profile> {
        round.profile.as_ref().or(self.config.consultations.profile.as_ref())
    }

    /// The minimum and how long the round is, where it is shorter.
    pub fn shorter_than(&self, round: &Round) -> Option<(Length, Length)> {
        let least = self.profile(round)?.length()?;
        let (start, end) = (round.period.start.date, round.period.end.date);
        let measured = self.config.consultations.calendar.measure(start, end, least);
        (measured.number() < least.number()).then_some((least, measured))
    }

    /// Every actual with its indicator.
    pub fn actuals(&self) -> impl Iterator<Item = (&Indicator, &Actual)> {
        self.indicators().flat_map(|(_, one)| one.actuals.iter().map(move |actual| (one, actual)))
    }
}

/// A page of `content/pages/`.
#[derive(Debug)]
pub struct FreePage {
    pub name: Id,
    pub title: Text,
    /// In every language of the site.
    pub texts: Vec<Document>,
    pub span: Span,
}
