//! In: the Chinese texts of a plan and the register of organisations. Out: a finding at every body in a list that is
//! written almost like a registered one, and at every body with another ending than the registered one that the text
//! names elsewhere.

use rustc_hash::FxHashMap;

use crate::diagnostic::prose::Prose;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span};
use crate::language::Lang;
use crate::model::register::Named;
use crate::model::{Key, Organisation, Site};
use crate::typesetting::nearness::{Names, Near};
use crate::typesetting::stems::{Stems, overlap};

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "unregistered-name",
    family: Family::Text,
    level: Level::Warning,
    checks: "A body in a list is written as it is registered; and one in a sentence is no 局 where the text elsewhere has the registered 委, or the other way round.",
    why: "A slip in a name sends readers to a body that does not exist, and links do not find it.",
    fixed: None,
    fails: &[("text.zh.md", "责任单位：水利局、财政句、各县政府。")],
    passes: &[("text.zh.md", "责任单位：水利局、财政局、各县政府、民政局。")],
    run: Run::Plan(run),
};

/// The names of a language, and whose they are.
pub struct Registered {
    lang: Lang,
    names: Names,
    /// The same names, for bodies in sentences.
    stems: Stems,
    bodies: Vec<Vec<Key<Organisation>>>,
}

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    for reading in case.readings {
        let names = case.known.bodies.iter().find(|one| one.lang == reading.lang);
        names.iter().for_each(|names| check(reading, names, case, found));
    }
}

/// The bodies of the register by their names.
pub fn registered(lang: Lang, site: &Site) -> Registered {
    let first = site.config.languages.first();
    let (mut names, mut stems) = (Names::default(), Stems::default());
    let mut bodies: Vec<Vec<_>> = Vec::new();
    let register = &site.organisations;
    for key in register.keys() {
        let one = &register[key];
        for name in one.names(lang, first) {
            let number = names.add(name);
            if number == bodies.len() {
                bodies.push(Vec::new());
                stems.add(name, number);
            }
            bodies[number].push(key);
        }
    }
    Registered { lang, names, stems, bodies }
}

fn check(
    reading: &Reading<'_>,
    registered: &Registered,
    case: &PlanCase<'_>,
    found: &mut Diagnostics,
) {
    let site = case.site;
    // A body of another place only counts by its full name.
    let here =
        |key: &Key<Organisation>| match (site.organisations[*key].home(*key), reading.plan.area) {
            (Some(home), Some(area)) => {
                home == area || site.areas.lies_in(home, area) || site.areas.lies_in(area, home)
            }
            _ => true,
        };
    let can_be_meant = |name: usize| registered.bodies[name].iter().any(here);
    let mut known_here: FxHashMap<usize, bool> = FxHashMap::default();
    let mut named = |one: &Near| {
        let stands = |name: &String| {
            reading.paragraphs.iter().any(|other| other.prose.text().contains(name))
        };
        let name = || registered.names.name(one.name);
        *known_here.entry(one.name).or_insert_with(|| stands(&name()))
    };
    for paragraph in &reading.paragraphs {
        let text = paragraph.prose.text();
        let mut near = registered.names.near(text, can_be_meant);
        for one in registered.stems.near(text) {
            let known = near.iter().any(|other| overlap(&other.place, &one.place));
            if !known && can_be_meant(one.name) && named(&one) {
                near.push(one);
            }
        }
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
}
