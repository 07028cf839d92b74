//! In: the words beside a figure. Out: the name of the thing that the figure is about, in a form in which names can be
//! compared; and how alike two names are.

use std::sync::LazyLock;

use crate::language::{Lookup, WordList, any_byte};

use super::sentences::outside_brackets;
use super::words::{COUNTED_PLACES, GRADES, INCREASE, LEADING};

/// Names longer than this are sentences.
const LONGEST: usize = 40;

/// What ends like a place and is longer is a thing: 科技成果转移转化示范区.
const LONGEST_PLACE: usize = 5;

/// What is left of a time when its numbers are taken off: 三年, “十四五”期间.
static TIMES: WordList<13> = WordList::new([
    "年度期间",
    "年期间",
    "年度",
    "年内",
    "年来",
    "年间",
    "年",
    "季度",
    "个月",
    "月",
    "天",
    "时期",
    "期间",
]);

/// What may stand before a name.
static LEADING_WORDS: LazyLock<Lookup<()>> = LazyLock::new(|| {
    Lookup::by_first(LEADING.iter().chain(INCREASE.iter()).map(|word| (word, ())))
});

/// A name without brackets, blanks, quotation marks and 的, and without the place at its beginning.
pub fn normal(name: &str) -> String {
    static PLACES: WordList<14> = WordList::new([
        "全市", "全省", "全区", "全县", "全州", "全旗", "我市", "我省", "我区", "我县", "本市",
        "本省", "各类", "各级",
    ]);
    let mut plain = String::with_capacity(name.len());
    if is_plain(name) {
        plain.push_str(name);
    } else {
        let said =
            |c: &char| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '《' | '》' | '的');
        plain.extend(outside_brackets(name).filter(said));
    }
    let mut rest = plain.as_str();
    while let Some(place) = PLACES.beginning(rest) {
        rest = &rest[place.len()..];
    }
    for word in ["总数量", "总数", "数量"] {
        rest = rest.strip_suffix(word).filter(|rest| !rest.is_empty()).unwrap_or(rest);
    }
    let rest = rest.trim_matches(['、', '—', '-']);
    if rest.len() == plain.len() { plain } else { rest.to_owned() }
}

/// Whether a name has nothing but Chinese characters, letters and digits, and no 的; told for many bytes at a time. Marks and
/// blanks begin with other bytes.
fn is_plain(name: &str) -> bool {
    let bytes = name.as_bytes();
    let odd = |b: u8| {
        !(b.is_ascii_alphanumeric() || (0x80..=0xBF).contains(&b) || (0xE4..=0xE9).contains(&b))
    };
    let others = bytes.iter().zip(bytes.get(1..).unwrap_or(&[])).zip(bytes.get(2..).unwrap_or(&[]));
    let de = others.fold(false, |any, ((one, two), three)| {
        any | (*one == 0xE7) & (*two == 0x9A) & (*three == 0x84)
    });
    !de && !any_byte(name, odd)
}

/// The normal form, where the words can be the name of a thing at all.
pub fn name(words: &str) -> Option<String> {
    let name = normal(words);
    let count = name.chars().take(LONGEST + 1).count();
    let fits = (2..=LONGEST).contains(&count);
    (fits && !is_time(&name) && !(count <= LONGEST_PLACE && is_place(&name))).then_some(name)
}

/// Whether words only say when, or of whom: 三年, “十四五”期间, 每户, 其余, 省级.
fn is_time(name: &str) -> bool {
    let none = name.starts_with(['每', '各']) || GRADES.contains(name);
    if none || matches!(name, "其中" | "其余" | "其他" | "合计" | "总计") {
        return true;
    }
    // 由2025年的18.6%降至2027年的15.5%: the verb of a step is no part of a name.
    static STEPS: WordList<14> = WordList::new([
        "降低到",
        "下降到",
        "减少到",
        "提高到",
        "提升到",
        "增加到",
        "扩大到",
        "降至",
        "降到",
        "增至",
        "增到",
        "升至",
        "由",
        "从",
    ]);
    let name = STEPS.beginning(name).map_or(name, |step| &name[step.len()..]);
    let rest = name.trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十两几近未来今后前上下半全本当".contains(c)
    });
    TIMES.contains(rest)
}

/// Whether a short name is that of a place: 城东区. What is counted there, other words say.
fn is_place(name: &str) -> bool {
    name.ends_with(['区', '县', '市', '省', '州', '旗', '镇', '乡'])
        && COUNTED_PLACES.ending(name).is_none()
}

/// The words behind the verbs and small words that a text begins with, and those.
pub fn split_leading(text: &str) -> (&str, &str) {
    let mut rest = text.trim_start();
    loop {
        let word = LEADING_WORDS.beginning(rest).next();
        let shorter = word.map(|(word, ())| rest[word.len()..].trim_start());
        match shorter {
            Some(shorter) => rest = shorter,
            None => return text.split_at(text.len() - rest.len()),
        }
    }
}

/// How names of sums and shares end; things that are counted are told apart by their words.
const ENDS: [char; 9] = ['额', '值', '率', '重', '例', '量', '积', '入', '度'];

/// Whether a name of a figure is a longer one without the words that say of what: 管网漏损率 of 公共供水管网漏损率. What comes
/// to something (新增…面积) is another figure than how much there is.
pub fn is_end_of(short: &str, long: &str) -> bool {
    /// A shorter name may be that of many things.
    const SHORTEST: usize = 4;
    let before = long.strip_suffix(short).unwrap_or("");
    !before.is_empty()
        && !before.contains(['新', '增', '人', '每'])
        && GRADES.beginning(before).is_none()
        && short.ends_with(ENDS)
        && short.chars().nth(SHORTEST - 1).is_some()
}

/// Whether two names of figures are one but for a word within: 技术交易总额 and 技术合同交易额.
pub fn almost_equal(one: &str, two: &str) -> bool {
    let plain = |name: &str| -> Vec<char> { name.chars().filter(|c| *c != '总').collect() };
    let (mut long, mut short) = (plain(one), plain(two));
    if long.len() < short.len() {
        (long, short) = (short, long);
    }
    let alike = short.len() >= 4
        && long.len() - short.len() <= 3
        && short.first() == long.first()
        && short.last() == long.last()
        && short.last().is_some_and(|c| ENDS.contains(c));
    if one == two || !alike {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Whether one of two names has a grade before it and the other has none: 市级科技创新园区 and 科技创新园区.
pub fn same_but_for_grade(one: &str, two: &str) -> bool {
    let plain = |name: &str| GRADES.beginning(name).map(|grade| name[grade.len()..].to_owned());
    match (plain(one), plain(two)) {
        (Some(plain), None) => plain == two,
        (None, Some(plain)) => plain == one,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, normal};

    #[test]
    fn plain_names_stay_as_they_are() {
        for (name, same) in [
            ("高新技术企业", true),
            ("5G基站", true),
            ("企业的数量", false),
            ("泵站（座）", false),
            ("“蓝天”行动", false),
            ("节水 面积", false),
            ("节水\u{3000}面积", false),
            ("管网漏损率（%）", false),
            ("率白", true),
            ("皚", true),
        ] {
            assert_eq!(is_plain(name), same, "{name}");
            assert!(!same || normal(name) == name, "{name}");
        }
        assert_eq!(normal("全市“蓝天”行动（项）的数量"), "蓝天行动");
    }
}
