//! In: the site, its consultations, or an organisation. Out: the feed of updates: new plans, calls for comments and
//! their outcomes, reported figures and changed targets, the newest first.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::language::{WordArg, one_line};
use crate::model::consultation::Round;
use crate::model::indicator::{Indicator, Revision};
use crate::model::{Key, Organisation, Plan, Site};

use super::frame::html_lang;
use super::indicator::indicator_path;
use super::organisation::answers_for;
use super::plan_parts::{issuer, page_path, plan_url, targets_url};
use super::round_parts::{counts, dates};
use super::unit_parts::{indicator_url, organisation_path};
use super::{Context, consultations};

const ENTRIES_PER_FEED: usize = 50;

#[derive(Serialize)]
pub struct Feed {
    lang: String,
    title: String,
    subtitle: String,
    id: String,
    home_url: String,
    updated: String,
    author: String,
    entries: Vec<FeedEntry>,
}

#[derive(Serialize)]
struct FeedEntry {
    title: String,
    url: String,
    id: String,
    updated: String,
    author: String,
    summary: String,
    #[serde(skip)]
    date: Date,
}

/// The feed of consultations: each call, and each outcome.
pub fn consultations_feed(cx: &Context<'_>) -> Feed {
    let entries = cx.site.plans.iter().flat_map(|plan| round_entries(cx, plan, |_| true));
    let site = cx.site.config.title.get(cx.lang);
    let about = About {
        title: cx.word_with("feed-consultations", &[("site", WordArg::Text(site))]),
        subtitle: cx.word("consultations-description"),
        path: consultations::FEED.to_owned(),
        home: "consultations/".to_owned(),
    };
    about.feed(cx, entries.collect())
}

/// The feed of the site in the language of `cx`.
pub fn feed(cx: &Context<'_>) -> Feed {
    let config = &cx.site.config;
    let plans = cx.site.plans.iter();
    let entries = plans.flat_map(|plan| {
        let own = plan_entry(cx, plan).into_iter().chain(round_entries(cx, plan, |_| true));
        let figures = report_entries(cx, plan, |_| true);
        own.chain(figures).chain(revision_entries(cx, plan, |_| true))
    });
    let about = About {
        title: config.title.get(cx.lang).to_owned(),
        subtitle: config.description.get(cx.lang).to_owned(),
        path: "feed.xml".to_owned(),
        home: String::new(),
    };
    about.feed(cx, entries.collect())
}

pub fn organisation_feed_path(site: &Site, key: Key<Organisation>) -> String {
    format!("{}feed.xml", organisation_path(site, key))
}

/// What concerns an organisation: plans that it issued or that give it tasks, consultations that it runs, figures
/// and changes of the indicators that it answers for.
pub fn organisation_feed(cx: &Context<'_>, key: Key<Organisation>) -> Feed {
    let indicators = answers_for(cx, key);
    let own: FxHashSet<*const Indicator> =
        indicators.iter().map(|(_, one)| std::ptr::from_ref(*one)).collect();
    let own = |one: &Indicator| own.contains(&std::ptr::from_ref(one));
    let mut plans: Vec<usize> = cx.site.owed_tasks(key, cx.today).map(|task| task.plan()).collect();
    let issued = cx.site.plans.iter().enumerate();
    plans.extend(issued.filter(|(_, plan)| plan.issuer.value == key).map(|(at, _)| at));
    plans.sort_unstable();
    plans.dedup();
    let runs = |round: &Round| round.organiser.value == key;
    let mut entries: Vec<FeedEntry> =
        plans.iter().filter_map(|at| plan_entry(cx, &cx.site.plans[*at])).collect();
    for plan in &cx.site.plans {
        entries.extend(round_entries(cx, plan, runs));
    }
    for at in plans {
        let plan = &cx.site.plans[at];
        entries.extend(report_entries(cx, plan, own));
        entries.extend(revision_entries(cx, plan, own));
    }
    let name = cx.site.organisations[key].name.get(cx.lang);
    let site = cx.site.config.title.get(cx.lang);
    let args = [("organisation", WordArg::Text(name)), ("site", WordArg::Text(site))];
    let about = About {
        title: cx.word_with("feed-organisation", &args),
        subtitle: cx.word("feed-organisation-about"),
        path: organisation_feed_path(cx.site, key),
        home: organisation_path(cx.site, key),
    };
    about.feed(cx, entries)
}

/// What stands at the head of a feed.
struct About {
    title: String,
    subtitle: String,
    path: String,
    /// The page that the feed belongs to.
    home: String,
}

impl About {
    /// The newest entries; the feed of an empty page is as old as the day of the build.
    fn feed(self, cx: &Context<'_>, mut entries: Vec<FeedEntry>) -> Feed {
        entries.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
        entries.truncate(ENTRIES_PER_FEED);
        let updated = entries.first().map_or(cx.today, |entry| entry.date);
        Feed {
            lang: html_lang(cx.tag()),
            title: self.title,
            subtitle: self.subtitle,
            id: cx.absolute(&cx.url(&self.path)),
            home_url: cx.absolute(&cx.url(&self.home)),
            updated: moment(cx.site, updated),
            author: cx.site.config.host.name.get(cx.lang).to_owned(),
            entries,
        }
    }
}

/// Feeds need a date: `None` for a plan of unknown age.
fn plan_entry(cx: &Context<'_>, plan: &Plan) -> Option<FeedEntry> {
    let date = plan.appeared()?.value;
    let url = cx.absolute(&plan_url(cx, plan));
    Some(FeedEntry {
        title: plan.title.get(cx.lang).to_owned(),
        id: url.clone(),
        url,
        updated: moment(cx.site, date),
        author: issuer(cx, plan),
        summary: plan.summary.get(cx.lang).to_owned(),
        date,
    })
}

