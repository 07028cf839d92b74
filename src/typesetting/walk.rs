//! In: a paragraph. Out: its flaws, found in one walk over its bytes: Chinese characters and letters are passed over
//! at once, and each mark is handed to the file that knows it.

use std::ops::Range;

use crate::diagnostic::prose::Prose;
use crate::language::{is_cjk, letters_end};

use super::pairs::Pairs;
use super::sheet::Sheet;
use super::word_class::{Classes, word_at};
use super::{Flaw, Part, Script, blanks, dashes, lists, masks, phrases, quotes, signs, words};

/// A walk over one paragraph, and what has been seen on the way.
pub struct Walk<'w> {
    pub text: &'w str,
    pub part: usize,
    pub heading: bool,
    pub script: Script,
    pub sheet: &'w mut Sheet,
    /// Where the line, the sentence and the clause of a sentence begin.
    pub line: usize,
    pub sentence: usize,
    pub clause: usize,
    pub pairs: Pairs,
    /// Marks of the wrong width, and what is to stand there.
    pub widths: Gathered,
    pub straight: Vec<usize>,
    pub spaces: Gathered,
    pub blanks: Gathered,
    pub list: lists::List,
    /// Spaces of the line beside Chinese characters, and whether a digit is on the other side.
    pub line_spaces: Vec<(Range<usize>, bool)>,
    /// The word of letters before, for words that stand twice.
    pub word: Range<usize>,
    pub classes: Classes,
    /// Up to here nothing is looked at: an address, or a mark that was taken together with the one before.
    pub skip: usize,
}

/// What is reported once for the paragraph.
#[derive(Default)]
pub struct Gathered {
    pub places: Vec<Range<usize>>,
    pub fix: Vec<(Range<usize>, String)>,
}

impl Gathered {
    pub fn add(&mut self, place: Range<usize>, right: Option<&str>) {
        if let Some(right) = right {
            self.fix.push((place.clone(), right.to_owned()));
        }
        self.places.push(place);
    }
}

/// How many findings back one is looked for.
const NEAR: usize = 8;

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or a digit of an English keyboard.
    Letter,
    /// A Chinese character of three bytes.
    Han,
    /// A plain space, which parts the words of an English text and is nothing more there.
    Space,
    /// A mark of an English keyboard.
    Mark,
    /// The first byte of anything else.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0usize;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            0xE4..=0xE9 => Class::Han,
            b' ' => Class::Space,
            0..=0x7F => Class::Mark,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

impl<'w> Walk<'w> {
    pub fn new(part: &Part<'w>, index: usize, script: Script, sheet: &'w mut Sheet) -> Self {
        Self {
            text: part.text,
            part: index,
            heading: part.heading,
            script,
            sheet,
            line: 0,
            sentence: 0,
            clause: 0,
            pairs: Pairs::default(),
            widths: Gathered::default(),
            straight: Vec::new(),
            spaces: Gathered::default(),
            blanks: Gathered::default(),
            list: lists::List::default(),
            line_spaces: Vec::new(),
            word: 0..0,
            classes: Classes::default(),
            skip: 0,
        }
    }

    pub fn run(mut self) {
        let bytes = self.text.as_bytes();
        let chinese = self.script == Script::Chinese;
        let beginnings = phrases::beginnings();
        let (mut at, mut address) = (0, 0);
        // Chinese characters right before the place.
        let mut before = phrases::Before::default();
        while at < bytes.len() {
            let class = CLASSES[bytes[at] as usize];
            if class != Class::Han {
                before = phrases::Before::default();
            }
            match class {
                Class::Han => {
                    if chinese {
                        before = phrases::han(&mut self, at, before, beginnings);
                    }
                    at += 3;
                }
                Class::Space if !chinese => at += 1,
                Class::Letter => {
                    let (end, classes) = if chinese {
                        (letters_end(bytes, at), Classes::default())
                    } else {
                        word_at(self.text, at)
                    };
                    // A word that ends at a space or a Chinese character is no part of an address.
                    let goes_on = bytes.get(end).is_some_and(u8::is_ascii_graphic);
                    if goes_on && at >= address {
                        address = word_end(bytes, end);
                        if is_address(&bytes[at..address]) {
                            (self.word, self.classes) = (at..address, Classes::default());
                            at = address;
                            continue;
                        }
                    }
                    let same_length = self.word.len() == end - at;
                    if !chinese && classes.are_right_behind(self.classes, same_length) {
                        (self.word, self.classes) = (at..end, classes);
                    } else {
                        words::word(&mut self, at..end, classes);
                    }
                    at = end;
                }
                Class::Mark | Class::Space => {
                    if at >= self.skip {
                        self.mark(at, bytes[at] as char);
                    }
                    at += 1;
                }
                Class::Other => {
                    let c = self.text[at..].chars().next().unwrap_or(' ');
                    if at >= self.skip {
                        self.mark(at, c);
                    }
                    at += c.len_utf8();
                }
            }
        }
        self.end_line(bytes.len());
        self.finish();
    }

