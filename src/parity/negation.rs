//! In: a text and its translation. Out: the prohibitions of one of them, such as 不得 and `shall not`, in whose place the
//! other has no negative word at all.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::language::WordList;

use super::Reader;
use super::align::{aligned, beside, to_full_stops};
use super::limits::{may_be_left, turned_round};
use super::negation_words::{denies, falls_short, negates};
use super::prohibitions::{denied_in_english, forbids_more, may_be_undone_or_allowed};

/// A prohibition that one of the two texts does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Whether the authoritative text has it.
    pub in_source: bool,
    /// What says it, in the text that has it.
    pub words: Range<usize>,
    /// Whether the other text has negative words there, but too few.
    pub fewer: bool,
    /// The sentence in the authoritative text and that of the translation; the whole texts where they have other numbers of
    /// sentences.
    pub source: Range<usize>,
    pub target: Range<usize>,
}

/// What is lost on the way from a text to its translation, and what is new there; one for each sentence.
pub fn lost(source: (&str, Reader), target: (&str, Reader)) -> Vec<Lost> {
    if source.0.is_empty() || target.0.is_empty() || source.1 == target.1 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (one, other, in_source) in [(source, target, true), (target, source, false)] {
        for Gone { words, fewer, here, there } in lost_from(one, other) {
            let (source, target) = if in_source { (here, there) } else { (there, here) };
            found.push(Lost { in_source, words, fewer, source, target });
        }
    }
    if (source.1, target.1) == (Reader::Chinese, Reader::English) {
        let known = |new: &Lost| found.iter().any(|one| one.source == new.source);
        let new = undone_or_allowed(source.0, target.0).into_iter();
        let new: Vec<Lost> = new.filter(|one| !known(one)).collect();
        found.extend(new);
    }
    found
}

/// Sentences whose Chinese text has lost the 未 or the 不得 of the English one.
fn undone_or_allowed(chinese: &str, english: &str) -> Vec<Lost> {
    if !may_be_undone_or_allowed(chinese, english) {
        return Vec::new();
    }
    let groups = beside(chinese, english).unwrap_or_default();
    let lost = groups.into_iter().filter_map(|(source, target)| {
        let words = denied_in_english(&chinese[source.clone()], &english[target.clone()])?;
        let words = target.start + words.start..target.start + words.end;
        Some(Lost { in_source: false, words, fewer: true, source, target })
    });
    lost.collect()
}

/// A prohibition of a text that the other one lacks, with the sentence here and the one in its place.
struct Gone {
    words: Range<usize>,
    fewer: bool,
    here: Range<usize>,
    there: Range<usize>,
}

