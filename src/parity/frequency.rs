//! In: a Chinese text and its English twin. Out: where one says how often in another unit than the other: 每年 and
//! `a month`. Only where the unit of each stands in the other in no form at all.

use std::ops::Range;
use std::sync::LazyLock;

use crate::language::{Characters, Lookup, WordList};

use super::align::{Places, beside};

/// A unit of time.
struct Unit {
    /// How Chinese says how often.
    often: &'static [&'static str],
    /// What it may be called anywhere in Chinese.
    chinese: &'static [&'static str],
    /// What English calls one of them, and how it says how often in one word.
    noun: &'static str,
    adverb: &'static str,
    /// How English words with this unit may begin.
    english: &'static [&'static str],
}

static UNITS: [Unit; 6] = [
    Unit {
        often: &["每小时"],
        chinese: &["时", "钟"],
        noun: "hour",
        adverb: "hourly",
        english: &["hour"],
    },
    Unit {
        often: &["每日", "每天", "日均", "逐日"],
        chinese: &["日", "天", "夜", "晚", "昼"],
        noun: "day",
        adverb: "daily",
        english: &["day", "dai", "night", "clock"],
    },
    Unit {
        often: &["每周", "每星期", "周均"],
        chinese: &["周", "星期", "礼拜"],
        noun: "week",
        adverb: "weekly",
        english: &["week"],
    },
    Unit {
        often: &["每月", "每个月", "月均", "逐月", "按月", "每半月"],
        chinese: &["月"],
        noun: "month",
        adverb: "monthly",
        english: &["month", "fortnight", "two weeks"],
    },
    Unit {
        often: &["每季", "每个季度", "按季", "逐季"],
        chinese: &["季"],
        noun: "quarter",
        adverb: "quarterly",
        english: &["quarter", "season", "three months"],
    },
    Unit {
        often: &["每年", "年均", "逐年", "按年", "每半年"],
        chinese: &["年"],
        noun: "year",
        adverb: "annually",
        english: &["year", "annu", "six months", "half-"],
    },
];

/// Where both say how often, and not the same.
pub fn apart(chinese: &str, english: &str) -> Vec<Places> {
    // Most texts do not say how often.
    let ours = in_chinese(chinese);
    if ours.is_empty() {
        return Vec::new();
    }
    let mut found = every_second((chinese, &ours), english);
    found.extend(half((chinese, &ours), english));
    let theirs = in_english(english);
    if theirs.is_empty() {
        return found;
    }
    let lacks_chinese = |unit: usize, part: &str| !has_chinese(&UNITS[unit], part);
    let lacks_english = |unit: usize, part: &str| !has_english(&UNITS[unit], part);
    // What says how often names the unit.
    let is_in = |list: &[(usize, Range<usize>)], unit: usize| list.iter().any(|one| one.0 == unit);
    let strange = |unit: usize| !is_in(&ours, unit) && lacks_chinese(unit, chinese);
    let lost = |unit: usize| !is_in(&theirs, unit) && lacks_english(unit, english);
    if !theirs.iter().any(|(unit, _)| strange(*unit)) && !ours.iter().any(|(unit, _)| lost(*unit)) {
        return found;
    }
    for (here, there) in beside(chinese, english).unwrap_or_default() {
        let within = |part: &Range<usize>, place: &Range<usize>| part.contains(&place.start);
        let pair =
            ours.iter().filter(|(_, place)| within(&here, place)).find_map(|(one, place)| {
                let other =
                    theirs.iter().filter(|(_, other)| within(&there, other)).find(|(two, _)| {
                        let apart = lacks_english(*one, &english[there.clone()])
                            && lacks_chinese(*two, &chinese[here.clone()]);
                        apart && one != two && (strange(*two) || lost(*one))
                    });
                Some((place.clone(), other?.1.clone()))
            });
        if let Some((source, target)) = pair {
            found.push(Places { source, target });
        }
    }
    found
}

