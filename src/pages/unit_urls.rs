//! In: the registers of a site, and its pages. Out: the addresses of the pages of organisations and areas, in every
//! language. Tables name the same few units thousands of times.

use crate::language::Lang;
use crate::model::{Area, Key, Organisation, Site};

use super::context::url;
use super::unit_parts::{area_path, organisation_path};

/// The addresses by language and place in the register; `None` where the site has no such page.
#[derive(Default)]
pub struct UnitUrls {
    organisations: Vec<Box<[Option<Box<str>>]>>,
    areas: Vec<Box<[Option<Box<str>>]>>,
}

impl UnitUrls {
    /// `has_page` tells whether there is a page with a path.
    pub fn new(site: &Site, has_page: impl Fn(&str) -> bool) -> Self {
        let of = |paths: Vec<String>| {
            let languages = site.config.languages.iter();
            let url = |lang: Lang, path: &String| {
                has_page(path).then(|| url(&site.config, lang, path).into_boxed_str())
            };
            languages.map(|lang| paths.iter().map(|path| url(lang, path)).collect()).collect()
        };
        let organisations = site.organisations.keys().map(|key| organisation_path(site, key));
        let areas = site.areas.keys().map(|key| area_path(site, key));
        Self { organisations: of(organisations.collect()), areas: of(areas.collect()) }
    }

    pub fn organisation(&self, lang: Lang, key: Key<Organisation>) -> Option<&str> {
        self.organisations[lang.index()][key.index()].as_deref()
    }

    pub fn area(&self, lang: Lang, key: Key<Area>) -> Option<&str> {
        self.areas[lang.index()][key.index()].as_deref()
    }
}
