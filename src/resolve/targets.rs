//! In: the target table of a plan and what was reported, as written. Out: `Targets`: areas and clauses
//! followed, and every actual with its indicator.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Spanned};
use crate::model::indicator::{Actual, Division, Indicator, Interval, Part, Targets};
use crate::model::kept::{fitted, kept};
use crate::model::{Area, Id, Key};
use crate::parse::progress::{ActualEntry, ProgressFile};
use crate::parse::targets::{DivisionEntry, IndicatorEntry, TargetsFile};

use super::names::report_unknown;
use super::plans::Scope;
use super::registers::without_duplicates;

/// `None` where the plan has no target table.
pub fn targets(
    file: Option<TargetsFile>,
    progress: Option<ProgressFile>,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Option<Targets> {
    let (every, progress_note, actuals) = match progress {
        Some(progress) => (progress.every, progress.note, progress.actuals),
        None => (Interval::Year, None, Vec::new()),
    };
    let Some(file) = file else {
        // Without a table no name can be right; one finding says it for all.
        if let Some(first) = actuals.first() {
            let name = "targets.toml".to_owned();
            found.report(Problem::MissingFile { name }, first.indicator.span);
        }
        return None;
    };
    let broken = file.broken;
    let entries = without_duplicates("indicator", file.indicators, |entry| &entry.id, found);
    let mut indicators = kept(entries.into_iter().map(|entry| indicator(entry, scope, found)));
    for entry in actuals {
        add(entry, &mut indicators, &broken, scope, found);
    }
    for indicator in &mut indicators {
        sort(&mut indicator.actuals, found);
        indicator.actuals = fitted(std::mem::take(&mut indicator.actuals));
    }
    Some(Targets { title: file.title, note: file.note, indicators, every, progress_note })
}

fn indicator(entry: IndicatorEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Indicator {
    let divisions = kept(entry.divisions.into_iter().map(|part| division(part, scope, found)));
    Indicator {
        id: entry.id.value,
        name: entry.name,
        definition: entry.definition,
        unit: entry.unit,
        direction: entry.direction,
        measure: entry.measure,
        method: entry.method,
        baseline: entry.baseline,
        target: entry.target,
        divisions,
        clauses: scope.places(&entry.clauses, found),
        note: entry.note,
        revisions: entry.revisions,
        actuals: Vec::new(),
        span: entry.id.span,
    }
}

fn division(entry: DivisionEntry, scope: &Scope<'_>, found: &mut Diagnostics) -> Division {
    let rows = entry.areas.len();
    let areas = areas(entry.areas, scope, found);
    Division {
        part: entry.part.map(|(id, name)| Part { id: id.value, name }),
        rule: entry.rule,
        tolerance: entry.tolerance.map(|one| one.value.value).unwrap_or_default(),
        total: entry.total,
        complete: entry.complete && areas.len() == rows,
        areas,
    }
}

/// The rows whose area is in the register.
fn areas<T>(
    rows: Vec<(Spanned<String>, T)>,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<(Key<Area>, T)> {
    let mut areas: Vec<(Key<Area>, T)> = Vec::with_capacity(rows.len());
    for (name, value) in rows {
        let Some(area) = scope.area(&name, found) else { continue };
        if areas.iter().any(|(known, _)| *known == area) {
            found.report(Problem::DuplicateId { what: "area", id: name.value }, name.span);
            continue;
        }
        areas.push((area, value));
    }
    areas
}

/// Gives an actual to its indicator.
fn add(
    entry: ActualEntry,
    indicators: &mut [Indicator],
    broken: &[String],
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) {
    let areas = areas(entry.areas, scope, found);
    let name = &entry.indicator;
    let id = Id::new(&name.value);
    match indicators.iter_mut().find(|one| id.as_ref() == Some(&one.id)) {
        Some(indicator) => indicator.actuals.push(Actual {
            value: entry.value,
            as_of: entry.as_of,
            reported: entry.reported,
            source: entry.source,
            url: entry.url,
            note: entry.note,
            areas,
        }),
        None if broken.contains(&name.value) => {}
        None => {
            let ids = indicators.iter().map(|one| one.id.as_str());
            report_unknown("indicator", name, ids, found);
        }
    }
}

/// The oldest first; two figures for one day are reported.
fn sort(actuals: &mut [Actual], found: &mut Diagnostics) {
    actuals.sort_by_key(|actual| actual.as_of.value);
    for pair in actuals.windows(2) {
        let [first, second] = pair else { continue };
        if first.as_of.value == second.as_of.value {
            let problem = Problem::DuplicateActual { date: second.as_of.value.to_string() };
            found.push(Diagnostic::new(problem, second.as_of.span).with_related(first.as_of.span));
        }
    }
}
