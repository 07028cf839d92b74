//! In: the number of a clause and how headings are numbered. Out: the label as the language of a translation
//! prints it: `（三）` is `(III)` in English.

use crate::language::ascii_digit;
use crate::language::numeral::{heading_label, to_chinese, to_roman};

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Digits {
    Arabic,
    Chinese,
    Roman,
}

/// The words of English for the units of Chinese documents.
const UNITS: [(&str, &str); 5] =
    [("章", "Chapter"), ("节", "Section"), ("条", "Article"), ("部", "Part"), ("篇", "Part")];

/// A label `printed` and the blank behind it with another number, such as `（五）` after `（三）`.
pub fn renumber(printed: &str, number: u32) -> Option<String> {
    let is_number = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十百IVXivx".contains(c);
    // The word comes first in `Article IV`.
    let start = printed.trim_end().rfind(' ').map_or(0, |at| at + 1);
    let start = start + printed[start..].find(is_number)?;
    let len = printed[start..].find(|c| !is_number(c)).unwrap_or(printed.len() - start);
    let old = &printed[start..start + len];
    let small = old.starts_with(|c: char| c.is_ascii_lowercase());
    let digits = match old.chars().next()? {
        c if c.is_ascii_digit() => Digits::Arabic,
        c if c.is_ascii() => Digits::Roman,
        _ => Digits::Chinese,
    };
    let new = written(number, digits);
    let new = if small { new.to_lowercase() } else { new };
    let label = format!("{}{new}{}", &printed[..start], &printed[start + len..]);
    is_label(&label, number).then_some(label)
}

/// The label that a heading labelled `printed` has in another language, where no heading there shows how: with
/// the blank behind it.
pub fn translate(printed: &str, number: u32, language: &str) -> String {
    let chinese = language.starts_with("zh");
    let arabic = printed.contains(|c| ascii_digit(c).is_some());
    let bracket = printed.starts_with(['（', '(']);
    let unit = UNITS.iter().find(|(zh, en)| printed.ends_with(zh) || printed.starts_with(en));
    match (unit, chinese) {
        (Some((zh, _)), true) => format!("第{}{zh} ", written(number, Digits::Chinese)),
        (Some((_, en)), false) => format!("{en} {number} "),
        (None, true) => {
            let digits = if arabic { Digits::Arabic } else { Digits::Chinese };
            let number = written(number, digits);
            match (bracket, arabic) {
                (true, _) => format!("（{number}）"),
                (false, true) => format!("{number}."),
                (false, false) => format!("{number}、"),
            }
        }
        (None, false) => {
            let digits = if arabic || number >= 40 { Digits::Arabic } else { Digits::Roman };
            let number = written(number, digits);
            if bracket { format!("({number}) ") } else { format!("{number}. ") }
        }
    }
}

fn written(number: u32, digits: Digits) -> String {
    match digits {
        Digits::Arabic => number.to_string(),
        Digits::Chinese => to_chinese(number),
        Digits::Roman => to_roman(number),
    }
}

fn is_label(label: &str, number: u32) -> bool {
    let text = format!("{label}x");
    heading_label(&text).is_some_and(|read| read.number == number && read.rest == "x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_counted_on() {
        for (printed, number, expected) in [
            ("三、", 12, "十二、"),
            ("（三）", 4, "（四）"),
            ("(III) ", 4, "(IV) "),
            ("IV. ", 9, "IX. "),
            ("11.", 12, "12."),
            ("第三章　", 10, "第十章　"),
            ("Article 12 ", 13, "Article 13 "),
            ("Chapter IV: ", 5, "Chapter V: "),
            ("(iv) ", 6, "(vi) "),
        ] {
            assert_eq!(renumber(printed, number).as_deref(), Some(expected), "{printed}");
        }
        // Roman numbers end where they are taken for words.
        assert_eq!(renumber("IV. ", 40), None);
        assert_eq!(renumber("其他", 1), None);
    }

    #[test]
    fn labels_have_a_form_in_each_language() {
        for (zh, number, en) in [
            ("三、", 3, "III. "),
            ("（三）", 3, "(III) "),
            ("11.", 11, "11. "),
            ("（2）", 2, "(2) "),
            ("第十二条", 12, "Article 12 "),
            ("第一章", 1, "Chapter 1 "),
        ] {
            assert_eq!(translate(zh, number, "en"), en);
            let blank = if zh.starts_with('第') { " " } else { "" };
            assert_eq!(translate(en, number, "zh"), format!("{zh}{blank}"));
        }
        assert_eq!(translate("四十、", 40, "fr"), "40. ");
    }
}
