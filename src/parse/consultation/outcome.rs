//! In: `[round.outcome]`. Out: when the outcome was published, its text, and the counts where comments are not
//! listed one by one.

use jiff::civil::Date;

use crate::diagnostic::{Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::consultation::{Adoption, Counts};
use crate::model::document::Document;

use crate::parse::markdown;
use crate::parse::parity;
use crate::parse::toml::schema::Schema;
use crate::parse::toml::{FromToml, Reader, Table, Value};
use crate::parse::values::by_language;

/// An outcome as written.
pub struct OutcomeEntry {
    pub published: Spanned<Date>,
    pub text: Option<Vec<Document>>,
    pub counts: Option<Spanned<Counts>>,
    pub span: Span,
}

pub fn outcome(table: &Table<'_>) -> Option<OutcomeEntry> {
    let published = table.required("published");
    let text = table.optional::<MarkdownText>("text").map(|text| text.0);
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
        Some(counts(&table))
    }

    fn schema(languages: &Languages) -> Schema {
        Reader::schema(languages, counts)
    }
}

fn counts(table: &Table<'_>) -> Counts {
    let number = |adoption: Adoption| table.optional::<u32>(adoption.code()).unwrap_or(0);
    let counts = Adoption::ALL.map(number);
    table.finish();
    Counts(counts)
}

/// A Markdown text in every language.
pub struct MarkdownText(pub Vec<Document>);

impl FromToml for MarkdownText {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let texts = by_language::<Spanned<String>>(value, reader, &[parity::DIFFERS])?;
        let texts = texts.into_iter().map(|Spanned { value, span }| {
            let (document, found) = markdown::embedded(&value, span, reader.file_text());
            reader.append(found);
            document
        });
        let texts: Vec<Document> = texts.collect();
        parity::check_documents(&texts, value, reader);
        Some(Self(texts))
    }

    fn schema(languages: &Languages) -> Schema {
        Text::schema(languages)
    }
}
