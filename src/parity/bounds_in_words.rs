//! In: a Chinese and an English quantity of the same value with different bounds, and their texts. Out: whether both say the
//! same in the words of their language: 四倍以上 and `more than four times`.

use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity};
use super::understood::{Placed, Read};
use super::understood_bounds::is_time;

/// Whether two bounds are the same thing in other words.
pub fn said_in_words((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    is_band((one, chinese), two)
        || is_multiple(one, two)
        || is_span(one, chinese, two)
        || is_full_mark(one, chinese, two)
        || is_over((one, chinese), (two, english))
        || is_thus(one, (two, english))
}

/// 10万元以上的部分, `above CNY 100,000`: of amounts that are cut in parts, nobody asks to which the last fen belongs.
fn is_band((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    let bounds = (one.bound, two.bound);
    let like =
        matches!(bounds, (Bound::AtLeast, Bound::MoreThan) | (Bound::AtMost, Bound::LessThan));
    like && chinese.behind(one).starts_with("的部分")
}

/// 四倍以上, `more than four times`: nobody asks whether it is exactly so many times as much.
fn is_multiple(one: &Quantity, two: &Quantity) -> bool {
    one.measure == Measure::Times
        && matches!((one.bound, two.bound), (Bound::AtLeast, Bound::MoreThan))
}

/// 一年至三年内, `for one to three years`
fn is_span(one: &Quantity, chinese: Read<'_>, two: &Quantity) -> bool {
    let range = chinese.before(one, 1);
    let later = chinese.words(one).contains(['至', '到', '—']);
    (one.bound, two.bound) == (Bound::AtMost, Bound::Exactly)
        && is_time(one)
        && (later || ["至", "到", "—"].contains(&range))
}

/// 满分12分, `up to 12 points`
fn is_full_mark(one: &Quantity, chinese: Read<'_>, two: &Quantity) -> bool {
    let full =
        |other: &Quantity| other.value == one.value && chinese.before(other, 3).contains("满分");
    two.bound == Bound::AtMost && chinese.list.iter().any(full)
}

/// 超过8小时, `over 8 hours`, which may be a time, too; at the head of a table.
fn is_over((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    (one.bound, two.bound) == (Bound::MoreThan, Bound::Exactly)
        && is_time(one)
        && chinese.words(one).starts_with("超过")
        && english.before(two, 5).eq_ignore_ascii_case("over ")
}

/// 每人最多6000元, `is limited to CNY 1,000 a month and thus to CNY 6,000`
fn is_thus(one: &Quantity, (two, english): Placed<'_>) -> bool {
    (one.bound, two.bound) == (Bound::AtMost, Bound::Exactly)
        && ["and thus to ", "and so to ", "that is, to "]
            .iter()
            .any(|word| english.before(two, 12).ends_with(word))
}
