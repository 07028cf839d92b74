//! In: the `Site`. Out: findings. A rule is one file in this folder and a line in `RULES`; every rule
//! runs over the whole site, and none stops another.

mod acceptances;
mod actual_before_baseline;
mod adopted_without_change;
mod areas_add_up;
mod block_parity;
mod box_drawing_dash;
mod clause_parity;
mod clause_without_task;
mod comma_in_list;
mod date_in_future;
mod day_with_stop;
mod doubled_bound;
mod doubled_mark;
mod emphasis_mark;
mod full_width_digits;
mod full_width_marks;
mod half_width_marks;
mod heading_number_mark;
mod judge;
mod lead_and_responsible;
mod list_after_etc;
mod missing_list_mark;
mod name_parity;
mod needless_pending;
mod no_break_space;
mod no_outcome;
mod outcome_before_close;
mod outcome_counts;
mod outcome_overdue;
mod placeholder;
mod private_data;
mod quantity_parity;
mod range_dash;
mod reading;
mod reported_before_as_of;
mod revisions_lead_to_target;
mod set_phrase;
mod short_period;
mod site_id_code;
mod stale_translation;
mod stray_mark;
mod submission_outside_period;
mod title_in_two_ways;
mod unbalanced_marks;
mod unfinished;
mod unit_after_successor;
mod unit_named_twice;
mod unregistered_name;
mod wording;
mod year_outside_plan;

pub use judge::judge;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Files, Level};
use crate::model::Site;
use reading::{Reading, readings};
use wording::Wording;

/// One check.
pub struct Rule {
    /// In kebab-case; also the code of its findings.
    pub name: &'static str,
    pub family: Family,
    /// How much its findings weigh where nobody says otherwise.
    pub level: Level,
    /// What it checks, in a sentence.
    pub checks: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// Why nobody may change its level or acknowledge its findings; `None` where they may.
    pub fixed: Option<&'static str>,
    /// Files that it finds something in.
    pub fails: Example,
    /// The same where nothing is wrong.
    pub passes: Example,
    /// `None` where an earlier stage finds it.
    pub run: Option<fn(&Case<'_>, &mut Diagnostics)>,
}

/// Files of a plan or of the site by their names, each with what matters of it: keys of a TOML file, paragraphs or a
/// whole text, rows of a table.
pub type Example = &'static [(&'static str, &'static str)];

/// Rules that look at one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Figures,
    Structure,
    Text,
    Publication,
    Responsibilities,
    Consultations,
    Translation,
}

impl Family {
    pub const ALL: [Self; 7] = [
        Self::Figures,
        Self::Structure,
        Self::Text,
        Self::Publication,
        Self::Responsibilities,
        Self::Consultations,
        Self::Translation,
    ];

    /// Its name in `[rules]`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Structure => "structure",
            Self::Text => "text",
            Self::Publication => "publication",
            Self::Responsibilities => "responsibilities",
            Self::Consultations => "consultations",
            Self::Translation => "translation",
        }
    }
}

/// What rules look at.
pub struct Case<'s> {
    pub site: &'s Site,
    /// The day of the build, in the site's time zone.
    pub today: Date,
    /// The author's files, to point at words within a block.
    pub files: &'s Files,
    /// The texts of every plan, for rules about words and figures in them.
    pub readings: Vec<Reading<'s>>,
    /// The flaws in marks and words, of all texts.
    pub wording: Wording,
}

/// Every rule.
pub static RULES: &[Rule] = &[
    actual_before_baseline::RULE,
    adopted_without_change::RULE,
    areas_add_up::RULE,
    block_parity::RULE,
    box_drawing_dash::RULE,
    clause_parity::RULE,
    clause_without_task::RULE,
    comma_in_list::RULE,
    date_in_future::RULE,
    day_with_stop::RULE,
    doubled_bound::RULE,
    doubled_mark::RULE,
    emphasis_mark::RULE,
    full_width_digits::RULE,
    full_width_marks::RULE,
    half_width_marks::RULE,
    heading_number_mark::RULE,
    lead_and_responsible::RULE,
    list_after_etc::RULE,
    missing_list_mark::RULE,
    name_parity::RULE,
    needless_pending::RULE,
    no_break_space::RULE,
    no_outcome::RULE,
    outcome_before_close::RULE,
    outcome_counts::RULE,
    outcome_overdue::RULE,
    placeholder::RULE,
    private_data::RULE,
    quantity_parity::RULE,
    range_dash::RULE,
    reported_before_as_of::RULE,
    revisions_lead_to_target::RULE,
    set_phrase::RULE,
    short_period::RULE,
    site_id_code::RULE,
    stale_translation::RULE,
    stray_mark::RULE,
    submission_outside_period::RULE,
    title_in_two_ways::RULE,
    unbalanced_marks::RULE,
    unfinished::RULE,
    unit_after_successor::RULE,
    unit_named_twice::RULE,
    unregistered_name::RULE,
    year_outside_plan::RULE,
];

/// Runs every rule.
pub fn check(site: &Site, today: Date, files: &Files) -> Diagnostics {
    let readings = readings(site, files);
    let wording = Wording::new(site, files, &readings);
    let case = Case { site, today, files, readings, wording };
    let mut found = Diagnostics::default();
    for rule in RULES {
        if let Some(run) = rule.run {
            run(&case, &mut found);
        }
    }
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
