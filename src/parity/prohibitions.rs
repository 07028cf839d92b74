//! In: a Chinese sentence with its prohibitions, and the English one in its place. Out: whether the English one forbids less
//! often, although it has negative words: those may stand for 未 and its like.

use std::ops::Range;

use crate::language::WordList;

use super::negation_words::is_negative;

/// Whether a Chinese sentence forbids something more often than the English one in its place, whose other negative words the
/// Chinese one has, too. `words` are the places of its prohibitions, in their order.
pub fn forbids_more(chinese: &str, words: &[Range<usize>], english: &str) -> bool {
    let conditional = has_condition(english);
    let forbidden = words.iter().enumerate().filter(|(at, one)| {
        let again = at.checked_sub(1).is_some_and(|last| goes_on(chinese, &words[last], one));
        let said_so = conditional
            && (is_behind_condition(&chinese[..one.start]) || is_alone(&chinese[one.end..]));
        !again && is_sure(&chinese[(*one).clone()]) && !said_so
    });
    let forbidden = forbidden.count();
    // 不计入 is a denial, which may be said in other ways.
    let unsure = words.iter().filter(|one| !is_sure(&chinese[(*one).clone()])).count();
    let others = other_denials(chinese, words) + unsure;
    // One prohibition alone may be said in many ways, such as `keep out of`.
    if forbidden == 0 || forbidden + others < 2 {
        return false;
    }
    let denials = Denials::of(english);
    // 未经检疫的，不得使用 is no `what has passed must not be used`.
    let undone = || {
        let undone = words.iter().any(|one| {
            is_behind_condition(&chinese[..one.start]) || is_before_condition(&chinese[one.end..])
        });
        undone && forbidden == denials.forbidden && denials.others == 0 && !conditional
    };
    forbidden > denials.forbidden && denials.others <= others || undone()
}

/// Whether it is worth while to cut two texts into sentences for `denied_in_english`; nearly always it is not.
pub fn may_be_undone_or_allowed(chinese: &str, english: &str) -> bool {
    static UNDONE: WordList<4> =
        WordList::new([" has not ", " have not ", " is not ", " are not "]);
    static FORBIDS: WordList<3> = WordList::new(["must not", "may not", "shall not"]);
    static WORDS: WordList<2> = WordList::new(["不得", "可以"]);
    static ANY: WordList<5> =
        WordList::new(["must not", "may not", "shall not", "Without ", "without "]);
    // Most texts have none of them.
    if !ANY.is_in(english) {
        return false;
    }
    let count = |word: &str| WORDS.find_all(chinese).filter(|(_, one)| *one == word).count();
    FORBIDS.is_in(english)
        && (UNDONE.is_in(english) && count("不得") > 0
            || count("可以") > 0 && count("可以") > permissions(english))
        || WITHOUT.is_in(english) && is_agreed(chinese)
}

/// What an English text says of what nobody has agreed to.
static WITHOUT: WordList<2> = WordList::new(["Without ", "without "]);

/// Whether a Chinese text tells of what somebody has agreed to, and forbids something: 经批准，不得调低.
fn is_agreed(chinese: &str) -> bool {
    let Some(at) = chinese.find('经') else { return false };
    let piece = &chinese[at..];
    let Some(end) = piece.find("，不得") else { return false };
    let agrees = ["批准", "同意", "许可"].iter().any(|word| piece[..end].ends_with(word));
    let begins = chinese[..at].is_empty() || chinese[..at].ends_with(['，', '；', '。', '：']);
    let near = piece[..end].chars().count() <= 16 && !piece[..end].contains(['，', '。', '；']);
    agrees && begins && near
}

