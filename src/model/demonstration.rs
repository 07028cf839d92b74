//! In: a site, one of whose areas may be invented. Out: what of it is a demonstration: the plans and the organisations
//! of that place; and the plans that totals speak of.

use super::{Area, Key, Organisation, Plan, Site};

impl Site {
    /// Whether a place is invented.
    pub fn invents_area(&self, key: Key<Area>) -> bool {
        self.areas.is_demonstration(key)
    }

    /// Whether an organisation is one of an invented place, or belongs to one that is.
    pub fn invents_organisation(&self, key: Key<Organisation>) -> bool {
        let mut above = self.organisations.upwards(key, |one| one.parent);
        let area = above.find_map(|key| self.organisations[key].area);
        area.is_some_and(|area| self.invents_area(area))
    }

    /// Whether a plan is that of an invented place: of its area, or of its issuer where it has none.
    pub fn is_demonstration(&self, plan: &Plan) -> bool {
        match plan.area {
            Some(area) => self.invents_area(area),
            None => self.invents_organisation(plan.issuer.value),
        }
    }

    /// The plans that totals speak of: those that are no demonstration. Where there are no others, the demonstrations.
    pub fn counted_plans(&self) -> impl Iterator<Item = &Plan> + Clone {
        self.plans_that_count(true)
    }

    /// The demonstrations that totals leave out.
    pub fn demonstrations(&self) -> impl Iterator<Item = &Plan> + Clone {
        self.plans_that_count(false)
    }

    fn plans_that_count(&self, count: bool) -> impl Iterator<Item = &Plan> + Clone {
        let only = self.plans.iter().all(|plan| self.is_demonstration(plan));
        self.plans.iter().filter(move |plan| (only || !self.is_demonstration(plan)) == count)
    }
}
