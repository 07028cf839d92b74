//! In: the site, its plan of files and one language. Out: what views ask for all the time: words, numbers, dates,
//! addresses.

use jiff::civil::Date;

use crate::data::Scene;
use crate::language::{Formats, Lang, Voice, WordArg, Words};
use crate::model::config::Config;
use crate::model::quantity::Quantity;
use crate::model::{Area, Key, Organisation, Site};

use super::{Drawn, SitePlan};

/// What a view may look at: the site, and everything in the language of the page.
#[derive(Clone, Copy)]
pub struct Context<'s> {
    pub site: &'s Site,
    pub plan: &'s SitePlan,
    pub words: &'s Words,
    pub formats: &'s Formats,
    /// The day of the build, in the site's time zone.
    pub today: Date,
    pub lang: Lang,
    /// The charts of what is made together with this, if anything is.
    pub drawn: Option<&'s Drawn>,
}

/// The address of a page, as it stands in links.
pub fn url(config: &Config, lang: Lang, path: &str) -> String {
    [config.base_url.path(), "/", config.languages.tag(lang), "/", path].concat()
}

impl<'s> Context<'s> {
    /// The language of the page, for the parts that only speak.
    pub fn voice(&self) -> Voice<'s> {
        Voice { words: self.words, formats: self.formats, lang: self.lang }
    }
}

impl Context<'_> {
    /// An interface word without arguments.
    pub fn word(&self, key: &str) -> String {
        self.voice().word(key)
    }

    /// The page of an organisation, where the site has it.
    pub fn organisation_url(&self, key: Key<Organisation>) -> Option<&str> {
        self.plan.unit_urls.organisation(self.lang, key)
    }

    /// The page of an area, where the site has it.
    pub fn area_url(&self, key: Key<Area>) -> Option<&str> {
        self.plan.unit_urls.area(self.lang, key)
    }

    pub fn word_with(&self, key: &str, args: &[(&str, WordArg<'_>)]) -> String {
        self.voice().word_with(key, args)
    }

    pub fn date(&self, date: Date) -> String {
        self.voice().date(date)
    }

    pub fn tag(&self) -> &str {
        self.site.config.languages.tag(self.lang)
    }

    /// The address of a page in the language of this page, as it stands in links.
    pub fn url(&self, path: &str) -> String {
        self.url_in(self.lang, path)
    }

    pub fn url_in(&self, lang: Lang, path: &str) -> String {
        url(&self.site.config, lang, path)
    }

    /// The address of a file that has no language.
    pub fn file_url(&self, path: &str) -> String {
        [self.site.config.base_url.path(), "/", path].concat()
    }

    /// The whole address on the web.
    pub fn absolute(&self, url: &str) -> String {
        [self.site.config.base_url.origin(), url].concat()
    }

    /// What tables for download are made from.
    pub fn scene(&self) -> Scene<'_> {
        Scene { site: self.site, today: self.today, voice: self.voice() }
    }

    /// A quantity as the language writes it: `30左右`, `about 30`.
    pub fn quantity(&self, quantity: Quantity) -> String {
        quantity.text(&self.voice())
    }
}
