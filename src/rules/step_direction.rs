//! In: what the texts claim. Out: a finding where the verb of a step goes the other way than its figures.

use std::ops::Range;

use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::WordList;
use crate::parity::quantity::{Measure, Quantity, Strength};
use crate::parity::{Reader, Which};

use super::stated::texts;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "step-direction",
    family: Family::Figures,
    level: Level::Warning,
    checks: "由A增加到B leads upwards, and 由A减少到B downwards; in English, B is more in `B, up from A` and `rises from A to B`, and less in `B, down from A` and `falls from A to B`.",
    why: "Either the verb is wrong, or the two figures have changed places: readers cannot know which.",
    fixed: None,
    fails: &[("text.zh.md", "化肥施用量由5.0万吨增加到4.5万吨。")],
    passes: &[("text.zh.md", "化肥施用量由5.0万吨减少到4.5万吨。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.turned() {
            let (from, to) = (one.words(&one.it.from.range), one.words(&one.it.to.range));
            let problem = Figures::Direction { words: one.words(&one.it.range), from, to };
            found.report(Problem::Figures(problem), one.span(&one.it.range));
        }
    }
    let languages = &case.site.config.languages;
    let english = |lang| Reader::of(languages.tag(lang)) == Some(Reader::English);
    for reading in case.readings.iter().filter(|one| english(one.lang)) {
        for paragraph in &reading.paragraphs {
            let text = paragraph.prose.text();
            for one in turned(text) {
                let words = |range: &Range<usize>| text[range.clone()].to_owned();
                let problem = Figures::Direction {
                    words: words(&one.words),
                    from: words(&one.from),
                    to: words(&one.to),
                };
                found.report(Problem::Figures(problem), paragraph.prose.span(one.words));
            }
        }
    }
}

/// A step of an English text whose words go the other way than its figures.
struct Turned {
    /// `up from`
    words: Range<usize>,
    from: Range<usize>,
    to: Range<usize>,
}

/// Words behind which the beginning of a step stands that goes up.
static RISES: WordList<21> = WordList::new([
    " up from ",
    " rise from ",
    " rises from ",
    " rose from ",
    " risen from ",
    " rising from ",
    " increase from ",
    " increases from ",
    " increased from ",
    " increasing from ",
    " grow from ",
    " grows from ",
    " grew from ",
    " grown from ",
    " growing from ",
    " raise from ",
    " raised from ",
    " extended from ",
    " expanded from ",
    " enlarged from ",
    " widened from ",
]);

/// The same of a step that goes down.
static FALLS: WordList<19> = WordList::new([
    " down from ",
    " fall from ",
    " falls from ",
    " fell from ",
    " fallen from ",
    " falling from ",
    " decrease from ",
    " decreases from ",
    " decreased from ",
    " decline from ",
    " declines from ",
    " declined from ",
    " drop from ",
    " drops from ",
    " dropped from ",
    " cut from ",
    " reduced from ",
    " lowered from ",
    " shortened from ",
]);

/// `90% of residents, down from 72%` and `rises from 8% to 12%`: every such step of an English text.
fn turned(text: &str) -> Vec<Turned> {
    let rises = RISES.find_all(text).map(|place| (place, true));
    let places: Vec<_> = rises.chain(FALLS.find_all(text).map(|place| (place, false))).collect();
    if places.is_empty() {
        return Vec::new();
    }
    let quantities = Reader::English.quantities(text, Which::Sure);
    let turned = |((at, words), rises): ((usize, &str), bool)| {
        let range = at..at + words.len();
        let behind = matches!(words, " up from " | " down from ");
        let step = if behind { step(text, range, &quantities) } else { None };
        let (to, from) = step.or_else(|| ahead(text, at + words.len(), &quantities))?;
        let wrong = if rises { to.value < from.value } else { to.value > from.value };
        wrong.then(|| Turned {
            words: at + 1..at + words.len() - 1,
            from: from.range.clone(),
            to: to.range.clone(),
        })
    };
    places.into_iter().filter_map(turned).collect()
}

/// The end and the beginning of a step that begins at a place: `8% in 2025 to 12%`.
fn ahead<'q>(
    text: &str,
    at: usize,
    quantities: &'q [Quantity],
) -> Option<(&'q Quantity, &'q Quantity)> {
    let mut rest = quantities.iter().filter(|one| one.range.start >= at);
    let from = rest.next().filter(|one| one.range.start == at)?;
    let to = rest.find(|one| one.measure != Measure::Year)?;
    let mut between = text.get(from.range.end..to.range.start)?.trim_end();
    // What is measured may be named, and the year.
    for bound in ["at least", "at most", "more than", "less than", "no more than", "about", "over"]
    {
        between = between.strip_suffix(bound).map_or(between, str::trim_end);
    }
    let joint = between.strip_suffix("to").filter(|words| words.is_empty() || words.ends_with(' '));
    let plain = joint?.trim();
    let year = plain.is_empty() || plain.strip_prefix("in ").is_some_and(|year| year.len() == 4);
    let sure = [from, to].iter().all(|one| one.strength >= Strength::Words);
    (year && sure && from.measure == to.measure && to.measure.takes_bound()).then_some((to, from))
}

/// The end and the beginning of the step with some words between them.
fn step<'q>(
    text: &str,
    words: Range<usize>,
    quantities: &'q [Quantity],
) -> Option<(&'q Quantity, &'q Quantity)> {
    /// Bytes between the end of a step and the words.
    const NEAR: usize = 60;
    let from = quantities.iter().find(|one| one.range.end > words.end)?;
    let lead = text.get(words.end..from.range.start).unwrap_or("");
    if !matches!(lead, "" | "the " | "a " | "only " | "just ") || from.strength != Strength::Digits
    {
        return None;
    }
    let before = quantities.iter().rev().filter(|one| one.range.end <= words.start);
    let to = before
        .filter(|one| one.strength == Strength::Digits)
        .find(|one| one.measure == from.measure)?;
    let between = &text[to.range.end..words.start];
    // By how much something grew is no end of a step.
    let gain = |word: &&str| text[..to.range.start].trim_end().ends_with(*word);
    let gains = ["of", "by", "another", "additional", "further"].iter().any(gain)
        || between.trim_start().starts_with("more");
    let measured = to.measure.takes_bound();
    (measured && !gains && between.len() <= NEAR && !between.contains(['.', ';', ':']))
        .then_some((to, from))
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn english_steps() {
        for right in [
            "The network will cover 90% of the urban population, up from 72%.",
            "Leakage falls to 8%, down from 12% in 2025.",
            "The number rises by 40 to 120, up from 80.",
            "with an increase of 200 places, up from 900",
            "In 2030, up from 2025, more will be done.",
            "The number of schools will fall from 14 to 12.",
            "The share rises from 64.5% in 2025 to 66.7%.",
            "The time is cut from 20 to 15 working days.",
            "Fees fell from CNY 500 to the level of 2 other cities.",
            "Staff increased from 12 departments to 15 offices.",
        ] {
            assert_eq!(turned(right).len(), 0, "{right}");
        }
        for wrong in [
            "The network will cover 90% of the urban population, down from 72%.",
            "Leakage falls to 8%, up from 12% in 2025.",
            "The number of schools will thus rise from 14 to 12.",
            "The share of pork will rise from 66.7% in 2025 to at least 64.5%.",
            "The time is cut from 15 to 20 working days.",
        ] {
            assert_eq!(turned(wrong).len(), 1, "{wrong}");
        }
    }
}
