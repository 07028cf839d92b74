//! In: what the texts claim. Out: a finding where a thing has two values or two bounds for one year, or one value has two
//! names that are almost the same.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::claims::{Claim, almost_equal, same_but_for_grade};
use crate::diagnostic::figures::Figures;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};

use super::stated::{At, Text, is_level, texts};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "same-indicator-differs",
    family: Family::Figures,
    level: Level::Warning,
    checks: "A text gives one thing one value, one bound and one name for a year.",
    why: "80% and 80%以上 are two promises; two names are two statistics.",
    fixed: None,
    fails: &[(
        "text.zh.md",
        "到2028年，设立研发机构的比例达到80%以上。\n\n到2028年，设立研发机构的比例达到80%。",
    )],
    passes: &[(
        "text.zh.md",
        "到2028年，设立研发机构的比例达到80%以上。\n\n到2027年，设立研发机构的比例达到70%。",
    )],
    run: Run::Plan(run),
};

/// So many claims with one value are a table in words; they are not compared with each other.
const MOST: usize = 50;

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for text in texts(case) {
        for thing in text.things() {
            values(&text, &thing, found);
        }
        names(&text, found);
    }
}

/// One name, one year: each claim against the first one of the year.
fn values(text: &Text<'_>, thing: &[At<'_, Claim>], found: &mut Diagnostics) {
    let mut first: BTreeMap<i16, At<'_, Claim>> = BTreeMap::new();
    let is_longer = |name: &str, other: &str| other.len() > name.len() && other.ends_with(name);
    let has_longer = LazyCell::new(|| {
        let name = thing.first().map_or("", |one| one.it.name.as_str());
        text.claims().any(|other| is_longer(name, &other.it.name))
    });
    for claim in
        thing.iter().filter(|one| is_level(one.it) && !is_of_class(one) && !is_condition(one))
    {
        let Some(year) = claim.it.year else { continue };
        let one = *first.entry(year).or_insert(*claim);
        let (ours, theirs) = (&claim.it.figure, &one.it.figure);
        let like = ours.is_like(theirs) && ours.counts_like(theirs);
        if like
            && !ours.says(theirs)
            && !is_other(claim, &one)
            && (!are_far_apart(claim, &one) || !*has_longer)
        {
            found.push(differs(*claim, one, year));
        }
    }
}

/// Whether a claim says what follows if it is so: 不良率超过5%的，暂停新增业务，降至5%以下后方可恢复.
fn is_condition(claim: &At<'_, Claim>) -> bool {
    let behind = claim.paragraph.prose.text().get(claim.it.range.end..).unwrap_or("");
    ["的，", "后方可", "后，方可"].iter().any(|words| behind.starts_with(words))
}

/// Whether a claim says what a class is: 第三档：人均月收入超过1600元，但不超过2400元.
fn is_of_class(claim: &At<'_, Claim>) -> bool {
    /// Lines that say what a class is are no longer before a figure, in bytes.
    const REACH: usize = 300;
    let before = &claim.paragraph.prose.text()[..claim.it.range.start];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let line = near.rfind('\n').map(|at| &near[at + 1..]);
    let line = line.or_else(|| (near.len() == before.len()).then_some(near));
    let Some((class, _)) = line.and_then(|line| line.split_once('：')) else { return false };
    let numbered = class.strip_prefix('第').is_some_and(|rest| rest.chars().count() <= 3);
    numbered && class.ends_with(['档', '类', '级', '等', '组', '种'])
}

/// Whether a name is so short that two very different figures are those of two things: 床位 of hospitals and of homes.
fn is_other(claim: &At<'_, Claim>, other: &At<'_, Claim>) -> bool {
    let (one, two) = (claim.it.figure.value, other.it.figure.value);
    let twice = |value: Decimal| value.checked_mul(Decimal::TWO).unwrap_or(value);
    claim.it.name.chars().nth(2).is_none() && (twice(one) < two || twice(two) < one)
}

/// Whether two figures in different clauses are so unlike that each is that of another thing where their name is the end of a
/// longer one: 规范管理率 of 严重精神障碍患者 and of 高血压患者.
fn are_far_apart(claim: &At<'_, Claim>, other: &At<'_, Claim>) -> bool {
    let (one, two) = (claim.it.figure.value, other.it.figure.value);
    let (less, more) = (one.min(two), one.max(two));
    // By more than a fifth.
    let unlike = less.checked_mul(Decimal::from(6)) < more.checked_mul(Decimal::from(5));
    unlike && claim.address() != other.address()
}

fn differs(claim: At<'_, Claim>, other: At<'_, Claim>, year: i16) -> Diagnostic {
    let name = claim.called();
    let problem = Figures::Values { name, year, one: claim.figure(), other: other.figure() };
    Diagnostic::new(Problem::Figures(problem), claim.place()).with_related(other.place())
}

/// One value and one year: names that differ in a word, and bounds of names that differ in the grade.
fn names(text: &Text<'_>, found: &mut Diagnostics) {
    let mut groups: BTreeMap<(i16, Decimal), Vec<At<'_, Claim>>> = BTreeMap::new();
    for claim in text.claims().filter(|one| is_level(one.it)) {
        if let Some(year) = claim.it.year {
            groups.entry((year, claim.it.figure.value)).or_default().push(claim);
        }
    }
    for ((year, _), group) in groups {
        for (number, claim) in group.iter().enumerate().take(MOST) {
            let before = &group[..number];
            let like = |one: &&At<'_, Claim>| one.it.figure.is_like(&claim.it.figure);
            let ours = &claim.it.name;
            if let Some(other) =
                before.iter().filter(like).find(|one| almost_equal(ours, &one.it.name))
            {
                let (one, other_name) = (claim.called(), other.called());
                let problem = Figures::Names { one, other: other_name, value: claim.figure() };
                let finding = Diagnostic::new(Problem::Figures(problem), claim.place());
                found.push(finding.with_related(other.place()));
            }
            let graded = |one: &&At<'_, Claim>| {
                same_but_for_grade(ours, &one.it.name)
                    && one.it.figure.bound != claim.it.figure.bound
            };
            if let Some(other) = before.iter().filter(like).find(graded) {
                found.push(differs(*claim, *other, year));
            }
        }
    }
}
