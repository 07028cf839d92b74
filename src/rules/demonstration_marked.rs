//! In: the plans of invented places. Out: a finding for each title that does not say so, for each body that they name and
//! that is not marked as invented, and for each concept that sets one beside real plans.

use crate::diagnostic::demonstration::Demonstration;
use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::model::plan::{Task, is_unfinished};
use crate::model::{Key, Organisation, Plan};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "demonstration-marked",
    family: Family::Publication,
    level: Level::Warning,
    checks: "What belongs to an invented place says so: its plans in their titles, the bodies that they name by their `area`. It is not compared with real places.",
    why: "Titles go where no banner goes with them: into feeds, downloaded tables and the results of search engines. Nobody may take an invented figure for a real one.",
    fixed: None,
    fails: &[(
        "areas.toml",
        r#"[[area]]
id            = "city"
name          = { zh = "全市", en = "The city" }
kind          = "city"
demonstration = true"#,
    )],
    passes: &[
        (
            "areas.toml",
            r#"[[area]]
id            = "city"
name          = { zh = "全市", en = "The city" }
kind          = "city"
demonstration = true"#,
        ),
        (
            "organisations.toml",
            r#"[[organisation]]
id   = "water"
name = { zh = "水利局", en = "Water Bureau" }
kind = "department"
area = "city"

[[organisation]]
id   = "finance"
name = { zh = "财政局", en = "Finance Bureau" }
kind = "department"
area = "city"

[[organisation]]
id      = "all-counties"
name    = { zh = "各县政府", en = "All counties" }
kind    = "group"
members = ["finance"]
area    = "city""#,
        ),
        (
            "plan.toml",
            r#"title = { zh = "节水规划（2026—2028年）（演示）", en = "Water Saving Plan (2026–2028) (Demonstration)" }
short = { zh = "节水规划（演示）", en = "Water plan (demonstration)" }"#,
        ),
    ],
    run: Run::Site(run),
};

/// Words that say it, in small letters. A language that is not here is not looked at.
const WORDS: &[(&str, &[&str])] =
    &[("zh", &["演示", "虚构"]), ("en", &["demonstration", "fictional", "invented"])];

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let mut bodies: Vec<Key<Organisation>> = Vec::new();
    for plan in case.site.plans.iter().filter(|plan| case.site.is_demonstration(plan)) {
        titles(case, plan, found);
        for body in named(plan) {
            if !case.site.invents_organisation(body) && !bodies.contains(&body) {
                bodies.push(body);
                let body = &case.site.organisations[body];
                let name = body.name.get(case.site.config.languages.first()).to_owned();
                let problem = problem(Demonstration::Body { name });
                found.push(Diagnostic::new(problem, body.span).with_related(plan.span));
            }
        }
    }
    compared(case, found);
}

fn problem(problem: Demonstration) -> Problem {
    Problem::Publication(Publication::Demonstration(problem))
}

/// Real plans are compared with real ones.
fn compared(case: &Case<'_>, found: &mut Diagnostics) {
    for concept in &case.site.concepts {
        let plans = concept.indicators.iter().map(|one| one.plan(case.site));
        let (invented, real): (Vec<&Plan>, Vec<&Plan>) =
            plans.partition(|plan| case.site.is_demonstration(plan));
        if real.is_empty() {
            continue;
        }
        for plan in invented {
            let problem = problem(Demonstration::Compared { plan: plan.id.to_string() });
            found.push(Diagnostic::new(problem, concept.span).with_related(plan.span));
        }
    }
}

fn titles(case: &Case<'_>, plan: &Plan, found: &mut Diagnostics) {
    let languages = &case.site.config.languages;
    for (key, text) in [("title", &plan.title), ("short", &plan.short)] {
        let lacking = languages.iter().find(|lang| {
            let words = WORDS.iter().find(|(tag, _)| *tag == languages.tag(*lang));
            let (text, small) = (text.get(*lang), text.get(*lang).to_lowercase());
            let lacks = |words: &[&str]| !words.iter().any(|word| small.contains(word));
            !is_unfinished(text) && words.is_some_and(|(_, words)| lacks(words))
        });
        if let Some(lang) = lacking {
            let language = languages.name(lang);
            found.report(problem(Demonstration::Title { key, language }), plan.span);
        }
    }
}

/// Everybody whom a plan names: its issuer, its units, those who call for comments.
fn named(plan: &Plan) -> impl Iterator<Item = Key<Organisation>> {
    let units = plan.tasks().flat_map(Task::units);
    let organisers = plan.rounds.iter().map(|round| round.organiser.value);
    std::iter::once(plan.issuer.value).chain(units.map(|unit| unit.key)).chain(organisers)
}
