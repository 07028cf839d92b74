//! In: a Chinese text and a number in it. Out: what belongs to the number and stands behind it: its scale, its unit, its
//! bound.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::language::{Lookup, WordList, is_han};
use crate::model::quantity::Bound;
use crate::parity::numerals::{self, Read, starts_with_digit};
use crate::parity::quantity::Measure;
use crate::parity::units::{CURRENCIES, UNITS, Unit};

use super::bounds::{Behind, bound_behind};

/// Words behind a number for what is counted. Numerals before them count something; digits always do.
const COUNTERS: [&str; 83] = [
    "个", "個", "家", "项", "件", "名", "人", "户", "台", "套", "所", "座", "条", "株", "篇", "次",
    "场", "期", "批", "处", "类", "种", "辆", "张", "册", "笔", "头", "只", "艘", "宗", "起", "位",
    "届", "级", "岁", "周岁", "步", "轮", "层", "支", "栋", "间", "床", "本", "份", "片", "大",
    "方面", "章", "节", "部", "代", "号", "门", "对", "公里", "线", "区", "县", "村", "人次",
    "户次", "家次", "批次", "辆次", "例次", "床次", "船次", "架次", "台次", "班次", "车次", "件次",
    "场次", "条次", "人天", "羽", "尾", "匹", "支次", "只次", "头次", "羽次",
];

static COUNTER_WORDS: LazyLock<Lookup<()>> =
    LazyLock::new(|| Lookup::by_first(COUNTERS.iter().map(|word| (*word, ()))));
static UNIT_WORDS: LazyLock<Lookup<&'static Unit>> = LazyLock::new(|| {
    let words = |unit: &'static Unit| unit.chinese.iter().chain(unit.short);
    Lookup::by_first(UNITS.iter().flat_map(|unit| words(unit).map(move |word| (*word, unit))))
});
static CURRENCY_WORDS: LazyLock<Lookup<&'static str>> = LazyLock::new(|| {
    let words =
        CURRENCIES.iter().flat_map(|(words, code, _)| words.iter().map(|word| (*word, *code)));
    Lookup::by_first(words)
});

static SIGNS: LazyLock<Lookup<Measure>> = LazyLock::new(|| {
    let signs = [
        ("个百分点", Measure::Points),
        ("百分点", Measure::Points),
        ("个千分点", Measure::PerMille),
        ("千分点", Measure::PerMille),
        ("%", Measure::Percent),
        ("％", Measure::Percent),
        ("﹪", Measure::Percent),
        ("‰", Measure::PerMille),
        ("倍", Measure::Times),
    ];
    Lookup::by_first(signs.into_iter())
});

/// What stands behind a number.
pub struct Tail {
    pub scale: Decimal,
    pub measure: Measure,
    pub bound: Behind,
    /// Whether a unit or a word for what is counted stands there.
    pub named: bool,
    pub length: usize,
}

/// The half behind a unit of years, and its bytes: 三年半, but not 三年半数以上.
pub fn half_behind(tail: &Tail, rest: &str) -> (Decimal, usize) {
    const HALF: &str = "半";
    let years = tail.measure == Measure::Unit("years") && tail.bound.bound == Bound::Exactly;
    let behind = rest[tail.length..].strip_prefix(HALF).filter(|_| years);
    match behind.filter(|behind| !behind.starts_with(['数', '年', '价', '天'])) {
        Some(_) => (Decimal::new(5, 1), HALF.len()),
        None => (Decimal::ZERO, 0),
    }
}

