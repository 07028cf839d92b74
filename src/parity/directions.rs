//! In: a Chinese text and its English twin. Out: where the same figure is a rise in one of them and a fall in the other:
//! 减少10% and `10% more`. Only where the word stands beside the figure, and no word of its clause goes the right way.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::WordList;

use super::align::{Places, beside};
use super::numerals::digits;

/// Words right before a figure by which something rises, and by which it falls.
static RISES: WordList<10> =
    WordList::new(["增加", "增长", "提高", "提升", "上升", "上涨", "上调", "增幅", "涨幅", "增收"]);
static FALLS: WordList<13> = WordList::new([
    "减少", "下降", "降低", "下调", "下跌", "下滑", "降幅", "减幅", "压减", "缩减", "削减", "缩短",
    "压缩",
]);

/// What may stand between such a word and the figure.
static CHINESE_BETWEEN: WordList<8> =
    WordList::new(["了", "约", "近", "至少", "不少于", "不低于", "超过", "为"]);

/// Words right behind a figure and what it counts.
const BEHIND: [(&str, bool); 12] = [
    ("more", true),
    ("higher", true),
    ("above", true),
    ("up", true),
    ("longer", true),
    ("increase", true),
    ("less", false),
    ("fewer", false),
    ("lower", false),
    ("below", false),
    ("down", false),
    ("shorter", false),
];

/// Words before a figure, with `by` or `of` behind those that need it.
const BEFORE: [(&str, bool); 34] = [
    ("up by", true),
    ("increase by", true),
    ("increased by", true),
    ("increasing by", true),
    ("increase of", true),
    ("rise by", true),
    ("rises by", true),
    ("rose by", true),
    ("risen by", true),
    ("rising by", true),
    ("rise of", true),
    ("grow by", true),
    ("grew by", true),
    ("grown by", true),
    ("growing by", true),
    ("growth of", true),
    ("raised by", true),
    ("down by", false),
    ("decrease by", false),
    ("decreased by", false),
    ("decrease of", false),
    ("fall by", false),
    ("falls by", false),
    ("fell by", false),
    ("fallen by", false),
    ("fall of", false),
    ("drop by", false),
    ("dropped by", false),
    ("drop of", false),
    ("decline by", false),
    ("declined by", false),
    ("reduced by", false),
    ("reduction of", false),
    ("cut by", false),
];

/// Beginnings of words of a clause that go up, and of those that go down, whatever they stand beside.
const UPWARDS: [&str; 19] = [
    "more", "high", "above", "up", "long", "increas", "rise", "rising", "rose", "grow", "grew",
    "rais", "gain", "add", "larg", "great", "exceed", "wid", "improv",
];
const DOWNWARDS: [&str; 20] = [
    "less", "few", "low", "below", "down", "short", "decreas", "fall", "fell", "drop", "declin",
    "reduc", "cut", "sav", "small", "shrink", "shrank", "slow", "narrow", "under",
];

/// Where both have a figure that rises in one and falls in the other; the words beside it. To be asked of a text that has
/// figures.
pub fn apart(chinese: &str, english: &str) -> Vec<Places> {
    /// What changes more often is a table or no text at all.
    const MOST: usize = 100;
    let ours = in_chinese(chinese);
    if ours.is_empty() || ours.len() > MOST {
        return Vec::new();
    }
    let theirs = in_english(english);
    if theirs.len() > MOST || !theirs.iter().any(|other| ours.iter().any(|one| one.turned(other))) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (here, there) in beside(chinese, english).unwrap_or_default() {
        let within = |part: &Range<usize>, one: &Change| part.contains(&one.range.start);
        for other in theirs.iter().filter(|one| within(&there, one)) {
            let of_figure =
                || ours.iter().filter(|one| within(&here, one) && one.figure == other.figure);
            // Of two changes by as much, each may be the one that is meant.
            let apart = of_figure().all(|one| one.turned(other)) && !says(english, other);
            if let Some(one) = of_figure().next().filter(|_| apart) {
                found.push(Places { source: one.range.clone(), target: other.range.clone() });
            }
        }
    }
    found
}

