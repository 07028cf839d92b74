//! In: what the texts claim. Out: a finding where the figure of each year, times the years, is not the sum.

use rust_decimal::Decimal;

use crate::claims::YearlySum;
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::quantity::Bound;

use super::stated::{said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "yearly-sum",
    family: Family::Figures,
    level: Level::Warning,
    checks: "What is given in each year, times the years, is what all of them get: 每年安排1.2亿元，五年共安排6亿元.",
    why: "One of the two is wrong, and both will be quoted.",
    fixed: None,
    fails: &[("text.zh.md", "市财政每年安排资金1.5亿元，五年共安排6亿元。")],
    passes: &[("text.zh.md", "市财政每年安排资金1.2亿元，五年共安排6亿元。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.yearly() {
            let YearlySum { each, years, sum } = one.it;
            let exact = each.bound == Bound::Exactly && sum.bound == Bound::Exactly;
            let Some(product) = each.value.checked_mul(Decimal::from(*years)) else { continue };
            if !exact || product == sum.value {
                continue;
            }
            let product = said(product, &sum.measure);
            let problem = Figures::YearlySum {
                sum: one.words(&sum.range),
                product: format!("{years} × {} = {product}", one.words(&each.range)),
            };
            let finding = Diagnostic::new(Problem::Figures(problem), one.span(&sum.range));
            found.push(finding.with_related(one.span(&each.range)));
        }
    }
}
