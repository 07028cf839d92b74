//! The words of the default theme: every language has every message, once and with the same variables;
//! every message is used; and whatever templates and Rust ask for is there.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Where Rust makes ids from pieces: the file, the pattern as it stands there, and the beginnings that stand
/// for its first `{…}` where it begins with one. Whatever fills the other `{…}` must be a text of its own
/// somewhere in Rust.
const PIECES: &[(&str, &str, &[&str])] = &[
    ("data/awards.rs", "award-kind-{}", &[]),
    ("data/awards.rs", "award-level-{level}", &[]),
    ("data/missing.rs", "missing-{code}", &[]),
    ("data/mod.rs", "data-{}", &[]),
    ("data/progress.rs", "progress-{status}", &[]),
    ("data/submissions.rs", "adoption-{result}", &[]),
    ("pages/answer.rs", "channel-{}", &[]),
    ("pages/awards.rs", "award-level-{}", &[]),
    ("pages/awards.rs", "award-kind-{}", &[]),
    ("pages/changed_targets.rs", "change-{code}", &[]),
    ("pages/comments.rs", "channel-{}", &[]),
    ("pages/consultations.rs", "consultations-{code}", &[]),
    ("pages/frame.rs", "language-{tag}", &[]),
    ("pages/plan_parts.rs", "status-{code}", &[]),
    ("pages/plan_parts.rs", "tab-{}", &[]),
    ("pages/progress.rs", "method-{}", &[]),
    ("pages/progress.rs", "method-{}-about", &[]),
    ("pages/progress_parts.rs", "progress-{}", &[]),
    ("pages/progress_parts.rs", "method-{}", &[]),
    ("pages/progress_parts.rs", "missing-{}", &[]),
    ("pages/progress_parts.rs", "reason-{}", &[]),
    ("pages/round_parts.rs", "count-{}", &[]),
    ("pages/round_parts.rs", "adoption-{code}", &[]),
    ("pages/unit_parts.rs", "{}-{what}", &["change", "change-area"]),
    ("pages/unit_parts.rs", "{}-took-over", &["change", "change-area"]),
    ("pages/unit_parts.rs", "{word}-{code}", &["organisation-kind", "area-kind"]),
];

/// A message: the variables that it shows, and those by which it only chooses a form.
#[derive(Debug, Default)]
struct Message {
    shown: BTreeSet<String>,
    chooses: BTreeSet<String>,
    /// Other messages that stand in it.
    holds: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// The messages of a word file, and the ids that stand there twice.
fn read(text: &str) -> (Messages, Vec<String>) {
    let resource = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("the words cannot be read: {errors:?}"));
    let mut messages = Messages::new();
    let mut twice = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut found = Message::default();
        if let Some(pattern) = &message.value {
            walk(pattern, &mut found);
        }
        if messages.insert(message.id.name.to_owned(), found).is_some() {
            twice.push(message.id.name.to_owned());
        }
    }
    (messages, twice)
}

fn walk(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, found);
        }
    }
}

fn walk_expression(expression: &Expression<&str>, found: &mut Message) {
    match expression {
        Expression::Inline(inline) => match inline {
            InlineExpression::VariableReference { id } => {
                found.shown.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                found.holds.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => walk_expression(expression, found),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("this test does not know what to make of {other:?}"),
        },
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                panic!("this test only knows variables that choose a form, not {selector:?}");
            };
            found.chooses.insert(id.name.to_owned());
            variants.iter().for_each(|variant| walk(&variant.value, found));
        }
    }
}