/// The call of each round, and its outcome once that is published.
fn round_entries(cx: &Context<'_>, plan: &Plan, wanted: impl Fn(&Round) -> bool) -> Vec<FeedEntry> {
    if cx.plan.page(&page_path(plan, "consultation/")).is_none() {
        return Vec::new();
    }
    let rounds = plan.rounds.iter().filter(|round| wanted(round));
    rounds
        .flat_map(|round| {
            [Some(call_entry(cx, plan, round)), outcome_entry(cx, plan, round)]
                .into_iter()
                .flatten()
        })
        .collect()
}

fn call_entry(cx: &Context<'_>, plan: &Plan, round: &Round) -> FeedEntry {
    let url = cx.absolute(&cx.url(&page_path(plan, "consultation/")));
    let dates = dates(cx, round);
    let args =
        [("asked", WordArg::Text(round.asked.get(cx.lang))), ("dates", WordArg::Text(&dates))];
    let updated = round.revised(plan.appeared());
    FeedEntry {
        title: one_line(round.title.get(cx.lang)),
        id: format!("{url}#{}", round.id),
        url: format!("{url}#{}", round.id),
        updated: moment(cx.site, updated),
        author: organiser(cx, round),
        summary: one_line(&cx.word_with("feed-call", &args)),
        date: updated,
    }
}

fn outcome_entry(cx: &Context<'_>, plan: &Plan, round: &Round) -> Option<FeedEntry> {
    let outcome = round.outcome_on(cx.today)?;
    let date = outcome.published.value;
    let path = cx.url(&page_path(plan, "consultation/"));
    let args = [("title", WordArg::Text(round.title.get(cx.lang)))];
    Some(FeedEntry {
        title: one_line(&cx.word_with("feed-outcome", &args)),
        id: tag(cx, date, &format!("{path}{}", round.id)),
        url: format!("{}#{}", cx.absolute(&path), round.id),
        updated: moment(cx.site, date),
        author: organiser(cx, round),
        summary: counts(cx, round.counts()),
        date,
    })
}

fn organiser(cx: &Context<'_>, round: &Round) -> String {
    one_line(cx.site.organisations[round.organiser.value].name.get(cx.lang))
}

/// One entry for each day on which figures of the plan were reported, however many they are.
fn report_entries(
    cx: &Context<'_>,
    plan: &Plan,
    wanted: impl Fn(&Indicator) -> bool,
) -> Vec<FeedEntry> {
    let mut days: BTreeMap<Date, Vec<&Indicator>> = BTreeMap::new();
    for indicator in plan.indicators().filter(|one| wanted(one)) {
        for actual in &indicator.actuals {
            let day = actual.reported.unwrap_or(actual.as_of.value);
            let indicators = days.entry(day).or_default();
            if !indicators.iter().any(|one| one.id == indicator.id) {
                indicators.push(indicator);
            }
        }
    }
    let progress = page_path(plan, "progress/");
    let (path, page) = (cx.url(&progress), cx.link(&progress));
    let url = cx.absolute(&page.unwrap_or_else(|| targets_url(cx, plan)));
    let entry = |(date, indicators): (Date, Vec<&Indicator>)| {
        let names: Vec<&str> = indicators.iter().map(|one| one.name.get(cx.lang)).collect();
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("count", WordArg::Count(names.len())),
        ];
        FeedEntry {
            title: cx.word_with("feed-reports", &args),
            id: tag(cx, date, &path),
            url: url.clone(),
            updated: moment(cx.site, date),
            author: cx.site.config.host.name.get(cx.lang).to_owned(),
            summary: cx.voice().list(&names),
            date,
        }
    };
    days.into_iter().map(entry).collect()
}

/// One entry for each change of a target.
fn revision_entries(
    cx: &Context<'_>,
    plan: &Plan,
    wanted: impl Fn(&Indicator) -> bool,
) -> Vec<FeedEntry> {
    let entry = |indicator: &Indicator, revision: &Revision| {
        let path = cx.url(&indicator_path(plan, indicator));
        let page = indicator_url(cx, plan, indicator).unwrap_or_else(|| plan_url(cx, plan));
        let (year, date) = (revision.year.value, revision.date.value);
        let year_text = year.to_string();
        let (old, new) = (cx.quantity(revision.old.value), cx.quantity(revision.new.value));
        let args = [
            ("indicator", WordArg::Text(indicator.name.get(cx.lang))),
            ("year", WordArg::Text(&year_text)),
            ("old", WordArg::Text(&old)),
            ("new", WordArg::Text(&new)),
        ];
        FeedEntry {
            title: cx.word_with("feed-revision", &args),
            id: tag(cx, date, &format!("{path}{year}")),
            url: cx.absolute(&page),
            updated: moment(cx.site, date),
            author: issuer(cx, plan),
            summary: revision.reason.get(cx.lang).to_owned(),
            date,
        }
    };
    plan.indicators()
        .filter(|one| wanted(one))
        .flat_map(|one| one.revisions.iter().map(move |revision| (one, revision)))
        .map(|(one, revision)| entry(one, revision))
        .collect()
}

/// The name of something that happened on a day and has no address of its own (RFC 4151).
fn tag(cx: &Context<'_>, date: Date, path: &str) -> String {
    format!("tag:{},{date}:{path}", cx.site.config.base_url.domain())
}

/// The first moment of a day in the site's time zone, as feeds write it.
fn moment(site: &Site, date: Date) -> String {
    match date.to_zoned(site.config.time_zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => format!("{date}T00:00:00Z"),
    }
}
