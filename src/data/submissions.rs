//! In: a round of a consultation. Out: a row for every comment that came in.

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
    let plan = &scene.site.plans[plan];
    let round = &plan.rounds[round];
    let rows = round.submissions.iter().enumerate();
    let rows = rows.map(|(at, one)| row(scene, plan, round, at, one));
    Table { columns: COLUMNS, rows: rows.collect() }
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    round: &'s Round,
    at: usize,
    one: &'s Submission,
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
        joined(one.changed.iter().map(|clause| clause.value.as_str())),
    ]
}
