//! In: the duties of a plan. Out: the responsibility division as a table, for its own page and for the text of the plan:
//! groups, tasks, lead and responsible units, as HTML.

use maud::{Markup, Render, html};

use crate::model::Plan;
use crate::model::acknowledged::About;
use crate::model::document::Address;
use crate::model::plan::{Duties, Task, TaskGroup, Unit};

use super::Context;
use super::document::{more, other_lang};
use super::markup::{Whole, text, unit};
use super::notes::{note, notes};
use super::plan_parts::{page_path, place_link, plan_url};
use super::unit_parts::{indicator_link, when};

/// A table of responsibilities as it stands on a page.
pub struct DutyTable<'t> {
    pub caption: &'t str,
    /// What nothing else of the page is called.
    pub id: &'t str,
    /// How the ids of rows begin, where no other page has these rows.
    pub rows: Option<&'t str>,
    /// The page of responsibilities, to which the numbers of the rows lead from elsewhere.
    pub url: Option<&'t str>,
    /// Whether this is that page, on which the script finds rows.
    pub own: bool,
}

/// How ids in a text begin: no clause has an address with `_`.
const IN_TEXT: &str = "page_duties";
const ROW_IN_TEXT: &str = "page_task-";

/// The table for a text. A text has it once; `mark` keeps two texts on one page apart.
pub fn in_text(cx: &Context<'_>, plan: &Plan, duties: &Duties, mark: &str, out: &mut String) {
    let url = page_url(cx, plan);
    let table = DutyTable {
        caption: duties.title.get(cx.lang),
        id: &format!("{IN_TEXT}{mark}"),
        rows: (url.is_none() && mark.is_empty()).then_some(ROW_IN_TEXT),
        url: url.as_deref(),
        own: false,
    };
    out.push('\n');
    table.html(cx, plan, duties).render_to(out);
    let note = note(cx, duties.note.as_ref());
    html! {
        @if let Some(note) = note { "\n" (note) }
        @if let Some(url) = &url { (more(cx, url, "duties-more")) }
    }
    .render_to(out);
}

fn page_url(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    cx.link(&page_path(plan, "responsibilities/"))
}

/// Where the rows of the table stand: on the page of responsibilities; where the site does without that, in the text, if it
/// stands there.
pub struct RowUrls(Option<String>);

impl RowUrls {
    pub fn of(cx: &Context<'_>, plan: &Plan) -> Self {
        let page = page_url(cx, plan).map(|page| page + "#task-");
        Self(page.or_else(|| url_in_text(cx, plan, ROW_IN_TEXT)))
    }

    /// The row of the task with this number.
    pub fn url(&self, number: u32) -> Option<String> {
        let start = self.0.as_ref()?;
        Some([start, itoa::Buffer::new().format(number)].concat())
    }
}

/// The row of a task.
pub fn row_url(cx: &Context<'_>, plan: &Plan, number: u32) -> Option<String> {
    RowUrls::of(cx, plan).url(number)
}

/// The table in the text of the plan, if it stands there.
pub fn table_in_text(cx: &Context<'_>, plan: &Plan) -> Option<String> {
    url_in_text(cx, plan, IN_TEXT)
}

/// What is not translated yet has other ids.
fn url_in_text(cx: &Context<'_>, plan: &Plan, id: &str) -> Option<String> {
    let printed = plan.texts[cx.lang.index()].prints_duties && plan.duties.is_some();
    printed.then(|| plan_url(cx, plan) + "#" + id)
}

/// Tasks from notes are named by the headings of their clauses, which may not be translated yet.
pub fn name_lang(cx: &Context<'_>, plan: &Plan, clause: Option<&Address>) -> Option<String> {
    let from_notes = plan.duties.as_ref().is_some_and(|duties| duties.from_notes);
    let clause = clause.filter(|_| from_notes)?;
    other_lang(cx, plan.shown_in(cx.lang, Some(clause)))
}

/// What the rows of a table ask for again and again.
struct Rows<'r> {
    cx: &'r Context<'r>,
    plan: &'r Plan,
    table: &'r DutyTable<'r>,
    /// Whether the document says who leads.
    leads: bool,
    /// The page of the text.
    text: String,
    words: Words,
}

struct Words {
    task: String,
    lead: String,
    responsible: String,
    /// Behind the unit that leads, where several do.
    first: String,
    none: String,
    due: String,
    indicator: String,
}

impl DutyTable<'_> {
    pub fn html(&self, cx: &Context<'_>, plan: &Plan, duties: &Duties) -> Markup {
        let rows = Rows {
            cx,
            plan,
            table: self,
            text: plan_url(cx, plan),
            leads: plan.tasks().any(|task| !task.lead.is_empty()),
            words: Words {
                task: cx.word("column-task"),
                lead: cx.word("column-lead"),
                responsible: cx.word("column-responsible"),
                first: cx.word("lead-first"),
                none: cx.word("no-unit"),
                due: cx.word("task-due"),
                indicator: cx.word("related-indicator"),
            },
        };
        html! {
            table class="duties" id=(self.id) {
                "\n" caption { (Whole(self.caption)) }
                "\n" (rows.head())
                @for group in &duties.groups { "\n" (rows.group(group)) }
                "\n"
            }
        }
    }
}

