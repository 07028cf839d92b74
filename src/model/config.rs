//! In: `site-config.toml`. Out: what holds for the whole site.

use jiff::tz::TimeZone;

use crate::diagnostic::{Span, Spanned};
use crate::language::{Languages, Text};

use super::indicator::Method;
use super::minimum::Consultations;
use super::organisation::Contact;
use super::rule_level::RuleLevel;
use super::switch::Switches;

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
    /// Which pages and files it has.
    pub pages: Switches,
    /// How large files may be, in megabytes.
    pub most_megabytes: Spanned<u32>,
    pub columns: Columns,
    pub elsewhere: Elsewhere,
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
    pub icp: Option<Spanned<String>>,
    /// 公安备案
    pub public_security: Option<Spanned<String>>,
}

/// After how many days without anything new a column of the site counts as forgotten; `None` for never.
#[derive(Debug, Default)]
pub struct Columns {
    pub plans: Option<Spanned<u32>>,
    pub consultations: Option<Spanned<u32>>,
    /// Reported figures.
    pub progress: Option<Spanned<u32>>,
}

/// What pages may load from other websites; nothing where it is empty.
#[derive(Debug, Default)]
pub struct Elsewhere {
    /// Those whose scripts a theme of the site uses.
    pub scripts: Vec<Website>,
    /// Those of whose pictures texts and themes may show some.
    pub pictures: Vec<Website>,
}

/// The address of a website without any path: `https://map.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website(String);

impl Website {
    /// `None` where the text is no https address, or more than the website alone.
    pub fn new(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_at_checked("https://".len())?;
        let name = rest.strip_suffix('/').unwrap_or(rest);
        let more = |c: char| c.is_whitespace() || "/\\?#@*".contains(c);
        if !scheme.eq_ignore_ascii_case("https://") || name.contains(more) {
            return None;
        }
        let url = url::Url::parse(text).ok()?;
        let domain = url.domain()?;
        let plain = domain.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
        plain.then(|| Self(url.origin().ascii_serialization()))
    }

    /// Without a final slash, as policies of pages have it.
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// Whether an address is one of this website.
    pub fn has(&self, address: &str) -> bool {
        url::Url::parse(address).is_ok_and(|url| url.origin().ascii_serialization() == self.0)
    }
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

    /// Whether it is under `.gov.cn`.
    pub fn is_government(&self) -> bool {
        self.domain.ends_with(".gov.cn")
    }

    /// Whether nobody can reach it on the web: domains for examples and tests (RFC 2606, RFC 6761), and numbers.
    pub fn is_example(&self) -> bool {
        const ENDS: [&str; 5] = [".example", ".test", ".invalid", ".localhost", ".local"];
        const DOMAINS: [&str; 4] = ["example.org", "example.com", "example.net", "localhost"];
        let domain = self.domain.as_str();
        let within = |known: &str| {
            domain.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let number = domain.starts_with('[') || domain.parse::<std::net::Ipv4Addr>().is_ok();
        number
            || ENDS.iter().any(|end| domain.ends_with(end))
            || DOMAINS.iter().any(|known| within(known))
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, Website};

    #[test]
    fn websites_stand_alone() {
        let origin = |text| Website::new(text).map(|site| site.origin().to_owned());
        for text in
            ["https://map.example.org", "https://MAP.example.org/", "https://map.example.org:443"]
        {
            assert_eq!(origin(text).as_deref(), Some("https://map.example.org"), "{text}");
        }
        assert_eq!(origin("https://地图.中国").as_deref(), Some("https://xn--wcs7d.xn--fiqs8s"));
        for text in [
            "",
            "map.example.org",
            "http://map.example.org",
            "https://map.example.org/a.js",
            "https://map.example.org?",
            "https://map.example.org/.",
            "https:map.example.org",
            "https://a@map.example.org",
            "https://*.example.org",
            "https://example.org; script-src *",
            "https://exa\nmple.org",
            "https://127.0.0.1",
            "data:",
            "'unsafe-inline'",
        ] {
            assert_eq!(origin(text), None, "{text}");
        }
        let site = Website::new("https://map.example.org").unwrap();
        assert!(
            site.has("https://map.example.org/a.png") && !site.has("https://example.org/a.png")
        );
    }

    #[test]
    fn addresses_for_examples_are_known() {
        let example = |text: &str| BaseUrl::new(text).unwrap().is_example();
        for text in [
            "https://example.org",
            "http://a.example.com/b",
            "https://x.example",
            "http://127.0.0.1:8080",
            "http://[::1]/",
            "http://localhost",
        ] {
            assert!(example(text), "{text}");
        }
        for text in
            ["https://www.counterexample.org", "https://www.hebei.gov.cn", "https://example.cn"]
        {
            assert!(!example(text), "{text}");
        }
    }

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
