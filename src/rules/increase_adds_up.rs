//! In: what the texts claim. Out: a finding where an increase does not lead from the first figure of the step beside it
//! to the second one.

use crate::claims::{Claim, Figure, Gain, Kind};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::model::quantity::Bound;

use super::stated::{At, Text, is_level, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "increase-adds-up",
    family: Family::Figures,
    level: Level::Warning,
    checks: "新增N agrees with 由A增加到B of the same thing in the same sentence or the one beside it, 五年提高N with the step before it, and 比2025年增加N with the figure of that year in the target table or the text.",
    why: "One of the three figures is wrong, and readers cannot know which.",
    fixed: None,
    fails: &[("text.zh.md", "研发平台新增165家，总数由429家增加到580家。")],
    passes: &[("text.zh.md", "研发平台由429家增加到580家，三年增加151家。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for claim in text.claims().filter(|one| one.it.kind == Kind::Increase) {
            let step = steps_beside(&text, claim).find(|step| !fits(claim.it, step.it));
            let step = step.filter(|step| !is_net(claim, *step));
            if let Some(step) = step {
                report(claim, step, found);
            }
        }
        for gain in text.gains() {
            check_gain(&text, gain, found);
        }
    }
}

/// 五年提高1.4岁 behind a step, or 比2025年提高1.2岁 behind the level that it leads to.
fn check_gain(text: &Text<'_>, gain: At<'_, Gain>, found: &mut Diagnostics) {
    let Gain { from, since, to, by, falls, range } = gain.it;
    let base = match (from, since) {
        (Some(from), _) => Some((from.clone(), gain.span(&from.range))),
        (None, Some(year)) => base(text, gain, *year),
        _ => None,
    };
    let Some((from, place)) = base.filter(|(from, _)| from.is_like(to)) else { return };
    let sure = |one: &Figure| matches!(one.bound, Bound::Exactly | Bound::AtLeast | Bound::AtMost);
    let Some(difference) = to.value.checked_sub(from.value) else { return };
    let is = if *falls { -difference } else { difference };
    if is == by.value || ![&from, to, by].into_iter().all(sure) {
        return;
    }
    if !*falls && loses(gain.paragraph.prose.text(), range.clone()) {
        return;
    }
    // 达到38%以上，比2025年增加6家以上 may be more.
    if to.bound == Bound::AtLeast && by.bound == Bound::AtLeast && by.value < is {
        return;
    }
    let show = |value| said(value, &to.measure);
    let change = if *falls { -by.value } else { by.value };
    let Some(sum) = from.value.checked_add(change) else { return };
    let sign = if *falls { "−" } else { "+" };
    let problem = Figures::Increase {
        increase: format!("“{}”", gain.words(range)),
        sum: format!("{} {sign} {} = {}", show(from.value), show(by.value), show(sum)),
        target: show(to.value),
        difference: show(difference.abs()),
    };
    let finding = Diagnostic::new(Problem::Figures(problem), gain.span(range));
    found.push(finding.with_related(place));
}

/// How things stood in a year: by the target table, or by the one figure that the text has for it.
fn base(text: &Text<'_>, gain: At<'_, Gain>, year: i16) -> Option<(Figure, Span)> {
    let level = text.claims().find(|one| {
        std::ptr::eq(one.paragraph, gain.paragraph)
            && one.it.figure.range == gain.it.to.range
            && one.it.kind == Kind::Level
            && !one.it.named.is_empty()
    })?;
    if let Some(indicator) = text.indicator(level) {
        let baseline = indicator.baseline.as_ref().filter(|one| one.year == Some(year))?;
        return Some((text.measured(baseline.value, indicator)?, baseline.span));
    }
    let mut all = text.about(&level.it.name).filter(|one| {
        let words = one.figure();
        // 由14.6分钟缩短到11.8分钟 is read as at most so much, but said of what is there.
        let reached = one.it.from.is_some() && !words.ends_with(['上', '下', '内', '右']);
        let exact = one.it.figure.bound == Bound::Exactly || reached;
        is_level(one.it) && one.it.year == Some(year) && exact
    });
    let one = all.next()?;
    let alone = all.all(|other| other.it.figure.says(&one.it.figure));
    alone.then(|| (one.it.figure.clone(), one.place()))
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

/// Whether something is said to go at the same time, so that what comes is not what there is more: 扣除撤并因素.
fn is_net(claim: At<'_, Claim>, step: At<'_, Claim>) -> bool {
    let (one, other) = (&claim.it.range, &step.it.range);
    loses(claim.paragraph.prose.text(), one.start.min(other.start)..one.end.max(other.end))
}

/// Whether the sentences around a place speak of things that go.
fn loses(text: &str, place: std::ops::Range<usize>) -> bool {
    const GOES: [&str; 20] = [
        "扣除", "减去", "撤并", "撤销", "合并", "退出", "淘汰", "注销", "关停", "关闭", "拆除",
        "报废", "到期", "核减", "退休", "离职", "摘牌", "减少", "流失", "取消",
    ];
    let end = |c: char| matches!(c, '。' | '；' | '\n');
    let start = text[..place.start].rfind(end).unwrap_or(0);
    let stop = text[place.end..].find(end).map_or(text.len(), |at| place.end + at);
    GOES.iter().any(|word| text[start..stop].contains(word))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_is_no_part_of_a_sum() {
        let is = |text: &str| loses(text, text.find("新增").map_or(0..0, |at| at..at + 6));
        assert!(is("新增泊位900个，扣除改作绿地的，泊位由4000个增加到4700个。"));
        assert!(is("旧车淘汰后，新增车辆40辆。"));
        assert!(!is("淘汰旧车60辆。新增车辆40辆，总数由50辆增加到90辆。"));
    }
}
