//! In: the `Site`. Out: findings. A rule is one file in this folder and a line in `RULES`; every rule
//! runs over the whole site, and none stops another.

mod acceptances;
mod actual_before_baseline;
mod adopted_without_change;
mod annex_announced;
mod areas_add_up;
mod attachment_name;
mod attachment_size;
mod block_parity;
mod clause_numbers;
mod clause_parity;
mod clause_without_task;
mod contact_not_issuers;
mod cut_off;
mod date_in_future;
mod dates_order;
mod document_number;
mod earlier;
mod enumeration_broken;
mod heading_as_text;
mod heading_mark;
mod heading_without_text;
mod judge;
mod lead_and_responsible;
mod name_parity;
mod needless_pending;
mod no_host_contact;
mod no_keywords;
mod no_outcome;
mod outcome_before_close;
mod outcome_counts;
mod outcome_overdue;
mod private_data;
mod quantity_parity;
mod reading;
mod repeated_passage;
mod reported_before_as_of;
mod revisions_lead_to_target;
mod short_period;
mod site_filings;
mod site_id_code;
mod stale_column;
mod stale_translation;
mod submission_outside_period;
mod task_rows;
mod unfinished;
mod unfit_summary;
mod unit_after_successor;
mod unit_named_twice;
mod year_outside_plan;

pub use judge::judge;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Files, Level};
use crate::model::Site;
use reading::{Reading, readings};

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
}

/// Every rule.
pub static RULES: &[Rule] = &[
    actual_before_baseline::RULE,
    adopted_without_change::RULE,
    annex_announced::RULE,
    areas_add_up::RULE,
    attachment_name::RULE,
    attachment_size::RULE,
    earlier::BAD_SITE_ID_CODE,
    block_parity::RULE,
    clause_numbers::RULE,
    clause_parity::RULE,
    clause_without_task::RULE,
    contact_not_issuers::RULE,
    cut_off::RULE,
    date_in_future::RULE,
    dates_order::RULE,
    earlier::DEAD_ANCHOR,
    earlier::DEAD_LINK,
    document_number::RULE,
    earlier::DRAFT_LATER,
    earlier::DRAFT_TWICE,
    earlier::DUPLICATE_ACTUAL,
    earlier::DUPLICATE_CLAUSE,
    enumeration_broken::RULE,
    heading_as_text::RULE,
    heading_mark::RULE,
    heading_without_text::RULE,
    earlier::HTML_REMOVED,
    earlier::INDENTED_CODE,
    lead_and_responsible::RULE,
    earlier::MISSING_ALT,
    name_parity::RULE,
    needless_pending::RULE,
    earlier::NO_CHANNEL,
    earlier::NO_DRAFT_STATUS,
    no_host_contact::RULE,
    no_keywords::RULE,
    earlier::NO_LEAD,
    no_outcome::RULE,
    earlier::NOTES_DIFFER,
    earlier::NOTHING_TO_ACCEPT,
    outcome_before_close::RULE,
    outcome_counts::RULE,
    outcome_overdue::RULE,
    private_data::RULE,
    quantity_parity::RULE,
    repeated_passage::RULE,
    reported_before_as_of::RULE,
    revisions_lead_to_target::RULE,
    short_period::RULE,
    site_filings::RULE,
    site_id_code::RULE,
    stale_column::RULE,
    stale_translation::RULE,
    submission_outside_period::RULE,
    task_rows::RULE,
    earlier::TASK_WITHOUT_CLAUSE,
    earlier::TOO_MANY_STALE,
    earlier::UNEXPECTED_FILE,
    unfinished::RULE,
    unfit_summary::RULE,
    unit_after_successor::RULE,
    unit_named_twice::RULE,
    earlier::UNUSED_CONFIRMATION,
    year_outside_plan::RULE,
];

/// Runs every rule.
pub fn check(site: &Site, today: Date, files: &Files) -> Diagnostics {
    let case = Case { site, today, files, readings: readings(site, files) };
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
