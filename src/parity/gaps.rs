//! In: the sentences of a text and of its translation. Out: which of them have most likely no counterpart.
//!
//! How long a translation is hardly depends on what is said: sentences are set beside each other by their lengths and
//! their figures, as Gale and Church do ("A Program for Aligning Sentences in Bilingual Corpora", 1993), once with all of
//! them and once without some. Where the lengths fit much better without, these have been left out of the translation.

use std::ops::Range;

use super::lengths::{letters, numbers};
use super::quantity::{Measure, Quantity, Strength};
use super::{Reader, Which};

/// Nor texts with more figures.
const MOST_FIGURES: usize = 300;

/// So many sentences of the one language may stand for one of the other.
const JOINED: usize = 7;

/// What each sentence more costs that stands for the same one, or for none.
const PRICE: f64 = 2.5;

/// What a figure that both have is worth.
const FIGURE: f64 = 1.0;

/// So many letters a figure stands for, with its unit.
const FIGURE_LETTERS: f64 = 8.0;

/// So many sentences in a row may be left out.
const LEFT_OUT: usize = 3;

/// How much more likely it has to be, as a logarithm, that a translation leaves out sentences.
const SURE: f64 = 2.0;

/// The same for sentences that only the translation has: seldom does anybody add one, but often cut one in several.
const SURER: f64 = 3.7;

/// Sentences that may have been left out.
pub(super) struct Gap {
    pub in_source: bool,
    pub sentences: Range<usize>,
    /// The sentence of the other text in front of which they belong.
    pub at: usize,
    /// How much better the others fit without them.
    gain: f64,
}

/// The sentences of a line.
pub(super) struct Side<'r> {
    pub ranges: &'r [Range<usize>],
    /// The length of all sentences in front of each, and of all.
    lengths: Vec<f64>,
    /// Of each sentence.
    figures: Vec<Vec<Quantity>>,
    /// How many figures all sentences in front of each have, and all.
    counts: Vec<usize>,
    end: usize,
}

impl<'r> Side<'r> {
    /// The sentences with what digits they have.
    pub fn new(text: &str, ranges: &'r [Range<usize>], scale: f64) -> Self {
        let length =
            |text: &str| letters(text) as f64 * scale + numbers(text) as f64 * FIGURE_LETTERS;
        let mut all = 0.0;
        let mut lengths = vec![0.0];
        lengths.extend(ranges.iter().map(|range| {
            all += length(&text[range.clone()]);
            all
        }));
        let (figures, counts) = (vec![Vec::new(); ranges.len()], vec![0; ranges.len() + 1]);
        Self { ranges, lengths, figures, counts, end: text.len() }
    }

    /// The same with its figures as a reader understands them; `None` where there are too many.
    pub fn with_figures(mut self, text: &str, reader: Option<Reader>, scale: f64) -> Option<Self> {
        let Some(reader) = reader else { return Some(self) };
        let quantities = reader.quantities(text, Which::Sure);
        if quantities.len() > MOST_FIGURES {
            return None;
        }
        let mut all = 0.0;
        for (at, range) in self.ranges.iter().enumerate() {
            let mut start = range.start;
            for quantity in quantities.iter().filter(|one| range.contains(&one.range.start)) {
                let (begin, end) = (quantity.range.start, quantity.range.end.min(range.end));
                if begin >= start {
                    all += letters(&text[start..begin]) as f64 * scale + FIGURE_LETTERS;
                    start = end;
                }
                self.figures[at].push(quantity.clone());
            }
            all += letters(&text[start..range.end]) as f64 * scale;
            self.lengths[at + 1] = all;
            self.counts[at + 1] = self.counts[at] + self.figures[at].len();
        }
        Some(self)
    }

    fn length(&self, sentences: &Range<usize>) -> f64 {
        self.lengths[sentences.end] - self.lengths[sentences.start]
    }

    /// How many figures sentences have.
    fn count(&self, sentences: &Range<usize>) -> usize {
        self.counts[sentences.end] - self.counts[sentences.start]
    }

