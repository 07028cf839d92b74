//! In: plans, calls for comments and reported figures, and the days that the site allows for each of these columns.
//! Out: a finding for each without anything new for longer.

use jiff::civil::Date;

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Problem, Spanned};
use crate::model::Site;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "stale-column",
    family: Family::Publication,
    level: Level::Warning,
    checks: "In a column of the site there is something new at least every so many days, where `[columns]` of `site-config.toml` says how many.",
    why: "Inspections of Chinese government websites count columns that nobody updates, and close sites with many of them.",
    fixed: None,
    fails: &[("site-config.toml", "[columns]\nplans = 7")],
    passes: &[("site-config.toml", "[columns]\nplans = 365")],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let columns = &case.site.config.columns;
    check("plans", &columns.plans, plans(case.site), case.today, found);
    check("calls for comments", &columns.consultations, rounds(case.site), case.today, found);
    check("reported figures", &columns.progress, figures(case.site), case.today, found);
}

fn check(
    column: &'static str,
    most: &Option<Spanned<u32>>,
    dates: impl Iterator<Item = Date>,
    today: Date,
    found: &mut Diagnostics,
) {
    let Some(most) = most else { return };
    // What lies in the future is not there yet.
    let Some(newest) = dates.filter(|date| *date <= today).max() else { return };
    let days = (today - newest).get_days();
    if i64::from(days) > i64::from(most.value) {
        let newest = newest.to_string();
        let problem = Publication::StaleColumn { column, newest, days, most: most.value };
        found.report(Problem::Publication(problem), most.span);
    }
}

fn plans(site: &Site) -> impl Iterator<Item = Date> {
    site.counted_plans().filter_map(|plan| plan.appeared()).map(|one| one.value)
}

fn rounds(site: &Site) -> impl Iterator<Item = Date> {
    site.rounds()
        .flat_map(|(plan, round)| [Some(round.announced(plan.appeared())), round.updated])
        .flatten()
}

fn figures(site: &Site) -> impl Iterator<Item = Date> {
    site.actuals().map(|(_, actual)| actual.reported.unwrap_or(actual.as_of.value))
}
