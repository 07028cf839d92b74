//! In: an author's file as it stands on disk, and the fixes of findings in it. Out: the file with as many of them as
//! leave it what it was: the same clauses, blocks, keys, links and figures. A fix that would change one of these is
//! left out.

mod same;
pub mod splice;

use crate::diagnostic::Edit;

use same::same;
use splice::splice;

/// A file with fixes in it.
#[derive(Debug)]
pub struct Mended {
    pub raw: String,
    /// How many findings were mended.
    pub done: usize,
    /// How many would change what the file says.
    pub refused: usize,
}

/// Puts fixes into a file; each is what one finding needs. Of two that overlap, the first one is taken, and the other
/// may come in the next run. `path` is the place of the file in the site.
pub fn mend(path: &str, raw: &str, fixes: &[&[Edit]]) -> Mended {
    let chosen = without_overlaps(fixes);
    let mended = apply(raw, &chosen);
    if same(path, raw, &mended) {
        return Mended { raw: mended, done: chosen.len(), refused: 0 };
    }
    // One by one, to leave out no more than what does harm.
    let harmless = |fix: &&[Edit]| same(path, raw, &apply(raw, &[fix]));
    let good: Vec<&[Edit]> = chosen.iter().copied().filter(harmless).collect();
    let mended = apply(raw, &good);
    if same(path, raw, &mended) {
        Mended { raw: mended, done: good.len(), refused: chosen.len() - good.len() }
    } else {
        Mended { raw: raw.to_owned(), done: 0, refused: chosen.len() }
    }
}

fn without_overlaps<'e>(fixes: &[&'e [Edit]]) -> Vec<&'e [Edit]> {
    let mut order: Vec<&[Edit]> = fixes.to_vec();
    order.sort_by_key(|fix| fix.iter().map(|edit| edit.place.range().start).min());
    let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
    let mut chosen = Vec::new();
    for fix in order {
        let ranges = || fix.iter().map(|edit| edit.place.range());
        let free = |range: &std::ops::Range<usize>| {
            let at = taken.partition_point(|one| one.end < range.start);
            taken[at..].first().is_none_or(|one| range.end < one.start)
        };
        if ranges().all(|range| free(&range)) {
            for range in ranges() {
                let at = taken.partition_point(|one| one.start < range.start);
                taken.insert(at, range);
            }
            chosen.push(fix);
        }
    }
    chosen
}

fn apply(raw: &str, fixes: &[&[Edit]]) -> String {
    let edits = fixes.iter().flat_map(|fix| fix.iter());
    let mut edits: Vec<splice::Edit> = edits
        .map(|edit| splice::Edit { place: edit.place.range(), text: edit.text.clone() })
        .collect();
    edits.sort_by_key(|edit| (edit.place.start, edit.place.end));
    splice(raw, &edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Files, Span};

    fn edits(text: &str, changes: &[(&str, &str)]) -> Vec<Edit> {
        let mut files = Files::default();
        let file = files.add("text.zh.md".into(), text.into());
        let edit = |(old, new): &(&str, &str)| {
            let at = text.find(old).unwrap();
            Edit { place: Span::new(file, at..at + old.len()), text: (*new).to_owned() }
        };
        changes.iter().map(edit).collect()
    }

    #[test]
    fn what_keeps_the_text_is_done_and_the_rest_is_left_out() {
        let raw = "\u{feff}## 一、目标\r\n\r\n节水,治水。\r\n\r\n到2030年,建成3家。\r\n";
        let text = splice::plain(raw);
        let all = edits(&text, &[("节水,", "节水，"), ("年,", "年，"), ("3", "4"), ("## ", "")]);
        let fixes: Vec<&[Edit]> = all.iter().map(std::slice::from_ref).collect();
        let mended = mend("content/plans/a/text.zh.md", raw, &fixes);
        assert_eq!(
            mended.raw,
            "\u{feff}## 一、目标\r\n\r\n节水，治水。\r\n\r\n到2030年，建成3家。\r\n"
        );
        assert_eq!((mended.done, mended.refused), (2, 2));
    }

    #[test]
    fn of_two_that_overlap_the_first_is_taken() {
        let raw = "甲,乙";
        let all = edits(raw, &[("甲,", "甲，"), (",乙", "，乙")]);
        let fixes: Vec<&[Edit]> = all.iter().map(std::slice::from_ref).collect();
        let mended = mend("content/plans/a/text.zh.md", raw, &fixes);
        assert_eq!((mended.raw.as_str(), mended.done), ("甲，乙", 1));
    }

    #[test]
    fn tables_keep_their_keys_and_values() {
        let raw = "name = { zh = \"节水,治水\", en = \"Save water\" }\n[table]\nvalue = 3\n";
        let good = edits(raw, &[(",治", "，治")]);
        let bad = edits(raw, &[("3", "\"3\"")]);
        let worse = edits(raw, &[("节", "\"")]);
        let mended = mend("content/plans/a/plan.toml", raw, &[&good, &bad, &worse]);
        assert_eq!((mended.raw, mended.done, mended.refused), (raw.replace(",治", "，治"), 1, 2));
    }
}