pub fn tail(text: &str, at: usize, read: Read) -> Tail {
    let rest = &text[at + read.length..];
    let mut length = 0;
    let mut bound = Behind::NONE;
    let mut more = |length: &mut usize| {
        if let Some(mark) =
            rest[*length..].chars().next().filter(|c| matches!(c, '多' | '余' | '餘'))
        {
            bound.bound = Bound::MoreThan;
            *length += mark.len_utf8();
        }
    };
    more(&mut length);
    let mut scale = Decimal::ONE;
    let mut unit_behind = unit(&rest[length..]);
    if unit_behind.is_none() && starts_with_digit(&text[at..]) {
        let (factor, scaled) = numerals::chinese_scale(&rest[length..]);
        let before = length;
        (scale, length) = (factor, length + scaled);
        more(&mut length);
        if length > before {
            unit_behind = unit(&rest[length..]);
        }
    }
    let (behind, before) = (&rest[length..], &text[..at]);
    let (mut measure, named, taken) = measure(behind, unit_behind, before, read, scale);
    length += taken;
    if let Some((unit, _)) = unit_behind.filter(|(unit, _)| measure == Measure::Unit(unit.name)) {
        scale = scale.checked_mul(unit.factor.into()).unwrap_or(scale);
    }
    let mut bounded = measure.as_bounded();
    // 33微克/立方米以下
    length += per(&rest[length..]);
    if bound.bound == Bound::Exactly && bounded.takes_bound() {
        let what = match bounded {
            Measure::Unit(_) => of_what(&rest[length..]),
            Measure::Count => of_noun(&rest[length..]),
            _ => 0,
        };
        let (found, taken) = bound_behind(&rest[length + what..], &bounded);
        if taken > 0 {
            (bound, length) = (found, length + what + taken);
            // 10个以上工作日
            let time = unit(&rest[length..]).filter(|(unit, _)| TIME_UNITS.contains(unit.name));
            if let Some((unit, taken)) = time.filter(|_| bounded == Measure::Count) {
                bounded = Measure::Unit(unit.name);
                length += taken;
            }
        } else if let Some(behind) = rest[length..].strip_prefix('多')
            && matches!(bounded, Measure::Times | Measure::Unit(_))
            && !before.rsplit(['，', '。', '；', '：']).next().is_some_and(|one| one.contains('比'))
            && behind.chars().next().is_none_or(|c| !c.is_alphanumeric() || c == '的')
        {
            // 三倍多; but not 比上年的5公里多.
            bound.bound = Bound::MoreThan;
            length += '多'.len_utf8();
        }
    }
    // 15日内 are days.
    if bound.bound != Bound::Exactly {
        measure = bounded;
    }
    Tail { scale, measure, bound, named, length }
}

/// The bytes of the unit that another one is divided by: /立方米, /平方公里·月.
fn per(text: &str) -> usize {
    let Some((of, (_, mut length))) =
        text.strip_prefix(['/', '／']).and_then(|of| Some((of, unit(of)?)))
    else {
        return 0;
    };
    let times = of[length..].strip_prefix(['·', '・']).filter(|rest| rest.starts_with(TIMES));
    if let Some(rest) = times {
        length = of.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8);
    }
    text.len() - of.len() + length
}

/// Units that may stand behind the bound of their number.
static TIME_UNITS: WordList<4> = WordList::new(["working days", "hours", "weeks", "months"]);

const TIMES: [char; 5] = ['年', '月', '日', '天', '时'];

/// The bytes of a short noun without a counter in front of words that can only be a bound: 6车道及以上.
fn of_noun(text: &str) -> usize {
    static BOUNDS: WordList<4> = WordList::new(["及以上", "及以下", "或以上", "或以下"]);
    // 4.45等以内, 25度以上的陡坡
    static PLAIN: WordList<3> = WordList::new(["以上", "以下", "以内"]);
    if text.strip_prefix(['等', '度']).is_some_and(|rest| PLAIN.beginning(rest).is_some()) {
        return '等'.len_utf8();
    }
    let nouns = text.char_indices().take_while(|(_, c)| is_han(*c));
    let mut places = nouns.map(|(at, _)| at).take(4);
    let found = places.find(|at| BOUNDS.beginning(&text[*at..]).is_some());
    // 26家二级及以上医疗机构: the grade is bounded, not the number.
    let graded = |at: &usize| text[..*at].ends_with(['级', '档', '等', '甲', '星']);
    found.filter(|at| !graded(at)).unwrap_or(0)
}

/// The bytes of what a unit is of, where a bound may follow: 0.436吨标准煤以下, 2年一遇以上.
fn of_what(text: &str) -> usize {
    static WORDS: WordList<9> = WordList::new([
        "标准煤",
        "标煤",
        "标准油",
        "当量",
        "二氧化碳当量",
        "二氧化碳",
        "一遇",
        "授权",
        "级",
    ]);
    WORDS.beginning(text).map_or(0, str::len)
}

/// The unit at the beginning of a text, and its bytes; the longest one.
pub fn unit(text: &str) -> Option<(&'static Unit, usize)> {
    UNIT_WORDS
        .beginning(text)
        .filter(|(word, _)| {
            // `m` is no unit in `mRNA`.
            let behind = text[word.len()..].chars().next();
            !word.ends_with(|c: char| c.is_ascii_alphabetic())
                || behind.is_none_or(|c| !c.is_ascii_alphanumeric())
        })
        .map(|(word, unit)| (unit, word.len()))
        .max_by_key(|(_, length)| *length)
}

