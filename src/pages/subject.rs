//! In: the site. Out: what a page may be about, and the way from a page to it.

use crate::model::concept::Concept;
use crate::model::consultation::Round;
use crate::model::indicator::Indicator;
use crate::model::{Area, FreePage, Key, Organisation, Plan, Site};

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Site,
    /// By its place in `Site::plans`.
    Plan(usize),
    /// An indicator by the places of its plan and of itself in the plan.
    Indicator(usize, usize),
    /// A round of a consultation by the places of its plan and of itself in the plan.
    Round {
        plan: usize,
        round: usize,
    },
    /// A clause by its place in the text, on which comments are taken in a round; `None` for the plan as a whole.
    Comment {
        plan: usize,
        round: usize,
        clause: Option<usize>,
    },
    Organisation(Key<Organisation>),
    Area(Key<Area>),
    /// By its place in `Site::concepts`.
    Concept(usize),
    /// By its place in `Site::pages`.
    Page(usize),
}

impl Subject {
    /// The plan that a page of a plan is about.
    pub fn plan(self, site: &Site) -> &Plan {
        &site.plans[self.plan_place()]
    }

    /// The indicator that a page is about.
    pub fn indicator(self, site: &Site) -> &Indicator {
        match self {
            Self::Indicator(plan, at) => {
                let targets = site.plans[plan].targets.as_ref().expect("subjects have targets");
                &targets.indicators[at]
            }
            _ => unreachable!("only the kind of indicator pages asks for its indicator"),
        }
    }

    /// The place of the plan that a page of a plan is about.
    pub fn plan_place(self) -> usize {
        match self {
            Self::Plan(at) | Self::Indicator(at, _) => at,
            _ => unreachable!("only kinds of plan pages ask for their plan"),
        }
    }

    /// The place of the plan to which the page belongs, if it belongs to one.
    pub fn of_plan(self) -> Option<usize> {
        match self {
            Self::Plan(plan)
            | Self::Indicator(plan, _)
            | Self::Round { plan, .. }
            | Self::Comment { plan, .. } => Some(plan),
            Self::Site
            | Self::Organisation(_)
            | Self::Area(_)
            | Self::Concept(_)
            | Self::Page(_) => None,
        }
    }

    /// The plan and the round that a page is about.
    pub fn round(self, site: &Site) -> (&Plan, &Round) {
        match self {
            Self::Round { plan, round } | Self::Comment { plan, round, .. } => {
                let plan = &site.plans[plan];
                (plan, &plan.rounds[round])
            }
            _ => unreachable!("only kinds of pages of a round ask for it"),
        }
    }

    /// The organisation that a page is about.
    pub fn organisation(self) -> Key<Organisation> {
        match self {
            Self::Organisation(key) => key,
            _ => unreachable!("only the kind of organisation pages asks for its organisation"),
        }
    }

    /// The area that a page is about.
    pub fn area(self) -> Key<Area> {
        match self {
            Self::Area(key) => key,
            _ => unreachable!("only the kind of area pages asks for its area"),
        }
    }

    /// Whether the page is about something invented.
    pub fn is_demonstration(self, site: &Site) -> bool {
        match self {
            Self::Plan(plan)
            | Self::Indicator(plan, _)
            | Self::Round { plan, .. }
            | Self::Comment { plan, .. } => site.is_demonstration(&site.plans[plan]),
            Self::Organisation(key) => site.invents_organisation(key),
            Self::Area(key) => site.invents_area(key),
            Self::Concept(at) => {
                let plans = || site.concepts[at].indicators.iter().map(|one| one.plan(site));
                plans().next().is_some() && plans().all(|plan| site.is_demonstration(plan))
            }
            Self::Site | Self::Page(_) => false,
        }
    }

    /// The concept that a page is about.
    pub fn concept(self, site: &Site) -> &Concept {
        match self {
            Self::Concept(at) => &site.concepts[at],
            _ => unreachable!("only the kind of concept pages asks for its concept"),
        }
    }

    pub fn page(self, site: &Site) -> &FreePage {
        match self {
            Self::Page(at) => &site.pages[at],
            _ => unreachable!("only the kind of free pages asks for its page"),
        }
    }
}
