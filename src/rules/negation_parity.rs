//! In: the texts of a plan. Out: a finding at every sentence that has lost the prohibition of the other language, or forbids
//! what the other language does not.

use crate::diagnostic::translation::{Languages as Names, NegationLost, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::Lang;
use crate::parity::documents::place_of;
use crate::parity::negation::{Lost, lost};

use super::order_parity::{self, Lines};
use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "negation-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "What a sentence forbids in one language (不得, 严禁, 禁止, 不予, 不再; shall not, must not, may not) or turns round (不增加, 不计入), the other language denies, too; and where a Chinese sentence forbids several things, the English one forbids as many. A limit (不得高于) is not turned round (may be higher than), and an exception (的除外) is not left out.",
    why: "A “not” that is lost makes a prohibition a permission, and whoever reads only that language will act on it.",
    fixed: None,
    fails: &[
        ("text.zh.md", r#"不得挪用资金。"#),
        ("text.en.md", r#"The funds may be put to other uses."#),
    ],
    passes: &[
        ("text.zh.md", r#"不得挪用资金。"#),
        ("text.en.md", r#"The funds may not be put to other uses."#),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for beside in case.translations {
        check(beside, case, found);
    }
}

fn check(beside: &Beside<'_>, case: &PlanCase<'_>, found: &mut Diagnostics) {
    let other = beside.other;
    let Some((read, read_other)) = case.readers(other) else { return };
    let Some((_, areas, bodies)) = case.known.names.iter().find(|(lang, ..)| *lang == other) else {
        return;
    };
    for pair in &beside.pairs {
        pair.for_each(|here, there, spans| {
            let mut check = |here: &str, there: &str| {
                for lost in lost((here, read), (there, read_other)) {
                    report(&lost, (here, there), spans, other, case, found);
                }
                let lines = Lines { source: here, target: there, spans, other };
                order_parity::check(&lines, (read, read_other), (areas, bodies), case, found);
            };
            // Line by line where both have as many, else as a whole.
            if here.len() == there.len() {
                here.iter().zip(there).for_each(|(here, there)| check(here, there));
            } else {
                check(&here.join("\n"), &there.join("\n"));
            }
        });
    }
}

fn report(
    lost: &Lost,
    (here, there): (&str, &str),
    (source, target): (Span, Span),
    other: Lang,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let languages = &case.site.config.languages;
    let (ours, theirs) = (here[lost.source.clone()].trim(), there[lost.target.clone()].trim());
    let text = if lost.in_source { here } else { there };
    let words = text[lost.words.clone()].to_owned();
    // The sentence that has the words is looked for first: others of the block may have the same.
    let at = |sentence: &str, has_words: bool, span: Span| {
        let place = place_of(sentence, 0, span, case.files.at(span));
        if has_words { place_of(&words, 0, place, case.files.at(place)) } else { place }
    };
    let (there, here) = (at(theirs, !lost.in_source, target), at(ours, lost.in_source, source));
    let problem = Translation::Negation(Box::new(NegationLost {
        words: words.clone(),
        in_source: lost.in_source,
        fewer: lost.fewer,
        languages: Names {
            source: languages.name(languages.first()),
            target: languages.name(other),
        },
        source_sentence: ours.to_owned(),
        target_sentence: theirs.to_owned(),
    }));
    found.push(Diagnostic::new(Problem::Translation(problem), there).with_related(here));
}
