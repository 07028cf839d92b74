//! In: the clauses of two texts. Out: which belong together. What a clause says counts more than its number: a clause
//! that was put in moves all numbers behind it.

use super::Passage;
use super::words::Shape;

/// Two clauses that are less alike are two different clauses, unless heading or number say otherwise.
const ALIKE: f64 = 0.55;
/// With the same heading or the same number and depth, less is enough.
const ALIKE_UNDER_ONE_NUMBER: f64 = 0.25;

/// Pairs of places, in the order of `now`; what is only in the draft stands behind what it stood behind there.
pub fn align(draft: &[Passage], now: &[Passage]) -> Vec<(Option<usize>, Option<usize>)> {
    let partner = partners(draft, now);
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    let mut back = vec![None; now.len()];
    for (old, new) in partner.iter().enumerate() {
        if let Some(new) = new {
            back[*new] = Some(old);
        }
    }
    pairs.extend(back.iter().enumerate().map(|(new, old)| (*old, Some(new))));
    for old in (0..draft.len()).filter(|old| partner[*old].is_none()) {
        let before = |(other, _): &(Option<usize>, Option<usize>)| *other == old.checked_sub(1);
        let at = if old == 0 {
            0
        } else {
            pairs.iter().position(before).map_or(pairs.len(), |at| at + 1)
        };
        pairs.insert(at, (Some(old), None));
    }
    pairs
}

/// For each clause of the draft the one that came of it: the pairs that are most alike are taken first.
fn partners(draft: &[Passage], now: &[Passage]) -> Vec<Option<usize>> {
    let shapes = |passages: &[Passage]| -> Vec<(Shape, Shape)> {
        passages.iter().map(|one| (Shape::new(&one.title), Shape::of_lines(&one.lines))).collect()
    };
    let (old_shapes, new_shapes) = (shapes(draft), shapes(now));
    let mut candidates = Vec::new();
    for (old, (old_title, old_text)) in old_shapes.iter().enumerate() {
        for (new, (new_title, new_text)) in new_shapes.iter().enumerate() {
            let (one, other) = (&draft[old], &now[new]);
            let likeness = likeness((old_title, old_text), (new_title, new_text));
            if let Some(score) = score(one, other, likeness) {
                candidates.push((score, old.abs_diff(new), old, new));
            }
        }
    }
    candidates
        .sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    let mut partner = vec![None; draft.len()];
    let mut taken = vec![false; now.len()];
    for (_, _, old, new) in candidates {
        if partner[old].is_none() && !taken[new] {
            partner[old] = Some(new);
            taken[new] = true;
        }
    }
    partner
}

/// From 0 to 1: the text, and the heading as a part of it.
fn likeness(old: (&Shape, &Shape), new: (&Shape, &Shape)) -> f64 {
    let (old_size, new_size) = (old.1.size(), new.1.size());
    let title = old.0.likeness(new.0);
    if old_size == 0 || new_size == 0 {
        // One of them is a heading alone.
        return title;
    }
    0.25 * title + 0.75 * old.1.likeness(new.1)
}

/// How well two clauses go together; `None` where they do not. What stands before the first clause only goes with
/// its like.
fn score(old: &Passage, new: &Passage, likeness: f64) -> Option<f64> {
    match (&old.address, &new.address) {
        (None, None) => return Some(3.0),
        (None, _) | (_, None) => return None,
        _ => {}
    }
    let title = old.title == new.title;
    let number = old.address == new.address && old.depth == new.depth;
    let enough = if title || number { ALIKE_UNDER_ONE_NUMBER } else { ALIKE };
    let bonus = if title { 0.3 } else { 0.0 } + if number { 0.1 } else { 0.0 };
    (likeness >= enough).then_some(likeness + bonus)
}
