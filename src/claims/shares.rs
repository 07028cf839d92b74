//! In: a text and its figures. Out: amounts with the share that they have of a whole: 总投资13.6亿元，其中中央4.08亿元，占30%.

use std::ops::Range;

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use crate::language::WordList;
use crate::language::numeral::chinese;
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::{Figure, between, is_in_list, sum};
use super::parts::adds_up;
use super::sentences::{ends_sentence, head, is_mark, last_piece, tail};

/// So many figures before a share are looked at.
const MOST: usize = 12;

/// 二十五分之十六 with the mark behind it, in bytes.
const LONGEST: usize = 36;

/// An amount, and its share of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub part: Figure,
    pub share: Figure,
    /// What may be the whole, the likeliest first. Where the amounts beside it add up to one, it is that one alone.
    pub wholes: Vec<Figure>,
}

/// Reads every share of a text.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    if figures.len() > 1 {
        fractions(text, figures, list);
    }
    let mut at = 1;
    while at + 1 < figures.len() {
        let items = items(text, figures, at);
        if items > 0 {
            group(text, &figures[..at + 2 * items], at, list);
        }
        at += (2 * items).max(1);
    }
    if text.contains("占总") {
        of_total(text, figures, list);
    }
    if text.contains("其中") {
        of_part(text, figures, list);
    }
}

/// 54万亩，其中城东区9万亩、临河县31.5万亩，临河县占58.3%: the part is named once more.
fn of_part(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    for (at, share) in figures.iter().enumerate().skip(2) {
        let piece = last_piece(between(text, figures, at)).trim_start_matches(is_mark);
        let Some(name) = piece.strip_suffix("约占").or_else(|| piece.strip_suffix('占')) else {
            continue;
        };
        if share.measure != Measure::Percent || !(3..=8).contains(&name.chars().count()) {
            continue;
        }
        let place = share.range.start - piece.len();
        let Some(part) = named(text, figures, place, name) else { continue };
        let since = text.get(figures[part].range.end..place).unwrap_or("。");
        let mut wholes = candidates(text, figures, part);
        wholes.retain(|one| one.is_like(&figures[part]) && one.word == figures[part].word);
        // The whole stands in the same sentence.
        let before = tail(text, figures[part].range.start);
        let among = before.rfind("其中").map_or("。", |at| &before[at..]);
        if wholes.len() == 1 && !since.contains(ends_sentence) && !among.contains(ends_sentence) {
            list.push(Share { part: figures[part].clone(), share: share.clone(), wholes });
        }
    }
}

/// 市级财政资金占总投入的三分之一, where 市级财政 and the whole stand before.
fn fractions(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    static WHOLES: WordList<6> =
        WordList::new(["占总投入", "占总投资", "占总额", "占总数", "占总量", "占总资金"]);
    for (at, _) in text.match_indices("占总") {
        let rest = &text[at..];
        let Some(whole) = WHOLES.beginning(rest) else { continue };
        let behind = rest[whole.len()..].trim_start_matches(['额', '的']);
        let Some((percent, length)) = fraction(behind) else { continue };
        let before = tail(text, at);
        let mark = last_piece(before);
        let subject = mark.trim_start_matches(is_mark);
        let Some(part) = named(text, figures, at, subject) else { continue };
        let start = text.len() - behind.len();
        let share = percent_of(percent, Bound::Exactly, start..start + length);
        let mut wholes = candidates(text, figures, part);
        wholes.retain(|one| one.is_like(&figures[part]) && one.word == figures[part].word);
        if !wholes.is_empty() {
            list.push(Share { part: figures[part].clone(), share, wholes });
        }
    }
}

