//! In: single TOML values. Out: mail and web addresses, and how to reach somebody. What is no address is reported:
//! it would reach mail programs, calendars and feeds.

use crate::diagnostic::Problem;
use crate::language::is_invisible;
use crate::model::organisation::Contact;
use crate::model::telephone::Telephone;

use super::toml::{FromToml, Reader, Table, Value};

/// An e-mail address: something, an @, a domain with a dot; no spaces and none of the marks that separate
/// addresses or begin something else in a mail program.
#[derive(Clone, Debug)]
pub struct Email(pub String);

impl FromToml for Email {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let good = text.split_once('@').is_some_and(|(name, domain)| {
            let clean = |part: &str| {
                !part.is_empty()
                    && part
                        .chars()
                        .all(|c| c.is_ascii_graphic() && !"@<>\"'()[]&?%,;:\\`|{}".contains(c))
            };
            clean(name) && clean(domain) && domain.contains('.') && !domain.ends_with('.')
        });
        if !good {
            reader.report(Problem::BadEmail { text }, reader.span(value));
            return None;
        }
        Some(Self(text))
    }
}

/// An http or https address.
#[derive(Clone, Debug)]
pub struct WebAddress(pub String);

impl FromToml for WebAddress {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        if !is_web_address(&text) {
            reader.report(Problem::BadUrl { text }, reader.span(value));
            return None;
        }
        Some(Self(text))
    }
}

/// The address of a form; `{clause}` in it stands for the clause that a comment is about.
#[derive(Clone, Debug)]
pub struct FormAddress(pub String);

impl FromToml for FormAddress {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        if !is_web_address(&text.replace("{clause}", "3.1")) {
            reader.report(Problem::BadUrl { text }, reader.span(value));
            return None;
        }
        Some(Self(text))
    }
}

fn is_web_address(text: &str) -> bool {
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    clean && url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

impl FromToml for Telephone {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let telephone = Self::parse(&text);
        if telephone.is_none() {
            reader.report(Problem::BadTelephone { text }, reader.span(value));
        }
        telephone
    }
}

impl FromToml for Contact {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let Some(table) = Table::from_value(value, reader) else {
            reader.wrong_type("a table", value);
            return None;
        };
        let contact = Self {
            email: table.optional::<Email>("email").map(|email| email.0),
            telephone: table.optional("telephone"),
            address: table.optional("address"),
        };
        table.finish();
        Some(contact)
    }
}
