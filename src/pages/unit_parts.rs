//! In: organisations, areas, and the tasks that they owe. Out: the parts that several pages print: names with
//! their pages, what became of somebody, entries of a register by kind.

use serde::Serialize;

use crate::language::{Text, WordArg};
use crate::model::indicator::{Division, Indicator};
use crate::model::organisation::Contact;
use crate::model::owed::Role;
use crate::model::plan::Task;
use crate::model::register::{Named, Replaced, When};
use crate::model::{Area, Key, Organisation, Plan, Register, Site};

use super::Context;
use super::common::Telephone;
use super::duty_table::row_url;
use super::indicator::indicator_path;
use super::plan_parts::{Day, day, page_path, plan_url};

/// A name with its page, where the site has one.
#[derive(Clone, Serialize)]
pub struct NameLink {
    pub name: String,
    pub url: Option<String>,
}

/// How to reach somebody.
#[derive(Serialize)]
pub struct ContactView {
    pub email: Option<String>,
    pub telephone: Option<Telephone>,
    pub address: Option<String>,
}

/// What became of an entry of a register.
#[derive(Serialize)]
pub struct Change {
    /// In a sentence, with the day.
    pub text: String,
    pub others: Vec<NameLink>,
    pub note: Option<String>,
}

/// Tasks and figures are printed for so many plans; of the others pages only say that there are some, and files
/// have them all.
pub const PLANS_IN_FULL: usize = 20;

pub fn organisation_path(site: &Site, key: Key<Organisation>) -> String {
    ["organisations/", site.organisations[key].id.as_str(), "/"].concat()
}

pub fn area_path(site: &Site, key: Key<Area>) -> String {
    ["areas/", site.areas[key].id.as_str(), "/"].concat()
}

/// The place of a unit on the page of responsibilities.
pub fn unit_anchor(site: &Site, key: Key<Organisation>) -> String {
    format!("unit-{}", site.organisations[key].id)
}

/// An organisation by its short name.
pub fn organisation_link(cx: &Context<'_>, key: Key<Organisation>) -> NameLink {
    let name = cx.site.organisations[key].short.get(cx.lang).to_owned();
    NameLink { name, url: cx.organisation_url(key).map(str::to_owned) }
}

/// An organisation by its full name.
pub fn full_link(cx: &Context<'_>, key: Key<Organisation>) -> NameLink {
    let name = cx.site.organisations[key].name.get(cx.lang).to_owned();
    NameLink { name, ..organisation_link(cx, key) }
}

/// An area by its full name.
pub fn area_link(cx: &Context<'_>, key: Key<Area>) -> NameLink {
    let name = cx.site.areas[key].name.get(cx.lang).to_owned();
    NameLink { name, url: cx.area_url(key).map(str::to_owned) }
}

/// A plan by its title.
pub fn plan_link(cx: &Context<'_>, plan: &Plan) -> NameLink {
    NameLink { name: plan.title.get(cx.lang).to_owned(), url: Some(plan_url(cx, plan)) }
}

/// A plan by its short title.
pub fn short_plan_link(cx: &Context<'_>, plan: &Plan) -> NameLink {
    NameLink { name: plan.short.get(cx.lang).to_owned(), url: Some(plan_url(cx, plan)) }
}

/// What an indicator is called, with the part of it that is meant.
pub fn indicator_name(
    cx: &Context<'_>,
    indicator: &Indicator,
    division: Option<&Division>,
) -> String {
    let name = indicator.name.get(cx.lang);
    let Some(part) = division.and_then(|division| division.part.as_ref()) else {
        return name.to_owned();
    };
    let part = part.name.get(cx.lang);
    let args = [("indicator", WordArg::Text(name)), ("part", WordArg::Text(part))];
    cx.word_with("indicator-part", &args)
}

/// The row of a task in the table of responsibilities.
pub fn task_link(cx: &Context<'_>, plan: &Plan, task: &Task) -> NameLink {
    NameLink { name: task.name.get(cx.lang).to_owned(), url: row_url(cx, plan, task.number) }
}