/// Ids that one of two languages lacks, and messages that show other variables than their twin. A language
/// without plural forms need not choose among them, so the variables that only choose may differ.
fn differences(one: &Messages, other: &Messages) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, message) in one {
        match other.get(id) {
            None => wrong.push(format!("{id} is missing in the other language")),
            Some(twin) if twin.shown != message.shown => {
                wrong.push(format!("{id} shows {:?}, its twin {:?}", message.shown, twin.shown));
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        other.keys().filter(|id| !one.contains_key(*id)).map(|id| format!("{id} is missing")),
    );
    wrong
}

/// Every `t(key="…", a=…, b=…)` of a template: the id and the names of what is given to it.
fn calls(template: &str) -> Vec<(String, BTreeSet<String>)> {
    template
        .split("t(key=\"")
        .skip(1)
        .map(|rest| {
            let (id, rest) = rest.split_once('"').expect("a key ends");
            let mut depth = 1;
            let end = rest.find(|c: char| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            let args = rest[..end.expect("a call ends")].split(',').skip(1);
            let names = args.filter_map(|arg| Some(arg.split_once('=')?.0.trim().to_owned()));
            (id.to_owned(), names.collect())
        })
        .collect()
}

/// Every text in quotes of a Rust file.
fn quoted(code: &str) -> BTreeSet<&str> {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

/// What stands in quotes right after one of these words.
fn after<'a>(code: &'a str, words: &[&str]) -> Vec<&'a str> {
    let texts = words.iter().flat_map(|word| {
        code.split(*word).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'))
    });
    texts.filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// The ids that Rust asks for without making them from pieces.
fn asked(code: &str) -> Vec<&str> {
    after(code, &["word(", "word_with(", "fill(voice,", "find(cx.lang,"])
}

/// The patterns by which Rust makes ids from pieces.
fn made(code: &str) -> Vec<&str> {
    let calls = ["word(&format!(", "word_with(&format!(", "let word = format!("];
    let mut patterns = after(code, &calls);
    patterns.extend(after(code, &["cx.lang, &format!("]));
    // The name of a tab is made in a choice of two.
    patterns.extend(after(code, &["format!("]).into_iter().filter(|text| *text == "tab-{}"));
    patterns
}

/// Whether a pattern makes the id, each `{…}` filled with a text for which `known` holds.
fn makes(pattern: &str, first: &[&str], id: &str, known: impl Fn(&str) -> bool) -> bool {
    let (before, rest) = pattern.split_once('{').expect("a pattern has a place");
    let (_, rest) = rest.split_once('}').expect("a place ends");
    let ends: Vec<&str> = if before.is_empty() {
        first.iter().filter_map(|first| id.strip_prefix(first)).collect()
    } else {
        id.strip_prefix(before).into_iter().collect()
    };
    match (before.is_empty(), rest.split_once('{')) {
        (true, None) => ends.contains(&rest),
        (true, Some((between, _))) => {
            ends.iter().filter_map(|end| end.strip_prefix(between)).any(known)
        }
        (false, _) => ends.iter().filter_map(|end| end.strip_suffix(rest)).any(known),
    }
}

struct Uses {
    /// Template and call.
    calls: Vec<(String, String, BTreeSet<String>)>,
    /// Path and code.
    rust: Vec<(String, String)>,
}

fn uses() -> Uses {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |place| fs::read_to_string(place).unwrap();
    let mut all = Uses { calls: Vec::new(), rust: Vec::new() };
    for (path, place) in support::files(&root.join("themes/default/templates")) {
        let found = calls(&text(place)).into_iter();
        all.calls.extend(found.map(|(id, args)| (path.clone(), id, args)));
    }
    for (path, place) in support::files(&root.join("src")) {
        if path.ends_with(".rs") && !path.ends_with("/tests.rs") {
            let code = text(place).split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
            all.rust.push((path, code));
        }
    }
    all
}

/// Messages that nothing uses.
fn unused<'a>(messages: &'a Messages, uses: &Uses) -> Vec<&'a str> {
    let texts: BTreeSet<&str> = uses.rust.iter().flat_map(|(_, code)| quoted(code)).collect();
    let called: BTreeSet<&str> = uses.calls.iter().map(|(_, id, _)| id.as_str()).collect();
    let held: BTreeSet<&String> = messages.values().flat_map(|message| &message.holds).collect();
    // Names of columns are written with `_`, and those of each language end in its tag.
    let known =
        |text: &str| texts.contains(text) || texts.contains(text.replace('-', "_").as_str());
    let used = |id: &str| {
        called.contains(id)
            || texts.contains(id)
            || held.contains(&id.to_owned())
            || PIECES.iter().any(|(_, pattern, first)| makes(pattern, first, id, known))
    };
    messages.keys().map(String::as_str).filter(|id| !used(id)).collect()
}

fn languages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/i18n");
    support::files(&folder)
        .into_iter()
        .map(|(path, place)| (path, fs::read_to_string(place).unwrap()))
        .collect()
}

#[test]
fn every_language_has_every_message_once_and_with_the_same_variables() {
    let all: Vec<(String, Messages)> = languages()
        .into_iter()
        .map(|(path, text)| {
            let (messages, twice) = read(&text);
            assert!(twice.is_empty(), "{path} has these twice: {twice:?}");
            (path, messages)
        })
        .collect();
    assert!(all.len() >= 2);
    for (path, messages) in &all[1..] {
        let wrong = differences(&all[0].1, messages);
        assert!(wrong.is_empty(), "{} and {path}:\n{}", all[0].0, wrong.join("\n"));
    }
}

