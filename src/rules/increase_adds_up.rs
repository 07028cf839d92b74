//! In: what the texts claim. Out: a finding where an increase does not lead from the first figure of the step beside it
//! to the second one.

use crate::claims::{Claim, Kind};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::stated::{At, Text, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "increase-adds-up",
    family: Family::Figures,
    level: Level::Warning,
    checks: "新增N agrees with 由A增加到B of the same thing in the same sentence or the one beside it.",
    why: "One of the three figures is wrong, and readers cannot know which.",
    fixed: None,
    fails: &[("text.zh.md", "研发平台新增165家，总数由429家增加到580家。")],
    passes: &[("text.zh.md", "研发平台新增151家，总数由429家增加到580家。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for claim in text.claims().filter(|one| one.it.kind == Kind::Increase) {
            let step = steps_beside(&text, claim).find(|step| !fits(claim.it, step.it));
            if let Some(step) = step {
                report(claim, step, found);
            }
        }
    }
}

/// The steps of the same thing in the same sentence or beside it.
fn steps_beside<'c>(text: &Text<'c>, claim: At<'c, Claim>) -> impl Iterator<Item = At<'c, Claim>> {
    text.about(&claim.it.name).filter(move |step| {
        std::ptr::eq(step.paragraph, claim.paragraph)
            && step.it.sentence.abs_diff(claim.it.sentence) <= 1
            // 2026年新增600张 is a part of a step that ends in 2028.
            && step.it.year == claim.it.year
            && step.it.from.as_ref().is_some_and(|from| {
                from.is_like(&claim.it.figure) && step.it.figure.is_like(&claim.it.figure)
            })
    })
}

/// Whether the three can be true together.
fn fits(claim: &Claim, step: &Claim) -> bool {
    let Some(from) = &step.from else { return true };
    let ((least, most), (low, high)) = (from.limits(), claim.figure.limits());
    let (to_least, to_most) = step.figure.limits();
    let sum = |one: Option<_>, other: Option<rust_decimal::Decimal>| {
        one.zip(other).and_then(|(one, other): (rust_decimal::Decimal, _)| one.checked_add(other))
    };
    let below = |one: Option<rust_decimal::Decimal>, limit: Option<_>| {
        one.zip(limit).is_some_and(|(one, limit)| one < limit)
    };
    !below(sum(most, high), to_least) && !below(to_most, sum(least, low))
}

fn report(claim: At<'_, Claim>, step: At<'_, Claim>, found: &mut Diagnostics) {
    let (Some(from), by, to) = (&step.it.from, &claim.it.figure, &step.it.figure) else { return };
    let (Some(sum), Some(difference)) =
        (from.value.checked_add(by.value), to.value.checked_sub(from.value))
    else {
        return;
    };
    let show = |value| said(value, &to.measure);
    let problem = Figures::Increase {
        increase: format!("“{}”", claim.words(&claim.it.range)),
        sum: format!("{} + {} = {}", show(from.value), show(by.value), show(sum)),
        target: show(to.value),
        difference: show(difference),
    };
    let finding = Diagnostic::new(Problem::Figures(problem), claim.place());
    found.push(finding.with_related(step.place()));
}
