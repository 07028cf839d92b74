//! In: what the texts claim. Out: a finding where the price of one, times their number, is ten, a hundred or more times the
//! sum, or as small a part of it.

use rust_decimal::Decimal;

use crate::claims::{Figure, Price};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::quantity::Bound;

use super::stated::{At, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "price-times-number",
    family: Family::Figures,
    level: Level::Warning,
    checks: "What one costs, times how many there are, is not ten times, a thousand times or ten thousand times what all cost, nor so small a part of it; and what a sum makes on average for each of those counted before (总投资5280万元，平均每平方米5500元) follows from the two.",
    why: "A nought or a 万 was lost or added.",
    fixed: None,
    fails: &[("text.zh.md", "三年共改造4000户。每户改造费用平均4000元，三年共需160万元。")],
    passes: &[("text.zh.md", "三年共改造4000户。每户改造费用平均4000元，三年共需1600万元。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.prices() {
            let Some(number) = wrong(one) else { continue };
            let Price { each, sum, .. } = one.it;
            let Some(product) = number.value.checked_mul(each.value) else { continue };
            let (each_said, number_said) = (one.words(&each.range), one.words(&number.range));
            let product = said(product, &sum.measure);
            let problem = Figures::Price {
                sum: one.words(&sum.range),
                product: format!("{number_said} × {each_said} = {product}"),
            };
            let finding = Diagnostic::new(Problem::Figures(problem), one.span(&sum.range));
            found.push(finding.with_related(one.span(&number.range)));
        }
    }
}

/// The number with which the price makes a round part or multiple of the sum, where none makes the sum itself.
fn wrong<'c>(one: At<'c, Price>) -> Option<&'c Figure> {
    let Price { each, sum, numbers, average } = one.it;
    let exact = |figure: &Figure| matches!(figure.bound, Bound::Exactly | Bound::About);
    if !exact(each) || !exact(sum) {
        return None;
    }
    let ratio = |number: &Figure| sum.value.checked_div(number.value.checked_mul(each.value)?);
    let near = |number: &Figure, times: Decimal| {
        let ratio = ratio(number).and_then(|ratio| ratio.checked_div(times));
        ratio.is_some_and(|ratio| (ratio - Decimal::ONE).abs() <= Decimal::new(1, 2))
    };
    if numbers.iter().any(|number| near(number, Decimal::ONE)) {
        return None;
    }
    if *average {
        // Far from it, another number is meant.
        let about = |number: &&Figure| {
            let ratio = ratio(number).unwrap_or_default();
            exact(number) && ratio > Decimal::new(8, 1) && ratio < Decimal::new(125, 2)
        };
        return numbers.iter().find(about);
    }
    const POWERS: [(i64, u32); 8] =
        [(10, 0), (100, 0), (1000, 0), (10_000, 0), (1, 1), (1, 2), (1, 3), (1, 4)];
    let slip = |number: &&Figure| {
        exact(number)
            && POWERS.iter().any(|(value, scale)| near(number, Decimal::new(*value, *scale)))
    };
    numbers.iter().find(slip)
}
