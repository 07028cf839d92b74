//! In: a clause, or what stands before the first one. Out: its fingerprint, by which a later version of the words can be
//! told from this one. Fingerprints stand in the files of authors: what is hashed here, and how, may never change.

use std::fmt;
use std::str::FromStr;

use memchr::memchr;
use siphasher::sip::SipHasher24;

use crate::language::{FirstBytes, is_cjk};

use super::document::{Block, BlockContent, Clause};
use super::html::{Html, Open};
use super::line::{Line, may_have_odd_space};

/// The fingerprint of a passage: SipHash-2-4 of its words, the same on every computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Heading and text of a clause, without its number and without the clauses below it.
    pub fn of_clause(clause: &Clause) -> Self {
        let mut words = Words::default();
        words.html("heading", &clause.title.html);
        words.blocks(&clause.blocks);
        words.fingerprint()
    }

    /// What stands before the first clause.
    pub fn of_blocks(blocks: &[Block]) -> Self {
        let mut words = Words::default();
        words.blocks(blocks);
        words.fingerprint()
    }
}

/// Sixteen hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.len() == 16 && text.bytes().all(|c| c.is_ascii_hexdigit());
        let number = if digits { u64::from_str_radix(text, 16).ok() } else { None };
        number.map(Self).ok_or(())
    }
}

/// What counts of a passage: a line for each paragraph, item, row, link, chart and table, beginning with what it is.
#[derive(Default)]
struct Words(String);

impl Words {
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint(SipHasher24::new().hash(self.0.as_bytes()))
    }

    fn line<S: AsRef<str>>(&mut self, what: &str, parts: impl IntoIterator<Item = S>) {
        self.0.push_str(what);
        for part in parts {
            self.0.push('\t');
            push_without_idle_blanks(&mut self.0, part.as_ref());
        }
        self.0.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.content {
                BlockContent::Html(html) => self.html("text", html),
                BlockContent::Chart(chart) => self.line("chart", chart.words().iter()),
                BlockContent::Table(name) => self.line("table", [&name.value]),
                BlockContent::Duties => self.line("duties", [""; 0]),
            }
        }
    }

    fn html(&mut self, what: &str, html: &Html) {
        let fill = |open: &Open| match open {
            // It stands in a mark, of which nothing is left.
            Open::Link(_) | Open::Picture(_) => String::new(),
            Open::Figure(figure) => format!("{{{{ {} }}}}", figure.words().join(" ")),
        };
        for line in &html.lines(fill) {
            match line {
                Line::Text(text) => self.line(what, [text]),
                Line::Row { cells, .. } => self.line("row", cells),
            }
        }
        for link in html.links() {
            self.line("link", [&link.value]);
        }
    }
}

/// Appends a text without the blanks beside a Chinese character, which mean nothing: authors put them between Chinese and figures or
/// leave them out, and line breaks become blanks.
fn push_without_idle_blanks(words: &mut String, text: &str) {
    if !may_have_blank(text) {
        return words.push_str(text);
    }
    let start = words.len();
    for word in words_of(text) {
        let chinese = |c: Option<char>| c.is_none_or(is_cjk);
        if !chinese(words[start..].chars().next_back()) && !chinese(word.chars().next()) {
            words.push(' ');
        }
        words.push_str(word);
    }
}

/// Whether a text may have a blank, which most Chinese paragraphs have not.
fn may_have_blank(text: &str) -> bool {
    memchr(b' ', text.as_bytes()).is_some() || may_have_odd_space(text.as_bytes())
}

