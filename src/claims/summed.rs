//! In: a text and its figures. Out: sums of what was said before, one after the other: 4252万元；五年1250万元。两项合计5502万元; 10个工作日内
//! …，5个工作日内…，全程不超过15个工作日.

use rust_decimal::Decimal;

use crate::language::WordList;
use crate::language::numeral::chinese;
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::{Figure, between, sum};
use super::parts::adds_up;
use super::sentences::{is_mark, last_piece};
use super::{Extent, Whole};

/// Sums of more things are not read.
const MOST: usize = 5;

/// So many figures before a sum are looked at.
const FAR: usize = 12;

/// Reads every such sum of a text that is not what it should be.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Whole>) {
    static WORDS: WordList<5> = WordList::new(["合计", "共计", "总计", "全程", "全流程"]);
    if figures.len() < 3 || !WORDS.is_in(text) {
        return;
    }
    for at in 2..figures.len() {
        let found = of_items(text, figures, at).or_else(|| of_steps(text, figures, at));
        if let Some(parts) = found {
            let exactly = |one: &Figure| Figure { bound: Bound::Exactly, ..one.clone() };
            list.push(Whole {
                whole: exactly(&figures[at]),
                parts: parts.into_iter().map(exactly).collect(),
                extent: Extent::All,
                years: None,
                names: Vec::new(),
            });
        }
    }
}

/// 两项合计5520万元, where the last figures of the two pieces before make 5502万元, which a slip of the hand would make of it. Where
/// any two figures make the sum, it may be theirs.
fn of_items<'f>(text: &str, figures: &'f [Figure], at: usize) -> Option<Vec<&'f Figure>> {
    let whole = &figures[at];
    let piece = last_piece(between(text, figures, at)).trim_start_matches(is_mark).trim();
    let words = piece.strip_prefix("以上").or_else(|| piece.strip_prefix("上述")).unwrap_or(piece);
    let (number, words) = words.split_at_checked('项'.len_utf8())?;
    let number = if number == "两" { Some(2) } else { chinese(number) };
    let number = number.and_then(|number| usize::try_from(number).ok());
    let number = number.filter(|number| (2..=MOST).contains(number))?;
    let words = words.strip_prefix('项')?;
    if !matches!(words, "合计" | "共计" | "总计" | "合计为" | "共计为") || !adds_up(whole)
    {
        return None;
    }
    let near = &near(&figures[..at], whole)[..];
    let place = whole.last_place(text.get(whole.range.clone())?);
    if any_makes(near, number, whole.value, place) {
        return None;
    }
    let parts = [&['；', '。'][..], &['，', '；', '。'][..]].into_iter().find_map(|marks| {
        let parts = last_of_pieces(text, near, marks);
        let parts = &parts[parts.len().checked_sub(number)?..];
        is_slip(sum(parts.iter().copied())?, whole.value).then(|| parts.to_vec())
    });
    parts.filter(|parts| parts.len() == number)
}

/// The figures of its kind among the last ones before a sum, in their order.
fn near<'f>(figures: &'f [Figure], whole: &Figure) -> Vec<&'f Figure> {
    let last = &figures[figures.len().saturating_sub(FAR)..];
    last.iter().filter(|one| one.is_like(whole) && one.word == whole.word).collect()
}

/// The last figure of each piece between marks.
fn last_of_pieces<'f>(text: &str, figures: &[&'f Figure], marks: &[char]) -> Vec<&'f Figure> {
    let ends = |pair: &&[&Figure]| {
        let between = text.get(pair[0].range.end..pair[1].range.start);
        between.is_none_or(|words| words.contains(marks))
    };
    let mut last: Vec<&Figure> = figures.windows(2).filter(ends).map(|pair| pair[0]).collect();
    last.extend(figures.last());
    last
}

/// Whether so many of the figures make a value, but for its last place.
fn any_makes(figures: &[&Figure], number: usize, value: Decimal, place: Decimal) -> bool {
    if number == 0 {
        return value.abs() <= place;
    }
    figures.iter().enumerate().any(|(at, one)| {
        any_makes(&figures[at + 1..], number - 1, value.saturating_sub(one.value), place)
    })
}

/// Whether one number is the other with one other digit, or with two beside each other that changed places.
fn is_slip(one: Decimal, other: Decimal) -> bool {
    let digits = |number: Decimal| number.normalize().to_string().into_bytes();
    let (one, other) = (digits(one), digits(other));
    let places = || one.iter().zip(&other).enumerate().filter(|(_, (a, b))| a != b);
    let places: Vec<usize> = places().map(|(at, _)| at).take(3).collect();
    one.len() == other.len()
        && match places[..] {
            [_] => true,
            [first, second] => {
                second == first + 1 && one[first] == other[second] && one[second] == other[first]
            }
            _ => false,
        }
}

/// 在10个工作日内核查，在5个工作日内决定，全程不超过15个工作日: the limits of the sentence, or of those in front of it.
fn of_steps<'f>(text: &str, figures: &'f [Figure], at: usize) -> Option<Vec<&'f Figure>> {
    static WORDS: WordList<5> =
        WordList::new(["全程最长", "全程", "全流程", "以上环节合计", "各环节合计"]);
    let whole = &figures[at];
    let piece = last_piece(between(text, figures, at)).trim_start_matches(is_mark);
    if whole.bound != Bound::AtMost || !matches!(whole.measure, Measure::Unit("working days")) {
        return None;
    }
    let word = WORDS.ending(piece).filter(|word| piece.len() - word.len() <= "单项".len())?;
    let since = |one: &Figure| text.get(one.range.end..whole.range.start).unwrap_or("");
    let mut parts = near(&figures[..at], whole);
    parts.retain(|one| !since(one).contains('\n'));
    let own = |one: &&&Figure| {
        let words = since(one).strip_suffix(piece).unwrap_or("");
        !words.trim_end_matches(is_mark).contains('。')
    };
    let in_sentence: Vec<&Figure> = parts.iter().filter(own).copied().collect();
    if in_sentence.len() > 1 && !word.ends_with("合计") {
        parts = in_sentence;
    }
    // Some of the limits may be those of something else.
    let ends_so = |from: usize| sum(parts[from..].iter().copied()) == Some(whole.value);
    let known = (0..parts.len()).any(ends_so) || parts.iter().any(|one| one.value > whole.value);
    (parts.len() > 1 && parts.len() <= MOST && !known).then_some(parts)
}
