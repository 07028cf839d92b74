//! In: an organisation. Out: its page: how to reach it, what it leads and shares in across all plans, what is due
//! next, the indicators that it answers for, the consultations that it runs.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::WordArg;
use crate::model::acknowledged::About;
use crate::model::indicator::Indicator;
use crate::model::organisation::OrganisationKind;
use crate::model::owed::{OwedTask, Role};
use crate::model::plan::Status;
use crate::model::switch::Switch;
use crate::model::{Key, Organisation, Plan, Site};
use crate::progress::due;

use super::download::{DataLink, data_links};
use super::feed::organisation_feed_path;
use super::frame::Tags;
use super::markup::Fragment;
use super::notes::entry_notes;
use super::owed_tasks::tasks_by_plan;
use super::progress_parts::{Count, Line, counts as status_counts, line};
use super::round_parts::{Call, call};
use super::unit_parts::{
    Change, ContactView, NameLink, area_link, contact, count_roles, counts, full_link,
    indicator_link, kind_name, organisation_link, organisation_path, plan_link, predecessors,
    replaced, task_link, when,
};
use super::{Context, PageKind, Subject, View};

pub struct OrganisationPage;

#[derive(Serialize)]
struct Body {
    kind: String,
    name: String,
    /// Other names that documents use.
    names: String,
    parent: Option<NameLink>,
    area: Option<NameLink>,
    /// The groups that mean it, too.
    groups: Vec<NameLink>,
    members: Vec<NameLink>,
    /// Whether it is a group whose members nobody can list.
    open_group: bool,
    replaced: Option<Change>,
    predecessors: Vec<Change>,
    contact: Option<ContactView>,
    notes: Option<Fragment>,
    counts: Option<String>,
    dues: Vec<DueView>,
    indicators: Vec<Line>,
    /// Where they are too many to be listed: how many have each status, and how many are not listed.
    counts_by_status: Vec<Count>,
    unlisted: usize,
    tasks: Option<Fragment>,
    consultations: Vec<Call>,
    issued: Vec<NameLink>,
    data: Vec<DataLink>,
    feed_url: String,
}

/// As many as a page can usefully list: of what is due the earliest, of indicators those of the newest plans.
const DUES: usize = 20;
const INDICATORS: usize = 60;

/// Something that is due.
#[derive(Serialize)]
struct DueView {
    link: NameLink,
    plan: String,
    /// What is due and when, in a few words.
    what: String,
    overdue: bool,
    #[serde(skip)]
    date: Date,
}

impl PageKind for OrganisationPage {
    fn name(&self) -> &'static str {
        "organisation"
    }
    fn about(&self) -> &'static str {
        "What one organisation owes across all plans, and how to reach it."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Organisations)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        site.organisations.keys().map(Subject::Organisation).collect()
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        organisation_path(site, subject.organisation())
    }
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String {
        cx.site.organisations[subject.organisation()].short.get(cx.lang).to_owned()
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        full_link(cx, subject.organisation()).name
    }
    fn feed(&self, cx: &Context<'_>, subject: Subject) -> Option<String> {
        Some(cx.url(&organisation_feed_path(cx.site, subject.organisation())))
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(site.organisations[subject.organisation()].span)
    }
    fn calls(&self) -> bool {
        true
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let key = subject.organisation();
        let name = self.full_title(cx, subject);
        let (leads, shares) = count_roles(cx, key);
        let args = [
            ("organisation", WordArg::Text(&name)),
            ("leads", WordArg::Count(leads)),
            ("shares", WordArg::Count(shares)),
        ];
        let description = cx.word_with("organisation-description", &args);
        View {
            tags: Tags::Column {
                name: self.title(cx, subject),
                description: description.clone(),
                keywords: vec![name, cx.word("tab-responsibilities")],
                kind: "机构职能",
            },
            json_ld: Some(data(cx, key)),
            description,
            body: tera::Value::from_serializable(&body(cx, key)),
        }
    }
}

fn body(cx: &Context<'_>, key: Key<Organisation>) -> Body {
    let register = &cx.site.organisations;
    let one = &register[key];
    let first = cx.site.config.languages.first();
    let name = one.name.get(cx.lang);
    let aliases = one.aliases.iter().filter_map(|alias| alias.value.get(cx.lang, first));
    let names = std::iter::once(one.short.get(cx.lang)).chain(aliases).filter(|one| *one != name);
    let owed = || cx.site.owed_tasks(key, cx.today);
    let (leads, shares) = count_roles(cx, key);
    let links = |keys: Vec<Key<Organisation>>| -> Vec<NameLink> {
        let mut links: Vec<_> = keys.into_iter().map(|key| organisation_link(cx, key)).collect();
        links.sort_by(|a, b| cx.formats.compare(cx.lang, &a.name, &b.name));
        links
    };
    let groups = register.keys().filter(|other| {
        !register[*other].members.is_empty() && register.members(*other).contains(&key)
    });
    let indicators = answers_for(cx, key);
    Body {
        kind: kind_name(cx, "organisation-kind", one.kind.code(), 1),
        name: name.to_owned(),
        names: cx.voice().list(&names.collect::<Vec<_>>()),
        parent: one.parent.map(|parent| full_link(cx, parent)),
        area: one.area.map(|area| area_link(cx, area)),
        groups: links(groups.collect()),
        members: links(register.members(key)),
        open_group: one.kind == OrganisationKind::Group && one.members.is_empty(),
        replaced: replaced(cx, register, key, full_link),
        predecessors: predecessors(cx, register, key, full_link),
        contact: contact(cx, &one.contact),
        notes: entry_notes(cx, &About::Organisation(one.id.clone()), one.note.as_ref()),
        counts: (leads + shares > 0).then(|| counts(cx, leads, shares)),
        dues: dues(cx, &indicators, owed()),
        counts_by_status: if indicators.len() > INDICATORS {
            status_counts(cx, indicators.iter().map(|(_, one)| *one))
        } else {
            Vec::new()
        },
        unlisted: indicators.len().saturating_sub(INDICATORS),
        indicators: indicators
            .iter()
            .take(INDICATORS)
            .map(|(plan, one)| line(cx, plan, one))
            .collect(),
        tasks: tasks_by_plan(cx, &[key]),
        consultations: consultations(cx, key),
        issued: issued(cx, key),
        data: if leads + shares > 0 {
            data_links(cx, Dataset::Owed { organisation: key })
        } else {
            Vec::new()
        },
        feed_url: cx.url(&organisation_feed_path(cx.site, key)),
    }
}

