//! In: an indicator, a division, a plan. Out: what charts show of it, in the language of the page.

use crate::charts::{
    AreaYears, Areas, DutyMatrix, DutyUnit, Overview, OverviewRow, Start, Trajectory,
};
use crate::language::{Lang, Text, WordArg};
use crate::model::indicator::{Division, Indicator, Measure, TotalRule};
use crate::model::plan::{Task, Unit};
use crate::model::quantity::Quantity;
use crate::model::{Key, Organisation, Plan, Site};

use super::Context;
use super::target_table::place;
use super::unit_parts::{indicator_name, unit_anchor};

/// Baseline, targets and actuals over time.
pub fn trajectory(cx: &Context<'_>, indicator: &Indicator) -> Trajectory {
    let baseline = indicator.baseline.as_ref();
    Trajectory {
        title: title(cx, "chart-title-trajectory", indicator, None, None),
        unit: indicator.unit.get(cx.lang).to_owned(),
        baseline: baseline.map(|one| Start { value: one.value, year: one.year }),
        targets: indicator.target.iter().map(|(year, one)| (*year, one.value)).collect(),
        earlier: indicator.revisions.iter().map(|one| (one.year.value, one.old.value)).collect(),
        actuals: indicator.actuals.iter().map(|one| (one.as_of.value, one.value.value)).collect(),
        direction: indicator.direction,
        yearly: indicator.measure == Measure::YearlyFlow,
    }
}

/// The areas of one year.
pub fn areas(
    cx: &Context<'_>,
    plan: &Plan,
    indicator: &Indicator,
    division: &Division,
    year: i16,
) -> Areas {
    let sums = division.rule == TotalRule::Sum;
    let total = division.total.get(&year).filter(|_| sums).map(|total| {
        let area = place(cx, plan);
        (cx.word_with("total-of-area", &[("area", WordArg::Text(&area))]), total.value)
    });
    Areas {
        title: title(cx, "chart-title-areas", indicator, Some(division), Some(year)),
        unit: indicator.unit.get(cx.lang).to_owned(),
        rows: division
            .areas
            .iter()
            .map(|(area, years)| (area_name(cx, *area), years.get(&year).map(|one| one.value)))
            .collect(),
        marked: None,
        total,
        scale: None,
        rank: None,
    }
}

/// The areas of all years.
pub fn area_years(cx: &Context<'_>, indicator: &Indicator, division: &Division) -> AreaYears {
    let years = division.years();
    let row = |values: &crate::model::indicator::ByYear| -> Vec<Option<Quantity>> {
        years.iter().map(|year| values.get(year).map(|one| one.value)).collect()
    };
    AreaYears {
        title: title(cx, "chart-title-area-years", indicator, Some(division), None),
        unit: indicator.unit.get(cx.lang).to_owned(),
        rows: division
            .areas
            .iter()
            .map(|(area, values)| (area_name(cx, *area), row(values)))
            .collect(),
        years,
    }
}

fn area_name(cx: &Context<'_>, area: Key<crate::model::Area>) -> String {
    cx.site.areas[area].short.get(cx.lang).to_owned()
}

/// The indicators of a plan beside each other.
pub fn overview(plan: &Plan, lang: Lang, title: String) -> Overview {
    let row = |indicator: &Indicator| OverviewRow {
        name: indicator.name.get(lang).to_owned(),
        unit: indicator.unit.get(lang).to_owned(),
        baseline: indicator.baseline.as_ref().map(|one| one.value),
        latest: indicator.latest().map(|one| (one.as_of.value, one.value.value)),
        target: overview_target(indicator),
        direction: indicator.direction,
        yearly: indicator.measure == Measure::YearlyFlow,
    };
    Overview { title, rows: plan.indicators().map(row).collect() }
}

/// The last target; of a figure that is counted anew every year, the target of its year.
fn overview_target(indicator: &Indicator) -> Option<(i16, Quantity)> {
    let target = match (indicator.measure, indicator.latest()) {
        (Measure::YearlyFlow, Some(latest)) => {
            indicator.target.get_key_value(&latest.as_of.value.year())
        }
        _ => indicator.target.last_key_value(),
    };
    target.map(|(year, one)| (*year, one.value))
}

/// A single group of at most so many tasks is drawn task by task.
const TASKS_AS_COLUMNS: usize = 24;

/// Units of the responsibility division by groups of tasks; by tasks where there is only one small group.
/// `page` is the address of the page of responsibilities, where rows lead.
pub fn duty_matrix(
    site: &Site,
    plan: &Plan,
    lang: Lang,
    title: String,
    page: Option<&str>,
) -> DutyMatrix {
    let groups = plan.duties.as_ref().map_or(&[][..], |duties| &duties.groups);
    let columns: Vec<(&Text, &[Task])> = match groups {
        [only] if only.tasks.len() <= TASKS_AS_COLUMNS => {
            only.tasks.iter().map(|task| (&task.name, std::slice::from_ref(task))).collect()
        }
        _ => groups.iter().map(|group| (&group.name, &group.tasks[..])).collect(),
    };
    let count = |tasks: &[Task], key, units: fn(&Task) -> &[Unit]| {
        tasks.iter().filter(|task| units(task).iter().any(|unit| unit.key == key)).count()
    };
    let units = units(plan).into_iter().map(|key| DutyUnit {
        name: site.organisations[key].short.get(lang).to_owned(),
        link: page.map(|page| format!("{page}#{}", unit_anchor(site, key))),
        tasks: columns
            .iter()
            .map(|(_, tasks)| {
                (count(tasks, key, |task| &task.lead), count(tasks, key, |task| &task.responsible))
            })
            .collect(),
    });
    let units = units.collect();
    let groups = columns.iter().map(|(name, _)| name.get(lang).to_owned()).collect();
    DutyMatrix { title, groups, units }
}

/// Every unit of the division once, in the order in which the table names them.
pub fn units(plan: &Plan) -> Vec<Key<Organisation>> {
    let mut units: Vec<Key<Organisation>> = Vec::new();
    for key in plan.tasks().flat_map(Task::units).map(|unit| unit.key) {
        if !units.contains(&key) {
            units.push(key);
        }
    }
    units
}

fn title(
    cx: &Context<'_>,
    word: &str,
    indicator: &Indicator,
    division: Option<&Division>,
    year: Option<i16>,
) -> String {
    let name = indicator_name(cx, indicator, division);
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    cx.word_with(word, &[("indicator", WordArg::Text(&name)), ("year", WordArg::Text(&year))])
}
