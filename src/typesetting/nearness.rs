//! In: registered names, and lists of bodies in a text. Out: items of a list that are written almost like a registered
//! name. A list is one where another item is registered; and only slips count that make no other name: 市民政局 is no
//! slip for 市财政局.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{FirstBytes, Lookup};

/// Names that can be meant, and what they become without one of their characters.
#[derive(Default)]
pub struct Names {
    known: FxHashMap<String, usize>,
    /// By the name without a character: which character that is, and the number of the name.
    shorter: FxHashMap<String, Vec<(usize, usize)>>,
    names: Vec<Vec<char>>,
}

/// An item that is written almost like a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    pub place: Range<usize>,
    /// The number of the name.
    pub name: usize,
}

/// What may stand around the name in an item.
static BEFORE: LazyLock<Lookup<()>> = LazyLock::new(|| {
    let words = ["由", "请", "会同", "商", "报", "和"];
    Lookup::by_first(words.into_iter().map(|word| (word, ())))
});
static BEHIND: LazyLock<Lookup<()>> = LazyLock::new(|| {
    let words =
        ["等部门", "等单位", "按职责分工负责", "分别负责", "等", "牵头", "负责", "配合", "分别"];
    Lookup::by_last(words.into_iter().map(|word| (word, ())))
});

/// Longer names are left out.
const LONGEST: usize = 30;

impl Names {
    /// Adds a name; its number tells it apart from the others.
    pub fn add(&mut self, name: &str) -> usize {
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        let number = self.names.len();
        let chars: Vec<char> = name.chars().collect();
        self.known.insert(name.to_owned(), number);
        if (3..=LONGEST).contains(&chars.len()) {
            for at in 0..chars.len() {
                self.shorter.entry(without(&chars, at)).or_default().push((at, number));
            }
        }
        self.names.push(chars);
        number
    }

