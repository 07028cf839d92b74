//! In: texts. Out: how much alike two of them are.

use crate::model::line::Line;

/// What a text consists of, for comparing many: its pairs of neighbouring characters, sorted.
pub struct Shape {
    pairs: Vec<(char, char)>,
}

impl Shape {
    pub fn new(text: &str) -> Self {
        Self::from_pairs(pairs(text).collect())
    }

    pub fn of_lines(lines: &[Line<'_>]) -> Self {
        Self::from_pairs(lines.iter().flat_map(Line::texts).flat_map(pairs).collect())
    }

    fn from_pairs(mut pairs: Vec<(char, char)>) -> Self {
        pairs.sort_unstable();
        Self { pairs }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The share of pairs that both have (Dice's coefficient): 1 for the same text, 0 for nothing in common.
    #[expect(clippy::cast_precision_loss, reason = "texts have fewer than 2^52 characters")]
    pub fn likeness(&self, other: &Self) -> f64 {
        let all = self.pairs.len() + other.pairs.len();
        if all == 0 {
            return 1.0;
        }
        let (mut one, mut two, mut common) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (self.pairs.get(one), other.pairs.get(two)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => one += 1,
                std::cmp::Ordering::Greater => two += 1,
                std::cmp::Ordering::Equal => (one, two, common) = (one + 1, two + 1, common + 1),
            }
        }
        2.0 * common as f64 / all as f64
    }
}

/// Neighbouring characters; a text of one character is a pair with nothing.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let letters = || text.chars().filter(|c| !c.is_whitespace());
    let seconds = letters().skip(1).map(Some).chain([None]);
    let single = letters().take(2).count() == 1;
    letters().zip(seconds).filter_map(move |(one, next)| match next {
        Some(next) => Some((one, next)),
        None => single.then_some((one, ' ')),
    })
}
