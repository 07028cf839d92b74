//! In: Chinese characters, one after the other. Out: set phrases with a slip, numbers with two bounds, and lists that
//! go on behind 等. Most characters begin none of these and are passed over at once.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::prose::Prose;
use crate::language::{Beginnings as TwoCharacters, Characters, code_at};

use super::phrase_slips::PHRASES;
use super::slips::{SLIPS, Slip};
use super::sound_slips::SOUNDS;
use super::walk::Walk;
use super::{lists, sense, words};

/// What begins something that is looked for.
pub struct Beginnings {
    /// Those of what is more than a slip.
    words: Characters,
    /// How slips begin: many begin with common characters, so that two are looked at.
    glance: TwoCharacters,
    slips: FxHashMap<u32, Vec<&'static Slip>>,
}

/// What begins more than a slip.
const WORDS: &str = "等以某防避杜挥";

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let mut beginnings = Beginnings {
        words: WORDS.chars().collect(),
        glance: TwoCharacters::default(),
        slips: FxHashMap::default(),
    };
    for slip in SLIPS.iter().chain(PHRASES).chain(SOUNDS) {
        let Some(first) = slip.written.chars().next() else { continue };
        beginnings.glance.add(slip.written);
        beginnings.slips.entry(u32::from(first)).or_default().push(slip);
    }
    beginnings
});

/// Where something may begin that is looked for: asked for once for a text, not at each character.
pub fn beginnings() -> &'static Beginnings {
    &BEGINNINGS
}

/// The four Chinese characters before a place, by their numbers, the last one first.
#[derive(Clone, Copy, Default)]
pub struct Before([u32; 4]);

/// The Chinese character, of three bytes, at a place, and those before it; gives those before the next one.
#[inline]
pub fn han(walk: &mut Walk<'_>, at: usize, before: Before, beginnings: &Beginnings) -> Before {
    let rest = &walk.text.as_bytes()[at..];
    let eight = rest.first_chunk().map(|eight| u64::from_le_bytes(*eight));
    let (code, _) = code_at(rest);
    let Before([first, second, third, fourth]) = before;
    if first == code {
        words::han_twice(walk, at);
    }
    if second == code {
        words::pair_twice(walk, at);
    }
    if third == code {
        words::long_twice(walk, at, 3);
    }
    if fourth == code {
        words::long_twice(walk, at, 4);
    }
    if beginnings.words.has_code(code) {
        word(walk, at, code);
    }
    let may_be_slip = match eight {
        Some(eight) => beginnings.glance.may_begin_with(eight, code),
        None => beginnings.glance.may_begin(&walk.text[at..], code),
    };
    if may_be_slip {
        slip(walk, at, code, beginnings);
    }
    Before([code, first, second, third])
}

fn word(walk: &mut Walk<'_>, at: usize, code: u32) {
    match char::from_u32(code) {
        Some('等') => and_so_on(walk, at),
        Some('以') => bound(walk, at),
        Some('防' | '避' | '杜') => sense::negation(walk, at),
        Some('挥') => sense::object(walk, at),
        Some('某') if walk.starts(at, "某某") => {
            super::masks::place(walk, at..at + "某某".len());
        }
        _ => {}
    }
}

/// A set phrase with a slip.
fn slip(walk: &mut Walk<'_>, at: usize, code: u32, beginnings: &Beginnings) {
    for slip in beginnings.slips.get(&code).into_iter().flatten() {
        let end = at + slip.written.len();
        if walk.starts(at, slip.written)
            && !slip.not_behind.iter().any(|word| walk.ends(at, word))
            && !slip.not_before.iter().any(|word| walk.starts(end, word))
        {
            let problem = Prose::SetPhrase { written: slip.written, right: slip.right };
            walk.report(at..end, problem, Vec::new());
        }
    }
}

/// 等 that ends a list, and what goes on behind it.
fn and_so_on(walk: &mut Walk<'_>, at: usize) {
    lists::and_so_on(walk);
    let after = at + "等".len();
    let goes_on = ["及", "和", "与", "以及"].iter().find(|word| walk.starts(after, word));
    let Some(goes_on) = goes_on else { return };
    // 教育等与群众生活密切相关的数据
    const RELATED: [&str; 6] = ["密切相关", "相关的", "有关的", "无关的", "相适应", "相衔接"];
    let behind =
        walk.text[after..].char_indices().take(20).take_while(|(_, c)| c.is_alphanumeric());
    let behind = behind.last().map_or(after, |(at, c)| after + at + c.len_utf8());
    if RELATED.iter().any(|word| walk.text[after..behind].contains(word)) {
        return;
    }
    // 平等和, 高等及
    const WORDS: &str = "平高中初对同优上下头特次劣甲乙丙相均一二三四五何我你他她人";
    let clause = walk.since(walk.clause, at, 60);
    let item = clause.rfind('、').map(|pause| &clause[pause..]);
    let in_list = item.is_some_and(|item| item.len() <= 48);
    if in_list && !clause.ends_with(|c: char| WORDS.contains(c)) {
        let written = walk.text[at..after + goes_on.len()].to_owned();
        walk.report(at..after + goes_on.len(), Prose::ListAfterEtc { written }, Vec::new());
    }
}

/// Words for the least and for the most, before a number and behind it.
const LEAST: [&str; 6] = ["至少", "不少于", "不低于", "不小于", "超过", "最少"];
const MOST: [&str; 5] = ["至多", "最多", "不超过", "不高于", "不多于"];

/// The units of numbers have no more characters here.
const UNIT: usize = 4;

/// 以上 or 以下 behind a number that has a bound before it, too.
fn bound(walk: &mut Walk<'_>, at: usize) {
    let (before, second): (&[&'static str], &'static str) = if walk.starts(at, "以上") {
        (&LEAST, "以上")
    } else if walk.starts(at, "以下") {
        (&MOST, "以下")
    } else if walk.starts(at, "以内") {
        (&MOST, "以内")
    } else {
        return;
    };
    // 以上述, 以上市公司
    if walk.after(at + second.len()).is_some_and(|c| "述市海级次年届位游".contains(c)) {
        return;
    }
    let clause = walk.since(walk.clause, at, 60);
    // Between the number and 以上 stands no more than its unit.
    let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百千两半".contains(c);
    if !clause.chars().rev().take(UNIT + 1).any(digits) {
        return;
    }
    let bounds = before.iter().filter_map(|word| clause.rfind(word).map(|place| (place, *word)));
    let Some((place, first)) = bounds.max_by_key(|(place, word)| place + word.len()) else {
        return;
    };
    // `不超过` is no `超过`.
    if first == "超过" && clause[..place].ends_with('不') {
        return;
    }
    let number = &clause[place + first.len()..];
    let Some(last) = number.rfind(digits) else { return };
    // 超过限额20%以上 is 20% more than the limit.
    if first == "超过" && !number.starts_with(digits) {
        return;
    }
    // 超过2℃且持续15分钟以上 bounds two numbers.
    let parts = number[..last].trim_start_matches(|c| !digits(c));
    if parts.contains(|c| !digits(c) && !matches!(c, '.' | ',' | '，' | '万' | '亿')) {
        return;
    }
    let unit = number[last..].chars().skip(1).collect::<String>();
    let short =
        unit.chars().count() <= UNIT && number.find(digits).is_some_and(|first| first <= 12);
    if short && !unit.contains(['级', '科', '处', '省', '市', '县', '、']) {
        let range = at - clause.len() + place..at + second.len();
        walk.report(range, Prose::DoubledBound { first, second }, Vec::new());
    }
}
