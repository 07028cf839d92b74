//! In: Chinese prose. Out: what its sentences claim in figures: levels, increases, yearly steps, parts and wholes, and
//! counts beside the lists that they count. What is claimed is not judged here.
//!
//! Only sentences with figures are read, each once. A claim has a name (`names.rs`), which is what the words beside
//! the figure leave when verbs and places are taken off.

mod breakdown;
mod figure;
mod gains;
mod like_shares;
mod lists;
mod members;
mod names;
mod parts;
mod prices;
mod rates;
mod reader;
mod remainder;
mod respectively;
mod sentences;
mod shares;
mod shares_within;
mod steps;
mod summed;
mod tallies;
#[cfg(test)]
mod tests;
mod times;
mod whole_shares;
mod words;
mod years;

use std::ops::Range;

use crate::language::has_digit;

pub use figure::{Figure, measured};
pub use gains::Gain;
pub use names::{almost_equal, is_end_of, normal, same_but_for_grade};
pub use prices::{Price, YearlySum};
pub use rates::{Rate, Times, Turned};
pub use shares::Share;
pub use years::Additions;

/// What a figure says of its thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 达到600家, 由318家增加到600家: how things stand then.
    Level,
    /// 新增165家: how much comes to it.
    Increase,
    /// 每年新增80家: how much comes to it in each year.
    Yearly,
    /// 年增速10%: by how much it grows in each year.
    Growth,
    /// 建设20个: what is to be made; what is there already is not counted.
    Work,
}

/// A figure and the thing that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub kind: Kind,
    /// The normal form of the name of the thing.
    pub name: String,
    /// The name as the text writes it; empty where the thing was named before.
    pub named: Range<usize>,
    /// Where a step begins: 由318家. Few claims have one.
    pub from: Option<Box<Figure>>,
    pub figure: Figure,
    /// The year that the figure is for, where the text says one.
    pub year: Option<i16>,
    /// The number of the sentence within the text.
    pub sentence: usize,
    /// The words that claim it.
    pub range: Range<usize>,
}

/// 分别: things, and the figures that stand for them in turn.
#[derive(Clone, Debug, PartialEq)]
pub struct InTurn {
    /// How many things there are; more than one number where the words can be divided in several ways.
    pub things: Vec<usize>,
    /// The things in one word, as a whole is called: 孵化器、众创空间.
    pub name: String,
    pub figures: Vec<Figure>,
    pub year: Option<i16>,
    pub range: Range<usize>,
}

/// Which parts of a whole are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// 共, 合计: all there are.
    All,
    /// 其中: some of them.
    Some,
    /// Three or more behind 其中: perhaps all of them.
    Listed,
    /// Parts with names: all of them where these are all places of the area.
    Named,
}

/// A whole, and a part of it or all its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub whole: Figure,
    pub parts: Vec<Figure>,
    pub extent: Extent,
    /// The first and the last year, where the parts are those of years: who knows the plan knows whether that is all.
    pub years: Option<(i16, i16)>,
    /// The names of the parts, where the list gives them.
    pub names: Vec<String>,
}

/// A count beside the list that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// 八大产业集群
    pub range: Range<usize>,
    pub said: usize,
    /// How many are named: the fewest and the most that the words can be divided into.
    pub named: (usize, usize),
    /// 等: not all of them need be named.
    pub open: bool,
}

/// A count at the end of a text whose list stands in the paragraphs behind it: 坚持以下五项原则：
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    pub range: Range<usize>,
    pub said: usize,
}

/// A count of groups, and of what they have together: 五个方面16项任务.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    pub range: Range<usize>,
    pub groups: usize,
    pub items: usize,
}

/// What a text claims in figures.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub claims: Vec<Claim>,
    pub in_turn: Vec<InTurn>,
    pub wholes: Vec<Whole>,
    pub counted: Vec<Counted>,
    pub rates: Vec<Rate>,
    pub times: Vec<Times>,
    pub turned: Vec<Turned>,
    pub gains: Vec<Gain>,
    pub additions: Vec<Additions>,
    pub yearly: Vec<YearlySum>,
    pub shares: Vec<Share>,
    pub prices: Vec<Price>,
    pub announced: Vec<Announced>,
    pub grouped: Vec<Grouped>,
    /// Steps of which the first figure has a unit and the second none: 由48家增加到52.
    pub bare: Vec<Range<usize>>,
}

