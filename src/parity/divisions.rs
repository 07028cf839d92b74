//! In: a Chinese text, its English twin, and the names of areas or bodies in both languages. Out: divisions of which the
//! twin gives the same areas the figures of each other: 甲县7.5万亩、乙区3万亩 and `75,000 mu in Yi District, 30,000 mu in
//! Jia County`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::language::{Characters, Lookup, digits, is_han};

use super::align::Places;
use super::alike::Alike;
use super::dealt::dealt;
use super::division_words::BETWEEN;
use super::quantity::Strength;
use super::{Reader, Which};

/// The names of areas or bodies in both languages, each with a number that says whose it is.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// By their last two characters; the longest first.
    chinese: FxHashMap<[char; 2], Vec<(String, usize)>>,
    last: Characters,
    /// The longest first.
    english: Vec<(Finder<'static>, usize)>,
    /// Where those of an owner stand in the list.
    of_owner: FxHashMap<usize, Vec<usize>>,
}

/// A figure beside a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub owner: usize,
    pub value: Decimal,
    /// The name with the figure.
    pub range: Range<usize>,
}

static BETWEEN_BY_LAST: LazyLock<Lookup<()>> =
    LazyLock::new(|| Lookup::by_last(BETWEEN.iter().map(|word| (*word, ()))));

/// A text with more divisions is a table of them.
const MOST: usize = 64;

/// What is measured is called by no more characters between a name and its figure.
const NOUN: usize = 6;

/// Two figures of one division stand no farther from each other, in bytes.
pub(super) const NEAR: usize = 64;

impl Names {
    /// Owners, each with a Chinese and an English name.
    pub fn new(entries: &[(usize, &str, &str)]) -> Self {
        let mut names = Self::default();
        let alike = Alike::of(entries);
        let entries: Vec<(usize, &str, &str)> =
            entries.iter().map(|(owner, one, two)| (alike.first(*owner), *one, *two)).collect();
        let sorted = |mut list: Vec<(String, usize)>| {
            // Of a name that several have, the first one counts.
            list.sort_by(|one, other| {
                let key = |one: &(String, usize)| std::cmp::Reverse(one.0.len());
                key(one).cmp(&key(other)).then_with(|| one.cmp(other))
            });
            list.dedup_by(|later, first| later.0 == first.0);
            list
        };
        for (owner, chinese, _) in &entries {
            if let Some(last) = last_two(chinese) {
                names.last.add(last[1]);
                names.chinese.entry(last).or_default().push(((*chinese).to_owned(), *owner));
            }
        }
        names.chinese.values_mut().for_each(|list| *list = sorted(std::mem::take(list)));
        let english = entries.iter().filter(|(.., english)| english.len() > 2);
        let english =
            sorted(english.map(|(owner, _, name)| ((*name).to_owned(), *owner)).collect());
        for (at, (name, owner)) in english.into_iter().enumerate() {
            names.english.push((Finder::new(&name).into_owned(), owner));
            names.of_owner.entry(owner).or_default().push(at);
        }
        names
    }

    /// The name with which a text ends, and its bytes.
    pub(super) fn ending(&self, text: &str) -> Option<(usize, usize)> {
        let last = last_two(text).filter(|[_, last]| self.last.has(*last))?;
        let found = self.chinese.get(&last)?.iter().find(|(name, _)| text.ends_with(name.as_str()));
        found.map(|(name, owner)| (*owner, name.len()))
    }

    /// Where figures stand beside other names in the twin; one for each division. To be asked of a text that has figures.
    pub fn swapped(&self, chinese: &str, english: &str) -> Vec<Places> {
        // Most texts have no two names.
        if self.last.places(chinese).nth(1).is_none() {
            return Vec::new();
        }
        let divisions = self.in_chinese(chinese);
        if divisions.is_empty() {
            return Vec::new();
        }
        let tokens = self.in_english(english);
        let swapped = |division: &Vec<Beside>| swapped(division, &tokens, english);
        divisions.iter().take(MOST).filter_map(swapped).collect()
    }

