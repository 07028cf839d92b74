//! In: the tables of a plan. Out: its charts: which there are, what each of them shows; and how pages and files carry
//! any chart.

use std::sync::Arc;

use maud::{Markup, PreEscaped, html};
use rayon::prelude::*;

use crate::charts::{AREAS_PER_SHEET, Chart, INDICATORS_PER_SHEET, StyleSheet};
use crate::language::WordArg;
use crate::model::directive::Chart as Asked;
use crate::model::indicator::{ByYear, Division, Indicator};
use crate::model::switch::Switch;
use crate::model::{Area, Key, Site};

use super::Context;
use super::chart_data::{area_years, areas, duty_matrix, overview, trajectory};
use super::download::is_made;
use super::duty_table::table_in_text;
use super::frame::html_lang;
use super::indicator::indicator_path;
use super::markup::{Whole, text};
use super::plan_parts::page_path;
use super::unit_parts::indicator_url;

/// A chart of a plan, by the places of what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanChart {
    plan: usize,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Trajectory {
        indicator: usize,
    },
    /// The breakdown of a division in a year.
    Areas {
        indicator: usize,
        division: usize,
        year: i16,
        sheet: usize,
    },
    /// The same with one area marked, for the page of that area.
    AreaBesideOthers {
        indicator: usize,
        division: usize,
        year: i16,
        area: Key<Area>,
    },
    AreaYears {
        indicator: usize,
        division: usize,
        sheet: usize,
    },
    Overview {
        sheet: usize,
    },
    DutyMatrix {
        sheet: usize,
    },
}

impl PlanChart {
    /// The place of its plan.
    pub fn plan(self) -> usize {
        self.plan
    }

    /// Every chart of every plan.
    pub fn all(site: &Site) -> Vec<Self> {
        let plans = (0..site.plans.len()).into_par_iter();
        plans
            .flat_map_iter(|plan| {
                let indicators = 0..site.plans[plan].indicators().len();
                let mut charts = Self::overview(site, plan);
                charts.extend(indicators.flat_map(|one| Self::of_indicator(site, plan, one)));
                charts.extend(Self::duty_matrix(site, plan));
                charts
            })
            .collect()
    }

    /// The charts of an indicator's page: its course, and for each of its divisions the areas.
    pub fn of_indicator(site: &Site, plan: usize, indicator: usize) -> Vec<Self> {
        let Some(one) = site.plans[plan].indicators().nth(indicator) else { return Vec::new() };
        let mut charts = Vec::new();
        if one.baseline.is_some() || !one.target.is_empty() || !one.actuals.is_empty() {
            charts.push(Self { plan, what: What::Trajectory { indicator } });
        }
        for (division, data) in one.divisions.iter().enumerate() {
            if let Some(year) = data.years().pop() {
                charts.extend(Self::areas(site, plan, indicator, division, year));
            }
            if data.years().len() > 1 {
                charts.extend(Self::area_years(site, plan, indicator, division));
            }
        }
        charts
    }

    /// All indicators of a plan beside each other.
    pub fn overview(site: &Site, plan: usize) -> Vec<Self> {
        let count = site.plans[plan].indicators().len().div_ceil(INDICATORS_PER_SHEET);
        sheets(plan, count, |sheet| What::Overview { sheet })
    }

    /// Units by groups of tasks.
    pub fn duty_matrix(site: &Site, plan: usize) -> Vec<Self> {
        let first = site.config.languages.first();
        let data = duty_matrix(site, &site.plans[plan], first, String::new(), None);
        sheets(plan, data.sheets().len(), |sheet| What::DutyMatrix { sheet })
    }

    /// An area beside the others that have a figure of the year; it only stands on the page of the area.
    pub fn beside_others(
        plan: usize,
        indicator: usize,
        division: usize,
        year: i16,
        area: Key<Area>,
    ) -> Self {
        Self { plan, what: What::AreaBesideOthers { indicator, division, year, area } }
    }

