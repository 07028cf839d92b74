//! In: a text and its figures. Out: what one of many costs, and what all of them cost: 三年共4000户。每户平均4000元，三年共需
//! 1600万元.

use crate::language::numeral::chinese_at;
use crate::language::{WordList, ascii_digit};
use crate::parity::quantity::Measure;

use super::Said;
use super::figure::Figure;
use super::sentences::{ends_sentence, is_mark, last_piece};

/// So many numbers before a price are looked at.
const MOST: usize = 12;

/// What one of many costs, and what all cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    pub each: Figure,
    pub sum: Figure,
    /// How many there may be, the nearest number first.
    pub numbers: Vec<Figure>,
    /// Whether the price is what the sum makes for each: 总投资5280万元，平均每平方米5500元.
    pub average: bool,
}

/// What is given in each of some years, and in all of them: 每年安排1.2亿元，五年共安排6亿元.
#[derive(Clone, Debug, PartialEq)]
pub struct YearlySum {
    pub each: Figure,
    pub years: u32,
    pub sum: Figure,
}

/// Reads every price of a text.
pub fn read(text: &str, figures: &[Figure], said: &mut Said) {
    let list = &mut said.prices;
    for (at, pair) in figures.windows(2).enumerate() {
        said.yearly.extend(yearly(text, figures, at));
        let money = matches!(pair[0].measure, Measure::Money(_)) && pair[1].is_like(&pair[0]);
        if money {
            list.extend(average(text, figures, at));
        }
        if !money || !is_total(text.get(pair[0].range.end..pair[1].range.start)) {
            continue;
        }
        let start = at.checked_sub(1).map_or(0, |before| figures[before].range.end);
        let Some(each) = text.get(start..pair[0].range.start).and_then(each) else { continue };
        let thing = thing(&text[start..pair[0].range.start], each);
        let counts = |one: &&Figure| {
            counts(text, one, each) && thing.is_none_or(|thing| is_near(text, one, thing))
        };
        let numbers: Vec<Figure> =
            figures[..at].iter().rev().take(MOST).filter(counts).cloned().collect();
        if !numbers.is_empty() {
            let (each, sum) = (pair[0].clone(), pair[1].clone());
            list.push(Price { each, sum, numbers, average: false });
        }
    }
}

/// The sum at a place, and what it makes for each of those counted before: 9600平方米…总投资5280万元，平均每平方米5500元.
fn average(text: &str, figures: &[Figure], at: usize) -> Option<Price> {
    static LEADS: WordList<2> = WordList::new(["平均每", "均每"]);
    static BEHIND: WordList<7> = WordList::new(["投资", "造价", "约为", "需", "约", "为", "达"]);
    let (sum, each) = (&figures[at], &figures[at + 1]);
    let between = text.get(sum.range.end..each.range.start)?.trim_start_matches(is_mark);
    let unit = &between[LEADS.beginning(between)?.len()..];
    // Of what is paid again and again, or to some only, the sum is another.
    let plain = BEHIND.ending(unit).map_or(unit, |word| &unit[..unit.len() - word.len()]);
    let numbers: Vec<Figure> = figures[..at]
        .iter()
        .rev()
        .take(MOST)
        .filter(|one| is_unit(text, one, plain))
        .cloned()
        .collect();
    let (each, sum) = (each.clone(), sum.clone());
    (!numbers.is_empty()).then_some(Price { each, sum, numbers, average: true })
}

/// Whether a figure counts just this.
fn is_unit(text: &str, figure: &Figure, unit: &str) -> bool {
    !unit.is_empty() && counts(text, figure, unit) && text[figure.range.clone()].ends_with(unit)
}

/// The figure of a year, and the sum behind it.
fn yearly(text: &str, figures: &[Figure], at: usize) -> Option<YearlySum> {
    let (each, sum) = (&figures[at], &figures[at + 1]);
    let between = text.get(each.range.end..sum.range.start)?;
    if !sum.is_like(each) || sum.word != each.word || !is_total(Some(between)) {
        return None;
    }
    let (years, length) = chinese_at(between.trim_start_matches(is_mark), 3)?;
    let named = between.trim_start_matches(is_mark)[length..].starts_with('年');
    let start = at.checked_sub(1).map_or(0, |before| figures[before].range.end);
    let lead = text.get(start..each.range.start)?;
    let lead = last_piece(lead);
    // 每人每年补助18000元 is not what all get in a year.
    let every = lead.contains("每年") && lead.matches('每').count() == 1;
    (named && every && years > 1).then(|| YearlySum { each: each.clone(), years, sum: sum.clone() })
}

