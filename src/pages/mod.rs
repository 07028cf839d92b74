//! In: the `Site`. Out: the `SitePlan`, in which every file has its address before one of them is made; then a view for
//! each page.
//!
//! A page kind is one file in this folder, a line in `KINDS`, and its template in the theme.

mod address;
mod answer;
mod area;
mod areas;
mod awards;
mod basis;
mod behind;
mod calendar;
mod changed_targets;
mod changes;
mod chart_data;
mod chart_view;
mod clause;
mod collisions;
mod comment;
mod comments;
mod common;
mod concept;
mod concept_chart;
mod concept_table;
mod concepts;
mod consultation;
mod consultations;
mod context;
mod data;
mod document;
pub mod download;
mod drawn;
mod duty_table;
mod facts;
mod family;
mod feed;
mod finder;
mod frame;
mod free_page;
mod home;
mod incomplete;
mod indicator;
mod letter;
mod link_check;
mod links;
mod machine;
mod markup;
mod missing_figures;
mod not_found;
mod notes;
mod organisation;
mod organisations;
mod owed_tasks;
mod pairing;
mod parallel;
mod plan;
mod plan_parts;
mod plans;
mod policy;
mod progress;
mod progress_parts;
mod qr;
mod related;
mod responsibilities;
mod round_parts;
mod side_by_side;
mod site_map;
mod site_plan;
mod stale;
mod subject;
mod target_table;
mod targets;
mod unit_parts;
mod unit_urls;

use jiff::civil::Date;

use crate::diagnostic::Span;
use crate::language::Lang;
use crate::model::switch::Switch;
use crate::model::{Plan, Site};

pub use collisions::find as find_collisions;
pub use context::Context;
pub use download::Download;
pub use drawn::Drawn;
pub use frame::Frame;
pub use link_check::{check as check_links, pages_of};
pub use markup::Whole;
pub use site_plan::{Output, Page, SitePlan, Work};
pub use subject::Subject;

/// Every kind of page, in the order of the site map.
pub static KINDS: &[&dyn PageKind] = &[
    &home::Home,
    &plans::Plans,
    &plan::PlanPage,
    &parallel::ParallelPage,
    &targets::TargetsPage,
    &indicator::IndicatorPage,
    &progress::ProgressPage,
    &responsibilities::ResponsibilitiesPage,
    &awards::AwardsPage,
    &changes::ChangesPage,
    &consultation::ConsultationPage,
    &comments::CommentsPage,
    &comment::CommentPage,
    &concepts::Concepts,
    &concept::ConceptPage,
    &consultations::Consultations,
    &organisations::Organisations,
    &organisation::OrganisationPage,
    &areas::Areas,
    &area::AreaPage,
    &missing_figures::MissingFigures,
    &data::DataPage,
    &free_page::FreePageKind,
    &site_map::SiteMap,
    &not_found::NotFound,
];

/// One kind of page.
pub trait PageKind: Sync {
    /// In kebab-case; the template is called `<name>.html`.
    fn name(&self) -> &'static str;
    /// What the page is for, in a sentence.
    fn about(&self) -> &'static str;
    /// What switches the kind off; `None` for one that every site has.
    fn switch(&self) -> Option<Switch> {
        None
    }
    /// What pages of this kind there are: none where the data does not exist. Only what can be done on some days
    /// and not on others may depend on the day.
    fn subjects(&self, site: &Site, today: Date) -> Vec<Subject>;
    /// The address without language and leading slash: `plans/x/targets/`.
    fn path(&self, site: &Site, subject: Subject) -> String;
    /// What links to the page say.
    fn title(&self, cx: &Context<'_>, subject: Subject) -> String;
    /// What the browser's tab and search results say, where the title alone would not tell pages apart.
    fn full_title(&self, cx: &Context<'_>, subject: Subject) -> String {
        self.title(cx, subject)
    }
    /// The address of the feed of what the page is about, where it has one beside that of the site.
    fn feed(&self, _cx: &Context<'_>, _subject: Subject) -> Option<String> {
        None
    }
    /// The places of the page that links may name.
    fn anchors(&self, _site: &Site, _subject: Subject, _lang: Lang) -> Vec<String> {
        Vec::new()
    }
    /// Where the author wrote what makes the page; `None` for a page that every site has.
    fn span(&self, _site: &Site, _subject: Subject) -> Option<Span> {
        None
    }
    /// Whether the site map and `sitemap.xml` list the page.
    fn listed(&self) -> bool {
        true
    }
    /// Whether the page may show a call for comments, whose state browsers correct.
    fn calls(&self) -> bool {
        false
    }
    fn view(&self, cx: &Context<'_>, subject: Subject) -> View;
}

/// What a page kind has to say; the frame around it is the same for all.
pub struct View {
    /// One or two sentences for search results.
    pub description: String,
    pub tags: frame::Tags,
    /// schema.org data about the page.
    pub json_ld: Option<serde_json::Value>,
    /// What the template prints.
    pub body: tera::Value,
}

/// Subjects of a kind that there is once.
pub fn once() -> Vec<Subject> {
    vec![Subject::Site]
}

/// Plans that have what a kind needs.
pub fn plans_with(site: &Site, has: impl Fn(&Plan) -> bool) -> Vec<Subject> {
    let plans = site.plans.iter().enumerate();
    plans.filter(|(_, plan)| has(plan)).map(|(at, _)| Subject::Plan(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn every_kind_has_a_name_of_its_own_and_says_what_it_is_for() {
        let mut names: Vec<&str> = KINDS.iter().map(|kind| kind.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            assert!(kind.about().ends_with('.'), "{}", kind.name());
            let template = format!("themes/default/templates/{}.html", kind.name());
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(template);
            assert!(path.exists(), "{} has no template", kind.name());
        }
    }
}