/// The prohibitions of a text that the other one lacks.
fn lost_from((text, reader): (&str, Reader), (other, read_other): (&str, Reader)) -> Vec<Gone> {
    let to_english = (reader, read_other) == (Reader::Chinese, Reader::English);
    let words = prohibitions(text, reader);
    // Nearly all texts have none.
    if words.is_empty() {
        return if to_english { limits_lost(text, other) } else { Vec::new() };
    }
    let (ours, theirs) = (to_full_stops(text), to_full_stops(other));
    let denies_in = |part: &Range<usize>| denies(&other[part.clone()], read_other, NOTHING);
    let Some(groups) = aligned((text, &ours), (other, &theirs)) else {
        let whole = 0..other.len();
        let first = words.into_iter().next().filter(|_| !denies_in(&whole));
        let gone = |words| Gone { words, fewer: false, here: 0..text.len(), there: whole };
        return first.map(gone).into_iter().collect();
    };
    let cut_alike = groups.len() == ours.len() && groups.len() == theirs.len();
    let (ours, theirs): (Vec<_>, Vec<_>) = groups.into_iter().unzip();
    let mut found: Vec<Gone> = Vec::new();
    for (number, one) in words.iter().cloned().enumerate() {
        let Some(at) = ours.iter().position(|range| range.contains(&one.start)) else { continue };
        let (here, there) = (&ours[at], &other[theirs[at].clone()]);
        // The last one of its sentence is asked whether all of them are there.
        let is_last = words.get(number + 1).is_none_or(|next| !here.contains(&next.start));
        let fewer = || {
            let own = words.iter().filter(|word| here.contains(&word.start));
            let own: Vec<_> =
                own.map(|word| word.start - here.start..word.end - here.start).collect();
            forbids_more(&text[here.clone()], &own, there)
        };
        if found.last().is_some_and(|last| last.here == *here) || keeps(&text[one.clone()], there) {
            continue;
        }
        let around = [&text[here.start..one.start], &text[one.end..here.end]];
        let answered = answers(&text[one.clone()], around, (there, read_other));
        if answered && !(to_english && is_last && fewer()) {
            continue;
        }
        // A negative word that the sentence beside it has for no reason belongs here: the translation cuts otherwise.
        let strayed = |(near, there): (usize, &Range<usize>)| {
            let beside = near.abs_diff(at) == 1 || !cut_alike && near != at;
            let source = &text[ours[near].clone()];
            beside
                && denies(&other[there.clone()], read_other, [source, ""])
                && !denies(source, reader, NOTHING)
        };
        if !theirs.iter().enumerate().any(strayed) {
            let (here, there) = (here.clone(), theirs[at].clone());
            let fewer = answered || denies(&other[there.clone()], read_other, NOTHING);
            found.push(Gone { words: one, fewer, here, there });
        }
    }
    if to_english && found.is_empty() { limits_lost(text, other) } else { found }
}

/// The limits of a Chinese text that its English twin turned round, sentence by sentence.
fn limits_lost(text: &str, other: &str) -> Vec<Gone> {
    if !may_be_left(other) {
        return Vec::new();
    }
    let groups = beside(text, other).unwrap_or_default();
    let lost = groups.into_iter().filter_map(|(here, there)| {
        let (words, _) = turned_round(&text[here.clone()], &other[there.clone()])?;
        let words = here.start + words.start..here.start + words.end;
        Some(Gone { words, fewer: true, here, there })
    });
    lost.collect()
}

/// Where there is no sentence beside it.
const NOTHING: [&str; 2] = [""; 2];

/// Whether a sentence has the negative word of the one beside it: 不得拒绝 has two, and `may refuse` only one of them. `around`
/// is what stands before the word and behind it.
fn answers(word: &str, around: [&str; 2], (there, read_other): (&str, Reader)) -> bool {
    static REFUSALS: WordList<4> = WordList::new(["拒", "推诿", "阻", "无故"]);
    if REFUSALS.beginning(around[1]).is_some() && read_other == Reader::English {
        return negates(there);
    }
    let undone = word.starts_with('未') && read_other == Reader::English;
    undone && falls_short(there) || denies(there, read_other, around)
}

/// Whether an English sentence says without a negative word what 不增加 and its like say: that something stays as it is.
fn keeps(word: &str, sentence: &str) -> bool {
    const WORDS: [&str; 9] = [
        "unchanged",
        "same",
        "constant",
        "remain",
        "keep",
        "kept",
        "stable",
        "maintain",
        "separate",
    ];
    STATED.contains(&word) && WORDS.iter().any(|one| sentence.contains(one))
}

/// Where a text forbids something.
fn prohibitions(text: &str, reader: Reader) -> Vec<Range<usize>> {
    match reader {
        Reader::Chinese => chinese(text),
        Reader::English => english(text),
    }
}

/// Words that forbid nothing, but turn round what a sentence says where they are lost.
const STATED: [&str; 13] = [
    "未履行",
    "未按",
    "不增加",
    "不因此",
    "不新增",
    "不增设",
    "不计入",
    "不纳入",
    "不列入",
    "不适用",
    "不享受",
    "不收取",
    "不收费",
];

