//! In: the stretches of a comparison. Out: the same, with what was put in or taken out moved to where readers would see
//! it. Between 医院周边 and 医院和养老院周边 it can be said that 院和养老 was put in, or 和养老院: the second leaves the
//! words whole.

use super::stretches::Stretch;

/// Moves what was only put in or only taken out, between two stretches that stayed the same.
pub fn slide(mut stretches: Vec<Stretch>, old: &[&str], new: &[&str]) -> Vec<Stretch> {
    for at in 1..stretches.len().saturating_sub(1) {
        let [before, change, after] = &mut stretches[at - 1..=at + 1] else { continue };
        if before.same && !change.same && after.same {
            move_one(before, change, after, old, new);
        }
    }
    stretches.retain(|one| !one.old.is_empty() || !one.new.is_empty());
    stretches
}

/// Moves what was only put in or only taken out between its two neighbours.
fn move_one(
    before: &mut Stretch,
    change: &mut Stretch,
    after: &mut Stretch,
    old: &[&str],
    new: &[&str],
) {
    let (tokens, range) = match (change.old.is_empty(), change.new.is_empty()) {
        (true, false) => (new, change.new.clone()),
        (false, true) => (old, change.old.clone()),
        _ => return,
    };
    let (start, end) = (range.start, range.end);
    let left =
        (1..=before.new.len()).take_while(|by| tokens[start - by] == tokens[end - by]).count();
    let right =
        (0..after.new.len()).take_while(|by| tokens[start + by] == tokens[end + by]).count();
    let score = |place: usize| {
        let start = start - left + place;
        let kept = |length: usize| if length == 0 { 2 } else { length.min(2) };
        let rest = kept(before.new.len() - left + place).min(kept(after.new.len() + left - place));
        let edges = edge(tokens, start) + edge(tokens, start + range.len());
        (rest, edges, std::cmp::Reverse(place.abs_diff(left)))
    };
    let Some(best) = (0..=left + right).max_by_key(|place| score(*place)) else { return };
    let shift = |place: &mut usize| *place = *place - left + best;
    for bound in
        [&mut before.old.end, &mut change.old.start, &mut change.old.end, &mut after.old.start]
    {
        shift(bound);
    }
    for bound in
        [&mut before.new.end, &mut change.new.start, &mut change.new.end, &mut after.new.start]
    {
        shift(bound);
    }
}

/// How well a text can be cut at a place: between words and at marks better than within a word.
fn edge(tokens: &[&str], at: usize) -> u8 {
    let letter = |token: &&str| token.chars().all(char::is_alphanumeric);
    let within =
        at > 0 && tokens.get(at - 1).is_some_and(letter) && tokens.get(at).is_some_and(letter);
    u8::from(!within)
}
