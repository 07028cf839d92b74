//! In: `glossary.toml`. Out: its terms.

use crate::diagnostic::{Diagnostics, FileId, Files, Problem};
use crate::language::Languages;
use crate::model::glossary::Term;

use super::toml::{FromToml, Reader, Table, Value};

/// A word, or several.
struct Words(Vec<String>);

impl FromToml for Words {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        if value.get_ref().is_array() {
            let words = Vec::from_toml(value, reader)?;
            if words.is_empty() {
                reader.report(Problem::EmptyText, reader.span(value));
                return None;
            }
            return Some(Self(words));
        }
        String::from_toml(value, reader).map(|word| Self(vec![word]))
    }
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (Vec<Term>, Diagnostics) {
    Reader::read(files, file, languages, |table| {
        let terms = table.tables("term", |term| term_of(term, languages));
        table.finish();
        terms.into_iter().flatten().collect()
    })
}

fn term_of(table: &Table<'_>, languages: &Languages) -> Option<Term> {
    let mut words: Vec<Option<Vec<String>>> = vec![None; languages.iter().len()];
    for (key, value) in table.entries() {
        match languages.find(key.value) {
            Some(lang) => {
                words[lang.index()] = Words::from_toml(value, table.reader()).map(|words| words.0);
            }
            None => {
                let language = key.value.to_owned();
                table.report(Problem::UnknownLanguage { language }, key.span);
            }
        }
    }
    for lang in languages.iter() {
        let tag = languages.tag(lang);
        if !table.has(tag) {
            let (language, tag) = (languages.name(lang), tag.to_owned());
            table.report(Problem::MissingLanguage { language, tag }, table.span);
        }
    }
    let words = words.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Term { words, span: table.span })
}
