//! In: the awards and subsidies of a plan. Out: a table of who can get how much for what: an award in each group of
//! rows, an amount in each row.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::award::{Amount, Award, AwardKind, AwardLevel, Awards, Sum};
use crate::model::quantity::{Bound, Quantity};
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::download::{DataLink, data_links};
use super::finder::{Filter, FilterOption, filter};
use super::markup::Fragment;
use super::notes::note;
use super::plan_parts::{ClauseLink, Head, head, page_path, page_title, place_link, tags};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct AwardsPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    title: String,
    note: Option<Fragment>,
    count: usize,
    /// How many rows the filters choose from.
    rows: usize,
    filters: Vec<Filter>,
    awards: Vec<AwardView>,
    data: Vec<DataLink>,
}

#[derive(Serialize)]
struct AwardView {
    anchor: String,
    name: String,
    clause: Option<ClauseLink>,
    who: String,
    kind: String,
    conditions: Option<String>,
    note: Option<Fragment>,
    /// At least one: an award without an amount has a row that says so.
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// The level, and what the amount is for.
    what: Vec<String>,
    /// `None` where the document states no amount.
    amount: Option<String>,
    unit: Option<String>,
    /// The ids of level and kind, for the filters.
    filter: String,
}

impl PageKind for AwardsPage {
    fn name(&self) -> &'static str {
        "awards"
    }
    fn about(&self) -> &'static str {
        "The awards and subsidies of a plan: who can get how much for what."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Awards)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| plan.awards.is_some())
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "awards/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-awards")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-awards")
    }
    fn anchors(&self, site: &Site, subject: Subject, _: Lang) -> Vec<String> {
        let list = subject.plan(site).awards.iter().flat_map(|awards| &awards.list);
        let awards = list.enumerate().map(|(at, _)| anchor(at));
        awards.chain(["page_table".to_owned()]).collect()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let awards = plan.awards.as_ref().expect("subjects have awards");
        let views = awards.list.iter().enumerate().map(|(at, one)| award(cx, plan, at, one));
        let views: Vec<AwardView> = views.collect();
        let count = views.len();
        let body = Body {
            head: head(cx, plan, "awards/"),
            title: awards.title.get(cx.lang).to_owned(),
            note: note(cx, awards.note.as_ref()),
            count,
            rows: views.iter().map(|award| award.rows.len()).sum(),
            filters: filters(cx, awards),
            awards: views,
            data: data_links(cx, Dataset::Awards { plan: subject.plan_place() }),
        };
        let args =
            [("plan", WordArg::Text(plan.short.get(cx.lang))), ("count", WordArg::Count(count))];
        let description = cx.word_with("awards-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

fn anchor(at: usize) -> String {
    format!("award-{}", at + 1)
}

fn level_id(level: AwardLevel) -> String {
    format!("level-{}", level.code())
}

fn kind_id(kind: AwardKind) -> String {
    format!("kind-{}", kind.code())
}

fn level_name(cx: &Context<'_>, level: AwardLevel) -> String {
    cx.word(&format!("award-level-{}", level.code()))
}

fn kind_name(cx: &Context<'_>, kind: AwardKind) -> String {
    cx.word(&format!("award-kind-{}", kind.code()))
}

/// The levels and the kinds that the table has, from the highest level down; a list of one would choose nothing.
fn filters(cx: &Context<'_>, awards: &Awards) -> Vec<Filter> {
    let amounts = || awards.list.iter().flat_map(|award| &award.amounts);
    let levels = AwardLevel::ALL.into_iter();
    let levels = levels.filter(|level| amounts().any(|one| one.level == Some(*level)));
    let kinds = AwardKind::ALL.into_iter();
    let kinds = kinds.filter(|kind| awards.list.iter().any(|award| award.kind == *kind));
    let option = |id, name| FilterOption { id, name, groups: None };
    let levels = levels.map(|one| option(level_id(one), level_name(cx, one))).collect();
    let kinds = kinds.map(|one| option(kind_id(one), kind_name(cx, one))).collect();
    let all = [
        filter("level", cx.word("column-award-level"), cx.word("awards-all-levels"), levels),
        filter("kind", cx.word("column-award-kind"), cx.word("awards-all-kinds"), kinds),
    ];
    all.into_iter().flatten().filter(|filter| filter.options.len() > 1).collect()
}

fn award(cx: &Context<'_>, plan: &Plan, at: usize, award: &Award) -> AwardView {
    let mut rows: Vec<Row> = award.amounts.iter().map(|one| row(cx, award, one)).collect();
    if rows.is_empty() {
        rows.push(Row { what: Vec::new(), amount: None, unit: None, filter: kind_id(award.kind) });
    }
    AwardView {
        anchor: anchor(at),
        name: award.name.get(cx.lang).to_owned(),
        clause: place_link(cx, plan, &award.clause),
        who: award.who.get(cx.lang).to_owned(),
        kind: kind_name(cx, award.kind),
        conditions: award.conditions.as_ref().map(|text| text.get(cx.lang).to_owned()),
        note: note(cx, award.note.as_ref()),
        rows,
    }
}

fn row(cx: &Context<'_>, award: &Award, amount: &Amount) -> Row {
    let level = amount.level.map(|level| level_name(cx, level));
    let purpose = amount.purpose.as_ref().map(|text| text.get(cx.lang).to_owned());
    let ids = amount.level.map(level_id).into_iter().chain([kind_id(award.kind)]);
    Row {
        what: level.into_iter().chain(purpose).collect(),
        amount: Some(sum_text(cx, amount.sum)),
        unit: amount.unit.as_ref().map(|unit| unit.get(cx.lang).to_owned()),
        filter: ids.collect::<Vec<_>>().join(" "),
    }
}

/// `up to 1,000`, `1:1`: a ceiling of money is worded otherwise than a target.
fn sum_text(cx: &Context<'_>, sum: Sum) -> String {
    match sum {
        Sum::Quantity(quantity) if quantity.bound == Bound::AtMost => {
            let value = cx.quantity(Quantity::exactly(quantity.value));
            cx.word_with("award-up-to", &[("value", WordArg::Text(&value))])
        }
        Sum::Quantity(quantity) => cx.quantity(quantity),
        Sum::Ratio(one, other) => {
            let part = |value| cx.quantity(Quantity::exactly(value));
            format!("{}:{}", part(one), part(other))
        }
    }
}