    /// Whether sentences may be missing on the other side: it lacks one of their figures, if they have any.
    pub fn may_be_without(&self, range: &Range<usize>, other: &Self) -> bool {
        let is_left_out =
            |one: &Quantity| one.strength == Strength::Digits && range.contains(&one.range.start);
        let all: Vec<&Quantity> = self.figures.iter().flatten().collect();
        let others: Vec<&Quantity> = other.figures.iter().flatten().collect();
        let how_often = |list: &[&Quantity], figure: &Quantity| {
            list.iter().filter(|one| is_same(one, figure)).count()
        };
        let mut left_out = all.iter().filter(|one| is_left_out(one)).peekable();
        left_out.peek().is_none()
            || left_out.any(|one| how_often(&all, one) > how_often(&others, one))
    }

    /// Where a sentence begins.
    pub fn start(&self, at: usize) -> usize {
        self.ranges.get(at).map_or(self.end, |range| range.start)
    }
}

/// The least cost of setting sentences beside each other.
pub(super) struct Costs {
    /// Of the first so many of both.
    before: Vec<Vec<f64>>,
    /// Of all from so many on.
    behind: Vec<Vec<f64>>,
}

impl Costs {
    pub fn new(ours: &Side<'_>, theirs: &Side<'_>) -> Self {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        let before = Self::before(ours, theirs, f64::INFINITY);
        let mut behind = vec![vec![f64::INFINITY; m + 1]; n + 1];
        behind[n][m] = 0.0;
        for i in (0..=n).rev() {
            for j in (0..=m).rev() {
                for (a, b) in moves(n - i, m - j) {
                    let known = behind[i + a][j + b];
                    let most = behind[i][j] - known;
                    let here = known + Self::of(ours, theirs, (i, j), (a, b), most);
                    behind[i][j] = behind[i][j].min(here);
                }
            }
        }
        Self { before, behind }
    }

    /// Of the first so many of both; what costs more than `most` is not looked at.
    fn before(ours: &Side<'_>, theirs: &Side<'_>, most: f64) -> Vec<Vec<f64>> {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        let mut before = vec![vec![f64::INFINITY; m + 1]; n + 1];
        before[0][0] = 0.0;
        for i in 0..=n {
            for j in 0..=m {
                if before[i][j] >= most {
                    continue;
                }
                for (a, b) in moves(n - i, m - j) {
                    let (known, there) = (before[i][j], before[i + a][j + b]);
                    let here = known + Self::of(ours, theirs, (i, j), (a, b), there - known);
                    before[i + a][j + b] = there.min(here);
                }
            }
        }
        before
    }

    /// Whether it may cost much less without some sentences, as far as lengths tell.
    pub fn may_be_less(ours: &Side<'_>, theirs: &Side<'_>) -> bool {
        let (n, m) = (ours.ranges.len(), theirs.ranges.len());
        // What is left has to be joined, too, so that there are as many of both.
        let joined = |many: usize, few: usize| {
            PRICE * if many > few { many - few } else { few - many + 2 } as f64
        };
        let least = (SURE + joined(n, m)).min(SURER + joined(m, n));
        let pairs =
            || (0..n).map(|i| Self::of(ours, theirs, (i, i), (1, 1), f64::INFINITY)).sum::<f64>();
        !(n == m && pairs() < least) && Self::before(ours, theirs, least)[n][m] >= least
    }

    /// What it costs to take so many sentences from a place on for each other; anything as large where it costs at least
    /// `most`.
    fn of(
        ours: &Side<'_>,
        theirs: &Side<'_>,
        (i, j): (usize, usize),
        (a, b): (usize, usize),
        most: f64,
    ) -> f64 {
        let ((one, i), (two, j)) = ((ours, i..i + a), (theirs, j..j + b));
        // Figures make it less, each by as much.
        let shared = one.count(&i).min(two.count(&j));
        let price = PRICE * (a + b - 2) as f64;
        // Lengths only make it more.
        if price - FIGURE * shared as f64 >= most {
            return price;
        }
        let cost = price + unlike(one.length(&i), two.length(&j));
        if shared == 0 || cost - FIGURE * shared as f64 >= most {
            return cost;
        }
        cost - FIGURE * self::shared(&one.figures[i], &two.figures[j]) as f64
    }

