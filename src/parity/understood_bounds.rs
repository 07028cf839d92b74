//! In: a Chinese and an English quantity of the same value of which only one has a bound, and their texts. Out: whether the
//! bound is that of the other, too: it stands further in front, in another word, or holds for a list.

use crate::language::WordList;
use crate::model::quantity::Bound;

use super::bounds_in_words::said_in_words;
use super::classes::{is_bounded_before_noun, is_first_age, is_of_class_below};
use super::quantity::{Measure, Quantity, Strength};
use super::understood::{Placed, Read};
use super::understood_lists::{
    is_denied_once, is_listed_before, is_listed_behind, shared_in_chinese, shared_in_english,
};

/// Whether the bound that only one of two quantities has is that of the other, too.
pub fn bound_is_understood((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let plain = |quantity: &Quantity| quantity.bound == Bound::Exactly;
    (plain(two) && shared_in_english(two, english, one.bound))
        || (plain(one) && (is_listed_behind(one, chinese, two.bound) || reaches(one, chinese, two)))
        || (plain(one) && shared_in_chinese(one, chinese, two.bound))
        || (plain(two) && is_given_by_noun(two, english, one.bound))
        || (plain(two) && is_time_that_lasts((one, chinese), (two, english)))
        || (plain(one) && is_limit(one, chinese, two.bound))
        || (plain(one) && begins_at_nought(one, chinese) && two.bound == Bound::AtMost)
        || (plain(one) && bounded_further_in_front(one, chinese, two.bound))
        || (plain(one) && is_time_of_measuring((one, chinese), two))
        || (plain(one) && is_span_of_plan(one, two))
        || is_of_class_below((one, chinese), (two, english))
        || is_first_age((one, chinese), (two, english))
        || is_bounded_before_noun((one, chinese), (two, english))
        || is_between((one, chinese), (two, english))
        || is_rough((one, chinese), two)
        || falls_to((one, chinese), two)
        || is_time_before((one, chinese), (two, english))
        || is_of_what_is_banned((one, chinese), (two, english))
        || is_lower_end((one, chinese), (two, english))
        || is_time_limit((one, chinese), two)
        || is_still_undone((one, chinese), (two, english))
        || is_only((one, chinese), two)
        || is_listed_before(one, chinese, two.bound)
        || is_granted((one, chinese), (two, english))
        || is_way((one, chinese), (two, english))
        || is_around((one, chinese), two)
        || is_banned_in_front((one, chinese), two)
        || is_denied_once((one, chinese), (two, english))
        || said_in_words((one, chinese), (two, english))
}

/// 步行5分钟可达, `within five minutes’ walk`
fn is_way((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const WAYS: [&str; 5] = ["步行", "骑行", "车程", "驾车", "乘车"];
    const ENGLISH: [&str; 4] = ["walk", "drive", "ride", "cycle"];
    let behind = english.behind(two);
    let words = &behind[..behind.floor_char_boundary(14)];
    (one.bound, two.bound) == (Bound::Exactly, Bound::AtMost)
        && is_time(one)
        && WAYS.iter().any(|word| chinese.before(one, 4).contains(word))
        && ENGLISH.iter().any(|word| words.contains(word))
}

/// 放流点周边500米水域, `within 500 metres of the release point`
fn is_around((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    const AROUND: [&str; 5] = ["周边", "周围", "方圆", "半径", "四周"];
    let before = chinese.before(one, 4);
    (one.bound, two.bound) == (Bound::Exactly, Bound::AtMost)
        && is_length(one)
        && AROUND.iter().any(|word| before.ends_with(word))
}

/// 不得一次性收取超过3个月的租金, `may not collect more than three months’ rent`: the negation stands further in front.
fn is_banned_in_front((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    static BANS: WordList<8> =
        WordList::new(["不得", "不准", "不许", "不应", "不能", "禁止", "严禁", "不可"]);
    let before = chinese.before(one, 40);
    let clause = before.rsplit(['，', '。', '；', '：', '\n']).next().unwrap_or(before);
    let turned = [(Bound::MoreThan, Bound::AtMost), (Bound::LessThan, Bound::AtLeast)];
    turned.contains(&(one.bound, two.bound)) && BANS.is_in(clause)
}

/// 在15个工作日内完成整改, `have 15 working days to put it right`
fn is_granted((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const GIVEN: [&str; 7] = ["have ", "has ", "had ", "given ", "allowed ", "gets ", "get "];
    let within = one.bound == Bound::AtMost && chinese.words(one).ends_with('内');
    let before = english.before(two, 12);
    let given = GIVEN.iter().any(|word| before.ends_with(word));
    within && two.bound == Bound::Exactly && given && english.behind(two).starts_with(" to ")
}

/// 仅占全市的14%, `no more than 14%`
fn is_only((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    const ONLY: [&str; 5] = ["仅", "仅有", "只有", "仅达", "才"];
    const OF: [&str; 4] = ["仅占", "只占", "仅为", "仅相当于"];
    let before = chinese.before(one, 24);
    let before = &before[before.rfind(['，', '。', '；', '、', '：']).unwrap_or(0)..];
    let said = ONLY.iter().chain(&OF).any(|word| before.ends_with(word));
    let of_whole = before.ends_with('的') && OF.iter().any(|word| before.contains(word));
    (said || of_whole) && one.bound == Bound::Exactly && two.bound == Bound::AtMost
}

pub fn is_time(one: &Quantity) -> bool {
    let Measure::Unit(name) = one.measure else { return false };
    matches!(name, "minutes" | "hours" | "days" | "working days" | "weeks" | "months" | "years")
}

pub fn is_length(one: &Quantity) -> bool {
    matches!(one.measure, Measure::Unit("mm" | "cm" | "m" | "km"))
}

/// 达到85%但不足90%的, `at least 85% but less than 90%`; 涨幅达到3%的, `if it is at least 3%`
fn reaches(one: &Quantity, chinese: Read<'_>, two: &Quantity) -> bool {
    let before = chinese.before(one, 2);
    let behind = &chinese.text[one.range.end..chinese.sentence(one).end];
    let is_condition = || behind.starts_with("的，") || behind.contains("的，");
    two.bound == Bound::AtLeast
        && (before.ends_with("达到") || before.ends_with('满'))
        && (["但不足", "但未达", "但低于", "不足", "不满"]
            .iter()
            .any(|word| behind.trim_start_matches('，').starts_with(word))
            || is_condition())
}

/// `the maximum class size is 25 in the bottom class and 30 in the middle class`
fn is_given_by_noun(two: &Quantity, english: Read<'_>, bound: Bound) -> bool {
    let words: &[&str] = match bound {
        Bound::AtMost => &["maximum", "ceiling", "upper limit", "the cap ", "capped", "limit is"],
        Bound::AtLeast => &["minimum", "floor is", "lower limit"],
        _ => return false,
    };
    let start = english.sentence(two).start;
    let before = english.text[start..two.range.start].to_ascii_lowercase();
    words.iter().any(|word| before.contains(word))
}

/// 缴费基数的下限和上限分别为平均工资的60%和300%, `at least 60% and at most 300% of the average wage`
fn is_limit(one: &Quantity, chinese: Read<'_>, bound: Bound) -> bool {
    let before = &chinese.text[chinese.sentence(one).start..one.range.start];
    let (least, most) = (before.find("下限"), before.find("上限"));
    let second = before.ends_with(['和', '、', '至']);
    match bound {
        Bound::AtLeast => least.is_some() && most.is_none_or(|most| (least > Some(most)) == second),
        Bound::AtMost => most.is_some() && least.is_none_or(|least| (most > Some(least)) == second),
        _ => false,
    }
}

/// 三年内免费, `free of charge for three years`: what lasts so long ends within that time.
fn is_time_that_lasts((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const LASTS: [&str; 13] = [
        "for ",
        "past ",
        "last ",
        "preceding ",
        "previous ",
        "next ",
        "following ",
        "coming ",
        "over ",
        "first ",
        "of ",
        "every ",
        "in ",
    ];
    let time = is_time(one);
    let within = chinese.words(one).ends_with('内') && one.bound == Bound::AtMost;
    let before = english.before(two, 16).to_ascii_lowercase();
    let before = before.strip_suffix("the ").unwrap_or(&before);
    // `has 15 days in which to`
    let has = english.behind(two).trim_start().starts_with("in which to");
    time && within && (has || LASTS.iter().any(|word| before.ends_with(word)))
}

/// 0—14岁 is 14 and under.
fn begins_at_nought(one: &Quantity, chinese: Read<'_>) -> bool {
    let before = chinese.text[..one.range.start].trim_end_matches(['—', '-', '–', '～', '~', '至']);
    before.len() < one.range.start
        && before
            .strip_suffix('0')
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// 最长按规定发放3年: the bound stands in front of other words of the clause.
fn bounded_further_in_front(one: &Quantity, chinese: Read<'_>, bound: Bound) -> bool {
    let near = if bound == Bound::About { 40 } else { 16 };
    const MOST: [&str; 10] =
        ["最长", "最多", "最高", "最大", "至多", "不超过", "不得超过", "上限", "封顶", "满分"];
    const LEAST: [&str; 7] = ["至少", "最低", "最少", "不低于", "不少于", "不得低于", "不得少于"];
    let before = chinese.before(one, near);
    // 约为2020年（210家）的2.3倍
    let bracket = before.rfind('）').zip(before.rfind('（')).filter(|(end, start)| start < end);
    let before = match bracket {
        Some((end, start)) => format!("{}{}", &before[..start], &before[end + '）'.len_utf8()..]),
        None => before.to_owned(),
    };
    let clause = before.rsplit(['，', '。', '；', '：', '、', '（']).next().unwrap_or(&before);
    const ABOUT: [&str; 12] = [
        "约", "预计", "估计", "估算", "测算", "大致", "将近", "接近", "常年", "一般", "通常",
        "大体",
    ];
    const LESS: [&str; 5] = ["不到", "不足", "低于", "少于", "小于"];
    let words: &[&str] = match bound {
        Bound::AtMost => &MOST,
        Bound::AtLeast => &LEAST,
        Bound::About => &ABOUT,
        // 即不到三年任务40%的
        Bound::LessThan => &LESS,
        _ => return false,
    };
    words.iter().any(|word| clause.contains(word))
}

/// 六成以上 is `more than 60%`: nobody means exactly six tenths by it, nor the very day on which somebody turns 50.
fn is_rough((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    // 每10人中有3人以上
    let of_ten = ["人中有", "人中", "户中有", "户中", "家中有"];
    let before = &chinese.text[..one.range.start];
    let share = matches!(one.measure, Measure::Parts(_))
        || chinese.words(one).contains('成')
        || of_ten.iter().any(|word| before.ends_with(word));
    let pairs = [(Bound::AtLeast, Bound::MoreThan), (Bound::AtMost, Bound::LessThan)];
    // 550万人次以上, `more than 5.5 million`: of so many, nobody means exactly that number.
    let counted = matches!(one.measure, Measure::Count | Measure::Occasions);
    let many = counted && chinese.words(one).contains(['万', '亿']);
    // 50岁以上, `over 50`
    (share || many || chinese.is_age(one))
        && pairs.iter().any(|(or, than)| one.bound == *or && two.bound == *than)
}

/// 降至22.80米以下, `drawn down to below 22.80 m`: of what is measured, the mark itself is not told apart.
fn falls_to((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    const FALLS: [&str; 9] =
        ["降至", "降到", "回落到", "回落至", "降低到", "降低至", "下降到", "下降至", "控制在"];
    let before = chinese.before(one, 8);
    let measured = matches!(one.measure, Measure::Unit(_) | Measure::Percent);
    // 3岁以下 are the under-threes, and 35蒸吨/小时以下 boilers those below 35 t/h.
    let age = ["岁", "蒸吨"].iter().any(|word| chinese.words(one).contains(word));
    (one.bound, two.bound) == (Bound::AtMost, Bound::LessThan)
        && (age || (measured && FALLS.iter().any(|word| before.ends_with(word))))
}

/// 24小时降雨量, `rain within 24 hours`; 15秒接通率
fn is_time_of_measuring((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    const MEASURED: [&str; 14] = [
        "降雨",
        "降水",
        "雨量",
        "累计",
        "平均",
        "最大",
        "接通",
        "到达",
        "响应",
        "送达",
        "办结",
        "答复",
        "签收",
        "处置率",
    ];
    let behind = chinese.behind(one);
    let measured = MEASURED.iter().any(|word| behind.starts_with(word));
    measured && two.bound == Bound::AtMost && matches!(one.measure, Measure::Unit(_))
}

/// 五年将现有教师轮训一遍, `all teachers within five years`
fn is_span_of_plan(one: &Quantity, two: &Quantity) -> bool {
    one.measure == Measure::Unit("years")
        && one.strength == Strength::Words
        && two.bound == Bound::AtMost
}

/// 500元以上5000元以下, `between 500 and 5,000 yuan`
fn is_between((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    if two.bound != Bound::Exactly {
        return false;
    }
    let before = english.before(two, 40).to_ascii_lowercase();
    // `10,000 to 20,000 yuan`
    let in_range = match one.bound {
        Bound::AtLeast => {
            let upper =
                |next: &Quantity| next.range.start == one.range.end && next.bound == Bound::AtMost;
            english.behind(two).starts_with(" to ") && chinese.list.iter().any(upper)
        }
        Bound::AtMost => {
            let lower =
                |last: &Quantity| last.range.end == one.range.start && last.bound == Bound::AtLeast;
            before.ends_with(" to ") && chinese.list.iter().any(lower)
        }
        _ => false,
    };
    if in_range {
        return true;
    }
    match one.bound {
        Bound::AtLeast | Bound::MoreThan => before.ends_with("between "),
        Bound::AtMost | Bound::LessThan => {
            let mut other = chinese.list.iter();
            let lower = |other: &Quantity| matches!(other.bound, Bound::AtLeast | Bound::MoreThan);
            before.contains("between ") && other.any(lower)
        }
        _ => false,
    }
}

/// 60分以上不足80分, `60 to less than 80`
fn is_lower_end((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const LESS: [&str; 6] =
        ["to less than", "to under", "to below", "but less than", "but under", "but below"];
    // `reaches 37 °C but stays below 40 °C`
    let behind = english.behind(two).trim_start_matches([' ', ',']).replacen(" stays", "", 1);
    let below = chinese.behind(one).trim_start_matches(['、', '，', '但']);
    (one.bound, two.bound) == (Bound::AtLeast, Bound::Exactly)
        && LESS.iter().any(|word| behind.starts_with(word))
        && ["不足", "不满", "低于", "未满"].iter().any(|word| below.starts_with(word))
}

/// 30分钟内仍未驶离的, `if it has not left after 30 minutes`
fn is_still_undone((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    let behind = chinese.behind(one);
    (one.bound, two.bound) == (Bound::AtMost, Bound::Exactly)
        && ["仍", "未", "没有"].iter().any(|word| behind.starts_with(word))
        && english.before(two, 6).ends_with("after ")
}

/// 审批时限为10个工作日, `is decided within ten working days`; 不迟于文件印发后20日
fn is_time_limit((one, chinese): Placed<'_>, two: &Quantity) -> bool {
    let before = &chinese.text[..one.range.start];
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or(before);
    let limit = before.contains("时限")
        || ["不迟于", "不晚于", "最迟"].iter().any(|word| clause.contains(word));
    let plain = one.bound == Bound::Exactly && two.bound == Bound::AtMost;
    limit && plain && is_time(two)
}

/// 坡度超过25度的林地，不得种植, `not permitted on slopes steeper than 25 degrees`: the negation is that of the verb, not of
/// the bound.
fn is_of_what_is_banned((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    const BANS: [&str; 8] = ["不得", "禁止", "不予", "不可", "不能", "不准", "不许", "不再"];
    let turned = [(Bound::MoreThan, Bound::AtMost), (Bound::LessThan, Bound::AtLeast)];
    let own = ["no", "not"].iter().any(|word| english.words(two).starts_with(word));
    let behind = &chinese.text[one.range.end..chinese.sentence(one).end];
    let (of, verb) = behind.split_once('，').unwrap_or((behind, ""));
    turned.contains(&(one.bound, two.bound))
        && !own
        && of.contains('的')
        && BANS.iter().any(|word| verb.contains(word))
}

/// 届满30日前, `at least 30 days before`
fn is_time_before((one, chinese): Placed<'_>, (two, english): Placed<'_>) -> bool {
    two.bound == Bound::AtLeast
        && one.bound == Bound::Exactly
        && chinese.behind(one).starts_with('前')
        && english.behind(two).trim_start().starts_with("before")
}
