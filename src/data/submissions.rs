//! In: a round of a consultation. Out: a row for every comment that came in.

use crate::changes::reasons::reasons;
use crate::model::Plan;
use crate::model::consultation::{Round, Submission};

use super::tasks::joined;
use super::{Cell, Scene, Table};

const COLUMNS: &[&str] = &[
    "plan",
    "round",
    "comment",
    "date",
    "channel",
    "clauses",
    "gist",
    "result",
    "result_name",
    "reason",
    "changed",
];

pub fn table<'s>(scene: &'s Scene<'s>, plan: usize, round: usize) -> Table<'s> {
    let changed = changed(scene, plan, round);
    let plan = &scene.site.plans[plan];
    let round = &plan.rounds[round];
    let rows = round.submissions.iter().enumerate().zip(changed);
    let rows = rows.map(|((at, one), changed)| row(scene, plan, round, at, one, &changed));
    Table { columns: COLUMNS, rows: rows.collect() }
}

/// For each comment, the clauses of what came of the draft that changed because of it.
fn changed<'s>(scene: &'s Scene<'s>, plan: usize, round: usize) -> Vec<Vec<&'s str>> {
    let mut changed = vec![Vec::new(); scene.site.plans[plan].rounds[round].submissions.len()];
    let after = scene.site.lineage.final_of(plan).map(|at| &scene.site.plans[at]);
    let Some((after, reasons)) = after.zip(reasons(scene.site, plan)) else { return changed };
    let text = &after.texts[scene.site.config.languages.first().index()];
    for reason in reasons.list.into_iter().filter(|one| one.round == round) {
        changed[reason.submission].push(text.clauses[reason.clause].address.as_str());
    }
    changed
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    round: &'s Round,
    at: usize,
    one: &'s Submission,
    changed: &[&str],
) -> Vec<Cell<'s>> {
    let lang = scene.voice.lang;
    let result = one.adoption.code();
    vec![
        Cell::text(plan.id.as_str()),
        Cell::text(round.id.as_str()),
        Cell::count(u64::try_from(at + 1).unwrap_or(u64::MAX)),
        Cell::maybe(one.date.as_ref().map(|date| date.value.to_string())),
        Cell::maybe(one.channel.map(|channel| channel.code())),
        joined(one.clauses.iter().map(|clause| clause.as_str())),
        Cell::text(one.gist.value.get(lang)),
        Cell::text(result),
        Cell::text(scene.voice.word(&format!("adoption-{result}"))),
        Cell::text(one.reason.value.get(lang)),
        joined(changed.iter().copied()),
    ]
}
