//! In: a Chinese text and a place in it. Out: the clauses that are named there: 正文四（二）1至3, 二（三）, 条款1.2,
//! 第1.2条. Notes name clauses in many ways; all of them are the same clause.

use std::ops::Range;

use crate::language::WordList;
use crate::parity::clauses::{between, clause, is_level, level};
use crate::parity::numerals::{self, starts_with_digit};
use crate::parity::quantity::{Quantity, Strength};

/// What stands before the address of a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// 正文四
    Text,
    /// 条款4.2
    Clause,
    /// 第4.2条
    Number,
    /// 四（二）
    Nothing,
}

impl Lead {
    /// What one of `LEADS` leads to.
    fn of(word: &str) -> Self {
        match word {
            "第" => Self::Number,
            "正文" | "正文第" => Self::Text,
            _ => Self::Clause,
        }
    }
}

static LEADS: WordList<5> = WordList::new(["正文第", "正文", "条款第", "条款", "第"]);

/// An address and what is left of the text behind it.
struct Address<'t> {
    levels: Vec<u32>,
    rest: &'t str,
    /// Whether it ends with plain digits, behind which others may follow: 1至3.
    in_digits: bool,
}

/// The clauses, and the bytes from `at` to the end of the last one.
pub fn named(text: &str, at: usize) -> Option<(Vec<Quantity>, usize)> {
    let (word, lead) = lead(&text[..at]).unwrap_or(("", Lead::Nothing));
    let mut last = address(&text[at..], lead)?;
    let strength =
        if lead == Lead::Nothing || (lead == Lead::Number && !starts_with_digit(&text[at..])) {
            // It may be something else.
            Strength::Words
        } else {
            Strength::Digits
        };
    let end = |address: &Address<'_>| text.len() - address.rest.len();
    let mut found = vec![clause(&last.levels, strength, at - word.len()..end(&last))];
    while let Some((next, joint, is_range)) = next(&last, lead) {
        let range: Range<usize> = end(&last) + joint..end(&next);
        if is_range {
            found.extend(between(&last.levels, &next.levels, &range));
        }
        found.push(clause(&next.levels, strength, range));
        last = next;
    }
    Some((found, end(&last) - at))
}

/// The levels of the clause at the beginning of a text behind the name of a document, and its bytes: 四（二）1, 第四部分,
/// 第四章第（二）节.
pub fn behind_document(text: &str) -> Option<(Vec<u32>, usize)> {
    let ranked = text.strip_prefix('第');
    let lead = if ranked.is_some() { Lead::Text } else { Lead::Nothing };
    let address = in_numerals(ranked.unwrap_or(text), lead)?;
    let length = text.len() - address.rest.len();
    let named =
        address.levels.len() > 1 || ["部分", "章"].iter().any(|one| text[..length].ends_with(one));
    named.then_some((address.levels, length))
}

/// Whether the words before a place lead to the address of a clause.
pub fn leads(before: &str) -> bool {
    lead(before).is_some()
}

/// The words that do.
fn lead(before: &str) -> Option<(&'static str, Lead)> {
    LEADS.ending(before).map(|word| (word, Lead::of(word)))
}

/// The address at the beginning of a text.
fn address(text: &str, lead: Lead) -> Option<Address<'_>> {
    if starts_with_digit(text) { dotted(text, lead) } else { in_numerals(text, lead) }
}

/// 4.2.1 behind 条款 or between 第 and 条. Behind 正文, such a number is one of the text: 与正文4.8相符.
fn dotted(text: &str, lead: Lead) -> Option<Address<'_>> {
    if !matches!(lead, Lead::Clause | Lead::Number) {
        return None;
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let written = text[..end].trim_end_matches('.');
    let levels: Vec<u32> = written.split('.').map(level).collect::<Option<_>>()?;
    let rest = &text[written.len()..];
    let address = Address { levels, rest, in_digits: true };
    match lead {
        Lead::Clause if !counts(rest) => Some(address),
        Lead::Number if address.levels.len() > 1 => {
            let rest =
                ["条", "款", "项", "节", "部分"].iter().find_map(|end| rest.strip_prefix(end))?;
            Some(Address { rest, in_digits: false, ..address })
        }
        _ => None,
    }
}

/// 四（二）1, 正文四、（二）1, 正文一2 and 正文一、2, 第四部分第（二）项
fn in_numerals(text: &str, lead: Lead) -> Option<Address<'_>> {
    let (first, mut rest) = numeral(text)?;
    let mut levels = vec![first];
    let mut in_digits = false;
    let may_jump = lead == Lead::Text;
    // 第四部分第（二）项 alone is called by its words in other languages, too.
    if matches!(lead, Lead::Text | Lead::Number) {
        let behind = ["部分", "章"].iter().find_map(|word| rest.strip_prefix(word));
        // 第二部分（二）, but 第二部分 alone is its number.
        let goes_on = |rest: &&str| {
            may_jump || rest.strip_prefix('第').unwrap_or(rest).starts_with(['（', '('])
        };
        rest = behind.filter(goes_on).unwrap_or(rest);
    }
    while let Some((number, plain, behind)) = level_below(rest, levels.len(), may_jump) {
        if plain && in_digits {
            break;
        }
        levels.push(number);
        (rest, in_digits) = (behind, plain);
    }
    let alone = levels.len() == 1;
    // 正文一致, 正文两处, 正文三个附件
    static WORDS: WordList<13> = WordList::new([
        "致", "般", "些", "样", "直", "定", "并", "律", "切", "起", "者", "则", "旦",
    ]);
    let other = text.starts_with(['两', '兩']) || counts(rest) || WORDS.beginning(rest).is_some();
    let is_clause = !alone || (matches!(lead, Lead::Text | Lead::Clause) && !other);
    is_clause.then_some(Address { levels, rest, in_digits })
}

