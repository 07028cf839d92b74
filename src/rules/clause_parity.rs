//! In: the texts of every plan. Out: a finding at the first clause in which a language differs from the
//! authoritative one, with the counterpart.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::language::{Lang, Languages};
use crate::model::Plan;
use crate::model::document::{Clause, Document};

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "clause-parity",
    checks: "Both languages of a plan have the same clauses with the same numbers in the same order.",
    why: "The language switch and every link to a clause lead to the same clause of the other language.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let first = languages.first();
    for plan in &case.site.plans {
        for other in languages.iter().skip(1) {
            compare(plan, first, other, languages, found);
        }
    }
}

/// Reports where the two texts part. What comes after follows from it and would only be noise.
fn compare(plan: &Plan, first: Lang, other: Lang, languages: &Languages, found: &mut Diagnostics) {
    let (one, two) = (&plan.texts[first.index()], &plan.texts[other.index()]);
    if one.damaged || two.damaged {
        return;
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
