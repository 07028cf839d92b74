//! In: what the texts claim. Out: a finding where a rate does not follow from the figures beside it, or the end of a step
//! is not as many times its beginning as the words say.

use rust_decimal::Decimal;

use crate::claims::{Figure, Rate, Times};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::stated::{At, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "rate-of-increase",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A rate of increase or decrease follows from the figures beside it: 比4380件减少180件，下降4.1%; and so do 翻一番 (twice as many), 翻两番 (four times as many) and 压缩一半 (half as many).",
    why: "Readers can work it out, and then do not know which of the figures is wrong. Often the increase was divided by the new figure and not by the old one.",
    fixed: None,
    fails: &[("text.zh.md", "老年人口48万人，与2020年底的40万人相比增加8万人，增长16.7%。")],
    passes: &[("text.zh.md", "老年人口48万人，与2020年底的40万人相比增加8万人，增长20%。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for rate in text.rates() {
            if let Some(sum) = differs(rate) {
                let problem = Figures::Rate { words: rate.words(&rate.it.range), sum };
                found.report(Problem::Figures(problem), rate.span(&rate.it.range));
            }
        }
        for times in text.times().filter(|one| !is_near(one.it)) {
            if let Some(problem) = times_problem(times) {
                found.report(Problem::Figures(problem), times.span(&times.it.range));
            }
        }
    }
}

/// A value, and by how much it may be wrong because it was rounded.
#[derive(Clone, Copy)]
struct Rounded {
    value: Decimal,
    by: Decimal,
}

impl Rounded {
    fn new(one: At<'_, Rate>, figure: &Figure) -> Option<Self> {
        let by = one.last_place(figure).checked_div(Decimal::TWO)?;
        Some(Self { value: figure.value, by })
    }

    fn minus(self, other: Self) -> Option<Self> {
        let value = self.value.checked_sub(other.value)?;
        Some(Self { value, by: self.by.checked_add(other.by)? })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let value = self.value.checked_add(other.value)?;
        Some(Self { value, by: self.by.checked_add(other.by)? })
    }
}

/// What the rate is, in words, where it is not what the text says.
fn differs(one: At<'_, Rate>) -> Option<String> {
    let Rate { from, to, by, rate, falls, .. } = one.it;
    let last = by.as_ref().or(to.as_ref())?;
    // Rates of what is a rate itself, `percentage-points` looks at.
    let plain = rate.measure == Measure::Percent && last.measure != Measure::Percent;
    let bounded = |figure: &&Figure| matches!(figure.bound, Bound::About | Bound::To(_));
    let exact = |figure: &Option<Figure>| {
        figure.as_ref().is_none_or(|figure| figure.bound == Bound::Exactly)
    };
    let odd = [to.as_ref(), by.as_ref(), Some(rate)].into_iter().flatten().any(|one| bounded(&one));
    if !plain || odd || last.bound != rate.bound || !exact(from) || (from.is_none() && !exact(to)) {
        return None;
    }
    let round = |figure: &Option<Figure>| Rounded::new(one, figure.as_ref()?);
    let base = match (round(from), round(to), round(by)) {
        (Some(from), ..) => from,
        (None, Some(to), Some(by)) if *falls => to.plus(by)?,
        (None, Some(to), Some(by)) => to.minus(by)?,
        _ => return None,
    };
    let change = match round(by) {
        Some(by) => by,
        None if *falls => base.minus(round(to)?)?,
        None => round(to)?.minus(base)?,
    };
    let percent = |change: Decimal, base: Decimal| {
        (base > Decimal::ZERO)
            .then(|| change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(base))?
    };
    let least = percent(change.value.checked_sub(change.by)?, base.value.checked_add(base.by)?)?;
    let most = percent(change.value.checked_add(change.by)?, base.value.checked_sub(base.by)?)?;
    let place = one.last_place(rate);
    let fits = rate.value.checked_add(place)? > least && rate.value.checked_sub(place)? < most;
    // A step in the other direction is a slip of another kind.
    if fits || change.value < Decimal::ZERO {
        return None;
    }
    let exactly = percent(change.value, base.value)?.round_dp(rate.value.scale() + 1);
    let show = |value| said(value, &last.measure);
    Some(format!("{} / {} = {}%", show(change.value), show(base.value), exactly.normalize()))
}

/// Whether a step comes near to what the words say: twice as many may be a little more.
fn is_near(one: &Times) -> bool {
    let bounded = |figure: &Figure| matches!(figure.bound, Bound::About | Bound::To(_));
    if bounded(&one.from) || bounded(&one.to) {
        return true;
    }
    let ratio = || {
        let said = one.from.value.checked_mul(one.percent)?;
        one.to.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(said)
    };
    // A third is not a quarter; 翻一番 is said of what nearly doubles.
    let near = if one.close { (95, 105) } else { (85, 118) };
    let near = Decimal::new(near.0, 2)..=Decimal::new(near.1, 2);
    ratio().is_none_or(|ratio| near.contains(&ratio))
}

fn times_problem(one: At<'_, Times>) -> Option<Figures> {
    let (from, to) = (&one.it.from, &one.it.to);
    let show = |value: Decimal| value.round_dp(2).normalize().to_string();
    let said = one.it.percent.checked_div(Decimal::ONE_HUNDRED)?;
    Some(Figures::Times {
        words: one.words(&one.it.range),
        said: show(said),
        from: one.words(&from.range),
        to: one.words(&to.range),
        is: show(to.value.checked_div(from.value)?),
    })
}
