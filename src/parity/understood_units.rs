//! In: a Chinese and an English quantity of the same value in two units, and their texts. Out: whether the unit of one is
//! understood beside the other.

use rust_decimal::Decimal;

use super::quantity::{Measure, Quantity};
use super::understood::{Placed, Read};
use super::understood_bounds::bound_is_understood;

/// Whether the unit of one quantity is understood beside the other.
pub fn unit_is_understood((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let same_bound = || {
        one.says(&Quantity { measure: one.measure.clone(), ..two.clone() })
            || bound_is_understood((one, chinese), (two, english))
    };
    match (&one.measure, &two.measure) {
        // `no longer than five working days for some, 15 for others`
        (measure, Measure::Count)
            if unit_is_given(two, english, measure) || is_in_list(two, english, measure) =>
        {
            same_bound()
        }
        (Measure::Count, measure) if unit_is_given(one, chinese, measure) => same_bound(),
        // 40学时, `40 hours of training`
        (Measure::Count, Measure::Unit("hours")) => {
            let words = chinese.words(one);
            let behind = chinese.behind(one);
            let lessons = ["学时", "课时", "工时"];
            lessons.iter().any(|word| words.contains(word) || behind.starts_with(word))
                && same_bound()
        }
        // 每月2场, `twice a month`
        (Measure::Count, Measure::Times) => {
            let events = ["场", "期", "回", "趟", "遍", "轮", "班", "届", "批"];
            let (words, behind) = (chinese.words(one), chinese.behind(one));
            let event = |word: &&str| words.contains(word) || behind.starts_with(word);
            events.iter().any(event) && same_bound()
        }
        // 每千人5批次, `5 per thousand residents`
        (Measure::Count | Measure::Occasions, Measure::PerMille) => {
            let before = chinese.before(one, 8);
            ["每千人", "每千名", "每千户", "每千"].iter().any(|word| before.contains(word))
                && same_bound()
        }
        // 7×24小时, `seven days a week`
        (Measure::Count, Measure::Unit("days")) => {
            one.value == Decimal::from(7) && chinese.behind(one).starts_with("×24")
        }
        // `0.7 of a percentage point`; `five percentage points lower for some, 15 points for others`
        (Measure::Points, Measure::Count) => {
            let behind = english.behind(two).trim_start();
            let sentence = &english.text[english.sentence(two).start..two.range.start];
            let points = behind.starts_with("points") && sentence.contains("percentage point");
            (points || behind.starts_with("of a percentage point")) && same_bound()
        }
        _ => false,
    }
}

/// `46, 30, 16, and 8 per cent`: the last number of a list gives the unit of all.
fn is_in_list(quantity: &Quantity, english: Read<'_>, measure: &Measure) -> bool {
    let mut end = quantity.range.end;
    for next in english.list.iter().filter(|one| one.range.start >= quantity.range.end) {
        let joint = english.text[end..next.range.start].trim();
        if !matches!(joint, "," | ", and" | "and" | ", or" | "or" | ", to" | "to" | "–") {
            return false;
        }
        // 20日、10日和30日, of which each may be a day of the calendar
        if next.measure == measure.as_bounded() {
            return true;
        }
        if next.measure != Measure::Count {
            return false;
        }
        end = next.range.end;
    }
    false
}

/// Whether another number of its sentence has the unit.
fn unit_is_given(quantity: &Quantity, text: Read<'_>, measure: &Measure) -> bool {
    if !matches!(measure, Measure::Unit(_) | Measure::Money(_)) {
        return false;
    }
    let sentence = text.sentence(quantity);
    text.list.iter().any(|one| one.measure == *measure && sentence.contains(&one.range.start))
}
