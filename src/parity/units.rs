//! In: nothing. Out: the tables of units, currencies, scales and bounds in both languages.

use crate::model::quantity::Bound;

use super::Reader;
use super::quantity::{Measure, Quantity};

/// A unit in both languages. Longer words stand before those that they contain.
pub struct Unit {
    /// Units that are multiples of each other have one name.
    pub name: &'static str,
    /// How many of what has the name: a megawatt is a thousand kilowatts.
    pub factor: u64,
    pub chinese: &'static [&'static str],
    /// In the singular; the plural has an `s`.
    pub english: &'static [&'static str],
    /// Short forms, which have no plural and whose case counts.
    pub short: &'static [&'static str],
}

const fn unit(
    name: &'static str,
    chinese: &'static [&'static str],
    english: &'static [&'static str],
    short: &'static [&'static str],
) -> Unit {
    Unit { name, factor: 1, chinese, english, short }
}

const fn multiple(
    name: &'static str,
    factor: u64,
    chinese: &'static [&'static str],
    english: &'static [&'static str],
    short: &'static [&'static str],
) -> Unit {
    Unit { name, factor, chinese, english, short }
}

/// What plans measure in. `吨标准煤` is a tonne: what it is a tonne of is a word.
pub static UNITS: &[Unit] = &[
    unit(
        "km²",
        &["平方公里", "平方千米"],
        &["square kilometre", "square kilometer"],
        &["km²", "km2"],
    ),
    unit("m²", &["平方米", "㎡"], &["square metre", "square meter"], &["m²", "m2"]),
    unit("m³", &["立方米", "方"], &["cubic metre", "cubic meter"], &["m³", "m3"]),
    unit("km", &["公里", "千米"], &["kilometre", "kilometer"], &["km"]),
    unit("cm", &["厘米"], &["centimetre", "centimeter"], &["cm"]),
    unit("mm", &["毫米"], &["millimetre", "millimeter"], &["mm"]),
    unit("m", &["米"], &["metre", "meter"], &["m"]),
    unit("mu", &["亩", "畝"], &["mu"], &[]),
    unit("ha", &["公顷", "公頃"], &["hectare"], &["ha"]),
    unit("MB", &["MB"], &["megabyte"], &["MB"]),
    unit("GB", &["GB"], &["gigabyte"], &["GB"]),
    unit("TB", &["TB"], &["terabyte"], &["TB"]),
    unit("PB", &["PB"], &["petabyte"], &["PB"]),
    unit("kWh", &["千瓦时", "千瓦小时", "千瓦·时"], &["kilowatt hour", "kilowatt-hour"], &["kWh"]),
    unit("kW", &["千瓦"], &["kilowatt"], &["kW"]),
    multiple("kW", 1_000, &["兆瓦"], &["megawatt"], &["MW"]),
    multiple("kW", 1_000_000, &["吉瓦"], &["gigawatt"], &["GW"]),
    multiple("kWh", 1_000, &["兆瓦时"], &["megawatt hour", "megawatt-hour"], &["MWh"]),
    multiple("kWh", 1_000_000, &["吉瓦时"], &["gigawatt hour", "gigawatt-hour"], &["GWh"]),
    multiple("kWh", 1_000_000_000, &["太瓦时"], &["terawatt hour", "terawatt-hour"], &["TWh"]),
    unit("kV", &["千伏"], &["kilovolt"], &["kV"]),
    unit("t", &["吨", "噸", "蒸吨"], &["tonne", "ton", "metric ton"], &["t", "tce"]),
    multiple("t", 1_000, &["千吨"], &["kilotonne"], &["kt", "ktce"]),
    multiple("t", 1_000_000, &[], &["megatonne"], &["Mt", "Mtce"]),
    unit("kg", &["公斤", "千克"], &["kilogram", "kilogramme"], &["kg"]),
    unit("mg", &["毫克"], &["milligram"], &["mg"]),
    unit("µg", &["微克"], &["microgram"], &["µg", "μg"]),
    unit("g", &["克"], &["gram"], &["g", "gce"]),
    unit("jin", &["斤"], &["jin"], &[]),
    unit("l", &["升"], &["litre", "liter"], &[]),
    unit("°C", &["摄氏度", "℃"], &["degree Celsius", "degrees Celsius"], &["°C", "℃"]),
    unit("hours", &["个小时", "小时"], &["hour"], &[]),
    unit("seconds", &["秒"], &["second"], &[]),
    unit("minutes", &["分钟"], &["minute"], &[]),
    unit("weeks", &["周", "个星期", "星期"], &["week"], &[]),
    unit("working days", &["个工作日", "工作日"], &["working day", "business day"], &[]),
    unit("days", &["天", "个自然日", "自然日"], &["day", "calendar day"], &[]),
    unit("months", &["个月", "個月"], &["month"], &[]),
    unit("quarters", &["个季度"], &["quarter"], &[]),
    unit("years", &["周年", "年"], &["year"], &[]),
];