#[test]
fn every_message_is_used() {
    let uses = uses();
    for (path, text) in languages() {
        let (messages, _) = read(&text);
        let unused = unused(&messages, &uses);
        assert!(unused.is_empty(), "nothing uses these of {path}: {unused:?}");
    }
}

#[test]
fn whatever_is_asked_for_is_there() {
    let uses = uses();
    for (path, text) in languages() {
        let (messages, _) = read(&text);
        for (template, id, args) in &uses.calls {
            let message =
                messages.get(id).unwrap_or_else(|| panic!("{template}: {path} has no {id}"));
            let needs: BTreeSet<String> = &message.shown | &message.chooses;
            let lacks: Vec<&String> = needs.difference(args).collect();
            assert!(lacks.is_empty(), "{template}: {id} of {path} also needs {lacks:?}");
        }
        for (file, code) in &uses.rust {
            for id in asked(code) {
                assert!(messages.contains_key(id), "src/{file}: {path} has no {id}");
            }
        }
    }
}

#[test]
fn ids_made_from_pieces_are_known_to_this_test() {
    let uses = uses();
    let mut found = BTreeSet::new();
    for (file, code) in &uses.rust {
        for pattern in made(code) {
            let known = PIECES.iter().any(|(at, known, _)| at == file && *known == pattern);
            assert!(known, "src/{file} makes ids by `{pattern}`: add it to PIECES");
            found.insert((file.as_str(), pattern));
        }
    }
    let (messages, _) = read(&languages()[0].1);
    for (file, pattern, first) in PIECES {
        assert!(found.contains(&(*file, *pattern)), "src/{file} has no `{pattern}` any more");
        let any = messages.keys().any(|id| makes(pattern, first, id, |_| true));
        assert!(any, "no message has an id as `{pattern}` of src/{file} makes them");
        for first in *first {
            let quoted = uses.rust.iter().any(|(_, code)| quoted(code).contains(first));
            assert!(quoted, "no file of src has the beginning `{first}`");
        }
    }
}

#[test]
fn broken_words_are_seen() {
    let (zh, twice) = read("a = 甲\nb = { $count }项\na = 乙\n");
    assert_eq!(twice, ["a"]);
    let plural = "b = { $count ->\n    [one] one\n   *[other] { $count } things\n}\n";
    let (en, twice) = read(&format!("a = A\n{plural}"));
    assert!(twice.is_empty());
    assert!(differences(&zh, &en).is_empty() && differences(&en, &zh).is_empty());
    // One shows what the other never has.
    let (other, _) = read(&format!("a = A {{ $name }}\n{plural}"));
    assert_eq!(differences(&zh, &other).len(), 1);
    // A variable that only chooses is needed in one language only.
    let (only, _) = read("b = { $count ->\n    [one] thing\n   *[other] things\n}\n");
    let (none, _) = read("b = 项\n");
    assert!(differences(&only, &none).is_empty());
    // Missing on either side.
    let (less, _) = read("a = A\n");
    assert_eq!((differences(&zh, &less).len(), differences(&less, &zh).len()), (1, 1));
}

#[test]
fn unused_words_are_seen() {
    let (messages, _) = read(
        "in-page = x\nin-rust = { held }\nheld = x\nstatus-draft = x\nstatus-lost = x\nlost = x\n",
    );
    let rust = "// \"lost\"\nlet a = cx.word(\"in-rust\");\nlet code = \"draft\";".to_owned();
    let uses = Uses {
        calls: vec![("a.html".into(), "in-page".into(), BTreeSet::new())],
        rust: vec![("a.rs".into(), rust)],
    };
    assert_eq!(unused(&messages, &uses), ["lost", "status-lost"]);
}

#[test]
fn calls_and_patterns_are_read() {
    let found = calls("{{ t(key=\"a\") }} {{ t(key=\"b\", x=f(y=1), z=view.z) }}");
    let names = |text: &[&str]| text.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(found, [("a".to_owned(), names(&[])), ("b".to_owned(), names(&["x", "z"]))]);
    assert_eq!(asked("cx.word(\"a\"); words::fill(voice, \"b\", &[])"), ["a", "b"]);
    assert_eq!(made("cx.word(&format!(\"status-{code}\"))"), ["status-{code}"]);
    let known = |text: &str| text == "end";
    assert!(makes("a-{}", &[], "a-end", known) && !makes("a-{}", &[], "a-other", known));
    assert!(makes("a-{}-b", &[], "a-end-b", known) && !makes("a-{}-b", &[], "a-end", known));
    assert!(makes("{x}-{y}", &["p", "p-q"], "p-q-end", known));
    assert!(makes("{x}-b", &["p"], "p-b", known) && !makes("{x}-b", &["p"], "q-b", known));
}
