//! In: nothing; this is what the stages talk about. Out: the site as it is meant, after every
//! reference has been followed. `resolve` is the only place that makes a `Site`.

pub mod area;
pub mod config;
pub mod consultation;
pub mod directive;
pub mod document;
pub mod indicator;
pub mod organisation;
pub mod owed;
pub mod plan;
pub mod quantity;
pub mod register;

pub use area::Area;
pub use config::Config;
pub use organisation::Organisation;
pub use plan::Plan;
pub use register::{Id, Key, Register};

use crate::diagnostic::Span;
use crate::language::Text;
use document::Document;
use indicator::{Actual, Indicator};
use owed::Owed;

/// Everything that a site publishes.
#[derive(Debug)]
pub struct Site {
    pub config: Config,
    pub organisations: Register<Organisation>,
    pub areas: Register<Area>,
    /// Newest first; plans of one day by id.
    pub plans: Vec<Plan>,
    /// About, accessibility and other pages that stand by themselves.
    pub pages: Vec<FreePage>,
    /// Files that are published as they are at the root of the site.
    pub root: Vec<plan::Attachment>,
    /// What each organisation owes and what is expected of each area.
    pub owed: Owed,
}

impl Site {
    /// Every indicator with its plan.
    pub fn indicators(&self) -> impl Iterator<Item = (&Plan, &Indicator)> {
        self.plans.iter().flat_map(|plan| plan.indicators().map(move |one| (plan, one)))
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
