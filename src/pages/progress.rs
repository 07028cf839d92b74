//! In: the indicators of a plan. Out: where the plan stands: counts by status, the indicators that need
//! attention first, all indicators beside each other, what was reported last, what is due next, what is
//! missing.

use jiff::civil::Date;
use serde::Serialize;

use crate::data::Dataset;
use crate::diagnostic::Span;
use crate::language::{Lang, WordArg};
use crate::model::indicator::Method;
use crate::model::plan::Status as PlanStatus;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

use super::chart_view::PlanChart;
use super::download::{DataLink, data_links};
use super::markup::Fragment;
use super::notes::note;
use super::plan_parts::{Head, head, page_path, page_title, tags};
use super::progress_parts::{
    Count, DueView, Gap, Line, Report, assessed, attention, counts, dues, gaps, line, reports,
};
use super::{Context, PageKind, Subject, View, plans_with};

pub struct ProgressPage;

#[derive(Serialize)]
struct Body {
    head: Head,
    total: usize,
    draft: bool,
    counts: Vec<Count>,
    note: Option<Fragment>,
    attention: Vec<Line>,
    lines: Vec<Line>,
    charts: Vec<Fragment>,
    reports: Vec<Report>,
    dues: Vec<DueView>,
    gaps: Vec<Gap>,
    methods: Vec<MethodView>,
    data: Vec<DataLink>,
}

/// A method that judges some of the indicators, in words.
#[derive(Serialize)]
struct MethodView {
    name: String,
    about: String,
}

/// As many reports as a page shows.
const REPORTS: usize = 8;

impl PageKind for ProgressPage {
    fn name(&self) -> &'static str {
        "progress"
    }
    fn about(&self) -> &'static str {
        "Where the indicators of a plan stand."
    }
    fn switch(&self) -> Option<Switch> {
        Some(Switch::Progress)
    }
    fn subjects(&self, site: &Site, _: Date) -> Vec<Subject> {
        plans_with(site, |plan| plan.indicators().len() > 0)
    }
    fn path(&self, site: &Site, subject: Subject) -> String {
        page_path(subject.plan(site), "progress/")
    }
    fn title(&self, cx: &Context<'_>, _: Subject) -> String {
        cx.word("tab-progress")
    }
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        page_title(cx, subject.plan(cx.site), "tab-progress")
    }
    fn anchors(&self, _: &Site, _: Subject, _: Lang) -> Vec<String> {
        ["page_table", "page_missing", "page_methods"].map(str::to_owned).to_vec()
    }
    fn span(&self, site: &Site, subject: Subject) -> Option<Span> {
        Some(subject.plan(site).span)
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View {
        let plan = subject.plan(cx.site);
        let at = subject.plan_place();
        let lines: Vec<Line> = plan.indicators().map(|one| line(cx, plan, one)).collect();
        let own = || plan.indicators().map(|one| (plan, one));
        let charts = PlanChart::overview(cx.site, at);
        let progress_note =
            plan.targets.as_ref().and_then(|targets| targets.progress_note.as_ref());
        let body = Body {
            head: head(cx, plan, "progress/"),
            total: lines.len(),
            draft: plan.status == PlanStatus::Draft,
            counts: counts(cx, plan.indicators()),
            note: note(cx, progress_note),
            attention: attention(cx, own(), usize::MAX),
            lines,
            charts: charts
                .into_iter()
                .filter_map(|chart| chart.view(cx, ""))
                .map(Fragment::from)
                .collect(),
            reports: reports(cx, own(), REPORTS),
            dues: dues(cx, plan),
            gaps: gaps(cx, plan),
            methods: methods(cx, plan),
            data: data_links(cx, Dataset::Progress { plan: Some(at) }),
        };
        let args = [
            ("plan", WordArg::Text(plan.short.get(cx.lang))),
            ("count", WordArg::Count(body.total)),
        ];
        let description = cx.word_with("progress-description", &args);
        View {
            tags: tags(cx, plan, self.full_title(cx, subject), description.clone()),
            json_ld: None,
            description,
            body: tera::Value::from_serializable(&body),
        }
    }
}

/// The methods that the plan uses, in a fixed order.
fn methods(cx: &Context<'_>, plan: &Plan) -> Vec<MethodView> {
    let used = |method: &Method| plan.indicators().any(|one| assessed(cx, one).method == *method);
    let all = [Method::YearlyMilestone, Method::TimeProportional, Method::GrowthRate];
    all.into_iter()
        .filter(used)
        .map(|method| MethodView {
            name: cx.word(&format!("method-{}", method.code())),
            about: cx.word(&format!("method-{}-about", method.code())),
        })
        .collect()
}
