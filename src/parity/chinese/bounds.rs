//! In: a Chinese text and a number in it. Out: the bounds around the number.

use std::sync::LazyLock;

use crate::language::{Characters, Lookup, WordList};
use crate::model::quantity::Bound;
use crate::parity::quantity::{Bounded, Measure};
use crate::parity::units::{BEFORE_CHINESE, BEHIND_CHINESE};

static BOUNDS_BEFORE: LazyLock<Lookup<Bound>> =
    LazyLock::new(|| Lookup::by_last(BEFORE_CHINESE.iter().copied()));

static BOUNDS_BEHIND: LazyLock<Lookup<Bound>> =
    LazyLock::new(|| Lookup::by_first(BEHIND_CHINESE.iter().copied()));

/// A place in a text where a number begins; what stands before `from` belongs to another quantity.
#[derive(Clone, Copy)]
pub struct Place<'t> {
    pub text: &'t str,
    pub from: usize,
    pub at: usize,
}

/// The bound behind a number.
#[derive(Clone, Copy)]
pub struct Behind {
    pub bound: Bound,
    /// As in a quantity.
    pub or_exactly: bool,
}

impl Behind {
    pub const NONE: Self = Self { bound: Bound::Exactly, or_exactly: false };
}

/// The bound in front of a number. One behind the number yields to it: 超过5家以上.
pub fn bound_before(place: Place<'_>, behind: Behind, measure: &Measure) -> Bounded {
    let Place { text, from, at } = place;
    if !measure.takes_bound() {
        return Bounded::surely(Bound::Exactly, at);
    }
    let whole = &text[..at];
    let whole = whole.strip_suffix("零下").or(whole.strip_suffix('−')).unwrap_or(whole);
    let text = whole.trim_end_matches(['了', '到', '达', '为', '在', ' ']);
    // In these the last character belongs to another word.
    static WORDS: WordList<23> = WordList::new([
        "赶超", "节约", "预约", "集约", "公约", "条约", "制约", "契约", "附近", "最近", "靠近",
        "邻近", "反超", "签约", "履约", "违约", "合约", "续约", "解约", "守约", "失约", "邀约",
        "订约",
    ]);
    let spoilt = || WORDS.ending(text).is_some();
    let past =
        |word: &str| word == "近" && matches!(measure, Measure::Unit("years" | "months" | "days"));
    match BOUNDS_BEFORE.ending(text).next().filter(|(word, _)| !past(word) && !spoilt()) {
        Some((word, bound)) => {
            let begin = text.len() - word.len();
            let (bound, negation) = turned(bound, &text[..begin]).unwrap_or((bound, 0));
            let bound = or_equal(bound, &text[..begin]);
            // 超出30%的部分 is `the excess of 30%`, too, and 最长达11小时 `in the worst case 11 hours`.
            let reached = word.starts_with('最') && whole.ends_with(['达', '到', '为']);
            Bounded { bound, or_exactly: word == "超出" || reached, begin: begin - negation }
        }
        None => {
            let alone = behind.bound == Bound::Exactly;
            let before = text.get(from..).filter(|_| alone).and_then(|text| further(text, measure));
            let before = before.or_else(|| loose_bound(whole).filter(|_| alone));
            let (bound, or_exactly) = before.unwrap_or((behind.bound, behind.or_exactly));
            // The verb is no part of the quantity.
            Bounded { bound, or_exactly, begin: at }
        }
    }
}

/// The bound that a negation makes of one, and the bytes of the negation: 不得高于 is as much as 至多.
fn turned(bound: Bound, before: &str) -> Option<(Bound, usize)> {
    static NOT: WordList<12> = WordList::new([
        "不应当",
        "不应该",
        "不得",
        "不应",
        "不宜",
        "不能",
        "不可",
        "不会",
        "不准",
        "不许",
        "未",
        "不",
    ]);
    let turned = match bound {
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        _ => return None,
    };
    NOT.iter().find(|word| before.ends_with(*word)).map(|word| (turned, word.len()))
}

/// 达到或者超过6% is 6% or more.
fn or_equal(bound: Bound, before: &str) -> Bound {
    static EQUAL: WordList<4> = WordList::new(["达到或者", "达到或", "等于或者", "等于或"]);
    match bound {
        _ if EQUAL.ending(before).is_none() => bound,
        Bound::MoreThan => Bound::AtLeast,
        Bound::LessThan => Bound::AtMost,
        _ => bound,
    }
}

