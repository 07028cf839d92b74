//! In: what the texts claim, and the target tables. Out: a finding where a yearly increase does not lead from the baseline
//! to the target in the years of the plan.

use rust_decimal::Decimal;

use crate::claims::{Additions, Claim, Figure, Kind};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::model::quantity::Bound;

use super::stated::{At, Text, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "yearly-increase",
    family: Family::Figures,
    level: Level::Warning,
    checks: "每年新增N or 年增速x% leads from the baseline to the target in the years of the plan, and 2026年新增N，2027年新增M to the target of each of these years.",
    why: "A plan that keeps its yearly promise would still miss its own target, or the promise is wrong.",
    fixed: None,
    fails: &[("text.zh.md", "高新技术企业由318家增加到600家。每年新增高新技术企业80家。")],
    passes: &[("text.zh.md", "高新技术企业由318家增加到600家。每年新增高新技术企业94家。")],
    run: Run::Plan(run),
};

/// Longer plans are none.
const MOST_YEARS: i16 = 50;

/// From where to where, in how many years, and where that is said.
struct Way {
    from: Figure,
    to: Figure,
    years: i16,
    place: Span,
}

type Limits = (Option<Decimal>, Option<Decimal>);

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for claim in text.claims().filter(|one| matches!(one.it.kind, Kind::Yearly | Kind::Growth))
        {
            let way = in_text(&text, claim).or_else(|| in_table(&text, claim));
            let way = way.filter(|way| (1..=MOST_YEARS).contains(&way.years));
            if let Some(problem) = way.as_ref().and_then(|way| check(claim, way)) {
                let place = way.map_or_else(|| claim.place(), |way| way.place);
                let finding = Diagnostic::new(Problem::Figures(problem), claim.place());
                found.push(finding.with_related(place));
            }
        }
        for additions in text.additions() {
            each_year(&text, additions, found);
        }
    }
}

/// 2026年新增42家，2027年、2028年各新增45家 leads from the baseline to the target of each of these years.
fn each_year(text: &Text<'_>, additions: At<'_, Additions>, found: &mut Diagnostics) {
    let Additions { name, years, figures, range } = additions.it;
    let Some(indicator) = text.indicator_called(name, additions.address()) else { return };
    let Some(baseline) = indicator.baseline.as_ref() else { return };
    let follows = baseline.year.is_some_and(|year| years.first() == Some(&(year + 1)));
    let Some(from) = text.measured(baseline.value, indicator).filter(|_| follows) else { return };
    let (mut level, mut terms) = (from.value, said(from.value, &from.measure));
    for (count, (year, by)) in (1..).zip(years.iter().zip(figures)) {
        let sum = level.checked_add(by.value).filter(|_| by.is_like(&from));
        let Some(sum) = sum.filter(|_| by.bound == Bound::Exactly) else { return };
        level = sum;
        terms.push_str(&format!(" + {}", said(by.value, &by.measure)));
        let target = indicator.target.get(year);
        let Some(target) = target.filter(|one| one.value.bound == Bound::Exactly) else { continue };
        let Some(to) = text.measured(target.value, indicator) else { continue };
        if to.value != level {
            let sum = format!("{terms} = {}", said(level, &from.measure));
            let (words, target_said) = (additions.words(range), said(to.value, &to.measure));
            let problem = Figures::Yearly { words, years: count, sum, target: target_said };
            let finding = Diagnostic::new(Problem::Figures(problem), additions.span(range));
            found.push(finding.with_related(target.span));
            return;
        }
    }
}

/// The step 由A增加到B, wherever the text has it, over the period of the plan.
fn in_text(text: &Text<'_>, claim: At<'_, Claim>) -> Option<Way> {
    let step = text.step(&claim.it.name)?;
    let indicator = text.indicator(step);
    let years =
        text.plan.period.and_then(|period| Some(period.end - period.start? + 1)).or_else(|| {
            let years = indicator?.target.len();
            i16::try_from(years).ok()
        })?;
    let from = step.it.from.as_deref()?.clone();
    Some(Way { from, to: step.it.figure.clone(), years, place: step.place() })
}

/// The baseline and the last target of the indicator.
fn in_table(text: &Text<'_>, claim: At<'_, Claim>) -> Option<Way> {
    let indicator = text.indicator(claim)?;
    let baseline = indicator.baseline.as_ref()?;
    let (last, target) = indicator.target.last_key_value()?;
    let first = baseline.year.map(|year| year + 1);
    let start = first.or_else(|| text.plan.period.and_then(|period| period.start));
    let start = start.or_else(|| indicator.target.keys().next().copied())?;
    Some(Way {
        from: text.measured(baseline.value, indicator)?,
        to: text.measured(target.value, indicator)?,
        years: last.checked_sub(start)? + 1,
        place: target.span,
    })
}

fn check(claim: At<'_, Claim>, way: &Way) -> Option<Figures> {
    let by = &claim.it.figure;
    let growth = claim.it.kind == Kind::Growth;
    if !way.from.is_like(&way.to) || (!growth && !way.from.is_like(by)) {
        return None;
    }
    let ends = if growth { grown(way, by) } else { added(way, by) };
    let (least, most) = way.to.limits();
    let below = |one: Option<Decimal>, limit: Option<Decimal>| {
        one.zip(limit).is_some_and(|(one, limit)| one < limit)
    };
    if !below(ends.1, least) && !below(most, ends.0) {
        return None;
    }
    let show = |value| said(value, &way.to.measure);
    let (from, years) = (way.from.value, way.years);
    let sum = if growth {
        let end = from.checked_mul(power(
            Decimal::ONE + by.value.checked_div(Decimal::ONE_HUNDRED)?,
            years,
        )?)?;
        let end = said(end.round_dp(2), &way.to.measure);
        format!("{} growing by {} a year comes to {end}", show(from), said(by.value, &by.measure))
    } else {
        let end = from.checked_add(by.value.checked_mul(years.into())?)?;
        format!("{} + {years} × {} = {}", show(from), show(by.value), show(end))
    };
    let words = claim.words(&claim.it.range);
    Some(Figures::Yearly { words, years, sum, target: show(way.to.value) })
}

/// The least and the most that the yearly figure leads to.
fn added(way: &Way, by: &Figure) -> Limits {
    let end = |from: Option<Decimal>, by: Option<Decimal>| {
        from?.checked_add(by?.checked_mul(way.years.into())?)
    };
    let ((low, high), (least, most)) = (way.from.limits(), by.limits());
    (end(low, least), end(high, most))
}

/// The same for a rate, which may have been rounded: 10% is anything from 9.5 to 10.5%.
fn grown(way: &Way, rate: &Figure) -> Limits {
    let half = Decimal::new(5, rate.value.normalize().scale().min(20) + 1);
    let end = |from: Option<Decimal>, rate: Option<Decimal>| {
        let factor = Decimal::ONE.checked_add(rate?.checked_div(Decimal::ONE_HUNDRED)?)?;
        from?.checked_mul(power(factor, way.years)?)
    };
    let ((low, high), (least, most)) = (way.from.limits(), rate.limits());
    let (least, most) =
        (least.and_then(|one| one.checked_sub(half)), most.and_then(|one| one.checked_add(half)));
    (end(low, least), end(high, most))
}

fn power(factor: Decimal, years: i16) -> Option<Decimal> {
    (0..years).try_fold(Decimal::ONE, |product, _| product.checked_mul(factor))
}
