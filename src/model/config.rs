//! In: `site-config.toml`. Out: what holds for the whole site.

use jiff::tz::TimeZone;

use crate::diagnostic::{Span, Spanned};
use crate::language::{Languages, Text};

use super::indicator::Method;
use super::minimum::Consultations;
use super::organisation::Contact;
use super::rule_level::RuleLevel;

/// What `site-config.toml` says.
#[derive(Debug)]
pub struct Config {
    pub base_url: BaseUrl,
    pub languages: Languages,
    pub languages_span: Span,
    pub title: Text,
    pub description: Text,
    /// Printed at the top of every page, such as "This is a demonstration".
    pub notice: Option<Text>,
    /// In which consultations end their days.
    pub time_zone: TimeZone,
    pub time_zone_name: String,
    pub host: Host,
    pub identifiers: Identifiers,
    /// How progress is judged where an indicator does not say; else by what the indicator has.
    pub method: Option<Method>,
    pub consultations: Consultations,
    /// How many clauses of a plan may be stale in a language; without it, any number.
    pub most_stale: Option<Spanned<u32>>,
    /// How much the findings of rules weigh.
    pub rules: Vec<RuleLevel>,
    /// The place for findings about the site as a whole.
    pub span: Span,
}

/// 主办单位: who answers for the site.
#[derive(Debug)]
pub struct Host {
    pub name: Text,
    pub contact: Contact,
}

/// The numbers under which a Chinese website is registered; a website elsewhere has none.
#[derive(Debug, Default)]
pub struct Identifiers {
    /// 网站标识码, ten characters (国办发〔2017〕47号).
    pub site_id_code: Option<String>,
    /// ICP备案
    pub icp: Option<String>,
    /// 公安备案
    pub public_security: Option<String>,
}

/// Where the site will be on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
    domain: String,
}

impl BaseUrl {
    /// `None` where the text is no http or https address without query and fragment.
    pub fn new(text: &str) -> Option<Self> {
        let url = url::Url::parse(text).ok()?;
        let web = matches!(url.scheme(), "http" | "https");
        if !web || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
            return None;
        }
        Some(Self {
            origin: url.origin().ascii_serialization(),
            path: url.path().trim_end_matches('/').to_owned(),
            domain: url.host_str()?.to_owned(),
        })
    }

    /// `https://www.example.gov.cn` without path and without a final slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What comes between the origin and the first `/` of the site's own addresses; often empty.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn domain(&self) -> &str {
        &self.domain
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn takes_web_addresses_only() {
        let url = BaseUrl::new("https://www.example.gov.cn/plans/").unwrap();
        assert_eq!(
            (url.origin(), url.path(), url.domain()),
            ("https://www.example.gov.cn", "/plans", "www.example.gov.cn")
        );
        for text in [
            "",
            "www.example.gov.cn",
            "ftp://a.b",
            "https://a.b/?x",
            "https://a.b/#x",
            "mailto:a@b.c",
        ] {
            assert_eq!(BaseUrl::new(text), None, "{text}");
        }
    }
}
