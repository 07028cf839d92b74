//! In: single TOML values. Out: mail and web addresses, and how to reach somebody. What is no address is reported:
//! it would reach mail programs, calendars and feeds.

use crate::diagnostic::Problem;
use crate::language::{Languages, is_invisible};
use crate::model::organisation::Contact;
use crate::model::telephone::Telephone;

use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};

/// An e-mail address: something, an @, a domain with a dot; no spaces and none of the marks that separate
/// addresses or begin something else in a mail program.
#[derive(Clone, Debug)]
pub struct Email(pub String);

impl FromToml for Email {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        if !is_email(&text) {
            reader.report(Problem::BadEmail { text }, reader.span(value));
            return None;
        }
        Some(Self(text))
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text_like(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
    }
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let clean = |c: char| c.is_ascii_graphic() && !"@<>\"'()[]&?%,;:\\`|{}".contains(c);
    let whole = |part: &str| !part.is_empty() && part.chars().all(clean);
    let label = |part: &str| {
        let letters = part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !part.is_empty() && letters && !part.starts_with('-') && !part.ends_with('-')
    };
    let end = domain.rsplit('.').next().unwrap_or("");
    let names = name.split('.').all(whole);
    let domains = domain.contains('.') && domain.split('.').all(label);
    names && domains && end.len() >= 2 && end.starts_with(|c: char| c.is_ascii_alphabetic())
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

    fn schema(_: &Languages) -> Schema {
        Schema::text_like(WEB_ADDRESS)
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

    fn schema(_: &Languages) -> Schema {
        Schema::text_like(WEB_ADDRESS)
    }
}

/// Every web address matches this, and little else does.
pub const WEB_ADDRESS: &str = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$";

fn is_web_address(text: &str) -> bool {
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    // Without both slashes browsers look for a page of this site.
    let lower = text.to_ascii_lowercase();
    let whole = lower.starts_with("http://") || lower.starts_with("https://");
    clean && whole && url::Url::parse(text).is_ok_and(|url| url.has_host())
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

    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}

impl FromToml for Contact {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let Some(table) = Table::from_value(value, reader) else {
            reader.wrong_type("a table", value);
            return None;
        };
        Some(contact(&table))
    }

    fn schema(languages: &Languages) -> Schema {
        Reader::schema(languages, contact)
    }
}

fn contact(table: &Table<'_>) -> Contact {
    let contact = Contact {
        email: table.optional::<Email>("email").map(|email| email.0),
        telephone: table.optional("telephone"),
        address: table.optional("address"),
    };
    table.finish();
    contact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses() {
        for text in ["office@example.gov.cn", "a.b+c_d@x-y.example.org", "a@xn--fsq.xn--fiqs8s"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "office",
            "@b.cn",
            "a@",
            "a@b",
            "a@.com",
            "a@b..com",
            "a@b.com.",
            "a..b@b.com",
            ".a@b.com",
            "a@1.2",
            "a@-b.com",
            "a b@c.cn",
            "a@b.cn?bcc=c",
            "a@b.cn,c@d.cn",
            "a@b@c.cn",
            "张@b.cn",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn web_addresses() {
        for text in ["https://example.org", "HTTP://example.org/a?b=c#d", "https://例子.中国/"]
        {
            assert!(is_web_address(text), "{text}");
        }
        for text in [
            "example.org",
            "https:example.org/f",
            "https:/example.org",
            "//example.org",
            "https://",
            "javascript:alert(1)",
            "https://a b.org",
            "ftp://example.org",
            "https://a.org/\u{202e}b",
        ] {
            assert!(!is_web_address(text), "{text}");
        }
    }
}
