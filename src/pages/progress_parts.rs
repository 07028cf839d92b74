//! In: indicators and what was judged of them. Out: the parts that several pages print: a status with its
//! method, inputs and as-of date; counts by status; what was reported last and is due next; what is missing.

use serde::Serialize;

use crate::language::WordArg;
use crate::model::Plan;
use crate::model::indicator::{Actual, Baseline, Direction, Indicator, Measure};
use crate::model::quantity::Quantity;
use crate::progress::{Assessment, Missing, Outcome, STATUSES, Status, assess, due, missing};

use super::Context;
use super::plan_parts::{Day, Label, day};
use super::unit_parts::indicator_url;

/// Where an indicator stands.
#[derive(Serialize)]
pub struct Standing {
    pub status: Label,
    pub method: String,
    /// What was compared with what, in a sentence with the as-of date.
    pub sentence: String,
}

/// An indicator with its status in a list.
#[derive(Serialize)]
pub struct Line {
    pub name: String,
    pub url: Option<String>,
    pub plan: String,
    pub standing: Standing,
}

/// How many indicators have a status.
#[derive(Serialize)]
pub struct Count {
    pub status: Label,
    pub count: usize,
}

/// A figure that was reported.
#[derive(Serialize)]
pub struct Report {
    pub name: String,
    pub url: Option<String>,
    pub plan: String,
    pub value: String,
    pub unit: String,
    pub as_of: Day,
}

/// A figure that is due.
#[derive(Serialize)]
pub struct DueView {
    pub name: String,
    pub url: Option<String>,
    pub as_of: Day,
    pub overdue: bool,
}

/// What is missing of an indicator.
#[derive(Serialize)]
pub struct Gap {
    pub name: String,
    pub url: Option<String>,
    pub gaps: Vec<String>,
}

pub fn status_label(cx: &Context<'_>, status: Status) -> Label {
    Label { code: status.code(), text: cx.word(&format!("progress-{}", status.code())) }
}

/// Where an indicator stands, by its own method or the site's.
pub fn assessed<'i>(cx: &Context<'_>, indicator: &'i Indicator) -> Assessment<'i> {
    assess(indicator, cx.site.config.method)
}

pub fn standing(cx: &Context<'_>, indicator: &Indicator) -> Standing {
    let assessment = assessed(cx, indicator);
    Standing {
        status: status_label(cx, assessment.status()),
        method: cx.word(&format!("method-{}", assessment.method.code())),
        sentence: Sentence { cx, indicator, assessment: &assessment }.text(),
    }
}

pub fn line(cx: &Context<'_>, plan: &Plan, indicator: &Indicator) -> Line {
    Line {
        name: indicator.name.get(cx.lang).to_owned(),
        url: indicator_url(cx, plan, indicator),
        plan: plan.short.get(cx.lang).to_owned(),
        standing: standing(cx, indicator),
    }
}

/// The indicators that somebody should look at, the most pressing first.
pub fn attention<'s>(
    cx: &Context<'_>,
    indicators: impl Iterator<Item = (&'s Plan, &'s Indicator)>,
    most: usize,
) -> Vec<Line> {
    let judged = indicators.map(|(plan, one)| (assessed(cx, one).status(), plan, one));
    let mut pressing: Vec<_> = judged.filter(|(status, ..)| status.needs_attention()).collect();
    pressing.sort_by_key(|(status, ..)| *status);
    pressing.into_iter().take(most).map(|(_, plan, one)| line(cx, plan, one)).collect()
}

/// Counts by status, those that call for attention first; statuses that nobody has are left out.
pub fn counts<'i>(cx: &Context<'_>, indicators: impl Iterator<Item = &'i Indicator>) -> Vec<Count> {
    let mut counts = [0usize; STATUSES.len()];
    for indicator in indicators {
        counts[assessed(cx, indicator).status() as usize] += 1;
    }
    let known = STATUSES.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    known.map(|(status, count)| Count { status: status_label(cx, status), count }).collect()
}

/// The last reports of some plans, the newest first.
pub fn reports<'s>(
    cx: &Context<'_>,
    indicators: impl Iterator<Item = (&'s Plan, &'s Indicator)>,
    most: usize,
) -> Vec<Report> {
    let mut all: Vec<(&Plan, &Indicator, &Actual)> = indicators
        .flat_map(|(plan, one)| one.actuals.iter().map(move |actual| (plan, one, actual)))
        .collect();
    let newest = |actual: &Actual| actual.reported.unwrap_or(actual.as_of.value);
    all.sort_by_key(|(.., actual)| std::cmp::Reverse((newest(actual), actual.as_of.value)));
    all.truncate(most);
    let report = |(plan, indicator, actual): (&Plan, &Indicator, &Actual)| Report {
        name: indicator.name.get(cx.lang).to_owned(),
        url: indicator_url(cx, plan, indicator),
        plan: plan.short.get(cx.lang).to_owned(),
        value: cx.quantity(actual.value.value),
        unit: indicator.unit.get(cx.lang).to_owned(),
        as_of: day(cx, actual.as_of.value),
    };
    all.into_iter().map(report).collect()
}

/// What is due next in a plan, the earliest first.
pub fn dues(cx: &Context<'_>, plan: &Plan) -> Vec<DueView> {
    let next = |indicator| due(plan, indicator, cx.today).map(|due| (due, indicator));
    let mut dues: Vec<_> = plan.indicators().filter_map(next).collect();
    dues.sort_by_key(|(due, _)| due.as_of);
    dues.into_iter()
        .map(|(due, indicator)| DueView {
            name: indicator.name.get(cx.lang).to_owned(),
            url: indicator_url(cx, plan, indicator),
            as_of: day(cx, due.as_of),
            overdue: due.overdue,
        })
        .collect()
}

