//! In: concepts as written, and all plans. Out: concepts whose indicators exist and whose figures can be put beside each
//! other. An indicator that cannot is reported and left out.

use rustc_hash::FxHashMap;

use crate::diagnostic::concept::Concept as Fault;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Span, Spanned};
use crate::language::Text;
use crate::model::concept::{AreaLevel, Compared, Concept};
use crate::model::indicator::Indicator;
use crate::model::plan_index::PlanIndex;
use crate::model::{Area, Plan, Plans, Register};
use crate::parse::PlanContent;
use crate::parse::concepts::{ComparedEntry, ConceptEntry};

use super::names::{report_unknown, report_unknown_plan};
use super::registers::without_duplicates;

/// What concepts may refer to.
pub struct Known<'r> {
    pub plans: &'r Plans,
    pub index: &'r PlanIndex,
    pub areas: &'r Register<Area>,
    /// The addresses of plans and indicators that could not be read.
    pub broken: &'r [String],
}

/// The addresses of indicators of a plan that could not be read: what names them is not reported.
pub fn unread(plan: &PlanContent) -> Vec<String> {
    let broken = plan.targets.iter().flat_map(|one| &one.broken);
    broken.map(|indicator| address(&plan.name, indicator)).collect()
}

fn address(plan: &str, indicator: &str) -> String {
    format!("plans/{plan}/targets/{indicator}/")
}

pub fn concepts(
    entries: Vec<ConceptEntry>,
    known: &Known<'_>,
    found: &mut Diagnostics,
) -> Vec<Concept> {
    let entries = without_duplicates("concept", entries, |entry| &entry.id, found);
    entries.into_iter().filter_map(|entry| concept(entry, known, found)).collect()
}

/// `None` where nothing can be compared because the unit is not known, which has been reported.
fn concept(entry: ConceptEntry, known: &Known<'_>, found: &mut Diagnostics) -> Option<Concept> {
    let unit = entry.unit?;
    let named = entry.indicators.len();
    let mut indicators: Vec<Compared> = Vec::with_capacity(named);
    let mut first: FxHashMap<(usize, usize, Option<usize>), Span> = FxHashMap::default();
    for one in entry.indicators {
        let place = one.indicator.span;
        let Some(compared) = known.compared(one, &unit, found) else { continue };
        let key = (compared.plan, compared.indicator, compared.part);
        match first.get(&key) {
            Some(before) => {
                let (plan, indicator) = known.names(&compared);
                let problem = Problem::Concept(Fault::NamedTwice { plan, indicator });
                found.push(Diagnostic::new(problem, place).with_related(*before));
            }
            None => {
                first.insert(key, place);
                indicators.push(compared);
            }
        }
    }
    let complete = entry.complete && indicators.len() == named;
    indicators.sort_by_cached_key(|one| known.order(one));
    Some(Concept {
        id: entry.id.value,
        name: entry.name,
        definition: entry.definition,
        unit: unit.value,
        comparable: entry.comparable,
        limits: entry.limits,
        indicators,
        complete,
        span: entry.id.span,
    })
}

impl Known<'_> {
    fn compared(
        &self,
        entry: ComparedEntry,
        unit: &Spanned<Text>,
        found: &mut Diagnostics,
    ) -> Option<Compared> {
        report_unknown_plan(&entry.plan, self.plans, self.index, self.broken, found);
        let plan = self.index.place(entry.plan.value.as_str())?;
        let place = self.indicator(&self.plans[plan], &entry.indicator, found)?;
        let indicator = &self.plans[plan].indicators().as_slice()[place];
        let part = match &entry.part {
            Some(part) => Some(part_of(indicator, part, found)?),
            None => None,
        };
        check_units(&entry, &indicator.unit, unit, found)?;
        let times = entry.times.map(|one| one.value);
        Some(Compared { plan, indicator: place, part, times, note: entry.note })
    }

    fn indicator(
        &self,
        plan: &Plan,
        name: &Spanned<String>,
        found: &mut Diagnostics,
    ) -> Option<usize> {
        let place = plan.indicators().position(|one| one.id.as_str() == name.value);
        if place.is_none() && !self.broken.contains(&address(plan.id.as_str(), &name.value)) {
            report_unknown("indicator", name, plan.indicators().map(|one| one.id.as_str()), found);
        }
        place
    }

    fn names(&self, one: &Compared) -> (String, String) {
        let plan = &self.plans[one.plan];
        (plan.id.to_string(), plan.indicators().as_slice()[one.indicator].id.to_string())
    }

    /// What the order of a concept goes by.
    fn order(&self, one: &Compared) -> (AreaLevel, i16, String, String, Option<usize>) {
        let plan = &self.plans[one.plan];
        let indicator = &plan.indicators().as_slice()[one.indicator];
        let division = one.part.and_then(|at| indicator.divisions.get(at));
        let target = division.map_or(&indicator.target, |division| &division.total);
        // What has no target comes last.
        let first = target.keys().next().copied().unwrap_or(i16::MAX);
        let level = AreaLevel::of(plan.area.map(|area| self.areas[area].kind));
        let (plan, indicator) = self.names(one);
        (level, first, plan, indicator, one.part)
    }
}

/// The division of a part that has targets of its own.
fn part_of(
    indicator: &Indicator,
    name: &Spanned<String>,
    found: &mut Diagnostics,
) -> Option<usize> {
    let parts = || indicator.divisions.iter().map(|division| division.part.as_ref());
    let Some(place) =
        parts().position(|part| part.is_some_and(|one| one.id.as_str() == name.value))
    else {
        report_unknown("part", name, parts().flatten().map(|part| part.id.as_str()), found);
        return None;
    };
    let division = &indicator.divisions[place];
    if !division.total.is_empty() {
        return Some(place);
    }
    if division.complete {
        let problem = Fault::PartWithoutTarget { part: name.value.clone() };
        found.report(Problem::Concept(problem), name.span);
    }
    None
}

/// Another unit, in whatever language, needs `times`, and the same one has none. `None` where that is not so.
fn check_units(
    entry: &ComparedEntry,
    own: &Text,
    unit: &Spanned<Text>,
    found: &mut Diagnostics,
) -> Option<()> {
    let other = own.iter().zip(unit.value.iter()).find(|(own, concept)| own != concept);
    let (fault, place) = match (other, &entry.times) {
        (Some((own, concept)), None) => {
            let (own, concept) = (own.to_owned(), concept.to_owned());
            (Fault::OtherUnit { own, concept }, entry.indicator.span)
        }
        (None, Some(times)) => {
            let unit = own.iter().next().unwrap_or_default().to_owned();
            (Fault::SameUnit { unit }, times.span)
        }
        _ => return Some(()),
    };
    found.push(Diagnostic::new(Problem::Concept(fault), place).with_related(unit.span));
    None
}
