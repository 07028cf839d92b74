//! In: a page and its view. Out: what stands around every page: titles, language switch, navigation,
//! the tags that search engines and Chinese government directories read, and the footer.

use serde::Serialize;
use tera::Value;

use crate::language::{Lang, WordArg};

use super::common::Common;
use super::{Context, Page, View};

/// The tags of 国办发〔2017〕47号 for a page: a column (home, lists) or an article (a plan, a consultation).
pub enum Tags {
    Column {
        name: String,
        description: String,
        keywords: Vec<String>,
        /// One of the types that the specification lists, in Chinese in every language.
        kind: &'static str,
    },
    Article {
        title: String,
        /// `YYYY-MM-DD`; the specification wants a time, which documents do not carry: 00:00. Left out where nobody knows
        /// it.
        published: Option<jiff::civil::Date>,
        source: String,
        keywords: Vec<String>,
        description: String,
    },
    /// Pages that are neither, such as "page not found".
    None,
}

/// What stands around every page.
#[derive(Serialize)]
pub struct Frame {
    pub lang: String,
    pub kind: &'static str,
    pub title: String,
    pub full_title: String,
    pub description: String,
    pub site_title: Value,
    pub site_description: Value,
    pub notice: Value,
    /// That everything on the page is invented.
    pub demonstration: Option<String>,
    pub home_url: Value,
    pub is_home: bool,
    /// Pages that search engines should not list have no canonical address.
    pub canonical: Option<String>,
    pub alternates: Vec<Alternate>,
    pub twins: Vec<Twin>,
    pub navigation: Vec<Item>,
    pub breadcrumbs: Vec<Item>,
    pub meta: Vec<Meta>,
    pub json_ld: Vec<String>,
    /// The Content Security Policy of the page.
    pub policy: Value,
    /// Where the theme's files are.
    pub assets: Value,
    pub feed: Value,
    /// The feed of what the page is about.
    pub own_feed: Option<Item>,
    /// For pages that show calls for comments.
    pub clock: Option<Value>,
    pub footer: Value,
}

/// The same page in one language, for search engines.
#[derive(Serialize)]
pub struct Alternate {
    pub lang: String,
    pub url: String,
}

/// The same page in another language, for readers.
#[derive(Serialize)]
pub struct Twin {
    pub lang: String,
    /// The language in its own words: 中文, English.
    pub name: String,
    pub url: String,
}

/// A link of the navigation.
#[derive(Serialize)]
pub struct Item {
    pub title: String,
    pub url: String,
    pub current: bool,
}

/// A `<meta>` tag.
#[derive(Serialize)]
pub struct Meta {
    pub name: &'static str,
    pub content: String,
}

/// The breadcrumbs for search engines (schema.org).
#[derive(Serialize)]
struct BreadcrumbList<'c> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'c>>,
}

#[derive(Serialize)]
struct ListItem<'c> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'c str,
    position: usize,
}

impl Frame {
    /// The frame of `page` in the language of `cx`.
    pub fn new(cx: &Context<'_>, page: &Page, view: &View) -> Self {
        let common = cx.plan.common[cx.lang.index()].get_or_init(|| Common::new(cx));
        let full_title = page.kind.full_title(cx, page.subject);
        let site_title = cx.site.config.title.get(cx.lang);
        let is_home = page.path.is_empty();
        let listed = page.kind.listed();
        let mut json_ld: Vec<String> = view.json_ld.iter().map(in_script).collect();
        let breadcrumbs = breadcrumbs(cx, page);
        if listed && breadcrumbs.len() > 1 {
            json_ld.push(in_script(&breadcrumb_data(cx, &breadcrumbs)));
        }
        Self {
            lang: html_lang(cx.tag()),
            kind: page.kind.name(),
            title: page.kind.title(cx, page.subject),
            full_title: if is_home {
                site_title.to_owned()
            } else {
                [&full_title, " - ", site_title].concat()
            },
            description: view.description.clone(),
            site_title: common.title.clone(),
            site_description: common.description.clone(),
            notice: common.notice.clone(),
            demonstration: page
                .subject
                .is_demonstration(cx.site)
                .then(|| cx.word("demonstration-notice")),
            home_url: common.home_url.clone(),
            is_home,
            canonical: listed.then(|| cx.absolute(&cx.url(&page.path))),
            alternates: if listed { alternates(cx, &page.path) } else { Vec::new() },
            twins: twins(cx, &page.path),
            navigation: navigation(cx, page),
            breadcrumbs,
            meta: meta(cx, page, &view.tags),
            json_ld,
            policy: common.policy.clone(),
            assets: common.assets.clone(),
            feed: common.feed.clone(),
            own_feed: page.kind.feed(cx, page.subject).map(|url| {
                let name = page.kind.title(cx, page.subject);
                let args = [("name", WordArg::Text(&name))];
                Item { title: cx.word_with("feed-of", &args), url, current: false }
            }),
            clock: page.kind.calls().then(|| common.clock.clone()),
            footer: common.footer.clone(),
        }
    }
}

