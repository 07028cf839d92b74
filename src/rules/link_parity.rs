//! In: the texts of a plan. Out: a finding for each link of a translation that leads to another place of the plan than the
//! link in the authoritative text.

use crate::diagnostic::translation::{Languages as Names, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Spanned};
use crate::language::Languages;
use crate::model::passage::Passage;

use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "link-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "Where both languages of a clause have as many links to places of the plan, they lead to the same places. What stands at other addresses, and files, may differ.",
    why: "A reference that was corrected in one language only sends half of all readers to the wrong clause.",
    fixed: None,
    fails: &[
        ("text.zh.md", "进展见[保障措施](#3)。"),
        ("text.en.md", "For progress see [Safeguards](#2)."),
    ],
    passes: &[
        ("text.zh.md", "进展见[保障措施](#3)。"),
        ("text.en.md", "For progress see [Safeguards](#3)."),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for beside in case.translations {
        check(beside, &case.site.config.languages, found);
    }
}

fn check(beside: &Beside<'_>, languages: &Languages, found: &mut Diagnostics) {
    for pair in &beside.pairs {
        let (mut ours, mut theirs) = (links(&pair.one), links(&pair.two));
        if ours.len() != theirs.len() {
            continue;
        }
        // Sentences are turned round in translation: what both have has its twin.
        ours.retain(|link| {
            let twin = theirs.iter().position(|other| other.value == link.value);
            twin.map(|at| theirs.remove(at)).is_none()
        });
        for (here, there) in ours.into_iter().zip(theirs) {
            let problem = Translation::OtherLink {
                source: here.value.clone(),
                target: there.value.clone(),
                languages: Names {
                    source: languages.name(languages.first()),
                    target: languages.name(beside.other),
                },
            };
            let problem = Problem::Translation(problem);
            found.push(Diagnostic::new(problem, there.span).with_related(here.span));
        }
    }
}

/// The links of a passage to places of its plan.
fn links<'d>(passage: &Passage<'d>) -> Vec<&'d Spanned<String>> {
    let html = passage.blocks.iter().filter_map(|block| block.html());
    html.flat_map(|html| html.links()).filter(|link| is_place(&link.value)).collect()
}

/// Whether an address is that of a clause, or of a page of the plan; not of a file, which may be another one in each language.
fn is_place(address: &str) -> bool {
    let file = address.starts_with("files/") || address.starts_with('/') || address.contains(':');
    let page = address.split('#').next().is_some_and(|page| page.is_empty() || page.ends_with('/'));
    page && !file
}

#[cfg(test)]
mod tests {
    use super::is_place;

    #[test]
    fn places_of_a_plan() {
        for address in ["#2.1", "targets/", "targets/#pipes", "responsibilities/#task-2"] {
            assert!(is_place(address), "{address}");
        }
        for address in ["files/map.pdf", "https://a.cn/", "mailto:a@b.cn", "/about/", "map.png"] {
            assert!(!is_place(address), "{address}");
        }
    }
}
