//! In: a round of a consultation. Out: a row for every comment that came in.

use crate::model::Plan;
use crate::model::consultation::{Round, Submission};
use crate::model::lineage::ChangedClause;

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
    "result_reason",
    "changed",
    "removed",
];

pub fn table<'s>(scene: &'s Scene<'s>, plan: usize, round: usize) -> Table<'s> {
    let site = scene.site;
    let text = |plan: usize| &site.plans[plan].texts[site.config.languages.first().index()];
    let after = site.lineage.final_of(plan).map(text);
    let draft = text(plan);
    let now = move |one: &ChangedClause| match one {
        ChangedClause::Changed(at) | ChangedClause::Added(at) => {
            Some(after?.clauses[*at].address.as_str())
        }
        ChangedClause::Removed(_) => None,
    };
    let removed = move |one: &ChangedClause| match one {
        ChangedClause::Changed(_) | ChangedClause::Added(_) => None,
        ChangedClause::Removed(at) => Some(draft.clauses[*at].address.as_str()),
    };
    let mut changed = site.lineage.changed_by(plan, round);
    let plan = &site.plans[plan];
    let round = &plan.rounds[round];
    let rows = round.submissions.iter().enumerate().map(move |(at, one)| {
        let changed = changed.remove(&at).unwrap_or_default();
        let changed =
            [joined(changed.iter().filter_map(now)), joined(changed.iter().filter_map(removed))];
        row(scene, plan, round, at, one, changed)
    });
    Table::new(COLUMNS, rows)
}

fn row<'s>(
    scene: &'s Scene<'s>,
    plan: &'s Plan,
    round: &'s Round,
    at: usize,
    one: &'s Submission,
    [changed, removed]: [Cell<'s>; 2],
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
        changed,
        removed,
    ]
}