    /// The names of a Chinese text, each with its place.
    pub(super) fn named(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        for end in self.last.places(text).map(|place| place.end) {
            // 全市 is said of whatever place a text is about.
            let whole = |length: usize| text[end - length..].starts_with('全');
            if let Some((owner, length)) =
                self.ending(&text[..end]).filter(|(_, length)| !whole(*length))
            {
                found.push((owner, end - length..end));
            }
        }
        found
    }

    /// Where names stand in an English text, in its order; of names within each other the longest. Those of one owner, or all.
    pub(super) fn places(&self, text: &str, of: Option<usize>) -> Vec<(usize, Range<usize>)> {
        let mut taken: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut take = |(name, owner): &(Finder<'static>, usize)| {
            for at in name.find_iter(text.as_bytes()) {
                let end = at + name.needle().len();
                let letter = |c: char| c.is_alphanumeric();
                let whole = !text[..at].ends_with(letter) && !text[end..].starts_with(letter);
                let last = taken.range(..end).next_back();
                if whole && last.is_none_or(|(_, (before, _))| *before <= at) {
                    taken.insert(at, (end, *owner));
                }
            }
        };
        match of {
            Some(owner) => {
                let own = self.of_owner.get(&owner).into_iter().flatten();
                own.for_each(|at| take(&self.english[*at]));
            }
            None => self.english.iter().for_each(take),
        }
        taken.into_iter().map(|(start, (end, owner))| (owner, start..end)).collect()
    }

