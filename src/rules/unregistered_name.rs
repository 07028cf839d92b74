//! In: the Chinese texts of every plan and the register of organisations. Out: a finding at every body in a list that is
//! written almost like a registered one.

use rayon::prelude::*;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::Lang;
use crate::model::register::Named;
use crate::model::{Key, Organisation};
use crate::typesetting::nearness::Names;

use super::reading::Reading;
use super::{Case, Family, Rule};

pub const RULE: Rule = Rule {
    name: "unregistered-name",
    family: Family::Text,
    level: Level::Warning,
    checks: "A body in a list is written as it is registered.",
    why: "A slip in a name sends readers to a body that does not exist, and links do not find it.",
    fixed: None,
    fails: &[("text.zh.md", "责任单位：水利局、财政句、各县政府。")],
    passes: &[("text.zh.md", "责任单位：水利局、财政局、各县政府、民政局。")],
    run: Some(run),
};

/// The names of a language, and whose they are.
struct Registered {
    lang: Lang,
    names: Names,
    bodies: Vec<Vec<Key<Organisation>>>,
}

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    let chinese = languages.iter().filter(|lang| languages.is_chinese(*lang));
    let registered: Vec<Registered> = chinese.map(|lang| registered(lang, case)).collect();
    let results: Vec<Diagnostics> = case
        .readings
        .par_iter()
        .filter_map(|reading| {
            let names = registered.iter().find(|one| one.lang == reading.lang)?;
            Some(check(reading, names, case))
        })
        .collect();
    results.into_iter().for_each(|one| found.append(one));
}

fn registered(lang: Lang, case: &Case<'_>) -> Registered {
    let first = case.site.config.languages.first();
    let (mut names, mut bodies): (_, Vec<Vec<_>>) = (Names::default(), Vec::new());
    let register = &case.site.organisations;
    for key in register.keys() {
        let one = &register[key];
        let aliases = one.aliases().iter().filter_map(|alias| alias.value.get(lang, first));
        for name in [one.name().get(lang), one.short().get(lang)].into_iter().chain(aliases) {
            let number = names.add(name);
            if number == bodies.len() {
                bodies.push(Vec::new());
            }
            bodies[number].push(key);
        }
    }
    Registered { lang, names, bodies }
}

fn check(reading: &Reading<'_>, registered: &Registered, case: &Case<'_>) -> Diagnostics {
    let mut found = Diagnostics::default();
    let site = case.site;
    // A body of another place only counts by its full name.
    let here =
        |key: &Key<Organisation>| match (site.organisations[*key].home(*key), reading.plan.area) {
            (Some(home), Some(area)) => {
                home == area || site.areas.lies_in(home, area) || site.areas.lies_in(area, home)
            }
            _ => true,
        };
    for paragraph in &reading.paragraphs {
        let text = paragraph.prose.text();
        let near = registered.names.near(text, |name| registered.bodies[name].iter().any(here));
        for one in near {
            let name = registered.names.name(one.name);
            let problem =
                Prose::AlmostRegistered { written: text[one.place.clone()].to_owned(), name };
            let span: Span = paragraph.prose.span(one.place);
            let body = registered.bodies[one.name][0];
            let related = site.organisations[body].span();
            found.push(Diagnostic::new(Problem::Prose(problem), span).with_related(related));
        }
    }
    found
}
