//! In: the duties of a plan. Out: the page of the responsibility division: the table, what narrows it down, and the same
//! by unit: what each one leads and shares in.

use jiff::civil::Date;
use maud::{Markup, html};
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::plan::{Task, Unit};
use crate::model::switch::Switch;
use crate::model::{Key, Organisation, Plan, Site};

use super::chart_data::units;
use super::chart_view::PlanChart;
use super::download::{DataLink, data_links};
use super::duty_table::DutyTable;
use super::finder::{Filter, FilterOption, filter};
use super::markup::{Fragment, names};
use super::notes::note;
use super::plan_parts::{Head, head, page_path, page_title, tags};
use super::unit_parts::{NameLink, full_link, organisation_link, unit_anchor};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ResponsibilitiesPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    title: String,
    note: Option<Fragment>,
    count: usize,
    table: Fragment,
    /// One list, or none where there is nothing to choose from.
    filters: Vec<Filter>,
    /// Every unit of the table with its rows.
    units: Option<Fragment>,
    charts: Vec<Fragment>,
    data: Vec<DataLink>,
}

impl PageKind for ResponsibilitiesPage {
    fn name(&self) -> &'static str {
        "responsibilities"
    }
    fn about(&self) -> &'static str {
        "Who leads and who shares in every task of a plan."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Responsibilities)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| plan.duties.is_some())
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "responsibilities/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-responsibilities")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-responsibilities")
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        let tasks = subject.plan(site).tasks().map(|task| format!("task-{}", task.number));
        let units = units(subject.plan(site)).into_iter().map(|key| unit_anchor(site, key));
        tasks.chain(units).chain(["page_table".to_owned()]).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let duties = plan.duties.as_ref().expect("subjects have duties");
        let count = plan.tasks().count();
        let caption = cx.word_with("responsibilities-caption", &[("count", WordArg::Count(count))]);
        let table = DutyTable {
            caption: &caption,
            id: "page_table",
            rows: Some("task-"),
            url: None,
            own: true,
        };
        let charts = PlanChart::duty_matrix(cx.site, subject.plan_place());
        let (label, all) = (cx.word("finder-unit"), cx.word("finder-all"));
        let filters = filter("unit", label, all, options(cx, plan));
        let body = Body {
            head: head(cx, plan, "responsibilities/"),
            title: duties.title.get(cx.lang).to_owned(),
            note: note(cx, duties.note.as_ref()),
            count,
            table: table.html(cx, plan, duties).into(),
            filters: filters.into_iter().collect(),
            units: by_unit(cx, plan),
            charts: charts
                .into_iter()
                .filter_map(|chart| chart.view(cx, ""))
                .map(Fragment::from)
                .collect(),
            data: data_links(cx, Dataset::Tasks { plan: subject.plan_place() }),
        };
        let args =
            [("plan", WordArg::Text(plan.short.get(cx.lang))), ("count", WordArg::Count(count))];
        let description = cx.word_with("responsibilities-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// Every unit that a row names or means, by way of a group or as a successor, in the order of the language; each with the
/// ids of the groups and predecessors that mean it, too.
fn options(cx: &Context<'_>, plan: &Plan) -> Vec<FilterOption> {
    let organisations = &cx.site.organisations;
    let named = units(plan).into_iter().map(|key| (key, Vec::new()));
    let mut means: Vec<(Key<Organisation>, Vec<&str>)> = named.collect();
    for key in units(plan) {
        let group = organisations[key].id.as_str();
        let members = organisations.members(key);
        let later = std::iter::once(&key).chain(&members);
        let later = later.flat_map(|unit| organisations.successors(*unit));
        let later = later.filter(|(_, on)| on.has_passed(cx.today)).map(|(unit, _)| unit);
        let later: Vec<_> = later.collect();
        for member in members.into_iter().chain(later) {
            match means.iter_mut().find(|(known, _)| *known == member) {
                Some((_, groups)) => groups.push(group),
                None => means.push((member, vec![group])),
            }
        }
    }
    let option = |(key, groups): (Key<Organisation>, Vec<&str>)| FilterOption {
        id: organisations[key].id.to_string(),
        name: organisations[key].short.get(cx.lang).to_owned(),
        groups: Some(groups.join(" ")),
    };
    let mut options: Vec<FilterOption> = means.into_iter().map(option).collect();
    options.sort_by(|a, b| cx.formats.compare(cx.lang, &a.name, &b.name));
    options
}

/// Every unit of the table once, in the order of the register, with its rows.
fn by_unit(cx: &Context<'_>, plan: &Plan) -> Option<Fragment> {
    let mut named = units(plan);
    named.sort_by_key(|key| key.index());
    let rows = |key: Key<Organisation>, list: fn(&Task) -> &[Unit]| -> Vec<u32> {
        let tasks = plan.tasks().filter(|task| list(task).iter().any(|unit| unit.key == key));
        tasks.map(|task| task.number).collect()
    };
    let entry = |key: Key<Organisation>| {
        let (unit, full) = (organisation_link(cx, key), full_link(cx, key).name);
        html! {
            div id=(unit_anchor(cx.site, key)) { "\n"
                dt { (unit) } "\n"
                @if full != unit.name { dd class="full-name" { (full) } "\n" }
                (tasks(cx, "unit-leads", &rows(key, |task| &task.lead)))
                (tasks(cx, "unit-shares", &rows(key, |task| &task.responsible)))
                (members(cx, key))
            }
        }
    };
    let list = html! { dl { "\n" @for key in &named { (entry(*key)) "\n" } } };
    (!named.is_empty()).then(|| list.into())
}

fn tasks(cx: &Context<'_>, word: &str, numbers: &[u32]) -> Markup {
    let called =
        |number: &u32| cx.word_with("task-number", &[("number", WordArg::Count(*number as usize))]);
    html! {
        @if !numbers.is_empty() {
            dd {
                span class="kind" { (cx.word(word)) }
                @for number in numbers {
                    "\n" a href={ "#task-" (number) } aria-label=(called(number)) { (number) }
                }
            }
            "\n"
        }
    }
}

/// Of a group.
fn members(cx: &Context<'_>, group: Key<Organisation>) -> Markup {
    let members = cx.site.organisations.members(group).into_iter();
    let members: Vec<NameLink> = members.map(|key| organisation_link(cx, key)).collect();
    let linked = members.first().is_some_and(|member| member.url.is_some());
    html! {
        @if !members.is_empty() {
            dd class="members" {
                span class="kind" { (cx.word("unit-members")) }
                @if linked {
                    @for member in &members { "\n" a href=[&member.url] { (member.name) } }
                } @else {
                    " " (names(cx, &members))
                }
            }
            "\n"
        }
    }
}
