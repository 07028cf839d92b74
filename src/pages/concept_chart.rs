//! In: a concept and a measure. Out: its chart, as pages and files carry it: the targets of its plans in one unit.

use maud::Markup;

use crate::charts::{Chart, PlanBars, PlanYears, StyleSheet};
use crate::language::WordArg;
use crate::model::Site;
use crate::model::concept::{Compared, Concept};
use crate::model::indicator::Measure;
use crate::model::switch::Switch;

use super::Context;
use super::chart_view;
use super::concept::concept_path;
use super::concept_table::called;
use super::download::is_made;
use super::plan_parts::period;

/// A sheet of the chart of a concept, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConceptChart {
    concept: usize,
    measure: Measure,
    sheet: usize,
}

impl ConceptChart {
    /// Every chart of every concept.
    pub fn all(site: &Site) -> Vec<Self> {
        let measures = |concept| {
            let each = Measure::ALL.into_iter();
            each.flat_map(move |measure| Self::of(site, concept, measure))
        };
        (0..site.concepts.len()).flat_map(measures).collect()
    }

    /// The sheets of one measure.
    pub fn of(site: &Site, concept: usize, measure: Measure) -> Vec<Self> {
        let plans = plans(site, &site.concepts[concept], measure, |_| String::new());
        let (title, unit, scale) = (String::new(), String::new(), None);
        let sheets = PlanYears { title, unit, plans, scale }.sheets().len();
        (0..sheets).map(|sheet| Self { concept, measure, sheet }).collect()
    }

    fn page(self, site: &Site) -> String {
        concept_path(&site.concepts[self.concept])
    }

    /// What tells the chart from the others of its page: `levels-2`.
    fn name(self) -> String {
        let name = part_name(self.measure);
        if self.sheet > 0 { format!("{name}-{}", self.sheet + 1) } else { name.to_owned() }
    }

    /// The address of the file, without language.
    pub fn path(self, site: &Site) -> String {
        format!("{}{}.svg", self.page(site), self.name())
    }

    fn draw(self, cx: &Context<'_>) -> Option<Chart> {
        let concept = &cx.site.concepts[self.concept];
        let names = Names::new(cx, concept, self.measure);
        let data = PlanYears {
            title: title(cx, concept, self.measure),
            unit: concept.unit.get(cx.lang).to_owned(),
            plans: plans(cx.site, concept, self.measure, |one| names.of(one)),
            scale: None,
        };
        data.sheets().get(self.sheet)?.draw(&cx.voice())
    }

    pub fn view(self, cx: &Context<'_>) -> Option<Markup> {
        let id = format!("chart_concept_{}", self.name());
        let page = self.page(cx.site);
        let table = cx.link(&page).map(|url| format!("{url}#page_{}", part_name(self.measure)));
        let file = is_made(cx.site, Switch::Concepts).then(|| self.path(cx.site));
        Some(chart_view::on_page(cx, &self.draw(cx)?, id, &page, table, file))
    }

    /// The chart as a file of its own, with its styles and where it comes from.
    pub fn file(self, cx: &Context<'_>, styles: &StyleSheet) -> String {
        let name = cx.site.concepts[self.concept].name.get(cx.lang);
        let chart = self.draw(cx);
        chart.map_or_else(String::new, |chart| {
            chart_view::as_file(cx, &chart, styles, name, &self.page(cx.site))
        })
    }
}

/// What the part of the page is called in addresses.
pub fn part_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Level => "levels",
        Measure::YearlyFlow => "yearly",
    }
}

fn title(cx: &Context<'_>, concept: &Concept, measure: Measure) -> String {
    let word = match measure {
        Measure::Level => "chart-title-concept-levels",
        Measure::YearlyFlow => "chart-title-concept-yearly",
    };
    cx.word_with(word, &[("concept", WordArg::Text(concept.name.get(cx.lang)))])
}

/// The targets in the unit of the concept, in the order of the table. What has none is not drawn.
fn plans(
    site: &Site,
    concept: &Concept,
    measure: Measure,
    name: impl Fn(&Compared) -> String,
) -> Vec<PlanBars> {
    let bars = |one: &Compared| -> Vec<_> {
        let targets = one.target(site).iter();
        targets.filter_map(|(year, target)| Some((*year, one.converted(target.value)?))).collect()
    };
    let plans = concept.of(site, measure).map(|one| PlanBars { name: name(one), bars: bars(one) });
    plans.filter(|plan| !plan.bars.is_empty()).collect()
}

/// What groups of bars are called: by their area and, where an area occurs twice, by more.
struct Names<'n> {
    cx: &'n Context<'n>,
    /// For each indicator its names, the shortest first.
    all: Vec<[String; 4]>,
}

impl<'n> Names<'n> {
    fn new(cx: &'n Context<'n>, concept: &Concept, measure: Measure) -> Self {
        let all = concept.of(cx.site, measure).map(|one| names(cx, one)).collect();
        Self { cx, all }
    }

    fn of(&self, one: &Compared) -> String {
        let alone = |(level, name): &(usize, String)| {
            self.all.iter().filter(|names| names[*level] == *name).count() == 1
        };
        let [.., last] = names(self.cx, one);
        let mut names = names(self.cx, one).into_iter().enumerate();
        names.find(alone).map_or(last, |(_, name)| name)
    }
}

fn names(cx: &Context<'_>, one: &Compared) -> [String; 4] {
    let plan = one.plan(cx.site);
    let short = match plan.area {
        Some(area) => cx.site.areas[area].short.get(cx.lang),
        None => plan.short.get(cx.lang),
    };
    let with = |more: &str| {
        let args = [("name", WordArg::Text(short)), ("more", WordArg::Text(more))];
        cx.word_with("concept-group", &args)
    };
    let longer = period(cx, plan).map_or_else(|| short.to_owned(), |period| with(&period));
    let called = called(cx, one);
    let whole = with(&format!("{} - {called}", plan.short.get(cx.lang)));
    [short.to_owned(), longer, with(&called), whole]
}