/// The words of an English sentence that deny what its Chinese twin does not: `that have not passed` beside 通过的, and `must not`
/// beside 可以.
pub fn denied_in_english(chinese: &str, english: &str) -> Option<Range<usize>> {
    const FORBIDS: [&str; 7] = ["不得", "严禁", "禁止", "不予", "不准", "不许", "不再"];
    let words = FORBIDS.iter().flat_map(|word| chinese.match_indices(word));
    let mut words: Vec<Range<usize>> = words.map(|(at, word)| at..at + word.len()).collect();
    words.sort_unstable_by_key(|word| word.start);
    let denials = Denials::of(english);
    let not = |verbs: &[&str]| {
        let lower = english.to_ascii_lowercase();
        let places = verbs.iter().filter_map(|verb| {
            let words = format!("{verb} not");
            let begin = usize::from(words.starts_with(' '));
            let places = lower.match_indices(&words);
            let mut places = places.map(|(at, _)| at + begin..at + words.len());
            let allowed =
                |behind: &str| ["allow", "permit"].iter().any(|one| behind.starts_with(one));
            places.find(|place| {
                let behind = &lower[place.end..];
                !behind.starts_with(char::is_alphabetic) && !allowed(behind.trim_start())
            })
        });
        places.min_by_key(|place| place.start)
    };
    // 经批准 that was 未经批准
    if let Some((at, without)) = WITHOUT.find(english, 0).filter(|_| is_agreed(chinese)) {
        let end = at + without.len();
        let agrees = ["approval", "consent", "permission", "agreement", "authoris"];
        let mut behind = english[end..].split(' ').take(3);
        if behind.any(|word| agrees.iter().any(|one| word.starts_with(one))) {
            return Some(at..end - 1);
        }
    }
    // 可以 that was 不得
    let permits = chinese.matches("可以").count();
    if permits > permissions(english) && denials.forbidden > words.len() {
        return not(&[" must", " may", " shall"]);
    }
    // 通过的 that was 未通过的
    let only_forbids = !words.is_empty() && words.len() == denials.forbidden;
    // 拆除 denies nothing.
    let without = |text: String, word: &str| text.replace(word, "一一");
    let others = ["拆除", "消除", "清除", "解除", "扣除"].iter();
    let others =
        other_denials(&others.fold(chinese.to_owned(), |text, word| without(text, word)), &words);
    let plain = only_forbids && denials.others > 0 && others == 0 && !chinese.contains(EXCEPT);
    if plain { not(&["has", "have", "is", "are"]) } else { None }
}

/// What may be said with a `not`, too.
const EXCEPT: [char; 8] = ['外', '免', '仅', '只', '限', '前', '才', '否'];

/// How often an English sentence allows something.
fn permissions(english: &str) -> usize {
    let words: Vec<&str> =
        english.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).collect();
    let allows = |at: &usize| {
        let next = words.get(at + 1).copied().unwrap_or("");
        match words[*at].to_ascii_lowercase().as_str() {
            "may" | "can" | "could" => !matches!(next, "not" | "neither"),
            word => ["allow", "permit", "entitl", "eligib", "option", "possib", "able", "free"]
                .iter()
                .any(|one| word.starts_with(one)),
        }
    };
    (0..words.len()).filter(allows).count()
}

/// Whether a prohibition can hardly be said without a modal verb: 不予批准 is `to be refused`, and 不计入 is `left out`.
fn is_sure(word: &str) -> bool {
    matches!(word, "不得" | "不准" | "不许" | "严禁" | "禁止")
}

/// Whether an English sentence says what has to come first: `only after approval` forbids as 未经批准不得实施 does.
fn has_condition(english: &str) -> bool {
    const WORDS: [&str; 6] = ["only", "unless", "until", "before", "prior", "after"];
    WORDS.iter().any(|word| english.contains(word))
}

/// Whether what is forbidden is what somebody does without asking: 不得擅自停业.
fn is_alone(behind: &str) -> bool {
    ["擅自", "私自", "自行"].iter().any(|word| behind.starts_with(word))
}

