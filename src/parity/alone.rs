//! In: a quantity of a Chinese or an English text to which the other text has no counterpart, and the texts. Out: whether it
//! needs none, because the other language says it in words or need not say it.

use rust_decimal::Decimal;

use crate::language::numeral::to_roman;
use crate::model::quantity::Bound;

use super::other_forms::{
    is_advanced_age, is_birthday_or_day_before, is_condition_again, is_conversion, is_discount,
    is_end_of_ratio, is_first_of_later_years, is_grade, is_hour_in_numerals, is_noon_or_midnight,
    is_number_of_copies, is_of_holiday, is_paragraph, is_rounded_up, is_said_in_words,
};
use super::quantity::{Measure, Quantity};
use super::understood::{Read, is_half_of_years};

/// Whether a Chinese quantity needs no English twin.
pub fn chinese_needs_no_twin(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let in_words = match one.measure {
        Measure::Year => is_following_year(one, english) || is_repeated(one, english),
        Measure::Month => is_repeated(one, english),
        Measure::Percent => is_said_in_words(one, english),
        Measure::Clock => is_noon_or_midnight(one, english),
        Measure::Unit("hours") => {
            one.value == Decimal::from(24) && says_any(english, &DAY_AND_NIGHT)
        }
        // 0—14岁
        Measure::Count => {
            let range = ['—', '-', '–', '～', '~', '至'];
            let from_nought = one.value.is_zero() && chinese.behind(one).starts_with(range);
            let nil = one.value.is_zero() && says_any(english, &[" nil", " nothing"]);
            from_nought
                || nil
                || is_number_of_copies(one, chinese, english)
                || is_end_of_ratio(one, chinese, english)
        }
        _ => false,
    };
    // 3岁以下, `the under-threes`
    let by_age = chinese.is_age(one) && says_any(english, &["under-", "over-"]);
    by_age
        || in_words
        || is_in_roman(one, english)
        || is_one(one, english)
        || is_half_of_years(one, chinese, english)
        || is_other_side(one, chinese, english)
        || is_rounded_up(one, chinese, english)
        || is_said_once(one, chinese, english)
        || is_said_of_each(one, chinese, english)
        || is_named_again(one, chinese, english)
        || is_first_of_later_years(one, chinese, english)
        || is_condition_again(one, chinese, english)
        || is_birthday_or_day_before(one, chinese, english)
}

/// 一（一）所列问题, `the cases mentioned in I (I)`
pub fn is_in_roman(one: &Quantity, english: Read<'_>) -> bool {
    let Measure::Clause(address) = &one.measure else { return false };
    let levels = address.split('.').map(|level| level.parse().ok().map(to_roman));
    let Some(levels) = levels.collect::<Option<Vec<String>>>() else { return false };
    let [first, second] = &levels[..] else { return false };
    says_any(english, &[&format!("{first} ({second})"), &format!("{first}({second})")])
}

/// 4公里、4公里, `4 in each of 2028 and 2029`
fn is_said_of_each(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let same = |two: &&Quantity| two.value == one.value && two.measure == one.measure;
    one.bound == Bound::Exactly
        && says_any(english, &["each of ", "in each ", "in both ", " each"])
        && chinese.list.iter().filter(same).count() > 1
        && english.list.iter().any(|two| two.value == one.value)
}

/// 表2的比例…表2的上限, `in Table 2 … in that table`
fn is_named_again(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    const NAMES: [&str; 4] = ["表", "图", "附件", "附表"];
    let before = chinese.before(one, 2);
    NAMES.iter().any(|name| before.ends_with(name))
        && english.list.iter().any(|two| two.value == one.value && two.measure == one.measure)
}

/// 前三项, `items (1) to (3)`
fn is_first_item(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    let behind = english.behind(two).trim_start_matches([')', ' ']);
    two.value == Decimal::ONE
        && (behind.starts_with("to ") || behind.starts_with(['–', '-']))
        && says_any(chinese, &["前两", "前二", "前三", "前四", "前五", "前六", "前七", "前八"])
}

/// `24 hours` in other words.
const DAY_AND_NIGHT: [&str; 5] =
    ["round the clock", "round-the-clock", "around the clock", "around-the-clock", "24/7"];