/// The words from 每 to the price: 户改造费用平均.
fn each(lead: &str) -> Option<&str> {
    // What is paid again and again has another sum.
    static AGAIN: WordList<9> =
        WordList::new(["年", "月", "日", "天", "次", "期", "季", "周", "小时"]);
    let mark = last_piece(lead);
    let at = mark.find('每')? + '每'.len_utf8();
    let words = &mark[at..];
    let again = AGAIN.beginning(words).is_some();
    (!again && !words.contains('每')).then_some(words)
}

/// What costs so much each, of a price of what 个 counts, which may be anything: 新增托位每个补助, 每个托位补助.
fn thing<'t>(lead: &'t str, each: &'t str) -> Option<&'t str> {
    /// Of a name, two characters tell enough.
    const TWO: usize = 2 * '位'.len_utf8();
    static GIVES: WordList<8> =
        WordList::new(["补助", "补贴", "奖励", "投资", "给予", "平均", "需要", "造价"]);
    let words = each.strip_prefix('个')?;
    let two = |text: &'t str, at: usize| text.get(at..at + TWO);
    if words.is_empty() || GIVES.beginning(words).is_some() {
        let before = lead.rfind('每').map(|at| &lead[..at])?;
        return before
            .len()
            .checked_sub(TWO)
            .and_then(|at| two(before, at))
            .filter(|two| is_word(two));
    }
    let end = GIVES.find(words, 0).map_or(words.len(), |(at, _)| at);
    end.checked_sub(TWO).and_then(|at| two(words, at)).filter(|two| is_word(two))
}

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() && ascii_digit(c).is_none())
}

/// Whether a figure counts what is called so: the name stands right behind it, or in front.
fn is_near(text: &str, figure: &Figure, thing: &str) -> bool {
    const FAR: usize = 24;
    let behind = &text[figure.range.end..text.floor_char_boundary(figure.range.end + FAR)];
    let before =
        &text[text.floor_char_boundary(figure.range.start.saturating_sub(FAR))..figure.range.start];
    let piece = |text: &str| text.find(is_mark).unwrap_or(text.len());
    behind[..piece(behind)].contains(thing) || last_piece(before).contains(thing)
}

/// Whether the words between two figures say that the second one is the sum: ，三年共需.
fn is_total(between: Option<&str>) -> bool {
    static WORDS: WordList<8> =
        WordList::new(["总共", "一共", "合计", "共计", "总计", "共需", "共", "总"]);
    let piece = between.unwrap_or("");
    let words = piece.trim_start_matches(is_mark);
    let time = words.find('年').filter(|at| *at <= '五'.len_utf8()).map(|at| at + '年'.len_utf8());
    let words = &words[time.unwrap_or(0)..];
    let short = words.chars().count() <= 10 && !words.contains(is_mark);
    words.len() < piece.len()
        && !piece.contains(ends_sentence)
        && short
        && !words.contains(['比', '占', '每'])
        && WORDS.beginning(words).is_some()
}

/// Whether a figure counts what each of costs so much: 4000户 and 户….
fn counts(text: &str, figure: &Figure, each: &str) -> bool {
    if !matches!(figure.measure, Measure::Count | Measure::Occasions | Measure::Unit(_)) {
        return false;
    }
    let rest = &text[figure.range.start..];
    let Some(digits) = rest.find(|c| ascii_digit(c).is_some()) else { return false };
    let number = |c: char| ascii_digit(c).is_some() || ".,万亿千百多余".contains(c);
    let behind = rest[digits..].trim_start_matches(number);
    let unit = figure.word.map_or_else(
        || {
            let end = figure.range.end.saturating_sub(text.len() - behind.len());
            behind.get(..end).filter(|unit| !unit.is_empty())
        },
        Some,
    );
    let unit = unit.or_else(|| behind.chars().next().map(|c| &behind[..c.len_utf8()]));
    unit.is_some_and(|unit| each.starts_with(unit))
}
