//! In: a quantity of a Chinese or an English text to which the other text has no counterpart, and the texts. Out: whether it
//! needs none, because the other language says it in words or need not say it.

use rust_decimal::Decimal;

use crate::language::numeral::to_chinese;
use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity};
use super::understood::Read;

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
            from_nought || is_number_of_copies(one, chinese, english)
        }
        _ => false,
    };
    // 3岁以下, `the under-threes`
    let age = chinese.behind(one).starts_with('岁') || chinese.words(one).contains('岁');
    let by_age = age && says_any(english, &["under-", "over-"]);
    by_age
        || in_words
        || is_one(one, english)
        || is_other_side(one, chinese, english)
        || is_rounded_up(one, chinese, english)
        || is_said_once(one, chinese, english)
        || is_said_of_each(one, chinese, english)
        || is_named_again(one, chinese, english)
}

/// 一式3份, `in triplicate`
fn is_number_of_copies(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let word = match u32::try_from(one.value) {
        Ok(2) => "duplicate",
        Ok(3) => "triplicate",
        Ok(4) => "quadruplicate",
        _ => return false,
    };
    chinese.before(one, 2).ends_with("一式") && says_any(english, &[word])
}

/// 12时, `noon`; 24时, `midnight`
fn is_noon_or_midnight(one: &Quantity, english: Read<'_>) -> bool {
    let words: &[&str] = match u32::try_from(one.value) {
        Ok(720) => &["noon", "midday"],
        Ok(0 | 1440) => &["midnight", "end of the day", "end of that day"],
        _ => return false,
    };
    says_any(english, words)
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
        Measure::Month => is_repeated(two, chinese),
        Measure::Unit(_) => is_conversion(two, english) || is_said_once(two, english, chinese),
        // `per 1,000`, the unit of a table, where Chinese has ‰
        Measure::Count => {
            (two.value == Decimal::ONE_THOUSAND
                && english.before(two, 4) == "per "
                && chinese.list.is_empty()
                && says_any(chinese, &["‰", "千分"]))
                || is_grade(two, english, chinese)
                || is_advanced_age(two, chinese)
                || is_said_once(two, english, chinese)
        }
        // 打八折, `20 per cent off`
        Measure::Percent if is_discount(two, english, chinese) => true,
        Measure::Clock if is_hour_in_numerals(two, chinese) => true,
        _ => is_said_once(two, english, chinese) || is_said_of_either(two, english, chinese),
    }
}

/// 零时至五时, `midnight to 5 a.m.`
fn is_hour_in_numerals(two: &Quantity, chinese: Read<'_>) -> bool {
    let hour = u32::try_from(two.value).ok().filter(|minutes| minutes % 60 == 0);
    let hour =
        hour.map(|minutes| if minutes == 0 { "零".into() } else { to_chinese(minutes / 60) });
    hour.is_some_and(|hour| says_any(chinese, &[&format!("{hour}时"), &format!("{hour}点")]))
}

/// 打八折, `20 per cent off`: eight tenths of the price are left.
fn is_discount(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    let off = ["off", "discount", "reduction", "cheaper", "less"];
    let behind = english.behind(two).trim_start();
    let left = (Decimal::ONE_HUNDRED - two.value).checked_div(Decimal::TEN);
    let tenths =
        left.filter(|left| left.fract().is_zero()).and_then(|left| u32::try_from(left).ok());
    let tenths = tenths.filter(|tenths| (1..10).contains(tenths));
    off.iter().any(|word| behind.starts_with(word))
        && tenths.is_some_and(|tenths| {
            says_any(chinese, &[&format!("{}折", to_chinese(tenths)), &format!("{tenths}折")])
        })
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

/// 高龄老年人, `people aged 80 or over`
fn is_advanced_age(two: &Quantity, chinese: Read<'_>) -> bool {
    two.value == Decimal::from(80) && two.bound == Bound::AtLeast && says_any(chinese, &["高龄"])
}

/// `Year 1` of a school, where Chinese has 一年级.
fn is_grade(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    const WORDS: [&str; 13] = [
        "Year ",
        "Grade ",
        "Form ",
        "Level ",
        "Phase ",
        "Tier ",
        "Class ",
        "Part ",
        "Zone ",
        "Category ",
        "Type ",
        "Group ",
        "Stage ",
    ];
    let before = english.before(two, 8);
    let graded = before.to_ascii_lowercase().ends_with("grade ")
        || WORDS.iter().any(|word| before.ends_with(word));
    graded && chinese.list.iter().any(|one| one.value == two.value)
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

/// 50%, `half of them`; 100%, `all`
fn is_said_in_words(one: &Quantity, english: Read<'_>) -> bool {
    let words: &[&str] = match u32::try_from(one.value) {
        _ if one.value.scale() > 0 && !one.value.fract().is_zero() => return false,
        Ok(10) => &["a tenth", "one in ten"],
        Ok(20) => &["a fifth", "one in five"],
        Ok(25) => &["quarter", "one in four"],
        Ok(50) => &["half", "halve"],
        Ok(75) => &["three quarters", "three-quarters"],
        Ok(100) => &[
            "all ",
            "full",
            "every ",
            "entire",
            "whole",
            "complete",
            "universal",
            "without exception",
        ],
        _ => return false,
    };
    let small = english.text.to_lowercase();
    words.iter().any(|word| small.contains(word))
}

/// 超过1米, `exceeds one metre along any side`; 1小时降雨量, `hourly rainfall`: a one in words is not read for certain.
fn is_one(one: &Quantity, english: Read<'_>) -> bool {
    if one.value != Decimal::ONE {
        return false;
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

fn says_any(text: Read<'_>, words: &[&str]) -> bool {
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

/// `120,000 mu (8,000 hectares)`: the same size in a unit that readers know.
fn is_conversion(two: &Quantity, english: Read<'_>) -> bool {
    /// From, to, and how many of the second make one of the first: 15 mu are a hectare, two jin are a kilogram.
    const SIZES: [(&str, &str, f64); 3] =
        [("mu", "ha", 1.0 / 15.0), ("mu", "m²", 10_000.0 / 15.0), ("jin", "kg", 0.5)];
    /// Conversions are rounded.
    const NEAR: f64 = 0.01;
    let before = english.list.iter().rev().find(|one| one.range.end <= two.range.start);
    let Some(first) = before else { return false };
    let between = &english.text[first.range.end..two.range.start];
    let bracket = between.trim_start();
    let glossed = ["(", "(about ", "(some ", "(approximately ", "(roughly "].contains(&bracket)
        || matches!(bracket, ", or " | "or ");
    let value = |one: &Quantity| f64::try_from(one.value).unwrap_or_default();
    glossed
        && SIZES.iter().any(|(from, to, each)| {
            let fits = first.measure == Measure::Unit(from) && two.measure == Measure::Unit(to);
            let expected = value(first) * each;
            fits && (value(two) - expected).abs() <= expected * NEAR
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

/// 不足15分钟的按15分钟计算, `any part of a unit counts as a whole`
fn is_rounded_up(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    const WORDS: [&str; 6] =
        ["part of a", "part of an", "part thereof", "fraction", "rounded up", "counts as a full"];
    let whole = |other: &Quantity| {
        let near = chinese.text.get(one.range.end..other.range.start);
        near.is_some_and(|between| {
            matches!(between.trim_start_matches('，'), "的按" | "的，按" | "按" | "的计")
        }) && other.value == one.value
            && other.measure == one.measure
    };
    one.bound == Bound::LessThan && chinese.list.iter().any(whole) && says_any(english, &WORDS)
}