    fn areas(site: &Site, plan: usize, indicator: usize, division: usize, year: i16) -> Vec<Self> {
        let what = |sheet| What::Areas { indicator, division, year, sheet };
        sheets(
            plan,
            Self { plan, what: what(0) }.sheets_of_areas(site, |years| years.contains_key(&year)),
            what,
        )
    }

    fn area_years(site: &Site, plan: usize, indicator: usize, division: usize) -> Vec<Self> {
        let what = |sheet| What::AreaYears { indicator, division, sheet };
        sheets(plan, Self { plan, what: what(0) }.sheets_of_areas(site, |_| true), what)
    }

    /// Sheets hold the areas with the largest figures first; one without any figure is not drawn.
    fn sheets_of_areas(self, site: &Site, counts: impl Fn(&ByYear) -> bool) -> usize {
        let areas = self.division(site).map_or(&[][..], |(_, division)| &division.areas);
        areas.iter().filter(|(_, years)| counts(years)).count().div_ceil(AREAS_PER_SHEET)
    }

    /// The charts that a text asks for.
    pub fn asked(site: &Site, plan: usize, asked: &Asked) -> Vec<Self> {
        let place =
            |name: &str| site.plans[plan].indicators().position(|one| one.id.as_str() == name);
        let of = |name: &str, wanted: fn(What) -> bool| {
            let charts = place(name).map(|at| Self::of_indicator(site, plan, at));
            charts.into_iter().flatten().filter(|one| wanted(one.what)).collect()
        };
        match asked {
            Asked::Overview => Self::overview(site, plan),
            Asked::DutyMatrix => Self::duty_matrix(site, plan),
            Asked::Trajectory(name) => {
                of(&name.value, |what| matches!(what, What::Trajectory { .. }))
            }
            Asked::AreaYears(name) => {
                of(&name.value, |what| matches!(what, What::AreaYears { .. }))
            }
            Asked::Areas(name, None) => of(&name.value, |what| matches!(what, What::Areas { .. })),
            Asked::Areas(name, Some(year)) => {
                let Some(indicator) = place(&name.value) else { return Vec::new() };
                let one = site.plans[plan].indicators().nth(indicator);
                let divisions = one.map_or(&[][..], |one| &one.divisions);
                let places =
                    (0..divisions.len()).filter(|at| divisions[*at].years().contains(&year.value));
                places.flat_map(|at| Self::areas(site, plan, indicator, at, year.value)).collect()
            }
        }
    }

    fn indicator(self, site: &Site) -> Option<&Indicator> {
        match self.what {
            What::Trajectory { indicator }
            | What::Areas { indicator, .. }
            | What::AreaBesideOthers { indicator, .. }
            | What::AreaYears { indicator, .. } => {
                site.plans[self.plan].indicators().nth(indicator)
            }
            What::Overview { .. } | What::DutyMatrix { .. } => None,
        }
    }

    fn division(self, site: &Site) -> Option<(&Indicator, &Division)> {
        let (What::Areas { division, .. }
        | What::AreaBesideOthers { division, .. }
        | What::AreaYears { division, .. }) = self.what
        else {
            return None;
        };
        let indicator = self.indicator(site)?;
        Some((indicator, indicator.divisions.get(division)?))
    }

    /// The page that the chart belongs to, without language.
    fn page(self, site: &Site) -> String {
        let plan = &site.plans[self.plan];
        match (self.what, self.indicator(site)) {
            (_, Some(indicator)) => indicator_path(plan, indicator),
            (What::DutyMatrix { .. }, None) => page_path(plan, "responsibilities/"),
            (_, None) => page_path(plan, "progress/"),
        }
    }

