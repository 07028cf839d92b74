//! In: the `Site`. Out: findings. A rule is one file in this folder and a line in `RULES`; every rule
//! runs over the whole site, and none stops another.

mod acceptances;
mod actual_before_baseline;
mod adopted_without_change;
mod areas_add_up;
mod block_parity;
mod clause_parity;
mod clause_without_task;
mod date_in_future;
mod lead_and_responsible;
mod name_parity;
mod needless_pending;
mod no_outcome;
mod outcome_before_close;
mod outcome_counts;
mod outcome_overdue;
mod private_data;
mod quantity_parity;
mod reported_before_as_of;
mod revisions_lead_to_target;
mod short_period;
mod site_id_code;
mod stale_translation;
mod submission_outside_period;
mod unfinished;
mod unit_after_successor;
mod unit_named_twice;
mod year_outside_plan;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, Files};
use crate::model::Site;

/// One check.
pub struct Rule {
    /// In kebab-case; also the code of its findings.
    pub name: &'static str,
    /// What it checks, in a sentence.
    pub checks: &'static str,
    /// Why that matters.
    pub why: &'static str,
    pub run: fn(&Case<'_>, &mut Diagnostics),
}

/// What rules look at.
pub struct Case<'s> {
    pub site: &'s Site,
    /// The day of the build, in the site's time zone.
    pub today: Date,
    /// The author's files, to point at words within a block.
    pub files: &'s Files,
}

/// Every rule.
pub static RULES: &[Rule] = &[
    actual_before_baseline::RULE,
    adopted_without_change::RULE,
    areas_add_up::RULE,
    block_parity::RULE,
    clause_parity::RULE,
    clause_without_task::RULE,
    date_in_future::RULE,
    lead_and_responsible::RULE,
    name_parity::RULE,
    needless_pending::RULE,
    no_outcome::RULE,
    outcome_before_close::RULE,
    outcome_counts::RULE,
    outcome_overdue::RULE,
    private_data::RULE,
    quantity_parity::RULE,
    reported_before_as_of::RULE,
    revisions_lead_to_target::RULE,
    short_period::RULE,
    site_id_code::RULE,
    stale_translation::RULE,
    submission_outside_period::RULE,
    unfinished::RULE,
    unit_after_successor::RULE,
    unit_named_twice::RULE,
    year_outside_plan::RULE,
];

/// Runs every rule.
pub fn check(site: &Site, today: Date, files: &Files) -> Diagnostics {
    let case = Case { site, today, files };
    let results: Vec<Diagnostics> = RULES
        .par_iter()
        .map(|rule| {
            let mut found = Diagnostics::default();
            (rule.run)(&case, &mut found);
            found
        })
        .collect();
    let mut found = Diagnostics::default();
    results.into_iter().for_each(|one| found.append(one));
    found
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule_has_a_name_of_its_own_a_text_and_a_fixture() {
        let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
        for rule in RULES {
            assert!(rule.checks.ends_with('.') && rule.why.ends_with('.'), "{}", rule.name);
            let fixture = format!("tests/diagnostics/{}", rule.name);
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture);
            assert!(path.exists(), "{} has no fixture", rule.name);
        }
    }
}
