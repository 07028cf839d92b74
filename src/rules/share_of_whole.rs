//! In: what the texts claim. Out: a finding at every share that its amount does not have of the whole.

use rust_decimal::Decimal;

use crate::claims::{Figure, Share};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::quantity::Bound;

use super::stated::{At, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "share-of-whole",
    family: Family::Figures,
    level: Level::Warning,
    checks: "An amount has the share of its whole that the text gives: 总投资10亿元，其中市级财政3亿元，占30%; 330处路口中，县城146处，占44.2%; 检测8640人次，查获518起，查获率6%.",
    why: "Readers divide one by the other, and shares that do not fit seldom add up to 100%.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "总投资10亿元。其中，省级补助3亿元，占30%；市级财政5亿元，占60%；社会资本2亿元，占20%。",
    )],
    passes: &[(
        "text.zh.md",
        "总投资10亿元。其中，省级补助3亿元，占30%；市级财政5亿元，占50%；社会资本2亿元，占20%。",
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.shares() {
            let Share { part, share, wholes } = one.it;
            let unlike = |whole: &Figure| has_other(one, whole).unwrap_or(false);
            if !wholes.iter().all(unlike) {
                continue;
            }
            let Some(whole) = wholes.first() else { continue };
            let Some(percent) = percent(part.value, whole.value) else { continue };
            let show = |figure: &Figure| said(figure.value, &figure.measure);
            let percent = percent.round_dp(share.value.scale() + 1).normalize();
            let problem = Figures::Share {
                share: one.words(&share.range),
                sum: format!("{} / {} = {percent}%", show(part), show(whole)),
            };
            let finding = Diagnostic::new(Problem::Figures(problem), one.span(&share.range));
            found.push(finding.with_related(one.span(&whole.range)));
        }
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let some = whole > Decimal::ZERO;
    some.then(|| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole))?
}

/// Whether the amount has another share of a whole, however the figures were rounded.
fn has_other(one: At<'_, Share>, whole: &Figure) -> Option<bool> {
    let Share { part, share, .. } = one.it;
    if [part, whole].iter().any(|figure| figure.bound != Bound::Exactly) {
        return None;
    }
    let half = |figure: &Figure| one.last_place(figure).checked_div(Decimal::TWO);
    let (of_part, of_whole) = (half(part)?, half(whole)?);
    let least = percent(part.value.checked_sub(of_part)?, whole.value.checked_add(of_whole)?)?;
    let most = percent(part.value.checked_add(of_part)?, whole.value.checked_sub(of_whole)?)?;
    // 占总投资一半以上, 近一半
    match share.bound {
        Bound::Exactly => {}
        Bound::AtLeast | Bound::MoreThan => return Some(most < share.value),
        Bound::AtMost | Bound::LessThan => return Some(least > share.value),
        Bound::About | Bound::To(_) => return None,
    }
    // Shares are often rounded so that they add up to 100%.
    // 四分之一 is said of what comes near to it, too.
    let place =
        Some(one.last_place(share)).filter(|place| !place.is_zero()).unwrap_or(Decimal::TWO);
    Some(share.value.checked_add(place)? <= least || share.value.checked_sub(place)? >= most)
}
