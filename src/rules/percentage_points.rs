//! In: what the texts claim. Out: a finding where a share in per cent changes by per cent and percentage points are meant,
//! or by other points than the two shares differ by.

use rust_decimal::Decimal;

use crate::claims::{Figure, Rate};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::parity::quantity::Measure;

use super::stated::{At, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "percentage-points",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A share in per cent rises or falls by percentage points (个百分点), and by as many as its two figures differ.",
    why: "From 82.5% to 90% is 7.5 percentage points and 9.1 per cent: who writes 提高7.5% says something else than is meant.",
    fixed: None,
    fails: &[("text.zh.md", "满意度由82.5%提高到90%，提高7.5%。")],
    passes: &[("text.zh.md", "满意度由82.5%提高到90%，提高7.5个百分点。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for rate in text.rates() {
            let problem = match rate.it.rate.measure {
                Measure::Percent => percent(rate),
                Measure::Points => points(rate),
                _ => None,
            };
            if let Some(problem) = problem {
                found.report(Problem::Figures(problem), rate.span(&rate.it.range));
            }
        }
    }
}

fn percent(one: At<'_, Rate>) -> Option<Figures> {
    let Rate { from, to, rate, falls, .. } = one.it;
    let is_share = |figure: &&Figure| figure.measure == Measure::Percent;
    let to = to.as_ref().filter(is_share)?;
    let means_points = match from {
        Some(from) => difference(from, to)? == rate.value,
        // What would come out below 0% or above 100% cannot be meant.
        None if *falls => to.value.checked_add(rate.value)? <= Decimal::ONE_HUNDRED,
        None => to.value > rate.value,
    };
    means_points.then(|| Figures::Points { words: one.words(&one.it.range) })
}

fn points(one: At<'_, Rate>) -> Option<Figures> {
    let Rate { from, to, rate, .. } = one.it;
    let is_share = |figure: &&Figure| figure.measure == Measure::Percent;
    let (from, to) = (from.as_ref().filter(is_share)?, to.as_ref().filter(is_share)?);
    let difference = difference(from, to)?;
    // One that was rounded to whole points is right.
    let place = one.last_place(rate);
    let apart = difference.checked_sub(rate.value)?.abs() >= place;
    apart.then(|| Figures::OtherPoints {
        words: one.words(&one.it.range),
        from: one.words(&from.range),
        to: one.words(&to.range),
        difference: difference.normalize().to_string(),
    })
}

fn difference(from: &Figure, to: &Figure) -> Option<Decimal> {
    to.value.checked_sub(from.value).map(|one| one.abs())
}