/// What stands between blanks. Nearly all of a text is passed over by the first bytes of blanks, which few other characters
/// have.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    static BLANKS: FirstBytes = FirstBytes::of(b"\t\n\x0b\x0c\r \xc2\xe1\xe2\xe3");
    let blanks = BLANKS.characters(text, 0).filter(|(_, c)| c.is_whitespace());
    let blanks = blanks.map(|(at, c)| (at, c.len_utf8())).chain([(text.len(), 0)]);
    let words = blanks.scan(0, |start, (at, length)| {
        let word = &text[*start..at];
        *start = at + length;
        Some(word)
    });
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, may_have_blank, words_of};
    use crate::diagnostic::Files;
    use crate::parse::markdown::plan_text;

    /// The fingerprint of the first clause of a text.
    fn print(text: &str) -> String {
        let mut files = Files::default();
        let file = files.add("text.zh.md".to_owned(), text.to_owned());
        Fingerprint::of_clause(&plan_text(&files, file).0.clauses[0]).to_string()
    }

    const TEXT: &str = "## 一、目标\n\n到2028年，节水{{ figure pipes 2028 }}，见[附件](files/a.pdf)。\n\n- 甲\n- 乙\n\n| 年 | 公里 |\n|---|---|\n| 2028 | 60 |\n\n{{ table pipes }}\n\n{{ chart trajectory pipes }}\n";

    #[test]
    fn words_stand_between_blanks() {
        let text = " 到\u{3000}2028 年。\u{a0}“plan”\t\u{2009}é\u{1680}—\u{85}\n\u{2028}·\u{205f}";
        assert_eq!(words_of(text).collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        let blanks = ('\0'..=char::MAX).filter(|c| c.is_whitespace());
        assert_eq!(blanks.clone().map(|c| words_of(&c.to_string()).count()).sum::<usize>(), 0);
        for blank in blanks {
            for text in [format!("节{blank}水"), format!("节水{blank}"), format!("{blank}节水")]
            {
                assert!(may_have_blank(&text), "{text:?}");
            }
        }
        assert!(!may_have_blank("到2028年，“节水”—《计划》（一）、…"));
    }

    #[test]
    fn fingerprints_never_change() {
        // Whoever has to change these makes every confirmation of every site stale.
        assert_eq!(print(TEXT), "84c4766c3c61bd1b");
        assert_eq!(print("## I. Goals\n\nSave water.\n"), "d219cb8dbf3eb2f4");
        assert_eq!(print("## 附件\n\n{{ duties }}\n"), "f280d56a60db57d9");
        assert_eq!(Fingerprint::of_blocks(&[]).to_string(), "1e924b9d737700d7");
    }

    #[test]
    fn only_words_count() {
        let same = [
            TEXT.replace("一、", "三、"),
            TEXT.replace("到2028年，", "到 2028 年，\n"),
            TEXT.replace("节水", "**节水**"),
            TEXT.replace("\n\n", "\n\n\n").replace("| 60 |", "|   60|"),
            TEXT.replace("- 甲", "*   甲").replace("- 乙", "*   乙"),
            TEXT.replace("{{ table pipes }}", "{{  table   pipes  }}"),
            format!("{TEXT}\n### （一）其他\n\n其他。\n"),
        ];
        for text in same {
            assert_eq!(print(&text), print(TEXT), "{text}");
        }
        let other = [
            TEXT.replace("目标", "任务"),
            TEXT.replace("到2028年", "到2029年"),
            TEXT.replace("年，", "年，\n\n"),
            TEXT.replace("- 甲\n- 乙", "- 乙\n- 甲"),
            TEXT.replace("a.pdf", "b.pdf"),
            TEXT.replace("figure pipes 2028", "figure pipes 2027"),
            TEXT.replace("| 60 |", "| 61 |"),
            TEXT.replace("table pipes", "table leaks"),
            TEXT.replace("trajectory", "areas"),
            TEXT.replace("{{ table pipes }}\n", ""),
            TEXT.replace("{{ table pipes }}", "{{ duties }}"),
            TEXT.replace("{{ table pipes }}", "{{ table duties }}"),
            TEXT.replace("{{ table pipes }}", "{{ chart duty-matrix }}"),
            TEXT.replace("{{ table pipes }}", "duties"),
        ];
        for text in other {
            assert_ne!(print(&text), print(TEXT), "{text}");
        }
        let english = |text: &str| print(&format!("## I. Goals\n\n{text}\n"));
        assert_eq!(english("Save  water\nnow."), english("Save water now."));
        assert_ne!(english("Save now here."), english("Save nowhere."));
    }

    #[test]
    fn fingerprints_are_read_as_they_are_written() {
        let one: Fingerprint = "0123456789abcdef".parse().unwrap();
        assert_eq!(one.to_string(), "0123456789abcdef");
        for text in ["", "0123456789abcde", "0123456789abcdefa", "+123456789abcdef", "…"] {
            assert!(text.parse::<Fingerprint>().is_err(), "{text}");
        }
    }
}