fn chinese(text: &str) -> Vec<Range<usize>> {
    static HEADS: LazyLock<[Finder<'static>; 3]> =
        LazyLock::new(|| [Finder::new("不"), Finder::new("禁"), Finder::new("未")]);
    const WORDS: [&str; 7] = ["不得", "不予", "不准", "不许", "不再", "禁止", "禁"];
    // What only bounds a quantity is compared with it; 不得不 and 不得已 forbid nothing.
    const OTHER: [&str; 17] = [
        "少于", "低于", "超过", "高于", "多于", "大于", "小于", "早于", "晚于", "迟于", "短于",
        "长于", "超出", "突破", "逾", "不", "已",
    ];
    let mut found = Vec::new();
    for at in HEADS.iter().flat_map(|head| head.find_iter(text.as_bytes())) {
        let (before, rest) = (&text[..at], &text[at..]);
        let Some(word) = WORDS.iter().chain(&STATED).find(|word| rest.starts_with(*word)) else {
            continue;
        };
        let behind = &rest[word.len()..];
        let forbids = match *word {
            "不得" => {
                !OTHER.iter().any(|word| behind.starts_with(word))
                    && !before.ends_with(['舍', '恨', '巴', '来', '容', '少', '见', '了'])
            }
            // 严禁; other words with it are names of things.
            "禁" => before.ends_with('严'),
            _ => true,
        };
        if forbids {
            let begin = if *word == "禁" { at - '严'.len_utf8() } else { at };
            found.push(begin..at + word.len());
        }
    }
    found.sort_unstable_by_key(|range| range.start);
    found
}

fn english(text: &str) -> Vec<Range<usize>> {
    static NOT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(" not "));
    // Behind these, it bounds a quantity or says from when on something may be.
    const OTHER: [&str; 12] = [
        " than ",
        "exceed",
        " below ",
        " above ",
        " over ",
        " under ",
        " until ",
        " unless ",
        " before ",
        " without ",
        " only ",
        " later ",
    ];
    let mut found = Vec::new();
    for at in NOT.find_iter(text.as_bytes()) {
        let before = &text[..at];
        let word = before.rfind(' ').map_or(before, |space| &before[space + 1..]);
        let end = at + " not".len();
        let applies = matches!(word, "do" | "does") && text[end..].starts_with(" apply");
        if !applies && !["shall", "must", "may"].iter().any(|verb| word.eq_ignore_ascii_case(verb))
        {
            continue;
        }
        let sentence = &text[end..];
        let sentence = &sentence[..sentence.find(['.', ';', '\n']).unwrap_or(sentence.len())];
        if !OTHER.iter().any(|word| sentence.contains(word)) {
            found.push(at - word.len()..end);
        }
    }
    // `It is strictly forbidden to`, but not `forbidden goods`
    static FORBIDDEN: WordList<2> = WordList::new(["forbidden to ", "prohibited to "]);
    found.extend(FORBIDDEN.find_all(text).map(|(at, word)| at..at + word.len() - " to ".len()));
    found.sort_unstable_by_key(|range| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::super::Reader::{Chinese, English};
    use super::lost;

    /// What forbids something in one text alone.
    fn found(chinese: &str, english: &str) -> Vec<String> {
        let list = lost((chinese, Chinese), (english, English));
        let words = |in_source| if in_source { chinese } else { english };
        list.into_iter().map(|one| words(one.in_source)[one.words].to_owned()).collect()
    }

    #[test]
    fn prohibitions_that_are_lost() {
        for (chinese, english, words) in [
            ("平台数据不得用于商业目的。", "The data may be used for commercial purposes.", "不得"),
            (
                "完成排查。不得在楼道内停车。",
                "All are inspected. Bikes shall be parked inside.",
                "不得",
            ),
            ("严禁占用耕地。", "Farmland shall be used.", "严禁"),
            ("到年底，禁止收费。", "By the end of the year, fees may be charged.", "禁止"),
            ("禁止挪用资金。", "Funds may be put to other uses.", "禁止"),
            ("材料不全的，不予受理。", "Incomplete files will be accepted.", "不予"),
            ("未经验收不得使用。", "They shall be used.", "不得"),
            (
                "不再收取费用；按月公布。",
                "Fees will be charged; they are published monthly.",
                "不再",
            ),
            (
                "数据用于商业目的。",
                "The data shall not be used for commercial purposes.",
                "shall not",
            ),
            ("可以停放。", "Bikes may not be parked here.", "may not"),
            (
                "校车每半年检验一次。",
                "School buses are tested every six months. It is strictly forbidden to overcrowd them.",
                "forbidden",
            ),
            // A sentence that has another negative word.
            (
                "严禁占用农田植树，不得移植古树。",
                "It is strictly forbidden to plant trees on farmland, and old trees must be moved.",
                "不得",
            ),
            (
                "不得停车；按月公布。不收费用。",
                "Bikes shall be parked, and it is published. No fee is charged.",
                "不得",
            ),
            (
                "床位由现有病房调剂，不增加总数。",
                "Beds come from other wards, which adds to the total.",
                "不增加",
            ),
            (
                "纳凉点不得拒绝外来人员。",
                "Cooling places must turn away people from elsewhere.",
                "不得",
            ),
            (
                "2月1日前已经登记的，可以继续饲养，但不得再增加。",
                "Those registered before 1 February may go on keeping them and may add to them.",
                "不得",
            ),
            ("未履行义务的，不享受补助。", "Farmers who have met their duty receive it.", "未履行"),
            // Where the numbers of sentences differ, by those that belong together.
            (
                "2026年建成12个站点，另有5个在建，每个投资30万元。充电费用不得向居民收取。确需停运的，不超过3天。",
                "In 2026, 12 stations will be built. Another 5 are being built. Each costs CNY 300,000. Residents \
                 may be charged for power. No station may be closed for more than 3 days.",
                "不得",
            ),
            // As a whole, where the numbers of sentences differ.
            ("不得停车。依法处理。", "Bikes shall be parked, and the police sees to it.", "不得"),
        ] {
            assert_eq!(found(chinese, english), [words], "{chinese} / {english}");
        }
    }

    #[test]
    fn prohibitions_in_both_languages() {
        for (chinese, english) in [
            ("数据不得用于商业目的。", "The data shall not be used for commercial purposes."),
            ("不得停车。", "No bike may be parked here."),
            ("不得停车。", "Parking is prohibited."),
            ("不得停车。", "Nobody may park here."),
            ("不得擅自改变用途。", "It shall keep its use unless approved."),
            ("未经批准不得实施。", "It may be carried out only after approval."),
            ("未经验收不得使用。", "It shall pass inspection before use."),
            ("不予受理。", "The application will be rejected."),
            ("不得拒绝受理。", "It must not turn applications away."),
            ("未按规定报送的，通报批评。", "Those who fail to report are criticised."),
            ("未履行合同的，予以追回。", "Whoever breaks the contract has to pay it back."),
            ("不得占用。", "Drivers keep out of it, and it is off limits to others."),
            ("不再实行许可。", "Permits will be abolished."),
            ("不再实行许可。", "Permits will end by June."),
            ("不得不停工。", "Work has to halt."),
            // Bounds are compared with their quantities.
            ("不得少于10日。", "For at least 10 days."),
            ("不得超过5%。", "At most 5%."),
            ("最多5家。", "There shall not be more than 5."),
            ("仅限居民使用。", "Others shall not use it."),
            ("验收合格方可使用。", "It shall not be used until it has passed."),
            // The other text cuts its sentences elsewhere.
            (
                "不得停车。依法处理；按月公布。",
                "The law applies. Parking is not allowed. It is published.",
            ),
            ("实行严格管理，不得停车。每月公布。", "It is strict. No parking; published monthly."),
            ("床位不增加。", "The number of beds remains the same."),
            (
                "2026年建成12个站点，另有5个在建。充电费用不得向居民收取。",
                "In 2026, 12 stations will be built. Another 5 are being built. Residents pay nothing. It is free.",
            ),
            ("巴不得早日完成。", "All hope to finish early."),
        ] {
            assert_eq!(found(chinese, english), [""; 0], "{chinese} / {english}");
        }
    }
}
