//! In: the `Site`. Out: findings. A rule is one file in this folder and a line in `RULES`; none stops another. Rules
//! about texts run plan by plan (`check.rs`).

mod acceptances;
mod actual_before_baseline;
mod adopted_without_change;
mod annex_announced;
mod areas_add_up;
mod articles;
mod attachment_name;
mod attachment_size;
mod basis_named;
mod block_parity;
mod bound_against_direction;
mod bound_parity;
mod box_drawing_dash;
mod cell_differs;
mod check;
mod clause_link;
mod clause_numbers;
mod clause_parity;
mod clause_without_task;
mod clauses_counted;
mod close_differs;
mod comma_in_list;
mod contact_not_issuers;
mod count_falls;
mod cut_off;
mod date_in_future;
mod dates_order;
mod day_with_stop;
mod demonstration_marked;
mod document_number;
mod double_negation;
mod doubled_bound;
mod doubled_mark;
mod due_differs;
mod earlier;
mod emphasis_mark;
mod english_grammar;
mod english_spelling;
mod enumeration_broken;
mod family;
mod full_width_digits;
mod full_width_marks;
pub mod guide;
mod half_width_marks;
mod heading_as_text;
mod heading_mark;
mod heading_number_mark;
mod heading_without_text;
mod impossible_day;
mod in_force_differs;
mod increase_adds_up;
mod judge;
mod known;
mod lead_and_responsible;
mod lead_differs;
mod link_parity;
mod list_after_etc;
mod listed_count;
mod missing_object;
mod mixed_quotes;
mod mixed_spelling;
mod name_parity;
mod names_itself;
mod needless_pending;
mod negation_parity;
mod no_break_space;
mod no_host_contact;
mod no_keywords;
mod no_outcome;
mod no_such_clause;
mod no_such_table;
mod nothing_beside;
mod order_parity;
mod outcome_before_close;
mod outcome_counts;
mod outcome_overdue;
mod parts_add_up;
mod percentage_points;
mod period_length;
mod placeholder;
mod places;
mod price_times_number;
mod private_data;
mod quantity_parity;
mod range_dash;
mod rate_of_increase;
mod reading;
mod repeated_passage;
mod reported_before_as_of;
mod respectively_count;
mod revisions_lead_to_target;
mod same_indicator_differs;
mod sentence_parity;
mod series_falls;
mod set_phrase;
mod share_above_whole;
mod share_of_whole;
mod short_period;
mod site_filings;
mod site_id_code;
mod stale_column;
mod stale_translation;
mod start_after_end;
mod stated;
mod step_direction;
mod stray_mark;
mod submission_outside_period;
mod summary_differs;
mod table_adds_up;
mod table_rows;
mod target_not_above_baseline;
mod target_parts_add_up;
mod task_rows;
mod text_differs_from_table;
mod text_table;
mod time_limits;
mod title_in_two_ways;
mod title_period;
mod unbalanced_marks;
mod unfinished;
mod unfit_summary;
mod unit_after_successor;
mod unit_changes;
mod unit_named_twice;
mod unit_not_in_clause;
mod unregistered_name;
mod weekday;
mod wording;
mod year_outside_plan;
mod yearly_increase;
mod yearly_sum;

pub use check::{check, check_some};
pub use family::Family;
pub use judge::{decide, judge, setting};

use std::ops::Deref;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostics, Files, Level};
use crate::language::Lang;
use crate::model::{Plan, Site};
use crate::parity::Reader;
use known::Known;
use reading::{Beside, Reading};
use stated::Stated;

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
    pub run: Run,
}

/// How the findings of a rule come to be.
#[derive(Clone, Copy)]
pub enum Run {
    /// An earlier stage finds them.
    Earlier,
    /// Another rule finds them on its way.
    Together,
    /// The one walk over the marks and words of every text finds them (`wording.rs`).
    Walk,
    /// It looks at the whole site.
    Site(fn(&Case<'_>, &mut Diagnostics)),
    /// It looks at the texts of one plan.
    Plan(fn(&PlanCase<'_>, &mut Diagnostics)),
}

/// Files of a plan or of the site by their names, each with what matters of it: keys of a TOML file, paragraphs or a
/// whole text, rows of a table.
pub type Example = &'static [(&'static str, &'static str)];

/// What rules look at.
pub struct Case<'s> {
    pub site: &'s Site,
    /// The day of the build, in the site's time zone.
    pub today: Date,
    /// The author's files, to point at words within a block.
    pub files: &'s Files,
    pub known: Known,
}

/// What rules about texts look at.
pub struct PlanCase<'s> {
    pub case: &'s Case<'s>,
    pub plan: &'s Plan,
    /// The texts of the plan, in the order of languages.
    pub readings: &'s [Reading<'s>],
    /// The others beside the authoritative one.
    pub translations: &'s [Beside<'s>],
    /// What the Chinese ones claim in figures.
    pub stated: &'s [Stated],
}