/// Reads a text. `year` is the one that was said last before it, in the same clause; afterwards the one that was said
/// for the text behind it.
pub fn read(text: &str, year: &mut Option<i16>) -> Said {
    let mut said = Said::default();
    lists::read(text, &mut said);
    tallies::read(text, &mut said.wholes);
    members::read(text, &mut said.counted);
    if has_digit(text) {
        let mut all: Vec<Figure> = Vec::new();
        // Where the figures of the sentence before begin.
        let mut before = 0;
        let mut line = times::Line::new(text, *year);
        for (number, range) in sentences::sentences(text).enumerate() {
            let sentence = &text[range.clone()];
            if !has_digit(sentence) {
                before = all.len();
                line.go_on(range.end, year);
                continue;
            }
            let figures = figure::figures(sentence);
            let from = said.claims.len();
            let bare = said.bare.len();
            let main = reader::read(sentence, &figures, number, year, &mut said);
            let turn = said.in_turn.len();
            respectively::read(sentence, &figures, *year, &mut said.in_turn);
            let whole = said.wholes.len();
            parts::read((text, range.clone()), &figures, &all[before..], &mut said.wholes);
            said.shift(range.start, (from, bare, turn, whole));
            before = all.len();
            all.extend(figures);
            all[before..].iter_mut().for_each(|one| one.shift(range.start));
            *year = main;
            line.first_figure = line.first_figure.or(all.get(before).map(|one| one.range.start));
            line.go_on(range.end, year);
        }
        rates::read(text, &all, &mut said);
        shares::read(text, &all, &mut said.shares);
        whole_shares::read(text, &all, &mut said.shares);
        shares_within::read(text, &all, &mut said.shares);
        like_shares::read(text, &all, &mut said.shares);
        gains::read(text, &all, &mut said);
        prices::read(text, &all, &mut said);
        years::read(text, &all, &mut said);
        breakdown::read(text, &all, &mut said.wholes);
        remainder::read(text, &all, &mut said.wholes);
        summed::read(text, &all, &mut said.wholes);
        said.wholes.retain(|one| !is_rise_of_step(text, &all, one));
    }
    said
}

/// 由3条增至8条，其中2026年新开1条，2027年、2028年各新开2条: the parts are those of what is added.
fn is_rise_of_step(text: &str, figures: &[Figure], one: &Whole) -> bool {
    let Some(at) = figures.iter().position(|other| other.range == one.whole.range) else {
        return false;
    };
    let Some(from) = at.checked_sub(1).map(|before| &figures[before]) else { return false };
    let whole = &one.whole;
    let step = from.is_like(whole) && rates::is_step_between(text, from, whole);
    step && figure::sum(&one.parts) == whole.value.checked_sub(from.value)
}

impl Said {
    /// Moves what was read of a sentence to its place in the text.
    fn shift(&mut self, by: usize, (claims, bare, turns, wholes): (usize, usize, usize, usize)) {
        let moved = |range: &Range<usize>| range.start + by..range.end + by;
        for claim in &mut self.claims[claims..] {
            claim.range = moved(&claim.range);
            claim.named = moved(&claim.named);
            claim.figure.shift(by);
            claim.from.iter_mut().for_each(|one| one.shift(by));
        }
        for range in &mut self.bare[bare..] {
            *range = moved(range);
        }
        for turn in &mut self.in_turn[turns..] {
            turn.range = moved(&turn.range);
            turn.figures.iter_mut().for_each(|one| one.shift(by));
        }
        for whole in &mut self.wholes[wholes..] {
            // A whole of the sentence before has its place already.
            if !whole.whole.placed {
                whole.whole.shift(by);
            }
            whole.parts.iter_mut().for_each(|one| one.shift(by));
        }
    }
}
