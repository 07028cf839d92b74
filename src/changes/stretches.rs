//! In: the tokens of two sentences. Out: stretches that stayed the same and stretches that changed, few and long rather
//! than many and short: what readers see as one change is one.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

use crate::language::is_cjk;

use super::operations::operations;

/// A stretch that stayed the same, or that changed; one of the two ranges may then be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub same: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// Sentences with more pairs of tokens are compared by a method that needs less room.
const MOST_PAIRS: usize = 250_000;

/// What it costs to begin a change: less than any letter that stays, so that it only decides between equals.
const CHANGE: i32 = 1;

pub fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    if old.len() * new.len() > MOST_PAIRS {
        let ops = operations(Algorithm::Myers, old, new);
        return ops.iter().map(of_op).collect();
    }
    Table::new(old, new).stretches()
}

fn of_op(op: &DiffOp) -> Stretch {
    let same = matches!(op, DiffOp::Equal { .. });
    Stretch { same, old: op.old_range(), new: op.new_range() }
}

/// What it is worth that a token stays.
fn weight(token: &str) -> i32 {
    let letters = token.chars().filter(|c| c.is_alphanumeric());
    let weight: i32 = letters.map(|c| if is_cjk(c) { 4 } else { 2 }).sum();
    weight.clamp(1, 16)
}

/// The best that can be made of the rest of both sentences, from each pair of places on.
struct Table<'t> {
    old: &'t [&'t str],
    new: &'t [&'t str],
    /// Where the tokens before stayed the same.
    after_same: Vec<i32>,
    /// Where a change has begun.
    after_change: Vec<i32>,
}

impl<'t> Table<'t> {
    fn new(old: &'t [&'t str], new: &'t [&'t str]) -> Self {
        let size = (old.len() + 1) * (new.len() + 1);
        let mut table = Self { old, new, after_same: vec![0; size], after_change: vec![0; size] };
        let weights: Vec<i32> = old.iter().map(|token| weight(token)).collect();
        for at in (0..=old.len()).rev() {
            for to in (0..=new.len()).rev() {
                table.fill(at, to, weights.get(at).copied().unwrap_or(0));
            }
        }
        table
    }

    fn place(&self, at: usize, to: usize) -> usize {
        at * (self.new.len() + 1) + to
    }

    fn is_same(&self, at: usize, to: usize) -> bool {
        at < self.old.len() && to < self.new.len() && self.old[at] == self.new[to]
    }

    fn fill(&mut self, at: usize, to: usize, weight: i32) {
        let here = self.place(at, to);
        let is_end = at == self.old.len() && to == self.new.len();
        let same =
            self.is_same(at, to).then(|| weight + self.after_same[self.place(at + 1, to + 1)]);
        let without_old = (at < self.old.len()).then(|| self.after_change[self.place(at + 1, to)]);
        let without_new = (to < self.new.len()).then(|| self.after_change[self.place(at, to + 1)]);
        let change = without_old.max(without_new);
        self.after_change[here] = same.max(change).unwrap_or(0);
        let begun = change.map(|rest| rest - CHANGE);
        self.after_same[here] = if is_end { 0 } else { same.max(begun).unwrap_or(0) };
    }

    /// Follows the best way from the beginning.
    fn stretches(&self) -> Vec<Stretch> {
        let (mut at, mut to) = (0, 0);
        let mut found: Vec<Stretch> = Vec::new();
        while at < self.old.len() || to < self.new.len() {
            let changing = found.last().is_some_and(|one| !one.same);
            let here = self.place(at, to);
            let best = if changing { self.after_change[here] } else { self.after_same[here] };
            let same = self.is_same(at, to)
                && best == weight(self.old[at]) + self.after_same[self.place(at + 1, to + 1)];
            let cost = if changing { 0 } else { CHANGE };
            let without_old =
                at < self.old.len() && best == self.after_change[self.place(at + 1, to)] - cost;
            let step = match (same, without_old) {
                (true, _) => (1, 1),
                (false, true) => (1, 0),
                (false, false) => (0, 1),
            };
            push(&mut found, same, at..at + step.0, to..to + step.1);
            (at, to) = (at + step.0, to + step.1);
        }
        found
    }
}

fn push(found: &mut Vec<Stretch>, same: bool, old: Range<usize>, new: Range<usize>) {
    match found.last_mut() {
        Some(last) if last.same == same => {
            last.old.end = old.end;
            last.new.end = new.end;
        }
        _ => found.push(Stretch { same, old, new }),
    }
}
