//! In: every finding, the levels that site and plans set, and what authors acknowledge. Out: the findings with their
//! levels; those of rules that are switched off gone, those that are true of the source only counted.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::checker::Checker;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::{
    Diagnostic, Diagnostics, Files, Level, Place, Problem, Span, Spanned, Verdict,
};
use crate::model::acknowledged::{About, Acknowledged, Only};
use crate::model::rule_level::{RuleLevel, Setting};
use crate::model::{Plan, Site};

use super::{Family, RULES, Rule};

/// Decides about every finding, and reports what is wrong with the decisions themselves.
pub fn judge(found: &mut Diagnostics, site: &Site, files: &Files) {
    let (used, rules) = (decide(found, site, files), by_name());
    let (doubtful, doubtful_registers) = doubtful(found, &rules, files);
    report_levels(&site.config.rules, found);
    report_acknowledged(&site.acknowledged, &used, doubtful_registers, found);
    let of_plans = site.plans.as_slice().par_iter().map(|plan| {
        let mut found = Diagnostics::default();
        report_levels(&plan.rules, &mut found);
        let doubtful = doubtful.contains(plan.id.as_str());
        report_acknowledged(&plan.acknowledged, &used, doubtful, &mut found);
        found
    });
    let of_plans: Vec<Diagnostics> = of_plans.collect();
    of_plans.into_iter().for_each(|one| found.append(one));
}

fn by_name() -> FxHashMap<&'static str, &'static Rule> {
    RULES.iter().map(|rule| (rule.name, rule)).collect()
}

/// Gives every finding its level, and takes out what is acknowledged or switched off; what was acknowledged on the way.
pub fn decide(found: &mut Diagnostics, site: &Site, files: &Files) -> FxHashSet<Span> {
    let first = site.config.languages.first();
    let rules = by_name();
    let mut used: FxHashSet<Span> = FxHashSet::default();
    let verdict = |finding: &Diagnostic| {
        let Some(rule) = rules.get(finding.problem.code()) else {
            return (Verdict::Stays(finding.level), Vec::new());
        };
        let plan = plan_of(finding, files).and_then(|id| site.plan(id));
        let of_plan = plan.map_or(&[][..], |plan| &plan.acknowledged);
        let all = of_plan.iter().chain(&site.acknowledged);
        let acknowledged: Vec<&Acknowledged> = match rule.fixed {
            None => all.filter(|one| covers(one, rule, finding, files)).collect(),
            Some(_) => Vec::new(),
        };
        let verdict = match acknowledged.first() {
            Some(one) => Verdict::Acknowledged(one.reason.get(first).to_owned()),
            None => level(rule, finding, plan, site),
        };
        (verdict, acknowledged)
    };
    found.judge(verdict, |acknowledged| used.extend(acknowledged.iter().map(|one| one.span)));
    used
}

/// The ids of plans with files that could not be read whole, and whether a register could not: rules may not have seen
/// everything of them.
fn doubtful(
    found: &Diagnostics,
    rules: &FxHashMap<&str, &Rule>,
    files: &Files,
) -> (FxHashSet<String>, bool) {
    let broken = || {
        found.iter().filter(|finding| {
            finding.level == Level::Error && !rules.contains_key(finding.problem.code())
        })
    };
    let plans = broken().filter_map(|finding| plan_of(finding, files)).map(str::to_owned);
    const REGISTERS: [&str; 2] = ["content/organisations.toml", "content/areas.toml"];
    let registers = broken().any(|finding| REGISTERS.contains(&finding.place.path(files)));
    (plans.collect(), registers)
}

/// The id of the plan in whose folder a finding is.
fn plan_of<'f>(finding: &'f Diagnostic, files: &'f Files) -> Option<&'f str> {
    finding.place.path(files).strip_prefix("content/plans/")?.split('/').next()
}

