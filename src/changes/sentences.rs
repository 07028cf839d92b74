//! In: the lines of a clause before and after. Out: its sentences, those that belong together with the words that
//! changed in them.

use serde::Serialize;

use super::Part;
use super::words::{self, Shape};

/// A sentence with what changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Whether a paragraph, an item or a row begins here.
    pub new_line: bool,
    pub parts: Vec<Part>,
}

/// Sentences that are less alike are two different ones.
const ALIKE: f64 = 0.4;

/// What changed, sentence by sentence, in the order of the text.
pub fn compare(old: &[String], new: &[String]) -> Vec<Sentence> {
    let (old, new) = (split(old), split(new));
    let mut out = Vec::new();
    for pair in align(&old, &new) {
        let (new_line, parts) = match pair {
            (Some(old), Some(new)) => (new.0, words::compare(old.1, new.1)),
            (Some(old), None) => (old.0, vec![Part::Removed(old.1.to_owned())]),
            (None, Some(new)) => (new.0, vec![Part::Added(new.1.to_owned())]),
            (None, None) => continue,
        };
        out.push(Sentence { new_line, parts });
    }
    out
}

/// Whether a line begins with the sentence, and the sentence.
type Placed<'t> = (bool, &'t str);

fn split(lines: &[String]) -> Vec<Placed<'_>> {
    lines.iter().flat_map(|line| pieces(line)).collect()
}

/// The sentences of a line, each with the spaces behind it.
fn pieces(line: &str) -> Vec<Placed<'_>> {
    let mut start = 0;
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        // A point ends a sentence before a space; `3.5` and `e.g.` inside a word do not.
        let end = matches!(c, '。' | '；' | '！' | '？')
            || (matches!(c, '.' | ';' | '!' | '?') && next.is_none_or(char::is_whitespace));
        // Closing marks belong to the sentence.
        let goes_on = next.is_some_and(|next| matches!(next, '”' | '’' | '）' | ')' | '"' | '》'));
        if end && !goes_on || (closes(c) && ended_before(&line[start..at])) {
            let rest = &line[at + c.len_utf8()..];
            let stop = line.len() - rest.trim_start().len();
            found.push((found.is_empty(), &line[start..stop]));
            start = stop;
            while chars.next_if(|(at, _)| *at < stop).is_some() {}
        }
    }
    if start < line.len() {
        found.push((found.is_empty(), &line[start..]));
    }
    found
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '"' | '》')
}

/// Whether a text ends with the end of a sentence.
fn ended_before(text: &str) -> bool {
    text.ends_with(['。', '；', '！', '？'])
}

/// The pairing in which sentences keep their order and are most alike.
fn align<'t>(
    old: &[Placed<'t>],
    new: &[Placed<'t>],
) -> Vec<(Option<Placed<'t>>, Option<Placed<'t>>)> {
    let shapes = |list: &[Placed<'_>]| -> Vec<Shape> {
        list.iter().map(|(_, text)| Shape::new(text)).collect()
    };
    let (old_shapes, new_shapes) = (shapes(old), shapes(new));
    let width = new.len() + 1;
    let mut likeness = vec![0.0; old.len() * new.len()];
    // The best sum for the rest of both texts, from each pair of places on.
    let mut best = vec![0.0; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            let alike =
                if old[at].1 == new[to].1 { 1.0 } else { old_shapes[at].likeness(&new_shapes[to]) };
            likeness[at * new.len() + to] = alike;
            let pair = if alike >= ALIKE { alike + best[(at + 1) * width + to + 1] } else { 0.0 };
            best[at * width + to] =
                f64::max(pair, f64::max(best[(at + 1) * width + to], best[at * width + to + 1]));
        }
    }
    let (mut at, mut to) = (0, 0);
    let mut pairs = Vec::new();
    while at < old.len() || to < new.len() {
        let here = best[at * width + to];
        let pair = at < old.len() && to < new.len() && {
            let alike = likeness[at * new.len() + to];
            alike >= ALIKE && alike + best[(at + 1) * width + to + 1] >= here
        };
        if pair {
            pairs.push((Some(old[at]), Some(new[to])));
            (at, to) = (at + 1, to + 1);
        } else if at < old.len() && best[(at + 1) * width + to] >= here {
            pairs.push((Some(old[at]), None));
            at += 1;
        } else {
            pairs.push((None, Some(new[to])));
            to += 1;
        }
    }
    pairs
}
