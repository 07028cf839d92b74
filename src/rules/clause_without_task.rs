//! In: every responsibility division. Out: a finding for each numbered clause of the main tasks that no task covers.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::Plan;
use crate::model::document::{Address, Document};

use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "clause-without-task",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "Every numbered clause within the parts of the text that `covers` names belongs to a task; without `covers`, within the part that most tasks belong to; with `covers = []`, none has to.",
    why: "A promise for which nobody answers is the first thing that falls behind.",
    fixed: None,
    fails: &[
        (
            "text.zh.md",
            r#"#### 2.换水表

到2027年换完。"#,
        ),
        (
            "text.en.md",
            r#"#### 2. Replace water meters

To be done by 2027."#,
        ),
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
clauses = ["2.1.1"]"#,
        ),
    ],
    passes: &[
        (
            "text.zh.md",
            r#"#### 2.换水表

到2027年换完。"#,
        ),
        (
            "text.en.md",
            r#"#### 2. Replace water meters

To be done by 2027."#,
        ),
        (
            "duties.toml",
            r#"[[group]]
[[group.task]]
clauses = ["2.1.1", "2.1.2"]"#,
        ),
    ],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let plan = case.plan;
    let text = &plan.texts[first.index()];
    if plan.duties.is_some() && !text.damaged {
        check(plan, text, found);
    }
}

fn check(plan: &Plan, text: &Document, found: &mut Diagnostics) {
    let named: FxHashSet<&Address> = plan.tasks().flat_map(|task| &task.clauses).collect();
    let covered = |at| chain(text, at).any(|at| named.contains(&text.clauses[at].address));
    for main in main_tasks(plan, text) {
        for (at, clause) in text.clauses.iter().enumerate() {
            let leaf = text.clauses.get(at + 1).is_none_or(|next| next.depth <= clause.depth);
            let numbered = !clause.label.is_empty();
            if leaf && numbered && within(text, at, &main) && !covered(at) {
                let address = clause.address.to_string();
                let notes = plan.duties.as_ref().is_some_and(|duties| duties.from_notes);
                found.report(Problem::ClauseWithoutTask { address, notes }, clause.span);
            }
        }
    }
}

/// The clauses whose tasks the division divides.
fn main_tasks(plan: &Plan, text: &Document) -> Vec<Address> {
    if let Some(declared) = plan.duties.as_ref().and_then(|duties| duties.covers.clone()) {
        return declared;
    }
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for address in plan.tasks().flat_map(|task| &task.clauses) {
        if let Some(top) = text.place(address).and_then(|at| chain(text, at).last()) {
            *counts.entry(top).or_default() += 1;
        }
    }
    // Of those with equally many, the first.
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(top, _)| text.clauses[top].address.clone()).into_iter().collect()
}

/// Whether a clause is `outer` or lies under it.
fn within(text: &Document, at: usize, outer: &Address) -> bool {
    chain(text, at).any(|at| text.clauses[at].address == *outer)
}

/// The places of a clause and of the clauses above it, from the inside.
fn chain(text: &Document, at: usize) -> impl Iterator<Item = usize> {
    let depth = |at: usize| text.clauses[at].depth;
    let above = move |at: &usize| (0..*at).rev().find(|above| depth(*above) < depth(*at));
    std::iter::successors(Some(at), above)
}