/// What `lang` attributes say: Chinese without a region is written in simplified characters here.
pub fn html_lang(tag: &str) -> String {
    if tag == "zh" { "zh-CN".to_owned() } else { tag.to_owned() }
}

/// JSON that cannot end the script element in which it stands.
fn in_script(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("texts and numbers can be written as JSON");
    if json.contains('<') { json.replace('<', "\\u003c") } else { json }
}

/// The page in every language, and the one for readers of none of them.
pub fn alternates(cx: &Context<'_>, path: &str) -> Vec<Alternate> {
    let languages = &cx.site.config.languages;
    let url = |lang| cx.absolute(&cx.url_in(lang, path));
    let mut list: Vec<Alternate> = languages
        .iter()
        .map(|lang| Alternate { lang: html_lang(languages.tag(lang)), url: url(lang) })
        .collect();
    list.push(Alternate { lang: "x-default".to_owned(), url: url(languages.first()) });
    list
}

fn twins(cx: &Context<'_>, path: &str) -> Vec<Twin> {
    let others = cx.site.config.languages.iter().filter(|lang| *lang != cx.lang);
    others.map(|lang| twin(cx, lang, path)).collect()
}

pub fn twin(cx: &Context<'_>, lang: Lang, path: &str) -> Twin {
    Twin {
        lang: html_lang(cx.site.config.languages.tag(lang)),
        name: cx.words.get(lang, "language-name", &[]),
        url: cx.url_in(lang, path),
    }
}

pub(super) fn item(cx: &Context<'_>, page: &Page, current: bool) -> Item {
    Item { title: page.kind.title(cx, page.subject), url: cx.page_url(page), current }
}

/// Home, the lists, and the free pages.
fn navigation(cx: &Context<'_>, page: &Page) -> Vec<Item> {
    ["", "plans/", "concepts/", "consultations/", "organisations/", "areas/", "about/"]
        .into_iter()
        .filter_map(|path| cx.plan.page(path))
        .map(|entry| {
            let inside = !entry.path.is_empty() && page.path.starts_with(&entry.path);
            item(cx, entry, inside || entry.path == page.path)
        })
        .collect()
}

/// The pages above this one: those whose addresses this one begins with.
fn breadcrumbs(cx: &Context<'_>, page: &Page) -> Vec<Item> {
    let mut paths = vec![""];
    paths.extend(page.path.match_indices('/').map(|(at, _)| &page.path[..=at]));
    if !page.path.ends_with('/') && !page.path.is_empty() {
        paths.push(&page.path);
    }
    paths
        .into_iter()
        .filter_map(|path| cx.plan.page(path))
        // The page for comments on the whole text is not above those for comments on its clauses.
        .filter(|entry| entry.kind.listed() || entry.path == page.path)
        .map(|entry| item(cx, entry, entry.path == page.path))
        .collect()
}

fn breadcrumb_data<'c>(cx: &Context<'_>, crumbs: &'c [Item]) -> BreadcrumbList<'c> {
    let item = |(at, crumb): (usize, &'c Item)| ListItem {
        kind: "ListItem",
        item: cx.absolute(&crumb.url),
        name: &crumb.title,
        position: at + 1,
    };
    BreadcrumbList {
        context: "https://schema.org",
        kind: "BreadcrumbList",
        items: crumbs.iter().enumerate().map(item).collect(),
    }
}

fn meta(cx: &Context<'_>, page: &Page, tags: &Tags) -> Vec<Meta> {
    let config = &cx.site.config;
    let mut list = Vec::new();
    let mut add = |name, content: String| list.push(Meta { name, content });
    add("SiteName", config.title.get(cx.lang).to_owned());
    add("SiteDomain", config.base_url.domain().to_owned());
    if let Some(code) = &config.identifiers.site_id_code {
        add("SiteIDCode", code.clone());
    }
    let comma = cx.word("keyword-separator");
    match tags {
        Tags::Column { name, description, keywords, kind } => {
            add("ColumnName", name.clone());
            add("ColumnDescription", description.clone());
            add("ColumnKeywords", keywords.join(&comma));
            add("ColumnType", (*kind).to_owned());
        }
        Tags::Article { title, published, source, keywords, description } => {
            add("ArticleTitle", title.clone());
            if let Some(published) = published {
                add("PubDate", format!("{published} 00:00"));
            }
            add("ContentSource", source.clone());
            add("Keywords", keywords.join(&comma));
            add("Author", source.clone());
            add("Description", description.clone());
            add("Url", cx.absolute(&cx.url(&page.path)));
        }
        Tags::None => {}
    }
    list
}

/// "The Chinese text is authoritative", in the language of the page.
pub fn authority(cx: &Context<'_>) -> String {
    let language = language(cx, cx.site.config.languages.first());
    cx.word_with("authority", &[("language", WordArg::Text(&language))])
}

/// What a language is called in that of the page, or else in its own.
pub fn language(cx: &Context<'_>, lang: Lang) -> String {
    let tag = cx.site.config.languages.tag(lang);
    let word = cx.words.find(cx.lang, &format!("language-{tag}"), &[]);
    word.unwrap_or_else(|| cx.words.get(lang, "language-name", &[]))
}
