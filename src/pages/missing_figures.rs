//! In: the site. Out: the page that says which figures are missing, plan by plan.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::model::Site;
use crate::model::switch::Switch;
use crate::progress::{Missing, missing};

use super::download::{DataLink, data_links};
use super::frame::Tags;
use super::plan_parts::{page_path, plan_url};
use super::{Context, PageKind, Subject, View, once};

pub struct MissingFigures;

#[derive(Serialize)]
struct Body {
    total: usize,
    plans: Vec<PlanGaps>,
    data: Vec<DataLink>,
}

/// How much is missing in one plan.
#[derive(Serialize)]
struct PlanGaps {
    name: String,
    /// Where its page says what is missing; without such a page, its text.
    url: String,
    indicators: usize,
    with_gaps: usize,
    gaps: usize,
}

impl PageKind for MissingFigures {
    fn name(&self) -> &'static str {
        "missing-figures"
    }
    fn about(&self) -> &'static str {
        "Which figures are missing, plan by plan."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::MissingFigures)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        if site.indicators().next().is_some() { once() } else { Vec::new() }
    }
    fn path(&self, _: &Site, _: Subject) -> String {
        "missing-figures/".to_owned()
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("missing-figures-title")
    }
    fn view(&self, cx: &Context<'_>, _: Subject) -> View {
        let description = cx.word("missing-figures-description");
        let plans: Vec<PlanGaps> = plans(cx);
        let body = Body {
            total: plans.iter().map(|plan| plan.gaps).sum(),
            plans,
            data: data_links(cx, Dataset::Missing),
        };
        View {
            tags: Tags::Column {
                name: cx.word("missing-figures-title"),
                description: description.clone(),
                keywords: vec![cx.word("missing-figures-title")],
                kind: "数据发布",
            },
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// Every plan with indicators, those that lack most first.
fn plans(cx: &Context<'_>) -> Vec<PlanGaps> {
    let with_indicators = cx.site.counted_plans().filter(|plan| plan.indicators().len() > 0);
    let mut plans: Vec<PlanGaps> = with_indicators
        .map(|plan| {
            let count = |one| missing(plan, one, cx.today).iter().map(Missing::figures).sum();
            let counts = plan.indicators().map(count);
            let counts: Vec<usize> = counts.collect();
            let progress = cx.link(&page_path(plan, "progress/"));
            PlanGaps {
                name: plan.short.get(cx.lang).to_owned(),
                url: progress.map_or_else(|| plan_url(cx, plan), |url| url + "#page_missing"),
                indicators: counts.len(),
                with_gaps: counts.iter().filter(|count| **count > 0).count(),
                gaps: counts.iter().sum(),
            }
        })
        .collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.gaps));
    plans
}
