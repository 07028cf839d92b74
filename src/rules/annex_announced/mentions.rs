//! In: a text. Out: the annexes that it announces in a list, those it refers to, and those that are parts of it.

use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::language::numeral::chinese_at;
use crate::language::{Lookup, ascii_digit, letters};

use crate::rules::reading::{Paragraph, Reading};

/// The words for annexes; those in one line are of one kind.
static WORDS: LazyLock<Lookup<u8>> = LazyLock::new(|| {
    let words = [
        ("附件", 0),
        ("附表", 1),
        ("附录", 2),
        ("附图", 3),
        ("Annexes", 0),
        ("Annex", 0),
        ("Attachment", 0),
        ("Appendices", 2),
        ("Appendix", 2),
    ];
    Lookup::by_first(words.into_iter())
});

/// The kind and the number of an annex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    kind: u8,
    pub number: u32,
}

/// An annex in a list, or as a part of the text.
#[derive(Debug)]
pub struct Item {
    pub name: Option<Name>,
    pub title: String,
    /// As the text names it.
    pub shown: String,
    pub span: Span,
    /// Whether it is a link.
    pub linked: bool,
}

/// What a text says about annexes, and which of them it holds.
#[derive(Debug, Default)]
pub struct Mentions {
    pub items: Vec<Item>,
    pub references: Vec<(Option<Name>, String, Span)>,
    pub parts: Vec<Item>,
}

impl Mentions {
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut all = Self::default();
        // The kind of the list that is being read, and whether it fills its clause.
        let mut list: Option<(u8, bool)> = None;
        for (at, paragraph) in reading.paragraphs.iter().enumerate() {
            let text = paragraph.prose.text();
            // The caption of a table.
            let table = |next: &Paragraph<'_>| {
                next.block.and_then(|block| block.html()).is_some_and(|html| html.is_table())
            };
            if !paragraph.is_heading()
                && let Some((kind, Some(number), rest)) = word(text.trim_start())
                && text.chars().count() <= CAPTION
                && !text.contains(['\n', '。'])
                && reading.paragraphs.get(at + 1).is_some_and(table)
            {
                all.parts.push(Item {
                    name: Some(Name { kind, number }),
                    title: rest.to_owned(),
                    shown: text.to_owned(),
                    span: paragraph.span,
                    linked: false,
                });
                continue;
            }
            if let Some(clause) = paragraph.clause.filter(|_| paragraph.is_heading()) {
                list = None;
                let shown = clause.title.text();
                let Some((kind, number, rest)) = word(shown) else { continue };
                if number.is_none() && rest.is_empty() {
                    let texts = clause
                        .blocks
                        .first()
                        .is_some_and(|block| block.html().is_some_and(|html| !html.is_table()));
                    list = texts.then_some((kind, true));
                } else if number.is_some()
                    || shown[..shown.len() - rest.len()].ends_with(['：', ':', ' '])
                {
                    let name = number.map(|number| Name { kind, number });
                    let (title, shown) = (rest.to_owned(), shown.to_owned());
                    all.parts.push(Item { name, title, shown, span: clause.span, linked: false });
                }
                continue;
            }
            if list.is_none_or(|(_, whole)| !whole) {
                list = opens_list(text).or(list.filter(|_| numbered(text.trim_start()).is_some()));
            }
            match list {
                Some((kind, _)) => all.take_items(paragraph, kind),
                None => all.take_references(paragraph),
            }
        }
        all.parts.truncate(MOST);
        all
    }

    /// Whether a part of the text has this number or title.
    pub fn has_part(&self, name: Option<Name>, title: &str) -> bool {
        self.parts
            .iter()
            .any(|part| same_title(title, &part.title) || (name.is_some() && part.name == name))
    }

    /// Every line that can be the title of an annex.
    fn take_items(&mut self, paragraph: &Paragraph<'_>, kind: u8) {
        let text = paragraph.prose.text();
        let links =
            paragraph.block.and_then(|block| block.html()).map_or(0, |html| html.links().count());
        let lines: Vec<&str> = text.split('\n').collect();
        let linked = links >= lines.len();
        let mut start = 0;
        for line in lines {
            let (at, end) = (start, start + line.len());
            start = end + 1;
            let (number, rest) = match word(line.trim_start()) {
                Some((_, number, rest)) => match numbered(rest) {
                    Some((inner, rest)) if number.is_none() => (Some(inner), rest),
                    _ => (number, rest),
                },
                None => numbered(line.trim_start())
                    .map_or((None, line), |(number, rest)| (Some(number), rest)),
            };
            let title = rest.trim();
            if self.items.len() == MOST {
                return;
            }
            if title.is_empty() || title.contains('。') || title.chars().count() > LONGEST {
                continue;
            }
            let name = number.map(|number| Name { kind, number });
            let (title, shown) = (title.to_owned(), line.trim().to_owned());
            self.items.push(Item {
                name,
                title,
                shown,
                span: paragraph.prose.span(at..end),
                linked,
            });
        }
    }

    fn take_references(&mut self, paragraph: &Paragraph<'_>) {
        let text = paragraph.prose.text();
        if !["附", "nnex", "ppend", "ttachment"].iter().any(|part| text.contains(part)) {
            return;
        }
        self.take_counted(paragraph);
        let mut done = 0;
        for (at, _) in text.char_indices().filter(|(_, c)| matches!(c, '附' | 'A')) {
            let Some((kind, number, rest)) = word(&text[at..]).filter(|_| at >= done) else {
                continue;
            };
            done = text.len() - rest.len();
            let before = text[..at].trim_end();
            // The annex of another document.
            let other = before.ends_with(['》', '号', '”', '）'])
                || rest.trim_start().starts_with("to the ")
                || rest.trim_start().starts_with("of the ");
            // 见附件, 按照附件, 依据附件, 列入附件
            let seen = before.ends_with(['见', '照', '按', '据', '入']) || before.ends_with("see");
            if other || (number.is_none() && !seen) {
                continue;
            }
            let end = at + text[at..done].trim_end_matches(['：', ':', ' ', '\n']).len();
            let name = number.map(|number| Name { kind, number });
            self.references.push((name, text[at..end].to_owned(), paragraph.prose.span(at..end)));
        }
    }
}

