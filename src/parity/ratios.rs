//! In: a text and its translation. Out: ratios of which the translation has the parts in another order: 2∶5∶3 and
//! `2:3:5`.

use std::ops::Range;

use super::align::Places;

/// A text with more ratios is a table of them.
const MOST: usize = 64;

/// Where ratios stand whose parts are in another order.
pub fn turned(source: &str, target: &str) -> Vec<Places> {
    // Most texts have no such sign behind a digit.
    if !may_have_ratio(source) {
        return Vec::new();
    }
    let (ours, theirs) = (ratios(source), ratios(target));
    let lacks = |list: &[Ratio<'_>], parts: &[&str]| !list.iter().any(|one| one.parts == parts);
    let sorted = |parts: &[&str]| {
        let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        parts.sort_unstable();
        parts
    };
    let mut found = Vec::new();
    for one in ours.iter().take(MOST).filter(|one| lacks(&theirs, &one.parts)) {
        let other = theirs
            .iter()
            .find(|other| lacks(&ours, &other.parts) && sorted(&other.parts) == sorted(&one.parts));
        let other = other.map(|other| other.range.clone()).or_else(|| in_words(one, target));
        if let Some(target) = other {
            found.push(Places { source: one.range.clone(), target });
        }
    }
    found
}

/// Where a text has the two parts of a ratio in words and in the other order, `4 to 6`, and nowhere in this one.
fn in_words(ratio: &Ratio<'_>, text: &str) -> Option<Range<usize>> {
    let [one, two] = ratio.parts[..] else { return None };
    let place = |words: &str| {
        let digit = |c: char| c.is_ascii_digit();
        let alone = |at: &usize| {
            let behind = &text[at + words.len()..];
            let goes_on = behind.strip_prefix(['.', ',']).unwrap_or(behind).starts_with(digit);
            let unit = behind.trim_start().starts_with(['%', '‰']);
            !text[..*at].ends_with(|c| digit(c) || matches!(c, '.' | ',')) && !goes_on && !unit
        };
        text.match_indices(words).map(|(at, _)| at).find(alone)
    };
    let (same, turned) = (format!("{one} to {two}"), format!("{two} to {one}"));
    let at = place(&turned).filter(|_| one != two && place(&same).is_none())?;
    Some(at..at + turned.len())
}

struct Ratio<'t> {
    parts: Vec<&'t str>,
    range: Range<usize>,
}

const SIGNS: [char; 3] = [':', '∶', '：'];

/// Whether a sign of ratios may stand behind a digit. The processor looks at many bytes at a time here: `∶` and `：` are told
/// by their first and last bytes; few other characters have both.
fn may_have_ratio(text: &str) -> bool {
    let bytes = text.as_bytes();
    let behind = |by: usize| bytes.get(by..).unwrap_or(&[]);
    let colon = bytes.iter().zip(behind(1));
    let colon = colon.fold(false, |any, (a, b)| any | a.is_ascii_digit() & (*b == b':'));
    let wide = bytes.iter().zip(behind(1)).zip(behind(3)).fold(false, |any, ((a, b), d)| {
        let sign = (*b == 0xe2) & (*d == 0xb6) | (*b == 0xef) & (*d == 0x9a);
        any | a.is_ascii_digit() & sign
    });
    colon || wide
}

/// Numbers with a sign of ratios between them: three or more, or two that are no time of the day.
fn ratios(text: &str) -> Vec<Ratio<'_>> {
    let mut found: Vec<Ratio<'_>> = Vec::new();
    for (at, sign) in text.match_indices(SIGNS) {
        if found.last().is_some_and(|last| last.range.end > at) {
            continue;
        }
        let digit = |c: char| c.is_ascii_digit() || c == '.';
        let start = text[..at].trim_end_matches(digit).len();
        let mut parts = vec![&text[start..at]];
        let (mut end, mut clock) = (at, sign == ":" || sign == "：");
        while let Some(rest) = text[end..].strip_prefix(SIGNS) {
            let begin = text.len() - rest.len();
            let length = rest.len() - rest.trim_start_matches(digit).len();
            let part = rest[..length].trim_end_matches('.');
            if part.is_empty() {
                break;
            }
            clock &= part.len() == 2;
            parts.push(&text[begin..begin + part.len()]);
            end = begin + part.len();
        }
        let is_clock = clock && parts.len() < 4;
        if !parts[0].is_empty() && parts.len() > 1 && !is_clock {
            found.push(Ratio { parts, range: start..end });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn parts_in_another_order() {
        for (chinese, english) in [
            ("按4∶3∶3的比例分担。", "is shared 3:4:3."),
            ("财政与企业出资比例为6∶4。", "City and enterprises pay 4:6."),
            ("水价之比为1:1.5:3。", "The prices are 1:3:1.5."),
        ] {
            assert_eq!(turned(chinese, english).len(), 1, "{chinese}");
        }
        for (chinese, english) in [
            ("按4∶3∶3的比例分担。", "is shared 4:3:3."),
            ("9:10开始，10:09结束。", "from 10:09 to 9:10"),
            ("比例为6∶4和4∶6。", "ratios of 4:6 and 6:4"),
            ("比例：3家。", "Ratio: 3"),
        ] {
            assert!(turned(chinese, english).is_empty(), "{chinese}");
        }
    }
}