fn currency(text: &str) -> Option<(&'static str, usize)> {
    CURRENCY_WORDS.beginning(text).next().map(|(word, code)| (code, word.len()))
}

/// What a number measures, whether it is said, and its bytes. `unit_behind` is the unit with which `behind` begins.
fn measure(
    behind: &str,
    unit_behind: Option<(&'static Unit, usize)>,
    before: &str,
    read: Read,
    scale: Decimal,
) -> (Measure, bool, usize) {
    let plain = scale == Decimal::ONE;
    if let Some((word, measure)) = SIGNS.beginning(behind).next() {
        return (measure, true, word.len());
    }
    if before.ends_with('第') {
        return (Measure::Ordinal, true, 0);
    }
    if before.ends_with('前') && behind.starts_with("季度") {
        return (Measure::Unit("quarters"), true, "季度".len());
    }
    let first = behind.chars().next().unwrap_or(' ');
    let calendar = match first {
        '年' if read.plain_four => Some(Measure::Year),
        '月' if read.value <= Decimal::from(12) => Some(Measure::Month),
        '日' if !behind.starts_with("日元") => Some(day(read, before, behind)),
        '号' => Some(Measure::Number),
        _ => None,
    };
    if let Some(measure) = calendar.filter(|_| plain) {
        return (measure, true, first.len_utf8());
    }
    if let Some((code, length)) = currency(behind) {
        return (Measure::Money(code), true, length);
    }
    let counter = COUNTER_WORDS.beginning(behind).map(|(word, ())| word.len()).max();
    // 9个星期一 are no weeks.
    let weekday = ["个星期", "星期"].iter().find_map(|word| behind.strip_prefix(word));
    if weekday
        .is_some_and(|rest| rest.starts_with(['一', '二', '三', '四', '五', '六', '日', '天']))
    {
        return (Measure::Count, true, 0);
    }
    // 60周岁 are no weeks.
    let shorter = |length: usize| counter.is_none_or(|counter| counter <= length);
    if let Some((unit, length)) = unit_behind.filter(|(_, length)| shorter(*length)) {
        return (Measure::Unit(unit.name), true, length);
    }
    // A year of a range: 2018—2020年.
    if read.plain_four && plain && between_years(read.value, behind) {
        return (Measure::Year, true, 0);
    }
    // 90分以上 is a score.
    let counter = counter.or_else(|| is_score(behind).then_some('分'.len_utf8()));
    let acts = behind.starts_with('次') || behind[..counter.unwrap_or(0)].ends_with('次');
    let measure = if acts { Measure::Occasions } else { Measure::Count };
    (measure, counter.is_some(), counter.unwrap_or(0))
}

/// 90分 with what a score has behind it.
fn is_score(behind: &str) -> bool {
    static BEHIND: WordList<7> =
        WordList::new(["以上", "以下", "及以上", "及以下", "的", "（", "）"]);
    let rest = behind.strip_prefix('分');
    rest.is_some_and(|rest| BEHIND.beginning(rest).is_some())
}

/// 6月15日 is a day of the calendar; 15日 may be one, or so many days; 45日 are days.
fn day(read: Read, before: &str, behind: &str) -> Measure {
    // 按每月30日计算
    let counted = before.ends_with("每月") && behind.starts_with("日计");
    let in_month = ["月", "月份", "月的"].iter().any(|month| before.trim_end().ends_with(month));
    match read.value <= Decimal::from(31) {
        true if in_month && !counted => Measure::Day,
        true => Measure::DayOrDays,
        false => Measure::Unit("days"),
    }
}

fn between_years(value: Decimal, behind: &str) -> bool {
    let second = behind_joint(behind).and_then(|rest| Some((rest, numerals::digits(rest)?)));
    let is_year =
        |(rest, read): (&str, Read)| read.plain_four && rest[read.length..].starts_with('年');
    numerals::is_year(value) && second.is_some_and(is_year)
}

/// The second number of a range, of which only the mark between the two is behind the first.
pub fn behind_joint(behind: &str) -> Option<&str> {
    behind_joint_mark(behind).filter(|rest| starts_with_digit(rest))
}

/// What stands behind the mark of a range at the beginning of a text.
pub fn behind_joint_mark(behind: &str) -> Option<&str> {
    behind.strip_prefix(['-', '—', '–', '－', '~', '～', '至', '到'])
}
