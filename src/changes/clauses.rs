//! In: the clauses of two texts. Out: which belong together. What a clause says counts more than its number: a clause
//! that was put in moves all numbers behind it.

use std::collections::BTreeSet;
use std::hash::Hash;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp};

use super::likeness::Shape;
use super::operations::operations;
use super::{Passage, pieces};

/// A clause in every language.
pub type Bundle<'t> = Vec<&'t Passage>;

/// The clauses of a text that is given in every language. Where the languages differ in their clauses, which has been
/// reported, only the first one counts.
pub fn bundles(texts: &[Vec<Passage>]) -> Vec<Bundle<'_>> {
    let Some(first) = texts.first() else { return Vec::new() };
    let even = texts.iter().all(|text| text.len() == first.len());
    let texts = if even { texts } else { &texts[..1] };
    (0..first.len()).map(|at| texts.iter().map(|text| &text[at]).collect()).collect()
}

/// Whether a clause reads as before in every language, however its paragraphs are divided.
pub fn are_same(old: &Bundle<'_>, new: &Bundle<'_>) -> bool {
    old.iter().zip(new).all(|(old, new)| {
        old.title == new.title
            && (old.lines == new.lines || pieces::are_same(&old.lines, &new.lines))
    })
}

/// Two clauses that are less alike are two different clauses, unless heading or number say otherwise.
const ALIKE: f64 = 0.55;
/// With the same heading or the same number and depth, less is enough.
const ALIKE_UNDER_ONE_NUMBER: f64 = 0.25;
/// Clauses that stand further apart, and have neither heading nor number in common, are not held against each other:
/// a text may have thousands.
const WINDOW: usize = 60;

/// Pairs of places, in the order of `now`; what is only in the draft stands behind what it stood behind there.
pub fn align(draft: &[Bundle<'_>], now: &[Bundle<'_>]) -> Vec<(Option<usize>, Option<usize>)> {
    let partner = partners(draft, now);
    let mut back = vec![None; now.len()];
    for (old, new) in partner.iter().enumerate() {
        if let Some(new) = new {
            back[*new] = Some(old);
        }
    }
    // What was taken out follows the clause before it, or another one that was taken out there.
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); now.len()];
    let mut first = Vec::new();
    let mut last = None;
    for (old, new) in partner.iter().enumerate() {
        match (new, last) {
            (Some(new), _) => last = Some(*new),
            (None, Some(last)) => behind[last].push(old),
            (None, None) => first.push(old),
        }
    }
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    pairs.extend(first.into_iter().map(|old| (Some(old), None)));
    for (new, old) in back.into_iter().enumerate() {
        pairs.push((old, Some(new)));
        pairs.extend(behind[new].iter().map(|old| (Some(*old), None)));
    }
    pairs
}

/// For each clause of the draft the one that came of it: those that stayed as they were, then the pairs that are most
/// alike.
fn partners(draft: &[Bundle<'_>], now: &[Bundle<'_>]) -> Vec<Option<usize>> {
    let mut partner = unchanged(draft, now);
    let mut taken = vec![false; now.len()];
    partner.iter().flatten().for_each(|new| taken[*new] = true);
    let old_rest: Vec<usize> = (0..draft.len()).filter(|old| partner[*old].is_none()).collect();
    let new_rest: Vec<usize> = (0..now.len()).filter(|new| !taken[*new]).collect();
    let mut candidates = candidates(draft, now, &old_rest, &new_rest);
    candidates
        .sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    for (_, _, old, new) in candidates {
        if partner[old].is_none() && !taken[new] {
            partner[old] = Some(new);
            taken[new] = true;
        }
    }
    partner
}

/// The clauses that read as before, in the same order.
fn unchanged(draft: &[Bundle<'_>], now: &[Bundle<'_>]) -> Vec<Option<usize>> {
    let mut partner = vec![None; draft.len()];
    let keys = |bundles: &[Bundle<'_>]| -> Vec<(bool, Vec<String>)> {
        let key = |one: &Bundle<'_>| {
            let texts = one.iter().flat_map(|one| {
                let lines = one.lines.iter().map(ToString::to_string);
                std::iter::once(one.title.clone()).chain(lines)
            });
            (is_clause(one), texts.collect())
        };
        bundles.iter().map(key).collect()
    };
    for op in operations(Algorithm::Patience, &keys(draft), &keys(now)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|at| partner[old_index + at] = Some(new_index + at));
        }
    }
    partner
}