/// 12.48亿元，占总投资近一半, 6.36亿元，占总投资的64.2%, where the total stands before.
fn of_total(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    static WHOLES: WordList<6> =
        WordList::new(["总投资", "总投入", "总额", "总数", "总量", "总面积"]);
    static BEFORE: WordList<7> = WordList::new(["估算", "预计", "合计", "约", "为", "达", "共"]);
    let known: FxHashSet<usize> = list.iter().map(|one| one.part.range.start).collect();
    for (at, part) in figures.iter().enumerate() {
        let behind = head(text, part.range.end);
        let Some(rest) = behind.strip_prefix("，占").or_else(|| behind.strip_prefix("，约占"))
        else {
            continue;
        };
        let Some(named) = WHOLES.beginning(rest) else { continue };
        let start = part.range.end + behind.len() - rest.len() + named.len();
        let percent = || {
            let next = figures.get(at + 1).filter(|next| next.measure == Measure::Percent)?;
            matches!(text.get(start..next.range.start), Some("" | "的")).then(|| next.clone())
        };
        let Some(share) = half(&rest[named.len()..], start).or_else(percent) else { continue };
        let before = (at.saturating_sub(MOST)..at).rev();
        let whole =
            before.map(|place| (place, between(text, figures, place))).find(|(place, lead)| {
                let lead =
                    BEFORE.iter().fold(*lead, |lead, word| lead.strip_suffix(word).unwrap_or(lead));
                let like = figures[*place].is_like(part) && figures[*place].word == part.word;
                like && lead.ends_with(named)
            });
        if let Some((whole, _)) = whole.filter(|_| !known.contains(&part.range.start)) {
            list.push(Share { part: part.clone(), share, wholes: vec![figures[whole].clone()] });
        }
    }
}

/// 近一半 or 一半以上 at the beginning of a text, as a share with a bound.
fn half(words: &str, start: usize) -> Option<Figure> {
    const HALVES: [(&str, Bound); 9] = [
        ("近一半", Bound::LessThan),
        ("接近一半", Bound::LessThan),
        ("不到一半", Bound::LessThan),
        ("不足一半", Bound::LessThan),
        ("一半以上", Bound::MoreThan),
        ("的一半以上", Bound::MoreThan),
        ("超过一半", Bound::MoreThan),
        ("一半多", Bound::MoreThan),
        ("过半", Bound::MoreThan),
    ];
    let (half, bound) = HALVES.iter().find(|(half, _)| words.starts_with(half))?;
    Some(percent_of(Decimal::from(50), *bound, start..start + half.len()))
}

/// A share that is said in words, at its place in the text.
fn percent_of(value: Decimal, bound: Bound, range: Range<usize>) -> Figure {
    let measure = Measure::Percent;
    Figure { value, measure, bound, word: None, per: false, range, placed: true }
}

/// 三分之一 in per cent, and its bytes; `None` where a bound or another word follows.
pub fn fraction(text: &str) -> Option<(Decimal, usize)> {
    const SIGN: &str = "分之";
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let at = text.find(SIGN).filter(|at| *at <= 2 * '十'.len_utf8())?;
    let numerals = &text[at + SIGN.len()..];
    let end = numerals.find(is_mark)?;
    let (of, parts) = (chinese(&text[..at])?, chinese(&numerals[..end])?);
    let percent = Decimal::from(parts).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(of.into())?;
    Some((percent, at + SIGN.len() + end))
}

/// The one figure before a place whose name the subject begins with: 市级财政1.8亿元 for 市级财政资金.
fn named(text: &str, figures: &[Figure], at: usize, subject: &str) -> Option<usize> {
    let end = figures.partition_point(|one| one.range.end <= at);
    let called = |number: &usize| {
        let lead = if *number == 0 { "" } else { between(text, figures, *number) };
        let name = lead.trim_start_matches(is_divider).trim_start_matches("其中");
        let name = name.trim_start_matches(is_divider);
        name.chars().nth(2).is_some() && subject.starts_with(name) && adds_up(&figures[*number])
    };
    let mut all = (end.saturating_sub(MOST)..end).filter(called);
    all.next().filter(|_| all.next().is_none())
}

