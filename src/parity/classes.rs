//! In: a Chinese and an English quantity whose bounds differ, and their texts. Out: whether both mean the same class of ages or
//! points, because one of them says elsewhere which of two classes a number belongs to.

use rust_decimal::Decimal;

use crate::model::quantity::Bound;

use super::understood::Placed;

/// 45分以下（含45分）为B级，45分以上为C级: the number belongs to the class below, and the one above begins beyond it.
pub fn is_of_class_below((one, chinese): Placed<'_>, (two, _): Placed<'_>) -> bool {
    let number = one.value.normalize().to_string();
    let included = |words: &str| chinese.text.contains(&format!("含{number}{words}"));
    one.bound == Bound::AtLeast
        && two.bound == Bound::MoreThan
        && ["", "%", "分", "元", "人", "家"].iter().any(|unit| included(unit))
}

/// 6周岁以上不满18周岁, `aged 6 to 17`: the last year of age is the one before that which is not reached.
pub fn is_last_age((one, chinese): Placed<'_>, (two, _): Placed<'_>) -> bool {
    one.bound == Bound::LessThan
        && two.bound == Bound::Exactly
        && is_age((one, chinese))
        && two.value.checked_add(Decimal::ONE) == Some(one.value)
}

/// 6周岁以上不满18周岁, `aged 6 to 17`
pub fn is_first_age((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let goes_on = english.behind(two).starts_with([' ', '–', '-']);
    let to = |rest: &str| rest.starts_with("to ") || rest.starts_with(['–', '-']);
    one.bound == Bound::AtLeast
        && two.bound == Bound::Exactly
        && goes_on
        && to(english.behind(two).trim_start())
        && is_age((one, chinese))
}

fn is_age((one, chinese): Placed<'_>) -> bool {
    let behind = chinese.behind(one);
    chinese.words(one).contains('岁') || behind.starts_with('岁') || behind.starts_with("周岁")
}

/// 进口额不到出口额的五分之二, `less than two fifths of the value of exports`
pub fn is_bounded_before_noun((one, chinese): Placed<'_>, (two, _): Placed<'_>) -> bool {
    let words: &[&str] = match two.bound {
        Bound::LessThan => &["不到", "不足", "低于", "少于"],
        Bound::MoreThan => &["超过", "高于", "多于"],
        _ => return false,
    };
    let before = chinese.before(one, 14);
    let clause = before.rsplit(['，', '。', '；', '：', '、']).next().unwrap_or(before);
    one.bound == Bound::Exactly
        && clause.ends_with('的')
        && words.iter().any(|word| clause.contains(word))
}