/// Whether an English quantity needs no Chinese twin.
pub fn english_needs_no_twin(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    match two.measure {
        Measure::Year => {
            is_of_five_year_plan(two, chinese)
                || is_repeated(two, chinese)
                || (is_beside_known_year(two, chinese) && says_any(chinese, &NEXT_YEAR))
                || (is_compared_with(two, english) && says_any(chinese, &COMPARED))
                || is_year_of_span(two, chinese)
        }
        Measure::Month | Measure::Day if is_of_holiday(two, chinese) => true,
        Measure::Month => is_repeated(two, chinese),
        Measure::Unit(_) => is_conversion(two, english) || is_said_once(two, english, chinese),
        // `per 1,000`, the unit of a table, where Chinese has ‰
        Measure::Count => {
            (two.value == Decimal::ONE_THOUSAND
                && english.before(two, 4) == "per "
                && chinese.list.is_empty()
                && says_any(chinese, &["‰", "千分"]))
                || is_grade(two, english, chinese)
                || is_paragraph(two, english, chinese)
                || is_advanced_age(two, chinese)
                || is_first_item(two, english, chinese)
                || is_of_each(two, chinese)
                || is_said_once(two, english, chinese)
        }
        // 打八折, `20 per cent off`
        Measure::Percent if is_discount(two, english, chinese) => true,
        Measure::Clock if is_hour_in_numerals(two, chinese) => true,
        _ => is_said_once(two, english, chinese) || is_said_of_either(two, english, chinese),
    }
}

/// 理论和实践各不少于60学时, `at least 60 of theory and at least 60 of practice`
fn is_of_each(two: &Quantity, chinese: Read<'_>) -> bool {
    let each = |one: &Quantity| {
        let same = one.value == two.value && one.bound == two.bound;
        same && chinese.before(one, 2).contains('各')
    };
    chinese.list.iter().any(each)
}

/// `at least 20% of the owners or at least 20% of the area`, where Chinese has one bound for 人数占比或者面积占比.
fn is_said_of_either(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    let same = |one: &&Quantity| {
        one.bound == two.bound && one.value == two.value && one.measure == two.measure
    };
    let joined = |first: &Quantity| {
        let between = english.text.get(first.range.end..two.range.start);
        between.is_some_and(|words| {
            [" or ", " and "].iter().any(|joint| words.contains(joint))
                && !words.contains(['.', ';'])
        })
    };
    let mut earlier = english.list.iter().filter(same);
    let share = matches!(two.measure, Measure::Percent | Measure::Parts(_));
    share
        && earlier.any(joined)
        && says_any(chinese, &["或者", "或", "和", "及", "与", "、", "均"])
        && chinese.list.iter().any(|one| same(&one))
}

/// Whether a text says a large number more often than the other one, which speaks of it in words: `of the 47, 14 are in …`.
fn is_said_once(one: &Quantity, text: Read<'_>, other: Read<'_>) -> bool {
    let same = |two: &&Quantity| {
        two.value == one.value && two.measure.agrees(&one.measure) && two.strength == one.strength
    };
    let striking = one.value >= Decimal::TEN || !one.value.fract().is_zero();
    let before = text.before(one, 4);
    let rate = before.ends_with(['每', '/']) || before == "per ";
    striking
        && !rate
        && one.bound == Bound::Exactly
        && text.list.iter().filter(same).count() > 1
        && other.list.iter().any(|two| same(&two))
}

/// 2026年至2028年分别为6300万公里、6400万公里和6500万公里, `64 million in 2027`: the years within a span are those of the list
/// behind it.
fn is_year_of_span(year: &Quantity, chinese: Read<'_>) -> bool {
    const IN_TURN: [&str; 4] = ["分别", "依次", "逐年", "各"];
    let years: Vec<&Quantity> =
        chinese.list.iter().filter(|one| one.measure == Measure::Year).collect();
    let span = |pair: &[&Quantity]| {
        let between = chinese.text.get(pair[0].range.end..pair[1].range.start).unwrap_or("");
        let joint = matches!(between, "至" | "到" | "—" | "–" | "-" | "－" | "～");
        let within = pair[0].value <= year.value && year.value <= pair[1].value;
        joint && within && says_any(chinese, &IN_TURN)
    };
    years.windows(2).any(span)
}

/// Words by which Chinese names a year beside another one.
const NEXT_YEAR: [&str; 9] =
    ["次年", "翌年", "下一年", "下年", "上年", "当年", "同年", "此后", "其余"];
/// Words by which Chinese compares with a year before, which English often names.
const COMPARED: [&str; 9] =
    ["增长", "下降", "同比", "比上年", "提高", "减少", "增加", "上升", "降低"];

/// `8.8% more than in 2024`
fn is_compared_with(year: &Quantity, english: Read<'_>) -> bool {
    const WORDS: [&str; 7] =
        ["than in ", "than at the end of ", "with ", "with the end of ", "over ", "on ", "from "];
    let before = english.before(year, 24);
    WORDS.iter().any(|word| before.ends_with(word))
}

