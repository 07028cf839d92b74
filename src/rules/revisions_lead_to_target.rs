//! In: the revisions of every indicator. Out: a finding for each year in which they do not lead, one after
//! the other, to the target of the table.

use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Spanned};
use crate::model::indicator::{Indicator, Revision};
use crate::model::quantity::Quantity;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "revisions-lead-to-target",
    family: Family::Figures,
    level: Level::Error,
    checks: "Each change of a target begins where the one before ended, and the last one ends at the target of the table.",
    why: "A target that is changed without a trace looks as if it had been met.",
    fixed: None,
    fails: &[(
        "targets.toml",
        r#"[[indicator]]
target = { 2028 = ">=30" }

[[indicator.revision]]
date   = 2026-01-12
year   = 2028
old    = 25
new    = ">=28"
reason = { zh = "资金增加。", en = "There is more money." }"#,
    )],
    passes: &[(
        "targets.toml",
        r#"[[indicator]]
target = { 2028 = ">=30" }

[[indicator.revision]]
date   = 2026-01-12
year   = 2028
old    = 25
new    = ">=30"
reason = { zh = "资金增加。", en = "There is more money." }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, indicator) in case.site.indicators() {
        let mut years: Vec<i16> = indicator.revisions.iter().map(|one| one.year.value).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            check(indicator, year, found);
        }
    }
}

fn check(indicator: &Indicator, year: i16, found: &mut Diagnostics) {
    let mut revisions: Vec<&Revision> =
        indicator.revisions.iter().filter(|one| one.year.value == year).collect();
    revisions.sort_by_key(|revision| revision.date.value);
    for pair in revisions.windows(2) {
        let [first, second] = pair else { continue };
        compare(year, &first.new, &second.old, false, found);
    }
    let Some(last) = revisions.last() else { return };
    match indicator.target.get(&year) {
        Some(target) => compare(year, &last.new, target, true, found),
        None => {
            let problem = Problem::RevisionWithoutTarget { year: year.to_string() };
            found.report(problem, last.year.span);
        }
    }
}

fn compare(
    year: i16,
    new: &Spanned<Quantity>,
    next: &Spanned<Quantity>,
    to_target: bool,
    found: &mut Diagnostics,
) {
    if new.value != next.value {
        let problem = Problem::RevisionsDoNotLead {
            year: year.to_string(),
            new: new.value.to_string(),
            next: next.value.to_string(),
            to_target,
        };
        found.push(Diagnostic::new(problem, new.span).with_related(next.span));
    }
}