/// Currencies in Chinese, the one that the others contain at the end; their code; their names in English.
pub static CURRENCIES: &[(&[&str], &str, &[&str])] = &[
    (&["美元"], "USD", &["USD", "US$", "dollar", "US dollar"]),
    (&["欧元", "歐元"], "EUR", &["EUR", "€", "euro"]),
    (&["港元", "港币"], "HKD", &["HKD", "HK$"]),
    (&["日元"], "JPY", &["JPY"]),
    (&["英镑"], "GBP", &["GBP", "£"]),
    (&["元", "圆"], "CNY", &["CNY", "RMB", "¥", "￥", "yuan"]),
];

/// Bounds that stand before a number in Chinese; longer ones first.
pub static BEFORE_CHINESE: &[(&str, Bound)] = &[
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不得低于", Bound::AtLeast),
    ("不得少于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("最低", Bound::AtLeast),
    ("最短", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不得超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("最长", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("超过", Bound::MoreThan),
    ("超過", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("大于", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("长于", Bound::MoreThan),
    ("迟于", Bound::MoreThan),
    ("晚于", Bound::MoreThan),
    ("超出", Bound::MoreThan),
    ("超", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("低于", Bound::LessThan),
    ("小于", Bound::LessThan),
    ("少于", Bound::LessThan),
    ("短于", Bound::LessThan),
    ("早于", Bound::LessThan),
    ("未满", Bound::LessThan),
    ("不满", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("<", Bound::LessThan),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("约占", Bound::About),
    ("约需", Bound::About),
    ("约有", Bound::About),
    ("约合", Bound::About),
    ("约计", Bound::About),
    ("约", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("近", Bound::About),
];

/// Bounds that stand behind a number in Chinese.
pub static BEHIND_CHINESE: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("及以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("以內", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// Bounds that stand before a number in English; longer ones first.
pub static BEFORE_ENGLISH: &[(&str, Bound)] = &[
    ("a minimum of", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("not fewer than", Bound::AtLeast),
    ("no lower than", Bound::AtLeast),
    ("not lower than", Bound::AtLeast),
    ("not below", Bound::AtLeast),
    ("a floor of", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("at or above", Bound::AtLeast),
    ("at or over", Bound::AtLeast),
    ("at or below", Bound::AtMost),
    ("at or under", Bound::AtMost),
    ("≥", Bound::AtLeast),
    ("a maximum of", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("no higher than", Bound::AtMost),
    ("not higher than", Bound::AtMost),
    ("not to exceed", Bound::AtMost),
    ("not exceed", Bound::AtMost),
    ("exceed neither", Bound::AtMost),
    ("exceeds neither", Bound::AtMost),
    ("not exceeding", Bound::AtMost),
    ("not above", Bound::AtMost),
    ("not over", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("at the latest", Bound::AtMost),
    ("up to and including", Bound::AtMost),
    ("the first", Bound::AtMost),
    ("ceiling of", Bound::AtMost),
    ("upper limit of", Bound::AtMost),
    ("limit of", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("within", Bound::AtMost),
    ("capped at", Bound::AtMost),
    ("held to", Bound::AtMost),
    ("limited to", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("more than", Bound::MoreThan),
    ("greater than", Bound::MoreThan),
    ("larger than", Bound::MoreThan),
    ("longer than", Bound::MoreThan),
    ("later than", Bound::MoreThan),
    ("older than", Bound::MoreThan),
    ("over the age of", Bound::MoreThan),
    ("above the age of", Bound::MoreThan),
    ("deeper than", Bound::MoreThan),
    ("wider than", Bound::MoreThan),
    ("taller than", Bound::MoreThan),
    ("heavier than", Bound::MoreThan),
    ("faster than", Bound::MoreThan),
    ("stronger than", Bound::MoreThan),
    ("thicker than", Bound::MoreThan),
    ("steeper than", Bound::MoreThan),
    ("farther than", Bound::MoreThan),
    ("further than", Bound::MoreThan),
    ("colder than", Bound::LessThan),
    ("cooler than", Bound::LessThan),
    ("quieter than", Bound::LessThan),
    ("warmer than", Bound::MoreThan),
    ("hotter than", Bound::MoreThan),
    ("louder than", Bound::MoreThan),
    ("noisier than", Bound::MoreThan),
    ("denser than", Bound::MoreThan),
    ("cheaper than", Bound::LessThan),
    ("dearer than", Bound::MoreThan),
    ("nearer than", Bound::LessThan),
    ("closer than", Bound::LessThan),
    ("in excess of", Bound::MoreThan),
    ("beyond", Bound::MoreThan),
    ("higher than", Bound::MoreThan),
    ("upwards of", Bound::MoreThan),
    ("exceed", Bound::MoreThan),
    ("exceeds", Bound::MoreThan),
    ("exceeding", Bound::MoreThan),
    ("exceeded", Bound::MoreThan),
    ("surpass", Bound::MoreThan),
    ("surpassing", Bound::MoreThan),
    ("surpasses", Bound::MoreThan),
    ("above", Bound::MoreThan),
    ("over", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("lower than", Bound::LessThan),
    ("smaller than", Bound::LessThan),
    ("shorter than", Bound::LessThan),
    ("earlier than", Bound::LessThan),
    ("younger than", Bound::LessThan),
    ("under the age of", Bound::LessThan),
    ("below the age of", Bound::LessThan),
    ("narrower than", Bound::LessThan),
    ("lighter than", Bound::LessThan),
    ("slower than", Bound::LessThan),
    ("shallower than", Bound::LessThan),
    ("thinner than", Bound::LessThan),
    ("below", Bound::LessThan),
    ("short of", Bound::LessThan),
    ("under", Bound::LessThan),
    ("<", Bound::LessThan),
    ("close to", Bound::About),
    ("about", Bound::About),
    ("around", Bound::About),
    ("approximately", Bound::About),
    ("roughly", Bound::About),
    ("nearly", Bound::About),
    ("almost", Bound::About),
    ("some", Bound::About),
    ("an estimated", Bound::About),
];

/// Bounds that stand behind a number in English.
pub static BEHIND_ENGLISH: &[(&str, Bound)] = &[
    ("or colder", Bound::AtMost),
    ("or warmer", Bound::AtLeast),
    ("or more", Bound::AtLeast),
    ("or above", Bound::AtLeast),
    ("or higher", Bound::AtLeast),
    ("or over", Bound::AtLeast),
    ("or longer", Bound::AtLeast),
    ("or better", Bound::AtLeast),
    ("or greater", Bound::AtLeast),
    ("or larger", Bound::AtLeast),
    ("or smaller", Bound::AtMost),
    ("or older", Bound::AtLeast),
    ("and older", Bound::AtLeast),
    ("and higher", Bound::AtLeast),
    ("and above", Bound::AtLeast),
    ("and over", Bound::AtLeast),
    ("or less", Bound::AtMost),
    ("or fewer", Bound::AtMost),
    ("or below", Bound::AtMost),
    ("or lower", Bound::AtMost),
    ("and below", Bound::AtMost),
    ("and lower", Bound::AtMost),
    ("and under", Bound::AtMost),
    ("or under", Bound::AtMost),
    ("or younger", Bound::AtMost),
    ("and younger", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("at the most", Bound::AtMost),
    ("or so", Bound::About),
    ("or thereabouts", Bound::About),
];

/// The units and currencies of some quantities that a text names, too, wherever that is.
pub fn named((text, reader): (&str, Reader), quantities: &[Quantity]) -> Vec<Measure> {
    let names = |measure: &Measure| {
        let (chinese, english, short): (_, _, &[&str]) = match measure {
            Measure::Unit(name) => UNITS
                .iter()
                .find(|one| one.name == *name && one.factor == 1)
                .map(|one| (one.chinese, one.english, one.short))?,
            Measure::Money(code) => CURRENCIES
                .iter()
                .find(|one| one.1 == *code)
                .map(|one| (one.0, one.2, Default::default()))?,
            _ => return None,
        };
        Some(if reader == Reader::Chinese { (chinese, short) } else { (english, short) })
    };
    // `metre` does not stand in `square metre`.
    let longer = |before: &str| {
        before.ends_with(|c: char| c.is_ascii_alphabetic())
            || ["square ", "cubic ", "平方", "立方", "working "]
                .iter()
                .any(|one| before.ends_with(one))
    };
    let stands = |word: &str| text.match_indices(word).any(|(at, _)| !longer(&text[..at]));
    // `m` stands in many words.
    let stands_alone = |word: &str| {
        let ends = |at: usize| {
            let behind = text[at + word.len()..].chars().next();
            behind.is_none_or(|c| !c.is_alphanumeric() && c != '²' && c != '³')
        };
        text.match_indices(word).any(|(at, _)| !longer(&text[..at]) && ends(at))
    };
    let is_named = |measure: &&Measure| {
        names(measure).is_some_and(|(words, short)| {
            words.iter().any(|word| stands(word)) || short.iter().any(|word| stands_alone(word))
        })
    };
    let mut all: Vec<&Measure> = Vec::new();
    for one in quantities {
        if !all.contains(&&one.measure) {
            all.push(&one.measure);
        }
    }
    all.into_iter().filter(is_named).cloned().collect()
}
