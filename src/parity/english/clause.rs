//! In: the tokens of an English text and a place among them. Out: the clauses that are named there: `clause 3.1.1`,
//! `Clauses 4.2.1 to 4.2.3`, `section 4 (2)`, `clause II (I)`.

use std::ops::Range;

use crate::language::numeral::roman_in_capitals;
use crate::parity::clauses::{between, clause, level};
use crate::parity::quantity::{Quantity, Strength};

use super::beginnings;
use super::tokens::{Kind, Tokens};

/// The address of a clause, and its tokens.
struct Address {
    levels: Vec<u32>,
    tokens: Range<usize>,
}

/// The clauses, and the token behind the last one.
pub fn named(tokens: &Tokens<'_>, at: usize) -> Option<(Vec<Quantity>, usize)> {
    if !begins(tokens, at) {
        return None;
    }
    let mut last = address(tokens, at + 1)?;
    let quantity = |address: &Address| {
        clause(&address.levels, Strength::Digits, tokens.bytes(&address.tokens))
    };
    let mut found = vec![quantity(&last)];
    while let Some((next, is_range)) = next(tokens, &last) {
        if is_range {
            found.extend(between(&last.levels, &next.levels, &tokens.bytes(&next.tokens)));
        }
        found.push(quantity(&next));
        last = next;
    }
    Some((found, last.tokens.end))
}

/// The clause of which the last level is a number right behind those above it, as in `III(II)6` and `set out in III (II) 6.`,
/// and the token behind it.
pub fn behind_levels(tokens: &Tokens<'_>, at: usize) -> Option<(Vec<Quantity>, usize)> {
    let first = at.checked_sub(4)?;
    let marks = tokens.is_mark(at - 1, ")") && tokens.is_mark(at - 3, "(");
    let glued = tokens.glued(at) && tokens.glued(at - 3);
    if !marks || !(glued || ends_address(tokens, at + 1)) {
        return None;
    }
    let number = levels(tokens, at).filter(|own| own.len() == 1)?;
    let above = [roman_in_capitals(tokens.word(first))?, roman_in_capitals(tokens.word(at - 2))?];
    let all = [&above[..], &number].concat();
    Some((vec![clause(&all, Strength::Digits, tokens.bytes(&(first..at + 1)))], at + 1))
}

fn begins(tokens: &Tokens<'_>, at: usize) -> bool {
    // `Part 7(3)`; `Part 7` alone is called by its words.
    let part = tokens.word(at) == "Part"
        && tokens.is_mark(at + 2, "(")
        && tokens.is_mark(at + 4, ")")
        && levels(tokens, at + 1).is_some();
    part || beginnings::CLAUSE.contains(&&*tokens.lower(at))
}

/// What may stand behind the number of a clause, where another number would count something: `clause III (II) 4 applies`.
const GO_ON: [&str; 22] = [
    "and", "or", "to", "of", "will", "shall", "must", "may", "is", "are", "was", "were", "has",
    "have", "above", "below", "applies", "apply", "for", "on", "in", "which",
];

/// Whether what stands behind a number is nothing that it counts.
fn ends_address(tokens: &Tokens<'_>, at: usize) -> bool {
    !matches!(tokens.list.get(at).map(|one| &one.kind), Some(Kind::Word(word)) if !GO_ON.contains(word))
}

/// `3.1.1`, `II`, and more levels in brackets: `3 (1)`, `II (I)`.
fn address(tokens: &Tokens<'_>, at: usize) -> Option<Address> {
    let mut levels = levels(tokens, at)?;
    let mut end = at + 1;
    while tokens.is_mark(end, "(")
        && tokens.is_mark(end + 2, ")")
        && let Some(inner) = self::levels(tokens, end + 1).filter(|inner| inner.len() == 1)
    {
        levels.extend(inner);
        end += 3;
    }
    // `III (I) 1`
    let number =
        |at: usize| tokens.list.get(at).is_some_and(|one| matches!(one.kind, Kind::Number { .. }));
    if levels.len() > 1
        && number(end)
        && (tokens.glued(end) || ends_address(tokens, end + 1))
        && let Some(inner) = self::levels(tokens, end).filter(|inner| inner.len() == 1)
    {
        levels.extend(inner);
        end += 1;
    }
    Some(Address { levels, tokens: at..end })
}

fn levels(tokens: &Tokens<'_>, at: usize) -> Option<Vec<u32>> {
    match tokens.list.get(at)?.kind {
        Kind::Number { .. } | Kind::Verbatim { compared: true } => {
            tokens.written(at).split('.').map(level).collect()
        }
        Kind::Word(word) => Some(vec![roman_in_capitals(word)?]),
        _ => None,
    }
}

/// The clause behind `and`, a comma, `to` or a dash, and whether the two are a range.
fn next(tokens: &Tokens<'_>, last: &Address) -> Option<(Address, bool)> {
    let at = last.tokens.end;
    let is_range = matches!(tokens.word(at), "to" | "through") || tokens.is_mark(at, "-–—");
    let joint = |at: usize| matches!(tokens.word(at), "and" | "or") || tokens.is_mark(at, "&");
    let mut behind = match at {
        at if is_range || joint(at) => at + 1,
        at if tokens.is_mark(at, ",") => at + 1 + usize::from(joint(at + 1)),
        _ => return None,
    };
    behind += usize::from(is_range && begins(tokens, behind));
    let mut next = address(tokens, behind)?;
    if !is_range {
        return Some((next, false));
    }
    // `clauses 4.2.1 to 3`
    let (own, above) = last.levels.split_last()?;
    if next.levels.len() == 1 && next.levels[0] > *own {
        next.levels.splice(..0, above.iter().copied());
    }
    (next.levels > last.levels).then_some((next, true))
}
