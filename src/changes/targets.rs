//! In: the target tables of a draft and of what came of it. Out: the indicators that came and went, and every figure
//! that changed.

use crate::model::indicator::{ByYear, Division, Indicator, Part};
use crate::model::quantity::Quantity;
use crate::model::{Area, Key, Plan};

/// An indicator whose figures changed; one that came or went has its baseline and targets.
pub struct IndicatorChange<'p> {
    pub draft: Option<&'p Indicator>,
    pub now: Option<&'p Indicator>,
    pub figures: Vec<FigureChange<'p>>,
}

/// A figure before and after.
#[derive(Clone, Copy, Debug)]
pub struct FigureChange<'p> {
    pub place: FigurePlace<'p>,
    pub before: Option<Quantity>,
    pub after: Option<Quantity>,
}

/// Where a figure stands in a target table.
#[derive(Clone, Copy, Debug)]
pub enum FigurePlace<'p> {
    Baseline,
    Target(i16),
    /// A part of the indicator, or the whole, in the area.
    Division {
        part: Option<&'p Part>,
        area: Option<Key<Area>>,
        year: i16,
    },
}

/// What changed, in the order of what came of the draft; what was taken out comes last. Nothing where one of the two
/// has no target table: then it was not made, and not taken out.
pub fn compare<'p>(draft: &'p Plan, now: &'p Plan) -> Vec<IndicatorChange<'p>> {
    if draft.targets.is_none() || now.targets.is_none() {
        return Vec::new();
    }
    let kept = now.indicators().map(|new| (draft.indicator(new.id.as_str()), Some(new)));
    let removed = draft.indicators().filter(|old| now.indicator(old.id.as_str()).is_none());
    let pairs = kept.chain(removed.map(|old| (Some(old), None)));
    let change = |(draft, now)| IndicatorChange { draft, now, figures: figures(draft, now) };
    pairs.map(change).filter(|change| !change.figures.is_empty()).collect()
}

fn figures<'p>(old: Option<&'p Indicator>, new: Option<&'p Indicator>) -> Vec<FigureChange<'p>> {
    let baseline = |one: Option<&Indicator>| Some(one?.baseline.as_ref()?.value);
    let mut found = vec![FigureChange {
        place: FigurePlace::Baseline,
        before: baseline(old),
        after: baseline(new),
    }];
    let nothing = ByYear::new();
    let before = old.map_or(&nothing, |one| &one.target);
    // What was changed after the plan had been issued did not come of the draft.
    let after = new.map(Indicator::issued).unwrap_or_default();
    by_year(before, &after, FigurePlace::Target, &mut found);
    if let (Some(old), Some(new)) = (old, new) {
        divisions(old, new, &mut found);
    }
    found.retain(|one| one.before != one.after);
    found
}

fn by_year<'p>(
    old: &ByYear,
    new: &ByYear,
    place: impl Fn(i16) -> FigurePlace<'p>,
    found: &mut Vec<FigureChange<'p>>,
) {
    let mut years: Vec<i16> = old.keys().chain(new.keys()).copied().collect();
    years.sort_unstable();
    years.dedup();
    let value = |figures: &ByYear, year: i16| figures.get(&year).map(|figure| figure.value);
    found.extend(years.into_iter().map(|year| FigureChange {
        place: place(year),
        before: value(old, year),
        after: value(new, year),
    }));
}

/// The divisions of an indicator by area, part by part.
fn divisions<'p>(old: &'p Indicator, new: &'p Indicator, found: &mut Vec<FigureChange<'p>>) {
    let nothing = ByYear::new();
    let id = |one: &Division| one.part.as_ref().map(|part| part.id.clone());
    let gone =
        old.divisions.iter().filter(|one| new.divisions.iter().all(|new| id(new) != id(one)));
    for division in new.divisions.iter().chain(gone) {
        let same = |one: &&'p Division| id(one) == id(division);
        let (before, after) = (old.divisions.iter().find(same), new.divisions.iter().find(same));
        let part = division.part.as_ref();
        if part.is_some() {
            let total = |one: Option<&'p Division>| one.map(|one| &one.total);
            let place = |year| FigurePlace::Division { part, area: None, year };
            by_year(
                total(before).unwrap_or(&nothing),
                total(after).unwrap_or(&nothing),
                place,
                found,
            );
        }
        let mut areas: Vec<Key<Area>> = Vec::new();
        for (area, _) in after.into_iter().chain(before).flat_map(|one| &one.areas) {
            if !areas.contains(area) {
                areas.push(*area);
            }
        }
        for area in areas {
            let row = |one: Option<&'p Division>| one.and_then(|one| one.row(area));
            let place = |year| FigurePlace::Division { part, area: Some(area), year };
            by_year(row(before).unwrap_or(&nothing), row(after).unwrap_or(&nothing), place, found);
        }
    }
}
