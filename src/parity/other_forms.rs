//! In: a quantity of one text, and both texts. Out: whether the other language says it in another form: 一式3份 and `in
//! triplicate`, 12时 and `noon`, 50% and `half`.

use rust_decimal::Decimal;

use crate::language::numeral::to_chinese;
use crate::model::quantity::Bound;

use super::alone::says_any;
use super::quantity::{Measure, Quantity};
use super::understood::Read;

/// 一式3份, `in triplicate`
pub fn is_number_of_copies(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let word = match u32::try_from(one.value) {
        Ok(2) => "duplicate",
        Ok(3) => "triplicate",
        Ok(4) => "quadruplicate",
        _ => return false,
    };
    chinese.before(one, 2).ends_with("一式") && says_any(english, &[word])
}

/// 19:1, `19 pupils per teacher`
pub fn is_end_of_ratio(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let before = chinese.before(one, 1);
    one.value == Decimal::ONE
        && [":", "：", "∶"].contains(&before)
        && says_any(english, &["per ", " to one", "for each ", "for every ", "ratio of "])
}

/// 满1周岁之日, `first birthday`; 前1日, `the day before`
pub fn is_birthday_or_day_before(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let year = chinese.words(one).ends_with("周岁") || chinese.behind(one).starts_with("周岁");
    let day = chinese.before(one, 1) == "前" && chinese.words(one).ends_with(['日', '天']);
    year && says_any(english, &["birthday"])
        || day && one.value == Decimal::ONE && says_any(english, &["day before", "previous day"])
}

/// 12时, `noon`; 24时, `midnight`
pub fn is_noon_or_midnight(one: &Quantity, english: Read<'_>) -> bool {
    let words: &[&str] = match u32::try_from(one.value) {
        Ok(720) => &["noon", "midday"],
        Ok(0 | 1440) => &["midnight", "end of the day", "end of that day"],
        _ => return false,
    };
    says_any(english, words)
}

/// 零时至五时, `midnight to 5 a.m.`
pub fn is_hour_in_numerals(two: &Quantity, chinese: Read<'_>) -> bool {
    let hour = u32::try_from(two.value).ok().filter(|minutes| minutes % 60 == 0);
    let hour =
        hour.map(|minutes| if minutes == 0 { "零".into() } else { to_chinese(minutes / 60) });
    hour.is_some_and(|hour| says_any(chinese, &[&format!("{hour}时"), &format!("{hour}点")]))
}

/// 打八折, `20 per cent off`: eight tenths of the price are left.
pub fn is_discount(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
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

/// 50%, `half of them`; 100%, `all`
pub fn is_said_in_words(one: &Quantity, english: Read<'_>) -> bool {
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

/// `120,000 mu (8,000 hectares)`: the same size in a unit that readers know.
pub fn is_conversion(two: &Quantity, english: Read<'_>) -> bool {
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

/// 不足15分钟的按15分钟计算, `any part of a unit counts as a whole`
pub fn is_rounded_up(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    const WORDS: [&str; 9] = [
        "part of a",
        "part of an",
        "part thereof",
        "fraction",
        "rounded up",
        "counts as a full",
        "have fewer",
        "counted as",
        "has fewer",
    ];
    let whole = |other: &Quantity| {
        let near = chinese.text.get(one.range.end..other.range.start);
        near.is_some_and(|between| {
            let words = between.trim_start_matches('，');
            matches!(words, "的按" | "的，按" | "按" | "的计" | "的一律按" | "的均按" | "的按照")
        }) && other.value == one.value
            && other.measure == one.measure
    };
    one.bound == Bound::LessThan && chinese.list.iter().any(whole) && says_any(english, &WORDS)
}

/// 高龄老年人, `people aged 80 or over`
pub fn is_advanced_age(two: &Quantity, chinese: Read<'_>) -> bool {
    two.value == Decimal::from(80) && two.bound == Bound::AtLeast && says_any(chinese, &["高龄"])
}

/// `Year 1` of a school, where Chinese has 一年级.
pub fn is_grade(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    const WORDS: [&str; 13] = [
        "grade ",
        "year ",
        "form ",
        "level ",
        "phase ",
        "tier ",
        "class ",
        "part ",
        "zone ",
        "category ",
        "type ",
        "group ",
        "stage ",
    ];
    let before = english.before(two, 9).to_ascii_lowercase();
    let graded = WORDS.iter().any(|word| before.ends_with(word));
    graded && chinese.list.iter().any(|one| one.value == two.value)
}

/// 第六条第一款, `Article 6, Paragraph 1`
pub fn is_paragraph(two: &Quantity, english: Read<'_>, chinese: Read<'_>) -> bool {
    const WORDS: [&str; 3] = ["paragraph ", "item ", "point "];
    let before = english.before(two, 12).to_ascii_lowercase();
    let Some(number) = u32::try_from(two.value).ok().filter(|number| *number < 100) else {
        return false;
    };
    let numeral = to_chinese(number);
    let named = [format!("第{numeral}款"), format!("第{numeral}项"), format!("第（{numeral}）项")];
    WORDS.iter().any(|word| before.ends_with(word))
        && named.iter().any(|word| chinese.text.contains(word.as_str()))
}

/// “八一”建军节, `Army Day on 1 August`: the name of a day says which one it is.
pub fn is_of_holiday(two: &Quantity, chinese: Read<'_>) -> bool {
    const HOLIDAYS: [(&str, u32, u32); 14] = [
        ("元旦", 1, 1),
        ("妇女节", 3, 8),
        ("植树节", 3, 12),
        ("“五一”", 5, 1),
        ("劳动节", 5, 1),
        ("“六一”", 6, 1),
        ("儿童节", 6, 1),
        ("“七一”", 7, 1),
        ("“八一”", 8, 1),
        ("建军节", 8, 1),
        ("教师节", 9, 10),
        ("烈士纪念日", 9, 30),
        ("“十一”", 10, 1),
        ("国庆节", 10, 1),
    ];
    let is = |month: u32, day: u32| match two.measure {
        Measure::Month => two.value == Decimal::from(month),
        Measure::Day => two.value == Decimal::from(day),
        _ => false,
    };
    HOLIDAYS.iter().any(|(name, month, day)| is(*month, *day) && chinese.text.contains(name))
}

/// 第2年起每年100元, `for each later year`
pub fn is_first_of_later_years(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    const LATER: [&str; 8] = [
        "each year after",
        "every year after",
        "each later year",
        "each subsequent year",
        "each following year",
        "thereafter",
        "in later years",
        "from then on",
    ];
    let ordinal = chinese.words(one).starts_with('第') || chinese.before(one, 1).ends_with('第');
    ordinal
        && chinese.behind(one).trim_start_matches('年').starts_with('起')
        && says_any(english, &LATER)
}

/// 满3个月的，自满3个月之日起, `of the day on which it is three months old`
pub fn is_condition_again(one: &Quantity, chinese: Read<'_>, english: Read<'_>) -> bool {
    let same = |two: &&Quantity| two.value == one.value && two.measure == one.measure;
    let behind = |two: &Quantity| chinese.behind(two).starts_with("之日起");
    let mut all = chinese.list.iter().filter(same);
    chinese.list.iter().filter(same).count() > 1
        && all.any(behind)
        && english.list.iter().any(|two| same(&two))
}
