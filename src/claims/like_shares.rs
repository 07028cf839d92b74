//! In: a text and its figures. Out: the one share of several that is of another whole than all the others: 351公顷，占65%；
//! 108公顷，占25%；81公顷，占15%, and 60%，即10.8万元；40%，即7.8万元. The whole itself need not be said.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use crate::language::WordList;
use crate::model::quantity::Bound;
use crate::parity::quantity::Measure;

use super::figure::{Figure, between, sum};
use super::parts::adds_up;
use super::sentences::tail;
use super::shares::{Share, is_share};

/// So many figures may stand between one amount with its share and the next, as in 81公顷（1215亩）.
const BETWEEN: usize = 2;

/// What has more shares is a table.
const LONGEST: usize = 30;

/// So many figures before the list are looked at: the odd share may be one of them.
const MOST: usize = 12;

/// An amount with its share.
struct Pair<'f> {
    part: &'f Figure,
    share: &'f Figure,
    /// The least and the most that the whole may be, however both were rounded.
    whole: (Decimal, Decimal),
}

/// Reads every list of amounts with shares.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    let known: FxHashSet<usize> = list.iter().map(|one| one.part.range.start).collect();
    let mut at = 0;
    while at + 1 < figures.len() {
        let (pairs, next) = pairs(text, figures, at);
        let near = &figures[at.saturating_sub(MOST)..next];
        let odd = odd(text, &pairs, near).or_else(|| of_whole(&pairs, near));
        list.extend(odd.filter(|one| !known.contains(&one.part.range.start)));
        at = next.max(at + 1);
    }
}

/// The amounts with shares that follow each other from a figure on, and the figure behind them.
fn pairs<'f>(text: &str, figures: &'f [Figure], start: usize) -> (Vec<Pair<'f>>, usize) {
    let mut pairs: Vec<Pair<'f>> = Vec::new();
    let mut end = start;
    let mut at = start;
    while at + 1 < figures.len() && at <= end + BETWEEN && pairs.len() < LONGEST {
        let Some(pair) = pair(text, figures, at) else {
            at += 1;
            continue;
        };
        let like =
            |first: &Pair<'_>| pair.part.is_like(first.part) && pair.part.word == first.part.word;
        // A new sentence may go on with the list, a new paragraph does not.
        let apart = pairs.last().is_some_and(|last| {
            let end = last.part.range.end.max(last.share.range.end);
            text.get(end..pair.part.range.start).is_none_or(|between| between.contains('\n'))
        });
        if pairs.first().is_some_and(|first| !like(first)) || apart {
            break;
        }
        let last_end = pair.part.range.end.max(pair.share.range.end);
        pairs.push(pair);
        at = figures.partition_point(|one| one.range.end <= last_end);
        end = at;
    }
    (pairs, end)
}

/// 351公顷，占65%, or 60%，即10.8万元
fn pair<'f>(text: &str, figures: &'f [Figure], at: usize) -> Option<Pair<'f>> {
    let (first, second) = (&figures[at], &figures[at + 1]);
    let lead = between(text, figures, at + 1);
    let bracketed = || {
        let behind = figures.get(at + 2).map(|_| between(text, figures, at + 2));
        lead == "（" && matches!(behind, Some("），占" | "），约占"))
    };
    let (part, share) = if bracketed() {
        // 81公顷（1215亩），占15%
        (first, &figures[at + 2])
    } else if second.measure == Measure::Percent && is_share(text, figures, at + 1) {
        (first, second)
    } else if first.measure == Measure::Percent && matches!(lead, "，即" | "（即" | "，为") {
        (second, first)
    } else {
        return None;
    };
    // 比上年（78.4万件，占70%）提高: a share of another year.
    if between(text, figures, at).contains(['比', '较']) {
        return None;
    }
    let exact = part.bound == Bound::Exactly && share.bound == Bound::Exactly;
    if !exact || !adds_up(part) {
        return None;
    }
    let last_place = |figure: &Figure| figure.last_place(&text[figure.range.clone()]);
    let of_part = last_place(part).checked_div(Decimal::TWO)?;
    let of_share = last_place(share);
    let least = whole(part.value.checked_sub(of_part)?, share.value.checked_add(of_share)?)?;
    let most = whole(part.value.checked_add(of_part)?, share.value.checked_sub(of_share)?)?;
    Some(Pair { part, share, whole: (least, most) })
}

/// The whole of which a part has a share in per cent.
fn whole(part: Decimal, share: Decimal) -> Option<Decimal> {
    let positive = part > Decimal::ZERO && share > Decimal::ZERO;
    positive.then(|| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share))?
}

/// How a text says that one amount is paid in two parts.
static IN_TWO: WordList<8> =
    WordList::new(["分两次", "分两期", "分两笔", "分两批", "分2次", "分2期", "分两步", "分两年"]);