    /// The divisions of a text: two or more names, each with its figure right behind it.
    fn in_chinese(&self, text: &str) -> Vec<Vec<Beside>> {
        let bytes = text.as_bytes();
        let mut places: Vec<(usize, usize, usize)> = Vec::new();
        let goes_on = |before: usize| matches!(bytes[before], b'0'..=b'9' | b'.' | b',');
        let numbers = digits(text).filter(|at| !at.checked_sub(1).is_some_and(goes_on));
        for at in numbers {
            let before = &text[..at];
            let word = BETWEEN_BY_LAST.ending(before).next();
            let before = word.map_or(before, |(word, ())| &before[..before.len() - word.len()]);
            // 东湖区步道长160公里: what is measured may stand between.
            let ends = std::iter::once(before.len()).chain(
                before
                    .char_indices()
                    .rev()
                    .take(NOUN)
                    .take_while(|(_, c)| is_han(*c))
                    .map(|(at, _)| at),
            );
            let found = ends.into_iter().find_map(|end| Some((self.ending(&before[..end])?, end)));
            // 比城东区低11.9个百分点 is no figure of 城东区.
            let compared = |start: usize| text[..start].ends_with(['比', '较']);
            if let Some(((owner, length), end)) = found
                && !compared(end - length)
            {
                places.push((owner, end - length, at));
            }
        }
        // 分别 needs a list of names before it.
        let in_turn = if self.last.find(text, 0).is_some() { self.in_turn(text) } else { None };
        if places.len() < 2 && in_turn.is_none() {
            return Vec::new();
        }
        let quantities = Reader::Chinese.quantities(text, Which::Sure);
        let mut divisions: Vec<Vec<Beside>> = Vec::new();
        divisions.extend(in_turn.and_then(|(names, end)| dealt(&names, text, end, &quantities)));
        for (owner, start, at) in places {
            let next = quantities.partition_point(|one| one.range.end <= at);
            let Some(quantity) = quantities.get(next).filter(|one| one.range.start <= at) else {
                continue;
            };
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
        let names = self.places(text, None).into_iter();
        tokens.extend(names.map(|(owner, range)| Token { what: What::Name(owner), range }));
        tokens.sort_by_key(|token| token.range.start);
        tokens
    }
}

/// The last two characters of a text.
fn last_two(text: &str) -> Option<[char; 2]> {
    let mut chars = text.chars();
    let last = chars.next_back()?;
    Some([chars.next_back()?, last])
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

/// The first figure of a division that stands beside another name, where the twin has the same names and figures in as
/// many pairs, and nowhere the same pairs.
fn swapped(division: &[Beside], tokens: &[Token], english: &str) -> Option<Places> {
    let has_one = division.iter().any(|one| one.value == Decimal::ONE);
    let mut found = None;
    for (at, window) in tokens.windows(2 * division.len()).enumerate() {
        let near = window
            .windows(2)
            .all(|pair| pair[1].range.start.saturating_sub(pair[0].range.end) <= NEAR);
        let pairs: Vec<Beside> = window.chunks(2).filter_map(pair).collect();
        let is_name = |token: &Token| matches!(token.what, What::Name(_));
        // In all of them, the name stands first, or in all of them the figure.
        let alike = window.chunks(2).all(|two| is_name(&two[0]) == is_name(&window[0]));
        // `within two hours in Donghu and Xishan`: the first name belongs to what stands before it.
        let listed = at > 0 && is_name(&window[0]) && is_name(&tokens[at - 1]) && {
            window[0].range.start.saturating_sub(tokens[at - 1].range.end) < NEAR / 4
        };
        // `one in Donghu and two in Xishan`: a one in words is no figure, and the first name is beside it.
        let behind_one = has_one && is_name(&window[0]) && {
            let start = window[0].range.start;
            let from = english.floor_char_boundary(start.saturating_sub(NEAR / 2));
            english[from..start].split(' ').any(|word| word.eq_ignore_ascii_case("one"))
        };
        if listed
            || behind_one
            || !near
            || !alike
            || pairs.len() != division.len()
            || !same_parts(division, &pairs)
        {
            continue;
        }
        let moved = division.iter().find_map(|one| {
            let there = pairs.iter().find(|pair| pair.owner == one.owner)?;
            (there.value != one.value).then(|| (one.range.clone(), there.range.clone()))
        });
        let (source, target) = moved?;
        found = found.or(Some(Places { source, target }));
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
        Names::new(&[
            (0, "东湖区", "Donghu District"),
            (0, "东湖区", "Donghu"),
            (1, "西山县", "Xishan County"),
            (1, "西山县", "Xishan"),
            (2, "南港市", "Nangang City"),
            (2, "南港市", "Nangang"),
        ])
    }

    fn found(chinese: &str, english: &str) -> Vec<(String, String)> {
        let list = names().swapped(chinese, english);
        list.into_iter().map(|one| one.words(chinese, english)).collect()
    }

    #[test]
    fn figures_beside_other_areas() {
        for (chinese, english, first) in [
            (
                "东湖区步道长160公里、西山县140公里。",
                "Donghu District will have 140 km of trails and Xishan County 160 km.",
                ("东湖区步道长160公里", "Donghu District will have 140 km"),
            ),
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
    fn figures_that_are_dealt_out() {
        let chinese = "到2030年，东湖区、西山县步道分别达到160公里和140公里。";
        let swapped =
            "By 2030, Donghu District will have 140 km of trails and Xishan County 160 km.";
        let right = "By 2030, Donghu District will have 160 km of trails and Xishan County 140 km.";
        assert_eq!(found(chinese, swapped).len(), 1);
        assert!(found(chinese, right).is_empty());
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
            (
                "新增的3个中东湖区1个、西山县2个，另有1座广场。",
                "Of the three new ones, one will be in Donghu District and two in Xishan County, and 1 square.",
            ),
            (
                "检查人员在东湖区、西山县2小时内，南港市4小时内到达，2天内处理。",
                "They arrive within two hours in Donghu and Xishan and within four hours in Nangang City, \
                 and act within two days.",
            ),
            (
                "东湖区为68%、西山县为56%，比东湖区低12个百分点。",
                "It is 68% in Donghu District and 56% in Xishan County, 12 points less than in Donghu District.",
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