/// The number of the next level, whether it is in plain digits, and what stands behind it.
fn level_below(rest: &str, depth: usize, may_jump: bool) -> Option<(u32, bool, &str)> {
    // 二、（一）2: the mark may stand there as it does in the heading.
    let behind_mark = rest
        .strip_prefix('、')
        .filter(|behind| depth == 1 && (may_jump || behind.starts_with(['（', '('])));
    let inner = behind_mark.unwrap_or(rest);
    let rank = inner.strip_prefix('第');
    if let Some(inner) = rank.unwrap_or(inner).strip_prefix(['（', '(']) {
        // （2） is the fourth level; only a text whose levels jump has it earlier.
        let digits = starts_with_digit(inner);
        let (number, behind) = if digits { plain(inner)? } else { numeral(inner)? };
        let behind = behind.strip_prefix(['）', ')'])?;
        let ranked = rank.and_then(|_| behind.strip_prefix(['项', '款', '条']));
        let fits = !digits || depth > 1 || may_jump;
        return fits.then_some((number, false, ranked.unwrap_or(behind)));
    }
    // 正文一、2: the levels jump from 一、 to 1.
    let (number, behind) = plain(inner).filter(|(_, behind)| !counts(behind))?;
    (depth > 1 || may_jump).then_some((number, true, behind))
}

/// The clause behind a mark or a word that joins it to the last one, the bytes of that, and whether the two are a range.
fn next<'t>(last: &Address<'t>, lead: Lead) -> Option<(Address<'t>, usize, bool)> {
    const JOINTS: [(&str, bool); 13] = [
        ("、", false),
        ("和", false),
        ("与", false),
        ("以及", false),
        ("及", false),
        ("至", true),
        ("到", true),
        ("—", true),
        ("–", true),
        ("-", true),
        ("－", true),
        ("～", true),
        ("~", true),
    ];
    let (joint, is_range) = JOINTS.iter().find(|(joint, _)| last.rest.starts_with(joint))?;
    let rest = &last.rest[joint.len()..];
    let own = LEADS.beginning(rest).map(|word| (word, Lead::of(word)));
    let next = match own {
        Some((word, own)) => address(&rest[word.len()..], own),
        None => sibling(rest, last).or_else(|| another(rest, last, lead)),
    };
    Some((next?, joint.len(), *is_range))
}

/// Only what differs from the last address is written: 四（二）1至3, 四（二）和（三）.
fn sibling<'t>(rest: &'t str, last: &Address<'t>) -> Option<Address<'t>> {
    let (own, above) = last.levels.split_last()?;
    if last.in_digits && !above.is_empty() && starts_with_digit(rest) {
        let (number, rest) = plain(rest).filter(|(_, rest)| !counts(rest))?;
        let levels = [above, &[number]].concat();
        return (number > *own).then_some(Address { levels, rest, in_digits: true });
    }
    if last.levels.len() < 2 || !rest.starts_with(['（', '(']) {
        return None;
    }
    let mut address = Address { levels: vec![last.levels[0]], rest, in_digits: false };
    while let Some((number, plain, rest)) = level_below(address.rest, address.levels.len(), false) {
        address.levels.push(number);
        (address.rest, address.in_digits) = (rest, plain);
    }
    (address.levels.len() > 1).then_some(address)
}

/// A whole address: 正文四（二）2和四（五）, 正文二、三, 条款1.2和1.3
fn another<'t>(rest: &'t str, last: &Address<'t>, lead: Lead) -> Option<Address<'t>> {
    let next = address(rest, lead)?;
    let rises = next.levels.len() > 1 || (last.levels.len() == 1 && next.levels > last.levels);
    rises.then_some(next)
}

/// Chinese numerals that may number a clause, and what stands behind them.
fn numeral(text: &str) -> Option<(u32, &str)> {
    let read = numerals::chinese(text)?;
    let number = u32::try_from(read.value).ok().filter(|number| is_level(*number))?;
    Some((number, &text[read.length..]))
}

/// The same in digits: a whole number of no more than two.
fn plain(text: &str) -> Option<(u32, &str)> {
    let read = numerals::digits(text).filter(|read| read.value.scale() == 0)?;
    let number = u32::try_from(read.value).ok().filter(|number| is_level(*number))?;
    Some((number, &text[read.length..]))
}

/// Whether a number in front of a text counts or measures something: 2018年, 5家.
fn counts(rest: &str) -> bool {
    const WORDS: &str = "个家项件名人户台套所座篇次场批处类种辆张笔位级倍年月日号天周时%％‰十百千万亿元吨亩公平多余";
    // 二（一）3所列的项目
    static THAT: WordList<8> =
        WordList::new(["所列", "所述", "所指", "所规定", "所确定", "所示", "所称", "所提"]);
    rest.starts_with(|c: char| WORDS.contains(c) || c.is_ascii_digit())
        && THAT.beginning(rest).is_none()
}
