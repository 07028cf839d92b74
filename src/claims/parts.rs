//! In: a sentence and the figures of the one before. Out: wholes with their parts: 共, 合计, 其中.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::WordList;
use crate::parity::quantity::Measure;

use super::figure::{Figure, is_in_list, sum};
use super::sentences::{is_mark, last_piece};
use super::{Extent, Whole};

/// What has more parts is no sentence that somebody adds up.
const MOST_PARTS: usize = 60;

/// Reads the wholes of a sentence. `before` are the figures of the sentence before, in their places in the text.
pub fn read(
    (text, range): (&str, Range<usize>),
    figures: &[Figure],
    before: &[Figure],
    list: &mut Vec<Whole>,
) {
    let sentence = &text[range];
    let behind = |one: &Figure| {
        let text = if one.placed { text } else { sentence };
        text.get(one.range.end..).unwrap_or("")
    };
    totals(sentence, figures, list);
    let Some(at) = sentence.find("其中") else { return };
    let place = figures.partition_point(|one| one.range.start < at);
    let (ahead, later) = figures.split_at(place);
    let inner = at + "其中".len();
    let rest = sentence[inner..].trim_start_matches(['，', ',', '：', ':']);
    let start = sentence.len() - rest.len();
    let end = rest.find(is_mark).map_or(sentence.len(), |mark| start + mark);
    let wholes = if ahead.is_empty() { before } else { ahead };
    listed(sentence, wholes, later, list);
    for part in later.iter().take_while(|one| one.range.end <= end) {
        // 平均每18平方公里1个，其中城东区每14平方公里1个
        let rate = |one: &Figure| !ahead.is_empty() && sentence[..one.range.start].ends_with('每');
        let like = |whole: &&Figure| {
            let counts_alike = whole.is_like(part) && whole.word == part.word;
            adds_up(whole)
                && counts_alike
                && !rate(whole)
                && !other_places(behind(whole), behind(part))
        };
        // Nobody knows which of several figures is the whole; what is more than the largest is more than any.
        let largest = wholes.iter().enumerate().filter(|(_, one)| like(one));
        let largest = largest.max_by_key(|(_, one)| one.value);
        if let Some((_, whole)) = largest.filter(|(at, _)| !is_in_list(wholes, *at)) {
            list.push(Whole {
                whole: whole.clone(),
                parts: vec![part.clone()],
                extent: Extent::Some,
                years: None,
                names: Vec::new(),
            });
        }
    }
}

/// Whether a part counts other places than the whole, with the same word, as 126个村 beside 36个乡镇 does; by what stands behind
/// the two.
fn other_places(whole: &str, part: &str) -> bool {
    static PLACES: WordList<9> =
        WordList::new(["乡镇", "街道", "村", "社区", "小区", "县", "区", "市", "园区"]);
    let places = PLACES.beginning(whole).zip(PLACES.beginning(part));
    places.is_some_and(|(one, other)| one != other)
}

/// 投入5.4亿元，其中省级补助1.2亿元，市级财政1.8亿元，社会资本2.4亿元: the rest of the sentence is a list of parts.
fn listed(sentence: &str, wholes: &[Figure], parts: &[Figure], list: &mut Vec<Whole>) {
    let Some(whole) = wholes.last().filter(|one| adds_up(one)) else { return };
    let like = |one: &Figure| one.is_like(whole) && one.word == whole.word;
    let follows = |pair: &[Figure]| {
        let between = sentence.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        between.starts_with(|c| is_mark(c) || c == '、') && between.matches(is_mark).count() <= 1
    };
    // 2028年80万平方米，年均70万平方米，比上年增加40万平方米: these are no parts.
    // 其中2026年1.3亿元、2027年1.5亿元、2028年1.7亿元，共需贴息900万元, either.
    static OTHER: WordList<9> =
        WordList::new(["年均", "平均", "人均", "户均", "比", "较", "共", "合计", "总计"]);
    let led = |pair: &[Figure]| {
        let lead = sentence.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        let words = lead.trim_start_matches(|c| is_mark(c) || c == '、');
        OTHER.beginning(words).is_some()
    };
    let end = parts.windows(2).position(led).map_or(parts.len(), |last| last + 1);
    let parts = &parts[..end];
    let several = (3..=MOST_PARTS).contains(&parts.len());
    if several && parts.iter().all(like) && parts.windows(2).all(follows) {
        // 三年建设120万平方米，2026年30万平方米…；其中: the parts may be those of an earlier figure.
        let sum = sum(parts);
        let earlier = wholes.iter().find(|one| like(one) && Some(one.value) == sum);
        let (whole, parts) = (earlier.unwrap_or(whole).clone(), parts.to_vec());
        list.push(Whole { whole, parts, extent: Extent::Listed, years: None, names: Vec::new() });
    }
}

