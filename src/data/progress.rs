//! In: the indicators of a plan or of the site. Out: a row for each: its status, by which method, and the
//! inputs of the method.

use crate::model::Plan;
use crate::model::indicator::Indicator;
use crate::model::plan::indicators_of;
use crate::progress::{Outcome, assess, due};

use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "plan_name",
    "plan_status",
    "indicator",
    "indicator_name",
    "unit",
    "status",
    "status_name",
    "method",
    "reason",
    "as_of",
    "actual_bound",
    "actual",
    "actual_to",
    "baseline_year",
    "baseline_bound",
    "baseline",
    "baseline_to",
    "target_year",
    "target_bound",
    "target",
    "target_to",
    "share_done",
    "share_of_time",
    "growth_ratio",
    "next_due",
];

/// Of one plan, or of all that totals speak of.
pub fn table<'s>(scene: &'s Scene<'s>, plan: Option<usize>) -> Table<'s> {
    let plans: Vec<&Plan> = match plan {
        Some(plan) => scene.site.plans.get(plan).into_iter().collect(),
        None => scene.site.counted_plans().collect(),
    };
    let rows = indicators_of(plans.into_iter()).map(|(plan, one)| row(scene, plan, one));
    Table::new(COLUMNS, rows)
}

fn row<'s>(scene: &'s Scene<'s>, plan: &'s Plan, indicator: &'s Indicator) -> Vec<Cell<'s>> {
    let voice = &scene.voice;
    let assessment = assess(indicator, scene.site.config.method);
    let status = assessment.status().code();
    let (reason, done, time, ratio) = match assessment.outcome {
        Outcome::NoData => (None, None, None, None),
        Outcome::NotAssessable(reason) => (Some(reason.code()), None, None, None),
        Outcome::Milestone { share, .. } => (None, share, None, None),
        Outcome::Proportional { done, time, .. } => (None, Some(done), Some(time), None),
        Outcome::Growth { ratio, .. } => (None, None, None, ratio),
    };
    let number = |number: Option<_>| number.map_or(Cell::Empty, Cell::Number);
    let year = |year: Option<i16>| year.map_or(Cell::Empty, Cell::count);
    let baseline = indicator.baseline.as_ref();
    let mut row = vec![
        Cell::text(plan.id.as_str()),
        Cell::text(plan.short.get(voice.lang)),
        Cell::text(plan.status.code()),
        Cell::text(indicator.id.as_str()),
        Cell::text(indicator.name.get(voice.lang)),
        Cell::text(indicator.unit.get(voice.lang)),
        Cell::text(status),
        Cell::text(voice.word(&format!("progress-{status}"))),
        Cell::text(assessment.method.code()),
        Cell::maybe(reason),
        Cell::maybe(assessment.actual.map(|actual| actual.as_of.value.to_string())),
    ];
    row.extend(Cell::quantity(assessment.actual.map(|actual| actual.value.value)));
    row.push(year(baseline.and_then(|baseline| baseline.year)));
    row.extend(Cell::quantity(baseline.map(|baseline| baseline.value)));
    row.push(year(assessment.target.map(|(year, _)| year)));
    row.extend(Cell::quantity(assessment.target.map(|(_, target)| target)));
    row.extend([
        number(done),
        number(time),
        number(ratio),
        Cell::maybe(due(plan, indicator, scene.today).map(|due| due.as_of.to_string())),
    ]);
    row
}
