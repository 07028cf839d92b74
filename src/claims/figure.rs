//! In: a sentence. Out: its figures in digits: value, measure, bound, the word that counts, and the place.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::{FirstBytes, WordList, ascii_digit, has_digit};
use crate::model::limits::WORD;
use crate::model::quantity::Bound;
use crate::parity::quantity::{Measure, Strength};
use crate::parity::{Reader, Which};

use super::sentences::is_mark;

/// Words that count one thing each. 批, 类 and 大 count several; 人次 and 户次 count acts.
static WORDS: WordList<37> = WordList::new([
    "个百分点",
    "人次",
    "户次",
    "台套",
    "个",
    "家",
    "项",
    "件",
    "名",
    "人",
    "户",
    "台",
    "套",
    "所",
    "座",
    "条",
    "株",
    "篇",
    "次",
    "场",
    "期",
    "处",
    "辆",
    "张",
    "册",
    "笔",
    "艘",
    "位",
    "支",
    "栋",
    "间",
    "床",
    "份",
    "种",
    "眼",
    "盏",
    "棵",
]);

/// Words that count people.
static PEOPLE: WordList<3> = WordList::new(["人", "名", "位"]);

/// A figure of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub value: Decimal,
    pub measure: Measure,
    pub bound: Bound,
    /// 家, 个, 项; `None` where nothing counts.
    pub word: Option<&'static str>,
    pub range: Range<usize>,
    /// Whether it is so much of something else, as 50公里/小时 are: that is no amount.
    pub per: bool,
    /// Whether the place is one of the text, no longer of the sentence.
    pub(super) placed: bool,
}

impl Figure {
    /// Gives it its place in the text, of which the sentence begins at `by`.
    pub(super) fn shift(&mut self, by: usize) {
        self.range = self.range.start + by..self.range.end + by;
        self.placed = true;
    }

    /// The smallest and the largest value that the words allow; `None` where there is no limit. 左右 and 约 allow a
    /// tenth to both sides.
    pub fn limits(&self) -> (Option<Decimal>, Option<Decimal>) {
        let value = self.value;
        match self.bound {
            Bound::Exactly => (Some(value), Some(value)),
            Bound::AtLeast | Bound::MoreThan => (Some(value), None),
            Bound::AtMost | Bound::LessThan => (None, Some(value)),
            Bound::To(end) => (Some(value), Some(end)),
            Bound::About => {
                let tenth = value.abs() / Decimal::TEN;
                (value.checked_sub(tenth), value.checked_add(tenth))
            }
        }
    }

    /// What one more in its last digit is, where it may have been rounded to that: 0.1 of 4.1%, 10,000 of 48万人, nothing
    /// of 4380件. `words` are those of its place.
    pub fn last_place(&self, words: &str) -> Decimal {
        let start = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
        let digits: String = words[start..]
            .chars()
            .take(WORD)
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .filter(|c| *c != ',')
            .collect();
        let number: Option<Decimal> = digits.parse().ok();
        let times = number.and_then(|number| self.value.checked_div(number));
        let Some((number, times)) = number.zip(times) else { return Decimal::ZERO };
        let counted = matches!(self.measure, Measure::Count | Measure::Occasions);
        if counted && times == Decimal::ONE && number.scale() == 0 {
            return Decimal::ZERO;
        }
        times.checked_mul(Decimal::new(1, number.scale())).unwrap_or_default()
    }

    /// Whether both are counted, or measured, in the same way.
    pub fn is_like(&self, other: &Self) -> bool {
        self.measure == other.measure && self.per == other.per
    }

    /// Whether both may count one thing: with the same word, or with two of people.
    pub fn counts_like(&self, other: &Self) -> bool {
        match (self.word, other.word) {
            (Some(one), Some(two)) => one == two || (PEOPLE.contains(one) && PEOPLE.contains(two)),
            _ => true,
        }
    }

    /// Whether the word of the figure counts people. Beside a thing, it says how many are with it: 队伍32支、1860人.
    pub fn counts_people(&self) -> bool {
        self.word.is_some_and(|word| PEOPLE.contains(word))
    }

    /// Whether both say the same.
    pub fn says(&self, other: &Self) -> bool {
        self.is_like(other) && self.value == other.value && self.bound == other.bound
    }
}

/// The words between a figure and the one before it.
pub fn between<'t>(text: &'t str, figures: &[Figure], at: usize) -> &'t str {
    let start = at.checked_sub(1).map_or(0, |before| figures[before].range.end);
    text.get(start..figures[at].range.start).unwrap_or("")
}

