//! In: the site, in one language. Out: what is the same around all its pages: the files of the theme, the footer, the words
//! of the clock. It is made for the first page of a language, and all others share it.

use serde::Serialize;
use tera::Value;

use crate::language::WordArg;
use crate::model::telephone;

use super::Context;
use super::frame::{Item, authority, item};
use super::policy::policy;

/// The parts of a frame that do not depend on the page, as templates get them.
pub struct Common {
    pub title: Value,
    pub description: Value,
    pub notice: Value,
    pub home_url: Value,
    /// The Content Security Policy.
    pub policy: Value,
    pub assets: Value,
    pub feed: Value,
    pub clock: Value,
    pub footer: Value,
}

/// The words by which browsers correct the state of a round.
#[derive(Serialize)]
struct ClockWords {
    /// The name of the time zone of the site (IANA).
    zone: String,
    not_open: String,
    /// On the last day, and on the day before.
    last_day: String,
    one_day: String,
    /// With `2` in the place of the number of days.
    open: String,
    closed: String,
}

/// Where the theme's files are.
#[derive(Serialize)]
struct Assets {
    style: String,
    figure_style: String,
    chart_style: String,
    unit_style: String,
    parallel_style: String,
    concept_style: String,
    consultation_style: String,
    consultation_script: String,
    script: String,
    icon: String,
}

/// Who answers for the site.
#[derive(Serialize)]
struct Footer {
    host: String,
    email: Option<String>,
    telephone: Option<Telephone>,
    address: Option<String>,
    site_id_code: Option<String>,
    icp: Option<String>,
    public_security: Option<String>,
    links: Vec<Item>,
    /// Says which language counts, where there are several.
    authority: Option<String>,
}

/// A telephone number as printed and as a telephone dials it.
#[derive(Serialize)]
pub struct Telephone {
    pub number: String,
    pub dial: String,
}

impl From<&telephone::Telephone> for Telephone {
    fn from(one: &telephone::Telephone) -> Self {
        Self { number: one.written.clone(), dial: one.dial.clone() }
    }
}

impl Common {
    /// In the language of `cx`.
    pub fn new(cx: &Context<'_>) -> Self {
        let config = &cx.site.config;
        let notice = config.notice.as_ref().map(|notice| notice.get(cx.lang));
        let feed = Item { title: cx.word("feed-title"), url: cx.url("feed.xml"), current: false };
        Self {
            title: Value::from(config.title.get(cx.lang)),
            description: Value::from(config.description.get(cx.lang)),
            notice: Value::from_serializable(&notice),
            home_url: Value::from(cx.url("")),
            policy: Value::from(policy(config)),
            assets: Value::from_serializable(&assets(cx)),
            feed: Value::from_serializable(&feed),
            clock: Value::from_serializable(&clock_words(cx)),
            footer: Value::from_serializable(&footer(cx)),
        }
    }
}

fn assets(cx: &Context<'_>) -> Assets {
    Assets {
        style: cx.file_url("assets/style.css"),
        figure_style: cx.file_url("assets/figures.css"),
        chart_style: cx.file_url("assets/charts.css"),
        unit_style: cx.file_url("assets/units.css"),
        concept_style: cx.file_url("assets/concepts.css"),
        parallel_style: cx.file_url("assets/parallel.css"),
        consultation_style: cx.file_url("assets/consultation.css"),
        consultation_script: cx.file_url("assets/consultation.js"),
        script: cx.file_url("assets/script.js"),
        icon: cx.file_url("assets/icon.svg"),
    }
}

fn clock_words(cx: &Context<'_>) -> ClockWords {
    let open = |days| cx.word_with("round-open", &[("days", WordArg::Count(days))]);
    ClockWords {
        zone: cx.site.config.time_zone_name.clone(),
        not_open: cx.word("round-not-open"),
        last_day: open(0),
        one_day: open(1),
        open: open(2),
        closed: cx.word("round-closed"),
    }
}

fn footer(cx: &Context<'_>) -> Footer {
    let config = &cx.site.config;
    let contact = &config.host.contact;
    let links = ["about/", "accessibility/", "data/", "site-map/"]
        .into_iter()
        .filter_map(|path| cx.plan.page(path))
        .map(|page| item(cx, page, false));
    let several = config.languages.iter().len() > 1;
    Footer {
        host: config.host.name.get(cx.lang).to_owned(),
        email: contact.email.clone(),
        telephone: contact.telephone.as_ref().map(Telephone::from),
        address: contact.address.as_ref().map(|address| address.get(cx.lang).to_owned()),
        site_id_code: config.identifiers.site_id_code.clone(),
        icp: config.identifiers.icp.as_ref().map(|one| one.value.clone()),
        public_security: config.identifiers.public_security.as_ref().map(|one| one.value.clone()),
        links: links.collect(),
        authority: several.then(|| authority(cx)),
    }
}