/// Whether a prohibition that stands behind these words is one of what has not been done.
fn is_behind_condition(before: &str) -> bool {
    /// So far in front, in bytes, the condition may begin.
    const REACH: usize = 150;
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let piece = near.rsplit(['。', '；']).next().unwrap_or("");
    has_undone(piece)
}

/// The same of a prohibition in front of them: 不得使用未经检疫的苗木.
fn is_before_condition(behind: &str) -> bool {
    /// So far behind, in bytes, it may stand.
    const REACH: usize = 150;
    let near = &behind[..behind.floor_char_boundary(REACH)];
    has_undone(near.split(['。', '；', '，']).next().unwrap_or(""))
}

/// 未经检疫; but 未成年人 is who they are.
fn has_undone(piece: &str) -> bool {
    piece.match_indices('未').any(|(at, _)| !piece[at..].starts_with("未成年"))
}

/// 不得转租、不得转借, and 禁止使用甲；自2028年起，禁止使用乙: one `may not` stands for both.
fn goes_on(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    /// So many characters stand between them at most.
    const NEAR: usize = 24;
    /// And so many where the first one tells of a thing: 不得投资的财产，不得用于投资.
    const THING: usize = 9;
    let verb = |word: &Range<usize>| text[word.end..].chars().take(2).collect::<String>();
    if text[first.clone()] == text[second.clone()] && verb(first) == verb(second) {
        return true;
    }
    let between = text[first.end..second.start].trim_end_matches(['也', '亦', '并', '且', '更']);
    text[first.clone()] == text[second.clone()]
        && between.ends_with(['，', '、'])
        && !between.contains(['。', '；'])
        && !(between.contains('的') && between.chars().count() <= THING)
        && between.chars().count() <= NEAR
}

/// How many negative words a Chinese sentence has besides its prohibitions.
fn other_denials(text: &str, words: &[Range<usize>]) -> usize {
    // 无障碍 and 非遗 are names of things, and 不超过 bounds a quantity.
    const NAMES: [&str; 28] = [
        "无障碍",
        "无人机",
        "无线",
        "无论",
        "无害",
        "无偿",
        "无缝",
        "无纸",
        "无废",
        "非法",
        "非常",
        "非遗",
        "非物质",
        "非营利",
        "非公有",
        "不可或缺",
        "不断",
        "不仅",
        "不但",
        "不同",
        "不久",
        "不少于",
        "不足",
        "不超过",
        "不低于",
        "不高于",
        "不动产",
        "不良",
    ];
    const WORDS: [char; 7] = ['未', '无', '没', '非', '不', '拒', '除'];
    let own = |at: usize| {
        let last = words.partition_point(|word| word.start <= at).checked_sub(1);
        last.is_some_and(|last| words[last].contains(&at))
    };
    let denies = |at: usize| !NAMES.iter().any(|name| text[at..].starts_with(name));
    let single = text.match_indices(WORDS).filter(|(at, _)| !own(*at) && denies(*at)).count();
    single
        + ["否则", "停止", "擅自", "私自"]
            .iter()
            .map(|word| text.matches(word).count())
            .sum::<usize>()
}

/// The negative words of an English sentence.
#[derive(Debug, Default, PartialEq, Eq)]
struct Denials {
    /// Those with which something is forbidden.
    forbidden: usize,
    others: usize,
}

