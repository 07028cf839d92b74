//! In: what stands between double braces in a plan's text. Out: the directive that it is, or a finding that
//! says how it is written.

use std::ops::Range;

use memchr::memchr;

use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{Diagnostics, Problem, Spanned};
use crate::model::directive::{Chart, Directive, Figure, Which};

use super::Origin;

const DIRECTIVES: [&str; 4] = ["figure", "chart", "table", "duties"];
const CHARTS: [&str; 5] = ["trajectory", "areas", "area-years", "overview", "duty-matrix"];

/// The places of all `{{ … }}` in a piece of the author's text.
pub fn places(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts have no brace at all, which is told faster.
    if memchr(b'{', &text.as_bytes()[range.clone()]).is_none() {
        return found;
    }
    let mut start = range.start;
    while let Some(open) = text[start..range.end].find("{{").map(|at| at + start) {
        let Some(close) = text[open..range.end].find("}}").map(|at| at + open + 2) else { break };
        found.push(open..close);
        start = close;
    }
    found
}

/// Reads the directive at `place`, braces included. `None` where it is none, which has been reported.
pub fn read(
    place: Range<usize>,
    origin: &Origin<'_>,
    found: &mut Diagnostics,
) -> Option<Directive> {
    let words = words(place.clone(), origin);
    let mut words = words.into_iter();
    let form = |form| Problem::BadDirective { form };
    let Some(first) = words.next() else {
        found.report(form("{{ figure INDICATOR YEAR }}"), origin.span(place));
        return None;
    };
    let (directive, usage) = match first.value.as_str() {
        "figure" => (figure(&mut words), "{{ figure INDICATOR YEAR }}"),
        "table" => (words.next().map(Directive::Table), "{{ table INDICATOR }}"),
        "duties" => (Some(Directive::Duties), "{{ duties }}"),
        "chart" => {
            let kind = words.next();
            if let Some(kind) = kind.as_ref().filter(|kind| !CHARTS.contains(&kind.value.as_str()))
            {
                unknown(kind, &CHARTS, found);
                return None;
            }
            let usage = if kind.as_ref().is_some_and(|kind| whole_plan(&kind.value)) {
                "{{ chart overview }}"
            } else {
                "{{ chart trajectory INDICATOR }}"
            };
            (kind.and_then(|kind| chart(&kind, &mut words)).map(Directive::Chart), usage)
        }
        _ => {
            unknown(&first, &DIRECTIVES, found);
            return None;
        }
    };
    let complete = directive.filter(|_| words.next().is_none());
    if complete.is_none() {
        found.report(form(usage), origin.span(place));
    }
    complete
}

fn whole_plan(chart: &str) -> bool {
    matches!(chart, "overview" | "duty-matrix")
}

fn unknown(word: &Spanned<String>, known: &[&'static str], found: &mut Diagnostics) {
    let nearest = nearest(&word.value, known.iter().copied());
    let problem = Problem::UnknownWord { word: word.value.clone(), nearest, known: known.to_vec() };
    found.report(problem, word.span);
}

/// The words between the braces, each with its place.
fn words(place: Range<usize>, origin: &Origin<'_>) -> Vec<Spanned<String>> {
    let inner = place.start + 2..place.end - 2;
    let text = &origin.text[inner.clone()];
    text.split_whitespace()
        .map(|word| {
            let at = inner.start + (word.as_ptr() as usize - text.as_ptr() as usize);
            Spanned::new(word.to_owned(), origin.span(at..at + word.len()))
        })
        .collect()
}

/// `INDICATOR 2020`, `INDICATOR baseline`, `INDICATOR latest`, and perhaps a part and an area.
fn figure(words: &mut impl Iterator<Item = Spanned<String>>) -> Option<Directive> {
    let (indicator, which) = (words.next()?, words.next()?);
    let meant = match which.value.as_str() {
        "baseline" => Which::Baseline,
        "latest" => Which::Latest,
        year => Which::Target(year.parse().ok()?),
    };
    let of = words.by_ref().take(2).collect();
    let which = Spanned::new(meant, which.span);
    Some(Directive::Figure(Figure { indicator, which, of }))
}

fn chart(
    kind: &Spanned<String>,
    words: &mut impl Iterator<Item = Spanned<String>>,
) -> Option<Chart> {
    Some(match kind.value.as_str() {
        "overview" => Chart::Overview,
        "duty-matrix" => Chart::DutyMatrix,
        "trajectory" => Chart::Trajectory(words.next()?),
        "area-years" => Chart::AreaYears(words.next()?),
        _ => {
            let indicator = words.next()?;
            let year = match words.next() {
                Some(year) => Some(Spanned::new(year.value.parse().ok()?, year.span)),
                None => None,
            };
            Chart::Areas(indicator, year)
        }
    })
}
