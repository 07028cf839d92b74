//! In: a text and a place in it. Out: the sentence there, and the one of the translation that stands in its place.

use std::ops::Range;

use crate::language::WordList;

/// The marks at the ends of sentences.
static ENDS: WordList<11> =
    WordList::new(["。", "；", "！", "？", "：", "\n", ".", ";", "!", "?", ":"]);

/// The bytes of every sentence of a text, the mark at its end with it.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, mark) in ENDS.find_all(text) {
        let behind = &text[at + mark.len()..];
        let ends = match mark {
            // Not within `3.5`, `No. 21` or `e.g.`
            "." | ";" | "!" | "?" => {
                let next = behind.trim_start().trim_start_matches('(').chars().next();
                let apart = behind.starts_with(' ') || behind.is_empty();
                apart
                    && next.is_none_or(|c| c.is_uppercase() || c == '“')
                    && !text[..at].ends_with("No")
            }
            // What leads to 一是 may be a sentence of its own in the other language.
            "：" => behind.starts_with("一是"),
            ":" => behind.starts_with(" first, "),
            _ => true,
        };
        if ends {
            // 。” and 。） end as one.
            let closing = behind.trim_start_matches(['”', '’', '）', '」', '』', '》']);
            let end = text.len() - closing.len();
            list.push(start..end);
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        list.push(start..text.len());
    }
    list
}

/// How many points a text counts: 一是…；二是…, `First, … Second, …`.
pub(super) fn points(text: &str) -> usize {
    static POINTS: WordList<18> = WordList::new([
        "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "First,",
        "Second,", "Third,", "Fourth,", "Fifth,", "Sixth,", "Seventh,", "Eighth,", "Ninth,",
    ]);
    POINTS.find_all(text).count()
}

/// The sentence at a byte of a text.
pub fn sentence_at(text: &str, at: usize) -> &str {
    let list = sentences(text);
    let found = list.iter().find(|range| range.end > at).or(list.last());
    found.map_or(text, |range| text[range.clone()].trim())
}

/// The sentence of `other` that stands where the one at a byte of `text` does: the same one where both have as many
/// sentences, else the one as far from the beginning.
pub fn pair_of<'o>(text: &str, at: usize, other: &'o str) -> &'o str {
    let (ours, theirs) = (sentences(text), sentences(other));
    let place = ours.iter().position(|range| range.end > at).unwrap_or(0);
    if ours.len() == theirs.len()
        && let Some(range) = theirs.get(place)
    {
        return other[range.clone()].trim();
    }
    let share = other.len() * at / text.len().max(1);
    let share =
        (0..=share.min(other.len())).rev().find(|at| other.is_char_boundary(*at)).unwrap_or(0);
    sentence_at(other, share)
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn points_are_counted_in_both_languages() {
        assert_eq!(points("一是建管并重，先建后用；二是农民主体。"), 2);
        assert_eq!(points("First, building. Second, residents decide. Third, means."), 3);
        assert_eq!(points("第一批，其中二级医院一所。The second one comes first."), 0);
    }
}