impl Denials {
    fn of(text: &str) -> Self {
        const MODALS: [&str; 7] = ["must", "may", "shall", "can", "should", "will", "need"];
        /// Between `no` and its modal verb stand so many words at most.
        const FAR: usize = 12;
        let text = text.to_ascii_lowercase();
        let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        let mut found = Self::default();
        for (at, word) in words.iter().enumerate() {
            let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at]);
            let next = |on: usize| words.get(at + on).copied().unwrap_or("");
            let modal = |word: &str| MODALS.contains(&word);
            let forbids = match *word {
                "not" => {
                    let allowed = matches!(next(1), "allowed" | "permitted");
                    modal(before(1)) || modal(before(2)) || allowed || next(1) == "be"
                }
                "no" => {
                    let far = |on: usize| modal(next(on)) || matches!(next(on), "is" | "are");
                    matches!(next(1), "longer" | "one") || (2..FAR).any(far)
                }
                "cannot" | "nor" | "neither" | "never" | "nothing" | "nobody" | "none" | "ban"
                | "bans" | "banned" => true,
                word => ["forbid", "prohibit", "cease"].iter().any(|one| word.starts_with(one)),
            };
            // `at least` may stand for 不得少于.
            let bound = *word == "least" && before(1) == "at" || word.starts_with("exceed");
            if forbids {
                found.forbidden += 1;
            } else if bound || is_undone(word) || is_negative(word) {
                found.others += 1;
            }
        }
        found
    }
}

/// `unlicensed`, `failed`, `incomplete`
fn is_undone(word: &str) -> bool {
    const OTHER: [&str; 3] = ["uni", "under", "until"];
    const BEGINNINGS: [&str; 11] = [
        "fail",
        "lack",
        "irregular",
        "incomplete",
        "incorrect",
        "overdue",
        "breach",
        "short",
        "below",
        "miss",
        "pending",
    ];
    let un = word.len() > 4 && word.starts_with("un");
    un && !OTHER.iter().any(|other| word.starts_with(other))
        || BEGINNINGS.iter().any(|one| word.starts_with(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn more(chinese: &str, english: &str) -> bool {
        let places = ["不得", "严禁", "禁止", "不予"]
            .iter()
            .flat_map(|word| chinese.match_indices(word).map(|(at, word)| at..at + word.len()));
        let mut places: Vec<Range<usize>> = places.collect();
        places.sort_by_key(|place| place.start);
        forbids_more(chinese, &places, english)
    }

    #[test]
    fn a_prohibition_is_lost_beside_another() {
        for (chinese, english) in [
            (
                "严禁占用农田植树，不得移植古树。",
                "It is strictly forbidden to plant trees on farmland, and old trees must be moved.",
            ),
            (
                "未经检定或者检定不合格的设备，其记录不得作为处罚依据。",
                "The records of devices that have not been calibrated, or have failed, must be used.",
            ),
        ] {
            assert!(more(chinese, english), "{chinese} {english}");
        }
    }

    #[test]
    fn what_was_agreed_to_and_what_was_not() {
        let denied = |chinese: &str, english: &str| {
            assert!(may_be_undone_or_allowed(chinese, english), "{chinese} {english}");
            denied_in_english(chinese, english).map(|place| english[place].to_owned())
        };
        let english = "Without approval no indicator may be lowered.";
        assert_eq!(denied("经批准，不得调低指标。", english).as_deref(), Some("Without"));
        let english = "Inspections of berths must not, however, be reduced.";
        assert_eq!(denied("但泊位的检查次数可以减少。", english).as_deref(), Some("must not"));
        for (chinese, english) in [
            ("未经批准，不得调低指标。", "Without approval no indicator may be lowered."),
            ("经批准的，不得再改。", "Once approved, it may not be changed."),
        ] {
            let may_be = may_be_undone_or_allowed(chinese, english);
            assert!(!may_be || denied_in_english(chinese, english).is_none(), "{chinese}");
        }
    }

    #[test]
    fn prohibitions_are_said_in_other_words() {
        for (chinese, english) in [
            ("不得转租，不得转借。", "They may not sublet or lend them."),
            ("未经评估，一律不得开工。", "No project may begin without an assessment."),
            ("不予登记的，书面说明理由。", "If registration is refused, the reasons are given."),
            ("不得擅自停业。", "They stay open unless they are allowed to close."),
            ("未成年人不得入内。", "Minors must not enter."),
            ("未经批准，不得实施。", "It may be carried out only after approval."),
        ] {
            assert!(!more(chinese, english), "{chinese} {english}");
        }
    }
}
