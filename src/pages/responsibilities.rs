//! In: the duties of a plan. Out: the responsibility division as a table: groups, tasks, lead and
//! responsible units, and what the short names of the units stand for.

use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::plan::{Task, TaskGroup};
use crate::model::{Key, Organisation, Plan, Site};

use super::chart_data;
use super::chart_view::{ChartView, PlanChart};
use super::download::{DataLink, data_links};
use super::plan_parts::{ClauseLink, Head, clause_links, head, page_path, page_title, tags};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ResponsibilitiesPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    title: String,
    note: Option<String>,
    count: usize,
    groups: Vec<GroupView>,
    units: Vec<Unit>,
    charts: Vec<ChartView>,
    data: Vec<DataLink>,
}

#[derive(Serialize)]
struct GroupView {
    name: String,
    clause: Option<ClauseLink>,
    tasks: Vec<TaskView>,
}

#[derive(Serialize)]
struct TaskView {
    number: u32,
    name: String,
    clauses: Vec<ClauseLink>,
    /// As the document writes them; the first leads, the others lead jointly.
    lead: Vec<String>,
    responsible: Vec<String>,
    note: Option<String>,
}

/// A unit that the table names, in full.
#[derive(Serialize)]
struct Unit {
    short: String,
    name: String,
    members: Vec<String>,
}

impl PageKind for ResponsibilitiesPage {
    fn name(&self) -> &'static str {
        "responsibilities"
    }
    fn about(&self) -> &'static str {
        "Who leads and who shares in every task of a plan."
    }
    fn subjects(&self, site: &Site) -> Vec<Subject> {
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
        tasks.chain(["page_table".to_owned()]).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let duties = plan.duties.as_ref().expect("subjects have duties");
        let count = plan.tasks().count();
        let charts = PlanChart::duty_matrix(cx.site, subject.plan_place());
        let body = Body {
            head: head(cx, plan, "responsibilities/"),
            title: duties.title.get(cx.lang).to_owned(),
            note: duties.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
            count,
            groups: duties.groups.iter().map(|one| group(cx, plan, one)).collect(),
            units: units(cx, plan),
            charts: charts.into_iter().filter_map(|chart| chart.view(cx, "")).collect(),
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

fn group(cx: &Context<'_>, plan: &Plan, group: &TaskGroup) -> GroupView {
    GroupView {
        name: group.name.get(cx.lang).to_owned(),
        clause: clause_links(cx, plan, group.clause.as_slice()).pop(),
        tasks: group.tasks.iter().map(|one| task(cx, plan, one)).collect(),
    }
}

fn task(cx: &Context<'_>, plan: &Plan, task: &Task) -> TaskView {
    let short = |key: Key<Organisation>| cx.site.organisations[key].short.get(cx.lang).to_owned();
    TaskView {
        number: task.number,
        name: task.name.get(cx.lang).to_owned(),
        clauses: clause_links(cx, plan, &task.clauses),
        lead: task.lead.iter().map(|key| short(*key)).collect(),
        responsible: task.responsible.iter().map(|unit| short(unit.value)).collect(),
        note: task.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
    }
}

/// Every unit of the table once, in the order of the register.
fn units(cx: &Context<'_>, plan: &Plan) -> Vec<Unit> {
    let mut named = chart_data::units(plan);
    named.sort_by_key(|key| key.index());
    let name = |key: &Key<Organisation>| cx.site.organisations[*key].name.get(cx.lang).to_owned();
    let unit = |key: &Key<Organisation>| {
        let unit = &cx.site.organisations[*key];
        Unit {
            short: unit.short.get(cx.lang).to_owned(),
            name: name(key),
            members: unit.members.iter().map(name).collect(),
        }
    };
    named.iter().map(unit).collect()
}