/// A bound that languages need not say: 延长至10个工作日 is within 10 working days, or to 10 working days; 不到600家 is less
/// than 600, or `not 600`.
fn loose_bound(text: &str) -> Option<(Bound, bool)> {
    const WORDS: [(&str, Bound); 15] = [
        // 限期60日整改 gives 60 days, and asks for it within them.
        ("限期", Bound::AtMost),
        ("延长至", Bound::AtMost),
        ("延长到", Bound::AtMost),
        ("延长为", Bound::AtMost),
        ("延至", Bound::AtMost),
        ("缩短至", Bound::AtMost),
        ("缩短到", Bound::AtMost),
        ("缩短为", Bound::AtMost),
        ("压缩至", Bound::AtMost),
        ("压缩到", Bound::AtMost),
        ("压减至", Bound::AtMost),
        ("控制在", Bound::AtMost),
        ("上限为", Bound::AtMost),
        ("满", Bound::AtLeast),
        ("不到", Bound::LessThan),
    ];
    if !text.ends_with(['至', '到', '为', '在', '满', '期']) {
        return None;
    }
    // 届满30日前 is before the end.
    let expires = ["届满", "期满"].iter().any(|word| text.ends_with(word));
    let word = WORDS.iter().find(|(word, _)| !expires && text.ends_with(word));
    word.map(|(_, bound)| (*bound, true))
}

/// The bounds that may stand further in front.
static FURTHER: LazyLock<Vec<(&str, Bound)>> = LazyLock::new(|| {
    let may_be = |word: &str| ADVERBS.contains(word) || BEFORE_VERB.contains(word);
    BEFORE_CHINESE.iter().copied().filter(|(word, _)| may_be(word)).collect()
});

/// Adverbs: they bound the next number, whatever verb and object stand between.
static ADVERBS: WordList<4> = WordList::new(["至少", "最少", "至多", "最多"]);

/// Other bounds that may stand before a verb, but not before an object; all but the last eight with a negation.
static BEFORE_VERB: WordList<15> = WordList::new([
    "低于", "少于", "小于", "超过", "高于", "多于", "大于", "最高", "最低", "最长", "最短", "约",
    "将近", "接近", "不足",
]);

/// Such verbs: 最高给予50万元, 不少于安排2000万元. What is none may be what the bound belongs to: 最低生活保障600元.
const VERBS: &str = "给予 支持 奖励 补助 资助 补贴 奖补 扶持 安排 投入 投资 出资 配套 贷款 授信 担保 发放 申请 \
    申报 获 获得 享受 培育 培养 引进 建设 建成 建立 新建 创建 组建 打造 设立 新增 增加 完成 实施 开展 举办 组织 转化 \
    认定 选派 推广 改造 提供 实现 形成 拥有 有 吸引 聘请 孵化 带动 争取 推荐";

/// What may stand between the bound and the verb, or alone.
static BETWEEN: WordList<16> = WordList::new([
    "可以",
    "可",
    "再",
    "将",
    "应",
    "要",
    "需",
    "能",
    "每年",
    "每月",
    "每季度",
    "每项",
    "每家",
    "每个",
    "每人",
    "每次",
]);

/// What ends the words that may belong to a number.
static MARKS: LazyLock<Characters> =
    LazyLock::new(|| "，。；：、！？（）“”《》,;:!?()\n".chars().collect());

/// A bound with a verb or a noun between it and the number, at which `text` ends, and whether it may be none: 至少支持50项,
/// 不高于每次5元, 不少于总数的三分之一.
fn further(text: &str, measure: &Measure) -> Option<(Bound, bool)> {
    /// More characters between them are another thought.
    const MOST: usize = 16;
    let near = text.char_indices().rev().take(MOST + "不得超过".chars().count());
    let near = near.take_while(|(_, c)| !MARKS.has(*c));
    // All of them have one of these characters, which few texts have before a number.
    let (start, begins) = near.fold((text.len(), false), |(_, begins), (at, c)| {
        (at, begins || matches!(c, '至' | '最' | '不' | '未' | '超' | '约' | '近' | '于'))
    });
    if !begins {
        return None;
    }
    let clause = &text[start..];
    // 最低工资标准的2倍: these are names.
    static NAMES: WordList<4> = WordList::new(["最低生活", "最低工资", "最低缴费", "最低限额"]);
    let is_name = |at: usize| NAMES.beginning(&clause[at..]).is_some();
    let found = FURTHER.iter().filter_map(|(word, bound)| {
        let at = clause.rfind(word).filter(|at| !is_name(*at))?;
        Some((at, *word, *bound))
    });
    let (at, word, bound) = found.max_by_key(|(at, word, _)| (at + word.len(), word.len()))?;
    let between = &clause[at + word.len()..];
    let negated = turned(bound, &clause[..at]);
    let extreme = matches!(word, "最高" | "最低" | "最长" | "最短");
    // 超过警戒水位0.5米 is 0.5 m above it; 超过每人5000亩的标准 exceeds a standard of 5,000.
    let of_other = is_each(between) || is_level(between);
    let or_exactly = extreme || (negated.is_none() && word == "超过" && of_other);
    let fits = if ADVERBS.contains(word) {
        // 最多的5个; 至少每3年一次 is bounded in how often.
        !between.starts_with(['的', '之']) && !between.ends_with('每')
    } else if negated.is_some() || extreme {
        is_before_number(between) || is_whole(between, measure)
    } else if word == "约" {
        // 约占总投资的40.5%
        between.starts_with(['占', '为', '是']) && is_whole(between, measure)
    } else {
        static OF_WHOLE: WordList<8> =
            WordList::new(["超过", "低于", "高于", "少于", "多于", "将近", "接近", "不足"]);
        // 高于每立方米0.3毫克
        OF_WHOLE.contains(word) && (is_whole(between, measure) || of_other)
    };
    let bound = negated.map_or(bound, |(bound, _)| bound);
    (fits && between.chars().count() <= MOST).then_some((bound, or_exactly))
}

