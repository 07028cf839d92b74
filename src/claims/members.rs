//! In: a text. Out: the number of bodies behind a list of them, some of which were counted already: 甲局、乙局等11个部门，丙区、丁县
//! 政府以及戊集团，共14家单位.

use crate::language::ascii_digit;

use super::Counted;
use super::lists::groupings;
use super::sentences::{ends_sentence, tail, without_brackets};

/// Reads every number of bodies.
pub fn read(text: &str, list: &mut Vec<Counted>) {
    for (at, total) in text.match_indices('共') {
        let behind = &text[at + total.len()..];
        let Some((said, end)) = bodies(behind) else { continue };
        let before = tail(text, at);
        let sentence = before.rfind(ends_sentence).map_or(before, |end| &before[end..]);
        let Some(words) = sentence.strip_suffix(['，', ',']) else { continue };
        let Some((counted, words)) = counted(words) else { continue };
        let plain = without_brackets(words).replace("以及", "、");
        let Some((least, most)) = groupings(&plain).last().copied() else { continue };
        let (least, most) = (counted + least, counted + most);
        let fits = (least..=most).contains(&said);
        let named = if fits { (said, said) } else { (least, most) };
        let range = at..text.len() - behind.len() + end;
        list.push(Counted { range, said, named, open: false });
    }
}

/// 15家单位, 15个成员单位; and its bytes.
fn bodies(text: &str) -> Option<(usize, usize)> {
    let (number, rest) = number(text)?;
    let rest = rest.strip_prefix(['家', '个'])?;
    let word =
        ["成员单位", "单位", "部门和单位", "部门"].iter().find(|word| rest.starts_with(**word))?;
    Some((number, text.len() - rest.len() + word.len()))
}

fn number(text: &str) -> Option<(usize, &str)> {
    let digits =
        text.find(|c| ascii_digit(c).is_none()).filter(|digits| (1..3).contains(digits))?;
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

/// How many were counted already, and the list behind those: 等11个市级部门和单位，.
fn counted(words: &str) -> Option<(usize, &str)> {
    let at = words.rfind('等')?;
    let (counted, rest) = number(&words[at + '等'.len_utf8()..])?;
    let comma = rest.find(['，', ','])?;
    let unit = &rest[..comma];
    let bodies = ["单位", "部门", "委办局"].iter().any(|word| unit.ends_with(word));
    let rest = rest[comma..].trim_start_matches(['，', ',']);
    (bodies && !rest.contains(['，', ',', '：'])).then_some((counted, rest))
}