impl PlanCase<'_> {
    /// What reads the quantities of the authoritative text and of another one; `None` where one of the languages is not known.
    fn readers(&self, other: Lang) -> Option<(Reader, Reader)> {
        let languages = &self.site.config.languages;
        let reader = |lang| Reader::of(languages.tag(lang));
        Some((reader(languages.first())?, reader(other)?))
    }
}

impl<'s> Deref for PlanCase<'s> {
    type Target = Case<'s>;

    fn deref(&self) -> &Self::Target {
        self.case
    }
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
    basis_named::RULE,
    block_parity::RULE,
    bound_against_direction::RULE,
    bound_parity::RULE,
    box_drawing_dash::RULE,
    cell_differs::RULE,
    clause_link::RULE,
    clause_numbers::RULE,
    clause_parity::RULE,
    clause_without_task::RULE,
    clauses_counted::RULE,
    close_differs::RULE,
    comma_in_list::RULE,
    contact_not_issuers::RULE,
    count_falls::RULE,
    cut_off::RULE,
    date_in_future::RULE,
    dates_order::RULE,
    day_with_stop::RULE,
    demonstration_marked::RULE,
    earlier::DEAD_ANCHOR,
    earlier::DEAD_LINK,
    order_parity::DIRECTION,
    document_number::RULE,
    double_negation::RULE,
    doubled_bound::RULE,
    doubled_mark::RULE,
    due_differs::RULE,
    earlier::DRAFT_LATER,
    earlier::DRAFT_TWICE,
    earlier::DUPLICATE_ACTUAL,
    earlier::DUPLICATE_CLAUSE,
    emphasis_mark::RULE,
    english_grammar::RULE,
    english_spelling::RULE,
    enumeration_broken::RULE,
    order_parity::FREQUENCY,
    full_width_digits::RULE,
    full_width_marks::RULE,
    half_width_marks::RULE,
    heading_as_text::RULE,
    heading_mark::RULE,
    heading_number_mark::RULE,
    heading_without_text::RULE,
    earlier::HTML_REMOVED,
    impossible_day::RULE,
    in_force_differs::RULE,
    increase_adds_up::RULE,
    earlier::INDENTED_CODE,
    order_parity::LABEL,
    lead_and_responsible::RULE,
    lead_differs::RULE,
    link_parity::RULE,
    list_after_etc::RULE,
    listed_count::RULE,
    earlier::MISSING_ALT,
    missing_object::RULE,
    mixed_quotes::RULE,
    mixed_spelling::RULE,
    name_parity::RULE,
    order_parity::SWAPPED,
    names_itself::RULE,
    negation_parity::RULE,
    needless_pending::RULE,
    no_break_space::RULE,
    earlier::NO_CHANNEL,
    earlier::NO_DRAFT_STATUS,
    earlier::NO_DATE,
    no_host_contact::RULE,
    no_keywords::RULE,
    earlier::NO_LEAD,
    no_outcome::RULE,
    no_such_clause::RULE,
    no_such_table::RULE,
    earlier::NOTES_DIFFER,
    nothing_beside::RULE,
    earlier::NOTHING_TO_ACCEPT,
    order_parity::OPPOSITE,
    order_parity::RULE,
    outcome_before_close::RULE,
    outcome_counts::RULE,
    outcome_overdue::RULE,
    parts_add_up::RULE,
    percentage_points::RULE,
    period_length::RULE,
    placeholder::RULE,
    price_times_number::RULE,
    private_data::RULE,
    quantity_parity::RULE,
    range_dash::RULE,
    rate_of_increase::RULE,
    repeated_passage::RULE,
    reported_before_as_of::RULE,
    respectively_count::RULE,
    revisions_lead_to_target::RULE,
    same_indicator_differs::RULE,
    sentence_parity::RULE,
    series_falls::RULE,
    set_phrase::RULE,
    share_above_whole::RULE,
    share_of_whole::RULE,
    short_period::RULE,
    site_filings::RULE,
    site_id_code::RULE,
    stale_column::RULE,
    stale_translation::RULE,
    start_after_end::RULE,
    step_direction::RULE,
    stray_mark::RULE,
    submission_outside_period::RULE,
    summary_differs::RULE,
    table_adds_up::RULE,
    target_not_above_baseline::RULE,
    target_parts_add_up::RULE,
    task_rows::RULE,
    earlier::TASK_WITHOUT_CLAUSE,
    text_differs_from_table::RULE,
    title_in_two_ways::RULE,
    title_period::RULE,
    earlier::TOO_MANY_STALE,
    unbalanced_marks::RULE,
    earlier::UNEXPECTED_FILE,
    unfinished::RULE,
    unfit_summary::RULE,
    unit_after_successor::RULE,
    unit_changes::RULE,
    unit_named_twice::RULE,
    unit_not_in_clause::RULE,
    unregistered_name::RULE,
    earlier::UNUSED_CONFIRMATION,
    weekday::RULE,
    year_outside_plan::RULE,
    yearly_increase::RULE,
    yearly_sum::RULE,
];
