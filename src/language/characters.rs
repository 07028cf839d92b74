//! In: characters that somebody looks for. Out: whether one of them stands at a place of a text, told at a glance: this is
//! asked of every character of every text.

use std::ops::Range;

use super::typography::ascii_digit;

/// Numbers below 2¹⁶, a bit for each. Larger ones are never in it.
#[derive(Clone, Debug)]
pub struct Numbers(Box<[u64; Self::WORDS]>);

impl Numbers {
    const WORDS: usize = 0x1_0000 / 64;

    pub fn add(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

/// Characters of the first plane, among them all that texts are written with. Others are never in it.
#[derive(Clone, Debug, Default)]
pub struct Characters(Numbers);

impl Characters {
    pub fn add(&mut self, c: char) {
        self.0.add(c as usize);
    }

    pub fn has(&self, c: char) -> bool {
        self.has_code(u32::from(c))
    }

    /// The same by the number that Unicode gives a character.
    pub fn has_code(&self, code: u32) -> bool {
        self.0.has(code as usize)
    }

    /// Where they stand in a text.
    pub fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.find(text, from)?;
            from = at + text[at..].chars().next().map_or(1, char::len_utf8);
            Some(at..from)
        })
    }

    /// The first place from `from` on where one of them stands.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        // Characters are put together from their bytes without a look at how many there are.
        let low = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(byte & 0x3f));
        while let Some(byte) = bytes.get(at) {
            let first = usize::from(*byte);
            let (c, length) = match byte {
                0xe0..=0xef => ((first & 0xf) << 12 | low(at + 1) << 6 | low(at + 2), 3),
                0..=0x7f => (first, 1),
                0xc0..=0xdf => ((first & 0x1f) << 6 | low(at + 1), 2),
                _ => (usize::MAX, 4),
            };
            if self.0.has(c) {
                return Some(at);
            }
            at += length;
        }
        None
    }
}

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut set = Self::default();
        characters.into_iter().for_each(|c| set.add(c));
        set
    }
}

/// Whether a figure in digits can stand in a text. Every text is asked, so blocks of bytes are looked at as a whole.
pub fn has_digit(text: &str) -> bool {
    const BLOCK: usize = 64;
    let bytes = text.as_bytes();
    let plain = |block: &[u8]| block.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    // The last two bytes of ０ to ９; other characters may have them, too.
    let wide = |block: &[u8]| {
        let pairs = block.iter().zip(block.get(1..).unwrap_or(&[]));
        pairs.fold(false, |any, (one, two)| any | ((*one == 0xBC) & (two.wrapping_sub(0x90) < 10)))
    };
    bytes.chunks(BLOCK).any(plain) || (wide(bytes) && text.contains(|c| ascii_digit(c).is_some()))
}

/// Where the letters and digits of an English keyboard end that begin at a place.
pub fn letters_end(bytes: &[u8], start: usize) -> usize {
    let rest = &bytes[start..];
    let ends = |byte: &u8| !LETTERS[usize::from(*byte)];
    start + rest.iter().position(ends).unwrap_or(rest.len())
}

const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut byte = 0;
    while byte < letters.len() {
        letters[byte] = byte < 128 && (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    letters
};

#[cfg(test)]
mod tests {
    use super::Characters;

    #[test]
    fn characters_of_every_length_are_found() {
        let set: Characters = "1é三３\u{ffff}".chars().collect();
        for (text, at) in [
            ("规划1", Some(6)),
            ("plan é", Some(5)),
            ("🙂规划三", Some(10)),
            ("𠀀３", Some(4)),
            ("\u{ffff}", Some(0)),
            ("规划，plan 🙂 ä", None),
            ("", None),
        ] {
            assert_eq!(set.find(text, 0), at, "{text}");
        }
        assert_eq!(set.find("1和1", 1), Some(4));
        assert_eq!(set.places("1和三🙂é").collect::<Vec<_>>(), [0..1, 4..7, 11..13]);
    }
}
