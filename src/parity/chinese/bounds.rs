//! In: a Chinese text and a number in it. Out: the bounds around the number.

use std::sync::LazyLock;

use crate::language::Lookup;
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

/// The bound in front of a number. One behind the number yields to it: 超过5家以上.
pub fn bound_before(place: Place<'_>, behind: Bound, measure: &Measure) -> Bounded {
    let Place { text, from, at } = place;
    if !measure.takes_bound() {
        return Bounded::surely(Bound::Exactly, at);
    }
    let text = text[..at].trim_end_matches(['了', '到', '达', '为', '在', ' ']);
    // In these the last character belongs to another word.
    const WORDS: [&str; 13] = [
        "赶超", "节约", "预约", "集约", "公约", "条约", "制约", "契约", "附近", "最近", "靠近",
        "邻近", "反超",
    ];
    let spoilt = || WORDS.iter().any(|word| text.ends_with(word));
    let past =
        |word: &str| word == "近" && matches!(measure, Measure::Unit("years" | "months" | "days"));
    match BOUNDS_BEFORE.ending(text).next().filter(|(word, _)| !past(word) && !spoilt()) {
        Some((word, bound)) => Bounded::surely(bound, text.len() - word.len()),
        None => {
            let before =
                text.get(from..).filter(|_| behind == Bound::Exactly).and_then(before_verb);
            let (bound, or_exactly) = before.unwrap_or((behind, false));
            // The verb is no part of the quantity.
            Bounded { bound, or_exactly, begin: at }
        }
    }
}

/// The bounds that may stand before a verb.
static VERBAL: LazyLock<Vec<(&str, Bound)>> = LazyLock::new(|| {
    let may_be = |word: &str| ADVERBS.contains(&word) || BEFORE_VERB.contains(&word);
    BEFORE_CHINESE.iter().copied().filter(|(word, _)| may_be(word)).collect()
});

/// Adverbs: they bound the next number, whatever verb and object stand between.
const ADVERBS: [&str; 4] = ["至少", "最少", "至多", "最多"];

/// Other bounds that may stand before a verb, but not before an object.
const BEFORE_VERB: [&str; 10] = [
    "不得低于",
    "不得少于",
    "不得超过",
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "不多于",
    "最高",
    "最低",
];

/// Such verbs: 最高给予50万元, 不少于安排2000万元. What is none may be what the bound belongs to: 最低生活保障600元.
const VERBS: &str = "给予 支持 奖励 补助 资助 补贴 奖补 扶持 安排 投入 投资 出资 配套 贷款 授信 担保 发放 申请 \
    申报 获 获得 享受 培育 培养 引进 建设 建成 建立 新建 创建 组建 打造 设立 新增 增加 完成 实施 开展 举办 组织 转化 \
    认定 选派 推广 改造 提供 实现 形成 拥有 有 吸引 聘请 孵化 带动 争取 推荐";

/// What may stand between the bound and the verb, or alone.
const BETWEEN: [&str; 16] = [
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
];

/// A bound with a verb between it and the number, at which `text` ends, and whether it may be none: 至少支持50项.
fn before_verb(text: &str) -> Option<(Bound, bool)> {
    /// More characters between them are another thought.
    const MOST: usize = 16;
    const MARKS: &str = "，。；：、！？（）“”《》,;:!?()\n";
    let near = text.char_indices().rev().take(MOST + "不得超过".chars().count());
    let near = near.take_while(|(_, c)| !MARKS.contains(*c));
    // All of them begin with one of these characters, which few texts have before a number.
    let (start, begins) = near.fold((text.len(), false), |(_, begins), (at, c)| {
        (at, begins || matches!(c, '至' | '最' | '不'))
    });
    if !begins {
        return None;
    }
    let clause = &text[start..];
    let found =
        VERBAL.iter().filter_map(|(word, bound)| Some((clause.rfind(word)?, *word, *bound)));
    let (at, word, bound) = found.max_by_key(|(at, word, _)| (at + word.len(), word.len()))?;
    let between = &clause[at + word.len()..];
    let fits = if ADVERBS.contains(&word) {
        // 最多的5个; 至少每3年一次 is bounded in how often.
        !between.starts_with(['的', '之']) && !between.ends_with('每')
    } else {
        let mut verb = between;
        while let Some(rest) = BETWEEN.iter().find_map(|word| verb.strip_prefix(word)) {
            verb = rest;
        }
        verb.is_empty() || VERBS.split(' ').any(|one| one == verb)
    };
    let or_exactly = matches!(word, "最高" | "最低");
    (fits && between.chars().count() <= MOST).then_some((bound, or_exactly))
}

/// The bound behind a number and what it counts; brackets may stand between: 3000家（个）以上.
pub fn bound_behind(text: &str, measure: &Measure) -> (Bound, usize) {
    let bracket = text.strip_prefix('（').and_then(|inner| {
        let end = inner.find('）').filter(|end| inner[..*end].chars().count() <= 8)?;
        Some(end + 2 * '（'.len_utf8())
    });
    for skip in [0, bracket.unwrap_or(0)] {
        let behind = &text[skip..];
        let fits = |word: &str| word != "内" || matches!(measure, Measure::Unit(_));
        if let Some((word, bound)) = BOUNDS_BEHIND.beginning(behind).find(|(word, _)| fits(word)) {
            return (bound, skip + word.len());
        }
    }
    (Bound::Exactly, 0)
}

#[cfg(test)]
mod tests {
    use super::{ADVERBS, BEFORE_VERB, VERBAL};

    #[test]
    fn bounds_before_verbs_are_bounds_and_begin_with_what_is_looked_for() {
        assert_eq!(VERBAL.len(), ADVERBS.len() + BEFORE_VERB.len());
        assert!(VERBAL.iter().all(|(word, _)| word.starts_with(['至', '最', '不'])));
    }
}
