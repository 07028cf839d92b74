//! In: the texts of a plan. Out: a finding at the first block of each clause that is of another kind than in the
//! authoritative text.

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Languages;
use crate::model::translation::AcceptedWhat;
use crate::parity::documents::unlike_block;

use super::acceptances::Acceptances;
use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "block-parity",
    family: Family::Translation,
    level: Level::Error,
    checks: "Both languages of a clause have the same paragraphs, lists, tables and double braces in the same order.",
    why: "A paragraph or a row that is missing in one language is a part of the plan that its readers never see.",
    fixed: None,
    fails: &[
        (
            "text.zh.md",
            r#"- 旧管道
- 水表"#,
        ),
        ("text.en.md", r#"- Old pipes"#),
    ],
    passes: &[
        (
            "text.zh.md",
            r#"- 旧管道
- 水表"#,
        ),
        (
            "text.en.md",
            r#"- Old pipes
- Water meters"#,
        ),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let mut acceptances = Acceptances::new(&case.plan.translation);
    let mut judged = true;
    for beside in case.translations {
        check(beside, languages, &mut acceptances, found);
        // Else it is reported by `clause-parity`, and not all of the text has been looked at.
        judged &= beside.complete;
    }
    if judged {
        acceptances.report_unneeded(|what| *what == AcceptedWhat::Blocks, found);
    }
}

fn check(
    beside: &Beside<'_>,
    languages: &Languages,
    acceptances: &mut Acceptances<'_>,
    found: &mut Diagnostics,
) {
    for pair in &beside.pairs {
        let Some(unlike) = unlike_block(pair) else { continue };
        if acceptances.accept(pair.address(), |what| *what == AcceptedWhat::Blocks) {
            continue;
        }
        let problem = Translation::Blocks {
            reason: unlike.reason,
            language: languages.name(beside.other),
            acceptable: pair.address().map(ToString::to_string),
        };
        let problem = Problem::Translation(problem);
        found.push(Diagnostic::new(problem, unlike.target).with_related(unlike.source));
    }
}
