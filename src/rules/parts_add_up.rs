//! In: what the texts claim. Out: a finding where parts do not add up to their whole, or one of them is larger.

use rust_decimal::Decimal;

use crate::claims::{Extent, Figure, InTurn};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Lang;
use crate::model::area::Area;
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::stated::{At, Text, is_level, said, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "parts-add-up",
    family: Family::Figures,
    level: Level::Warning,
    checks: "Parts (分别, 合计) add up to their whole, and no part (其中) is larger than its whole. Items (两项合计) and time limits (10个工作日…，5个工作日…，全程不超过15个工作日) are added up, too.",
    why: "Readers add up what stands side by side.",
    fixed: None,
    fails: &[("text.zh.md", "孵化器达到48家，众创空间达到52家，合计110家。")],
    passes: &[("text.zh.md", "孵化器达到48家，众创空间达到52家，合计100家。")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for one in text.wholes() {
            let (whole, parts) = (&one.it.whole, &one.it.parts);
            let above = |part: &&Figure| {
                part.limits().0.zip(whole.limits().1).is_some_and(|(part, whole)| part > whole)
            };
            let period = text.plan.period.and_then(|period| Some((period.start?, period.end)));
            let all = match one.it.extent {
                Extent::All => true,
                Extent::Some => period.is_some() && period == one.it.years,
                Extent::Listed => is_slip(parts, whole) || is_more(parts, whole),
                Extent::Named => {
                    let several =
                        parts.len() > 2 && (is_slip(parts, whole) || is_more(parts, whole));
                    several || are_all_places(case, text.lang, &one.it.names)
                }
            };
            let (problem, at) = if all {
                let Some(sum) = differs(parts, whole) else { continue };
                (Figures::Parts { sum, whole: one.words(&whole.range) }, &parts[0])
            } else if matches!(one.it.extent, Extent::Listed | Extent::Named) {
                continue;
            } else {
                let Some(part) = parts.iter().find(above) else { continue };
                let (part_said, whole) = (one.words(&part.range), one.words(&whole.range));
                (Figures::PartAboveWhole { part: part_said, whole }, part)
            };
            let finding = Diagnostic::new(Problem::Figures(problem), one.span(&at.range));
            found.push(finding.with_related(one.span(&whole.range)));
        }
        for turn in text.in_turn() {
            against_whole(&text, turn, found);
        }
    }
}

/// 孵化器、众创空间分别达到48家、52家 against 孵化器、众创空间达到100家 elsewhere.
fn against_whole(text: &Text<'_>, turn: At<'_, InTurn>, found: &mut Diagnostics) {
    let figures = &turn.it.figures;
    if !turn.it.things.contains(&figures.len()) || !turn.it.name.contains(['、', '和', '及', '与'])
    {
        return;
    }
    let same_year = |year: Option<i16>| year.is_some() && year == turn.it.year;
    let whole = text.about(&turn.it.name).find(|one| is_level(one.it) && same_year(one.it.year));
    if let Some(whole) = whole
        && let Some(sum) = differs(figures, &whole.it.figure)
    {
        let problem = Figures::Parts { sum, whole: whole.figure() };
        let finding = Diagnostic::new(Problem::Figures(problem), turn.span(&turn.it.range));
        found.push(finding.with_related(whole.place()));
    }
}

/// Whether names are those of all the places that the area of the plan consists of.
fn are_all_places(case: &PlanCase<'_>, lang: Lang, names: &[String]) -> bool {
    let Some(area) = case.plan.area else { return false };
    let mut places = case
        .site
        .areas
        .iter()
        .filter(|one| one.parent == Some(area) && one.replaced.is_none())
        .peekable();
    let called = |place: &Area| {
        names
            .iter()
            .filter(|name| *name == place.name.get(lang) || *name == place.short.get(lang))
            .count()
    };
    places.peek().is_some()
        && names.len() == places.clone().count()
        && places.all(|one| called(one) == 1)
}

/// Whether a list of parts makes exactly ten times or a hundred times the whole, or such a part of it: then these are all
/// parts, and a mark or a nought is wrong.
fn is_slip(parts: &[Figure], whole: &Figure) -> bool {
    let sum = || parts.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.value));
    let powers = || (1..=4).map(|power| Decimal::from(10_u32.pow(power)));
    let times =
        |one: Decimal, other: Decimal| powers().any(|power| one.checked_mul(power) == Some(other));
    sum().is_some_and(|sum| {
        sum > Decimal::ZERO && (times(sum, whole.value) || times(whole.value, sum))
    })
}

/// Whether lengths, areas or sums of money make more together than what they are parts of. Groups of people may overlap.
fn is_more(parts: &[Figure], whole: &Figure) -> bool {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.value));
    !matches!(whole.measure, Measure::Count | Measure::Occasions)
        && sum.is_some_and(|sum| sum > whole.value)
}

/// The sum of the parts in words, where it is not the whole and all figures are exact.
fn differs(parts: &[Figure], whole: &Figure) -> Option<String> {
    let exact = |one: &Figure| one.bound == Bound::Exactly && one.is_like(whole);
    if !parts.iter().all(exact) || !exact(whole) {
        return None;
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.value))?;
    let terms: Vec<String> = parts.iter().map(|one| said(one.value, &one.measure)).collect();
    (sum != whole.value).then(|| format!("{} = {}", terms.join(" + "), said(sum, &whole.measure)))
}
