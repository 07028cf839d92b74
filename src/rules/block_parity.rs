//! In: the texts of a plan. Out: a finding at the first block of each clause that is of another kind than in the
//! authoritative text.

use crate::diagnostic::translation::Translation;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::{Lang, Languages};
use crate::model::Plan;
use crate::model::translation::AcceptedWhat;
use crate::parity::documents::{pairs, unlike_block};

use super::acceptances::Acceptances;
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
    let plan = case.plan;
    let mut acceptances = Acceptances::new(&plan.translation);
    let mut judged = true;
    for other in languages.iter().skip(1) {
        judged &= check(plan, languages, other, &mut acceptances, found);
    }
    if judged {
        acceptances.report_unneeded(|what| *what == AcceptedWhat::Blocks, found);
    }
}

/// Whether the two texts could be judged as a whole.
fn check(
    plan: &Plan,
    languages: &Languages,
    other: Lang,
    acceptances: &mut Acceptances<'_>,
    found: &mut Diagnostics,
) -> bool {
    let (source, target) = (&plan.texts[languages.first().index()], &plan.texts[other.index()]);
    if source.damaged || target.damaged {
        return false;
    }
    for (one, two) in pairs(source, target, plan.is_pending(other)) {
        let Some(unlike) = unlike_block(&one, &two) else { continue };
        if acceptances.accept(one.address(), |what| *what == AcceptedWhat::Blocks) {
            continue;
        }
        let problem = Translation::Blocks {
            reason: unlike.reason,
            language: languages.name(other),
            acceptable: one.address().map(ToString::to_string),
        };
        let problem = Problem::Translation(problem);
        found.push(Diagnostic::new(problem, unlike.target).with_related(unlike.source));
    }
    // Else it is reported by `clause-parity`, and not all of the text has been looked at.
    source.has_clauses_of(target)
}
