//! In: a Chinese text, its English twin, and the names of areas or bodies in both languages. Out: divisions of which the
//! twin gives the same areas the figures of each other: 甲县7.5万亩、乙区3万亩 and `75,000 mu in Yi District, 30,000 mu in
//! Jia County`.

use std::ops::Range;

use memchr::memmem;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::language::Characters;

use super::quantity::{Quantity, Strength};
use super::{Reader, Which};

/// The names of areas or bodies in both languages, each with a number that says whose it is.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// By their last characters; the longest first.
    chinese: FxHashMap<char, Vec<(String, usize)>>,
    last: Characters,
    english: Vec<(String, usize)>,
}

/// A figure beside a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub owner: usize,
    pub value: Decimal,
    /// The name with the figure.
    pub range: Range<usize>,
}

/// A figure that stands beside another name in the twin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swapped {
    pub chinese: Range<usize>,
    pub english: Range<usize>,
}

/// What may stand between a name and its figure.
const BETWEEN: [&str; 26] = [
    "为",
    "有",
    "约",
    "达到",
    "达",
    "新增",
    "增加",
    "完成",
    "建成",
    "安排",
    "占",
    "共",
    "不少于",
    "不低于",
    "不超过",
    "至少",
    "新建",
    "改造",
    "减少",
    "降至",
    "降到",
    "增至",
    "提高到",
    "增加到",
    "是",
    "各",
];

/// Two figures of one division stand no farther from each other, in bytes.
const NEAR: usize = 64;