    /// What tells the chart from the others of its page: `areas-provincial-2`.
    fn name(self, site: &Site) -> String {
        let (kind, sheet) = match self.what {
            What::Trajectory { .. } => ("trajectory", 0),
            What::Areas { sheet, .. } => ("areas", sheet),
            What::AreaBesideOthers { .. } => ("area", 0),
            What::AreaYears { sheet, .. } => ("area-years", sheet),
            What::Overview { sheet } => ("overview", sheet),
            What::DutyMatrix { sheet } => ("duty-matrix", sheet),
        };
        let mut name = kind.to_owned();
        if let Some((_, division)) = self.division(site) {
            if let Some(part) = &division.part {
                name.push_str(&format!("-{}", part.id));
            }
            if let (What::Areas { year, .. }, false) = (self.what, self.has_file(site)) {
                name.push_str(&format!("-{year}"));
            }
        }
        if sheet > 0 {
            name.push_str(&format!("-{}", sheet + 1));
        }
        name
    }

    /// The address of the file, without language.
    pub fn path(self, site: &Site) -> String {
        self.page(site) + &self.name(site) + ".svg"
    }

    fn drawn(self, cx: &Context<'_>) -> Option<Arc<Chart>> {
        match cx.drawn {
            Some(drawn) => drawn.chart(self, cx.lang, || self.draw(cx)),
            None => self.draw(cx).map(Arc::new),
        }
    }

    fn draw(self, cx: &Context<'_>) -> Option<Chart> {
        let voice = cx.voice();
        let (site, plan) = (cx.site, self.plan);
        let short = [("plan", WordArg::Text(site.plans[plan].short.get(cx.lang)))];
        match self.what {
            What::Trajectory { .. } => trajectory(cx, self.indicator(site)?).draw(&voice),
            What::Areas { year, sheet, .. } => {
                let (indicator, division) = self.division(site)?;
                let data = areas(cx, &site.plans[plan], indicator, division, year);
                data.sheets().get(sheet)?.draw(&voice)
            }
            What::AreaBesideOthers { year, area, .. } => {
                let (indicator, division) = self.division(site)?;
                let mut data = areas(cx, &site.plans[plan], indicator, division, year);
                data.marked = division.areas.iter().position(|(key, _)| *key == area);
                data.rank = division.rank(area, year);
                data.sheets().iter().find(|sheet| sheet.marked.is_some())?.draw(&voice)
            }
            What::AreaYears { sheet, .. } => {
                let (indicator, division) = self.division(site)?;
                area_years(cx, indicator, division).sheets().get(sheet)?.draw(&voice)
            }
            What::Overview { sheet } => {
                let title = cx.word_with("chart-title-overview", &short);
                overview(&site.plans[plan], cx.lang, title).sheets().get(sheet)?.draw(&voice)
            }
            What::DutyMatrix { sheet } => {
                let title = cx.word_with("chart-title-duty-matrix", &short);
                let page = cx.link(&self.page(site));
                duty_matrix(site, &site.plans[plan], cx.lang, title, page.as_deref())
                    .sheets()
                    .get(sheet)?
                    .draw(&voice)
            }
        }
    }

    /// The chart on a page. `suffix` keeps its id apart where a page may have it twice.
    pub fn view(self, cx: &Context<'_>, suffix: &str) -> Option<Markup> {
        let chart = self.drawn(cx)?;
        let indicator = self.indicator(cx.site).map_or("plan", |one| one.id.as_str());
        let id = format!("chart_{indicator}_{}{suffix}", self.name(cx.site));
        let has_file = self.has_file(cx.site) && is_made(cx.site, self.switch());
        let file = has_file.then(|| self.path(cx.site));
        Some(on_page(cx, &chart, id, &self.page(cx.site), self.table(cx), file))
    }

    /// Where its numbers stand.
    fn table(self, cx: &Context<'_>) -> Option<String> {
        let plan = &cx.site.plans[self.plan];
        let page = cx.link(&self.page(cx.site)).map(|page| page + "#page_table");
        page.or_else(|| match self.what {
            What::DutyMatrix { .. } => table_in_text(cx, plan),
            _ => indicator_url(cx, plan, self.indicator(cx.site)?),
        })
    }

