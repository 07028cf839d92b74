//! In: `glossary.toml`. Out: its terms.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem};
use crate::language::Languages;
use crate::model::glossary::Term;

use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};
use super::values::in_languages;

/// A word, or several.
struct Words(Vec<String>);

impl FromToml for Words {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        if value.as_array().is_some() {
            let words = Vec::from_toml(value, reader)?;
            if words.is_empty() {
                reader.report(Problem::EmptyText, reader.span(value));
                return None;
            }
            return Some(Self(words));
        }
        String::from_toml(value, reader).map(|word| Self(vec![word]))
    }

    fn schema(languages: &Languages) -> Schema {
        String::schema(languages).or(Vec::<String>::schema(languages).not_empty())
    }
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (Vec<Term>, Diagnostics) {
    Reader::read(files, file, languages, terms)
}

pub fn terms(table: &Table<'_>) -> Vec<Term> {
    let terms = table.tables("term", term_of);
    table.finish();
    terms.into_iter().flatten().collect()
}

fn term_of(table: &Table<'_>) -> Option<Term> {
    let words: Vec<Words> = in_languages(table, &[])?;
    Some(Term { words: words.into_iter().map(|words| words.0).collect(), span: table.span })
}
