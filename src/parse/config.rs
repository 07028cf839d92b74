//! In: `site-config.toml`. Out: the configuration. Whatever is missing or wrong is reported and replaced
//! by something harmless, so that the rest of the site is checked in the same run.

use jiff::tz::TimeZone;

use crate::diagnostic::limit::Limit;
use crate::diagnostic::safety::Safety;
use crate::diagnostic::{Diagnostics, FileId, Files, Problem, Span, Spanned};
use crate::language::{Languages, Text};
use crate::model::config::{BaseUrl, Columns, Config, Elsewhere, Host, Identifiers, Website};
use crate::model::limits;
use crate::model::switch::{Switch, Switches};

use super::contacts::WEB_ADDRESS;
use super::minimum;
use super::toml::schema::Schema;
use super::toml::{FromToml, Reader, Table, Value};
use super::values::rule_levels;

/// The configuration and the theme it names.
pub struct ConfigFile {
    pub config: Config,
    pub theme: Spanned<String>,
}

/// Reads the configuration in two steps: the languages first, because every text depends on them.
pub fn read(files: &Files, file: FileId) -> (ConfigFile, Diagnostics) {
    let none = Languages::new(Vec::new());
    let (languages, _) = Reader::read(files, file, &none, languages);
    let (config, mut found) = Reader::read(files, file, &languages, config);
    let number = languages.iter().len();
    let doubtful = found.iter().any(|d| matches!(d.problem, Problem::BadLanguageTag { .. }));
    if doubtful || number > limits::LANGUAGES {
        found.retain(|problem| !about_languages(problem));
    }
    if number > limits::LANGUAGES {
        let problem = Limit::Languages { most: limits::LANGUAGES };
        found.report(Problem::Limit(problem), config.config.languages_span);
    }
    if number == 0 {
        found.report(Problem::TooFewLanguages, config.config.languages_span);
    }
    (config, found)
}

/// What follows from a language list that cannot be read.
fn about_languages(problem: &Problem) -> bool {
    matches!(problem, Problem::UnknownLanguage { .. } | Problem::MissingLanguage { .. })
}

fn languages(table: &Table<'_>) -> Languages {
    let tags = table.optional::<Vec<LanguageTag>>("languages").unwrap_or_default();
    let mut unique: Vec<String> = Vec::new();
    for LanguageTag(tag) in tags {
        if !unique.contains(&tag) {
            unique.push(tag);
        }
    }
    if unique.is_empty() && table.optional::<Vec<String>>("languages").is_none() {
        unique = vec!["zh".to_owned(), "en".to_owned()];
    }
    Languages::new(unique)
}

/// A tag such as `zh` or `en-us`, which is also a folder of the published site.
struct LanguageTag(String);

impl FromToml for LanguageTag {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let tag = String::from_toml(value, reader)?;
        let locale = tag.parse::<icu_locale_core::LanguageIdentifier>();
        if locale.is_err() || tag != tag.to_ascii_lowercase() || tag.len() > limits::ID {
            reader.report(Problem::BadLanguageTag { tag }, reader.span(value));
            return None;
        }
        Some(Self(tag))
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}

