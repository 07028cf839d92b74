//! In: a Chinese text and its English twin. Out: where one says the opposite of the other: 汽油 and `diesel`, 不早于 and `no
//! later than`. Only where the English sentence has no word for what Chinese says, and Chinese none for what English says.

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::{Beginnings, Lookup};

use super::align::{Places, beside};
use super::opposite_pairs::PAIRS;

/// The Chinese words, with the numbers of the pair and of the side.
static WORDS: LazyLock<Lookup<(usize, usize)>> = LazyLock::new(|| {
    let sides = PAIRS.iter().enumerate();
    let sides = sides.flat_map(|(pair, sides)| (0..2).map(move |side| (pair, side, &sides[side])));
    let words = sides.flat_map(|(pair, number, side)| {
        side.chinese.iter().map(move |word| (*word, (pair, number)))
    });
    Lookup::by_first(words)
});

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let words = PAIRS.iter().flatten().flat_map(|side| side.chinese);
    words.fold(Beginnings::default(), |mut all, word| {
        all.add(word);
        all
    })
});

/// Where the two say the opposite of each other; the first place of each pair.
pub fn opposites(chinese: &str, english: &str) -> Vec<Places> {
    let said = in_chinese(chinese);
    let mut found = Vec::new();
    if said.is_empty() {
        return found;
    }
    let small = english.to_ascii_lowercase();
    let mut pairs: Option<Vec<(Range<usize>, Range<usize>)>> = None;
    for (pair, sides) in PAIRS.iter().enumerate() {
        let of_pair = || said.iter().filter(move |one| one.pair == pair);
        // Most translations have no word of the other side at all.
        let may_be = |side: usize| {
            of_pair().any(|one| one.side == side)
                && first_of(&small, sides[1 - side].english).is_some()
        };
        if !may_be(0) && !may_be(1) {
            continue;
        }
        let pairs = pairs.get_or_insert_with(|| {
            beside(chinese, english).unwrap_or_else(|| vec![(0..chinese.len(), 0..english.len())])
        });
        let wrong = pairs.iter().find_map(|(here, there)| {
            let ours: Vec<&Said> =
                of_pair().filter(|one| here.contains(&one.range.start)).collect();
            let side = ours.first()?.side;
            let sentence = &small[there.clone()];
            let says = |words| first_of(sentence, words);
            let other = says(sides[1 - side].english)?;
            let lacks = says(sides[side].english).is_none() && says(sides[side].loosely).is_none();
            let alone = ours.iter().all(|one| one.side == side);
            (alone && lacks).then(|| Places {
                source: ours[0].range.clone(),
                target: there.start + other.start..there.start + other.end,
            })
        });
        found.extend(wrong);
    }
    found
}

/// A Chinese word of a side.
struct Said {
    pair: usize,
    side: usize,
    range: Range<usize>,
}

fn in_chinese(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, first)) = BEGINNINGS.find(text, from) {
        from = at + first.len_utf8();
        let words = WORDS.beginning(&text[at..]);
        found.extend(words.map(|(word, (pair, side))| {
            let range = at..at + word.len();
            Said { pair, side, range }
        }));
    }
    found
}

/// The first place of one of the words in a text in small letters; with `*`, of one that begins so.
pub(super) fn first_of(text: &str, words: &[&str]) -> Option<Range<usize>> {
    words.iter().find_map(|word| {
        let (stem, open) = word.strip_suffix('*').map_or((*word, false), |stem| (stem, true));
        let letter = |c: char| c.is_alphanumeric();
        let whole = |at: &usize| {
            let ends = open || !text[at + stem.len()..].starts_with(|c| letter(c) || c == '-');
            ends && !text[..*at].ends_with(|c| letter(c) || c == '-')
        };
        let at = text.match_indices(stem).map(|(at, _)| at).find(whole)?;
        Some(at..at + stem.len())
    })
}

#[cfg(test)]
mod tests {
    use super::opposites;

    #[test]
    fn the_opposite() {
        for (chinese, english, words) in [
            (
                "末班车不晚于22时30分。",
                "The last bus leaves no earlier than 22:30.",
                ("不晚于", "no earlier than"),
            ),
            (
                "年销售汽油3000吨以上的加油站。",
                "Stations that sell 3,000 tonnes of diesel or more a year.",
                ("汽油", "diesel"),
            ),
            (
                "夜间不施工。乡村学校先行。",
                "Nobody builds at night. Urban schools go first.",
                ("乡村", "urban"),
            ),
            (
                "每年安排在上半年。",
                "It takes place in the second half of each year.",
                ("上半年", "second half"),
            ),
        ] {
            let found = opposites(chinese, english);
            assert_eq!(found.len(), 1, "{chinese}");
            let one = &found[0];
            let english = english[one.target.clone()].to_lowercase();
            assert_eq!((&chinese[one.source.clone()], &*english), words);
        }
    }

    #[test]
    fn the_same() {
        for (chinese, english) in [
            ("末班车不早于22时30分。", "The last bus leaves at 22:30 or later."),
            ("不迟于6月底。", "By the end of June."),
            ("汽油和柴油。", "Petrol and diesel."),
            ("公办幼儿园。", "Public kindergartens, where private ones are few."),
            ("乡村学校。", "Village schools; urban ones do not count."),
            ("工作日办理。", "It is dealt with on any weekday but public holidays."),
        ] {
            assert!(opposites(chinese, english).is_empty(), "{chinese}");
        }
    }
}
