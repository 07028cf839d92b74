//! In: a Chinese sentence and the English one in its place. Out: a limit that the English one turned round: 不得高于 that became
//! `may be higher than`. What bounds a figure is compared with the figure; here it may be anything.

use std::ops::Range;

use crate::language::WordList;

/// Which way a limit is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Whether an English text allows, or demands, that a limit is left at all; few do.
pub fn may_be_left(english: &str) -> bool {
    allowed(english).is_some()
}

/// Where an English sentence allows, or demands, what its Chinese twin forbids; the words of both.
pub fn turned_round(chinese: &str, english: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (way, theirs) = allowed(english)?;
    let ours = compared(chinese);
    let of_way = |denied: bool| ours.iter().find(|one| one.way == way && one.denied == denied);
    let denied = of_way(true)?;
    of_way(false).is_none().then(|| (denied.range.clone(), theirs))
}

/// A comparison of a Chinese sentence.
struct Compared {
    way: Way,
    /// Whether it must not be: 不得高于.
    denied: bool,
    range: Range<usize>,
}

fn compared(text: &str) -> Vec<Compared> {
    static WORDS: WordList<14> = WordList::new([
        "超过", "超出", "突破", "高于", "多于", "大于", "晚于", "迟于", "长于", "低于", "少于",
        "小于", "早于", "短于",
    ]);
    static DOWN: WordList<5> = WordList::new(["低于", "少于", "小于", "早于", "短于"]);
    static DENIALS: WordList<8> =
        WordList::new(["不得擅自", "不得", "不应", "不能", "不可", "不准", "不", "未"]);
    let places = WORDS.find_all(text);
    let more = places.map(|(at, word)| {
        let denial = DENIALS.ending(&text[..at]);
        let way = if DOWN.contains(word) { Way::Down } else { Way::Up };
        let range = at - denial.map_or(0, str::len)..at + word.len();
        Compared { way, denied: denial.is_some(), range }
    });
    // 5个以上, and 80%以下, are comparisons, too.
    let behind = [("以上", Way::Up), ("以下", Way::Down), ("更", Way::Up), ("更", Way::Down)];
    let behind = behind.into_iter().filter_map(|(word, way)| {
        let at = text.find(word)?;
        Some(Compared { way, denied: false, range: at..at + word.len() })
    });
    more.chain(behind).collect()
}

/// The comparison that an English sentence allows or demands: `may exceed`, `must be lower than`.
fn allowed(text: &str) -> Option<(Way, Range<usize>)> {
    static PLACES: WordList<2> = WordList::new([" exceed", " than "]);
    // Most sentences compare nothing, or nothing that is allowed.
    PLACES.find_all(text).find_map(|(at, word)| {
        // So far from it, in bytes, words may belong to it.
        const NEAR: usize = 300;
        let from = text.ceil_char_boundary(at.saturating_sub(NEAR));
        let to = text.floor_char_boundary((at + NEAR).min(text.len()));
        let since =
            |marks: &[char]| text[from..at].rfind(marks).map_or(from, |mark| from + mark + 1);
        let start = since(&['.', ';', ':', ',']);
        let end = text[at..to].find(['.', ';', ':']).map_or(to, |mark| at + mark);
        let words: Vec<&str> = text[start..at].split_whitespace().collect();
        let way = match (word, words.last()) {
            (" exceed", _) => Way::Up,
            (_, Some(last)) => way(last)?,
            _ => return None,
        };
        let modal = words.iter().rposition(|word| {
            ["may", "must", "shall"].iter().any(|modal| word.eq_ignore_ascii_case(modal))
        })?;
        let between = &words[modal + 1..];
        let plain = between.len() <= FAR && !between.iter().any(|word| BREAKS.contains(word));
        let denied = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_ascii_alphabetic()).to_ascii_lowercase();
            DENIALS.contains(&&*word)
        };
        let line = since(&['.', ';', '\n']);
        let free = !text[line..end].split_whitespace().any(denied);
        (plain && free).then(|| (way, start + text[start..at].rfind(words[modal]).unwrap_or(0)..at))
    })
}

/// Between a modal verb and what it compares stand so many words at most.
const FAR: usize = 6;

/// Another thought begins there.
const BREAKS: [&str; 8] = ["and", "or", "but", "which", "that", "who", "where", "when"];

/// Who says one of these may forbid the comparison, wherever it stands.
const DENIALS: [&str; 12] = [
    "no", "not", "nor", "neither", "never", "none", "nothing", "nobody", "cannot", "without",
    "only", "unless",
];

fn way(word: &str) -> Option<Way> {
    match word {
        "more" | "higher" | "larger" | "greater" | "later" | "longer" | "bigger" => Some(Way::Up),
        "less" | "fewer" | "lower" | "smaller" | "earlier" | "shorter" => Some(Way::Down),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::turned_round;

    #[test]
    fn limits_that_are_turned_round() {
        for (chinese, english, words) in [
            (
                "运价不得高于普通出租车。",
                "Fares may be higher than those of taxis.",
                ("不得高于", "may be higher"),
            ),
            (
                "新建面积不得小于原面积。",
                "Its floor area must be smaller than before.",
                ("不得小于", "must be smaller"),
            ),
            ("最高不超过实际租金。", "The subsidy may exceed the rent.", ("不超过", "may")),
            (
                "抽检数量不得少于上年。",
                "It must be sampled less than last year.",
                ("不得少于", "must be sampled less"),
            ),
        ] {
            let (here, there) = turned_round(chinese, english).unwrap();
            assert_eq!((&chinese[here], &english[there]), words);
        }
    }

    #[test]
    fn limits_that_are_kept() {
        for (chinese, english) in [
            ("不得高于普通出租车。", "Fares may not be higher than those of taxis."),
            ("不得高于普通出租车。", "No fare may be higher than those of taxis."),
            ("不低于市场价。", "The price must be higher than on the market."),
            ("可以高于标准，但不得高于上限。", "It may be higher than the standard."),
            ("10人以上的，不超过2个。", "It must have more than ten people."),
            ("不得超过上限。", "It must stay within the limit."),
        ] {
            assert_eq!(turned_round(chinese, english), None, "{english}");
        }
    }
}
