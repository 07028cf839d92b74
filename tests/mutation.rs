//! Spoils every quantity of the English texts in `content/`, one at a time, and counts how many of the mistakes the
//! check finds: `cargo test --test mutation -- --nocapture` prints the figure. The quantities are looked for by other
//! code than that which is tested, so that one that is not read counts as a mistake that is not found.

use std::fs;
use std::path::Path;

use lantu::diagnostic::Files;
use lantu::language::numeral::ENGLISH_MONTHS;
use lantu::model::document::Document;
use lantu::parity::Reader;
use lantu::parity::documents::mismatches;
use lantu::parity::pairs::Pair as Passages;
use lantu::parse::markdown;
use toml::de::{DeTable, DeValue};

/// The share that has to be found.
const LEAST: f64 = 0.99;

/// A mistake: a text in which one piece is another.
struct Mutation {
    kind: &'static str,
    text: String,
    /// What it was and what it is, with a few words around it.
    said: String,
}

/// A Chinese text and its translation.
struct Pair {
    chinese: String,
    english: String,
    is_plan: bool,
}

const NUMBER_WORDS: [&str; 12] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "third", "sixth",
    "twelve",
];
/// What may be written instead.
const OTHER_WORDS: [&str; 12] = [
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "fourth", "seventh",
    "fourteen",
];
const UNITS: [(&str, &str); 9] = [
    ("%", "‰"),
    (" billion", " million"),
    (" million", " billion"),
    ("CNY ", "USD "),
    (" years", " months"),
    (" days", " months"),
    (" kilometres", " metres"),
    ("%", " percentage points"),
    (" square metres", " hectares"),
];
const BOUNDS: [(&str, &str); 10] = [
    ("at least ", ""),
    ("at least ", "more than "),
    ("At least ", "At most "),
    ("more than ", "at least "),
    ("about ", ""),
    ("exceed ", "reach "),
    (" or more", ""),
    ("within ", "in more than "),
    ("at least ", "up to "),
    ("not exceed ", "exceed "),
];

fn mutations(text: &str) -> Vec<Mutation> {
    let mut list = Vec::new();
    let mut add = |kind, range: std::ops::Range<usize>, new: &str| {
        let mut changed = text.to_owned();
        changed.replace_range(range.clone(), new);
        let from = text.floor_char_boundary(range.start.saturating_sub(24));
        let to = text.ceil_char_boundary((range.end + 24).min(text.len()));
        let said = format!("{:?}: {:?} -> {new:?}", &text[from..to], &text[range]);
        list.push(Mutation { kind, text: changed, said });
    };
    for number in numbers(text) {
        let old = &text[number.clone()];
        for at in number.clone().filter(|at| text.as_bytes()[*at].is_ascii_digit()) {
            let digit = text.as_bytes()[at] - b'0';
            // A number does not begin with a zero.
            let next = if at == number.start { digit % 9 + 1 } else { (digit + 1) % 10 };
            if next != digit {
                add("digit", at..at + 1, &next.to_string());
            }
        }
        let shifted = match old.split_once('.') {
            Some((whole, part)) => format!("{whole}{}.{}", &part[..1], &part[1..]),
            None => format!("{}0", old.replace(',', "")),
        };
        add("factor of ten", number.clone(), shifted.trim_end_matches('.'));
        if !is_date(text, &number) && !is_bounded(text, &number) {
            add("bound", number.start..number.start, "more than ");
            add("bound", number.start..number.start, "at least ");
        }
    }
    for (words, others, kind) in [(&NUMBER_WORDS, &OTHER_WORDS, "number in words")] {
        for (word, other) in words.iter().zip(others) {
            whole_words(text, word).into_iter().for_each(|range| add(kind, range, other));
        }
    }
    for (from, to) in steps(text) {
        let turned = format!("{} to {}", &text[to.clone()], &text[from.clone()]);
        if text[from.clone()] != text[to.clone()] {
            add("order", from.start..to.end, &turned);
        }
    }
    for (table, kind) in [(&UNITS[..], "unit"), (&BOUNDS[..], "bound")] {
        for (old, new) in table {
            for (at, _) in
                text.match_indices(old).filter(|(at, _)| is_beside_number(text, *at, old))
            {
                add(kind, at..at + old.len(), new);
            }
        }
    }
    list
}

/// Digits with commas and a point between them; not those within a word, an address or a telephone number, and not those
/// in double braces, which the rule `block-parity` compares.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let inner = |at: usize| {
        matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    let mut list = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || inner(at)) {
            at += 1;
        }
        let before = text[..start].chars().next_back();
        let in_word =
            before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '@' || c == '#');
        let of_web = before == Some('/') && text[..start].contains("://");
        let address =
            of_web || text[at..].starts_with(['-', '@']) && !text[at..].starts_with("-year");
        let braces =
            text[..start].rfind("{{").is_some_and(|open| !text[open..start].contains("}}"));
        if !in_word && !address && !braces {
            list.push(start..at);
        }
    }
    list
}

/// `from 318 to 600`: both numbers.
fn steps(text: &str) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let numbers = numbers(text);
    let is_step = |one: &std::ops::Range<usize>, two: &std::ops::Range<usize>| {
        text[..one.start].ends_with("from ") && &text[one.end..two.start] == " to "
    };
    let pairs = numbers.iter().zip(numbers.iter().skip(1));
    pairs
        .filter(|(one, two)| is_step(one, two))
        .map(|(one, two)| (one.clone(), two.clone()))
        .collect()
}

