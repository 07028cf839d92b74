//! In: the texts of a plan and its tables. Out: a finding for each directive that asks for something the plan
//! does not have.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::model::directive::{Chart, Figure, NoFigure};
use crate::model::document::{BlockContent, Document};
use crate::model::{Area, Plan, Register};
use crate::parse::PlanContent;

use super::names::report_unknown;

/// What is there and could not be read, which has been reported: whether it has what a text asks for is not known.
pub struct Unread {
    /// Tables by the names of their files.
    tables: Vec<&'static str>,
    /// Indicators by their ids.
    indicators: Vec<String>,
}

impl Unread {
    pub fn new(content: &mut PlanContent) -> Self {
        let tables = std::mem::take(&mut content.unread);
        let indicators = content.targets.iter().flat_map(|targets| targets.broken.iter().cloned());
        Self { tables, indicators: indicators.collect() }
    }

    fn table(&self, name: &'static str) -> bool {
        self.tables.contains(&name)
    }

    fn indicator(&self, name: &Spanned<String>) -> bool {
        self.table("targets.toml") || self.indicators.contains(&name.value)
    }

    fn chart(&self, chart: &Chart) -> bool {
        match chart.indicator() {
            Some(name) => self.indicator(name),
            None => self.table(chart.table()),
        }
    }
}

/// Checks the texts of a plan, where everything may be asked for, and its notices, which only have figures.
pub fn check(plan: &Plan, unread: &Unread, areas: &Register<Area>, found: &mut Diagnostics) {
    let figures = |text: &Document, found: &mut Diagnostics| {
        let read = text.figures().filter(|figure| !unread.indicator(&figure.indicator));
        read.for_each(|figure| check_figure(figure, plan, areas, found));
    };
    for text in &plan.texts {
        figures(text, found);
        for block in text.blocks() {
            match &block.content {
                BlockContent::Html(_) => {}
                BlockContent::Chart(chart) if unread.chart(chart) => {}
                BlockContent::Chart(chart) => check_chart(chart, block.span, plan, found),
                BlockContent::Table(indicator) if unread.indicator(indicator) => {}
                BlockContent::Table(indicator) => check_indicator(indicator, plan, found),
                BlockContent::Duties if plan.duties.is_some() || unread.table("duties.toml") => {}
                BlockContent::Duties => found.report(Problem::NoDuties, block.span),
            }
        }
        report_twice(text, found);
    }
    for text in plan.rounds.iter().filter_map(|round| round.notice.as_ref()).flatten() {
        figures(text, found);
        report_blocks(text, "a notice, except for figures", found);
    }
}

/// The table of responsibilities is long, and a text closes with it; a chart may be wanted again.
fn report_twice(text: &Document, found: &mut Diagnostics) {
    let mut tables = text.blocks().filter(|block| matches!(block.content, BlockContent::Duties));
    let Some(first) = tables.next() else { return };
    for again in tables {
        let finding = Diagnostic::new(Problem::DutiesTwice, again.span);
        found.push(finding.with_related(first.span));
    }
}

/// Reports everything in braces in a text that belongs to no plan.
pub fn refuse(text: &Document, found: &mut Diagnostics) {
    let place = "a page that belongs to no plan";
    for figure in text.figures() {
        found.report(Problem::DirectiveMisplaced { place }, figure.indicator.span);
    }
    report_blocks(text, place, found);
}

fn report_blocks(text: &Document, place: &'static str, found: &mut Diagnostics) {
    for block in text.blocks().filter(|block| block.html().is_none()) {
        found.report(Problem::DirectiveMisplaced { place }, block.span);
    }
}

fn check_figure(figure: &Figure, plan: &Plan, areas: &Register<Area>, found: &mut Diagnostics) {
    match figure.find(plan, areas) {
        Ok(_) => {}
        Err(NoFigure::UnknownIndicator(name)) => check_indicator(name, plan, found),
        Err(NoFigure::UnknownPlace(name)) => {
            let indicator = plan.indicator(&figure.indicator.value);
            let divisions = indicator.iter().flat_map(|one| &one.divisions);
            let parts = divisions.filter_map(|one| Some(one.part.as_ref()?.id.as_str()));
            let known = areas.iter().map(|area| area.id.as_str()).chain(parts);
            report_unknown("area", name, known, found);
        }
        Err(NoFigure::Absent) => {
            let problem = Problem::NoFigure { indicator: figure.indicator.value.clone() };
            found.report(problem, figure.which.span);
        }
    }
}

fn check_indicator(name: &Spanned<String>, plan: &Plan, found: &mut Diagnostics) {
    if plan.indicator(&name.value).is_none() {
        let ids = plan.indicators().map(|one| one.id.as_str());
        report_unknown("indicator", name, ids, found);
    }
}

fn check_chart(chart: &Chart, span: Span, plan: &Plan, found: &mut Diagnostics) {
    let lacks = match chart {
        Chart::Overview => plan.targets.is_none(),
        Chart::DutyMatrix => plan.duties.is_none(),
        _ => false,
    };
    if lacks {
        found.report(Problem::NoChart { needs: chart.table() }, span);
    }
    let Some(name) = chart.indicator() else { return };
    let Some(indicator) = plan.indicator(&name.value) else {
        return check_indicator(name, plan, found);
    };
    let wrong = match chart {
        Chart::Areas(_, Some(year)) => {
            let mut areas = indicator.divisions.iter().flat_map(|division| &division.areas);
            (!areas.any(|(_, years)| years.contains_key(&year.value))).then_some(year.span)
        }
        Chart::Areas(_, None) | Chart::AreaYears(_) => {
            indicator.divisions.is_empty().then_some(name.span)
        }
        _ => None,
    };
    if let Some(span) = wrong {
        found.report(Problem::NoFigure { indicator: name.value.clone() }, span);
    }
}