    /// The gap without which the others fit best, if that is sure enough.
    pub fn likely_gap(&self) -> Option<Gap> {
        if self.before.last()?.last()?.is_infinite() {
            return None;
        }
        let likely = |gap: &Gap| gap.gain > if gap.in_source { SURE } else { SURER };
        self.gaps().filter(likely).max_by(|one, two| one.gain.total_cmp(&two.gain))
    }

    /// Every way to leave out a few sentences of one text, and not all of them.
    fn gaps(&self) -> impl Iterator<Item = Gap> {
        let (n, m) = (self.before.len() - 1, self.before[0].len() - 1);
        let places = (0..=n).flat_map(move |i| (0..=m).map(move |j| (i, j)));
        let of = move |(i, j): (usize, usize), many: usize, in_source: bool| {
            let (at, sentences, all) =
                if in_source { (j, i..i + many, n) } else { (i, j..j + many, m) };
            let behind = if in_source { (i + many, j) } else { (i, j + many) };
            (sentences.end <= all && many < all).then(|| {
                let without = self.before[i][j] + self.behind[behind.0][behind.1];
                let gain = self.before[n][m] - without - PRICE * many as f64;
                Gap { in_source, sentences, at, gain }
            })
        };
        places
            .flat_map(move |place| {
                (1..=LEFT_OUT).flat_map(move |many| [true, false].map(|side| of(place, many, side)))
            })
            .flatten()
    }
}

/// How many sentences may be taken for each other, where so many are left.
fn moves(left: usize, other_left: usize) -> impl Iterator<Item = (usize, usize)> {
    const MOVES: [(usize, usize); 2 * JOINED] = {
        let mut moves = [(1, 1); 2 * JOINED];
        moves[1] = (2, 2);
        let mut many = 2;
        while many <= JOINED {
            moves[2 * many - 2] = (1, many);
            moves[2 * many - 1] = (many, 1);
            many += 1;
        }
        moves
    };
    MOVES.into_iter().filter(move |(a, b)| *a <= left && *b <= other_left)
}

/// What it costs to take sentences for each other's translation: the negative logarithm of how often translations are so
/// much longer or shorter, but for a constant. `one` and `two` are their lengths.
fn unlike(one: f64, two: f64) -> f64 {
    /// Short texts differ more: a word more or less is much for them.
    const WORD: f64 = 6.0;
    /// How much the logarithms of the lengths differ between long texts, and how that grows when texts become shorter.
    const SPREAD: f64 = 0.12;
    const BY_LENGTH: f64 = 1.3;
    let ratio = ((two + WORD) / (one + WORD)).ln();
    let spread = SPREAD * SPREAD + BY_LENGTH / ((one + two) / 2.0).max(1.0);
    ratio * ratio / (2.0 * spread)
}

/// Whether two figures say the same, whatever their bounds.
fn is_same(one: &Quantity, two: &Quantity) -> bool {
    // 第17项任务, `Task 17`
    let rank = |one: &Quantity| matches!(one.measure, Measure::Ordinal | Measure::Number);
    let count = |one: &Quantity| one.measure == Measure::Count;
    let ranked = (rank(one) && count(two)) || (count(one) && rank(two));
    one.value == two.value && (one.measure == two.measure || ranked)
}

/// How many figures of sentences are the same, each taken once.
fn shared(ours: &[Vec<Quantity>], theirs: &[Vec<Quantity>]) -> usize {
    let mut left: Vec<&Quantity> = theirs.iter().flatten().collect();
    let mut take = |one: &Quantity| {
        let at = left.iter().position(|two| is_same(one, two))?;
        Some(left.swap_remove(at))
    };
    ours.iter().flatten().filter(|one| take(one).is_some()).count()
}