/// 每半年 that became `once a year`, or 每半月 `every six months`: what happens in each half of a time happens twice in it.
fn half((chinese, ours): (&str, &[(usize, Range<usize>)]), english: &str) -> Vec<Places> {
    const HALVES: [(&str, &[&str]); 2] = [
        ("每半年", &["twice", "six months", "half", "semi", "biannual", "6 months"]),
        ("每半月", &["twice", "fortnight", "two weeks", "half", "15 days", "semi"]),
    ];
    const OTHER: [&str; 12] = [
        "every week",
        "every six weeks",
        "every two months",
        "once a year",
        "annually",
        "every year",
        "each year",
        "once a month",
        "monthly",
        "every month",
        "every quarter",
        "six months",
    ];
    let mut found = Vec::new();
    for (word, says) in HALVES {
        let said = ours.iter().find(|(_, place)| &chinese[place.clone()] == word);
        let Some((_, source)) = said else { continue };
        let pairs = beside(chinese, english).unwrap_or_default();
        let Some((_, there)) = pairs.into_iter().find(|(here, _)| here.contains(&source.start))
        else {
            continue;
        };
        let sentence = english[there.clone()].to_ascii_lowercase();
        if says.iter().any(|one| sentence.contains(one)) {
            continue;
        }
        let other = OTHER.iter().find_map(|one| Some((sentence.find(one)?, one.len())));
        found.extend(other.map(|(start, length)| Places {
            source: source.clone(),
            target: there.start + start..there.start + start + length,
        }));
    }
    found
}

/// 每年两次 that became `every two years`: where Chinese says every one of them, and nowhere every second.
fn every_second((chinese, ours): (&str, &[(usize, Range<usize>)]), english: &str) -> Vec<Places> {
    const WORDS: [&str; 3] = ["every two ", "every second ", "every other "];
    const TWO: [&str; 6] = ["两", "二", "2", "隔", "双", "单"];
    let mut found = Vec::new();
    // Most texts do not say it, which is told faster.
    if !english.contains("very ") {
        return found;
    }
    let small = english.to_ascii_lowercase();
    for word in WORDS {
        for (at, _) in small.match_indices(word) {
            let rest = &english[at + word.len()..];
            let Some(number) = UNITS.iter().position(|unit| rest.starts_with(unit.noun)) else {
                continue;
            };
            let of_two = |one: &str| {
                TWO.iter().any(|two| {
                    chinese.contains(&format!("{two}{one}"))
                        || chinese.contains(&format!("{two}个{one}"))
                })
            };
            if UNITS[number].chinese.iter().any(|one| of_two(one)) {
                continue;
            }
            let pairs = beside(chinese, english).unwrap_or_default();
            let pair = pairs.into_iter().find(|(_, there)| there.contains(&at));
            let Some((here, _)) = pair else { continue };
            let same = |(unit, place): &&(usize, Range<usize>)| {
                *unit == number && here.contains(&place.start)
            };
            if let Some((_, place)) = ours.iter().find(same) {
                let noun = UNITS[number].noun.len();
                let plural = usize::from(rest[noun..].starts_with('s'));
                found.push(Places {
                    source: place.clone(),
                    target: at..at + word.len() + noun + plural,
                });
            }
        }
    }
    found
}

/// The words with which Chinese says how often, with the number of the unit.
static OFTEN: LazyLock<Lookup<usize>> = LazyLock::new(|| {
    let words = |(number, unit): (usize, &Unit)| unit.often.iter().map(move |word| (*word, number));
    Lookup::by_first(UNITS.iter().enumerate().flat_map(words))
});

/// The characters with which they begin.
static OFTEN_BEGINS: LazyLock<Characters> = LazyLock::new(|| {
    UNITS.iter().flat_map(|unit| unit.often).filter_map(|word| word.chars().next()).collect()
});

fn in_chinese(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for at in OFTEN_BEGINS.places(text).map(|place| place.start) {
        let words = OFTEN.beginning(&text[at..]);
        found.extend(words.map(|(word, number)| (number, at..at + word.len())));
    }
    found
}

/// Behind these, `a month` is how long something takes.
const LASTS: [&str; 9] = ["half", "within", "in", "for", "after", "over", "of", "than", "least"];

/// The names of the units, and the words that say how often and hold no such name.
static ENGLISH: WordList<8> =
    WordList::new(["hour", "daily", "day", "week", "month", "quarter", "year", "annually"]);

/// `a month`, `per month`, `each month`, `every month`, `monthly`.
fn in_english(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, word)) = ENGLISH.find(text, from) {
        from = at + word.len();
        let begins = |one: &Unit| one.noun == word || one.adverb.starts_with(word);
        let Some(number) = UNITS.iter().position(begins) else { continue };
        let Unit { noun, adverb, .. } = &UNITS[number];
        if text[at..].starts_with(adverb) {
            found.push((number, at..at + adverb.len()));
        } else if let Some(start) = how_often(&text[..at], &text[at + noun.len()..]) {
            found.push((number, start..at + noun.len()));
        }
    }
    found
}

