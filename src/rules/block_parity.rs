//! In: the texts of every plan. Out: a finding at the first block of each clause that is of another kind than in the
//! authoritative text.

use crate::diagnostic::translation::{Accepted, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::translation::AcceptedWhat;
use crate::parity::documents::{pairs, unlike_block};

use super::{Case, Rule};

pub const RULE: Rule = Rule {
    name: "block-parity",
    checks: "Both languages of a clause have the same paragraphs, lists, tables and double braces in the same order.",
    why: "A paragraph or a row that is missing in one language is a part of the plan that its readers never see.",
    run,
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for plan in &case.site.plans {
        let mut used = vec![false; plan.translation.accepted.len()];
        let source = &plan.texts[languages.first().index()];
        for other in languages.iter().skip(1) {
            let target = &plan.texts[other.index()];
            if source.damaged || target.damaged {
                used.fill(true);
                continue;
            }
            if !source.has_clauses_of(target) {
                // Reported by `clause-parity`: not all of the text is looked at.
                used.fill(true);
            }
            for (one, two) in pairs(source, target, plan.is_pending(other)) {
                let Some(unlike) = unlike_block(&one, &two) else { continue };
                let accepted =
                    plan.translation.accepts(one.address(), |what| *what == AcceptedWhat::Blocks);
                if let Some(at) = accepted {
                    used[at] = true;
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
        }
        for (accepted, _) in plan.translation.accepted.iter().zip(used).filter(|(_, used)| !used) {
            if accepted.what == AcceptedWhat::Blocks {
                let problem = Translation::NothingToAccept { what: Accepted::Blocks };
                found.report(Problem::Translation(problem), accepted.span);
            }
        }
    }
}
