//! In: `[[round.channel]]` and `[[round.document]]`. Out: the ways to answer, and the documents that belong to a
//! call.

use crate::diagnostic::{Problem, Spanned};
use crate::language::Text;
use crate::model::consultation::{Channel, ChannelKind, Means};

use crate::parse::choices::Purpose;
use crate::parse::contacts::{Email, FormAddress, WebAddress};
use crate::parse::toml::Table;

/// A document of a call as written.
pub struct PaperEntry {
    pub title: Text,
    pub place: PaperEntryPlace,
}

/// Where a document is, as the author says.
pub enum PaperEntryPlace {
    File(Spanned<String>),
    Url(String),
}

pub fn channel(table: &Table<'_>) -> Option<Channel> {
    let means = table.by_choice("kind", |kind| means(table, kind));
    let purpose = table.optional("purpose").unwrap_or(Purpose::Comments);
    let note = table.note();
    table.finish();
    let takes_comments = purpose == Purpose::Comments;
    Some(Channel { means: means?, takes_comments, note, span: table.span })
}

fn means(table: &Table<'_>, kind: ChannelKind) -> Option<Means> {
    Some(match kind {
        ChannelKind::Email => Means::Email(table.required::<Email>("email")?.0),
        ChannelKind::Post => {
            let recipient = table.optional("recipient");
            let postcode = table.optional("postcode");
            Means::Post { recipient, address: table.required("address")?, postcode }
        }
        ChannelKind::Telephone => {
            let hours = table.optional("hours");
            Means::Telephone { number: table.required("number")?, hours }
        }
        ChannelKind::Form => Means::Form(table.required::<FormAddress>("url")?.0),
        ChannelKind::InPerson => {
            let hours = table.optional("hours");
            Means::InPerson { address: table.required("address")?, hours }
        }
    })
}

pub fn paper(table: &Table<'_>) -> Option<PaperEntry> {
    let title = table.text("title");
    let file: Option<Spanned<String>> = table.required_unless("file", &["url"]);
    let url = table.optional::<WebAddress>("url");
    if !table.has_none_of(&["file"]) && !table.has_none_of(&["url"]) {
        table.report(Problem::FileAndUrl, table.span_of("url"));
    }
    table.finish();
    let place = match (file, url) {
        (Some(file), _) => PaperEntryPlace::File(file),
        (None, Some(url)) => PaperEntryPlace::Url(url.0),
        (None, None) => return None,
    };
    Some(PaperEntry { title, place })
}