/// Whether a figure is one of a list of amounts without names, 1.76亿元、1.54亿元和1.1亿元: none of them is the whole of
/// anything that is said behind the list.
pub fn is_in_list(figures: &[Figure], at: usize) -> bool {
    let pair = |first: usize| {
        let (one, next) = (figures.get(first)?, figures.get(first + 1)?);
        let joined = next.range.start.checked_sub(one.range.end) == Some('、'.len_utf8());
        (joined && one.is_like(next)).then_some(())
    };
    pair(at).is_some() || at.checked_sub(1).and_then(pair).is_some()
}

/// What figures add up to; `None` where nobody could write it.
pub fn sum<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> Option<Decimal> {
    figures.into_iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.value))
}

/// The figures of a sentence. Years, dates, numbers and names are none. Only pieces with digits are read: the words that
/// belong to a figure stand in its piece.
pub fn figures(sentence: &str) -> Vec<Figure> {
    let mut list = Vec::new();
    for piece in pieces(sentence) {
        if has_digit(&sentence[piece.clone()]) {
            read(sentence, piece, &mut list);
        }
    }
    list
}

/// The first bytes of the marks between pieces.
static MARKS: FirstBytes = FirstBytes::of(b";!?\n,:\xe2\xe3\xef");

/// The pieces between commas and colons; not of those within a number or between two: 1,600, 1:1.
fn pieces(sentence: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, c) in MARKS.characters(sentence, 0).filter(|(_, c)| is_mark(*c)) {
        let end = at + c.len_utf8();
        if !sentence[end..].starts_with(|c| ascii_digit(c).is_some()) {
            list.push(start..end);
            start = end;
        }
    }
    list.push(start..sentence.len());
    list
}

fn read(sentence: &str, piece: Range<usize>, list: &mut Vec<Figure>) {
    let start = piece.start;
    for one in Reader::Chinese.quantities(&sentence[piece], Which::Sure) {
        if one.strength != Strength::Digits || !one.measure.takes_bound() {
            continue;
        }
        let mut range = start + one.range.start..start + one.range.end;
        let word = word(&sentence[range.start..]);
        // Not every word that counts is part of a quantity: 26眼.
        let bare = sentence[range.clone()].ends_with(|c| ascii_digit(c).is_some() || c == '万');
        if let Some(word) = word.filter(|word| bare && sentence[range.end..].starts_with(word)) {
            range.end += word.len();
        }
        let per = sentence[range.clone()].contains(['/', '／']);
        let figure = Figure {
            per,
            word,
            value: one.value,
            measure: one.measure,
            bound: one.bound,
            range,
            placed: false,
        };
        match list.last_mut().filter(|last| joined(sentence, last, &figure)) {
            // 3-5家 is one figure.
            Some(last) => {
                last.bound = Bound::To(figure.value);
                last.measure = figure.measure;
                last.word = figure.word;
                last.range.end = figure.range.end;
            }
            None => list.push(figure),
        }
    }
}

fn joined(sentence: &str, first: &Figure, second: &Figure) -> bool {
    let between = sentence.get(first.range.end..second.range.start).unwrap_or("");
    let mut chars = between.chars();
    let joint = chars.next().is_some_and(|c| "-—–－~～至".contains(c)) && chars.next().is_none();
    joint && first.value <= second.value && first.measure == second.measure
}

/// The word that counts, behind the digits and 万 and 亿 of a figure.
fn word(figure: &str) -> Option<&'static str> {
    let number = figure.find(|c| ascii_digit(c).is_some())?;
    let inner = &figure[number..];
    // The digits of a number that is longer count nothing.
    let inner = &inner[..inner.floor_char_boundary(WORD)];
    let end = inner.find(|c| {
        ascii_digit(c).is_none()
            && !matches!(c, '.' | '．' | ',' | '万' | '亿' | '千' | '百' | '多' | '余')
    })?;
    let behind = &inner[end..];
    let word = WORDS.beginning(behind)?;
    // 3000家（个）以上 names two words itself.
    let inner = behind[word.len()..].strip_prefix(['（', '(']);
    let two = inner.is_some_and(|inner| WORDS.beginning(inner).is_some());
    (!two).then_some(word)
}

/// A value of a table with its unit, as a text would say it: 31.6 and 亿元.
pub fn measured(quantity: crate::model::quantity::Quantity, unit: &str) -> Option<Figure> {
    // 1/10万: the unit has a number of its own.
    if unit.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let one = figures(&format!("1{unit}")).into_iter().next()?;
    let times = |value: Decimal| value.checked_mul(one.value);
    let bound = match quantity.bound {
        Bound::To(end) => Bound::To(times(end)?),
        bound => bound,
    };
    Some(Figure { value: times(quantity.value)?, bound, ..one })
}
