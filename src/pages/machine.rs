//! In: the site plan. Out: the files that readers seldom see: the sitemap, the feeds, `robots.txt`, the
//! page at the root that leads to a language, and the root's "page not found" in all languages.

use serde::Serialize;

use crate::language::{Lang, Languages};
use crate::model::switch::Switch;
use crate::model::{Key, Organisation, Site};

use super::feed::{consultations_feed, feed, organisation_feed, organisation_feed_path};
use super::frame::{Alternate, alternates, html_lang};
use super::policy::policy;
use super::{Context, SitePlan, consultations};

/// A file for machines, or for readers whose language is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    Root,
    RootNotFound,
    /// The only sitemap, or the list of the numbered ones.
    Sitemap,
    /// One part of a sitemap that is too long for one file, from 0.
    SitemapPart(usize),
    Robots,
    Feed(Lang),
    OrganisationFeed(Key<Organisation>, Lang),
    ConsultationsFeed(Lang),
}

/// Search engines read at most 50,000 addresses or 50 MB of one sitemap. A site of many pages has more of them in place of
/// larger ones, which would be the largest files to be held in memory.
const ADDRESSES_PER_SITEMAP: usize = 5_000;

/// Every such file of a site with so many listed pages.
pub fn all(site: &Site, listed: usize) -> Vec<Machine> {
    let (languages, switches) = (&site.config.languages, &site.config.pages);
    let organisations = site.organisations.keys();
    let organisations = organisations.filter(|_| switches.is_on(Switch::Organisations));
    let own = organisations
        .flat_map(|key| languages.iter().map(move |lang| Machine::OrganisationFeed(key, lang)));
    let any = site.rounds().next().is_some() && switches.is_on(Switch::Consultations);
    let consultations = languages.iter().filter(|_| any).map(Machine::ConsultationsFeed);
    let parts = parts(listed * languages.iter().len());
    let numbered = if parts > 1 { parts } else { 0 };
    [Machine::Root, Machine::RootNotFound, Machine::Sitemap, Machine::Robots]
        .into_iter()
        .chain((0..numbered).map(Machine::SitemapPart))
        .chain(languages.iter().map(Machine::Feed))
        .chain(own)
        .chain(consultations)
        .collect()
}

fn parts(addresses: usize) -> usize {
    addresses.div_ceil(ADDRESSES_PER_SITEMAP)
}

impl Machine {
    pub fn path(self, site: &Site) -> String {
        let languages = &site.config.languages;
        match self {
            Self::Root => "index.html".to_owned(),
            Self::RootNotFound => "404.html".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::SitemapPart(part) => format!("sitemap-{}.xml", part + 1),
            Self::Robots => "robots.txt".to_owned(),
            Self::Feed(lang) => format!("{}/feed.xml", languages.tag(lang)),
            Self::ConsultationsFeed(lang) => {
                format!("{}/{}", languages.tag(lang), consultations::FEED)
            }
            Self::OrganisationFeed(key, lang) => {
                format!("{}/{}", languages.tag(lang), organisation_feed_path(site, key))
            }
        }
    }

    /// The language whose words the file is made with.
    pub fn lang(self, languages: &Languages) -> Lang {
        match self {
            Self::Feed(lang) | Self::OrganisationFeed(_, lang) | Self::ConsultationsFeed(lang) => {
                lang
            }
            _ => languages.first(),
        }
    }

    /// The template of the theme, and what it prints.
    pub fn view(self, cx: &Context<'_>) -> (&'static str, tera::Value) {
        match self {
            Self::Root => ("root.html", value(&root(cx))),
            Self::RootNotFound => ("root-not-found.html", value(&root(cx))),
            Self::Sitemap => {
                let languages = cx.site.config.languages.iter().len();
                match parts(listed(cx.plan) * languages) {
                    0 | 1 => ("sitemap.xml", value(&sitemap(cx, 0))),
                    count => ("sitemap-index.xml", value(&index(cx, count))),
                }
            }
            Self::SitemapPart(part) => ("sitemap.xml", value(&sitemap(cx, part))),
            Self::Robots => ("robots.txt", value(&robots(cx))),
            Self::Feed(_) => ("feed.xml", value(&feed(cx))),
            Self::ConsultationsFeed(_) => ("feed.xml", value(&consultations_feed(cx))),
            Self::OrganisationFeed(key, _) => ("feed.xml", value(&organisation_feed(cx, key))),
        }
    }
}

fn value(view: &impl Serialize) -> tera::Value {
    tera::Value::from_serializable(view)
}

#[derive(Serialize)]
struct Root {
    title: String,
    default_url: String,
    default_lang: String,
    canonical: String,
    alternates: Vec<Alternate>,
    policy: String,
    style: String,
    icon: String,
    languages: Vec<RootLanguage>,
}

#[derive(Serialize)]
struct RootLanguage {
    lang: String,
    name: String,
    url: String,
    site_title: String,
    not_found_title: String,
    not_found_text: String,
}

fn root(cx: &Context<'_>) -> Root {
    let languages = &cx.site.config.languages;
    let first = languages.first();
    Root {
        title: cx.site.config.title.get(first).to_owned(),
        default_url: cx.url_in(first, ""),
        default_lang: html_lang(languages.tag(first)),
        canonical: cx.absolute(&cx.url_in(first, "")),
        alternates: alternates(cx, ""),
        policy: policy(&cx.site.config),
        style: cx.file_url("assets/style.css"),
        icon: cx.file_url("assets/icon.svg"),
        languages: languages
            .iter()
            .map(|lang| RootLanguage {
                lang: html_lang(languages.tag(lang)),
                name: cx.words.get(lang, "language-name", &[]),
                url: cx.url_in(lang, ""),
                site_title: cx.site.config.title.get(lang).to_owned(),
                not_found_title: cx.words.get(lang, "not-found-title", &[]),
                not_found_text: cx.words.get(lang, "not-found-text", &[]),
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct Sitemap {
    urls: Vec<SitemapUrl>,
}

#[derive(Serialize)]
struct SitemapUrl {
    address: String,
    alternates: Vec<Alternate>,
}

/// One part of the sitemap.
fn sitemap(cx: &Context<'_>, part: usize) -> Sitemap {
    let languages = &cx.site.config.languages;
    let listed = cx.plan.pages.iter().filter(|page| page.kind.listed());
    let addresses = listed.flat_map(|page| languages.iter().map(move |lang| (page, lang)));
    let urls = addresses
        .skip(part * ADDRESSES_PER_SITEMAP)
        .take(ADDRESSES_PER_SITEMAP)
        .map(|(page, lang)| SitemapUrl {
            address: cx.absolute(&cx.url_in(lang, &page.path)),
            alternates: alternates(cx, &page.path),
        })
        .collect();
    Sitemap { urls }
}

#[derive(Serialize)]
struct SitemapIndex {
    sitemaps: Vec<String>,
}

fn index(cx: &Context<'_>, count: usize) -> SitemapIndex {
    let sitemap = |part| Machine::SitemapPart(part).path(cx.site);
    let sitemaps = (0..count).map(|part| cx.absolute(&cx.file_url(&sitemap(part)))).collect();
    SitemapIndex { sitemaps }
}

#[derive(Serialize)]
struct Robots {
    sitemap: String,
}

fn robots(cx: &Context<'_>) -> Robots {
    Robots { sitemap: cx.absolute(&cx.file_url("sitemap.xml")) }
}

/// How many pages sitemaps list.
pub fn listed(plan: &SitePlan) -> usize {
    plan.pages.iter().filter(|page| page.kind.listed()).count()
}