impl Names {
    pub fn add(&mut self, owner: usize, chinese: &str, english: &str) {
        if let Some(last) = chinese.chars().next_back().filter(|_| chinese.chars().count() > 1) {
            self.last.add(last);
            let list = self.chinese.entry(last).or_default();
            if !list.iter().any(|(name, _)| name == chinese) {
                list.push((chinese.to_owned(), owner));
                list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
            }
        }
        if english.len() > 2 && !self.english.iter().any(|(name, _)| name == english) {
            self.english.push((english.to_owned(), owner));
            self.english.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
    }

    /// The name with which a text ends, and its bytes.
    fn ending(&self, text: &str) -> Option<(usize, usize)> {
        let last = text.chars().next_back().filter(|c| self.last.has(*c))?;
        let found = self.chinese.get(&last)?.iter().find(|(name, _)| text.ends_with(name.as_str()));
        found.map(|(name, owner)| (*owner, name.len()))
    }

    /// Where figures stand beside other names in the twin; one for each division.
    pub fn swapped(&self, chinese: &str, english: &str) -> Vec<Swapped> {
        let divisions = self.in_chinese(chinese);
        if divisions.is_empty() {
            return Vec::new();
        }
        let tokens = self.in_english(english);
        divisions.iter().filter_map(|division| swapped(division, &tokens)).collect()
    }

    /// The divisions of a text: two or more names, each with its figure right behind it.
    fn in_chinese(&self, text: &str) -> Vec<Vec<Beside>> {
        let bytes = text.as_bytes();
        let mut places: Vec<(usize, usize, usize)> = Vec::new();
        for at in memchr_digits(bytes) {
            let before = &text[..at];
            let word = BETWEEN.iter().find(|word| before.ends_with(*word));
            let before = word.map_or(before, |word| &before[..before.len() - word.len()]);
            if let Some((owner, length)) = self.ending(before) {
                places.push((owner, before.len() - length, at));
            }
        }
        if places.len() < 2 {
            return Vec::new();
        }
        let quantities = Reader::Chinese.quantities(text, Which::Sure);
        let mut divisions: Vec<Vec<Beside>> = Vec::new();
        for (owner, start, at) in places {
            let holds = |one: &&Quantity| one.range.start <= at && at < one.range.end;
            let Some(quantity) = quantities.iter().find(holds) else { continue };
            let one = Beside { owner, value: quantity.value, range: start..quantity.range.end };
            let joins = |last: &Beside| {
                let between = text.get(last.range.end..start);
                last.owner != owner
                    && between.is_some_and(|words| {
                        words.len() <= NEAR / 2
                            && !words.contains(['。', '；'])
                            && !words.bytes().any(|byte| byte.is_ascii_digit())
                    })
            };
            match divisions.last_mut().filter(|list| list.last().is_some_and(joins)) {
                Some(list) => list.push(one),
                None => divisions.push(vec![one]),
            }
        }
        divisions.retain(|list| list.len() > 1);
        divisions
    }

    /// The names and figures of a text, in its order.
    fn in_english(&self, text: &str) -> Vec<Token> {
        let quantities = Reader::English.quantities(text, Which::Sure);
        let figures = quantities.into_iter().filter(|one| one.strength > Strength::Latent);
        let mut tokens: Vec<Token> =
            figures.map(|one| Token { what: What::Figure(one.value), range: one.range }).collect();
        let mut taken: Vec<Range<usize>> = Vec::new();
        for (name, owner) in &self.english {
            for at in memmem::find_iter(text.as_bytes(), name.as_bytes()) {
                let range = at..at + name.len();
                let letter = |c: char| c.is_alphanumeric();
                let whole = !text[..at].ends_with(letter) && !text[range.end..].starts_with(letter);
                if whole && !taken.iter().any(|one| one.start < range.end && at < one.end) {
                    taken.push(range.clone());
                    tokens.push(Token { what: What::Name(*owner), range });
                }
            }
        }
        tokens.sort_by_key(|token| token.range.start);
        tokens
    }
}

/// A name or a figure of an English text.
struct Token {
    what: What,
    range: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Name(usize),
    Figure(Decimal),
}

/// Where each number of a text begins.
fn memchr_digits(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let digit = |byte: &u8| byte.is_ascii_digit();
    let begins = move |at: &usize| {
        digit(&bytes[*at])
            && !at
                .checked_sub(1)
                .is_some_and(|before| digit(&bytes[before]) || matches!(bytes[before], b'.' | b','))
    };
    (0..bytes.len()).filter(begins)
}

/// The first figure of a division that stands beside another name, where the twin has the same names and figures in as
/// many pairs, and nowhere the same pairs.
fn swapped(division: &[Beside], tokens: &[Token]) -> Option<Swapped> {
    let mut found = None;
    for window in tokens.windows(2 * division.len()) {
        let near = window
            .windows(2)
            .all(|pair| pair[1].range.start.saturating_sub(pair[0].range.end) <= NEAR);
        let pairs: Vec<Beside> = window.chunks(2).filter_map(pair).collect();
        // In all of them, the name stands first, or in all of them the figure.
        let first_is_name = |two: &[Token]| matches!(two[0].what, What::Name(_));
        let alike = window.chunks(2).all(|two| first_is_name(two) == first_is_name(window));
        if !near || !alike || pairs.len() != division.len() || !same_parts(division, &pairs) {
            continue;
        }
        let moved = division.iter().find_map(|one| {
            let there = pairs.iter().find(|pair| pair.owner == one.owner)?;
            (there.value != one.value).then(|| (one.range.clone(), there.range.clone()))
        });
        let (chinese, english) = moved?;
        found = found.or(Some(Swapped { chinese, english }));
    }
    found
}

fn pair(two: &[Token]) -> Option<Beside> {
    let range = two[0].range.start..two[1].range.end;
    match (two[0].what, two[1].what) {
        (What::Name(owner), What::Figure(value)) | (What::Figure(value), What::Name(owner)) => {
            Some(Beside { owner, value, range })
        }
        _ => None,
    }
}

/// Whether two divisions have the same names and the same figures, in whatever pairs.
fn same_parts(one: &[Beside], other: &[Beside]) -> bool {
    let sorted = |list: &[Beside]| {
        let mut names: Vec<usize> = list.iter().map(|one| one.owner).collect();
        let mut values: Vec<Decimal> = list.iter().map(|one| one.value.normalize()).collect();
        names.sort_unstable();
        values.sort_unstable();
        (names, values)
    };
    sorted(one) == sorted(other)
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn names() -> Names {
        let mut names = Names::default();
        for (owner, (chinese, english)) in
            [("东湖区", "Donghu District"), ("西山县", "Xishan County"), ("南港市", "Nangang City")]
                .into_iter()
                .enumerate()
        {
            names.add(owner, chinese, english);
            names.add(owner, chinese, english.split(' ').next().unwrap_or(""));
        }
        names
    }

    fn found(chinese: &str, english: &str) -> Vec<(String, String)> {
        let list = names().swapped(chinese, english);
        list.into_iter()
            .map(|one| (chinese[one.chinese].to_owned(), english[one.english].to_owned()))
            .collect()
    }

    #[test]
    fn figures_beside_other_areas() {
        for (chinese, english, first) in [
            (
                "其中东湖区7.5万亩、西山县3万亩、南港市1.5万亩。",
                "75,000 mu in Xishan County, 30,000 mu in Donghu District and 15,000 mu in Nangang City.",
                ("东湖区7.5万亩", "30,000 mu in Donghu District"),
            ),
            (
                "建站9个，东湖区新增3个，西山县新增6个。",
                "Of nine new stations, Donghu gets six and Xishan three.",
                ("东湖区新增3个", "Donghu gets six"),
            ),
        ] {
            let first = (first.0.to_owned(), first.1.to_owned());
            assert_eq!(found(chinese, english), [first], "{english}");
        }
    }

    #[test]
    fn figures_beside_their_areas() {
        for (chinese, english) in [
            (
                "2030年新增12万亩，其中东湖区7.5万亩、西山县3万亩。",
                "120,000 mu will be added by 2030: 75,000 mu in Donghu District and 30,000 mu in Xishan County.",
            ),
            (
                "东湖区7家、西山县3家。",
                "Xishan County has three of them and Donghu District seven.",
            ),
            // Other figures: another rule finds these.
            ("东湖区7家、西山县3家。", "7 in Xishan County and 4 in Donghu District."),
            // Only one area.
            ("东湖区7家、其他3家。", "3 elsewhere and 7 in Donghu District."),
            ("东湖区3家、西山县3家。", "3 in Xishan County and 3 in Donghu District."),
        ] {
            assert!(found(chinese, english).is_empty(), "{english}");
        }
    }
}
