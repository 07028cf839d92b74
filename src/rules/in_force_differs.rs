//! In: the Chinese text of a plan. Out: a finding where it says another day from which it is in force than `plan.toml`.

use crate::diagnostic::agreement::Agreement;
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem};
use crate::language::days::chinese_before;

use super::reading::{ITSELF, Paragraph};
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "in-force-differs",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Where the Chinese text says from which day it is in force (本办法自…起施行), that is the day of `in-force`.",
    why: "The page tells readers the day of `plan.toml`; one of the two is wrong.",
    fixed: None,
    fails: &[
        ("plan.toml", "in-force = 2026-02-01"),
        ("text.zh.md", "本规划自2026年3月1日起施行。"),
    ],
    passes: &[
        ("plan.toml", "in-force = 2026-03-01"),
        ("text.zh.md", "本规划自2026年3月1日起施行。"),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    for reading in case.readings.iter().filter(|one| one.lang == first && one.chinese) {
        reading.paragraphs.iter().for_each(|paragraph| check(case, paragraph, found));
    }
}

fn check(case: &PlanCase<'_>, paragraph: &Paragraph<'_>, found: &mut Diagnostics) {
    let Some(in_force) = &case.plan.in_force else { return };
    let text = paragraph.prose.text();
    for (at, _) in text.match_indices('起') {
        let holds =
            ["起施行", "起实施", "起执行", "起生效"].iter().any(|one| text[at..].starts_with(one));
        let Some(day) = chinese_before(text, at).filter(|_| holds) else { continue };
        let Some(date) = day.date().filter(|date| *date != in_force.value) else { continue };
        let before = text[..day.range.start].strip_suffix('自').unwrap_or_default();
        if ITSELF.iter().any(|one| before.ends_with(one)) {
            let (text, ours) = (date.to_string(), in_force.value.to_string());
            let place = paragraph.prose.span(day.range);
            let fault = Agreement::InForce { text, ours };
            found.push(
                Diagnostic::new(Problem::Agreement(fault), place).with_related(in_force.span),
            );
        }
    }
}