impl Rows<'_> {
    fn head(&self) -> Markup {
        html! {
            thead { "\n"
                tr { "\n"
                    th scope="col" { (self.cx.word("column-number")) } "\n"
                    th scope="col" { (self.words.task) } "\n"
                    @if self.leads { th scope="col" { (self.words.lead) } "\n" }
                    th scope="col" { (self.words.responsible) } "\n"
                } "\n"
            }
        }
    }

    fn group(&self, group: &TaskGroup) -> Markup {
        let Self { cx, plan, .. } = *self;
        let lang = name_lang(cx, plan, group.clause.as_ref());
        let clause = group.clause.as_ref().and_then(|clause| self.clause_url(clause));
        let name = group.name.get(cx.lang);
        html! {
            tbody class=[self.table.own.then_some("findable-group")] { "\n"
                tr class="group" { "\n"
                    th scope="rowgroup" colspan=(if self.leads { 4 } else { 3 }) {
                        @if let Some(clause) = clause {
                            a href=(text(&clause)) lang=[lang] { (text(name)) }
                        } @else {
                            (name)
                        }
                    } "\n"
                } "\n"
                @for task in &group.tasks { (self.row(task)) "\n" }
            }
        }
    }

    fn row(&self, task: &Task) -> Markup {
        let Self { table, words, .. } = self;
        html! {
            tr class=[table.own.then_some("findable")]
                id=[table.rows.map(|rows| format!("{rows}{}", task.number))]
                data-units=[table.own.then(|| self.ids(task))]
            { "\n"
                td class="number" data-label=(text(&words.task)) { (self.number(task.number)) } "\n"
                td class="task" { (self.name(task)) "\n" } "\n"
                @if self.leads {
                    td data-label=(text(&words.lead)) { "\n" (self.units(&task.lead, true)) } "\n"
                }
                td data-label=(text(&words.responsible)) { "\n"
                    @if task.responsible.is_empty() {
                        (words.none) "\n"
                    } @else {
                        (self.units(&task.responsible, false))
                    }
                } "\n"
            }
        }
    }

    /// Where a clause stands in the text.
    fn clause_url(&self, clause: &Address) -> Option<String> {
        let text = self.plan.text(self.cx.lang);
        let stands = clause.clause().is_none_or(|clause| text.place(clause).is_some());
        stands.then(|| [&self.text, "#", clause.as_str()].concat())
    }

    /// The ids of all units, for the filter.
    fn ids(&self, task: &Task) -> String {
        let ids = task.units().map(|unit| self.cx.site.organisations[unit.key].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    fn number(&self, number: u32) -> Markup {
        html! {
            @if let Some(url) = self.table.url {
                a href={ (text(url)) "#task-" (number) } aria-label={ (text(&self.words.task)) " " (number) } {
                    (number)
                }
            } @else {
                (number)
            }
        }
    }

    /// What is to be done, with its clauses, indicators, due date and notes.
    fn name(&self, task: &Task) -> Markup {
        let Self { cx, plan, words, .. } = self;
        let name = task.name.get(cx.lang);
        let lang = name_lang(cx, plan, task.clauses.first());
        let mut clauses = task.clauses.iter();
        let first = clauses.find_map(|clause| self.clause_url(clause));
        html! {
            @if let Some(clause) = first {
                "\n" a class="name" href=(text(&clause)) lang=[lang] { (text(name)) }
            } @else {
                "\n" span class="name" { (text(name)) }
            }
            @for clause in clauses.filter_map(|clause| place_link(cx, plan, clause)) {
                "\n" a class="further" href=(clause.url) lang=[clause.lang] { (clause.text) }
            }
            @for indicator in plan.indicators_of(task).map(|one| indicator_link(cx, plan, one)) {
                "\n" span class="further" {
                    span class="kind" { (words.indicator) } " "
                    (indicator)
                }
            }
            @if let Some(due) = task.due {
                "\n" span class="further" {
                    span class="kind" { (words.due) } " " (when(cx, due))
                }
            }
            @let about = About::Task(task.number);
            @if let Some(notes) = notes(cx, plan, &about, task.note.as_ref()) {
                "\n" (notes)
            }
        }
    }

    /// As the document writes them; the first leads, the others lead jointly.
    fn units(&self, units: &[Unit], leads: bool) -> Markup {
        html! {
            ul { "\n"
                @for (at, one) in units.iter().enumerate() {
                    li {
                        (unit(self.cx, one))
                        @if leads && at == 0 && units.len() > 1 {
                            span class="joint" { (self.words.first) }
                        }
                    } "\n"
                }
            } "\n"
        }
    }
}