/// Whether it is more than what stands before the first clause.
fn is_clause(bundle: &Bundle<'_>) -> bool {
    bundle.iter().any(|one| one.address.is_some())
}

/// A score, the distance, and the two places.
type Candidate = (f64, usize, usize, usize);

/// The pairs that may belong together.
fn candidates(
    draft: &[Bundle<'_>],
    now: &[Bundle<'_>],
    old_rest: &[usize],
    new_rest: &[usize],
) -> Vec<Candidate> {
    let shape = |one: &Bundle<'_>| -> Vec<(Shape, Shape)> {
        one.iter().map(|one| (Shape::new(&one.title), Shape::of_lines(&one.lines))).collect()
    };
    let old_shapes: Vec<_> = old_rest.iter().map(|at| shape(&draft[*at])).collect();
    let new_shapes: Vec<_> = new_rest.iter().map(|at| shape(&now[*at])).collect();
    let by_title = places(new_rest.iter().map(|at| now[*at][0].title.as_str()));
    let by_number = places(new_rest.iter().map(|at| now[*at][0].address.as_deref()));
    let mut candidates = Vec::new();
    for (at, old) in old_rest.iter().enumerate() {
        let passage = draft[*old][0];
        let named = by_title.get(passage.title.as_str()).into_iter().flatten();
        let numbered = by_number.get(&passage.address.as_deref()).into_iter().flatten();
        // Texts differ in length: what stands near is near by its share of the text.
        let here = at * new_rest.len() / old_rest.len();
        let near = here.saturating_sub(WINDOW)..(here + WINDOW).min(new_rest.len());
        // A heading such as "Goals" may stand in every part of a long text.
        let named = named.filter(|to| to.abs_diff(here) < 4 * WINDOW);
        let places: BTreeSet<usize> = named.chain(numbered).copied().chain(near).collect();
        for to in places {
            let new = new_rest[to];
            let likeness = likeness(&old_shapes[at], &new_shapes[to]);
            if let Some(score) = score(&draft[*old], &now[new], likeness) {
                candidates.push((score, old.abs_diff(new), *old, new));
            }
        }
    }
    candidates
}

/// At which places each value stands.
fn places<T: Hash + Eq>(values: impl Iterator<Item = T>) -> FxHashMap<T, Vec<usize>> {
    let mut places: FxHashMap<T, Vec<usize>> = FxHashMap::default();
    for (at, value) in values.enumerate() {
        places.entry(value).or_default().push(at);
    }
    places
}

/// From 0 to 1, the mean of the languages: letters that follow one another say more in some than in others.
#[expect(clippy::cast_precision_loss, reason = "sites have few languages")]
fn likeness(old: &[(Shape, Shape)], new: &[(Shape, Shape)]) -> f64 {
    let sum: f64 = old.iter().zip(new).map(|(old, new)| likeness_of_one(old, new)).sum();
    sum / old.len().min(new.len()).max(1) as f64
}

/// The text, and the heading as a part of it.
fn likeness_of_one(old: &(Shape, Shape), new: &(Shape, Shape)) -> f64 {
    let title = old.0.likeness(&new.0);
    if old.1.is_empty() || new.1.is_empty() {
        // One of them is a heading alone.
        return title;
    }
    0.25 * title + 0.75 * old.1.likeness(&new.1)
}

/// How well two clauses go together; `None` where they do not. What stands before the first clause only goes with
/// its like.
fn score(old: &Bundle<'_>, new: &Bundle<'_>, likeness: f64) -> Option<f64> {
    match (is_clause(old), is_clause(new)) {
        (false, false) => return Some(3.0),
        (true, true) => {}
        _ => return None,
    }
    let title = old.iter().zip(new).all(|(old, new)| old.title == new.title);
    let number = old[0].address == new[0].address && old[0].depth == new[0].depth;
    let enough = if title || number { ALIKE_UNDER_ONE_NUMBER } else { ALIKE };
    let bonus = if title { 0.3 } else { 0.0 } + if number { 0.1 } else { 0.0 };
    (likeness >= enough).then_some(likeness + bonus)
}
