//! In: two words of an English text, one behind the other. Out: forms that never stand so: a participle right behind
//! `will` or `shall`, where `be` was lost, and `a` and `an` before the wrong sound.

use std::ops::Range;

use crate::diagnostic::english::English;
use crate::diagnostic::prose::Prose;

use super::walk::Walk;

/// Words that something may not follow, whatever it is.
pub fn leads(word: &str) -> bool {
    matches!(word, "a" | "an") || is_auxiliary(word)
}

/// Words that may not follow something.
pub fn follows(word: &str) -> bool {
    is_determiner(word) || singular_verb(word).is_some()
}

fn is_auxiliary(word: &str) -> bool {
    matches!(word, "will" | "shall" | "must" | "should" | "would" | "could" | "can" | "may")
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "their" | "its" | "this" | "these" | "those")
}

/// The plural of a verb in the singular.
fn singular_verb(word: &str) -> Option<&'static str> {
    match word {
        "is" => Some("are"),
        "was" => Some("were"),
        "has" => Some("have"),
        _ => None,
    }
}

/// A word and the one before it, with a space between them; one of them is in a list.
pub fn pair(walk: &mut Walk<'_>, before: &Range<usize>, word: &Range<usize>) {
    match &walk.text[before.clone()] {
        "a" => article(walk, before, word, "an", |c| "aeio".contains(c)),
        "an" => article(walk, before, word, "a", |c| "bcdfgjklmnpqrstvwyz".contains(c)),
        first if is_auxiliary(first) => verb(walk, before, word),
        first => {
            if first.ends_with('s') {
                agreement(walk, before, word);
            }
            preposition(walk, before, word);
        }
    }
}

/// Words that never stand right before an article, with the word that was lost between them.
const PREPOSITIONS: [(&str, &str); 22] = [
    ("comply", "with"),
    ("complies", "with"),
    ("complying", "with"),
    ("accordance", "with"),
    ("according", "to"),
    ("pursuant", "to"),
    ("prior", "to"),
    ("consist", "of"),
    ("consists", "of"),
    ("consisting", "of"),
    ("participate", "in"),
    ("participates", "in"),
    ("participating", "in"),
    ("depend", "on"),
    ("depends", "on"),
    ("rely", "on"),
    ("relies", "on"),
    ("belong", "to"),
    ("belongs", "to"),
    ("conform", "to"),
    ("adhere", "to"),
    ("eligible", "for"),
];

/// `in accordance the plan`, `take part their work`
fn preposition(walk: &mut Walk<'_>, before: &Range<usize>, word: &Range<usize>) {
    let (first, second) = (&walk.text[before.clone()], &walk.text[word.clone()]);
    if !is_determiner(second) {
        return;
    }
    let takes = || {
        let verb = word_before(walk.text, before.start);
        first == "part" && is_one_of(&["take", "takes", "took", "taking"], verb)
    };
    let lost = PREPOSITIONS.iter().find(|(one, _)| *one == first).map(|(_, lost)| *lost);
    let Some(lost) = lost.or_else(|| takes().then_some("in")) else { return };
    let right = format!("{first} {lost} {second}");
    report(walk, before.start..word.end, right);
}

/// Words that end like a plural and are none.
const SINGULAR: [&str; 16] = [
    "news",
    "series",
    "means",
    "species",
    "lens",
    "atlas",
    "canvas",
    "headquarters",
    "crossroads",
    "gas",
    "always",
    "works",
    "ethics",
    "logistics",
    "premises",
    "proceeds",
];

/// `The ceilings is`: a sentence whose subject is one word in the plural, and whose verb is in the singular.
fn agreement(walk: &mut Walk<'_>, before: &Range<usize>, word: &Range<usize>) {
    let (noun, verb) = (&walk.text[before.clone()], &walk.text[word.clone()]);
    let Some(right) = singular_verb(verb) else { return };
    let plural = noun.len() > 4
        && is_small(noun)
        && !SINGULAR.contains(&noun)
        && !["ss", "us", "is", "ics", "as", "os"].iter().any(|ending| noun.ends_with(ending));
    let subject = ["The ", "These ", "Those ", "Both "].iter().any(|article| {
        walk.text[..before.start]
            .strip_suffix(article)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '\n', '(', '“']))
    });
    if plural && subject && !joined(walk, word) {
        let right = format!("{noun} {right}");
        report(walk, before.start..word.end, right);
    }
}