pub fn config(table: &Table<'_>) -> ConfigFile {
    let languages = table.reader().languages;
    table.optional::<Vec<LanguageTag>>("languages");
    let blank = || Text::new(languages.iter().map(|_| String::new()).collect());
    let zone: TimeZoneName = table.optional("time-zone").unwrap_or_else(|| {
        TimeZoneName("Asia/Shanghai".to_owned(), TimeZone::fixed(jiff::tz::offset(8)))
    });
    let no_host = Problem::MissingTable { key: "host", entry: "name" };
    let host = table.required_table("host", no_host, |host| {
        let name = host.required("name");
        let contact = host.optional("contact");
        host.finish();
        Host { name: name.unwrap_or_else(blank), contact: contact.unwrap_or_default() }
    });
    let identifiers = table.table("identifiers", |ids| {
        let identifiers = Identifiers {
            site_id_code: ids.optional::<SiteIdCode>("site-id-code").map(|code| code.0),
            icp: ids.optional("icp"),
            public_security: ids.optional("public-security"),
        };
        ids.finish();
        identifiers
    });
    let method = table.table("progress", |progress| {
        let method = progress.optional("method");
        progress.finish();
        method
    });
    let consultations = table.table("consultation", minimum::consultations);
    let most_stale = table.table("translation", |translation| {
        let most_stale = translation.optional("most-stale");
        translation.finish();
        most_stale
    });
    let most_megabytes = table.table("files", |files| {
        let most = files.optional("most-megabytes");
        files.finish();
        most
    });
    let pages = table.table("pages", pages);
    let columns = table.table("columns", columns);
    let elsewhere = table.table("elsewhere", elsewhere);
    let rules = rule_levels(table);
    let config = Config {
        base_url: table.required("base-url").unwrap_or_else(|| {
            BaseUrl::new("https://localhost").expect("this address is well formed")
        }),
        languages: languages.clone(),
        title: table.required("title").unwrap_or_else(blank),
        description: table.required("description").unwrap_or_else(blank),
        notice: table.optional("notice"),
        time_zone: zone.1,
        time_zone_name: zone.0,
        host: host.unwrap_or_else(|| Host { name: blank(), contact: Default::default() }),
        identifiers: identifiers.unwrap_or_default(),
        method: method.flatten(),
        consultations: consultations.unwrap_or_default(),
        pages: pages.unwrap_or_default(),
        most_megabytes: most_megabytes
            .flatten()
            .unwrap_or(Spanned::new(MOST_MEGABYTES, table.span)),
        columns: columns.unwrap_or_default(),
        elsewhere: elsewhere.unwrap_or_default(),
        most_stale: most_stale.flatten(),
        rules,
        languages_span: table.span_of("languages"),
        span: table.span,
    };
    let theme = table
        .optional("theme")
        .unwrap_or_else(|| Spanned::new("default".to_owned(), Span::start_of(table.span.file)));
    table.finish();
    ConfigFile { config, theme }
}

/// The size that files may have where the site does not say otherwise.
const MOST_MEGABYTES: u32 = 20;

fn pages(table: &Table<'_>) -> Switches {
    let off = |one: &Switch| table.optional(one.key()) == Some(false);
    let off = Switch::ALL.into_iter().filter(off).collect();
    table.finish();
    Switches::new(off)
}

fn columns(table: &Table<'_>) -> Columns {
    let columns = Columns {
        plans: table.optional("plans"),
        consultations: table.optional("consultations"),
        progress: table.optional("progress"),
    };
    table.finish();
    columns
}

fn elsewhere(table: &Table<'_>) -> Elsewhere {
    let elsewhere = Elsewhere {
        scripts: table.optional("scripts").unwrap_or_default(),
        pictures: table.optional("pictures").unwrap_or_default(),
    };
    table.finish();
    elsewhere
}

impl FromToml for Website {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let website = Self::new(&text);
        if website.is_none() {
            reader.report(Problem::Safety(Safety::BadWebsite { text }), reader.span(value));
        }
        website
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text_like("^[Hh][Tt][Tt][Pp][Ss]://[^/?#@*\\s]+/?$")
    }
}

impl FromToml for BaseUrl {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        let url = Self::new(&text);
        if url.is_none() {
            reader.report(Problem::BadUrl { text }, reader.span(value));
        }
        url
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text_like(WEB_ADDRESS)
    }
}

struct TimeZoneName(String, TimeZone);

impl FromToml for TimeZoneName {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        // The zones that come with the binary, not those of the machine.
        match jiff::tz::TimeZoneDatabase::bundled().get(&text) {
            Ok(zone) => Some(Self(text, zone)),
            Err(_) => {
                reader.report(Problem::BadTimeZone { text }, reader.span(value));
                None
            }
        }
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}

struct SiteIdCode(String);

impl FromToml for SiteIdCode {
    fn from_toml(value: &Value<'_>, reader: &Reader<'_>) -> Option<Self> {
        let text = String::from_toml(value, reader)?;
        if text.len() != 10 || !text.chars().all(|c| c.is_ascii_alphanumeric()) {
            reader.report(Problem::BadSiteIdCode { text }, reader.span(value));
            return None;
        }
        Some(Self(text))
    }

    fn schema(_: &Languages) -> Schema {
        Schema::text_like("^[A-Za-z0-9]{10}$")
    }
}