pub fn indicator_link(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> NameLink {
    let name = indicator.name.get(cx.lang).to_owned();
    NameLink { name, url: indicator_url(cx, plan, indicator) }
}

/// The page of an indicator; without one, its place among the targets of the plan.
pub fn indicator_url(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Option<String> {
    cx.link(&indicator_path(plan, indicator)).or_else(|| {
        let targets = cx.link(&page_path(plan, "targets/"))?;
        Some(format!("{targets}#{}", indicator.id))
    })
}

/// `2018年7月5日`, or `2018年` where only the year is known.
pub fn when(cx: &Context<'_>, when: When) -> Day {
    match when {
        When::Day(date) => day(cx, date),
        When::Year(year) => {
            let machine = year.to_string();
            let text = cx.word_with("year", &[("year", WordArg::Text(&machine))]);
            Day { text, machine }
        }
    }
}

pub fn contact(cx: &Context<'_>, contact: &Contact) -> Option<ContactView> {
    let Contact { email, telephone, address } = contact;
    let known = email.is_some() || telephone.is_some() || address.is_some();
    known.then(|| ContactView {
        email: email.clone(),
        telephone: telephone.as_ref().map(Telephone::from),
        address: address.as_ref().map(|address| address.get(cx.lang).to_owned()),
    })
}

/// How the words for changes begin.
pub trait Changes: Named {
    const CHANGE: &'static str;
}

impl Changes for Organisation {
    const CHANGE: &'static str = "change";
}

impl Changes for Area {
    const CHANGE: &'static str = "change-area";
}

/// What became of an entry, once it has happened.
pub fn replaced<T: Changes>(
    cx: &Context<'_>,
    register: &Register<T>,
    key: Key<T>,
    link: impl Fn(&Context<'_>, Key<T>) -> NameLink,
) -> Option<Change> {
    let replaced = register[key].replaced().filter(|one| one.on.value.has_passed(cx.today))?;
    let what = if replaced.by.is_empty() { "ended" } else { "replaced" };
    let word = format!("{}-{what}", T::CHANGE);
    Some(change(cx, &word, replaced, replaced.by.iter().map(|key| link(cx, *key)).collect()))
}

/// Whom an entry took over from, each change once.
pub fn predecessors<T: Changes>(
    cx: &Context<'_>,
    register: &Register<T>,
    key: Key<T>,
    link: impl Fn(&Context<'_>, Key<T>) -> NameLink,
) -> Vec<Change> {
    let before = |other: &Key<T>| {
        let replaced = register[*other].replaced();
        replaced.is_some_and(|one| one.by.contains(&key) && one.on.value.has_passed(cx.today))
    };
    let mut changes: Vec<(When, Change)> = Vec::new();
    for other in register.keys().filter(before) {
        let Some(replaced) = register[other].replaced() else { continue };
        let on = replaced.on.value;
        match changes.iter_mut().find(|(known, _)| *known == on) {
            Some((_, change)) => change.others.push(link(cx, other)),
            None => {
                let word = format!("{}-took-over", T::CHANGE);
                changes.push((on, change(cx, &word, replaced, vec![link(cx, other)])));
            }
        }
    }
    changes.into_iter().map(|(_, change)| change).collect()
}

fn change<T>(cx: &Context<'_>, word: &str, one: &Replaced<T>, others: Vec<NameLink>) -> Change {
    let date = when(cx, one.on.value).text;
    let args =
        [("date", WordArg::Text(&date)), ("precision", WordArg::Text(one.on.value.precision()))];
    let text = cx.word_with(word, &args);
    let note = one.note.as_ref().map(|note: &Text| note.get(cx.lang).to_owned());
    Change { text, others, note }
}

/// `牵头24项，参与5项`
pub fn counts(cx: &Context<'_>, leads: usize, shares: usize) -> String {
    let args = [("leads", WordArg::Count(leads)), ("shares", WordArg::Count(shares))];
    cx.word_with("owed-counts", &args)
}

/// How many tasks somebody leads and shares in.
pub fn count_roles(cx: &Context<'_>, key: Key<Organisation>) -> (usize, usize) {
    let tasks = cx.site.owed_tasks(key, cx.today);
    let leads = tasks.clone().filter(|one| one.role != Role::Responsible).count();
    (leads, tasks.count() - leads)
}

/// Entries of a register of one kind.
#[derive(Serialize)]
pub struct Section {
    pub code: &'static str,
    pub title: String,
    pub entries: Vec<Entry>,
}

/// An entry of a register in a list.
#[derive(Serialize)]
pub struct Entry {
    pub link: NameLink,
    pub short: Option<String>,
    pub demonstration: bool,
    pub about: Option<String>,
}

/// Entries by kind, in the order of `kinds`, and within a kind as the language sorts names: Chinese by pinyin.
pub fn sections(
    cx: &Context<'_>,
    word: &str,
    kinds: &[&'static str],
    entries: impl Iterator<Item = (&'static str, Entry)>,
) -> Vec<Section> {
    let section = |code: &&'static str| Section { code, title: String::new(), entries: Vec::new() };
    let mut sections: Vec<Section> = kinds.iter().map(section).collect();
    for (kind, entry) in entries {
        if let Some(section) = sections.iter_mut().find(|section| section.code == kind) {
            section.entries.push(entry);
        }
    }
    for section in &mut sections {
        section.title = kind_name(cx, word, section.code, section.entries.len());
        section.entries.sort_by(|a, b| cx.formats.compare(cx.lang, &a.link.name, &b.link.name));
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// What a kind is called, for one entry or for several.
pub fn kind_name(cx: &Context<'_>, word: &str, code: &str, count: usize) -> String {
    cx.word_with(&format!("{word}-{code}"), &[("count", WordArg::Count(count))])
}
