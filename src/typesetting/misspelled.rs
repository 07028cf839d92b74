//! In: an English word. Out: the right word, where it is misspelled: it is in a list of misspellings, or it is no word
//! that is known and differs from one that is by one slip of the hand within it.
//!
//! `misspelled.txt` has a misspelling and the right word in each line, sorted; behind `?`, the right word may be another
//! one, or has two spellings. `known.txt` has right words of at least eight letters, sorted; those with `-` are near
//! others, and only there so that they are not taken for slips of them. Most of both comes from the dictionary of the
//! project `typos` (MIT or Apache-2.0, <https://github.com/crate-ci/typos>), whose misspellings that are words in large
//! dictionaries were left out; the rest was collected for official texts. They are searched where they lie, so that
//! starting costs nothing.

use memchr::memchr;

static MISSPELLED: &str = include_str!("misspelled.txt");
static KNOWN: &str = include_str!("known.txt");

/// A misspelled word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misspelled {
    pub right: &'static str,
    /// Whether no other word can be meant.
    pub sure: bool,
    /// Whether it is in the list; else it is only near a word, as a name may be, too.
    pub listed: bool,
}

/// Shorter words are in no list, and are half of all words of a text.
const SHORTEST: usize = 5;

/// Shorter words have too many others near them.
const LONG: usize = 8;

/// What is known of a word.
pub fn look(word: &str) -> Option<Misspelled> {
    if word.len() < SHORTEST {
        return short(word).map(|right| Misspelled { right, sure: true, listed: true });
    }
    look_up(&word.to_ascii_lowercase())
}

/// The short words that are often mistyped.
fn short(word: &str) -> Option<&'static str> {
    Some(match word {
        "teh" | "hte" => "the",
        "adn" => "and",
        "taht" => "that",
        "tihs" => "this",
        "veiw" => "view",
        "wich" => "which",
        "wiht" | "wtih" => "with",
        _ => return None,
    })
}

fn look_up(word: &str) -> Option<Misspelled> {
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut words = line_from(MISSPELLED, first_from(MISSPELLED, word)).split(' ');
    if words.next() == Some(word)
        && let Some(right) = words.next()
    {
        return Some(Misspelled { right, sure: words.next().is_none(), listed: true });
    }
    near(word)
}

/// The known word that was meant, where this one is not known.
fn near(word: &str) -> Option<Misspelled> {
    let known = || line_from(KNOWN, first_from(KNOWN, word));
    if word.len() < LONG || known().trim_end_matches(" -") == word {
        return None;
    }
    if let Some(right) = other_ending(word) {
        return Some(Misspelled { right, sure: false, listed: false });
    }
    let begins = &word[..2];
    let mut at = first_from(KNOWN, begins);
    while at < KNOWN.len() {
        let line = line_from(KNOWN, at);
        at += line.len() + 1;
        if !line.starts_with(begins) {
            break;
        }
        if line.len().abs_diff(word.len()) > 1 {
            continue;
        }
        if !line.ends_with(" -") && is_slip(word.as_bytes(), line.as_bytes()) {
            return Some(Misspelled { right: line, sure: false, listed: false });
        }
    }
    None
}

/// The known word that has the other vowel in an ending that sounds the same with both: `complainent`, `maintenence`.
fn other_ending(word: &str) -> Option<&'static str> {
    const ENDINGS: [(&str, &str); 12] = [
        ("ent", "ant"),
        ("ant", "ent"),
        ("ents", "ants"),
        ("ants", "ents"),
        ("ence", "ance"),
        ("ance", "ence"),
        ("ences", "ances"),
        ("ances", "ences"),
        ("ency", "ancy"),
        ("ancy", "ency"),
        ("able", "ible"),
        ("ible", "able"),
    ];
    ENDINGS.iter().find_map(|(written, right)| {
        let meant = format!("{}{right}", word.strip_suffix(written)?);
        let line = line_from(KNOWN, first_from(KNOWN, &meant));
        (line == meant).then_some(line)
    })
}

/// Whether a word is another one with a letter lost, one doubled, or two that changed places, behind the first two letters
/// and before the last two: at its end, it may be another form.
fn is_slip(word: &[u8], right: &[u8]) -> bool {
    let same = word.iter().zip(right).take_while(|(one, other)| one == other).count();
    let before_end = same + 3 <= right.len();
    if right.len() <= LONG || !before_end || same < 2 {
        return false;
    }
    let (rest, wanted) = (&word[same..], &right[same..]);
    match word.len().cmp(&right.len()) {
        std::cmp::Ordering::Less => *rest == wanted[1..],
        std::cmp::Ordering::Greater => word[same] == word[same - 1] && rest[1..] == *wanted,
        std::cmp::Ordering::Equal => {
            wanted.len() >= 3
                && rest[0] == wanted[1]
                && rest[1] == wanted[0]
                && rest[2..] == wanted[2..]
        }
    }
}

/// Where the first line of a sorted list begins that does not come before a word.
fn first_from(list: &'static str, word: &str) -> usize {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low.midpoint(high);
        let before = bytes[low..middle].iter().rposition(|byte| *byte == b'\n');
        let start = before.map_or(low, |at| low + at + 1);
        let line = line_from(list, start);
        if line < word {
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    low
}

fn line_from(list: &'static str, start: usize) -> &'static str {
    let rest = list.get(start..).unwrap_or("");
    &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::*;

    fn right(word: &str) -> Option<&'static str> {
        look_up(word).map(|found| found.right)
    }

    #[test]
    fn slips_of_the_hand_within_long_words() {
        for (word, wanted) in [
            ("irigation", Some("irrigation")),
            ("irrrigation", Some("irrigation")),
            ("irriagtion", Some("irrigation")),
            ("pregnacies", Some("pregnancies")),
            ("reservior", Some("reservoir")),
            ("maintainance", Some("maintenance")),
            ("complainent", Some("complainant")),
            ("refundible", Some("refundable")),
            ("dependant", None),
            // Another form of a word, another word, British and American ones.
            ("irrigations", None),
            ("morality", None),
            ("mediation", None),
            ("frontage", None),
            ("travelled", None),
            ("traveled", None),
            ("fulfilment", None),
            ("organisational", None),
            ("judgement", None),
            ("judgment", None),
            ("irrigation", None),
        ] {
            assert_eq!(right(word), wanted, "{word}");
        }
    }

    /// Whoever adds a word to the lists sees here that it is none of the right ones, and stands there once, in its place.
    #[test]
    fn the_lists_are_in_order() {
        for list in [MISSPELLED, KNOWN] {
            let words = || list.lines().filter_map(|line| line.split(' ').next());
            assert!(words().zip(words().skip(1)).all(|(one, next)| one < next), "not sorted");
            assert!(words().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
        }
        let known: FxHashSet<&str> = KNOWN.lines().collect();
        for line in MISSPELLED.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(words.len() == 2 || words.len() == 3 && words[2] == "?", "{line}");
            assert_ne!(words[0], words[1], "{line}");
            let short = words[1].len() < LONG;
            assert!(short || known.contains(words[1].to_lowercase().as_str()), "{line}");
        }
    }

    #[test]
    fn every_line_is_found() {
        for line in MISSPELLED.lines() {
            let word = line.split(' ').next().unwrap_or("");
            assert!(look_up(word).is_some_and(|found| found.listed), "{word}");
        }
        for word in KNOWN.lines().map(|line| line.trim_end_matches(" -")) {
            assert_eq!(near(word), None, "{word}");
        }
    }
}