    /// A mark, wherever it comes from.
    fn mark(&mut self, at: usize, c: char) {
        match c {
            '\n' => self.end_line(at),
            ' ' => blanks::space(self, at),
            '-' | '~' | '–' | '—' | '～' | '〜' | '‐' | '‑' | '‒' | '―' | '─' | '━' | '－'
            | '﹣' | '−' | 'ㄧ' => dashes::dash(self, at, c),
            ',' | ';' | ':' | '?' | '!' | '.' => signs::half(self, at, c),
            '，' | '。' | '；' | '：' | '？' | '！' | '、' | '．' => {
                signs::full(self, at, c)
            }
            '(' | ')' | '（' | '）' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《'
            | '》' | '〈' | '〉' | '〔' | '〕' | '【' | '】' => self.pair(at, c),
            '"' if self.script == Script::Chinese => self.straight.push(at),
            '"' | '\'' => quotes::met(self, at, c),
            '*' | '_' | '`' => masks::emphasis(self, at, c),
            '×' | '□' | '＊' | 'Ｘ' | 'ｘ' => masks::mask(self, at, c),
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => blanks::full_width(self, at),
            _ if blanks::is_blank(c) => blanks::blank(self, at, c),
            _ => {}
        }
    }

    fn pair(&mut self, at: usize, c: char) {
        if c == '【' || c == '(' || c == '（' {
            masks::bracket(self, at, c);
        }
        if self.script == Script::English {
            signs::english(self, at, c);
            quotes::met(self, at, c);
        }
        if c == '”' {
            dashes::day(self, at);
        }
        self.meet(at, c);
    }

    /// What ends with a line: pairs, sentences, lists.
    fn end_line(&mut self, at: usize) {
        self.close_line(at);
        blanks::end_line(self, at);
        self.list = lists::List::default();
        self.line = at + 1;
        self.sentence = at + 1;
        self.clause = at + 1;
    }

    /// Reports what is reported once for the paragraph; in most there is nothing.
    fn finish(&mut self) {
        let gathered = [&self.widths, &self.spaces, &self.blanks];
        if self.straight.is_empty() && gathered.iter().all(|one| one.places.is_empty()) {
            return;
        }
        let widths = std::mem::take(&mut self.widths);
        let marks = widths.places.len();
        let problem = match self.script {
            Script::Chinese => Prose::HalfWidthMarks { marks },
            Script::English => Prose::FullWidthMarks { marks },
        };
        self.gathered(widths, problem);
        let spaces = std::mem::take(&mut self.spaces);
        let problem = Prose::StraySpace { spaces: spaces.places.len() };
        self.gathered(spaces, problem);
        let blanks = std::mem::take(&mut self.blanks);
        if let Some(first) = blanks.places.first() {
            let name = blanks::name(self.text[first.clone()].chars().next().unwrap_or(' '));
            let problem = Prose::Blanks { name, blanks: blanks.places.len() };
            self.gathered(blanks, problem);
        }
        self.straight_quotes();
    }

    fn gathered(&mut self, mut gathered: Gathered, problem: Prose) {
        gathered.places.sort_by_key(|place| place.start);
        gathered.fix.sort_by_key(|(place, _)| place.start);
        if let Some(first) = gathered.places.first() {
            self.report(first.clone(), problem, gathered.fix);
        }
    }

    pub fn report(
        &mut self,
        range: Range<usize>,
        problem: Prose,
        fix: Vec<(Range<usize>, String)>,
    ) {
        self.sheet.flaws.push(Flaw { part: self.part, range, problem, fix });
    }

    /// The same for a place that has one right text.
    pub fn replace(&mut self, range: Range<usize>, problem: Prose, right: impl Into<String>) {
        self.report(range.clone(), problem, vec![(range, right.into())]);
    }

    /// The same of something that is reported at its first place in the paragraph.
    pub fn replace_all(&mut self, range: Range<usize>, problem: Prose, right: impl Into<String>) {
        let part = self.part;
        let of_part = self.sheet.flaws.iter_mut().rev().take_while(|flaw| flaw.part == part);
        let alike =
            |flaw: &&mut Flaw| flaw.problem.code() == problem.code() && !flaw.fix.is_empty();
        match of_part.take(NEAR).find(alike) {
            Some(first) => first.fix.push((range, right.into())),
            None => self.replace(range, problem, right),
        }
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    pub fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// What stands before a place, from the beginning of the sentence or clause; of a very long one, the end.
    pub fn since(&self, start: usize, at: usize, most: usize) -> &'w str {
        let start = start.min(at).max(at.saturating_sub(most));
        &self.text[self.text.ceil_char_boundary(start)..at]
    }

    /// Whether a text stands right before a place.
    pub fn ends(&self, at: usize, with: &str) -> bool {
        self.text[..at].ends_with(with)
    }

    pub fn starts(&self, at: usize, with: &str) -> bool {
        self.text[at..].starts_with(with)
    }
}

/// A character of Chinese writing that is no mark.
pub fn is_han(c: char) -> bool {
    is_cjk(c) && c.is_alphabetic()
}

/// A Chinese character, or a mark that only Chinese texts have at this place.
pub fn is_chinese(c: char) -> bool {
    is_cjk(c) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Where the characters of an English keyboard without a space end.
fn word_end(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start..];
    start + rest.iter().position(|b| !b.is_ascii_graphic()).unwrap_or(rest.len())
}

/// A web or mail address.
fn is_address(word: &[u8]) -> bool {
    let slashes = |at: usize| word[at..].starts_with(b"://");
    word.starts_with(b"www.")
        || word.contains(&b'@')
        || word.iter().position(|b| *b == b':').is_some_and(slashes)
}
