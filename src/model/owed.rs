//! In: plans and registers, every reference followed. Out: the same seen from the other side: the tasks of each
//! organisation, also by way of its groups and of those it took over from, and the figures of each area. A draft that
//! a plan came of asks nothing of anybody: what it asked for stands in that plan, as it was decided.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::area::Area;
use super::kept::fitted;
use super::lineage::Lineage;
use super::organisation::Organisation;
use super::register::{Key, Register, When};
use super::{Plan, Plans, Site, plan::Task};

/// What each organisation owes and what is expected of each area, by their places in the registers.
#[derive(Debug, Default)]
pub struct Owed {
    /// Which organisations owe anything.
    owing: Vec<bool>,
    /// Once a page has asked for them. A check needs none, and there are many: a task of all counties is one for each.
    tasks: OnceLock<Vec<Vec<OwedTask>>>,
    indicators: Vec<Vec<AreaIndicator>>,
}

/// A task, seen from an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedTask {
    /// The places of the plan, of the group in its duties, and of the task in the group: in short numbers, because a site
    /// may have millions of them.
    plan: u32,
    group: u32,
    task: u32,
    pub role: Role,
    pub by: By,
}

/// In which column of the table the organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 牵头单位
    Lead,
    /// One of several lead units, and not the first.
    JointLead,
    /// 责任单位
    Responsible,
}

/// Under which name the row names the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Itself,
    /// The row names `unit`: a group that it belongs to, or somebody it took over from.
    Other {
        unit: Key<Organisation>,
        /// Since when the name means it, where it took over from somebody.
        since: Option<When>,
    },
}

/// An indicator that has figures of an area, by the places of its plan and of itself in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaIndicator {
    pub plan: usize,
    pub indicator: usize,
}

impl OwedTask {
    /// The place of its plan.
    pub fn plan(&self) -> usize {
        self.plan as usize
    }

    /// Whether both are the same task, whoever owes it.
    pub fn is_task_of(&self, other: &Self) -> bool {
        (self.plan, self.group, self.task) == (other.plan, other.group, other.task)
    }

    /// The task in its plan.
    pub fn find<'p>(&self, plans: &'p Plans) -> Option<(&'p Plan, &'p Task)> {
        let plan = plans.get(self.plan())?;
        let group = plan.duties.as_ref()?.groups.get(self.group as usize)?;
        Some((plan, group.tasks.get(self.task as usize)?))
    }
}

impl Owed {
    /// Turns the tables of all plans round.
    pub fn new(
        plans: &Plans,
        lineage: &Lineage,
        organisations: &Register<Organisation>,
        areas: &Register<Area>,
    ) -> Self {
        let owing = owing(plans, lineage, organisations);
        let indicators = indicators(plans, lineage, areas);
        Self { owing, tasks: OnceLock::new(), indicators }
    }

    /// Whether an organisation owes anything, on whatever day.
    pub fn has_tasks(&self, key: Key<Organisation>) -> bool {
        self.owing.get(key.index()).is_some_and(|owes| *owes)
    }

    /// The indicators that have figures of an area, in the order of plans and tables.
    pub fn indicators(&self, key: Key<Area>) -> &[AreaIndicator] {
        self.indicators.get(key.index()).map_or(&[], Vec::as_slice)
    }
}

impl Site {
    /// The tasks that an organisation owes on a day: by plan in the order of the site, then in the order of the
    /// table. Each task once, with the first name of the row that means the organisation. Those of somebody else
    /// only since they were taken over.
    pub fn owed_tasks(
        &self,
        key: Key<Organisation>,
        date: Date,
    ) -> impl Iterator<Item = &OwedTask> + Clone {
        let all =
            self.owed.tasks.get_or_init(|| tasks(&self.plans, &self.lineage, &self.organisations));
        all[key.index()].iter().filter(move |one| match one.by {
            By::Itself | By::Other { since: None, .. } => true,
            By::Other { since: Some(since), .. } => since.has_passed(date),
        })
    }
}