/// How many amounts with a share follow each other, the first behind 其中.
fn items(text: &str, figures: &[Figure], start: usize) -> usize {
    let first = &figures[start];
    if figures[start + 1].measure != Measure::Percent || !adds_up(first) {
        return 0;
    }
    if !between(text, figures, start).contains("其中") {
        return 0;
    }
    let pairs = figures[start..].chunks_exact(2).enumerate();
    let fits = |(number, pair): &(usize, &[Figure])| {
        let at = start + 2 * number;
        let lead = between(text, figures, at);
        // 94.5万件，占75%，比上年（78.4万件，占70%）提高5个百分点: the other share is of the whole of that year.
        let other = lead.contains("其中") || lead.contains(['比', '较']);
        let listed = *number == 0 || (lead.starts_with(is_divider) && !other);
        let like = pair[0].is_like(first) && pair[0].word == first.word;
        listed && like && pair[1].measure == Measure::Percent && is_share(text, figures, at + 1)
    };
    pairs.take_while(fits).count()
}

pub(super) fn is_divider(c: char) -> bool {
    is_mark(c) || matches!(c, '、' | '）' | ')')
}

/// Whether the words before a figure say that it is a share of the whole: 占.
pub fn is_share(text: &str, figures: &[Figure], at: usize) -> bool {
    static WORDS: WordList<11> = WordList::new([
        "占",
        "占比",
        "占比为",
        "占比达",
        "约占",
        "占到",
        "占总数的",
        "占总量的",
        "占总额的",
        "占总投资的",
        "占总投入的",
    ]);
    let lead = between(text, figures, at);
    let words = lead.trim_start_matches(['，', ',', '（', '(']);
    WORDS.contains(words.trim())
}

/// The shares of a group of amounts that begins at a figure and goes to the last one.
fn group(text: &str, figures: &[Figure], start: usize, list: &mut Vec<Share>) {
    let amounts: Vec<&Figure> = figures[start..].iter().step_by(2).collect();
    let first = amounts[0];
    let mut wholes = candidates(text, figures, start);
    wholes.retain(|one| one.is_like(first) && one.word == first.word && adds_up(one));
    let sum = sum(amounts.iter().copied());
    let complete = wholes.iter().find(|one| amounts.len() > 1 && Some(one.value) == sum);
    if let Some(whole) = complete.cloned() {
        wholes = vec![whole];
    }
    // Shares of a whole that is not said.
    let shares = self::sum(figures[start..].iter().skip(1).step_by(2));
    if wholes.is_empty() && shares == Some(Decimal::ONE_HUNDRED) {
        return;
    }
    let only = wholes.len() == 1 && Some(wholes[0].value) == sum;
    for (number, pair) in figures[start..].chunks_exact(2).enumerate() {
        // 老年人48万人，占24%，失能老人4万人，占8.3%: a share of what was named before.
        let near = amounts[..number].iter().rev().take(MOST);
        let before = near.map(|one| (*one).clone());
        let before: Vec<Figure> = if only { Vec::new() } else { before.collect() };
        let wholes: Vec<Figure> = wholes.iter().cloned().chain(before).collect();
        if !wholes.is_empty() {
            list.push(Share { part: pair[0].clone(), share: pair[1].clone(), wholes });
        }
    }
}

/// The figures before 其中 in its sentence, or else in the one before; the nearest first.
fn candidates(text: &str, figures: &[Figure], start: usize) -> Vec<Figure> {
    let before = tail(text, figures[start].range.start);
    let from = figures[start].range.start - before.len();
    let Some(at) = before.rfind("其中") else { return Vec::new() };
    let among = from + at;
    let mut ends = before[..at].char_indices().rev().filter(|(_, c)| ends_sentence(*c));
    let mut since = || -> Vec<Figure> {
        let from = from + ends.next().map_or(0, |(at, _)| at);
        let ahead = figures[..start].iter().enumerate().rev();
        let ahead = ahead.skip_while(|(_, one)| one.range.end > among);
        let ahead = ahead.take_while(|(_, one)| one.range.start >= from).take(MOST);
        let whole =
            |(at, one): (usize, &Figure)| (!is_in_list(&figures[..start], at)).then(|| one.clone());
        ahead.filter_map(whole).collect()
    };
    Some(since()).filter(|own| !own.is_empty()).unwrap_or_else(since)
}
