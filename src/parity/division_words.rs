//! In: nothing. Out: the words between names and their figures, and what has figures beside it as areas have.

use std::sync::LazyLock;

use super::divisions::Names;

/// Times and kinds that have figures beside them as areas have: 昼间70分贝、夜间55分贝.
pub static KINDS: LazyLock<Names> = LazyLock::new(|| {
    let kinds: [(&str, &[&str]); 6] = [
        ("昼间", &["daytime", "by day", "during the day", "in the day"]),
        ("夜间", &["nighttime", "night-time", "at night", "by night", "night"]),
        ("城镇", &["urban"]),
        ("农村", &["rural"]),
        ("男性", &["men", "males"]),
        ("女性", &["women", "females"]),
    ];
    let kinds = kinds.iter().enumerate();
    let entries: Vec<(usize, &str, &str)> = kinds
        .flat_map(|(owner, (chinese, english))| {
            english.iter().map(move |one| (owner, *chinese, *one))
        })
        .collect();
    Names::new(&entries)
});

/// What may stand between a name and its figure.
pub const BETWEEN: [&str; 30] = [
    "不得超过",
    "不得高于",
    "不得低于",
    "不高于",
    "为",
    "有",
    "约",
    "达到",
    "达",
    "新增",
    "增加",
    "完成",
    "建成",
    "安排",
    "占",
    "共",
    "不少于",
    "不低于",
    "不超过",
    "至少",
    "新建",
    "改造",
    "减少",
    "降至",
    "降到",
    "增至",
    "提高到",
    "增加到",
    "是",
    "各",
];
