//! In: texts of TOML files, real ones and made ones. Out: whether the library that reads them and the one that says what is
//! wrong with them read the same.

use std::borrow::Cow;
use std::path::Path;

use proptest::prelude::*;
use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};
use toml_spanner::{Arena, Table as Entries};
use walkdir::WalkDir;

use crate::diagnostic::Files;
use crate::language::Languages;

use super::broken::fault;
use super::{Kind, Reader, Value};

/// A value with its place, written out; numbers and dates as they are written.
fn of_reader(value: &Value<'_>, reader: &Reader<'_>) -> String {
    let span = reader.span(value).range();
    match value.value() {
        Kind::String(text) => format!("{text:?} {span:?}"),
        Kind::Boolean(yes) => format!("{yes} {span:?}"),
        Kind::Integer(_) | Kind::Float(_) => format!("{} {span:?}", reader.number(value)),
        Kind::DateTime(_) => format!("{} {span:?}", reader.written(value)),
        Kind::Array(list) => {
            list.iter().map(|one| of_reader(one, reader)).collect::<Vec<_>>().join(", ")
        }
        Kind::Table(table) => format!("{span:?} {}", entries_of_reader(table, reader)),
    }
}

fn entries_of_reader(table: &Entries<'_>, reader: &Reader<'_>) -> String {
    let entry = |key: &toml_spanner::Key<'_>, value: &Value<'_>| {
        let plain = value.as_table().is_none();
        let span = plain.then(|| reader.key_span(key).range());
        (plain, format!("{:?} {span:?} = {}\n", key.name, of_reader(value, reader)))
    };
    in_order(table.iter().map(|(key, value)| entry(key, value)).collect())
}

/// Entries in their order; then tables, which may be named in several places, one before the other in each.
fn in_order(mut entries: Vec<(bool, String)>) -> String {
    entries.sort_by(|one, other| match (one.0, other.0) {
        (false, false) => one.1.cmp(&other.1),
        (one, other) => other.cmp(&one),
    });
    let lines: String = entries.into_iter().map(|(_, line)| line).collect();
    format!("{{\n{lines}}}")
}

/// The same of the library that explains.
fn of_other(value: &TomlSpanned<DeValue<'_>>, text: &str) -> String {
    let span = value.span();
    match value.get_ref() {
        DeValue::String(words) => format!("{words:?} {span:?}"),
        DeValue::Boolean(yes) => format!("{yes} {span:?}"),
        DeValue::Integer(number) if number.radix() != 10 => format!("{number} {span:?}"),
        DeValue::Integer(number) => format!("{} {span:?}", number.as_str().trim_start_matches('+')),
        DeValue::Float(number) => format!("{} {span:?}", number.as_str().trim_start_matches('+')),
        DeValue::Datetime(_) => format!("{} {span:?}", &text[span.clone()]),
        DeValue::Array(list) => {
            list.iter().map(|one| of_other(one, text)).collect::<Vec<_>>().join(", ")
        }
        DeValue::Table(table) => format!("{span:?} {}", entries_of_other(table, text)),
    }
}

fn entries_of_other(table: &DeTable<'_>, text: &str) -> String {
    let entry = |key: &TomlSpanned<Cow<'_, str>>, value: &TomlSpanned<DeValue<'_>>| {
        let plain = value.get_ref().as_table().is_none();
        let span = plain.then(|| key.span());
        (plain, format!("{:?} {span:?} = {}\n", key.get_ref(), of_other(value, text)))
    };
    in_order(table.iter().map(|(key, value)| entry(key, value)).collect())
}

/// What both read in a text; `None` where it is no TOML.
fn both(text: &str) -> (Option<String>, Option<String>) {
    let file = Files::default().add("plan.toml".to_owned(), text.to_owned());
    let languages = Languages::new(vec!["zh".into(), "en".into()]);
    let reader = Reader::new(file, text, &languages);
    let arena = Arena::new();
    let ours = toml_spanner::parse(text, &arena).ok();
    let ours = ours.map(|root| entries_of_reader(root.table(), &reader));
    let other = DeTable::parse(text).ok();
    (ours, other.map(|root| entries_of_other(root.get_ref(), text)))
}

#[test]
fn both_libraries_read_every_file_alike() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    for folder in ["content", "examples", "starter", "tests"] {
        for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let (ours, other) = both(&text);
            assert_eq!(ours, other, "{}", entry.path().display());
            read += 1;
        }
    }
    assert!(read > 100, "{read}");
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,3}(-[0-9])?",
        "[0-9]{4}",
        "\"[a-z 中]{0,3}\"",
        "'[a-z.]{1,3}'",
        "[a-c]\\.[a-c]"
    ]
}

fn value() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        "\"[a-z 中，\\.\"#]{0,6}\"",
        "\"[a-z]{0,2}(\\\\n|\\\\u4e2d|\\\\\\\\|\\\\x)?\"",
        "'[a-z 中\\\\]{0,4}'",
        "\"\"\"\n?[a-z 中\n]{0,6}\"\"\"",
        "[+-]?[0-9]{1,4}(\\.[0-9]{1,3})?(e[0-9])?",
        "[0-9]_[0-9]{1,3}",
        "0[xob][0-1]{1,4}",
        "(true|false|inf|nan)",
        "20[0-9]{2}-0[1-9]-[12][0-9]([T ]1[0-9]:30(:00)?)?",
        "1[0-9]:30:00(\\.5)?",
    ];
    plain.prop_map(|text: String| text).prop_recursive(3, 12, 4, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4);
        let table = prop::collection::vec((key(), inner), 0..3);
        let entries = |list: Vec<(String, String)>| {
            list.into_iter().map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>()
        };
        prop_oneof![
            list.prop_map(|list| format!("[{}]", list.join(", "))),
            table.prop_map(move |list| format!("{{ {} }}", entries(list).join(", "))),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (key(), value()).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => key().prop_map(|key| format!("[{key}]")),
        2 => key().prop_map(|key| format!("[[{key}]]")),
        1 => "(# [a-z中]{0,4}|  )",
    ]
}

proptest! {
    /// The lines of files, whole or with something wrong in them.
    #[test]
    fn both_libraries_read_the_same(
        lines in prop::collection::vec(line(), 0..8),
        wrong in prop::option::of((any::<prop::sample::Index>(), "[\\[\\]{}\"'=.,#\\\\\n a0-]")),
    ) {
        let mut text = lines.join("\n");
        if let Some((at, more)) = wrong {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            text.insert_str(at, &more);
        }
        let (ours, other) = both(&text);
        if ours.is_none() && other.is_some() {
            // The other one does not look into numbers and dates: `1x` is one.
            let place = fault(&text).map(|(_, place)| place);
            prop_assert!(place.is_some_and(|place| text.get(place).is_some()), "{}", text);
        } else {
            prop_assert_eq!(ours, other, "{}", text);
        }
    }
}
