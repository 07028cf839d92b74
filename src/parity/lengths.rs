//! In: lines of a text and of its translation. Out: how long they are beside each other in the whole plan, and whether two
//! of them may differ by a sentence.

use std::iter::Sum;

/// How long the texts of two languages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    pub source: usize,
    pub target: usize,
}

impl Lengths {
    pub fn of(source: &str, target: &str) -> Self {
        Self { source: letters(source), target: letters(target) }
    }
}

impl Sum for Lengths {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            source: sum.source + one.source,
            target: sum.target + one.target,
        })
    }
}

/// What a letter of either language counts: as many in one text as in its translation.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub(super) source: f64,
    pub(super) target: f64,
}

impl Scale {
    /// Texts of fewer letters do not show how long the translations of their author are.
    const LEAST: usize = 80;

    /// By all texts of a plan that are in each other's place; `None` where these are too few.
    pub fn of(all: Lengths) -> Option<Self> {
        if all.source.min(all.target) < Self::LEAST {
            return None;
        }
        // Measured in the language that needs more letters.
        let ratio = all.target as f64 / all.source as f64;
        Some(Self { source: ratio.max(1.0), target: (1.0 / ratio).max(1.0) })
    }

    /// Whether two texts may differ by a sentence: nearly all can be passed over.
    pub fn may_lack(&self, lengths: Lengths) -> bool {
        /// Translations that lack a sentence are seldom as long as others.
        const ALIKE: f64 = 0.06;
        let (one, two) = (lengths.source as f64 * self.source, lengths.target as f64 * self.target);
        (two / one.max(1.0)).max(0.01).ln().abs() > ALIKE
    }
}

/// How many letters a text has, Chinese characters among them.
pub(super) fn letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Characters beyond ASCII are counted by the first of their bytes; marks begin with 0xe2, 0xef, or these two.
    let letter = |a: u8, b: u8| {
        let mark = (a == 0xe2) | (a == 0xef) | (a == 0xe3) & (b == 0x80);
        a.is_ascii_alphabetic() | (a >= 0xc3) & !mark
    };
    let last = bytes.last().is_some_and(u8::is_ascii_alphabetic);
    usize::from(last) + pairs(bytes, letter)
}

/// How many numbers in digits a text has.
pub(super) fn numbers(text: &str) -> usize {
    let bytes = text.as_bytes();
    let goes_on = |byte: u8| byte.is_ascii_digit() | (byte == b'.') | (byte == b',');
    let first = usize::from(bytes.first().is_some_and(u8::is_ascii_digit));
    first + pairs(bytes, |a, b| !goes_on(a) & b.is_ascii_digit())
}

/// How many bytes are such that the next one is such.
fn pairs(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> usize {
    count(bytes, bytes.get(1..).unwrap_or(&[]), is)
}

/// How many bytes with those of another text beside them are such. The processor looks at many at a time here.
fn count(bytes: &[u8], others: &[u8], is: impl Fn(u8, u8) -> bool) -> usize {
    let all = bytes.chunks(255).zip(others.chunks(255));
    let some = |(bytes, others): (&[u8], &[u8])| {
        let each = bytes.iter().zip(others).map(|(a, b)| u8::from(is(*a, *b)));
        usize::from(each.fold(0, u8::wrapping_add))
    };
    all.map(some).sum()
}

#[cfg(test)]
mod tests {
    use super::{Lengths, letters, numbers};

    #[test]
    fn what_is_a_letter() {
        assert_eq!(letters(""), 0);
        assert_eq!(letters("到2030年，建成“公园”12个（其中新建5个）。"), 12);
        assert_eq!(letters("By 2030, “parks” – café №"), 11);
        assert_eq!(numbers("12个、3.5万、1,200"), 3);
        assert_eq!(numbers("无 none"), 0);
        let long = "水务water".repeat(200);
        assert_eq!(Lengths::of(&long, "").source, 1400);
    }
}
