//! In: the texts of a plan. Out: a finding at the first clause in which a language differs from the
//! authoritative one, with the counterpart.

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::{Lang, Languages};
use crate::model::Plan;
use crate::model::document::{Clause, Document};

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clause-parity",
    family: Family::Translation,
    level: Level::Error,
    checks: "Both languages of a plan have the same clauses with the same numbers in the same order; in a pending language some may be missing.",
    why: "The language switch and every link to a clause lead to the same clause of the other language.",
    fixed: Some(
        "the two texts are shown clause beside clause; give both the same clauses, or write `pending` in `plan.toml` while one is being translated",
    ),
    fails: &[(
        "text.en.md",
        r#"Preamble.

## I. Goals

Save water.

## II. Tasks

### (I) Facilities

#### 2. Repair pipes

**Repair pipes.** To be done by 2028, see the [indicator](targets/#pipes)."#,
    )],
    passes: &[(
        "text.en.md",
        r#"Preamble.

## I. Goals

Save water.

## II. Tasks

### (I) Facilities

#### 1. Repair pipes

**Repair pipes.** To be done by 2028, see the [indicator](targets/#pipes)."#,
    )],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let first = languages.first();
    let plan = case.plan;
    for other in languages.iter().skip(1) {
        compare(plan, first, other, languages, found);
    }
}

/// Reports where the two texts part. What comes after follows from it and would only be noise.
fn compare(plan: &Plan, first: Lang, other: Lang, languages: &Languages, found: &mut Diagnostics) {
    let (one, two) = (&plan.texts[first.index()], &plan.texts[other.index()]);
    if one.damaged || two.damaged {
        return;
    }
    if plan.is_pending(other) {
        return compare_late(one, two, languages.name(first), found);
    }
    for (a, b) in one.clauses.iter().zip(&two.clauses) {
        if a.address != b.address {
            let problem = Problem::MixedUpClause {
                address: b.address.to_string(),
                twin: Some(a.address.to_string()),
                language: languages.name(first),
            };
            found.push(Diagnostic::new(problem, b.span).with_related(a.span));
            return;
        }
    }
    let (common, left) = (one.clauses.len().min(two.clauses.len()), two.clauses.len());
    if let Some(missing) = one.clauses.get(common) {
        report_missing(two, missing, one.clauses.len() - left, languages.name(first), found);
    } else if let Some(extra) = two.clauses.get(common) {
        let (address, language) = (extra.address.to_string(), languages.name(first));
        let problem = Problem::MixedUpClause { address, twin: None, language };
        found.report(problem, extra.span);
    }
}

/// The same for a text that is still being translated: clauses may be missing, but those that are there are clauses of
/// the first text, in its order.
fn compare_late(one: &Document, two: &Document, language: String, found: &mut Diagnostics) {
    let mut left = one.clauses.as_slice();
    for clause in &two.clauses {
        let place = left.iter().position(|twin| twin.address == clause.address);
        let address = clause.address.to_string();
        if let Some(twin) = place.map(|place| &left[place]) {
            // Without the headings above it, a clause has the number of another one.
            if twin.depth != clause.depth {
                let problem = Problem::Translation(Translation::OtherLevel { address, language });
                found.push(Diagnostic::new(problem, clause.span).with_related(twin.span));
                return;
            }
            left = &left[place.map_or(0, |place| place + 1)..];
            continue;
        }
        // A clause that is there, but not here, stands in the wrong place.
        let twin = left.first().or(one.clauses.last());
        let twin = twin.filter(|_| one.clause(&clause.address).is_some());
        let at = twin.map(|twin| twin.span);
        let twin = twin.map(|twin| twin.address.to_string());
        let problem = Problem::MixedUpClause { address, twin, language };
        let finding = Diagnostic::new(problem, clause.span);
        found.push(match at {
            Some(at) => finding.with_related(at),
            None => finding,
        });
        return;
    }
}

/// Points at the last clause that is there, and at the first one that is not.
fn report_missing(
    text: &Document,
    missing: &Clause,
    count: usize,
    language: String,
    found: &mut Diagnostics,
) {
    let problem = Problem::MissingClauses { count, address: missing.address.to_string(), language };
    match text.clauses.last() {
        Some(last) => found.push(Diagnostic::new(problem, last.span).with_related(missing.span)),
        None => found.report(problem, missing.span),
    }
}