/// Whether the author says of this finding that it is true of the source.
fn covers(one: &Acknowledged, rule: &Rule, finding: &Diagnostic, files: &Files) -> bool {
    if one.rule.value != rule.name {
        return false;
    }
    let Place::Text(span) = &finding.place else { return one.about == About::Plan };
    let whole = |file| Span::new(file, 0..files.text(file).len());
    let within = match one.about {
        About::Plan => Some(whole(span.file)),
        _ => one.covers.iter().copied().find(|cover| {
            let place = span.range();
            let (file, cover) = (cover.file, cover.range());
            file == span.file && cover.start <= place.start && place.end <= cover.end
        }),
    };
    let Some(within) = within else { return false };
    match &one.only {
        None => true,
        // The place of a figure by year is the whole entry, `2018 = 438`.
        Some(Only::Year(year)) => files.at(*span).starts_with(&year.to_string()),
        Some(Only::Words(words)) => {
            // Only around the finding: a clause may be long and have many findings.
            let (least, most) = (within.range().start, within.range().end);
            let (from, to) = (span.range().start, span.range().end.max(span.range().start + 1));
            let text = files.text(span.file);
            let first = text.ceil_char_boundary(from.saturating_sub(words.len()).max(least));
            let last = text.floor_char_boundary((to + words.len()).min(most));
            let around = text.get(first..last).unwrap_or("");
            around.match_indices(words.as_str()).any(|(at, _)| {
                let at = first + at;
                at < to && from < at + words.len()
            })
        }
    }
}

/// What these levels say about a rule: its own name counts before that of its family. Nothing is said of a fixed one.
pub fn setting(rule: &Rule, levels: &[RuleLevel]) -> Option<Setting> {
    let of = |name: &str| levels.iter().find(|one| one.name.value == name);
    let set = of(rule.name).or_else(|| of(rule.family.name())).map(|one| one.level);
    set.filter(|_| rule.fixed.is_none())
}

/// The nearest setting counts: of the plan before that of the site, of the rule before that of its family.
fn level(rule: &Rule, finding: &Diagnostic, plan: Option<&Plan>, site: &Site) -> Verdict {
    let of_plan = plan.and_then(|plan| setting(rule, &plan.rules));
    match of_plan.or_else(|| setting(rule, &site.config.rules)) {
        None => Verdict::Stays(finding.level),
        Some(Setting::Off) => Verdict::Goes,
        // What weighs less than the rule does by itself, such as what was allowed in its time, stays less.
        Some(Setting::Level(level)) if finding.level > rule.level => {
            Verdict::Stays(finding.level.max(level))
        }
        Some(Setting::Level(level)) => Verdict::Stays(level),
    }
}

/// Names that are none, and rules that nobody may change.
fn report_levels(levels: &[RuleLevel], found: &mut Diagnostics) {
    for RuleLevel { name, .. } in levels {
        if !Family::ALL.iter().any(|family| family.name() == name.value) {
            report_name(name, true, found);
        }
    }
}

/// Whether a rule has this name and may be changed.
fn report_name(name: &Spanned<String>, or_family: bool, found: &mut Diagnostics) -> bool {
    let problem = match RULES.iter().find(|rule| rule.name == name.value) {
        Some(Rule { fixed: None, .. }) => return true,
        Some(Rule { fixed: Some(why), .. }) => Checker::FixedRule { name: name.value.clone(), why },
        None => {
            let families = Family::ALL.iter().map(|family| family.name()).filter(|_| or_family);
            let known = RULES.iter().map(|rule| rule.name).chain(families);
            Checker::UnknownRule { name: name.value.clone(), nearest: nearest(&name.value, known) }
        }
    };
    found.report(Problem::Checker(problem), name.span);
    false
}

/// Entries that acknowledge nothing, unless it is doubtful what there is.
fn report_acknowledged(
    list: &[Acknowledged],
    used: &FxHashSet<Span>,
    doubtful: bool,
    found: &mut Diagnostics,
) {
    for one in list {
        if report_name(&one.rule, false, found) && !doubtful && !used.contains(&one.span) {
            let rule = one.rule.value.clone();
            let problem = Checker::NothingAcknowledged { rule };
            found.report(Problem::Checker(problem), one.span);
        }
    }
}
