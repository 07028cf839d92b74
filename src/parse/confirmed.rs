//! In: `confirmed.toml`, which lantu writes. Out: for each language, the confirmed clauses and the fingerprints that
//! their authoritative text had.

use crate::diagnostic::translation::{Translation, Unused};
use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Spanned};
use crate::language::{Lang, Languages};
use crate::model::confirmation::Confirmation;
use crate::model::fingerprint::Fingerprint;

use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};

/// What was confirmed.
#[derive(Default)]
pub struct ConfirmedFile {
    /// By language of the site.
    by_language: Vec<Vec<Confirmation>>,
}

impl ConfirmedFile {
    pub fn of(&self, lang: Lang) -> &[Confirmation] {
        self.by_language.get(lang.index()).map_or(&[], Vec::as_slice)
    }
}

pub fn read(files: &Files, file: FileId, languages: &Languages) -> (ConfirmedFile, Diagnostics) {
    Reader::read(files, file, languages, |table| {
        let mut by_language: Vec<Vec<Confirmation>> = languages.iter().map(|_| vec![]).collect();
        for (tag, value) in table.entries() {
            match languages.find(tag.value).filter(|lang| *lang != languages.first()) {
                Some(lang) => by_language[lang.index()] = confirmations(value, table.reader()),
                None => {
                    let what = Unused::Language(tag.value.to_owned());
                    let problem = Translation::UnusedConfirmation { what };
                    table.report(Problem::Translation(problem), tag.span);
                }
            }
        }
        ConfirmedFile { by_language }
    })
}

fn confirmations(value: &Value<'_>, reader: &Reader<'_>) -> Vec<Confirmation> {
    let Some(table) = Table::from_value(value, reader) else {
        reader.wrong_type("a table", value);
        return Vec::new();
    };
    let confirmation =
        |(passage, fingerprint): (Spanned<String>, _)| Confirmation { passage, fingerprint };
    table.pairs().into_iter().map(confirmation).collect()
}

impl FromToml for Fingerprint {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let fingerprint = text.parse().ok();
        if fingerprint.is_none() {
            let problem = Translation::BadFingerprint { text };
            reader.report(Problem::Translation(problem), reader.span(value));
        }
        fingerprint
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}
