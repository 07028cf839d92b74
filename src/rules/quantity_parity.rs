//! In: the texts of a plan. Out: a finding at every quantity of a translation that the authoritative text does not
//! have, or the other way round, and at every one with another bound (`bound-parity`).

use crate::diagnostic::translation::Accept;
use crate::diagnostic::{Diagnostics, Level};
use crate::model::translation::AcceptedWhat;
use crate::parity::documents::{Mismatch, mismatches};
use crate::parse::parity::finding;

use super::acceptances::Acceptances;
use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "quantity-parity",
    family: Family::Translation,
    level: Level::Error,
    checks: "Every figure, date, sum and share of a clause is the same in both languages, in the same unit. Bounds are a matter of `bound-parity`.",
    why: "A wrong number in the translation of a public plan misleads everyone who reads only that language.",
    fixed: None,
    fails: &[
        ("text.zh.md", r#"到2028年，建成泵站30座。"#),
        ("text.en.md", r#"By 2028, 13 pumping stations will have been built."#),
    ],
    passes: &[
        ("text.zh.md", r#"到2028年，建成泵站30座。"#),
        ("text.en.md", r#"By 2028, 30 pumping stations will have been built."#),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let mut acceptances = Acceptances::new(&case.plan.translation);
    let mut judged = true;
    for beside in case.translations {
        judged &= check(beside, case, &mut acceptances, found);
    }
    if judged {
        acceptances.report_unneeded(|what| matches!(what, AcceptedWhat::Value(_)), found);
    }
}

/// Whether the two texts could be judged as a whole.
fn check(
    beside: &Beside<'_>,
    case: &PlanCase<'_>,
    acceptances: &mut Acceptances<'_>,
    found: &mut Diagnostics,
) -> bool {
    let languages = &case.site.config.languages;
    let Some(readers) = case.readers(beside.other) else { return false };
    for pair in &beside.pairs {
        let mut list = Vec::new();
        mismatches(pair, readers, &mut list);
        for mismatch in list {
            if acceptances.accept(pair.address(), |what| names(what, &mismatch)) {
                continue;
            }
            let accept = Accept::InFile(pair.address().map(ToString::to_string));
            let written = |span| case.files.at(span);
            found.push(finding(mismatch, beside.other, languages, accept, written));
        }
    }
    beside.complete
}

/// Whether an accepted value is one of the two that differ.
fn names(what: &AcceptedWhat, mismatch: &Mismatch) -> bool {
    let AcceptedWhat::Value(value) = what else { return false };
    [&mismatch.source, &mismatch.target]
        .into_iter()
        .flatten()
        .any(|said| said.quoted.text == *value)
}
