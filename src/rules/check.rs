//! In: the `Site`. Out: what every rule finds in it, in the order of the rules and of the plans. Rules about texts run group
//! by group of plans, while the texts of the group are at hand.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, Files};
use crate::model::{Plan, Site};

use super::known::Known;
use super::reading::{Beside, Reading, readings, translations};
use super::stated::{Stated, stated};
use super::{Case, PlanCase, RULES, Rule, Run, wording};

/// Runs every rule; `None` where somebody said on the way not to go on.
pub fn check(
    site: &Site,
    today: Date,
    files: &Files,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Option<Diagnostics> {
    let case = Case { site, today, files, known: Known::new(site) };
    let of_site = |rule: &Rule| {
        let mut found = Diagnostics::default();
        if let Run::Site(run) = rule.run {
            run(&case, &mut found);
        }
        found
    };
    let of_site = RULES.par_iter().map(|rule| go_on().then(|| of_site(rule)));
    let mut results: Vec<Diagnostics> = of_site.collect::<Option<_>>()?;
    // Whoever has nothing to do takes the next group; they take long, and not all equally long.
    let groups = groups(site.plans.as_slice()).into_iter().enumerate().par_bridge();
    let of_plans =
        groups.map(|(at, plans)| Some((at, go_on().then(|| check_plans(plans, &case))?)));
    let mut of_plans = of_plans.collect::<Option<Vec<_>>>()?;
    of_plans.sort_unstable_by_key(|(at, _)| *at);
    results.extend(of_plans.into_iter().map(|(_, found)| found));
    let mut found = Diagnostics::default();
    results.into_iter().for_each(|one| found.append(one));
    wording::pages(site, files, &mut found);
    Some(found)
}

/// Runs the rules about texts over those of some plans, by their ids.
pub fn check_some(
    site: &Site,
    today: Date,
    files: &Files,
    ids: impl Fn(&str) -> bool,
) -> Diagnostics {
    let case = Case { site, today, files, known: Known::new(site) };
    let plans = site.plans.as_slice().iter().filter(|plan| ids(plan.id.as_str()));
    check_plans(&plans.cloned().collect::<Vec<_>>(), &case)
}

/// So many plans are looked at by one rule after the other: few enough that their texts stay at hand, and enough that a
/// rule is not forgotten by the processor before it is through.
const AT_ONCE: usize = 32;

/// The plans in groups. Towards the end they become smaller, so that nobody waits long for whoever has the last one.
fn groups(plans: &[Arc<Plan>]) -> Vec<&[Arc<Plan>]> {
    let mut groups = Vec::new();
    let mut rest = plans;
    while !rest.is_empty() {
        let share = rest.len() / (2 * rayon::current_num_threads());
        let (group, behind) = rest.split_at(share.clamp(1, AT_ONCE));
        groups.push(group);
        rest = behind;
    }
    groups
}

/// What rules read of a plan.
struct Read<'s> {
    plan: &'s Plan,
    readings: Vec<Reading<'s>>,
    translations: Vec<Beside<'s>>,
    stated: Vec<Stated>,
}

/// Runs every rule about texts over those of some plans.
fn check_plans<'s>(plans: &'s [Arc<Plan>], case: &'s Case<'s>) -> Diagnostics {
    let mut found = Diagnostics::default();
    let read = |plan: &'s Arc<Plan>| {
        let readings = readings(plan, case);
        let stated = stated(&readings, case);
        Read { plan, translations: translations(plan, case), readings, stated }
    };
    let read: Vec<Read<'s>> = plans.iter().map(read).collect();
    for Read { plan, readings, .. } in &read {
        wording::plan(plan, readings, case, &mut found);
    }
    for rule in RULES {
        if let Run::Plan(run) = rule.run {
            for Read { plan, readings, translations, stated } in &read {
                run(&PlanCase { case, plan, readings, translations, stated }, &mut found);
            }
        }
    }
    found
}
