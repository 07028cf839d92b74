//! In: quotation marks and brackets in the order of a paragraph. Out: those that have no partner, cross each other or
//! are turned round; at most one finding for a line, because what follows from it would be reported, too. Brackets of
//! the wrong width are told from here, where both are known.

use std::ops::Range;

use crate::diagnostic::prose::{Prose, Unbalance};
use crate::language::numeral::counts_points;

use super::walk::{Walk, is_chinese};
use super::{Script, quotes};

/// What belongs together: the opening and the closing marks of each kind.
const KINDS: [(&str, &str); 9] = [
    ("“", "”"),
    ("‘", "’"),
    ("「", "」"),
    ("『", "』"),
    ("（(", "）)"),
    ("《", "》"),
    ("〈", "〉"),
    ("〔", "〕"),
    ("【", "】"),
];
const DOUBLE: usize = 0;
const SINGLE: usize = 1;
const BRACKETS: usize = 4;

/// What stands within another pair of its kind is written so.
const WITHIN: [(char, &str, &str); 2] = [('“', "‘", "’"), ('《', "〈", "〉")];

/// A turned pair that is further apart may be two mistakes.
const LONGEST_REVERSED: usize = 60;

/// A mark that has been met.
#[derive(Clone, Copy)]
struct Met {
    mark: char,
    at: usize,
    /// Whether another one of its kind was open.
    within: bool,
}

/// The marks of the line so far.
#[derive(Default)]
pub struct Pairs {
    open: Vec<(usize, Met)>,
    /// How many of each kind are open.
    counts: [usize; KINDS.len()],
    /// Pairs within a pair of their kind.
    nested: Vec<(char, usize, usize)>,
    stray: Option<(usize, Met)>,
    /// The first mistake of the line.
    wrong: Option<(Met, Unbalance)>,
    mistakes: usize,
}

impl Pairs {
    /// Whether there is nothing to say about the line.
    fn are_matched(&self) -> bool {
        self.open.is_empty()
            && self.nested.is_empty()
            && self.stray.is_none()
            && self.wrong.is_none()
            && self.mistakes == 0
    }
}