/// 超过1米, `exceeds one metre along any side`; 1小时降雨量, `hourly rainfall`: a one in words is not read for certain.
fn is_one(one: &Quantity, english: Read<'_>) -> bool {
    if one.value != Decimal::ONE {
        return false;
    }
    // 继续看护1小时, `for another hour`
    let another = match one.measure {
        Measure::Unit("hours") => "another hour",
        Measure::Unit("days") => "another day",
        Measure::Unit("weeks") => "another week",
        Measure::Unit("months") => "another month",
        Measure::Unit("years") => "another year",
        _ => "another one",
    };
    if says_any(english, &[another]) {
        return true;
    }
    // 1美元合7.15元, `CNY 7.15 to the dollar`
    if matches!(one.measure, Measure::Money(_)) && says_any(english, &[" to the ", " to one "]) {
        return true;
    }
    // 每满1年, `for each full year`; 1.8辆车共用1个, `will share each port`
    let loose = one.bound == Bound::Exactly || one.or_exactly;
    if loose && one.measure.takes_bound() && says_any(english, &["each ", "every "]) {
        return true;
    }
    let adjectives: &[&str] = match one.measure {
        Measure::Unit("hours") => &["hourly"],
        Measure::Unit("days") => &["daily"],
        Measure::Unit("weeks") => &["weekly"],
        Measure::Unit("months") => &["monthly"],
        Measure::Unit("years") => &["annual", "yearly"],
        _ => &[],
    };
    // `an hour` is no translation of 不少于1小时.
    let bound = |two: &Quantity| loose || two.bound == one.bound;
    let said =
        |two: &&Quantity| two.value == Decimal::ONE && two.measure == one.measure && bound(two);
    says_any(english, adjectives) || english.list.iter().any(|two| said(&two))
}

/// Whether a text has one of some words.
pub fn says_any(text: Read<'_>, words: &[&str]) -> bool {
    words.iter().any(|word| text.text.contains(word))
}

/// 2027年、2028年各新增45家, `45 in each of the two following years`
fn is_following_year(one: &Quantity, english: Read<'_>) -> bool {
    const WORDS: [&str; 6] =
        ["following", "subsequent", "next", "remaining", "later", "thereafter"];
    let mut years = english.list.iter().filter(|other| other.measure == Measure::Year);
    let earlier =
        |other: &Quantity| other.value < one.value && one.value <= other.value + Decimal::from(5);
    says_any(english, &WORDS) && years.any(earlier)
}

/// Whether the other text says the year or the month, too, though not as often.
pub fn is_repeated(date: &Quantity, other: Read<'_>) -> bool {
    other.list.iter().any(|one| one.measure == date.measure && one.value == date.value)
}

fn is_beside_known_year(year: &Quantity, other: Read<'_>) -> bool {
    let beside = |one: &Quantity| (one.value - year.value).abs() == Decimal::ONE;
    other.list.iter().any(|one| one.measure == Measure::Year && beside(one))
}

/// “十四五”时期, `2021–2025`: the fourteenth five-year plan began in 2021.
fn is_of_five_year_plan(year: &Quantity, chinese: Read<'_>) -> bool {
    let plans = chinese.list.iter().filter(|one| one.measure == Measure::Ordinal);
    let mut named = plans.filter(|one| {
        let words = chinese.words(one);
        words.starts_with('十') && words.ends_with('五')
    });
    named.any(|plan| {
        // The tenth, of 2001 to 2005, and all later ones.
        let ends = Decimal::from(1955) + plan.value * Decimal::from(5);
        [ends - Decimal::from(5), ends - Decimal::from(4), ends].contains(&year.value)
    })
}

/// 管径超过400毫米的, `larger ones`: where a text says what holds up to a number, it may say of all beyond it that they are
/// beyond it.
fn is_other_side(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    const WORDS: [&str; 16] = [
        "larger",
        "longer",
        "bigger",
        "greater",
        "higher",
        "above that",
        "beyond that",
        "more than that",
        "over that",
        "smaller",
        "shorter",
        "lower",
        "below that",
        "others",
        "the rest",
        "beyond this",
    ];
    let other_side = |bound: Bound| match one.bound {
        Bound::MoreThan | Bound::AtLeast => matches!(bound, Bound::AtMost | Bound::LessThan),
        Bound::AtMost | Bound::LessThan => matches!(bound, Bound::MoreThan | Bound::AtLeast),
        _ => false,
    };
    let mut same = chinese.list.iter().filter(|other| other.same_value(one));
    let says = || {
        let small = english.text.to_lowercase();
        WORDS.iter().any(|word| small.contains(word))
    };
    same.any(|other| other_side(other.bound)) && says()
}