/// The plans by their places, without drafts that something came of.
fn that_ask<'p>(plans: &'p Plans, lineage: &'p Lineage) -> impl Iterator<Item = (usize, &'p Plan)> {
    plans.iter().enumerate().filter(|(at, _)| lineage.final_of(*at).is_none())
}

/// Which organisations owe anything.
fn owing(plans: &Plans, lineage: &Lineage, organisations: &Register<Organisation>) -> Vec<bool> {
    let mut named = vec![false; organisations.len()];
    for task in that_ask(plans, lineage).flat_map(|(_, plan)| plan.tasks()) {
        for unit in task.units() {
            named[unit.key.index()] = true;
        }
    }
    let mut owing = vec![false; organisations.len()];
    for key in organisations.keys().filter(|key| named[key.index()]) {
        for (meant, _) in reach(organisations, key) {
            owing[meant.index()] = true;
        }
    }
    owing
}

fn tasks(
    plans: &Plans,
    lineage: &Lineage,
    organisations: &Register<Organisation>,
) -> Vec<Vec<OwedTask>> {
    let mut all = vec![Vec::new(); organisations.len()];
    let reach: Vec<_> = organisations.keys().map(|key| reach(organisations, key)).collect();
    for (plan, one) in that_ask(plans, lineage) {
        for (group, tasks) in one.duties.iter().flat_map(|duties| &duties.groups).enumerate() {
            for (at, task) in tasks.tasks.iter().enumerate() {
                let [plan, group, at] = [plan, group, at].map(short);
                for (role, by, key) in owners(task, &reach) {
                    let owed = OwedTask { plan, group, task: at, role, by };
                    let list: &mut Vec<OwedTask> = &mut all[key.index()];
                    match list.last_mut().filter(|last| last.is_task_of(&owed)) {
                        // Its own name counts before that of a group, wherever the two stand.
                        Some(known) if known.by != By::Itself && by == By::Itself => *known = owed,
                        Some(_) => {}
                        None => list.push(owed),
                    }
                }
            }
        }
    }
    all.into_iter().map(fitted).collect()
}

fn short(place: usize) -> u32 {
    u32::try_from(place).expect("no site has so many")
}

/// Everybody whom the row means, in the order of the row.
fn owners(
    task: &Task,
    reach: &[Vec<(Key<Organisation>, By)>],
) -> Vec<(Role, By, Key<Organisation>)> {
    let roles = [Role::Lead].into_iter().chain(std::iter::repeat(Role::JointLead));
    let lead = task.lead.iter().zip(roles);
    let rest = task.responsible.iter().map(|unit| (unit, Role::Responsible));
    let named = lead.chain(rest);
    named
        .flat_map(|(unit, role)| {
            reach[unit.key.index()].iter().map(move |(key, by)| (role, *by, *key))
        })
        .collect()
}

/// Whom a name in a row means: the organisation itself, the members of a group, those who took over.
fn reach(
    organisations: &Register<Organisation>,
    key: Key<Organisation>,
) -> Vec<(Key<Organisation>, By)> {
    let members = organisations.members(key);
    let other = |since| By::Other { unit: key, since };
    let mut all = vec![(key, By::Itself)];
    all.extend(members.iter().map(|member| (*member, other(None))));
    for unit in std::iter::once(key).chain(members) {
        for (next, since) in organisations.successors(unit) {
            if !all.iter().any(|(known, _)| *known == next) {
                all.push((next, other(Some(since))));
            }
        }
    }
    all
}

fn indicators(plans: &Plans, lineage: &Lineage, areas: &Register<Area>) -> Vec<Vec<AreaIndicator>> {
    let mut all = vec![Vec::new(); areas.len()];
    for (plan, one) in that_ask(plans, lineage) {
        for (indicator, one) in one.indicators().enumerate() {
            let place = AreaIndicator { plan, indicator };
            let planned = one.divisions.iter().flat_map(|division| &division.areas);
            let reported = one.actuals.iter().flat_map(|actual| &actual.areas);
            let named = planned.map(|(area, _)| area).chain(reported.map(|(area, _)| area));
            for area in named {
                let list: &mut Vec<AreaIndicator> = &mut all[area.index()];
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
    }
    all
}
