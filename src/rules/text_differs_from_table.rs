//! In: what the texts claim, and the target tables. Out: a finding at every figure of a text that the table has otherwise
//! for the same indicator and year.

use crate::claims::{Claim, Figure, measured};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Spanned};
use crate::model::indicator::Indicator;
use crate::model::quantity::{Bound, Quantity};

use super::stated::{At, Text, bounded, is_level, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "text-differs-from-table",
    family: Family::Figures,
    level: Level::Warning,
    checks: "The text gives the same baseline and targets as the target table, with the same bounds; where a target was changed later, the text may keep the earlier one.",
    why: "Whoever is judged by the plan must know which of the two figures counts.",
    fixed: None,
    fails: &[("text.zh.md", "到2026年，修复管道达到12公里。")],
    passes: &[("text.zh.md", "到2026年，修复管道达到10公里。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        if text.plan.targets.is_none() {
            continue;
        }
        for claim in text.claims().filter(|one| is_level(one.it)) {
            if let Some(indicator) = text.indicator(claim) {
                baseline(&text, claim, indicator, found);
                target(&text, claim, indicator, found);
            } else {
                of_area(case, &text, claim, found);
            }
        }
    }
}

fn baseline(text: &Text<'_>, claim: At<'_, Claim>, indicator: &Indicator, found: &mut Diagnostics) {
    let (Some(from), Some(baseline)) = (&claim.it.from, &indicator.baseline) else { return };
    // What led to the baseline: 由35%提高到55%.
    if says(&claim.it.figure, baseline.value, indicator.unit.get(text.lang)) {
        return;
    }
    let table = Spanned::new(baseline.value, baseline.span);
    check(text, (claim, from), indicator, (table, None), found);
}

/// The target of the year that the text says; for a step without a year, the last one.
fn target(text: &Text<'_>, claim: At<'_, Claim>, indicator: &Indicator, found: &mut Diagnostics) {
    let last = || indicator.target.keys().next_back().copied();
    let year = claim.it.year.or_else(|| claim.it.from.as_ref().and_then(|_| last()));
    let Some(year) = year else { return };
    let Some(target) = indicator.target.get(&year) else { return };
    // 五年间由6000个增至2.4万个: what led to the baseline, not what is promised.
    let unit = indicator.unit.get(text.lang);
    let past = claim.it.year.is_none()
        && indicator.baseline.as_ref().is_some_and(|one| says(&claim.it.figure, one.value, unit));
    if past {
        return;
    }
    let table = Spanned::new(target.value, target.span);
    // A text stays as it was issued.
    let mut earlier = indicator.revisions.iter().filter(|one| one.year.value == year);
    if earlier.any(|one| says(&claim.it.figure, one.old.value, unit)) {
        return;
    }
    if lacks_bound(&claim.it.figure, indicator, year, unit) {
        found.push(differs((claim, &claim.it.figure), (table, Some(year)), unit));
        return;
    }
    check(text, (claim, &claim.it.figure), indicator, (table, Some(year)), found);
}

/// Whether the target of a year lacks the bound that the text gives it, where the targets of all other years have it: in
/// many tables none has.
fn lacks_bound(figure: &Figure, indicator: &Indicator, year: i16, unit: &str) -> bool {
    let Some(target) = indicator.target.get(&year) else { return false };
    let mut others = indicator.target.iter().filter(|(other, _)| **other != year).peekable();
    let all = others.peek().is_some() && others.all(|(_, one)| one.value.bound == figure.bound);
    let same = measured(target.value, unit).is_some_and(|one| one.value == figure.value);
    target.value.bound == Bound::Exactly && figure.bound != Bound::Exactly && all && same
}

/// The target of one area: 城东区高新技术企业达到430家.
fn of_area(case: &PlanCase<'_>, text: &Text<'_>, claim: At<'_, Claim>, found: &mut Diagnostics) {
    let name = &claim.it.name;
    let areas = case.site.areas.keys().zip(case.site.areas.iter());
    let below = areas.filter(|(_, area)| area.parent.is_some() && area.parent == text.plan.area);
    let rests = below.flat_map(|(key, area)| {
        let names = [area.name.get(text.lang), area.short.get(text.lang)];
        let rest = move |place: &str| name.strip_prefix(place).filter(|_| !place.is_empty());
        names.map(move |place| rest(place).map(|rest| (key, rest)))
    });
    let Some((area, rest)) = rests.flatten().min_by_key(|(_, rest)| rest.len()) else { return };
    let Some((indicator, year)) = text.indicator_called(rest, claim.address()).zip(claim.it.year)
    else {
        return;
    };
    let [division] = &*indicator.divisions else { return };
    let years = division.areas.iter().find(|(key, _)| *key == area).map(|(_, years)| years);
    if let Some(target) = years.and_then(|years| years.get(&year)) {
        let table = Spanned::new(target.value, target.span);
        check(text, (claim, &claim.it.figure), indicator, (table, Some(year)), found);
    }
}

fn says(figure: &Figure, value: Quantity, unit: &str) -> bool {
    measured(value, unit).is_some_and(|value| figure.says(&value))
}

fn check(
    text: &Text<'_>,
    (claim, figure): (At<'_, Claim>, &Figure),
    indicator: &Indicator,
    (table, year): (Spanned<Quantity>, Option<i16>),
    found: &mut Diagnostics,
) {
    let unit = indicator.unit.get(text.lang);
    let Some(other) = measured(table.value, unit) else { return };
    // A share and a number are two things, and so are teams and the people in them.
    let people = figure.counts_people() != other.counts_people();
    let two = people && figure.word.is_some() && other.word.is_some();
    if !figure.is_like(&other) || two || figure.says(&other) {
        return;
    }
    found.push(differs((claim, figure), (table, year), unit));
}

fn differs(
    (claim, figure): (At<'_, Claim>, &Figure),
    (table, year): (Spanned<Quantity>, Option<i16>),
    unit: &str,
) -> Diagnostic {
    let (text, other) = (claim.words(&figure.range), bounded(table.value, unit));
    let problem = Figures::Table { text, table: other, year };
    let finding = Diagnostic::new(Problem::Figures(problem), claim.span(&figure.range));
    finding.with_related(table.span)
}
