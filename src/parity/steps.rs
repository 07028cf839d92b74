//! In: a text and its quantities. Out: the steps that it tells of, such as 由318家增加到600家 and `from 318 to 600`; and
//! those that the translation tells the other way round.

use std::collections::VecDeque;

use crate::diagnostic::translation::QuantityKind;

use super::Reader;
use super::matching::Difference;
use super::quantity::{Quantity, Strength};

/// From one quantity to another.
struct Step<'q> {
    from: &'q Quantity,
    to: &'q Quantity,
}

impl Step<'_> {
    /// Both quantities as one, for the finding.
    fn whole(&self) -> Quantity {
        Quantity { range: self.from.range.start..self.to.range.end, ..self.from.clone() }
    }
}

/// Where the translation has a step the other way round.
pub fn turned_round(
    source: (&str, Reader, &[Quantity]),
    target: (&str, Reader, &[Quantity]),
) -> Vec<Difference> {
    /// Of more steps in one text, only so many are looked at for each.
    const MOST: usize = 256;
    let mut ours = steps(source);
    if ours.is_empty() {
        return Vec::new();
    }
    let mut theirs = VecDeque::from(steps(target));
    // Each step has one counterpart.
    ours.retain(|one| {
        let same =
            |other: &Step<'_>| one.from.same_value(other.from) && one.to.same_value(other.to);
        let counterpart = theirs.iter().take(MOST).position(same);
        counterpart.map(|at| theirs.remove(at)).is_none()
    });
    let mut found = Vec::new();
    for one in &ours {
        let turned =
            |other: &Step<'_>| one.from.same_value(other.to) && one.to.same_value(other.from);
        if let Some(other) =
            theirs.iter().take(MOST).position(turned).and_then(|at| theirs.remove(at))
        {
            let (source, target) = (Some(one.whole()), Some(other.whole()));
            found.push(Difference { kind: QuantityKind::Order, source, target });
        }
    }
    found
}

fn steps<'q>((text, reader, quantities): (&str, Reader, &'q [Quantity])) -> Vec<Step<'q>> {
    let digits = || quantities.iter().filter(|one| one.strength == Strength::Digits);
    digits()
        .zip(digits().skip(1))
        .filter(|(from, to)| from.range.end <= to.range.start)
        .filter(|(from, to)| {
            let before = &text[..from.range.start];
            is_step(reader, before, &text[from.range.end..to.range.start])
        })
        .map(|(from, to)| Step { from, to })
        .collect()
}

/// Whether a Chinese text ends where a step begins: 由, 由每人每月, 从目前的.
fn begins_step(before: &str) -> bool {
    /// Characters from 由 to the number.
    const MOST: usize = 8;
    const MARKS: &str = "，。；：、（）《》“”\n";
    let mut near = before.char_indices().rev().take(MOST).take_while(|(_, c)| !MARKS.contains(*c));
    let Some((at, c)) = near.find(|(_, c)| matches!(c, '由' | '从' | '自')) else {
        return false;
    };
    let words = &before[at + c.len_utf8()..];
    let now = ["目前", "现在", "现行", "当前", "原来", "原"];
    let now = now.iter().any(|word| words.trim_end_matches('的') == *word);
    words.is_empty() || now || words.starts_with('每')
}

/// Whether the words before a quantity, and those between it and the next one, make a step of the two.
fn is_step(reader: Reader, before: &str, between: &str) -> bool {
    /// More words between them are another thought.
    const MOST: usize = 16;
    if between.chars().count() > MOST {
        return false;
    }
    match reader {
        Reader::Chinese => {
            let rises = ["到", "至", "为", "了"].iter().any(|word| between.ends_with(word));
            rises && begins_step(before)
        }
        Reader::English => {
            let before = before.trim_end();
            let word = before.len().checked_sub(4).and_then(|at| before.split_at_checked(at));
            word.is_some_and(|(rest, word)| {
                word.eq_ignore_ascii_case("from") && (rest.is_empty() || rest.ends_with(' '))
            }) && between.trim_end().ends_with("to")
        }
    }
}
