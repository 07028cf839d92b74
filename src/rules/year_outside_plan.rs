//! In: the years of targets, areas, actuals and deadlines of tasks, and the period of each plan. Out: a finding for each year
//! that lies outside.

use crate::diagnostic::{Diagnostics, Level, Problem, Span};
use crate::language::WordList;
use crate::model::indicator::{ByYear, Indicator};
use crate::model::plan::Years;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "year-outside-plan",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Targets, reported figures and deadlines of tasks belong to years of the plan's period, where the plan names one; figures may also be those of the year before it, and a task that looks back on the plan (评估, 总结) may be due in the year after it.",
    why: "A year that the plan does not cover is most often mistyped, and the figure would be shown at the wrong place.",
    fixed: None,
    fails: &[
        ("plan.toml", r#"period = { start = 2026, end = 2028 }"#),
        (
            "targets.toml",
            r#"[[indicator]]
target = { 2026 = 10, 2082 = ">=30" }"#,
        ),
    ],
    passes: &[
        ("plan.toml", r#"period = { start = 2026, end = 2028 }"#),
        (
            "targets.toml",
            r#"[[indicator]]
target = { 2026 = 10, 2028 = ">=30" }"#,
        ),
    ],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for plan in case.site.plans.iter() {
        let Some(period) = plan.period else { continue };
        let before = |year: i16| period.start.is_some_and(|start| year < start);
        for indicator in plan.indicators() {
            let targets =
                targets(indicator).filter(|(year, _)| *year > period.end || before(*year));
            // What was reported for the year before says where the plan begins.
            let reported =
                reported(indicator).filter(|(year, _)| *year > period.end || before(*year + 1));
            for (year, span) in targets.chain(reported) {
                report(year, period, span, found);
            }
        }
        let due = plan.tasks().filter_map(|task| {
            let year = task.due?.last_day().year();
            // What a plan has come to is seen when it is over.
            let looks_back = year == period.end + 1 && looks_back(task.name.get(first));
            (!looks_back).then_some((year, task.span))
        });
        for (year, span) in due.filter(|(year, _)| *year > period.end || before(*year)) {
            report(year, period, span, found);
        }
    }
}

/// Whether a task is to say how the plan went.
fn looks_back(name: &str) -> bool {
    static WORDS: WordList<14> = WordList::new([
        "评估",
        "评价",
        "总结",
        "考核",
        "验收",
        "审计",
        "决算",
        "报告",
        "evaluation",
        "assessment",
        "review",
        "report",
        "audit",
        "Evaluat",
    ]);
    WORDS.is_in(name)
}

fn targets(indicator: &Indicator) -> impl Iterator<Item = (i16, Span)> {
    let of = |years: &ByYear| -> Vec<(i16, Span)> {
        years.iter().map(|(year, quantity)| (*year, quantity.span)).collect()
    };
    let mut all = of(&indicator.target);
    for division in &indicator.divisions {
        if division.part.is_some() {
            all.extend(of(&division.total));
        }
        all.extend(division.areas.iter().flat_map(|(_, years)| of(years)));
    }
    all.into_iter()
}

fn reported(indicator: &Indicator) -> impl Iterator<Item = (i16, Span)> {
    indicator.actuals.iter().map(|actual| (actual.as_of.value.year(), actual.as_of.span))
}

fn report(year: i16, period: Years, span: Span, found: &mut Diagnostics) {
    let (start, end) = (period.start.map(|year| year.to_string()), period.end.to_string());
    found.report(Problem::YearOutsidePlan { year: year.to_string(), start, end }, span);
}
