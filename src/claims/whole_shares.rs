//! In: a text and its figures. Out: amounts whose share is said in other ways than right behind them: 甲54.7亿元、乙85.8亿元，
//! 分别占39%、61%; 48万亩，占灌溉面积82万亩的58.5%; 清偿60%，即1.44亿元; and sources of money that make 100% together.

use rust_decimal::Decimal;

use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::{Figure, between, sum};
use super::parts::adds_up;
use super::rates::is_step_between;
use super::sentences::{ends_sentence, is_mark, last_piece, tail};
use super::shares::Share;
use super::words::{FALL, RISE};

/// So many figures before a share are looked at.
const MOST: usize = 12;

/// Reads every share of a text.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    for at in 1..figures.len() {
        if figures[at].measure == Measure::Percent {
            in_turn(text, figures, at, list);
            of_named(text, figures, at, list);
            that_is(text, figures, at, list);
        }
    }
    sources(text, figures, list);
}

/// 分别占28.5%、44.7%和26.8% behind as many amounts.
fn in_turn(text: &str, figures: &[Figure], at: usize, list: &mut Vec<Share>) {
    let lead = between(text, figures, at);
    let words = lead.trim_start_matches(is_mark);
    let words = words.trim_start_matches(['各', '所']);
    let led =
        ["分别占", "占比分别为", "比重分别为", "分别约占", "占比分别是", "占总数的比重分别为"];
    if words.len() == lead.len() || !led.contains(&words) {
        return;
    }
    let joint = |at: &usize| is_joined(text, figures, *at);
    let shares =
        at..(at + 1..figures.len()).take_while(joint).last().map_or(at + 1, |last| last + 1);
    let number = shares.len();
    let Some(start) = at.checked_sub(number).filter(|start| *start > 0 && number > 1) else {
        return;
    };
    let amounts = &figures[start..at];
    let like =
        |one: &Figure| one.is_like(&amounts[0]) && one.word == amounts[0].word && adds_up(one);
    let follow = (start + 1..at).all(|at| {
        let lead = between(text, figures, at);
        lead.starts_with(|c| is_mark(c) || "、和与及".contains(c)) && !lead.contains(ends_sentence)
    });
    if !amounts.iter().all(like) || !follow {
        return;
    }
    let percent = |one: &Figure| one.measure == Measure::Percent;
    if !figures[shares.clone()].iter().all(percent) {
        return;
    }
    let mut wholes = before(text, figures, start);
    wholes.retain(|one| like(one));
    // A whole is no less than its parts.
    let most = amounts.iter().map(|one| one.value).max().unwrap_or_default();
    wholes.retain(|one| one.value > most);
    if wholes.is_empty() {
        return;
    }
    for (part, share) in amounts.iter().zip(&figures[shares]) {
        list.push(Share { part: part.clone(), share: share.clone(), wholes: wholes.clone() });
    }
}

/// 48万亩，占灌溉面积82万亩的58.5%; 由36万亩增加到48万亩，占灌溉面积82万亩的比重由43.9%提高到58.5%.
fn of_named(text: &str, figures: &[Figure], at: usize, list: &mut Vec<Share>) {
    let Some([part, whole]) = at.checked_sub(2).map(|start| [&figures[start], &figures[start + 1]])
    else {
        return;
    };
    let lead = between(text, figures, at - 1);
    let words = lead.trim_start_matches(is_mark);
    let of = words.starts_with('占') && words.len() < lead.len() && !words.contains(is_mark);
    if !of || !part.is_like(whole) || part.word != whole.word || !adds_up(whole) {
        return;
    }
    let made = |part: &Figure, share: &Figure| Share {
        part: part.clone(),
        share: share.clone(),
        wholes: vec![whole.clone()],
    };
    let link = between(text, figures, at);
    if matches!(link, "的" | "的比重为" | "的比例为" | "的比重达到" | "的比例达到")
    {
        list.push(made(part, &figures[at]));
        return;
    }
    if !matches!(link, "的比重由" | "的比例由" | "的比重从" | "的比例从") || at < 3
    {
        return;
    }
    let Some(later) = figures.get(at + 1).filter(|one| one.measure == Measure::Percent) else {
        return;
    };
    let first = &figures[at - 3];
    let step = first.is_like(part)
        && is_step_between(text, first, part)
        && is_step_between(text, &figures[at], later);
    if step {
        list.push(made(first, &figures[at]));
        list.push(made(part, later));
    }
}

