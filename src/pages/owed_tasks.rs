//! In: organisations and the tasks that they owe. Out: these tasks by plan, as HTML.

use maud::{Markup, Render, html};

use crate::language::WordArg;
use crate::model::owed::{By, OwedTask, Role};
use crate::model::plan::Task;
use crate::model::{Key, Organisation};

use super::Context;
use super::markup::{Fragment, status_tag, units};
use super::plan_parts::status;
use super::unit_parts::{
    NameLink, PLANS_IN_FULL, counts, organisation_link, plan_link, task_link, when,
};

/// A task of a plan, and which of the organisations owes it.
type Owed<'o> = (Key<Organisation>, &'o OwedTask);

/// The tasks of some organisations by plan, in the order of the site, each task once; `None` where they owe none.
pub fn tasks_by_plan(cx: &Context<'_>, keys: &[Key<Organisation>]) -> Option<Fragment> {
    let of_key = |key: &Key<Organisation>| {
        let key = *key;
        cx.site.owed_tasks(key, cx.today).map(move |owed| (key, owed))
    };
    let mut all: Vec<Owed<'_>> = keys.iter().flat_map(of_key).collect();
    all.sort_by_key(|(_, owed)| owed.plan());
    let mut out = String::new();
    let plans = all.chunk_by(|(_, one), (_, other)| one.plan() == other.plan());
    for (at, tasks) in plans.enumerate() {
        let plan = tasks[0].1.plan();
        let full = at < PLANS_IN_FULL;
        if keys.len() == 1 {
            of_plan(cx, plan, tasks, full).render_to(&mut out);
        } else {
            of_plan(cx, plan, &each_once(tasks), full).render_to(&mut out);
        }
    }
    (!out.is_empty()).then(|| Fragment::of(out))
}

/// Tasks of one plan, of which several organisations may owe the same.
fn each_once<'o>(tasks: &[Owed<'o>]) -> Vec<Owed<'o>> {
    let mut once: Vec<Owed<'_>> = Vec::new();
    for task in tasks {
        if !once.iter().any(|(_, one)| one.is_task_of(task.1)) {
            once.push(*task);
        }
    }
    once
}

/// `full` says whether the tasks are listed, and not only counted.
fn of_plan(cx: &Context<'_>, plan: usize, tasks: &[Owed<'_>], full: bool) -> Markup {
    let link = plan_link(cx, &cx.site.plans[plan]);
    let (leads, shares): (Vec<_>, Vec<_>) =
        tasks.iter().copied().partition(|(_, one)| one.role != Role::Responsible);
    html! {
        "\n" section class="owed" { "\n"
            h3 {
                (link) " "
                (status_tag(cx, &status(cx, cx.site.plans[plan].status)))
            }
            @if full {
                (list(cx, &leads, "owed-leads", "owed-joint"))
                (list(cx, &shares, "owed-shares", "owed-led-by"))
            } @else {
                "\n" p { (counts(cx, leads.len(), shares.len())) }
            }
            "\n"
        }
    }
}

/// `title` is the word above the list, `lead` that before the units that lead.
fn list(cx: &Context<'_>, tasks: &[Owed<'_>], title: &str, lead: &str) -> Markup {
    let entries: Vec<Markup> =
        tasks.iter().filter_map(|(key, owed)| entry(cx, *key, owed, lead)).collect();
    let count = [("count", WordArg::Count(entries.len()))];
    html! {
        @if !entries.is_empty() {
            "\n" h4 { (cx.word_with(title, &count)) } "\n"
            ul { "\n" @for entry in &entries { li { (entry) } "\n" } }
        }
    }
}

fn entry(cx: &Context<'_>, key: Key<Organisation>, owed: &OwedTask, lead: &str) -> Option<Markup> {
    let (plan, task) = owed.find(&cx.site.plans)?;
    let link = task_link(cx, plan, task);
    let facts = facts(cx, key, owed, task, lead);
    Some(html! {
        span class="number" { (task.number) } "\n"
        div {
            (link)
            @if !facts.is_empty() {
                "\n" p class="owed-facts" { "\n" @for fact in &facts { span { (fact) } "\n" } }
            }
        }
    })
}

/// Who leads it, where that is somebody else, and who leads it too; the name that the row has instead, such as that of a group;
/// when it is due.
fn facts(
    cx: &Context<'_>,
    key: Key<Organisation>,
    owed: &OwedTask,
    task: &Task,
    lead: &str,
) -> Vec<Markup> {
    let named = match owed.by {
        By::Itself => None,
        By::Other { unit, .. } => Some(unit),
    };
    // Who leads is told of the others, not of the one that the page is about.
    let leading = task.lead.iter().filter(|unit| match owed.role {
        Role::Responsible => true,
        Role::Lead | Role::JointLead => unit.key != named.unwrap_or(key),
    });
    let fact = |word: &str, value: Markup| {
        html! { span class="kind" { (cx.word(word)) } " " (value) }
    };
    let named = named.map(|key| fact("owed-named-as", named_as(cx, task, key).render()));
    let leading = units(cx, leading).map(|units| fact(lead, units));
    let due = task.due.map(|due| fact("task-due", when(cx, due).render()));
    [leading, named, due].into_iter().flatten().collect()
}

fn named_as(cx: &Context<'_>, task: &Task, key: Key<Organisation>) -> NameLink {
    let unit = task.units().find(|unit| unit.key == key);
    let name = unit.map(|unit| unit.name(&cx.site.organisations, cx.lang).to_owned());
    let link = organisation_link(cx, key);
    NameLink { name: name.unwrap_or(link.name), url: link.url }
}
