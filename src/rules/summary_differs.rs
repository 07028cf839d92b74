//! In: the Chinese summaries of plans and their texts. Out: a finding for each sum of money in a summary that its text does not
//! have.

use rust_decimal::Decimal;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::has_digit;
use crate::model::quantity::Bound;
use crate::parity::quantity::{Measure, Quantity, Strength};
use crate::parity::{Reader, Which};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "summary-differs",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A sum of money in the Chinese summary of a plan stands in its text, too. What is about so much is not looked at.",
    why: "Lists and search results show the summary: more people read that figure than the one in the text.",
    fixed: None,
    fails: &[
        (
            "plan.toml",
            "summary = { zh = \"三年投入9.06亿元节水。\", en = \"CNY 906 million is spent on saving water in three years.\" }",
        ),
        ("text.zh.md", "三年投入9.60亿元。"),
        ("text.en.md", "CNY 960 million is spent in three years."),
    ],
    passes: &[
        (
            "plan.toml",
            "summary = { zh = \"三年投入9.6亿元节水。\", en = \"CNY 960 million is spent on saving water in three years.\" }",
        ),
        ("text.zh.md", "三年投入9.60亿元。"),
        ("text.en.md", "CNY 960 million is spent in three years."),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first && one.chinese) {
        let summary = reading.plan.summary.get(first);
        // Nearly all have no sum of money.
        if !has_digit(summary) || !summary.contains('元') || reading.document.damaged {
            continue;
        }
        let is_sum = |one: &Quantity| {
            matches!(one.measure, Measure::Money(_))
                && one.bound == Bound::Exactly
                && one.strength == Strength::Digits
        };
        let sums = Reader::Chinese.quantities(summary, Which::Sure).into_iter().filter(is_sum);
        let mut known = Known { reading, sums: None };
        for sum in sums {
            let words = &summary[sum.range.clone()];
            if !known.has(words, &sum) {
                let problem = Figures::Summary { words: words.to_owned() };
                found.report(Problem::Figures(problem), case.plan.places.summary);
            }
        }
    }
}

/// The figures of a text that may be sums of money.
struct Known<'r, 's> {
    reading: &'r Reading<'s>,
    /// Those that are, and the numbers that stand alone, as in tables; once somebody has asked for them.
    sums: Option<(Vec<Decimal>, Vec<Decimal>)>,
}

impl Known<'_, '_> {
    /// Whether the text has a sum, in these words or others. A text without sums of money says nothing of them.
    fn has(&mut self, words: &str, sum: &Quantity) -> bool {
        let mut texts = self.reading.paragraphs.iter().map(|one| one.prose.text());
        if texts.any(|text| text.contains(words)) {
            return true;
        }
        let reading = self.reading;
        let (sums, bare) = self.sums.get_or_insert_with(|| figures(reading));
        // The unit of a table stands in its head.
        let units = [Decimal::from(10_000), Decimal::from(100_000_000), Decimal::from(1_000_000)];
        let in_table = |value: &Decimal| {
            units.iter().any(|unit| value.checked_mul(*unit).is_some_and(|one| one == sum.value))
        };
        sums.is_empty() || sums.contains(&sum.value) || bare.iter().any(in_table)
    }
}

fn figures(reading: &Reading<'_>) -> (Vec<Decimal>, Vec<Decimal>) {
    let (mut sums, mut bare) = (Vec::new(), Vec::new());
    let texts = reading.paragraphs.iter().map(|one| one.prose.text());
    for one in texts.flat_map(|text| Reader::Chinese.quantities(text, Which::Sure)) {
        match one.measure {
            Measure::Money(_) => sums.push(one.value),
            Measure::Count => bare.push(one.value),
            _ => {}
        }
    }
    (sums, bare)
}