/// The share that does not fit to the others, which all fit to each other; of the two parts of one payment, the second.
fn odd(text: &str, pairs: &[Pair<'_>], figures: &[Figure]) -> Option<Share> {
    let others = |without: usize| {
        let others = pairs.iter().enumerate().filter(|(at, _)| *at != without);
        let (least, most) = others
            .map(|(_, one)| one.whole)
            .reduce(|one, other| (one.0.max(other.0), one.1.min(other.1)))?;
        (least <= most).then_some((least, most))
    };
    let outside = |one: &Pair<'_>, (least, most): (Decimal, Decimal)| {
        one.whole.1 < least || one.whole.0 > most
    };
    let mut may_be = match pairs {
        [first, second] => {
            let all = sum([first.share, second.share]) == Some(Decimal::ONE_HUNDRED);
            let that_is = second.share.range.end <= second.part.range.start;
            let before = tail(text, first.share.range.start);
            let in_two = IN_TWO.is_in(before);
            (all && that_is && in_two).then_some(1..2)?
        }
        _ if pairs.len() > 2 => 0..pairs.len(),
        _ => return None,
    };
    let odd = |at| Some((at, others(at)?)).filter(|(at, whole)| outside(&pairs[*at], *whole));
    let (at, (least, most)) = may_be.find_map(odd)?;
    let one = &pairs[at];
    // 老年人48万人，占24%，失能老人4万人，占8.3%: a share of what was named before.
    let of_other = |figure: &Figure| {
        figure.is_like(one.part) && (one.whole.0..=one.whole.1).contains(&figure.value)
    };
    if figures.iter().any(of_other) {
        return None;
    }
    let first = &pairs[usize::from(at == 0)];
    let value = whole(first.part.value, first.share.value)?;
    let near =
        |figure: &&Figure| figure.is_like(first.part) && (least..=most).contains(&figure.value);
    let said = figures.iter().find(near).map(|figure| figure.value);
    let all = Figure { value: said.unwrap_or(value.round_dp(4).normalize()), ..first.part.clone() };
    Some(Share { part: one.part.clone(), share: one.share.clone(), wholes: vec![all] })
}

/// 共需资金5.94亿元，中央占20%，为1.188亿元；省级占10%，为5940万元；县级占40%，为2.476亿元: the share that does not fit to the
/// whole of all others.
fn of_whole(pairs: &[Pair<'_>], figures: &[Figure]) -> Option<Share> {
    let that_is = |one: &Pair<'_>| one.share.range.end <= one.part.range.start;
    if pairs.len() < 3 || !pairs.iter().all(that_is) {
        return None;
    }
    let first = pairs[0].part;
    let before = figures.iter().filter(|one| one.range.end <= pairs[0].share.range.start);
    let like = |one: &&Figure| one.is_like(first) && one.bound == Bound::Exactly;
    let unlike = |one: &Figure| {
        let fits = |pair: &&Pair<'_>| !(pair.whole.0..=pair.whole.1).contains(&one.value);
        pairs.iter().filter(fits).count()
    };
    let whole = before.filter(like).find(|one| unlike(one) <= 1)?;
    let odd = |pair: &&Pair<'_>| !(pair.whole.0..=pair.whole.1).contains(&whole.value);
    let pair = pairs.iter().find(odd)?;
    let wholes = vec![whole.clone()];
    Some(Share { part: pair.part.clone(), share: pair.share.clone(), wholes })
}

#[cfg(test)]
mod tests {
    use crate::claims::figure::figures;

    use super::read;

    fn found(text: &str) -> Vec<&str> {
        let mut list = Vec::new();
        read(text, &figures(text), &mut list);
        list.into_iter().map(|one| &text[one.share.range]).collect()
    }

    #[test]
    fn one_of_several() {
        for (text, odd) in [
            (
                "复绿造林351公顷，占65%；转型利用108公顷，占25%；复垦耕地81公顷（1215亩），占15%。",
                "25%",
            ),
            (
                "补贴837万元，占52.3%；调解390.4万元，占24.4%；公共服务262.08万元，占14.6%；其他占6.9%。",
                "14.6%",
            ),
            (
                "共需资金5.94亿元。其中，中央占20%，为1.188亿元；省级占10%，为5940万元；市级占30%，为1.782亿元；县级占40%，为2.476亿元。",
                "40%",
            ),
            ("补助分两次拨付：开工后拨付60%，即10.8万元；完工后拨付40%，即7.8万元。", "40%"),
        ] {
            assert_eq!(found(text), [odd], "{text}");
        }
    }

    #[test]
    fn all_of_one_whole_or_of_others() {
        for text in [
            "复绿造林351公顷，占65%；转型利用108公顷，占20%；复垦耕地81公顷（1215亩），占15%。",
            "补助分两次拨付：开工后拨付60%，即10.8万元；完工后拨付40%，即7.2万元。",
            "城区清偿60%，即1.2亿元；县域清偿40%，即0.3亿元，其余以后清偿。其中农户占一半。",
            "老年人48万人，占24%；失能老人4万人，占8.3%；儿童30万人，占15%。",
            "大型企业30家，占约60%；小型企业10家，占50%。",
            "中央3.33亿元，占33%；省级3.33亿元，占33%；市级3.34亿元，占34%。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