impl Walk<'_> {
    /// Takes in a quotation mark or a bracket.
    pub fn meet(&mut self, at: usize, mark: char) {
        let Some((kind, opens)) = kind_of(mark) else { return };
        if kind == SINGLE && self.is_apostrophe(at, mark) {
            return;
        }
        if opens {
            let within = self.pairs.counts[kind] > 0;
            self.pairs.counts[kind] += 1;
            self.pairs.open.push((kind, Met { mark, at, within }));
        } else {
            self.close(kind, Met { mark, at, within: false });
        }
    }

    fn close(&mut self, kind: usize, met: Met) {
        if self.pairs.counts[kind] == 0 {
            let label = kind == BRACKETS && self.is_label(met.at);
            if !label {
                self.pairs.stray.get_or_insert((kind, met));
                self.pairs.fail(met, Unbalance::NotOpened);
                self.half_bracket(met, None);
            }
            return;
        }
        while let Some((other, opened)) = self.pairs.open.pop() {
            self.pairs.counts[other] -= 1;
            if other == kind {
                if opened.within {
                    self.pairs.nested.push((opened.mark, opened.at, met.at));
                }
                if kind == BRACKETS {
                    self.half_bracket(opened, Some(met));
                }
                return;
            }
            self.pairs.fail(opened, Unbalance::Crossed(met.mark));
        }
    }

    /// Whether a quotation is open here.
    pub fn is_quoted(&self) -> bool {
        self.pairs.counts[DOUBLE] > 0 || self.straight.len() % 2 == 1
    }

    /// An English apostrophe, or one in a Latin name.
    fn is_apostrophe(&self, at: usize, mark: char) -> bool {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let (before, after) = (self.before(at), self.after(at + mark.len_utf8()));
        self.script == Script::English
            || (latin(before) && (latin(after) || self.pairs.counts[SINGLE] == 0))
    }

    /// The bracket behind the number of an item: `1）`, `一)`.
    fn is_label(&self, at: usize) -> bool {
        let number = |c: char| c.is_ascii_alphanumeric() || counts_points(c);
        let before = &self.text[self.line..at];
        let number = before.chars().rev().take(4).take_while(|c| number(*c));
        let length: usize = number.map(char::len_utf8).sum();
        let rest = &before[..before.len() - length];
        let begins = |c: char| !c.is_alphanumeric();
        length > 0 && rest.chars().next_back().is_none_or(begins)
    }

    /// Brackets of an English keyboard beside Chinese characters.
    fn half_bracket(&mut self, first: Met, last: Option<Met>) {
        if self.script != Script::Chinese {
            return;
        }
        let beside = |met: &Met| {
            let around = [self.before(met.at), self.after(met.at + met.mark.len_utf8())];
            around.into_iter().flatten().any(is_chinese)
        };
        let is_half = |met: &Met| met.mark.is_ascii();
        let all = [Some(first), last].into_iter().flatten();
        let half: Vec<Met> = all.clone().filter(is_half).collect();
        let formula = last.is_some_and(|last| {
            // f(x)
            last.at - first.at <= 3
                && self.before(first.at).is_some_and(|c| c.is_ascii_alphabetic())
                && self.text[first.at..last.at].is_ascii()
        });
        if formula || half.is_empty() || !all.clone().any(|met| beside(&met)) {
            return;
        }
        for met in half {
            let right = if met.mark == '(' { "（" } else { "）" };
            self.widths.add(met.at..met.at + 1, last.map(|_| right));
        }
    }

    /// Reports what the line has left open.
    pub fn close_line(&mut self, _end: usize) {
        if self.pairs.are_matched() {
            return;
        }
        let mut pairs = std::mem::take(&mut self.pairs);
        for (kind, opened) in std::mem::take(&mut pairs.open) {
            // A quotation of several paragraphs opens each of them, and closes only the last.
            let goes_on = self.script == Script::English && opened.at == self.line;
            if !(goes_on && opened.mark == '“') {
                pairs.fail(opened, Unbalance::NotClosed);
                if let (Some((stray_kind, stray)), 2) = (pairs.stray, pairs.mistakes)
                    && stray_kind == kind
                {
                    return self.reversed(stray, opened);
                }
            }
            if kind == BRACKETS {
                self.half_bracket(opened, None);
            }
        }
        if let Some((met, how)) = pairs.wrong {
            let problem = Prose::Unbalanced { mark: met.mark, how };
            return self.report(place(met), problem, Vec::new());
        }
        for (mark, start, end) in pairs.nested {
            let Some((_, open, close)) = WITHIN.iter().find(|(outer, ..)| *outer == mark) else {
                continue;
            };
            let width = mark.len_utf8();
            let fix = vec![
                (start..start + width, (*open).to_owned()),
                (end..end + width, (*close).to_owned()),
            ];
            let problem = Prose::Unbalanced { mark, how: Unbalance::Nested };
            return self.report(start..start + width, problem, fix);
        }
    }

    /// `”…“`
    fn reversed(&mut self, stray: Met, opened: Met) {
        let between = self.text.get(stray.at + stray.mark.len_utf8()..opened.at);
        let near = between.is_some_and(|text| {
            !text.is_empty() && text.len() <= LONGEST_REVERSED && !text.contains(['。', '；', ';'])
        });
        if !near {
            let problem = Prose::Unbalanced { mark: stray.mark, how: Unbalance::NotOpened };
            return self.report(place(stray), problem, Vec::new());
        }
        let fix =
            vec![(place(stray), opened.mark.to_string()), (place(opened), stray.mark.to_string())];
        let problem = Prose::Unbalanced { mark: stray.mark, how: Unbalance::Reversed };
        self.report(place(stray), problem, fix);
    }

    /// Straight quotation marks in Chinese; mended where they pair.
    pub fn straight_quotes(&mut self) {
        let places = std::mem::take(&mut self.straight);
        let beside = |at: usize| {
            let around = [self.before(at), self.after(at + 1)];
            around.into_iter().flatten().any(is_chinese)
        };
        if self.script != Script::Chinese || !places.iter().any(|at| beside(*at)) {
            return;
        }
        let fix = quotes::curly(self.text, &places);
        let problem = Prose::StraightQuotes { marks: places.len() };
        self.report(places[0]..places[0] + 1, problem, fix);
    }
}

impl Pairs {
    fn fail(&mut self, met: Met, how: Unbalance) {
        self.mistakes += 1;
        self.wrong.get_or_insert((met, how));
    }
}

fn place(met: Met) -> Range<usize> {
    met.at..met.at + met.mark.len_utf8()
}

/// The kind of a mark, and whether it opens.
fn kind_of(mark: char) -> Option<(usize, bool)> {
    let has = |marks: &str| marks.chars().any(|one| one == mark);
    KINDS.iter().enumerate().find_map(|(kind, (open, close))| {
        let opens = has(open);
        (opens || has(close)).then_some((kind, opens))
    })
}
