//! In: `Content`, and plan folders one by one. Out: the `Site`: every id and name followed, groups with their members,
//! clauses that tables name known to exist. This is the only place that makes a `Site`. An entry that cannot be completed
//! is reported and left out, and the rest goes on.

mod acknowledged;
mod awards;
mod basis;
mod concepts;
mod confirmed;
mod directives;
mod drafts;
mod duties;
mod finder;
mod names;
mod notes;
mod plans;
mod registers;
mod rounds;
mod targets;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::owed::Owed;
use crate::model::plan_index::PlanIndex;
use crate::model::{Area, FreePage, Plan, Plans, Register, Site};
use crate::parse::{Content, PageContent, PlanContent, PlanFolders};

use finder::Finder;

/// A site, and the ids of plans and pages that exist in the folder but could not be read.
pub struct Resolved {
    pub site: Site,
    /// Every plan folder.
    pub settled: Vec<Settled>,
    /// Addresses below these are not reported as dead: their reason has been reported.
    pub broken: Vec<String>,
}

/// A plan folder whose files were read and whose references were followed. It stays true as long as its files, the
/// registers and the settings of the site do.
#[derive(Clone)]
pub struct Settled {
    /// The name of the folder.
    pub name: String,
    /// `None` where it could not be completed.
    plan: Option<Arc<Plan>>,
    /// The addresses of indicators that could not be read.
    unread: Vec<String>,
    /// What is wrong with it.
    found: Diagnostics,
}

/// Follows every reference. Plans that are settled are not among the `folders`; `read` hears when the last of those was read.
pub fn resolve(
    content: Content,
    folders: &PlanFolders<'_>,
    mut settled: Vec<Settled>,
    read: impl FnOnce(),
) -> (Resolved, Diagnostics) {
    let mut found = Diagnostics::default();
    let config = content.config;

    let acknowledged =
        acknowledged::of_registers(&content.organisations.entries, &content.areas.entries);
    let (areas, known_areas) = registers::areas(content.areas, &mut found);
    let (organisations, known_organisations) =
        registers::organisations(content.organisations, &known_areas, &mut found);
    let languages = &config.languages;
    let find_areas = Finder::new(&known_areas, &areas, &areas, languages, &mut found);
    let find_organisations =
        Finder::new(&known_organisations, &organisations, &areas, languages, &mut found);
    let names = plans::Names { organisations: &find_organisations, areas: &find_areas, languages };
    settled.par_extend(folders.read(languages).map(|plan| settle(plan, &names, &areas)));
    read();
    let mut broken = Vec::new();
    let mut plans = Vec::with_capacity(settled.len());
    for one in &settled {
        found.append(one.found.clone());
        broken.extend_from_slice(&one.unread);
        match &one.plan {
            Some(plan) => plans.push(Arc::clone(plan)),
            None => broken.push(format!("plans/{}/", one.name)),
        }
    }
    // Newest first, as readers look for them, and those of unknown age last; the folder's order decides between equals.
    let date = |plan: &Plan| plan.appeared().map(|one| one.value);
    plans.sort_by(|a, b| date(b).cmp(&date(a)).then_with(|| a.id.cmp(&b.id)));
    let mut plans = Plans::new(plans);
    let plan_index = PlanIndex::new(&plans);
    let lineage = drafts::lineage(&mut plans, &plan_index, &areas, languages, &broken, &mut found);
    let genealogy = basis::genealogy(&mut plans, &plan_index, &broken, &mut found);
    let known =
        concepts::Known { plans: &plans, index: &plan_index, areas: &areas, broken: &broken };
    let concepts = concepts::concepts(content.concepts, &known, &mut found);
    let mut pages = Vec::new();
    for page in content.pages {
        let name = page.name.clone();
        match free_page(page) {
            Some(page) => {
                page.texts.iter().for_each(|text| directives::refuse(text, &mut found));
                pages.push(page);
            }
            None => broken.push(format!("{name}/")),
        }
    }
    // That a register is not there is said where it is first needed.
    found.keep_first(|problem| {
        known_areas.is_missing(problem) || known_organisations.is_missing(problem)
    });
    let owed = Owed::new(&plans, &lineage, &organisations, &areas);
    let (glossary, root) = (content.glossary, content.root);
    let site = Site {
        config,
        organisations,
        areas,
        plans,
        plan_index,
        pages,
        concepts,
        glossary,
        root,
        owed,
        lineage,
        acknowledged,
        genealogy,
    };
    (Resolved { site, settled, broken }, found)
}

fn settle(mut content: PlanContent, names: &plans::Names<'_>, areas: &Register<Area>) -> Settled {
    let (name, unread) = (content.name.clone(), concepts::unread(&content));
    let unread_parts = directives::Unread::new(&mut content);
    let mut found = std::mem::take(&mut content.found);
    let plan = plans::plan(content, names, &mut found);
    plan.iter().for_each(|plan| directives::check(plan, &unread_parts, areas, &mut found));
    Settled { name, plan: plan.map(Arc::new), unread, found }
}

fn free_page(page: PageContent) -> Option<FreePage> {
    Some(FreePage { name: page.id?, title: page.title?, texts: page.texts?, span: page.span? })
}