/// Verbs that end as participles do, and other words that may follow.
const PLAIN: [&str; 18] = [
    "need",
    "feed",
    "speed",
    "seed",
    "exceed",
    "proceed",
    "succeed",
    "embed",
    "heed",
    "weed",
    "bleed",
    "breed",
    "shred",
    "indeed",
    "supersede",
    "hundred",
    "newsfeed",
    "oversped",
];

/// Participles that are no other form of a verb.
const PARTICIPLES: [&str; 42] = [
    "built",
    "taken",
    "given",
    "made",
    "held",
    "kept",
    "paid",
    "spent",
    "sent",
    "done",
    "drawn",
    "chosen",
    "written",
    "shown",
    "brought",
    "begun",
    "laid",
    "gone",
    "known",
    "grown",
    "seen",
    "sold",
    "taught",
    "risen",
    "driven",
    "borne",
    "broken",
    "undertaken",
    "bought",
    "sought",
    "caught",
    "worn",
    "torn",
    "stolen",
    "spoken",
    "forbidden",
    "withdrawn",
    "overseen",
    "understood",
    "rebuilt",
    "repaid",
    "been",
];

/// `will` behind these is what somebody wants.
const WISHES: [&str; 11] =
    ["the", "political", "good", "free", "a", "of", "own", "strong", "this", "their", "with"];

fn verb(walk: &mut Walk<'_>, before: &Range<usize>, word: &Range<usize>) {
    let second = &walk.text[word.clone()];
    let regular = second.len() > 4 && second.ends_with("ed") && !PLAIN.contains(&second);
    if !regular && !PARTICIPLES.contains(&second) || !is_small(second) || joined(walk, word) {
        return;
    }
    let first = &walk.text[before.clone()];
    if first == "will" && is_one_of(&WISHES, word_before(walk.text, before.start)) {
        return;
    }
    let range = before.start..word.end;
    let right = format!("{first} {} {second}", if second == "been" { "have" } else { "be" });
    report(walk, range, right);
}

/// Words before `a` that make it the name of a kind.
const KINDS: [&str; 16] = [
    "grade",
    "class",
    "type",
    "category",
    "group",
    "level",
    "option",
    "item",
    "point",
    "clause",
    "annex",
    "vitamin",
    "hepatitis",
    "influenza",
    "part",
    "zone",
];

/// Beginnings that sound otherwise than they are written.
const SOUNDS: [&str; 5] = ["one", "once", "eu", "ewe", "oui"];

fn article(
    walk: &mut Walk<'_>,
    before: &Range<usize>,
    word: &Range<usize>,
    right: &str,
    is_wrong: impl Fn(char) -> bool,
) {
    let second = &walk.text[word.clone()];
    let wrong = second.len() > 3 && second.starts_with(is_wrong) && is_small(second);
    let alone = before.start == 0 || walk.text[..before.start].ends_with([' ', '(', '“', '\n']);
    if !wrong
        || !alone
        || joined(walk, word)
        || SOUNDS.iter().any(|sound| second.starts_with(sound))
        || is_one_of(&KINDS, word_before(walk.text, before.start))
    {
        return;
    }
    let right = format!("{right} {second}");
    report(walk, before.start..word.end, right);
}

fn report(walk: &mut Walk<'_>, range: Range<usize>, right: String) {
    let written = walk.text[range.clone()].to_owned();
    walk.report(range, Prose::English(English::WrongForm { written, right }), Vec::new());
}

fn is_small(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether a word goes on with other letters or another word.
fn joined(walk: &Walk<'_>, word: &Range<usize>) -> bool {
    walk.after(word.end).is_some_and(|c| {
        c.is_alphanumeric()
            || "-_/.@".contains(c) && {
                walk.after(word.end + 1).is_some_and(char::is_alphanumeric)
            }
    })
}

/// The word before a place of a text.
fn word_before(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end_matches(' ');
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    before.get(start..).unwrap_or("")
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}