    pub fn name(&self, number: usize) -> String {
        self.names[number].iter().collect()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The items of the lists of a text that are almost names.
    pub fn near(&self, text: &str, can_be_meant: impl Fn(usize) -> bool) -> Vec<Near> {
        let mut found = Vec::new();
        lists(text, |items, is_note| {
            let mut any_known = false;
            for item in items.iter_mut() {
                any_known |= self.trim(text, item);
            }
            if any_known {
                found.extend(items.iter().filter_map(|place| {
                    let name = self.near_name(&text[place.clone()], is_note, &can_be_meant)?;
                    Some(Near { place: place.clone(), name })
                }));
            }
        });
        found
    }

    /// Takes the words around the name off an item, and says whether what is left is known.
    fn trim(&self, text: &str, Range { start, end }: &mut Range<usize>) -> bool {
        loop {
            let rest = &text[*start..*end];
            if self.known.contains_key(rest) {
                return true;
            }
            if rest.len() > 4 * LONGEST {
                return false;
            }
            if let Some((word, ())) = BEHIND.ending(rest).next() {
                *end -= word.len();
            } else if let Some((word, ())) = BEFORE.beginning(rest).next() {
                *start += word.len();
            } else {
                return false;
            }
        }
    }

    fn near_name(
        &self,
        item: &str,
        is_note: bool,
        can_be_meant: &impl Fn(usize) -> bool,
    ) -> Option<usize> {
        if item.len() > LONGEST * 3 || self.known.contains_key(item) {
            return None;
        }
        let chars: Vec<char> = item.chars().collect();
        if chars.len() < 2 || chars.len() < 4 && !is_note {
            return None;
        }
        let missing = self.shorter.get(item).into_iter().flatten();
        let missing = missing.filter(|(at, name)| lacks(&chars, *at, &self.names[*name]));
        let missing = missing.map(|(_, name)| *name);
        // Of a name of three characters, only the last can be told for a slip.
        let first = if chars.len() > 3 { 0 } else { chars.len() - 1 };
        let others = (first..chars.len()).filter_map(|at| {
            let rest = without(&chars, at);
            let added = self.known.get(&rest).copied().filter(|_| is_added(&chars, at));
            added.or_else(|| {
                let changed = self.shorter.get(&rest)?.iter();
                let mut changed = changed.filter(|(place, _)| *place == at);
                changed
                    .find(|(_, name)| is_slip(&chars, &self.names[*name], at))
                    .map(|(_, name)| *name)
            })
        });
        missing.chain(others).find(|name| can_be_meant(*name))
    }
}

fn without(chars: &[char], at: usize) -> String {
    chars[..at].iter().chain(&chars[at + 1..]).collect()
}

/// What the names of bodies end with.
fn is_ending(c: char) -> bool {
    "局委办厅院部会室处所站中心府司团社校区县市镇乡村道行队库馆台网盟联商企业位门组".contains(c)
}

/// Whether an item lacks the character at a place of a name by a slip.
fn lacks(item: &[char], at: usize, name: &[char]) -> bool {
    let last = name.len() - 1;
    match at {
        0 => "市区省县州各本".contains(name[0]),
        at if at == last => item.len() > 3 && !item.last().is_some_and(|c| is_ending(*c)),
        _ => name.len() >= 5,
    }
}

/// Whether the character at this place is one too many: it stands twice, or 会 follows 委.
fn is_added(item: &[char], at: usize) -> bool {
    let twice = at > 0 && item[at] == item[at - 1];
    twice || at + 1 == item.len() && at > 0 && item[at - 1] == '委' && item[at] == '会'
}

/// Whether the character at this place is a slip, and not what makes it another body.
fn is_slip(item: &[char], name: &[char], at: usize) -> bool {
    const AND: &str = "和与及暨";
    let last = at + 1 == item.len();
    let and = AND.contains(item[at]) && AND.contains(name[at]);
    and || last && !is_ending(item[at]) || !last && at >= 4 && item.len() >= 10
}

/// The lists of a text: what stands between commas, in one sentence or in brackets. `take` is given the items of each, and
/// whether it stands behind words such as 责任单位.
fn lists(text: &str, mut take: impl FnMut(&mut [Range<usize>], bool)) {
    let (mut items, mut in_note): (Vec<Range<usize>>, bool) = (Vec::new(), false);
    let (mut start, mut before) = (0, ' ');
    let ends = ENDS.characters(text, 0).filter(|(_, c)| is_end(*c)).map(|(at, c)| (at, Some(c)));
    for (at, mark) in ends.chain([(text.len(), None)]) {
        let item = start..at;
        // What touches brackets is a part of a name: 各县（市、区）政府.
        let whole = !matches!(before, ')' | '）') && !matches!(mark, Some('(' | '（'));
        let is_note =
            mark.is_some_and(|c| matches!(c, ':' | '：')) && names_duty(&text[item.clone()]);
        if whole && item.len() >= 6 {
            items.push(item);
        }
        if !mark.is_some_and(|c| matches!(c, '、' | ',' | '，' | ' ')) {
            if items.len() > 1 {
                take(&mut items, in_note);
            }
            items.clear();
            in_note = is_note;
        }
        let mark = mark.unwrap_or(' ');
        start = at + mark.len_utf8();
        before = mark;
    }
}

/// The first bytes of the marks between items.
static ENDS: FirstBytes = FirstBytes::of(b",;:() \n\xe2\xe3\xef");

fn is_end(c: char) -> bool {
    matches!(
        c,
        '、' | '，'
            | ','
            | '；'
            | ';'
            | '。'
            | '：'
            | ':'
            | '（'
            | '）'
            | '('
            | ')'
            | '“'
            | '”'
            | '《'
            | '》'
            | ' '
            | '\n'
            | '【'
            | '】'
    )
}

/// Words such as 责任单位 and 牵头部门.
fn names_duty(text: &str) -> bool {
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(30))..];
    ["单位", "部门", "责任", "牵头", "负责", "配合"].iter().any(|word| text.contains(word))
}
