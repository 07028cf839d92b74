//! In: texts. Out: what the readers of numbers, clauses, claims and marks make of them lies within the text.

use std::ops::Range;

use lantu::claims;
use lantu::diagnostic::Files;
use lantu::language::numeral::{heading_label, to_chinese, to_roman};
use lantu::model::quantity::Quantity;
use lantu::parity::{Reader, Which, compare};
use lantu::parse::markdown;
use lantu::typesetting::{Part, Script, flaws};

use crate::dictionary::{MARKDOWN, NUMBERS};
use crate::mutate::{Form, Maker};
use crate::support::tests;
use crate::target::Target;

/// Sentences with numbers of the plans of this repository, and of fixtures.
fn sentences() -> Vec<Vec<u8>> {
    let mut list = Vec::new();
    for lang in ["zh", "en"] {
        let name = format!("text.{lang}.md");
        for (path, place) in crate::support::files(&tests("../content/plans")) {
            if path.ends_with(&name) {
                let text = std::fs::read_to_string(place).unwrap();
                let lines = text.lines().filter(|line| line.contains(|c: char| c.is_ascii_digit()));
                list.extend(lines.take(40).map(|line| line.as_bytes().to_vec()));
            }
        }
    }
    list
}

fn run(name: &str, form: Form, words: &[&[&'static str]], mut case: impl FnMut(&str)) {
    let maker = Maker { form, good: sentences(), more: Vec::new(), words: words.concat() };
    let target = Target { name, usual: 1_500, maker };
    target.run(|input, _| case(&String::from_utf8_lossy(input)));
}

/// `what` names the range where it is not.
fn is_within(text: &str, range: &Range<usize>, what: impl std::fmt::Debug) {
    assert!(text.get(range.clone()).is_some(), "{what:?}: {range:?} is no piece of {text:?}");
}

#[test]
fn quantities() {
    run("quantities", Form::Text, &[NUMBERS], |text| {
        for reader in [Reader::Chinese, Reader::English] {
            let all = reader.quantities(text, Which::All);
            all.iter().for_each(|one| is_within(text, &one.range, &one.measure));
            for one in reader.quantities(text, Which::Sure) {
                is_within(text, &one.range, &one.measure);
            }
            let same = compare((text, reader), (text, reader));
            assert!(same.is_empty(), "a text differs from itself: {same:?}");
        }
        compare((text, Reader::Chinese), (text, Reader::English));
        let half = text.floor_char_boundary(text.len() / 2);
        compare((&text[..half], Reader::Chinese), (&text[half..], Reader::English));
    });
}

/// What an author may write as a figure is read as it is written, or not at all.
#[test]
fn figures() {
    run("figures", Form::Text, &[NUMBERS], |text| {
        let short = &text[..text.floor_char_boundary(40)];
        for word in short.split_whitespace().chain([short]) {
            if let Ok(read) = Quantity::parse(word) {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
                let printed = read.value.to_string();
                assert!(digits(&printed) <= digits(word).max(1) + 1, "{word}: {printed}");
            }
            Quantity::meant(word);
        }
    });
}

#[test]
fn clause_numbers() {
    run("clause-numbers", Form::Lines, &[NUMBERS, MARKDOWN], |text| {
        for line in text.lines() {
            let Some(label) = heading_label(line) else { continue };
            let heading = line.trim();
            assert!(heading.starts_with(label.printed), "{heading}");
            assert!(heading.ends_with(label.rest), "{heading}");
            for number in [to_chinese(label.number.min(999)), to_roman(label.number.min(39))] {
                assert_eq!(number.is_empty(), label.number == 0, "{heading}");
            }
        }
        // As headings, each has an address of its own, or it is reported.
        let headings: String = text
            .lines()
            .enumerate()
            .map(|(at, line)| format!("{} {line}\n\n", "#".repeat(2 + at % 5)))
            .collect();
        let mut files = Files::default();
        let file = files.add("text.zh.md".to_owned(), headings);
        let (document, found) = markdown::plan_text(&files, file);
        let mut addresses: Vec<String> =
            document.clauses.iter().map(|clause| clause.address.to_string()).collect();
        addresses.sort();
        let all = addresses.len();
        addresses.dedup();
        let doubled = found.iter().filter(|one| one.problem.code() == "duplicate-clause").count();
        assert_eq!(all - addresses.len(), doubled);
    });
}

#[test]
fn claims_of_sentences() {
    run("claims", Form::Text, &[NUMBERS], |text| {
        let said = claims::read(text, &mut None);
        said.claims.iter().for_each(|claim| {
            is_within(text, &claim.range, claim);
            is_within(text, &claim.named, claim);
        });
        said.in_turn.iter().for_each(|turn| is_within(text, &turn.range, turn));
        said.counted.iter().for_each(|counted| is_within(text, &counted.range, counted));
        said.bare.iter().for_each(|range| is_within(text, range, "bare"));
    });
}

#[test]
fn marks_and_words() {
    run("marks", Form::Text, &[NUMBERS, MARKDOWN], |text| {
        let paragraphs: Vec<Part<'_>> =
            text.lines().map(|text| Part { text, heading: text.starts_with('#') }).collect();
        for script in [Script::of("zh"), Script::of("en")].into_iter().flatten() {
            for flaw in flaws(&paragraphs, script) {
                let text = paragraphs[flaw.part].text;
                is_within(text, &flaw.range, &flaw.problem);
                flaw.fix.iter().for_each(|(range, _)| is_within(text, range, &flaw.problem));
            }
        }
    });
}
