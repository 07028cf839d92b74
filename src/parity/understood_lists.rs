//! In: a Chinese and an English quantity of the same value of which only one has a bound, and their texts. Out: whether the
//! bound of a list, said once, is that of the other, too.

use crate::model::quantity::Bound;

use super::quantity::{Measure, Quantity};
use super::understood::{Placed, Read};
use super::understood_bounds::{is_length, is_time};

/// `at least 10 projects a year and 30 over three years`, `nor more than 30% of the cost, nor RMB 2 million`: one bound holds
/// for what is joined to it.
pub fn shared_in_english(two: &Quantity, english: Read<'_>, bound: Bound) -> bool {
    const JOINTS: [&str; 4] = ["and ", ", ", "and another ", "or another "];
    if is_left_out(two, english, bound) {
        return true;
    }
    let before = english.before(two, 22);
    let skipped = ["every ", "a term of ", "a period of ", "a total of "];
    let before = skipped.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    // `limited to CNY 300,000 and to a term of three years`
    const OWN: [&str; 5] = ["nor ", "or ", "that is ", "namely ", "and to "];
    let denied = OWN.iter().any(|word| before.ends_with(word));
    if !denied && !JOINTS.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    let like = |other: &Quantity| {
        other.measure == two.measure
            || other.measure == Measure::Count
            || two.measure == Measure::Count
            || (is_time(other) && is_time(two))
            || (is_length(other) && is_length(two))
    };
    let given = english.earlier(two).find(|other| other.bound != Bound::Exactly);
    given.is_some_and(|other| other.bound == bound && (denied || like(other)))
}

/// `may not exceed 160 square metres, nor the house three storeys`, `if the payments of a resident exceed CNY 24,000, or those
/// of a person in need CNY 10,000`: the verb of the second part is left out, and its bound with it.
fn is_left_out(two: &Quantity, english: Read<'_>, bound: Bound) -> bool {
    const SUBJECTS: [&str; 5] =
        [", nor the ", ", nor that of ", ", nor those of ", ", or those of ", ", or that of "];
    /// Words of the subject.
    const LONGEST: usize = 6;
    /// What is left out stands no further in front, in bytes.
    const REACH: usize = 120;
    let near = |other: &&Quantity| two.range.start.saturating_sub(other.range.end) <= REACH;
    let bounded = english.earlier(two).take_while(near).find(|other| other.bound == bound);
    let between =
        bounded.and_then(|other| english.text.get(other.range.end..two.range.start)).unwrap_or("");
    let subject = SUBJECTS.iter().find_map(|word| Some(between.split_once(word)?.1));
    subject.is_some_and(|words| {
        words.split_whitespace().count() <= LONGEST
            && words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
    })
}

/// 分别不超过1.82亿立方米、1.61亿立方米和2.82亿立方米
pub fn shared_in_chinese(one: &Quantity, chinese: Read<'_>, bound: Bound) -> bool {
    let mut next = one.range.start;
    for other in chinese.earlier(one).filter(|other| other.measure == one.measure) {
        if !matches!(&chinese.text[other.range.end..next], "、" | "和" | "及" | "与" | "，") {
            return false;
        }
        if other.bound != Bound::Exactly {
            let before = chinese.before(other, 40);
            return other.bound == bound && (before.contains("分别") || before.contains('各'));
        }
        next = other.range.start;
    }
    false
}

/// 至少应有6名专家、6张同意票: the bound in front of a list is that of all its items.
pub fn is_listed_behind(one: &Quantity, chinese: Read<'_>, bound: Bound) -> bool {
    /// The name of what is counted, in characters.
    const LONGEST: usize = 10;
    // 不得低于上年总收入的70%或者前三年平均收入的70%
    let again = chinese.earlier(one).find(|last| last.bound == bound && last.same_value(one));
    let again = again.map_or("", |last| &chinese.text[last.range.end..one.range.start]);
    if again.starts_with('或')
        && again.ends_with('的')
        && again.chars().count() <= 2 * LONGEST
        && again.chars().all(char::is_alphanumeric)
    {
        return true;
    }
    let Some(last) = chinese.earlier(one).next().filter(|last| last.bound == bound) else {
        return false;
    };
    let between = &chinese.text[last.range.end..one.range.start];
    // 不少于12种、40件: what they count stands within them.
    let counter = |one: &Quantity| chinese.words(one).chars().next_back();
    if between == "、" && counter(last) != counter(one) {
        return true;
    }
    let name = between.strip_suffix(['、', '和', '及']).unwrap_or("");
    let short = !name.is_empty() && name.chars().count() <= LONGEST;
    short && name.chars().all(char::is_alphanumeric)
}

/// 依次降至78千瓦时、76千瓦时和75千瓦时以下: the bound behind a list is that of all its items.
pub fn is_listed_before(one: &Quantity, chinese: Read<'_>, bound: Bound) -> bool {
    const EACH: [&str; 4] = ["依次", "分别", "各", "逐年"];
    let before = chinese.before(one, 40);
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or(before);
    if one.bound != Bound::Exactly || !EACH.iter().any(|word| clause.contains(word)) {
        return false;
    }
    let mut end = one.range.end;
    for other in chinese.later(one).filter(|other| other.measure == one.measure) {
        let joint = &chinese.text[end.min(other.range.start)..other.range.start];
        // 千瓦时/平方米 may stand between a number and the mark behind it.
        if joint.chars().count() > 6 || !joint.ends_with(['、', '和', '及', '与']) {
            return false;
        }
        if other.bound != Bound::Exactly {
            return other.bound == bound
                || (other.bound, bound) == (Bound::LessThan, Bound::AtMost);
        }
        end = other.range.end;
    }
    false
}

/// 分别不得超过4年、3年和2年, `must not be stored for more than four years, paddy rice for more than three`: the negation stands
/// once, in front of the first of them.
pub fn is_denied_once((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let turned = match two.bound {
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        _ => return false,
    };
    let denied = |first: &Quantity| {
        let between = &english.text[first.range.end..two.range.start];
        !between.contains([';', ':']) && between.contains(" for ")
    };
    let first = || english.earlier(two).find(|other| other.bound == turned);
    let bounded = one.bound == turned
        || one.bound == Bound::Exactly && shared_in_chinese(one, chinese, turned);
    bounded && first().is_some_and(denied)
}
