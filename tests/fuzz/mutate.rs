//! In: inputs that are good or were once wrong, and words that mean something to lantu. Out: others, spoilt in one or
//! several ways.

use std::ops::Range;

use crate::dictionary::NASTY;
use crate::random::Random;
use crate::toml;

/// No made input is longer.
const LONGEST: usize = 48 << 10;

/// What a target's inputs look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words and marks.
    Text,
    /// Texts whose lines mean something: Markdown, CSV, templates.
    Lines,
    Toml,
}

/// Makes inputs.
pub struct Maker {
    pub form: Form,
    /// Half of all inputs start from these.
    pub good: Vec<Vec<u8>>,
    /// The other half from any.
    pub more: Vec<Vec<u8>>,
    pub words: Vec<&'static str>,
}

impl Maker {
    /// An input. A gentle one is a good one with a slip or two, so that lantu mostly gets to the end of its road.
    pub fn make(&self, random: &mut Random, gentle: bool) -> Vec<u8> {
        if gentle {
            let good = String::from_utf8_lossy(random.pick::<Vec<u8>>(&self.good)).into_owned();
            let once = self.slip(&good, random);
            let again = random.once_in(2);
            return if again { self.slip(&once, random) } else { once }.into_bytes();
        }
        let mut text = self.seed(random);
        let mut times = 1;
        while times < 12 && !random.once_in(3) {
            times += 1;
        }
        for _ in 0..times {
            text = self.spoil(&text, random);
            if text.len() > LONGEST {
                let end = text.floor_char_boundary(LONGEST);
                text.truncate(end);
            }
        }
        let mut bytes = text.into_bytes();
        if random.once_in(40) {
            let at = random.below(bytes.len() + 1);
            bytes.insert(at, random.next() as u8);
        }
        bytes
    }

    fn seed(&self, random: &mut Random) -> String {
        let list = match self.more.is_empty() || random.once_in(2) {
            true => &self.good,
            false => &self.more,
        };
        String::from_utf8_lossy(random.pick::<Vec<u8>>(list)).into_owned()
    }

    fn slip(&self, text: &str, random: &mut Random) -> String {
        match self.form {
            Form::Toml => toml::slip(text, &self.words, random),
            Form::Lines if random.once_in(3) => lines(text, text, random),
            _ if random.once_in(3) => number(text, random),
            _ => {
                let at = boundary(text, random);
                replaced(text, at..at, self.word(random))
            }
        }
    }

    fn spoil(&self, text: &str, random: &mut Random) -> String {
        match self.form {
            Form::Toml if !random.once_in(4) => {
                toml::spoil(text, &self.seed(random), &self.words, random)
            }
            Form::Lines if random.once_in(2) => lines(text, &self.seed(random), random),
            _ => self.anywhere(text, random),
        }
    }

    /// Changes that know nothing of what stands there.
    fn anywhere(&self, text: &str, random: &mut Random) -> String {
        let place = piece(text, random);
        let here = place.start;
        match random.below(9) {
            0 => replaced(text, place, ""),
            1 | 2 => replaced(text, here..here, self.word(random)),
            3 => replaced(text, place, self.word(random)),
            4 => {
                let again = text[place.clone()].repeat(1 + random.below(3));
                replaced(text, here..here, &again)
            }
            5 => number(text, random),
            6 => {
                let times = [2, 5, 30, 300][random.below(4)];
                replaced(text, here..here, &self.word(random).repeat(times))
            }
            7 => {
                let other = self.seed(random);
                let from = piece(&other, random);
                replaced(text, place, &other[from])
            }
            _ => {
                // A piece goes elsewhere.
                let cut = text[place.clone()].to_owned();
                let rest = replaced(text, place, "");
                let at = boundary(&rest, random);
                replaced(&rest, at..at, &cut)
            }
        }
    }

    fn word(&self, random: &mut Random) -> &'static str {
        match self.words.is_empty() || random.once_in(4) {
            true => random.pick::<&'static str>(NASTY),
            false => random.pick::<&'static str>(&self.words),
        }
    }
}

/// Some place of a text that no character stands across.
pub fn boundary(text: &str, random: &mut Random) -> usize {
    text.floor_char_boundary(random.below(text.len() + 1))
}

/// Some piece of a text, mostly a short one.
fn piece(text: &str, random: &mut Random) -> Range<usize> {
    let start = boundary(text, random);
    let longest = [1, 3, 12, 60, 400][random.below(5)];
    let end = text.floor_char_boundary((start + random.below(longest + 1)).min(text.len()));
    start..end.max(start)
}

pub fn replaced(text: &str, place: Range<usize>, with: &str) -> String {
    [&text[..place.start], with, &text[place.end..]].concat()
}

/// One number of a text becomes another one.
pub fn number(text: &str, random: &mut Random) -> String {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万亿".contains(c);
    let starts: Vec<usize> =
        text.char_indices().filter(|(_, c)| digit(*c)).map(|(at, _)| at).collect();
    if starts.is_empty() {
        return text.to_owned();
    }
    let start = *random.pick(&starts);
    let end = text[start..].find(|c| !digit(c)).map_or(text.len(), |at| start + at);
    let numbers = [
        "0",
        "1",
        "-1",
        "2",
        "9",
        "10",
        "2025",
        "2030",
        "0000",
        "9999",
        "10000",
        "65536",
        "4294967296",
        "18446744073709551616",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "0.5",
        "0.0000000000000000000000000001",
        "1.00000000000000000000000000009",
        "1e9",
        "1e400",
        "一",
        "十",
        "百",
        "九百九十九",
        "亿亿",
        "两万",
        "〇",
        "１２",
        "²",
        "½",
        "3—5",
        "5—3",
        "1,000",
        "1,00",
    ];
    replaced(text, start..end, random.pick::<&str>(&numbers))
}

/// Lines are taken away, doubled, moved, or come from another text.
pub fn lines(text: &str, other: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return other.to_owned();
    }
    let at = random.below(lines.len());
    let longest = *random.pick(&[1, 3, 10]);
    let end = (at + 1 + random.below(longest)).min(lines.len());
    match random.below(4) {
        0 => drop(lines.drain(at..end)),
        1 => {
            let again: Vec<&str> = lines[at..end].to_vec();
            lines.splice(at..at, again);
        }
        2 => {
            let moved: Vec<&str> = lines.drain(at..end).collect();
            let to = random.below(lines.len() + 1);
            lines.splice(to..to, moved);
        }
        _ => {
            let others: Vec<&str> = other.split_inclusive('\n').collect();
            let from = random.below(others.len());
            let to = (from + 1 + random.below(8)).min(others.len());
            lines.splice(at..at, others.get(from..to).unwrap_or_default().iter().copied());
        }
    }
    lines.concat()
}