/// Where `each month` begins, by the words before and behind the name of the unit.
fn how_often(before: &str, behind: &str) -> Option<usize> {
    let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let words = before.strip_suffix(' ').filter(|_| ends)?.trim_end();
    let word = words.rsplit(' ').next().unwrap_or("");
    let often = matches!(word, "a" | "an" | "per" | "each" | "every");
    // `within a month`, `half a day`
    let article = words.strip_suffix(" a").or(words.strip_suffix(" an"));
    let lasts = article.is_some_and(|before| LASTS.iter().any(|word| before.ends_with(word)));
    (often && !lasts).then(|| before.len() - 1 - word.len())
}

/// Whether a Chinese text has a word of this unit; 6月30日 and 2026年 are none.
fn has_chinese(unit: &Unit, text: &str) -> bool {
    unit.chinese.iter().any(|word| {
        let date = matches!(*word, "月" | "年");
        text.match_indices(word).any(|(at, _)| {
            let digits = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            !date || digits == 0 || *word == "年" && digits < 4
        })
    })
}

fn has_english(unit: &Unit, text: &str) -> bool {
    unit.english.iter().any(|word| {
        let found = |text: &str| text.contains(word);
        found(text) || text.contains(&format!("{}{}", word[..1].to_uppercase(), &word[1..]))
    })
}

#[cfg(test)]
mod tests {
    use super::apart;

    fn found(chinese: &str, english: &str) -> Vec<(String, String)> {
        apart(chinese, english).into_iter().map(|one| one.words(chinese, english)).collect()
    }

    #[test]
    fn another_unit() {
        for (chinese, english, words) in [
            (
                "每年开放不少于200天。",
                "It is open for at least 200 days a month.",
                ("每年", "a month"),
            ),
            (
                "市水利局每月检测一次。",
                "The bureau tests the water every week.",
                ("每月", "every week"),
            ),
            ("每周巡查两次。", "It is inspected twice a day.", ("每周", "a day")),
            (
                "每年补助300万元，按季度拨付。平台每年服务500小时；2026年6月底前建成。",
                "The subsidy is CNY 3 million a year, paid each quarter. Platforms serve for 500 hours a month. They are ready by June 2026.",
                ("每年", "a month"),
            ),
            ("每季度公布一次。", "The results are published monthly.", ("每季", "monthly")),
            (
                "每半年公布一次。",
                "Every two years, the results are published.",
                ("每半年", "Every two years"),
            ),
            (
                "每半年发布一次案例。",
                "Cases will be published once a year.",
                ("每半年", "once a year"),
            ),
            (
                "每半月至少开展一次检查。",
                "Checks are made at least every six months.",
                ("每半月", "six months"),
            ),
            (
                "讲解员每年培训两次。",
                "Guides will be trained every two years.",
                ("每年", "every two years"),
            ),
        ] {
            let words = (words.0.to_owned(), words.1.to_owned());
            assert_eq!(found(chinese, english), [words], "{chinese} / {english}");
        }
    }

    #[test]
    fn the_same_unit() {
        for (chinese, english) in [
            ("每年开放不少于200天。", "It is open for at least 200 days a year."),
            ("每季度公布一次。", "The results are published every three months."),
            ("每半年公布一次。", "The results are published every six months."),
            ("每半月巡查一次。", "It is inspected every fortnight."),
            ("每半月巡查一次。", "It is inspected twice a month."),
            (
                "每半年公布一次，每月汇总。",
                "Totals are made each month and published twice a year.",
            ),
            ("每年12个月按月发放。", "It is paid out each month of the year."),
            ("热线每天24小时开通。", "The line is open around the clock, every day of the week."),
            ("年均增长5%。", "It grows by 5% a year on average."),
            ("每年召开两次会议。", "Meetings are held in spring and autumn, half a day each."),
            ("每人每月2000元，每年发放。", "CNY 2,000 a month, paid annually."),
            ("每年3月检查。", "It is checked every March."),
            (
                "每两年评估一次，结果每年公布。",
                "It is evaluated every two years, and the results are published each year.",
            ),
            (
                "隔年举办一次，每年公布计划。",
                "It is held every other year; the plan is published each year.",
            ),
        ] {
            assert!(found(chinese, english).is_empty(), "{chinese} / {english}");
        }
    }
}
