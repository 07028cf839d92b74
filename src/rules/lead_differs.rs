//! In: the tasks of a plan and the Chinese texts of their clauses. Out: a finding for each clause that says 由…牵头 of a
//! body of the plan that does not lead its task, or 甲会同乙 of tasks that 乙 leads, or somebody whom it does not name.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::{Lang, WordList};
use crate::model::document::Address;
use crate::model::plan::{Task, Unit};
use crate::model::register::Named;
use crate::model::{Key, Organisation, Site};

use super::reading::{Paragraph, Reading};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "lead-differs",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "Where a Chinese clause says who leads (由…牵头), and that is a unit of the plan, it leads the task of the clause. Of the bodies that do something together (甲会同乙), the one that stands first does, not one of the others, nor one that the clause does not name.",
    why: "Two offices read that they lead, or each that the other does.",
    fixed: None,
    fails: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["finance"]"#,
        ),
        ("text.zh.md", "由财政局牵头，修复管道。"),
    ],
    passes: &[
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
lead        = ["water"]
responsible = ["finance"]"#,
        ),
        ("text.zh.md", "由水利局牵头，会同财政局修复管道。"),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    static LEADS: WordList<2> = WordList::new(["牵头", TOGETHER]);
    let leads = |text: &str| LEADS.is_in(text);
    for reading in case.readings.iter().filter(|one| one.lang == first && one.chinese) {
        for paragraph in reading.paragraphs.iter().filter(|one| leads(one.prose.text())) {
            if let Some(clause) = paragraph.address() {
                check(clause, paragraph, reading, case.site, found);
            }
        }
    }
}

fn check(
    clause: &Address,
    paragraph: &Paragraph<'_>,
    reading: &Reading<'_>,
    site: &Site,
    found: &mut Diagnostics,
) {
    let of_clause = |task: &&Task| task.clauses.contains(clause) && !task.lead.is_empty();
    let tasks: Vec<&Task> = reading.plan.tasks().filter(of_clause).collect();
    let Some(task) = tasks.first() else { return };
    let text = paragraph.prose.text();
    // Longer clauses have no more that anybody reads.
    let together = text.match_indices(TOGETHER).map(|(at, _)| (at, true)).take(MOST);
    let places = text.match_indices("牵头").map(|(at, _)| (at, false)).chain(together);
    for (at, together) in places {
        let units = || reading.plan.tasks().flat_map(Task::units);
        let called = |name: &str| units().find(|unit| is_called(unit, name, reading.lang, site));
        for (name, body) in leading(&text[..at], called) {
            let leads = |unit: &Unit| is_of(unit, body, site);
            if tasks.iter().any(|task| task.lead.iter().any(leads)) {
                continue;
            }
            if together && !is_led_by_other(&tasks, clause, (body, text, at), reading, site) {
                continue;
            }
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            let fault = Agreement::Lead { body: name.to_owned(), clause: clause.to_string() };
            let place = paragraph.prose.span(start..start + name.len());
            found.push(Diagnostic::new(Problem::Agreement(fault), task.span).with_related(place));
        }
    }
}

/// What joins the body that leads and those that do something with it.
const TOGETHER: &str = "会同";

/// So many of them are looked at in a paragraph.
const MOST: usize = 16;

/// Whether a task of a clause is led by one of the bodies with whom `body` does what the task is called after, by the words
/// behind 会同 at a place of a text, while it has a part in it itself; or the only task by somebody whom the clause does not
/// name, without any part of `body`.
fn is_led_by_other(
    tasks: &[&Task],
    clause: &Address,
    (body, text, at): (&Unit, &str, usize),
    reading: &Reading<'_>,
    site: &Site,
) -> bool {
    let with = &text[at + TOGETHER.len()..];
    let end = with.find(['。', '；', '\n']).unwrap_or(with.len());
    let start = text[..at].rfind(['。', '；', '\n']).unwrap_or(0);
    let sentence = &text[start..at + TOGETHER.len() + end];
    let with = &with[..with.find(['，', '。', '；', '\n']).unwrap_or(with.len())];
    let speaks_of = |task: &Task| shares_words(task.name.get(reading.lang), sentence);
    let named =
        |unit: &Unit, text: &str| names(unit, reading.lang, site).any(|one| text.contains(one));
    let has = |task: &Task| task.units().any(|unit| is_of(unit, body, site));
    let of_clause = || reading.paragraphs.iter().filter(|one| one.address() == Some(clause));
    let in_clause = |unit: &Unit| of_clause().any(|one| named(unit, one.prose.text()));
    match tasks {
        [task] if !has(task) => !task.lead.iter().any(in_clause),
        tasks => tasks.iter().any(|task| {
            has(task) && speaks_of(task) && task.lead.iter().all(|one| named(one, with))
        }),
    }
}

/// Whether a sentence has four characters of a name that stand beside each other.
fn shares_words(name: &str, sentence: &str) -> bool {
    const SAME: usize = 4;
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
    places.windows(SAME + 1).any(|places| sentence.contains(&name[places[0]..places[SAME]]))
}

/// The units that stand before 牵头, each with its name: between 由 and 牵头, or at the beginning of the sentence. Nothing
/// where somebody stands among them who is no unit of the plan.
fn leading<'t, 'u>(
    before: &'t str,
    called: impl Fn(&str) -> Option<&'u Unit>,
) -> Vec<(&'t str, &'u Unit)> {
    let Some(names) = between(before) else { return Vec::new() };
    if let Some(unit) = called(names) {
        return vec![(names, unit)];
    }
    // 市水利局、市自然资源和规划局: 和 stands in names, too.
    let parts = names.split('、').flat_map(|part| match called(part) {
        Some(_) => vec![part],
        None => part.split(['和', '与']).collect(),
    });
    parts.map(|part| Some((part, called(part)?))).collect::<Option<_>>().unwrap_or_default()
}

/// The names between 由 and 牵头, or from the beginning of the sentence on.
fn between(before: &str) -> Option<&str> {
    /// Names of several bodies are no longer, in bytes.
    const REACH: usize = 300;
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    let from = before
        .rfind(['。', '；', '：', '\n'])
        .map_or(before, |at| before[at..].trim_start_matches(['。', '；', '：', '\n']));
    let name = from.rfind('由').map_or(from, |at| &from[at + '由'.len_utf8()..]).trim();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '（' | '）' | '、' | '(' | ')');
    (!name.is_empty() && name.chars().all(plain)).then_some(name)
}

/// Whether a unit has this name, in the plan or in the register.
fn is_called(unit: &Unit, name: &str, lang: Lang, site: &Site) -> bool {
    names(unit, lang, site).any(|one| one == name)
}

/// The names of a unit in the register, and the one in the plan.
fn names<'s>(unit: &'s Unit, lang: Lang, site: &'s Site) -> impl Iterator<Item = &'s str> {
    let body = &site.organisations[unit.key];
    let names = body.names(lang, site.config.languages.first());
    names.into_iter().chain([unit.name(&site.organisations, lang)])
}

/// Whether a unit is a body, or a group that has it as a member.
fn is_of(unit: &Unit, body: &Unit, site: &Site) -> bool {
    unit.key == body.key || holds(unit.key, body.key, site)
}

/// Whether a group has a member.
pub(super) fn holds(group: Key<Organisation>, member: Key<Organisation>, site: &Site) -> bool {
    site.organisations[group].members.contains(&member)
}
