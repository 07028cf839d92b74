//! In: the texts of a plan, the registers and the glossary. Out: a finding at every registered name and term that a
//! clause has in the authoritative language and not in the other.

use crate::diagnostic::translation::{Languages as Names, NameMissing, Translation};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Lang;
use crate::model::passage::Passage;
use crate::model::register::Named;
use crate::model::translation::AcceptedWhat;
use crate::model::{Register, Site};
use crate::parity::documents::place_of;
use crate::parity::names::{Dictionaries, Dictionary, Missing};
use crate::parity::{pair_of, sentence_at};

use super::acceptances::Acceptances;
use super::reading::Beside;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "name-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "A registered organisation, area or indicator, and a term of the glossary, has its registered name in the other language of the clause, too.",
    why: "Readers of both languages must be able to tell who and what is meant, and to find it under one name.",
    fixed: None,
    fails: &[
        ("text.zh.md", r#"由财政局监督。"#),
        ("text.en.md", r#"The Treasury oversees the work."#),
    ],
    passes: &[
        ("text.zh.md", r#"由财政局监督。"#),
        ("text.en.md", r#"The Finance Bureau oversees the work."#),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let mut acceptances = Acceptances::new(&case.plan.translation);
    let mut judged = true;
    for beside in case.translations {
        let mut dictionaries = case.known.dictionaries.iter();
        let Some((_, names)) = dictionaries.find(|(lang, _)| *lang == beside.other) else {
            continue;
        };
        judged &= check((beside, names), case, &mut acceptances, found);
    }
    if judged {
        acceptances.report_unneeded(|what| matches!(what, AcceptedWhat::Name(_)), found);
    }
}

/// The names of the registers and the terms of the glossary.
pub fn registered(site: &Site, other: Lang) -> Dictionary {
    let mut names = Dictionary::default();
    let first = site.config.languages.first();
    add_register(&site.organisations, (first, other), &mut names);
    add_register(&site.areas, (first, other), &mut names);
    for term in &site.glossary {
        for word in &term.words[first.index()] {
            names.add(word, term.words[other.index()].iter().map(String::as_str));
        }
    }
    names
}

fn add_register<T: Named>(
    register: &Register<T>,
    (first, other): (Lang, Lang),
    names: &mut Dictionary,
) {
    for entry in register.iter() {
        let others: Vec<&str> = entry.names(other, first).collect();
        let shorter = others.iter().filter_map(|name| in_sentence(name));
        let others: Vec<&str> = others.iter().copied().chain(shorter).collect();
        for name in entry.names(first, first) {
            names.add(name, others.iter().copied());
            for other in others.iter().filter(|other| is_government_of_place(other)) {
                names.add_phrase(name, other);
            }
        }
    }
}

/// What a sentence may make of a name: it calls Langfang City just Langfang, and all county governments the county
/// governments, or each of them.
pub(super) fn in_sentence(name: &str) -> Option<&str> {
    const KINDS: [&str; 5] = [" City", " Province", " County", " District", " Municipality"];
    KINDS.iter().find_map(|kind| name.strip_suffix(kind)).or_else(|| name.strip_prefix("All "))
}

/// Whether a name is that of governments of places, which sentences take together: `the governments of Chengdong District and
/// Linhe County`, `district and county governments`.
fn is_government_of_place(name: &str) -> bool {
    let governs = |word: &str| {
        word.eq_ignore_ascii_case("government") || word.eq_ignore_ascii_case("governments")
    };
    name.split(' ').any(governs) && name.split(' ').count() > 2
}

/// Whether the two texts could be judged as a whole.
fn check(
    (beside, names): (&Beside<'_>, &Dictionary),
    case: &PlanCase<'_>,
    acceptances: &mut Acceptances<'_>,
    found: &mut Diagnostics,
) -> bool {
    let (other, first) = (beside.other, case.site.config.languages.first());
    let mut own = Dictionary::beside(names);
    for indicator in case.plan.indicators() {
        own.add_phrase(indicator.name.get(first), indicator.name.get(other));
    }
    let names = Dictionaries::two(names, &own);
    for pair in &beside.pairs {
        let Some((text, translation)) = pair.whole() else { continue };
        for name in names.missing(&text, &translation) {
            let fits = |what: &AcceptedWhat| *what == AcceptedWhat::Name(name.name.clone());
            if !acceptances.accept(pair.address(), fits) {
                report(&name, (&pair.one, &text), (&pair.two, &translation), other, case, found);
            }
        }
    }
    beside.complete
}

fn report(
    name: &Missing,
    (one, text): (&Passage<'_>, &str),
    (two, translation): (&Passage<'_>, &str),
    other: Lang,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let languages = &case.site.config.languages;
    let (Some(here), Some(there)) = (two.span(), one.span()) else { return };
    let problem = Translation::Name(Box::new(NameMissing {
        name: name.name.clone(),
        expected: name.expected.clone(),
        languages: Names {
            source: languages.name(languages.first()),
            target: languages.name(other),
        },
        source_sentence: sentence_at(text, name.at).to_owned(),
        target_sentence: pair_of(text, name.at, translation).to_owned(),
        clause: one.address().map(ToString::to_string),
    }));
    let end = one.blocks.last().map_or(there, |block| block.span);
    let part = there.to(end);
    let span = place_of(&name.name, 0, part, case.files.at(part));
    found.push(Diagnostic::new(Problem::Translation(problem), here).with_related(span));
}

#[cfg(test)]
mod tests {
    use super::in_sentence;

    #[test]
    fn sentences_make_names_shorter() {
        for (name, shorter) in [
            ("Langfang City", Some("Langfang")),
            ("All county and district governments", Some("county and district governments")),
            ("Finance Bureau", None),
            ("Allied Trades Office", None),
        ] {
            assert_eq!(in_sentence(name), shorter, "{name}");
        }
    }
}
