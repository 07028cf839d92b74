//! In: texts of every kind. Out: whether fixes come to an end and change nothing but marks, spaces and widths.

use proptest::prelude::*;

use super::*;
use crate::language::name_key;
use crate::typesetting::nearness::Names;
use crate::typesetting::titles::{key, lacks_word, titles};

#[test]
fn long_texts_take_no_longer_for_their_length() {
    let mut names = Names::default();
    names.add("市科技局");
    for unit in [
        "(",
        "”",
        "“《（",
        "1-",
        "。",
        "、，",
        "XX市",
        " ",
        "\u{a0}",
        "至少3以上",
        "等和",
        "为副组长，",
        "等",
        "a@",
        "《甲》",
        "?，",
        "**",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let _ = (of(&text, Script::Chinese), of(&text, Script::English));
        let _ = names.near(&format!("市科技局、{text}"), |_| true);
    }
}

/// Letters and digits in half width: what no fix may change.
fn letters(text: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap()
        }
        c => c,
    };
    // This one is a letter to Unicode, and a dash to those who mistype it.
    text.chars().filter(|c| c.is_alphanumeric() && *c != 'ㄧ').map(half).collect()
}

/// Texts of marks, digits and words side by side, in which something is wrong.
fn crowded() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "节水",
        "年",
        "市",
        "的",
        "等",
        "及",
        "以上",
        "至少",
        "2018",
        "2020",
        "3",
        "5",
        "X",
        "XX",
        "A",
        "the",
        " ",
        "  ",
        ",",
        ";",
        ":",
        "?",
        "!",
        ".",
        "(",
        ")",
        "，",
        "。",
        "、",
        "；",
        "：",
        "？",
        "！",
        "（",
        "）",
        "“",
        "”",
        "‘",
        "’",
        "《",
        "》",
        "「",
        "」",
        "-",
        "~",
        "—",
        "–",
        "～",
        "─",
        "－",
        "ㄧ",
        "...",
        "\"",
        "*",
        "_",
        "`",
        "\n",
        "\u{a0}",
        "\u{3000}",
        "\u{200b}",
        "２",
        "Ａ",
        "%",
        "×",
        "□",
        "委",
        "市政府",
        "@",
        "://",
        "1、",
        "\u{fffc}",
        "·",
    ]);
    prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fixes_come_to_an_end_and_leave_letters_alone(
        text in prop_oneof![crowded(), any::<String>()],
        chinese in any::<bool>(),
    ) {
        let script = if chinese { Script::Chinese } else { Script::English };
        let once = mended(&text, script);
        prop_assert_eq!(mend_once(&once, script), once.clone(), "{}", text);
        prop_assert_eq!(letters(&once), letters(&text));
    }

    #[test]
    fn places_are_within_the_text(text in prop_oneof![crowded(), any::<String>()], heading in any::<bool>()) {
        for script in [Script::Chinese, Script::English] {
            let parts = [Part { text: &text, heading }, Part { text: &text, heading: false }];
            for flaw in flaws(&parts, script) {
                prop_assert!(text.get(flaw.range.clone()).is_some());
                prop_assert!(flaw.fix.iter().all(|(range, _)| text.get(range.clone()).is_some()));
                let mut places: Vec<_> = flaw.fix.iter().map(|(range, _)| range.clone()).collect();
                places.sort_by_key(|place| place.start);
                prop_assert!(places.windows(2).all(|two| two[0].end <= two[1].start));
            }
        }
    }

    #[test]
    fn names_and_titles_of_any_text(text in any::<String>()) {
        let mut names = Names::default();
        names.add(&text);
        names.add("市科技局");
        let _ = names.near(&format!("市科技局、{text}、{text}x"), |_| true);
        let _ = titles(&format!("《{text}》《{text}")).count();
        let _ = (key(&name_key(&text)), lacks_word(&text, "国家创新驱动发展战略纲要"));
    }
}