/// A figure by which something changes.
struct Change {
    rises: bool,
    /// Its value, and what it counts, where that is per cent or points.
    figure: (Decimal, &'static str),
    /// The word and the figure.
    range: Range<usize>,
}

impl Change {
    fn turned(&self, other: &Self) -> bool {
        self.figure == other.figure && self.rises != other.rises
    }
}

/// 减少10%, 增长了5.2个百分点
fn in_chinese(text: &str) -> Vec<Change> {
    let mut found = Vec::new();
    let mut add = |at: usize, word: &str, rises: bool| found.extend(change(text, at, word, rises));
    RISES.find_all(text).for_each(|(at, word)| add(at, word, true));
    FALLS.find_all(text).for_each(|(at, word)| add(at, word, false));
    found.sort_unstable_by_key(|one| one.range.start);
    found
}

/// What changes by the figure right behind a word.
fn change(text: &str, at: usize, word: &str, rises: bool) -> Option<Change> {
    let mut from = at + word.len();
    while let Some(between) = CHINESE_BETWEEN.beginning(&text[from..]) {
        from += between.len();
    }
    let read = digits(&text[from..])?;
    let end = from + read.length;
    let behind = &text[end..];
    let (unit, length) = if behind.starts_with('%') {
        ("%", 1)
    } else if behind.starts_with("个百分点") {
        ("points", "个百分点".len())
    } else if behind.starts_with(['万', '亿']) {
        return None; // English counts in thousands and millions.
    } else {
        ("", 0)
    };
    // 提高10%以上的比例, 减少3至5个: both ends of a range belong together
    let range = behind[length..].starts_with(['至', '—', '～', '-']);
    (!range).then(|| Change { rises, figure: (read.value, unit), range: at..end + length })
}

/// `10% less`, `375 cases more`, `an increase of 5.2 percentage points`
fn in_english(text: &str) -> Vec<Change> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
        // What is longer than a number can be is passed over.
        at = next + 1;
        let Some(read) = digits(&text[next..]) else { continue };
        let mut end = next + read.length;
        at = end;
        if text[..next].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '–')) {
            continue;
        }
        let rest = &text[end..];
        let unit = if rest.starts_with('%') || rest.starts_with(" per cent") {
            end += if rest.starts_with('%') { 1 } else { " per cent".len() };
            "%"
        } else if rest.starts_with(" percentage point") {
            end += " percentage point".len();
            end += usize::from(text[end..].starts_with('s'));
            "points"
        } else if rest.starts_with(" million") || rest.starts_with(" billion") {
            continue;
        } else {
            ""
        };
        let figure = (read.value, unit);
        if let Some((rises, start)) = before(text, next) {
            found.push(Change { rises, figure, range: start..end });
        } else if let Some((rises, last)) = behind(text, end) {
            found.push(Change { rises, figure, range: next..last });
        }
    }
    found
}

/// `an increase of `, `rose by at least ` before a figure, and where it begins.
fn before(text: &str, at: usize) -> Option<(bool, usize)> {
    const BETWEEN: [&str; 6] = ["at least", "about", "more than", "another", "a further", "nearly"];
    let words = text[..at].trim_end_matches([' ', '\u{a0}']);
    let words = BETWEEN.iter().find_map(|one| words.strip_suffix(one)).unwrap_or(words).trim_end();
    // All of them end so.
    if !words.ends_with(" by") && !words.ends_with(" of") {
        return None;
    }
    BEFORE.iter().find_map(|(one, rises)| {
        let head = words.strip_suffix(one)?;
        (!head.ends_with(char::is_alphanumeric)).then_some((*rises, head.len()))
    })
}

