//! In: the duties of a plan. Out: the responsibility division as a table, for its own page and for the text of the plan:
//! groups, tasks, lead and responsible units.

use serde::Serialize;

use crate::model::Plan;
use crate::model::acknowledged::About;
use crate::model::document::Address;
use crate::model::plan::{Duties, Task, TaskGroup};

use super::Context;
use super::document::other_lang;
use super::notes::{Notes, notes};
use super::plan_parts::{ClauseLink, Day, clause_links, page_path, plan_url};
use super::unit_parts::{NameLink, UnitLink, indicator_link, unit_links, when};

/// The rows of the table, by groups.
#[derive(Serialize)]
pub struct DutyTable {
    /// Whether the document says who leads.
    has_leads: bool,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    name: String,
    /// The language of the name, where it is not that of the page.
    lang: Option<String>,
    clause: Option<ClauseLink>,
    tasks: Vec<TaskView>,
}

#[derive(Serialize)]
struct TaskView {
    number: u32,
    name: String,
    /// The language of the name, where it is not that of the page.
    lang: Option<String>,
    clauses: Vec<ClauseLink>,
    indicators: Vec<NameLink>,
    /// As the document writes them; the first leads, the others lead jointly.
    lead: Vec<UnitLink>,
    responsible: Vec<UnitLink>,
    due: Option<Day>,
    notes: Option<Notes>,
    /// The ids of all units, for the filter.
    units: String,
}

/// The table within a text.
#[derive(Serialize)]
pub struct DutiesInText {
    /// What nothing else of the page is called.
    id: String,
    /// How the ids of rows begin, where no other page has these rows.
    rows: Option<&'static str>,
    title: String,
    note: Option<String>,
    table: DutyTable,
    /// The page of responsibilities, where the site has it.
    url: Option<String>,
}

pub fn duty_table(cx: &Context<'_>, plan: &Plan, duties: &Duties) -> DutyTable {
    DutyTable {
        has_leads: plan.tasks().any(|task| !task.lead.is_empty()),
        groups: duties.groups.iter().map(|one| group(cx, plan, one)).collect(),
    }
}

/// How ids in a text begin: no clause has an address with `_`.
const IN_TEXT: &str = "page_duties";
const ROW_IN_TEXT: &str = "page_task-";

/// The table for a text, where the plan has one. A text has it once; `mark` keeps two texts on one page apart.
pub fn in_text(cx: &Context<'_>, plan: &Plan, mark: &str) -> Option<DutiesInText> {
    let duties = plan.duties.as_ref()?;
    let url = page_url(cx, plan);
    Some(DutiesInText {
        id: format!("{IN_TEXT}{mark}"),
        rows: (url.is_none() && mark.is_empty()).then_some(ROW_IN_TEXT),
        title: duties.title.get(cx.lang).to_owned(),
        note: duties.note.as_ref().map(|note| note.get(cx.lang).to_owned()),
        table: duty_table(cx, plan, duties),
        url,
    })
}

fn page_url(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    cx.link(&page_path(plan, "responsibilities/"))
}

/// The row of a task on the page of responsibilities; where the site does without that, in the text, if it stands there.
pub fn row_url(cx: &Context<'_>, plan: &Plan, number: u32) -> Option<String> {
    match page_url(cx, plan) {
        Some(page) => Some(format!("{page}#task-{number}")),
        None => url_in_text(cx, plan, &format!("{ROW_IN_TEXT}{number}")),
    }
}

/// The table in the text of the plan, if it stands there.
pub fn table_in_text(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    url_in_text(cx, plan, IN_TEXT)
}

/// What is not translated yet has other ids.
fn url_in_text(cx: &Context<'_>, plan: &Plan, id: &str) -> Option<String> {
    let printed = plan.texts[cx.lang.index()].prints_duties && plan.duties.is_some();
    printed.then(|| format!("{}#{id}", plan_url(cx, plan)))
}

/// Tasks from notes are named by the headings of their clauses, which may not be translated yet.
pub fn name_lang(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<String> {
    let from_notes = plan.duties.as_ref().is_some_and(|duties| duties.from_notes);
    let clause = clause.filter(|_| from_notes)?;
    other_lang(cx, plan.shown_in(cx.lang, Some(clause)))
}

fn group(cx: &Context<'_>, plan: &Plan, group: &TaskGroup) -> GroupView {
    GroupView {
        name: group.name.get(cx.lang).to_owned(),
        lang: name_lang(cx, plan, group.clause.as_ref()),
        clause: clause_links(cx, plan, group.clause.as_slice()).pop(),
        tasks: group.tasks.iter().map(|one| task(cx, plan, one)).collect(),
    }
}

fn task(cx: &Context<'_>, plan: &Plan, task: &Task) -> TaskView {
    let ids = task.units().map(|unit| cx.site.organisations[unit.key].id.as_str());
    TaskView {
        number: task.number,
        name: task.name.get(cx.lang).to_owned(),
        lang: name_lang(cx, plan, task.clauses.first()),
        clauses: clause_links(cx, plan, &task.clauses),
        indicators: plan.indicators_of(task).map(|one| indicator_link(cx, plan, one)).collect(),
        lead: unit_links(cx, &task.lead),
        responsible: unit_links(cx, &task.responsible),
        due: task.due.map(|due| when(cx, due)),
        notes: notes(cx, plan, &About::Task(task.number), task.note.as_ref()),
        units: ids.collect::<Vec<_>>().join(" "),
    }
}
