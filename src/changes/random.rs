//! In: texts put together at random. Out: whether a comparison loses or makes up anything.

use proptest::prelude::*;

use super::tests::{outline, passage};
use super::*;

fn both_sides(parts: &[Part]) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for part in parts {
        match part {
            Part::Same(text) => {
                old.push_str(text);
                new.push_str(text);
            }
            Part::Removed(text) => old.push_str(text),
            Part::Added(text) => new.push_str(text),
        }
    }
    (old, new)
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "到2027年",
        "，",
        "新增",
        "60",
        "个",
        "31.6亿元",
        "公园",
        "。",
        "；",
        "At least ",
        "10% ",
        "of ",
        ". ",
        "“",
        "”",
        "企业",
        "e.g. ",
        "3.5",
        " ",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_is_made_up(
        old in prop::collection::vec(sentence(), 0..4),
        new in prop::collection::vec(sentence(), 0..4),
    ) {
        let lines = |lines: &[String]| -> Vec<Line<'static>> {
            lines.iter().cloned().map(Into::into).map(Line::Text).collect()
        };
        let found = pieces::compare(&lines(&old), &lines(&new));
        let parts: Vec<Part> = found.iter().flat_map(Piece::parts).collect();
        let (before, after) = both_sides(&parts);
        // Spaces behind a sentence that stayed may be those of either text.
        let squeezed = |text: String| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeezed(before), squeezed(old.concat()));
        prop_assert_eq!(squeezed(after), squeezed(new.concat()));
    }

    #[test]
    fn every_clause_is_there_once(
        old in prop::collection::vec((0..6_u8, sentence()), 0..6),
        new in prop::collection::vec((0..6_u8, sentence()), 0..6),
    ) {
        let passages = |list: &[(u8, String)]| -> Vec<Passage> {
            list.iter().map(|(number, text)| passage(&number.to_string(), text, &[text])).collect()
        };
        let (old, new) = (passages(&old), passages(&new));
        let pairs = outline(&old, &new);
        let mut before: Vec<usize> = pairs.iter().filter_map(|pair| pair.draft).collect();
        let after: Vec<usize> = pairs.iter().filter_map(|pair| pair.now).collect();
        before.sort_unstable();
        prop_assert_eq!(before, Vec::from_iter(0..old.len()));
        prop_assert_eq!(after, Vec::from_iter(0..new.len()));
    }
}