/// ` less than`, ` cases more than` behind a figure, and where it ends.
fn behind(text: &str, at: usize) -> Option<(bool, usize)> {
    // `10% or more` is a bound, and `10 more places` are added to others.
    const GOES_ON: [&str; 7] = [" than", " on ", " from ", " the ", ",", ".", ";"];
    let mut end = at;
    for _ in 0..2 {
        let rest = text[end..].strip_prefix([' ', '\u{a0}'])?;
        let start = text.len() - rest.len();
        let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..length];
        end = start + length;
        if let Some((_, rises)) = BEHIND.iter().find(|(one, _)| *one == word) {
            return GOES_ON.iter().any(|one| text[end..].starts_with(one)).then_some((*rises, end));
        }
        if matches!(word, "" | "or" | "and" | "of" | "to" | "in" | "by" | "at" | "from") {
            return None;
        }
    }
    None
}

/// Whether the clause of an English figure has a word that goes the way of the other language.
fn says(text: &str, one: &Change) -> bool {
    let stops = |c: char| matches!(c, ',' | ';' | ':' | '.');
    // `7,250` and `5.2%` are no ends of clauses.
    let is_stop =
        |(at, c): &(usize, char)| stops(*c) && text[at + 1..].starts_with([' ', '\u{a0}', '\n']);
    let start =
        text[..one.range.start].char_indices().rev().find(is_stop).map_or(0, |(at, _)| at + 1);
    let end =
        text[one.range.end..].char_indices().map(|(at, c)| (at + one.range.end, c)).find(is_stop);
    let clause = text[start..end.map_or(text.len(), |(at, _)| at)].to_ascii_lowercase();
    let words = if one.rises { &DOWNWARDS[..] } else { &UPWARDS[..] };
    clause
        .split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| words.iter().any(|one| word.starts_with(one)))
}

#[cfg(test)]
mod tests {
    use super::apart;

    fn found(chinese: &str, english: &str) -> Vec<(String, String)> {
        apart(chinese, english).into_iter().map(|one| one.words(chinese, english)).collect()
    }

    #[test]
    fn turned_round() {
        for (chinese, english, words) in [
            (
                "调解案件共7625件，比2025年的7250件增加375件，增长5.2%。",
                "Mediation cases number 7,625, which is 375 or 5.2% fewer than the 7,250 of 2025.",
                ("增长5.2%", "5.2% fewer"),
            ),
            (
                "2030年产生量预计降至270万吨，比2025年减少10%。",
                "The quantity is expected to have fallen to 2.7 million tonnes, 10% more than in 2025.",
                ("减少10%", "10% more"),
            ),
            (
                "全市耕地增加1200亩，能耗下降了3.5个百分点。",
                "The farmland of the city grows by 1,200 mu, and energy use rises by 3.5 percentage points.",
                ("下降了3.5个百分点", "rises by 3.5 percentage points"),
            ),
            (
                "办理时间缩短5日。",
                "Cases take 5 days longer than before.",
                ("缩短5", "5 days longer"),
            ),
        ] {
            assert_eq!(
                found(chinese, english),
                [(words.0.to_owned(), words.1.to_owned())],
                "{chinese}"
            );
        }
    }

    #[test]
    fn the_same_way() {
        for (chinese, english) in [
            ("比2025年减少10%。", "This is 10% less than in 2025."),
            ("比2025年减少10%。", "By 2025, 10% more had been produced."),
            ("成本降低20%。", "Savings of 20% more than repay the cost."),
            (
                "新增10%的项目，产能减少10%。",
                "Capacity is down by 10%, as 10% more projects begin.",
            ),
            ("增加12个，减少12个。", "There are 12 more on one side, and 12 fewer on the other."),
            ("提高5%以上。", "A rise of at least 5%."),
            ("增长3—5%。", "It grows by 3–5%."),
            ("空置率下降8个百分点。", "The share of let flats rises by 8%."),
        ] {
            assert_eq!(found(chinese, english), [], "{chinese} / {english}");
        }
    }
}
