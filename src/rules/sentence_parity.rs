//! In: the texts of a plan. Out: a finding where one language most likely lacks a sentence of the other.

use crate::diagnostic::translation::{Languages as Names, SentenceMissing, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::Lang;
use crate::parity::documents::place_of;
use crate::parity::lengths::{Lengths, Scale};
use crate::parity::omitted::{Omitted, omitted};
use crate::parity::{Reader, sentence_at};

use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "sentence-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "No sentence of a paragraph is left out of its translation, nor is there one too many: the sentences of both languages are set beside each other by their lengths and figures.",
    why: "A sentence that is missing in one language is a duty or a right that its readers never hear of, and no one notices, because what is there is right.",
    fixed: None,
    fails: &[
        ("text.zh.md", FULL_CHINESE),
        (
            "text.en.md",
            r#"Water companies replace old pipes street by street and tell all residents of the street in good time. People who notice a leak can report it at any hour of the day or night.

The city pays for the pipes in the streets, and the owners of houses for those within them. Households with a low income are helped on application."#,
        ),
    ],
    passes: &[
        ("text.zh.md", FULL_CHINESE),
        (
            "text.en.md",
            r#"Water companies replace old pipes street by street and tell all residents of the street in good time. Where the supply has to be cut off, they bring drinking water to every household without charge. People who notice a leak can report it at any hour of the day or night.

The city pays for the pipes in the streets, and the owners of houses for those within them. Households with a low income are helped on application."#,
        ),
    ],
    run: Run::Plan(run),
};

const FULL_CHINESE: &str = r#"供水企业逐条街道更换老旧管道，并提前告知沿街全部居民。确需停水的，免费向每户居民送去饮用水。居民发现漏水的，可以全天随时报告。

街道内的管道由市里出资更换，房屋内的管道由房屋所有人出资更换。低收入家庭可以申请补助。"#;

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for beside in case.translations {
        check(beside, case, found);
    }
}

/// Goes through the lines of blocks that have as many in both languages; the others are reported by `block-parity`.
fn for_each_line(beside: &Beside<'_>, mut visit: impl FnMut(&str, &str, (Span, Span))) {
    for pair in &beside.pairs {
        pair.for_each(|here, there, spans| {
            if here.len() == there.len() {
                here.iter().zip(there).for_each(|(here, there)| visit(here, there, spans));
            }
        });
    }
}

fn check(beside: &Beside<'_>, case: &PlanCase<'_>, found: &mut Diagnostics) {
    // How long the translations of this plan are shows only when all of it has been seen.
    let mut lengths = Vec::new();
    for_each_line(beside, |here, there, _| lengths.push(Lengths::of(here, there)));
    let Some(scale) = Scale::of(lengths.iter().copied().sum()) else { return };
    if !lengths.iter().any(|one| scale.may_lack(*one)) {
        return;
    }
    let languages = &case.site.config.languages;
    let reader = |lang| Reader::of(languages.tag(lang));
    let (read, read_other) = (reader(languages.first()), reader(beside.other));
    let mut lengths = lengths.into_iter();
    for_each_line(beside, |here, there, spans| {
        if lengths.next().is_some_and(|one| scale.may_lack(one))
            && let Some(one) = omitted((here, read), (there, read_other), scale)
        {
            report(&one, (here, there), spans, beside.other, case, found);
        }
    });
}

fn report(
    one: &Omitted,
    (here, there): (&str, &str),
    (source, target): (Span, Span),
    other: Lang,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let languages = &case.site.config.languages;
    let (has, lacks) = if one.in_source { (here, there) } else { (there, here) };
    let sentence = has[one.range.clone()].trim();
    let behind = if one.at < lacks.len() { sentence_at(lacks, one.at) } else { "" };
    // Marks may stand within the sentence; then the whole block is shown.
    let place = |words: &str, span: Span| match words {
        "" => span,
        words => place_of(words, 0, span, case.files.at(span)),
    };
    let (ours, theirs) = if one.in_source { (sentence, behind) } else { (behind, sentence) };
    let (ours, theirs) = (place(ours, source), place(theirs, target));
    let problem = Translation::Sentence(Box::new(SentenceMissing {
        sentence: sentence.to_owned(),
        in_source: one.in_source,
        languages: Names {
            source: languages.name(languages.first()),
            target: languages.name(other),
        },
        behind: behind.to_owned(),
    }));
    found.push(Diagnostic::new(Problem::Translation(problem), theirs).with_related(ours));
}