/// 48家和52家，共100家
fn totals(sentence: &str, figures: &[Figure], list: &mut Vec<Whole>) {
    static WORDS: WordList<8> =
        WordList::new(["总共", "合计", "共计", "总计", "共有", "共", "合计达到", "共计达到"]);
    for (at, whole) in figures.iter().enumerate().take(MOST_PARTS + 1).skip(2) {
        let lead = &sentence[figures[at - 1].range.end.min(whole.range.start)..whole.range.start];
        let word = lead.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
        if word.len() == lead.len() || !WORDS.contains(word) {
            continue;
        }
        let Some(parts) = summands(sentence, &figures[..at]) else { continue };
        let alike = parts.iter().all(|one| one.is_like(whole) && one.word == whole.word);
        if adds_up(whole) && alike && parts.len() > 1 && may_sum(parts, whole) {
            let parts = parts.to_vec();
            list.push(Whole {
                whole: whole.clone(),
                parts,
                extent: Extent::All,
                years: None,
                names: Vec::new(),
            });
        }
    }
}

/// Whether the whole may be meant as the sum of the parts: 标准分别为300元和200元，共5万元 is what it costs for many. A nought too
/// many or too few is a slip.
fn may_sum(parts: &[Figure], whole: &Figure) -> bool {
    let sum = sum(parts);
    let times = |one: Decimal, by: Decimal| one.checked_mul(by).unwrap_or(Decimal::MAX);
    sum.is_some_and(|sum| {
        let (small, large) =
            if sum < whole.value { (sum, whole.value) } else { (whole.value, sum) };
        times(small, Decimal::TWO) >= large || times(small, Decimal::TEN) == large
    })
}

/// The figures before a sum that it can be the sum of: those behind 分别, where everything before is said of each one
/// (每平方米补助60元…，分别需要2.5亿元和0.5亿元). `None` where nobody knows: 340套，其中每处1套，共68套.
fn summands<'f>(sentence: &str, figures: &'f [Figure]) -> Option<&'f [Figure]> {
    let end = figures.last()?.range.start;
    if sentence[..end].contains("其中") {
        return None;
    }
    let each = |at: usize| {
        let start = at.checked_sub(1).map_or(0, |before| figures[before].range.end);
        let words = sentence.get(start..figures[at].range.end).unwrap_or("");
        let piece = last_piece(words);
        piece.contains(['每', '各', '均'])
    };
    let in_turn = sentence[..end].rfind("分别");
    let first = in_turn.map_or(0, |word| figures.partition_point(|one| one.range.start < word));
    let first = if (0..first).all(each) { first } else { 0 };
    (!(first..figures.len()).any(each)).then(|| &figures[first..])
}

/// Shares of different things do not add up.
pub fn adds_up(figure: &Figure) -> bool {
    let amount = matches!(
        figure.measure,
        Measure::Count | Measure::Occasions | Measure::Money(_) | Measure::Unit(_)
    );
    amount && !figure.per
}