impl Mentions {
    /// 另附2个附件 speaks of both.
    fn take_counted(&mut self, paragraph: &Paragraph<'_>) {
        const COUNTERS: [(&str, u8); 4] =
            [("个附件", 0), ("项附件", 0), ("张附表", 1), ("个附表", 1)];
        let text = paragraph.prose.text();
        for (counter, kind) in COUNTERS {
            let Some(at) = text.find(counter) else { continue };
            let begin =
                |c: &char| ascii_digit(*c).is_some() || chinese_at(&c.to_string(), 1).is_some();
            let digits =
                text[..at].chars().rev().take_while(begin).map(char::len_utf8).sum::<usize>();
            let Some((count, _)) = number(&text[at - digits..at]) else { continue };
            let span = paragraph.prose.span(at - digits..at + counter.len());
            for number in 1..=count {
                let shown = text[at - digits..at + counter.len()].to_owned();
                self.references.push((Some(Name { kind, number }), shown, span));
            }
        }
    }
}

/// A line that is longer is no title.
const LONGEST: usize = 160;
/// The caption of a table is no longer.
const CAPTION: usize = 50;
/// No document has more annexes; what goes beyond is a list of something else.
const MOST: usize = 200;

/// `附件：`, `附件1：…` and `附：` at the beginning of a short paragraph open a list.
fn opens_list(text: &str) -> Option<(u8, bool)> {
    let text = text.trim_start();
    let (kind, number, rest) = word(text)?;
    let mark = text[..text.len() - rest.len()].trim_end().ends_with(['：', ':']);
    let whole = !text.contains('。') && text.lines().all(|line| line.chars().count() <= LONGEST);
    ((mark || number.is_some()) && whole).then_some((kind, false))
}

/// The word for an annex at the beginning of a text, its number, and what follows.
fn word(text: &str) -> Option<(u8, Option<u32>, &str)> {
    let (word, kind) = WORDS.beginning(text).next()?;
    let rest = &text[word.len()..];
    let (number, rest) = match number(rest.trim_start_matches([' ', '\u{a0}'])) {
        Some((number, behind)) => (Some(number), behind),
        None => (None, rest),
    };
    // `Annexed`, `附件材料` and the like are other words, but no harm: they have no number and no mark.
    Some((kind, number, rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '\u{a0}', '.', '．'])))
}

/// The name of an annex at the beginning of a title or of the name of a file; `None` without a number.
pub fn name_at(text: &str) -> Option<(Name, &str)> {
    let (kind, number, rest) = word(text)?;
    Some((Name { kind, number: number? }, rest))
}

/// `2`, `二` or `B` at the beginning of a text.
fn number(text: &str) -> Option<(u32, &str)> {
    let digits: usize =
        text.chars().take_while(|c| ascii_digit(*c).is_some()).map(char::len_utf8).sum();
    if digits > 0 {
        let value: String = text[..digits].chars().filter_map(ascii_digit).collect();
        let number = value.parse().ok().filter(|number| (1..100).contains(number))?;
        return Some((number, &text[digits..]));
    }
    if let Some((number, length)) = chinese_at(text, 3) {
        let rest = &text[length..];
        // 一并, 一式, 三份
        return (!rest.starts_with(|c| "并起份式同律致样个页张种项次些定".contains(c)))
            .then_some((number, rest));
    }
    let mut letters = text.chars();
    let letter = letters.next().filter(|c| ('A'..='H').contains(c))?;
    let alone = !letters.next().is_some_and(char::is_alphanumeric);
    alone.then(|| (u32::from(letter) - u32::from('A') + 1, &text[1..]))
}

/// `2.`, `2、`, `（2）` at the beginning of a line, and what follows.
fn numbered(line: &str) -> Option<(u32, &str)> {
    let inner = line.strip_prefix(['（', '(']).unwrap_or(line);
    let (number, rest) = number(inner)?;
    let rest = rest.strip_prefix(['.', '．', '、', '）', ')', ' '])?;
    Some((number, rest))
}

/// Whether two titles are the same but for marks, or one is the other and more.
pub fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    let shorter = one.chars().count().min(other.chars().count());
    shorter >= 4 && (one.contains(&other) || other.contains(&one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_have_numbers() {
        for (text, found) in [
            ("附件2", Some(2)),
            ("附件 12：任务", Some(12)),
            ("附件一", Some(1)),
            ("附表３", Some(3)),
            ("Annex 4. Tasks", Some(4)),
            ("Annex B", Some(2)),
            ("附件一并报送", None),
            ("附件材料", None),
            ("Annexes", None),
            ("Annex Building", None),
            ("附件2018", None),
        ] {
            assert_eq!(name_at(text).map(|(name, _)| name.number), found, "{text}");
        }
        assert_eq!(name_at("附件2：任务分工").unwrap().1, "任务分工");
    }

    #[test]
    fn titles_are_the_same_but_for_marks() {
        assert!(same_title("《计划(2018—2020年)》责任分工", "《计划（2018-2020年）》责任分工表"));
        assert!(!same_title("任务", "任务分工"));
        assert!(!same_title("责任分工", "目标分解"));
    }
}