/// A year, a day, a clause, a time of day, the name of a thing such as 5G: it cannot be more than it is.
fn is_date(text: &str, number: &std::ops::Range<usize>) -> bool {
    let old = &text[number.clone()];
    let behind = &text[number.end..];
    let month =
        |text: &str| ENGLISH_MONTHS.iter().any(|month| text.trim_start().starts_with(month));
    let year = old.len() == 4 && old.starts_with("20");
    let before = text[..number.start].trim_end();
    let clause = ["clause", "Clause", "Annex", "to", "–"].iter().any(|word| before.ends_with(word));
    let digit = before.ends_with(|c: char| c.is_ascii_digit());
    let rank = ["st", "nd", "rd", "th"].iter().any(|end| behind.starts_with(end));
    let clock = behind.starts_with(':') || before.ends_with(':');
    let name = behind.starts_with(|c: char| c.is_ascii_uppercase());
    clock
        || name
        || year
        || month(behind)
        || clause
        || rank
        || digit
        || old.matches('.').count() > 1
}

fn is_bounded(text: &str, number: &std::ops::Range<usize>) -> bool {
    let before = text[..number.start].trim_end();
    let before = before.strip_suffix("CNY").unwrap_or(before).trim_end();
    let words = [
        "at least",
        "more than",
        "about",
        "exceed",
        "within",
        "At least",
        "not exceed",
        "below",
        "above",
    ];
    words.iter().any(|word| before.ends_with(word)) || text[number.end..].starts_with("% or more")
}

/// Whether what stands at a place belongs to a number.
fn is_beside_number(text: &str, at: usize, old: &str) -> bool {
    let number =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("CNY ");
    let before = text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '%');
    before || (!old.starts_with(' ') && number(&text[at + old.len()..]))
}

fn whole_words(text: &str, word: &str) -> Vec<std::ops::Range<usize>> {
    let letter = |c: char| c.is_alphabetic();
    text.match_indices(word)
        .filter(|(at, _)| {
            !text[..*at].ends_with(letter) && !text[at + word.len()..].starts_with(letter)
        })
        .map(|(at, _)| at..at + word.len())
        .collect()
}

/// Every text of `content/` in both languages: those of plans, and those of the tables about them.
fn pairs(folder: &Path) -> Vec<Pair> {
    let mut list = Vec::new();
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list.extend(pairs(&path));
        } else if path.ends_with("text.zh.md") {
            let chinese = fs::read_to_string(&path).unwrap();
            let english = fs::read_to_string(path.with_file_name("text.en.md")).unwrap();
            // A paragraph of one text is one line in both.
            assert_eq!(chinese.lines().count(), english.lines().count(), "{}", path.display());
            for (chinese, english) in chinese.lines().zip(english.lines()) {
                let (chinese, english) = (chinese.to_owned(), english.to_owned());
                list.push(Pair { chinese, english, is_plan: true });
            }
        } else if path.extension().is_some_and(|end| end == "toml") {
            let text = fs::read_to_string(&path).unwrap();
            in_table(DeTable::parse(&text).unwrap().get_ref(), &mut list);
        }
    }
    list
}

fn in_table(table: &DeTable<'_>, list: &mut Vec<Pair>) {
    let text = |key: &str| table.get(key)?.get_ref().as_str().map(str::to_owned);
    if let (Some(chinese), Some(english)) = (text("zh"), text("en")) {
        if !table.contains_key("differs") {
            list.push(Pair { chinese, english, is_plan: false });
        }
        return;
    }
    for value in table.values() {
        match value.get_ref() {
            DeValue::Table(table) => in_table(table, list),
            DeValue::Array(entries) => {
                let tables = entries.iter().filter_map(|entry| entry.get_ref().as_table());
                tables.for_each(|table| in_table(table, list));
            }
            _ => {}
        }
    }
}

fn document(text: &str) -> Document {
    let mut files = Files::default();
    let file = files.add("text.md".to_owned(), text.to_owned());
    markdown::plan_text(&files, file).0
}

/// How many findings there are.
fn findings(pair: &Pair, chinese: &Document, english: &str) -> usize {
    if !pair.is_plan {
        let compared =
            lantu::parity::compare((&pair.chinese, Reader::Chinese), (english, Reader::English));
        return compared.len();
    }
    let english = document(english);
    let mut list = Vec::new();
    for (one, two) in chinese.passages().zip(english.passages()) {
        assert_eq!(one.address(), two.address(), "the mistake must not be one of the structure");
        mismatches(&Passages::new(one, two), (Reader::Chinese, Reader::English), &mut list);
    }
    list.len()
}

/// A mistake in the number of a heading is one of the structure; the rule `clause-parity` finds it.
fn keeps_headings(old: &str, new: &str) -> bool {
    let headings = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| {
                line.chars().take_while(|c| !c.is_alphabetic() || "IVX".contains(*c)).collect()
            })
            .collect()
    };
    headings(old) == headings(new)
}

#[test]
fn mistakes_in_quantities_are_found() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/plans");
    let (mut all, mut found) = (0u32, 0u32);
    let mut missed = Vec::new();
    for pair in pairs(&content) {
        let chinese = document(if pair.is_plan { &pair.chinese } else { "" });
        assert_eq!(
            findings(&pair, &chinese, &pair.english),
            0,
            "the published texts agree: {}",
            pair.english
        );
        for mutation in mutations(&pair.english) {
            if pair.is_plan && !keeps_headings(&pair.english, &mutation.text) {
                continue;
            }
            all += 1;
            if findings(&pair, &chinese, &mutation.text) > 0 {
                found += 1;
            } else {
                missed.push(format!("{} {}", mutation.kind, mutation.said));
            }
        }
    }
    let share = f64::from(found) / f64::from(all);
    println!("{found} of {all} mistakes in quantities are found ({:.2} %)", share * 100.0);
    missed.iter().for_each(|one| println!("not found: {one}"));
    assert!(all > 500, "there is something to spoil");
    assert!(share >= LEAST, "{share}");
}
