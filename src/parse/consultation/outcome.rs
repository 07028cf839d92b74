//! In: `[round.outcome]`. Out: when the outcome was published, its text, and the counts where comments are not
//! listed one by one.

use jiff::civil::Date;

use crate::diagnostic::{Files, Span, Spanned};
use crate::model::consultation::{Adoption, Counts};
use crate::model::document::Document;

use crate::parse::markdown;
use crate::parse::parity;
use crate::parse::toml::{FromToml, Reader, Table, Value};
use crate::parse::values::by_language;

/// An outcome as written.
pub struct OutcomeEntry {
    pub published: Spanned<Date>,
    pub text: Option<Vec<Document>>,
    pub counts: Option<Spanned<Counts>>,
    pub span: Span,
}

pub fn outcome(table: &Table<'_>, files: &Files) -> Option<OutcomeEntry> {
    let published = table.required("published");
    let text = markdown(table, "text", files);
    let counts = table.optional("counts");
    table.finish();
    Some(OutcomeEntry { published: published?, text, counts, span: table.span })
}

impl FromToml for Counts {
    /// What is not named is 0.
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let Some(table) = Table::from_value(value, reader) else {
            reader.wrong_type("a table", value);
            return None;
        };
        let number = |adoption: Adoption| table.optional::<u32>(adoption.code()).unwrap_or(0);
        let counts = Adoption::ALL.map(number);
        table.finish();
        Some(Self(counts))
    }
}

/// The Markdown text `key`, in every language, if it is there.
pub fn markdown(table: &Table<'_>, key: &'static str, files: &Files) -> Option<Vec<Document>> {
    let read = |value: &Value<'_>, reader: &Reader<'_>| {
        let texts = by_language::<Spanned<String>>(value, reader, &[parity::DIFFERS])?;
        let texts = texts.into_iter().map(|Spanned { value, span }| {
            let (document, found) = markdown::embedded(&value, span, files.text(span.file));
            reader.append(found);
            document
        });
        let texts: Vec<Document> = texts.collect();
        parity::check_documents(&texts, value, reader);
        Some(texts)
    };
    table.optional_by(key, read)
}