/// 清偿60%，即1.44亿元 of a sum that was named before.
fn that_is(text: &str, figures: &[Figure], at: usize, list: &mut Vec<Share>) {
    let share = &figures[at];
    // 分别为50%和75%，即240个和360个: the amounts are those of all shares in turn.
    if figures[at - 1].measure == Measure::Percent && is_joined(text, figures, at) {
        return;
    }
    let Some(part) = figures.get(at + 1).filter(|one| adds_up(one)) else { return };
    let link =
        between(text, figures, at + 1).trim_start_matches(['以', '上', '下', '内', '左', '右']);
    let lead = between(text, figures, at);
    let words = last_piece(lead);
    // 增长60%，即1.44亿元 may be how much there is afterwards.
    let grows = RISE.is_in(words) || FALL.is_in(words);
    if !matches!(link, "，即" | "即" | "，也就是" | "（即" | "，计" | "，约") || grows
    {
        return;
    }
    let exact = |one: &Figure| one.bound == Bound::Exactly;
    let mut wholes = before(text, figures, at);
    wholes.retain(|one| one.is_like(part) && one.word == part.word && exact(one));
    // 市级承担60%，即3.39亿元，县（区）承担40%，即2.26亿元: both are parts of what was named before.
    let sibling = at.checked_sub(2).filter(|before| figures[*before].measure == Measure::Percent);
    let sibling = sibling.map(|before| figures[before + 1].range.start);
    wholes.retain(|one| Some(one.range.start) != sibling);
    let near = |whole: &Figure| {
        let is = whole
            .value
            .checked_mul(share.value)
            .and_then(|one| one.checked_div(Decimal::ONE_HUNDRED));
        is.is_some_and(|is| is_near(is, part.value))
    };
    // Of what is much more or much less, something else is the whole.
    if exact(share) && exact(part) && wholes.iter().any(near) {
        list.push(Share { part: part.clone(), share: share.clone(), wholes });
    }
}

/// Whether nothing but a joint stands between a figure and the one before.
fn is_joined(text: &str, figures: &[Figure], at: usize) -> bool {
    matches!(between(text, figures, at), "、" | "和" | "及" | "与")
}

/// Whether two values are alike but for a slip.
fn is_near(one: Decimal, other: Decimal) -> bool {
    let double = |value: Decimal| value.checked_mul(Decimal::TWO).unwrap_or(value);
    let tenth = |value: Decimal| value.checked_mul(Decimal::TEN).unwrap_or(value);
    (one < double(other) && other < double(one)) || tenth(one) == other || tenth(other) == one
}

/// 市级财政5.4亿元，占30%；县级财政4.5亿元，占25%；… where the shares make 100%: each amount has its share of all of them.
fn sources(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    let mut at = 0;
    while at + 1 < figures.len() {
        let items = run(text, figures, at);
        let pairs: Vec<(&Figure, &Figure)> =
            figures[at..at + 2 * items].chunks_exact(2).map(|pair| (&pair[0], &pair[1])).collect();
        if items > 2
            && let Some((part, share, whole)) = odd_one(&pairs)
            && !list.iter().any(|one| one.share.range == share.range)
        {
            list.push(Share { part: part.clone(), share: share.clone(), wholes: vec![whole] });
        }
        at += (2 * items).max(1);
    }
}

/// How many amounts follow each other, each with its share right behind it.
fn run(text: &str, figures: &[Figure], start: usize) -> usize {
    let first = &figures[start];
    let fits = |(number, pair): &(usize, &[Figure])| {
        let at = start + 2 * number;
        let lead = between(text, figures, at);
        let follows = *number == 0 || lead.starts_with(is_mark);
        let like = pair[0].is_like(first) && pair[0].word == first.word && adds_up(first);
        let share = between(text, figures, at + 1);
        let exact = pair.iter().all(|one| one.bound == Bound::Exactly);
        let plain =
            !["其中", "各", "每", "比"].iter().any(|word| *number > 0 && lead.contains(word));
        follows
            && like
            && exact
            && plain
            && matches!(share, "，占" | "（占" | "、占" | "，占比")
            && pair[1].measure == Measure::Percent
    };
    figures[start..].chunks_exact(2).enumerate().take(MOST).take_while(fits).count()
}

/// The one amount that does not have its share of all, where the others agree on how much that is; with the whole.
fn odd_one<'f>(pairs: &[(&'f Figure, &'f Figure)]) -> Option<(&'f Figure, &'f Figure, Figure)> {
    let shares = sum(pairs.iter().map(|(_, share)| *share))?;
    if (shares - Decimal::ONE_HUNDRED).abs() > Decimal::new(2, 1) {
        return None;
    }
    let odd = (0..pairs.len()).filter_map(|at| Some((at, is_odd(pairs, at)?)));
    let [(at, value)] = odd.collect::<Vec<_>>()[..] else { return None };
    let (part, share) = pairs[at];
    Some((part, share, Figure { value, ..part.clone() }))
}

/// What all amounts make by the others, where those agree and this one does not.
fn is_odd(pairs: &[(&Figure, &Figure)], at: usize) -> Option<Decimal> {
    let others =
        || pairs.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, one)| one);
    let amounts = sum(others().map(|(part, _)| *part))?;
    let shares = sum(others().map(|(_, share)| *share))?;
    let whole = amounts.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(shares)?;
    let fits = |(part, share): &(&Figure, &Figure)| {
        let is = part.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        Some((is - share.value).abs() <= Decimal::new(15, 1 + share.value.scale()))
    };
    let agree = others().all(|one| fits(one) == Some(true));
    (agree && fits(&pairs[at]) == Some(false)).then_some(whole.round_dp(4))
}

/// The figures before a place, in its sentence or else in the one before; the nearest first.
fn before(text: &str, figures: &[Figure], start: usize) -> Vec<Figure> {
    let words = tail(text, figures[start].range.start);
    let from = figures[start].range.start - words.len();
    let ends: Vec<usize> = words.match_indices('。').map(|(at, _)| from + at).collect();
    let since = ends.len().checked_sub(1).map_or(from, |last| ends[last]);
    let ahead = figures[..start].iter().rev();
    ahead.take_while(|one| one.range.start >= since).take(MOST).cloned().collect()
}
