//! In: the tasks of a plan and the Chinese texts of their clauses. Out: a finding for each clause that says 由…牵头 of a
//! body of the plan that does not lead its task.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::Lang;
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
    checks: "Where a Chinese clause says who leads (由…牵头), and that is a unit of the plan, it leads the task of the clause.",
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
    let leads = |text: &str| text.contains("牵头");
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
    for (at, _) in text.match_indices("牵头") {
        let units = || reading.plan.tasks().flat_map(Task::units);
        let called = |name: &str| units().find(|unit| is_called(unit, name, reading.lang, site));
        for (name, body) in leading(&text[..at], called) {
            let leads = |unit: &Unit| unit.key == body.key || holds(unit.key, body.key, site);
            if tasks.iter().any(|task| task.lead.iter().any(leads)) {
                continue;
            }
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            let fault = Agreement::Lead { body: name.to_owned(), clause: clause.to_string() };
            let place = paragraph.prose.span(start..start + name.len());
            found.push(Diagnostic::new(Problem::Agreement(fault), task.span).with_related(place));
        }
    }
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
    let body = &site.organisations[unit.key];
    let names = body.names(lang, site.config.languages.first());
    names.chain([unit.name(&site.organisations, lang)]).any(|one| one == name)
}

/// Whether a group has a member.
pub(super) fn holds(group: Key<Organisation>, member: Key<Organisation>, site: &Site) -> bool {
    site.organisations[group].members.contains(&member)
}