/// What is missing in a plan, indicator by indicator.
pub fn gaps(cx: &Context<'_>, plan: &Plan) -> Vec<Gap> {
    let gap = |indicator| {
        let gaps = gap_words(cx, &missing(plan, indicator, cx.today));
        (!gaps.is_empty()).then(|| Gap {
            name: indicator.name.get(cx.lang).to_owned(),
            url: indicator_url(cx, plan, indicator),
            gaps,
        })
    };
    plan.indicators().filter_map(gap).collect()
}

/// The areas of one year and part are named together.
fn gap_words(cx: &Context<'_>, missing: &[Missing<'_>]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut areas: Vec<((i16, String), Vec<&str>)> = Vec::new();
    for one in missing {
        match one {
            Missing::Area { area, year, division } => {
                let part = division.part.as_ref();
                let part = part.map_or("", |part| part.name.get(cx.lang)).to_owned();
                let name = cx.site.areas[*area].short.get(cx.lang);
                match areas.iter_mut().find(|(key, _)| *key == (*year, part.clone())) {
                    Some((_, names)) => names.push(name),
                    None => areas.push(((*year, part), vec![name])),
                }
            }
            Missing::Total { year } => words.push(
                cx.word_with("missing-total-of", &[("year", WordArg::Text(&year.to_string()))]),
            ),
            Missing::Actuals { first, last, count } => {
                let (first, last) = (cx.date(*first), cx.date(*last));
                let args = [
                    ("first", WordArg::Text(&first)),
                    ("last", WordArg::Text(&last)),
                    ("count", WordArg::Count(*count)),
                ];
                let word = if *count == 1 { "missing-actual-of" } else { "missing-actuals-of" };
                words.push(cx.word_with(word, &args));
            }
            Missing::Baseline | Missing::BaselineYear | Missing::Targets => {
                words.push(cx.word(&format!("missing-{}", one.code())));
            }
        }
    }
    words.extend(areas.into_iter().map(|((year, part), names)| {
        let (year, names) = (year.to_string(), cx.voice().list(&names));
        let args = [
            ("year", WordArg::Text(&year)),
            ("part", WordArg::Text(&part)),
            ("areas", WordArg::Text(&names)),
        ];
        cx.word_with(if part.is_empty() { "missing-areas" } else { "missing-areas-of-part" }, &args)
    }));
    words
}

/// The sentence of a status.
struct Sentence<'c, 's> {
    cx: &'c Context<'s>,
    indicator: &'c Indicator,
    assessment: &'c Assessment<'c>,
}

impl Sentence<'_, '_> {
    fn text(&self) -> String {
        match self.assessment.outcome {
            Outcome::NoData => self.cx.word("standing-no-data"),
            Outcome::NotAssessable(reason) => {
                let reason = self.cx.word(&format!("reason-{}", reason.code()));
                let more = [("reason", reason)];
                self.fill("standing-not-assessable", &more)
            }
            Outcome::Milestone { share: None, .. } => self.fill("standing-milestone", &[]),
            Outcome::Milestone { share: Some(share), .. } => {
                let word = match self.indicator.direction {
                    Direction::MoreIsBetter => "standing-milestone-share",
                    Direction::LessIsBetter => "standing-milestone-way",
                };
                self.fill(word, &[("share", self.cx.voice().number(share))])
            }
            Outcome::Proportional { done, time, months, of_months, .. } => {
                let word = match (self.indicator.measure, self.indicator.direction) {
                    (Measure::Level, _) => "standing-proportional",
                    (Measure::YearlyFlow, Direction::MoreIsBetter) => "standing-proportional-flow",
                    (Measure::YearlyFlow, Direction::LessIsBetter) => "standing-proportional-limit",
                };
                let number = |number| self.cx.voice().number(number);
                let more = [
                    ("done", number(done)),
                    ("time", number(time)),
                    ("months", months.to_string()),
                    ("whole", of_months.to_string()),
                ];
                self.fill(word, &more)
            }
            Outcome::Growth { ratio: None, .. } => self.fill("standing-growth-reached", &[]),
            Outcome::Growth { ratio: Some(ratio), .. } => {
                self.fill("standing-growth", &[("ratio", self.cx.voice().number(ratio))])
            }
        }
    }

    /// A word with the inputs that every method names, and some more.
    fn fill(&self, word: &str, more: &[(&str, String)]) -> String {
        let actual = self.assessment.actual;
        let baseline = self.indicator.baseline.as_ref();
        let quantity = |value: Option<Quantity>| {
            value.map_or_else(String::new, |value| self.cx.quantity(value))
        };
        let date = actual.map_or_else(String::new, |one| self.cx.date(one.as_of.value));
        let target = self.assessment.target;
        let base_year = baseline.and_then(|one: &Baseline| one.year);
        let mut inputs = vec![
            ("actual", quantity(actual.map(|one| one.value.value))),
            ("date", date),
            ("baseline", quantity(baseline.map(|one| one.value))),
            ("start", base_year.map_or_else(String::new, |year| year.to_string())),
            ("year", target.map_or_else(String::new, |(year, _)| year.to_string())),
            ("target", quantity(target.map(|(_, target)| target))),
        ];
        inputs.extend(more.iter().cloned());
        let args: Vec<(&str, WordArg<'_>)> =
            inputs.iter().map(|(name, text)| (*name, WordArg::Text(text))).collect();
        self.cx.word_with(word, &args)
    }
}