/// Whether words between a bound and a number leave it the bound of this number: a verb, 每平方米.
fn is_before_number(between: &str) -> bool {
    let mut verb = between;
    while let Some(rest) = BETWEEN.iter().find_map(|word| verb.strip_prefix(word)) {
        verb = rest;
    }
    verb.is_empty() || VERBS.split(' ').any(|one| one == verb) || is_each(verb)
}

/// 每平方米, 每户每年
fn is_each(words: &str) -> bool {
    /// What is measured by has no more characters than 平方公里 and one before it.
    const MOST: usize = 5;
    let short = |part: &str| (1..=MOST).contains(&part.chars().count());
    words.strip_prefix('每').is_some_and(|parts| parts.split('每').all(short))
}

/// A level of water or of ground: 警戒水位
fn is_level(words: &str) -> bool {
    words.ends_with("水位") || words.ends_with("标高") || words.ends_with("高程")
}

/// Whether words between a bound and a share name the whole of it: 总数的三分之一, 总投资额30%.
fn is_whole(between: &str, measure: &Measure) -> bool {
    use Measure::{Parts, PerMille, Percent, Times};
    static OTHER: WordList<8> =
        WordList::new(["给予", "奖励", "补助", "补贴", "增长", "增加", "提高", "下降"]);
    matches!(measure, Percent | PerMille | Parts(_) | Times)
        && between.ends_with([
            '的', '之', '数', '额', '量', '积', '资', '值', '入', '价', '本', '标', '算', '期',
            '划',
        ])
        && !OTHER.is_in(between)
}

/// The bound behind a number and what it counts; brackets may stand between: 3000家（个）以上.
pub fn bound_behind(text: &str, measure: &Measure) -> (Behind, usize) {
    let bracket = text.strip_prefix('（').and_then(|inner| {
        let end = inner.find('）').filter(|end| inner[..*end].chars().count() <= 8)?;
        Some(end + 2 * '（'.len_utf8())
    });
    for skip in [0, bracket.unwrap_or(0)] {
        let behind = &text[skip..];
        let fits = |word: &str| word != "内" || matches!(measure, Measure::Unit(_));
        if let Some((word, bound)) = BOUNDS_BEHIND.beginning(behind).find(|(word, _)| fits(word)) {
            // 三年内不得 is `for three years`, too.
            static BANS: WordList<5> = WordList::new(["不得", "不再", "不予", "禁止", "暂停"]);
            let ban = |rest: &str| BANS.beginning(rest).is_some();
            let or_exactly = word.ends_with('内') && ban(&behind[word.len()..]);
            return (Behind { bound, or_exactly }, skip + word.len());
        }
    }
    let within = if matches!(measure, Measure::Unit(_)) { extent(text) } else { None };
    within.map_or((Behind::NONE, 0), |length| {
        (Behind { bound: Bound::AtMost, or_exactly: true }, length)
    })
}

/// The bytes of what makes a bound of a length, and need not: 500米服务半径内, 30日期限内.
fn extent(text: &str) -> Option<usize> {
    static EXTENTS: WordList<12> = WordList::new([
        "步行", "骑行", "车程", "路程", "距离", "范围", "服务", "半径", "期限", "时限", "时间",
        "圈",
    ]);
    let mut rest = text;
    while let Some(behind) = EXTENTS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind;
    }
    let end = ["以内", "之内", "内"].iter().find_map(|word| rest.strip_prefix(word))?;
    (rest.len() < text.len()).then(|| text.len() - end.len())
}

#[cfg(test)]
mod tests {
    use super::{ADVERBS, BEFORE_VERB, FURTHER};

    #[test]
    fn bounds_further_in_front_are_bounds() {
        assert_eq!(FURTHER.len(), ADVERBS.iter().count() + BEFORE_VERB.iter().count());
    }
}
