//! In: a text and its figures. Out: shares of a whole that stands right before its part: 330处路口中临河县146处，占44.2%; 检测86.4万人次，
//! 查获5184起，查获率0.6%.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use crate::parity::quantity::Measure;

use super::figure::{Figure, between};
use super::parts::adds_up;
use super::sentences::is_mark;
use super::shares::{Share, is_divider};

/// Reads every such share of a text that is not in the list yet.
pub fn read(text: &str, figures: &[Figure], list: &mut Vec<Share>) {
    let is_found = |at: &usize| {
        figures[*at].measure == Measure::Percent
            && (is_of_those(text, figures, *at) || is_rate(text, figures, *at))
    };
    let found: Vec<usize> = (2..figures.len()).filter(is_found).collect();
    if found.is_empty() {
        return;
    }
    let known: FxHashSet<usize> = list.iter().map(|one| one.share.range.start).collect();
    let new = found.into_iter().filter(|at| !known.contains(&figures[*at].range.start));
    list.extend(new.map(|at| Share {
        part: figures[at - 1].clone(),
        share: figures[at].clone(),
        wholes: vec![figures[at - 2].clone()],
    }));
}

/// 330处路口中临河县146处，占44.2%; 68家医院中，47家实行按病组付费，占69.1%
fn is_of_those(text: &str, figures: &[Figure], at: usize) -> bool {
    /// So long are the words between the two, in characters.
    const LONGEST: usize = 16;
    let (whole, part) = (&figures[at - 2], &figures[at - 1]);
    let alike = part.is_like(whole) && part.word == whole.word && adds_up(whole);
    let lead = between(text, figures, at - 1);
    let Some((things, name)) = lead.split_once('中').filter(|_| alike) else { return false };
    let name = name.strip_prefix('，').unwrap_or(name);
    let divides = |c: char| is_divider(c) || matches!(c, '（' | '(');
    let short = |words: &str| words.chars().count() <= LONGEST && !words.contains(divides);
    // 其中 stands behind the sum of several, and 建成中 is no place within.
    let said = !things.is_empty() && !things.ends_with('其') && short(things) && short(name);
    let behind = between(text, figures, at);
    let own = behind.strip_suffix("，占").or_else(|| behind.strip_suffix("，占比"));
    said && part.value <= whole.value && own.is_some_and(short)
}

/// 检测86.4万人次，查获酒后驾驶5184起，查获率0.6%: the rate is called after what was done with the part. Where it is far from their
/// ratio, it is another one.
fn is_rate(text: &str, figures: &[Figure], at: usize) -> bool {
    let (whole, part, share) = (&figures[at - 2], &figures[at - 1], &figures[at]);
    let counted = |one: &Figure| matches!(one.measure, Measure::Count | Measure::Occasions);
    if !counted(whole) || !counted(part) || whole.per || part.per || part.value > whole.value {
        return false;
    }
    let behind = between(text, figures, at);
    let name = behind.strip_prefix('，').and_then(|words| words.split_once('率'));
    let Some((verb, "" | "为" | "达" | "达到")) = name else { return false };
    let lead = between(text, figures, at - 1);
    let done = lead.starts_with(is_mark) && lead.trim_start_matches(is_mark).starts_with(verb);
    let one_piece = lead.matches(is_mark).count() == 1;
    done && one_piece && verb.chars().count() == 2 && is_near(part.value, whole.value, share.value)
}

/// Whether a rate is so near to the ratio that a slip of a digit may be all that lies between them.
fn is_near(part: Decimal, whole: Decimal, rate: Decimal) -> bool {
    let ratio = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(whole));
    ratio.is_some_and(|ratio| {
        let tenth = rate.max(ratio) / Decimal::TEN;
        (ratio - rate).abs() <= tenth * Decimal::TWO
    })
}