/// The indicators that the tasks promise which an organisation leads, or, where nobody leads, shares in.
pub fn answers_for<'s>(cx: &Context<'s>, key: Key<Organisation>) -> Vec<(&'s Plan, &'s Indicator)> {
    let mut all: Vec<(&Plan, &Indicator)> = Vec::new();
    for owed in cx.site.owed_tasks(key, cx.today) {
        let Some((plan, task)) = owed.find(&cx.site.plans) else { continue };
        if owed.role == Role::Responsible && !task.lead.is_empty() {
            continue;
        }
        for indicator in plan.indicators_of(task) {
            // Tasks are in the order of plans: those before belong to others.
            let mut same = all.iter().rev().take_while(|(known, _)| std::ptr::eq(*known, plan));
            if !same.any(|(_, known)| std::ptr::eq(*known, indicator)) {
                all.push((plan, indicator));
            }
        }
    }
    all
}

/// What is due next, the earliest first: figures of its indicators, and tasks with a day. Nothing is due of a draft.
fn dues<'s>(
    cx: &Context<'_>,
    indicators: &[(&Plan, &Indicator)],
    owed: impl Iterator<Item = &'s OwedTask>,
) -> Vec<DueView> {
    let short = |plan: &Plan| plan.short.get(cx.lang).to_owned();
    let figures = indicators.iter().filter_map(|(plan, indicator)| {
        let next = due(plan, indicator, cx.today)?;
        Some(DueView {
            link: indicator_link(cx, plan, indicator),
            plan: short(plan),
            what: {
                let word = if next.overdue { "due-overdue" } else { "due-figure" };
                cx.word_with(word, &[("date", WordArg::Text(&cx.date(next.as_of)))])
            },
            overdue: next.overdue,
            date: next.as_of,
        })
    });
    let tasks = owed.filter_map(|owed| {
        let (plan, task) = owed.find(&cx.site.plans)?;
        let due = task.due?;
        let date = due.last_day();
        let coming = plan.status != Status::Draft && date >= cx.today;
        coming.then(|| DueView {
            link: task_link(cx, plan, task),
            plan: short(plan),
            what: {
                let date = when(cx, due).text;
                let precision = WordArg::Text(due.precision());
                let args = [("date", WordArg::Text(&date)), ("precision", precision)];
                cx.word_with("due-task", &args)
            },
            overdue: false,
            date,
        })
    });
    let mut dues: Vec<DueView> = figures.chain(tasks).collect();
    dues.sort_by_key(|due| due.date);
    dues.truncate(DUES);
    dues
}

/// The rounds that it runs: those that are open first, then the newest.
fn consultations(cx: &Context<'_>, key: Key<Organisation>) -> Vec<Call> {
    let mut own: Vec<_> =
        cx.site.rounds().filter(|(_, round)| round.organiser.value == key).collect();
    own.sort_by_key(|(_, round)| {
        (!round.is_open(cx.today), std::cmp::Reverse(round.period.end.date))
    });
    own.into_iter().filter_map(|(plan, round)| call(cx, plan, round)).collect()
}

fn issued(cx: &Context<'_>, key: Key<Organisation>) -> Vec<NameLink> {
    let own = cx.site.plans.iter().filter(|plan| plan.issuer.value == key);
    own.map(|plan| plan_link(cx, plan)).collect()
}

/// The organisation as schema.org sees it.
fn data(cx: &Context<'_>, key: Key<Organisation>) -> serde_json::Value {
    let one = &cx.site.organisations[key];
    let kind = match one.kind {
        OrganisationKind::Enterprise | OrganisationKind::Party => "Organization",
        _ => "GovernmentOrganization",
    };
    let mut data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": one.name.get(cx.lang),
        "alternateName": one.short.get(cx.lang),
        "url": cx.absolute(&cx.url(&organisation_path(cx.site, key))),
    });
    let mut add = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            data[name] = value.into();
        }
    };
    add("email", one.contact.email.as_deref());
    add("telephone", one.contact.telephone.as_ref().map(|one| one.written.as_str()));
    add("address", one.contact.address.as_ref().map(|address| address.get(cx.lang)));
    if let Some(parent) = one.parent {
        let name = cx.site.organisations[parent].name.get(cx.lang);
        data["parentOrganization"] = serde_json::json!({ "@type": "Organization", "name": name });
    }
    data
}
