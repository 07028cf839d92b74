//! In: the target tables of a draft and of what came of it. Out: the rows that say which figures changed.

use serde::Serialize;

use crate::changes::targets::{FigureChange, FigurePlace, IndicatorChange, compare};
use crate::language::WordArg;
use crate::model::Plan;

use super::Context;
use super::plan_parts::Label;
use super::unit_parts::{NameLink, indicator_link};

/// An indicator whose figures changed.
#[derive(Serialize)]
pub struct ChangedIndicator {
    indicator: NameLink,
    unit: String,
    /// Whether it came new or was taken out.
    kind: Option<Label>,
    rows: Vec<Row>,
}

/// A figure as it was and as it is.
#[derive(Serialize)]
struct Row {
    place: String,
    before: Option<String>,
    after: Option<String>,
}

pub fn changed_targets(cx: &Context<'_>, draft: &Plan, now: &Plan) -> Vec<ChangedIndicator> {
    compare(draft, now).iter().filter_map(|change| indicator(cx, draft, now, change)).collect()
}

fn indicator(
    cx: &Context<'_>,
    draft: &Plan,
    now: &Plan,
    change: &IndicatorChange<'_>,
) -> Option<ChangedIndicator> {
    let label = |code: &'static str| Label { code, text: cx.word(&format!("change-{code}")) };
    let (plan, one, kind) = match (change.draft, change.now) {
        (Some(_), Some(one)) => (now, one, None),
        (None, one) => (now, one?, Some(label("added"))),
        (Some(one), None) => (draft, one, Some(label("removed"))),
    };
    Some(ChangedIndicator {
        indicator: indicator_link(cx, plan, one),
        unit: one.unit.get(cx.lang).to_owned(),
        kind,
        rows: change.figures.iter().map(|figure| row(cx, figure)).collect(),
    })
}

fn row(cx: &Context<'_>, figure: &FigureChange<'_>) -> Row {
    Row {
        place: place(cx, figure.place),
        before: figure.before.map(|value| cx.quantity(value)),
        after: figure.after.map(|value| cx.quantity(value)),
    }
}

/// `2027年目标值`, `2027年，北区`
fn place(cx: &Context<'_>, place: FigurePlace<'_>) -> String {
    let (part, area, year) = match place {
        FigurePlace::Baseline => return cx.word("figure-baseline"),
        FigurePlace::Target(year) => {
            let year = year.to_string();
            return cx.word_with("figure-target", &[("year", WordArg::Text(&year))]);
        }
        FigurePlace::Division { part, area, year } => (part, area, year.to_string()),
    };
    let part = part.map(|part| part.name.get(cx.lang));
    let area = area.map(|area| cx.site.areas[area].short.get(cx.lang));
    let names: Vec<&str> = area.into_iter().chain(part).collect();
    let names = cx.voice().list(&names);
    let args = [("year", WordArg::Text(&year)), ("of", WordArg::Text(&names))];
    cx.word_with("figure-of", &args)
}