    /// What switches the page off that the chart belongs to.
    pub fn switch(self) -> Switch {
        match self.what {
            What::Overview { .. } => Switch::Progress,
            What::DutyMatrix { .. } => Switch::Responsibilities,
            What::Trajectory { .. }
            | What::Areas { .. }
            | What::AreaBesideOthers { .. }
            | What::AreaYears { .. } => Switch::Indicator,
        }
    }

    /// The areas of another year than the last only stand in texts.
    fn has_file(self, site: &Site) -> bool {
        match (self.what, self.division(site)) {
            (What::AreaBesideOthers { .. }, _) => false,
            (What::Areas { year, .. }, Some((_, division))) => division.years().pop() == Some(year),
            _ => true,
        }
    }

    /// The chart as a file of its own, with its styles and where it comes from.
    pub fn file(self, cx: &Context<'_>, styles: &StyleSheet) -> String {
        let plan = cx.site.plans[self.plan].short.get(cx.lang);
        let chart = self.drawn(cx);
        chart.map_or_else(String::new, |chart| {
            as_file(cx, &chart, styles, plan, &self.page(cx.site))
        })
    }
}

/// A chart on a page. `page` is the one that it belongs to, `file` the address of the chart as a file, both without
/// language; `table_url` is where the same numbers stand.
pub fn on_page(
    cx: &Context<'_>,
    chart: &Chart,
    id: String,
    page: &str,
    table_url: Option<String>,
    file: Option<String>,
) -> Markup {
    let file_url = file.map(|file| cx.url(&file));
    let caption = [&id, "-caption"].concat();
    html! {
        figure class="chart-box" aria-labelledby=(text(&caption)) { "\n"
            figcaption id=(text(&caption)) { (Whole(&chart.title)) } "\n"
            (PreEscaped(chart.inline(&id)))
            (links(cx, table_url.as_deref(), file_url.as_deref()))
            @if let Some(file) = &file_url {
                "\n" details class="embed" { "\n"
                    summary { (cx.word("chart-embed")) } "\n"
                    p { (text(&cx.word("chart-embed-text"))) } "\n"
                    pre tabindex="0" { code { (text(&embed(cx, chart, page, file))) } } "\n"
                }
            }
            "\n"
        }
    }
}

/// Where the same numbers stand in a table, and the chart as a file.
fn links(cx: &Context<'_>, table: Option<&str>, file: Option<&str>) -> Markup {
    html! {
        @if table.is_some() || file.is_some() {
            "\n" p class="chart-links" {
                @if let Some(table) = table { a href=(text(table)) { (cx.word("chart-table")) } }
                @if let Some(file) = file {
                    "\n" a href=(text(file)) download { (cx.word("chart-download")) }
                }
            }
        }
    }
}

/// What other sites paste to show the chart.
fn embed(cx: &Context<'_>, chart: &Chart, page: &str, file: &str) -> String {
    let (page, file) = (cx.absolute(&cx.url(page)), cx.absolute(file));
    let alt = text(&chart.title);
    html! { a href=(text(&page)) { img src=(text(&file)) alt=(alt) width="540"; } }.into_string()
}

/// A chart as a file of its own. `name` is what its figures are taken from, `page` where they stand, without language.
pub fn as_file(
    cx: &Context<'_>,
    chart: &Chart,
    styles: &StyleSheet,
    name: &str,
    page: &str,
) -> String {
    let page = cx.absolute(&cx.url(page));
    let args = [("plan", WordArg::Text(name)), ("url", WordArg::Text(&page))];
    let source = cx.word_with("chart-source", &args);
    chart.standalone(&html_lang(cx.tag()), styles, &source)
}

fn sheets(plan: usize, count: usize, what: impl Fn(usize) -> What) -> Vec<PlanChart> {
    (0..count).map(|sheet| PlanChart { plan, what: what(sheet) }).collect()
}
